package segment

import (
	"fmt"

	"plumbline"
	"plumbline/internal/text"
)

// place reads into n the tier that heads it and what its assessment says, and
// reports where the two differ.
func (r *reading) place(n *plumbline.Narrative, h heading, rated plumbline.Tier) {
	p := &n.Placement
	p.HeadingTier = h.tier
	if p.HeadingTier == "" {
		p.HeadingTier = rated
	}
	var said *statement
	if s, ok := assessment(n); ok {
		r.scan(s)
		said = r.state(n)
	}
	p.Tier = p.HeadingTier
	if p.Tier == "" {
		p.Tier = p.OutcomeTier
	}
	if p.Tier != "" && p.Tier != plumbline.SpecialCase {
		p.Basis = plumbline.Assessed
	}
	if p.Tier == plumbline.Tier3 && p.Move != plumbline.Upgraded && (h.automatic || r.says(basis, "automatic") && p.Move != plumbline.Remained) {
		p.Basis = plumbline.Automatic
	}
	r.doubtPlacement(n, said)
}

// assessment returns the text that says where the country stands: the section
// of that name, or all of a narrative that has none.
func assessment(n *plumbline.Narrative) (text.Span, bool) {
	for _, s := range n.Sections {
		if s.Name == plumbline.AssessmentPart {
			return s.Span, true
		}
	}
	if len(n.Sections) == 0 || n.Placement.HeadingTier != plumbline.SpecialCase {
		return text.Span{}, false
	}
	return text.Span{Start: n.Sections[0].Span.Start, End: n.Sections[len(n.Sections)-1].Span.End}, true
}

// state reads the statements of the last scan into n's placement and returns
// the one with the outcome, or nil.
func (r *reading) state(n *plumbline.Narrative) *statement {
	p := &n.Placement
	var out *statement
	for i := range r.statements {
		s := &r.statements[i]
		if s.phrase.slip != "" {
			r.doubt(n.ID, s.span, s.phrase.slip, "taken as the formula has it; compare the printed page")
		}
		if s.phrase.value == "none" {
			continue
		}
		switch s.phrase.fact {
		case meets:
			if p.FullyMeets == plumbline.NotSaid {
				p.FullyMeets = plumbline.Answer(s.phrase.value)
			}
		case efforts:
			if p.SignificantEfforts == plumbline.NotSaid {
				p.SignificantEfforts = plumbline.Answer(s.phrase.value)
			}
		case outcome:
			if out == nil || better(s, out, p.HeadingTier) {
				out = s
			}
		case waiver:
			p.Waiver = p.Waiver || s.phrase.value == "yes"
		}
	}
	if out != nil {
		p.OutcomeTier = out.tier
		p.Consecutive = out.years
		if out.phrase.value != "said" {
			p.Move = plumbline.Move(out.phrase.value)
		}
	}
	return out
}

// better reports whether s states the outcome rather than old does: an outcome
// at the printed tier before one at another, one that says how the country came
// there before one that does not. Among equals the first stands.
func better(s, old *statement, printed plumbline.Tier) bool {
	if a, b := s.tier == printed, old.tier == printed; printed != "" && a != b {
		return a
	}
	return s.phrase.value != "said" && old.phrase.value == "said"
}

// says reports whether a statement of the last scan has the given fact and
// value.
func (r *reading) says(f fact, value string) bool {
	for _, s := range r.statements {
		if s.phrase.fact == f && s.phrase.value == value {
			return true
		}
	}
	return false
}

// doubtPlacement reports what of a placement contradicts itself.
func (r *reading) doubtPlacement(n *plumbline.Narrative, said *statement) {
	p := n.Placement
	at := n.Heading
	if at.Empty() {
		at = text.Span{Start: n.Span.Start, End: n.Span.Start}
	}
	if said != nil {
		at = said.span
		r.doubtSubject(n, said)
	}
	const look = "compare the printed page, and the report's list of tiers"
	switch {
	case p.Tier == "":
		r.doubt(n.ID, at, "no tier is printed", "the tier stays unknown; read another copy if there is one")
	case p.HeadingTier != "" && p.OutcomeTier != "" && p.HeadingTier != p.OutcomeTier:
		r.doubt(n.ID, at, fmt.Sprintf("the heading says %s, the text says %s", p.HeadingTier.Name(), p.OutcomeTier.Name()),
			"the heading's is kept as the tier; "+look)
	}
	if p.Tier == plumbline.Tier1 && p.FullyMeets == plumbline.No || p.Tier != "" && p.Tier != plumbline.Tier1 && p.FullyMeets == plumbline.Yes {
		r.doubt(n.ID, at, fmt.Sprintf("%s, but the text says that the government %s the minimum standards", p.Tier.Name(), verb(p.FullyMeets)), look)
	}
	if p.Tier == plumbline.Tier3 && p.SignificantEfforts == plumbline.Yes || (p.Tier == plumbline.Tier2 || p.Tier == plumbline.Tier2WL) && p.SignificantEfforts == plumbline.No {
		r.doubt(n.ID, at, fmt.Sprintf("%s, but the text says that the government %s significant efforts", p.Tier.Name(),
			map[plumbline.Answer]string{plumbline.Yes: "is making", plumbline.No: "is not making"}[p.SignificantEfforts]), look)
	}
	if p.Move == plumbline.Upgraded && p.OutcomeTier == plumbline.Tier3 || p.Move == plumbline.Downgraded && p.OutcomeTier == plumbline.Tier1 {
		r.doubt(n.ID, at, fmt.Sprintf("%s to %s, which cannot be", p.Move, p.OutcomeTier.Name()), look)
	}
}

func verb(a plumbline.Answer) string {
	if a == plumbline.Yes {
		return "fully meets"
	}
	return "does not fully meet"
}

// longestSubject is how many words a country's name has at most.
const longestSubject = 8

// doubtSubject reports an outcome that names another country than the
// narrative's.
func (r *reading) doubtSubject(n *plumbline.Narrative, said *statement) {
	first := r.words.Sentences[r.words.SentenceAt(said.first)].First
	for i := max(first, said.first-longestSubject); i < said.first; i++ {
		name := r.words.Span(i, said.first)
		if i > 0 && r.words.Tokens[i].Start == r.words.Tokens[i-1].End {
			continue
		}
		code, ok := r.country(squeeze(name.In(r.src)))
		if !ok {
			continue
		}
		if n.Country != "" && code != n.Country {
			r.doubt(n.ID, name, fmt.Sprintf("the outcome names %s in the narrative of %s", code, n.Country),
				"read as that of "+string(n.Country)+"; compare the printed page")
		}
		return
	}
}

// doubtCountry reports a heading that is not the narrative's country.
func (r *reading) doubtCountry(n *plumbline.Narrative, h heading) {
	switch {
	case n.Country == "":
		message, hint := fmt.Sprintf("no country is known by the name %q", h.name), "say whose narrative it is with --country ISO3, or add the name to data/countries"
		if h.name == "" {
			message, hint = "no country is named", "say whose narrative it is with --country ISO3, or in the manifest"
		}
		r.doubt(n.ID, n.Heading, message, hint)
	case h.country != "" && h.country != n.Country:
		r.doubt(n.ID, n.Heading, fmt.Sprintf("the heading names %s, read as %s as told", h.country, n.Country),
			"check the country in the manifest or after --country")
	}
}

// doubtYear reports narratives without a report year.
func (r *reading) doubtYear(ns []plumbline.Narrative) {
	without := 0
	at := -1
	for i := len(ns) - 1; i >= 0; i-- {
		if ns[i].Year == 0 {
			without++
			at = i
		}
	}
	if at < 0 {
		return
	}
	id := ns[at].ID
	if without > 1 {
		id = ""
	}
	r.doubt(id, text.Span{Start: ns[at].Span.Start, End: ns[at].Span.Start}, "the text gives no report year",
		"say it with --year N or in a manifest; without a year a narrative is stored, but left out of assessment, history and map")
}

// doubtTwins reports a second narrative of one country in one document.
func (r *reading) doubtTwins(ns []plumbline.Narrative) {
	seen := map[plumbline.CountryCode]bool{}
	for _, n := range ns {
		if n.Country != "" && seen[n.Country] {
			r.doubt(n.ID, n.Heading, "second narrative of "+string(n.Country)+" in this document",
				"the last one counts as the country's own; see whether the first is one")
		}
		seen[n.Country] = true
	}
}

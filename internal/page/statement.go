package page

import (
	"cmp"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// Teller words the claims of one narrative.
type Teller struct {
	Narrative *plumbline.Narrative
	Claims    []plumbline.Claim
	Text      string                             // of its document
	Name      func(plumbline.CountryCode) string // of a country in the narrative's year
	acts      map[string]*plumbline.Claim        // the claim that told an act first
}

// Line words a claim about conduct, with the words beside it that undercut it
// and where its act was told before.
func (t *Teller) Line(c *plumbline.Claim) Line {
	l := NewLine(c, t.Text, t.Name)
	l.Quote = t.quote(c)
	if c.Reporting == plumbline.NotReported {
		l.Rest = t.rest(c)
	}
	for i := range t.Claims {
		if slices.Contains(c.QualifiedBy, t.Claims[i].ID) {
			l.But = append(l.But, t.link(&t.Claims[i]))
		}
	}
	if c.Act == "" {
		return l
	}
	if t.acts == nil {
		t.acts = map[string]*plumbline.Claim{}
	}
	switch first := t.acts[c.Act]; {
	case first == nil:
		t.acts[c.Act] = c
	case first.Citation.Span != c.Citation.Span:
		link := t.link(first)
		l.Again = &link
	}
	return l
}

// Lines words claims about conduct.
func (t *Teller) Lines(list []*plumbline.Claim) []Line {
	lines := make([]Line, 0, len(list))
	for _, c := range list {
		lines = append(lines, t.Line(c))
	}
	return lines
}

// longestRest is how many bytes of a sentence are shown behind a quote.
const longestRest = 240

// rest gives what follows a quote in its sentence: "did not report whether" says
// nothing without it.
func (t *Teller) rest(c *plumbline.Claim) string {
	end := c.Citation.Span.End
	if end < 0 || end >= len(t.Text) {
		return ""
	}
	s := t.Text[end:min(len(t.Text), end+longestRest)]
	cut := len(s)
	for _, stop := range []string{". ", ".\n", ".\r", ";", "\n\n"} {
		if i := strings.Index(s, stop); i >= 0 {
			cut = min(cut, i)
		}
	}
	whole := cut < len(s) || end+cut == len(t.Text)
	for _, f := range t.Narrative.Furniture {
		if f.Start >= end && f.Start < end+cut {
			cut, whole = f.Start-end, false
		}
	}
	words := s[:cut]
	if !whole {
		words = words[:max(strings.LastIndexByte(words, ' '), 0)]
	}
	words = strings.TrimRight(wording.Clean(strings.ToValidUTF8(words, "")), " .,;")
	if words != "" && !whole {
		words += " …"
	}
	return words
}

// AnyLine words a claim of any type: one that is not about conduct is marked by
// what it says, and a trend by where it points.
func (t *Teller) AnyLine(c *plumbline.Claim) Line {
	l := t.Line(c)
	x := &c.Participants
	switch {
	case c.Type == plumbline.Trend:
		l.Mark, l.Tone = wording.TrendMark(c)
	case c.Type == plumbline.Recommendation:
		l.Mark, l.Tone = "asked", wording.Neutral
		l.Details = wording.IDs(x.Topics)
	case c.Type == plumbline.Flow:
		l.Mark, l.Tone = wording.MovementName(c.Movement)+": "+FlowWords(c, t.Name), wording.Neutral
	case !c.Type.Conduct():
		l.Mark, l.Tone = wording.IDs(x.Roles), wording.Neutral
		if c.Type == plumbline.Estimate {
			l.Mark = wording.ID(c.Quantity.Of)
		}
	}
	if !c.Type.Conduct() && c.Type != plumbline.Recommendation && c.Type != plumbline.Trend {
		l.Details = wording.Dots(l.Details, wording.IDs(x.Victims), wording.IDs(x.Forms), wording.Under("in ", wording.IDs(x.Sectors)),
			wording.Under("by ", wording.IDs(x.Means)), wording.IDs(x.Factors), wording.ID(string(c.Frequency)))
	}
	return l
}

// link leads to the words of a claim.
func (t *Teller) link(c *plumbline.Claim) Link {
	return Link{Href: CitationPath(c.Narrative, c.ID), Text: t.quote(c)}
}

// quote gives the words of a claim, running heads and page numbers among them
// left out as "[…]".
func (t *Teller) quote(c *plumbline.Claim) string {
	x, at := &c.Citation, c.Citation.Span.Start
	var b strings.Builder
	for _, f := range t.Narrative.Furniture {
		if f.Start < at || f.End > x.Span.End || f.Empty() {
			continue
		}
		b.WriteString(x.Quote[at-x.Span.Start:f.Start-x.Span.Start] + " […] ")
		at = f.End
	}
	return wording.Clean(b.String() + x.Quote[at-x.Span.Start:])
}

// trends words trends: where each points is its mark.
func (t *Teller) trends(list []*plumbline.Claim) []Line {
	lines := t.Lines(list)
	for i, c := range list {
		lines[i].Mark, lines[i].Tone = wording.TrendMark(c)
	}
	return lines
}

// statement words a claim of the profile.
func (t *Teller) statement(c *plumbline.Claim, label string, what ...string) Statement {
	return Statement{
		Label: label, What: wording.Lines(what...), Quote: t.quote(c), Href: CitationPath(c.Narrative, c.ID),
		More: wording.Lines(wording.ID(string(c.Frequency)), wording.When(c.Time), wording.Promise(c), wording.Hedge(c, t.Text), wording.Silence(c.Reporting)),
	}
}

// Profile words the situation that the narrative tells of, flows apart.
func (t *Teller) Profile() []StatementGroup {
	claims := t.Claims
	groups := []StatementGroup{t.roles(claims), t.forms(claims)}
	estimates := StatementGroup{Heading: "Estimates, and of whom they are"}
	for _, c := range view.OfType(claims, plumbline.Estimate) {
		estimates.List = append(estimates.List, t.statement(c, cmp.Or(wording.ID(c.Quantity.Of), "not said of whom"), cmp.Or(wording.Amount(c.Quantity), "number not given")))
	}
	groups = append(groups, estimates, t.schemes("Exploitation", claims, plumbline.Exploitation),
		t.schemes("Vulnerability", claims, plumbline.Vulnerability), t.schemes("Means", claims, plumbline.Means))
	unknown := StatementGroup{Heading: "What the author does not know"}
	for _, c := range view.Unknowns(claims) {
		word, _ := wording.Word(c)
		unknown.List = append(unknown.List, t.statement(c, word))
	}
	groups = append(groups, unknown)
	return slices.DeleteFunc(groups, func(g StatementGroup) bool { return len(g.Plain)+len(g.List) == 0 })
}

func (t *Teller) roles(claims []plumbline.Claim) StatementGroup {
	g := StatementGroup{Heading: "Roles"}
	plain, others := view.Roles(t.Narrative.Country, claims)
	at := map[string][]*plumbline.Claim{}
	for _, c := range plain {
		for _, role := range c.Participants.Roles {
			at[role] = append(at[role], c)
		}
	}
	g.Plain = mentioned(at, []string{"source", "transit", "destination", "internal"})
	for _, c := range others {
		x := &c.Participants
		of := ""
		if !slices.Contains(x.Subject, string(t.Narrative.Country)) {
			of = wording.Under("of ", t.countries(x.Subject))
		}
		g.List = append(g.List, t.statement(c, wording.IDs(x.Roles), of, wording.Dots(wording.IDs(x.Victims), wording.IDs(x.Forms))))
	}
	return g
}

func (t *Teller) forms(claims []plumbline.Claim) StatementGroup {
	at := map[string][]*plumbline.Claim{}
	for i := range claims {
		if c := &claims[i]; view.AssertsForms(c) {
			for _, f := range c.Participants.Forms {
				at[f] = append(at[f], c)
			}
		}
	}
	return StatementGroup{Heading: "Forms", Plain: mentioned(at, plumbline.Forms)}
}

// schemes words the claims of a type of the profile, the most common first.
func (t *Teller) schemes(heading string, claims []plumbline.Claim, of plumbline.ClaimType) StatementGroup {
	g := StatementGroup{Heading: heading}
	for _, c := range view.Schemes(claims, of) {
		x := &c.Participants
		what := wording.IDs(x.Forms)
		if of == plumbline.Vulnerability {
			what = wording.IDs(x.Factors)
		}
		g.List = append(g.List, t.statement(c, wording.IDs(x.Victims), wording.Dots(what, wording.Under("in ", wording.IDs(x.Sectors)),
			wording.Under("by ", wording.IDs(x.Means)), wording.Under("at the hands of ", wording.IDs(x.Perpetrators)))))
	}
	return g
}

// Flows words the flows that the narrative tells of, a group for each movement.
func (t *Teller) Flows() []StatementGroup {
	var groups []StatementGroup
	for _, m := range view.Movements {
		g := StatementGroup{Heading: wording.MovementName(m)}
		for _, c := range view.FlowsOf(t.Claims, m) {
			g.List = append(g.List, t.flow(c))
		}
		if len(g.List) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// flow words where from, where to and by way of what.
func (t *Teller) flow(c *plumbline.Claim) Statement {
	x := &c.Participants
	who := wording.Dots(wording.IDs(x.Victims), wording.IDs(x.Forms), wording.Under("in ", wording.IDs(x.Sectors)), wording.Under("by ", wording.IDs(x.Means)))
	return t.statement(c, FlowWords(c, t.Name), wording.Under("by way of ", t.countries(x.Transit)), who)
}

// FlowIn words a flow with whose narrative tells of it.
func (t *Teller) FlowIn(c *plumbline.Claim, whose Link) Statement {
	st := t.flow(c)
	st.Whose = &whose
	return st
}

// FlowWords says where a flow leads: "Nepal → Qatar".
func FlowWords(c *plumbline.Claim, name func(plumbline.CountryCode) string) string {
	x := &c.Participants
	from, to := ends(x.Origin, x.OriginRegions, name), ends(x.Destination, x.DestinationRegions, name)
	switch {
	case from == "" && to == "":
		return "no place said"
	case from == to:
		return "within " + to
	case from == "":
		return "origin not said → " + to
	case to == "":
		return from + " → destination not said"
	}
	return from + " → " + to
}

// ends names the countries and, as the text has them, the regions at one end.
func ends(codes, regions []string, name func(plumbline.CountryCode) string) string {
	var list []string
	for _, c := range codes {
		list = append(list, name(plumbline.CountryCode(c)))
	}
	for _, r := range regions {
		list = append(list, wording.Region(r))
	}
	return strings.Join(list, ", ")
}

func (t *Teller) countries(codes []string) string { return ends(codes, nil, t.Name) }

// mentioned lists ids in the order given, others behind by name, each with the
// places that say it.
func mentioned(at map[string][]*plumbline.Claim, order []string) []Mentioned {
	rank := func(s string) int {
		if i := slices.Index(order, s); i >= 0 {
			return i
		}
		return len(order)
	}
	words := make([]string, 0, len(at))
	for w := range at {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
	var list []Mentioned
	for _, w := range words {
		list = append(list, Mentioned{wording.ID(w), Cites(at[w])})
	}
	return list
}

// Cites links to the words of claims, places that several stand on once.
func Cites(claims []*plumbline.Claim) []Link {
	var links []Link
	told := map[int]bool{}
	for _, c := range claims {
		if told[c.Citation.Span.Start] {
			continue
		}
		told[c.Citation.Span.Start] = true
		links = append(links, Link{Href: CitationPath(c.Narrative, c.ID), Text: wording.Clean(c.Citation.Quote)})
	}
	return links
}

// Conduct words what the narrative says of conduct.
func (t *Teller) Conduct() []ConductPart {
	var list []ConductPart
	parts, others := view.Conduct(t.Narrative, t.Claims)
	for _, p := range parts {
		part := ConductPart{ID: "did-" + cmp.Or(string(p.Section), "other"), Name: wording.PartName(p.Section), Silent: p.Silent, Trends: t.trends(p.Trends), Groups: t.groups(p.Groups)}
		part.Tally = tallies(p.Groups)
		list = append(list, part)
	}
	if len(others) > 0 {
		list = append(list, ConductPart{ID: "did-others", Name: "What others did", Groups: t.groups(others)})
	}
	return list
}

func (t *Teller) groups(list []view.ConductGroup) []LineGroup {
	var groups []LineGroup
	for _, g := range list {
		groups = append(groups, LineGroup{Link{Href: TypePath(g.Type), Text: wording.TypeName(g.Type)}, t.Lines(g.Claims)})
	}
	return groups
}

// tallies counts the statements of a part by what they say of the government.
// Silences, promises and hedges are kept apart.
func tallies(groups []view.ConductGroup) []Tally {
	order := []string{"did", "did harm", "did not", "fell short", "partly", "planned", "predicted", "none reported", "did not say", "no evidence", "not known", "no harm"}
	count, tones := map[string]int{}, map[string]wording.Tone{}
	for _, g := range groups {
		for _, c := range g.Claims {
			word, tone := wording.Word(c)
			count[word]++
			tones[word] = tone
		}
	}
	var list []Tally
	for _, word := range order {
		if count[word] > 0 {
			list = append(list, Tally{word, string(tones[word]), count[word]})
		}
	}
	return list
}

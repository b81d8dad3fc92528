package compare

import (
	"cmp"
	"fmt"
	"slices"

	"plumbline"
)

// Year is a country-year as it was read and assessed.
type Year struct {
	Assessment *plumbline.Assessment
	Claims     []plumbline.Claim // of the narrative
}

// Change writes the memo on now. before is the year before under the same
// standard, or nil where its narrative is not stored; from is its placement as
// known from any source, with an empty Tier where it is not known.
func Change(now Year, before *Year, from plumbline.PastPlacement) plumbline.Memo {
	a := now.Assessment
	m := plumbline.Memo{
		Country: a.Country, Year: a.Year, Standard: a.Standard, Narrative: a.Narrative, From: from, Placement: a.Placement,
	}
	if before != nil {
		m.Before = before.Assessment.Narrative
		if from.Tier == "" {
			m.From = plumbline.PastPlacement{
				Country: a.Country, Year: before.Assessment.Year, Tier: before.Assessment.Placement.Tier,
				Source: "the narrative of that year", Verified: plumbline.Stored,
			}
		}
	}
	m.Move = a.Placement.Tier.MoveFrom(m.From.Tier)
	if said := a.Placement.Move; m.Move == "" && said != plumbline.Placed {
		m.Move = said
	}
	for _, x := range actions(now, before) {
		s := sideOf(&x)
		switch {
		case m.Move != plumbline.Downgraded:
		case fewer(&x):
			s = better // as what speaks for the move
		case s != neither:
			s = worse - s
		}
		switch s {
		case better:
			m.For = append(m.For, x)
		case worse:
			m.Against = append(m.Against, x)
		default:
			m.Partly = append(m.Partly, x)
		}
	}
	if m.Move == plumbline.Upgraded || m.Move == plumbline.Downgraded {
		m.Explained = plumbline.No
		if slices.ContainsFunc(m.For, func(x plumbline.Action) bool { return x.Kind != "" }) {
			m.Explained = plumbline.Yes
		}
	}
	if before != nil {
		m.Turns, m.Criteria = turns(before.Assessment, a)
	}
	m.Missing = missing(&m, a)
	m.Notes = notes(&m, a)
	return m
}

// actions lists the claims that were weighed, in the order of the text, each
// with the criteria and elements that it bears on.
func actions(now Year, before *Year) []plumbline.Action {
	claims := map[plumbline.ClaimID]*plumbline.Claim{}
	for i := range now.Claims {
		claims[now.Claims[i].ID] = &now.Claims[i]
	}
	told := said(before)
	byClaim := map[plumbline.ClaimID]*plumbline.Action{}
	for i := range now.Assessment.Findings {
		f := &now.Assessment.Findings[i]
		for j := range f.Elements {
			e := &f.Elements[j]
			for _, list := range [][]plumbline.ClaimID{e.For, e.Partly, e.Against} {
				for _, id := range list {
					c := claims[id]
					if c == nil {
						continue
					}
					x := byClaim[id]
					if x == nil {
						x = action(c)
						byClaim[id] = x
					}
					link(x, f.Criterion, e.Name)
				}
			}
		}
	}
	out := make([]plumbline.Action, 0, len(byClaim))
	for _, x := range byClaim {
		x.New = plumbline.NotSaid
		if before != nil {
			x.New = plumbline.Yes
			if slices.ContainsFunc(x.Elements, func(e plumbline.ElementName) bool { return told[element{e, x.Valence}] }) {
				x.New = plumbline.No
			}
		}
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b plumbline.Action) int {
		return cmp.Or(cmp.Compare(a.Citation.Span.Start, b.Citation.Span.Start), cmp.Compare(a.Claim, b.Claim))
	})
	return out
}

func action(c *plumbline.Claim) *plumbline.Action {
	return &plumbline.Action{
		Claim: c.ID, Kind: kindOf(c), Type: c.Type, Valence: c.Valence, Reporting: c.Reporting, Certainty: c.Certainty,
		Source: c.Source, Section: c.Section, Quantity: c.Quantity, Citation: c.Citation,
	}
}

func link(x *plumbline.Action, c plumbline.CriterionID, e plumbline.ElementName) {
	if !slices.Contains(x.Criteria, c) {
		x.Criteria = append(x.Criteria, c)
	}
	if !slices.Contains(x.Elements, e) {
		x.Elements = append(x.Elements, e)
	}
}

// element is an element with the way in which a claim speaks to it.
type element struct {
	name    plumbline.ElementName
	valence plumbline.Valence
}

// said lists what the claims of a year were weighed for.
func said(y *Year) map[element]bool {
	told := map[element]bool{}
	if y == nil {
		return told
	}
	valence := map[plumbline.ClaimID]plumbline.Valence{}
	for i := range y.Claims {
		valence[y.Claims[i].ID] = y.Claims[i].Valence
	}
	for _, f := range y.Assessment.Findings {
		for _, e := range f.Elements {
			for _, list := range [][]plumbline.ClaimID{e.For, e.Partly, e.Against} {
				for _, id := range list {
					told[element{e.Name, valence[id]}] = true
				}
			}
		}
	}
	return told
}

// turns lists the elements and criteria that are answered otherwise than the
// year before, in the order of the standard. An element that several criteria
// have is listed once.
func turns(before, now *plumbline.Assessment) (list []plumbline.Turn, criteria []plumbline.Change) {
	old := map[plumbline.ElementName]*plumbline.ElementFinding{}
	then := map[plumbline.CriterionID]plumbline.Verdict{}
	for i := range before.Findings {
		f := &before.Findings[i]
		then[f.Criterion] = f.Verdict
		for j := range f.Elements {
			old[f.Elements[j].Name] = &f.Elements[j]
		}
	}
	seen := map[plumbline.ElementName]bool{}
	for i := range now.Findings {
		f := &now.Findings[i]
		if v, ok := then[f.Criterion]; ok && v != f.Verdict {
			criteria = append(criteria, plumbline.Change{Criterion: f.Criterion, Title: f.Title, From: v, To: f.Verdict})
		}
		for j := range f.Elements {
			e := &f.Elements[j]
			o := old[e.Name]
			if o == nil || seen[e.Name] || o.Verdict == e.Verdict {
				continue
			}
			seen[e.Name] = true
			t := plumbline.Turn{
				Criterion: f.Criterion, Element: e.Name, Gloss: e.Gloss, Kind: plumbline.Turned, From: o.Verdict, To: e.Verdict,
				Then: slices.Concat(o.For, o.Partly, o.Against), Now: slices.Concat(e.For, e.Partly, e.Against),
			}
			switch plumbline.VerdictUnknown {
			case o.Verdict:
				t.Kind = plumbline.Appeared
			case e.Verdict:
				t.Kind = plumbline.Gone
			}
			list = append(list, t)
		}
	}
	return list, criteria
}

// missing says what would have to be known to explain the move.
func missing(m *plumbline.Memo, a *plumbline.Assessment) (list []string) {
	if m.From.Tier == "" {
		list = append(list, fmt.Sprintf("the tier of %d", m.Year-1))
	}
	if m.Before == "" {
		list = append(list, fmt.Sprintf("the narrative of %d, to tell what is new from what was told before", m.Year-1))
	}
	for _, f := range a.Findings {
		if f.Verdict != plumbline.VerdictUnknown || len(f.Elements) == 0 || f.Role != plumbline.MinimumStandard && f.Role != plumbline.Indicium {
			continue
		}
		for _, q := range f.Missing {
			if s := fmt.Sprintf("%s: %s", f.Criterion, q); !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return list
}

// notes says what the reader of the memo must know.
func notes(m *plumbline.Memo, a *plumbline.Assessment) (list []string) {
	p := m.Placement
	switch {
	case p.Tier.MoveFrom(m.From.Tier) == "" && m.Move != "":
		list = append(list, fmt.Sprintf("%q is what the text says; the tier of the year before is not known here", m.Move))
	case m.Move != "" && p.Move != "" && p.Move != plumbline.Placed && p.Move != m.Move:
		list = append(list, fmt.Sprintf("the text says %s, but the tiers say %s: %s, then %s", p.Move, m.Move, m.From.Tier.Name(), p.Tier.Name()))
	}
	if m.From.Verified == plumbline.Derived {
		list = append(list, fmt.Sprintf("the tier of %d was worked out from the report of %d", m.From.Year, m.From.From))
	}
	if p.Basis == plumbline.Automatic {
		list = append(list, "an automatic downgrade under the two-year rule of 22 USC 7107(b)(2)(D): no finding that there were no efforts, and no lack of action need stand behind it")
	}
	if p.Waiver {
		list = append(list, "a downgrade waiver under 22 USC 7107(b)(2)(D)(ii) is said to be granted: without one the two-year rule would have required the third list")
	}
	switch {
	case m.Explained == plumbline.No && m.Move == plumbline.Upgraded:
		list = append(list, "the text gives no concrete action of the government within the period that speaks for the move")
	case m.Explained == plumbline.No && p.Basis != plumbline.Automatic:
		list = append(list, "the text gives no concrete action left undone, nor any done less than before, that speaks for the move")
	case m.Explained == plumbline.Yes && m.Before != "" && !slices.ContainsFunc(m.For, func(x plumbline.Action) bool { return x.New == plumbline.Yes || grew(&x) }):
		list = append(list, fmt.Sprintf("the narrative of %d tells the like of everything that speaks for the move", m.Year-1))
	}
	if a.Placement.Tier == plumbline.SpecialCase {
		list = append(list, "a Special Case is not ranked; there is no move to explain")
	}
	return append(list, "what speaks for a move is not what led to it: the text does not say which action weighed how much")
}

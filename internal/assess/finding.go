package assess

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
)

// findings answers every criterion of the standard, in its order.
func (a *Assessor) findings(s *standard.Standard, year int, all map[plumbline.ElementName]*tally) []plumbline.Finding {
	var then plumbline.StandardName
	if law, err := a.book.ForReport(year); err == nil {
		then = law.Name
	}
	var out []plumbline.Finding
	for i := range s.Criteria {
		c := &s.Criteria[i]
		f := plumbline.Finding{Criterion: c.ID, Role: c.Role, Title: c.Title, Cite: c.Cite}
		if then != "" && c.Since > then {
			f.Verdict = plumbline.VerdictUnknown
			f.Reason = fmt.Sprintf("this criterion is in the law since %s; a text for the report of %d was not written to answer it", c.Since, year)
			out = append(out, f)
			continue
		}
		for j := range c.Elements {
			f.Elements = append(f.Elements, a.element(&c.Elements[j], then, year, all))
		}
		a.decide(s, i, &f, out)
		out = append(out, f)
	}
	return out
}

// element answers one element.
func (a *Assessor) element(e *plumbline.Element, then plumbline.StandardName, year int, all map[plumbline.ElementName]*tally) plumbline.ElementFinding {
	f := plumbline.ElementFinding{Name: e.Name, Gloss: e.Gloss, Cite: e.Cite, Verdict: plumbline.VerdictUnknown}
	if then != "" && e.Since > then {
		f.Reason = fmt.Sprintf("in the law since %s, after the report of %d", e.Since, year)
		return f
	}
	t := all[e.Name]
	if t == nil {
		f.Reason = "no claim bears on it"
		if len(a.book.Evidence(e.Name).Types) == 0 {
			f.Reason = "a narrative does not tell it"
		}
		return f
	}
	f.For, f.Partly, f.Against = ids(t.sides[standard.For]), ids(t.sides[standard.Partly]), ids(t.sides[standard.Against])
	f.Verdict = t.verdict(1)
	for _, l := range levels {
		if t.verdict(l.least) == f.Verdict {
			f.Certainty = l.certainty
			break
		}
	}
	for _, side := range t.sides {
		for _, c := range side {
			if c.Source != "" && c.Source != plumbline.Author && !slices.Contains(f.Sources, c.Source) {
				f.Sources = append(f.Sources, c.Source)
			}
		}
	}
	slices.Sort(f.Sources)
	f.Reason = told(&f)
	return f
}

// told says what an element's verdict rests on.
func told(f *plumbline.ElementFinding) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{len(f.For), "for it"}, {len(f.Partly), "for a part"}, {len(f.Against), "against it"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	s := strings.Join(parts, ", ")
	if f.Contradicted() {
		s += "; the text says both"
	}
	if f.Certainty != plumbline.Certain {
		s += fmt.Sprintf("; it rests on claims that are %s at most", f.Certainty)
	}
	return s
}

// decide answers the criterion from its elements and the findings before it.
func (a *Assessor) decide(s *standard.Standard, i int, f *plumbline.Finding, before []plumbline.Finding) {
	at := func(least int) (plumbline.Verdict, []string) {
		return s.Verdict(i, func(name string) plumbline.Verdict {
			for j := range f.Elements {
				if string(f.Elements[j].Name) == name {
					return held(f.Elements[j].Verdict, f.Elements[j].Certainty, least)
				}
			}
			for j := range before {
				if s.Criteria[j].As == name {
					return held(before[j].Verdict, before[j].Certainty, least)
				}
			}
			return plumbline.VerdictUnknown
		})
	}
	var missing []string
	f.Verdict, missing = at(1)
	for _, l := range levels {
		if v, _ := at(l.least); v == f.Verdict && v != plumbline.VerdictUnknown {
			f.Certainty = l.certainty
			break
		}
	}
	for _, e := range f.Elements {
		f.For = union(f.For, e.For)
		f.Against = union(f.Against, e.Against)
	}
	for _, name := range missing {
		f.Missing = append(f.Missing, a.asks(s, name))
	}
	f.Reason = reason(f)
}

// held is a verdict as far as claims of that certainty bear it.
func held(v plumbline.Verdict, c plumbline.Certainty, least int) plumbline.Verdict {
	for _, l := range levels {
		if l.certainty == c && l.least >= least {
			return v
		}
	}
	return plumbline.VerdictUnknown
}

// asks says what would have to be known of an element or criterion.
func (a *Assessor) asks(s *standard.Standard, name string) string {
	if e := a.book.Evidence(plumbline.ElementName(name)); e != nil {
		return e.Asks
	}
	for i := range s.Criteria {
		if s.Criteria[i].As == name {
			return fmt.Sprintf("%s: %s", s.Criteria[i].ID, s.Criteria[i].Title)
		}
	}
	return name
}

func union(a, b []plumbline.ClaimID) []plumbline.ClaimID {
	for _, id := range b {
		if !slices.Contains(a, id) {
			a = append(a, id)
		}
	}
	return a
}

// reason says in a sentence why the verdict is what it is.
func reason(f *plumbline.Finding) string {
	var parts []string
	for _, v := range []plumbline.Verdict{plumbline.VerdictYes, plumbline.VerdictPartly, plumbline.VerdictNo, plumbline.VerdictUnknown} {
		var glosses []string
		for _, e := range f.Elements {
			if e.Verdict == v {
				glosses = append(glosses, e.Gloss)
			}
		}
		if len(glosses) > 0 {
			parts = append(parts, string(v)+": "+strings.Join(glosses, "; "))
		}
	}
	if len(parts) == 0 {
		return "it follows from the findings before it"
	}
	return strings.Join(parts, ". ")
}

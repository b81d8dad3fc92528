package assess

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
)

// findings answers every criterion of the standard, in its order.
func (h *hearing) findings() []plumbline.Finding {
	s, year := h.in.Standard, h.in.Narrative.Year
	out := make([]plumbline.Finding, 0, len(s.Criteria))
	for i := range s.Criteria {
		c := &s.Criteria[i]
		f := plumbline.Finding{Criterion: c.ID, Role: c.Role, Title: c.Title, Cite: c.Cite, Verdict: plumbline.VerdictUnknown}
		if c.Since > h.then && len(c.Elements) > 0 {
			f.Reason = fmt.Sprintf("this criterion is in the law since %s; a text for the report of %d was not written to answer it", c.Since, year)
			out = append(out, f)
			continue
		}
		f.Elements = make([]plumbline.ElementFinding, len(c.Elements))
		for j := range c.Elements {
			f.Elements[j] = h.element(c, &c.Elements[j])
		}
		h.decide(s, i, &f, out)
		out = append(out, f)
	}
	return out
}

// element answers one element of criterion c.
func (h *hearing) element(c *plumbline.Criterion, e *plumbline.Element) plumbline.ElementFinding {
	f := plumbline.ElementFinding{Name: e.Name, Gloss: e.Gloss, Cite: e.Cite, Verdict: plumbline.VerdictUnknown}
	if e.Since > h.then {
		f.Reason = fmt.Sprintf("in the law since %s, after the report of %d", e.Since, h.in.Narrative.Year)
		return f
	}
	t := h.tallies[e.Name]
	if t == nil {
		f.Reason = "no claim bears on it"
		if len(h.book.Evidence(e.Name).Types) == 0 {
			f.Reason = "a narrative does not tell it"
		}
		h.presume(c, &f)
		return f
	}
	f.For, f.Partly, f.Against = t.ids(standard.For), t.ids(standard.Partly), t.ids(standard.Against)
	f.Verdict = t.verdict(1)
	for _, l := range levels {
		if t.verdict(l.least) == f.Verdict {
			f.Certainty = l.certainty
			break
		}
	}
	for _, c := range t.weighed {
		if c.Source != "" && c.Source != plumbline.Author && !slices.Contains(f.Sources, c.Source) {
			f.Sources = append(f.Sources, c.Source)
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
func (h *hearing) decide(s *standard.Standard, i int, f *plumbline.Finding, before []plumbline.Finding) {
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
		f.Missing = append(f.Missing, h.asks(s, name))
	}
	f.Reason = reason(f)
	if len(f.Elements) == 0 {
		f.Reason = follows(s, i, before)
	}
}

// follows says which findings a criterion without elements follows from.
func follows(s *standard.Standard, i int, before []plumbline.Finding) string {
	var parts []string
	for _, name := range s.Names(i) {
		for j := range before {
			if s.Criteria[j].As == name {
				parts = append(parts, fmt.Sprintf("%s %s", before[j].Criterion, before[j].Verdict))
			}
		}
	}
	return "it follows from " + strings.Join(parts, ", ")
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
func (h *hearing) asks(s *standard.Standard, name string) string {
	if e := h.book.Evidence(plumbline.ElementName(name)); e != nil {
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
			if e.Verdict == v && e.Presumed {
				glosses = append(glosses, e.Gloss+" (presumed, for data were withheld)")
			} else if e.Verdict == v {
				glosses = append(glosses, e.Gloss)
			}
		}
		if len(glosses) > 0 {
			parts = append(parts, string(v)+": "+strings.Join(glosses, "; "))
		}
	}
	return strings.Join(parts, ". ")
}

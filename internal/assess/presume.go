package assess

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
)

// The data presumption of 22 USC 7106(b)(1) and (7): of what a government gives
// no data on, although it could and the Department asked reasonably, it is
// presumed that it was not done. A narrative cannot show that anybody asked, so
// nothing is presumed without a recorded request; and nothing where the text is
// merely silent, for the government must be told to have withheld the data.

// presumable are the elements of the two paragraphs of which data are asked for,
// with the words by which a text says of what they were withheld.
var presumable = []struct {
	criterion string // its name in formulas
	element   plumbline.ElementName
	words     []string
}{
	{"b1", "investigates", []string{"investigat", "law enforcement data"}},
	{"b1", "prosecutes", []string{"prosecut", "law enforcement data"}},
	{"b1", "convicts", []string{"convict", "law enforcement data"}},
	{"b1", "sentences", []string{"sentenc", "law enforcement data"}},
	{"b7", "holds_officials_accountable", []string{"official", "complicit"}},
}

// enforcement are the words for what is done to officials who take part.
var enforcement = []string{"investigat", "prosecut", "convict", "sentenc", "law enforcement data"}

// partial are words for data that lack a part: something was given then.
var partial = []string{"detail", "updat", "outcome", "length", "range", "further", "disaggregat", "categoriz", "differentiat", "comparable", "all cases"}

// capacity are words by which a text says that the data could not be had.
var capacity = []string{"capacity", "resource", "database", "system to", "centralized", "unable", "lack", "means to"}

// note keeps claims on data for the presumption.
func (h *hearing) note(c *plumbline.Claim) {
	if c.Type != plumbline.Data || c.Valence != plumbline.Bad {
		return
	}
	switch said := strings.ToLower(c.Citation.Quote); {
	case c.Reporting == plumbline.NotReported && !says(said, partial):
		h.silent = append(h.silent, c)
	case c.Reporting != plumbline.NotReported && h.unable == nil && says(said, capacity):
		h.unable = c
	}
}

func says(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// withheld lists the claims by which the text says that data on the element were
// not given.
func (h *hearing) withheld(criterion string, name plumbline.ElementName) []plumbline.ClaimID {
	var out []plumbline.ClaimID
	for _, p := range presumable {
		if p.criterion != criterion || p.element != name {
			continue
		}
		for _, c := range h.silent {
			said := strings.ToLower(c.Citation.Quote)
			officials := criterion == "b7"
			if says(said, p.words) && (!officials || says(said, enforcement)) && (officials || !says(said, presumable[len(presumable)-1].words)) {
				out = append(out, c.ID)
			}
		}
	}
	return out
}

// presume answers an element that no claim bears on by the presumption, if it
// holds.
func (h *hearing) presume(c *plumbline.Criterion, f *plumbline.ElementFinding) {
	if h.bars() != "" {
		return
	}
	ids := h.withheld(c.As, f.Name)
	if len(ids) == 0 {
		return
	}
	f.Verdict, f.Certainty, f.Against, f.Presumed = plumbline.VerdictNo, plumbline.Possible, ids, true
	f.Reason = fmt.Sprintf("presumed not done: data on it were withheld after the request of %s (%s), and nothing in the text says that they could not be had; the text itself does not say that it was not done",
		h.in.Request.Date, h.in.Request.Source)
}

// bars says why the presumption cannot be applied; empty where it can.
func (h *hearing) bars() string {
	r, s := h.in.Request, h.in.Standard
	begin := h.period(s, h.in.Narrative.Year).Start
	if begin == "" {
		begin = fmt.Sprint(h.in.Narrative.Year - 1)
	}
	switch {
	case s.Presumption == "":
		return "the law has none"
	case r == nil:
		return "no request for data is recorded"
	case goodFaith(s):
		return "for the reports of 2004 and 2005 an effort in good faith to collect some data was enough, and a narrative does not tell of that"
	case before(r.Date, begin):
		return fmt.Sprintf("the request of %s is older than the time that the report covers", r.Date)
	case after(r.Date, fmt.Sprintf("%04d-12-31", h.in.Narrative.Year)):
		return fmt.Sprintf("the request of %s is younger than the report", r.Date)
	case h.unable != nil:
		return fmt.Sprintf("the law asks for data within the government's capacity, and claim %s tells that it is lacking", h.unable.ID)
	}
	return ""
}

// goodFaith reports whether the law is that of the reports of 2004 and 2005.
func goodFaith(s *standard.Standard) bool { return s.LastReport > 0 && s.LastReport <= 2005 }

// requested says what became of the presumption.
func (h *hearing) requested(as *plumbline.Assessment) []string {
	s, r := h.in.Standard, h.in.Request
	if s.Presumption == "" {
		if r != nil {
			return []string{"a request for data is recorded, but the law of " + string(s.Name) + " has no data presumption"}
		}
		return nil
	}
	if r == nil {
		if slices.ContainsFunc(as.Findings, func(f plumbline.Finding) bool { return f.Verdict == plumbline.VerdictUnknown && presumes(s, &f) }) {
			return []string{"no request for data is recorded, so the data presumption is not applied; it may apply if one was made"}
		}
		return nil
	}
	said := fmt.Sprintf("the Department is recorded to have asked for data (%s, %s): ", r.Date, r.Source)
	if why := h.bars(); why != "" {
		return []string{said + "the data presumption is not applied all the same; " + why}
	}
	var held []string
	for i := range as.Findings {
		for _, e := range as.Findings[i].Elements {
			if e.Presumed {
				held = append(held, fmt.Sprintf("%s %s", as.Findings[i].Criterion, e.Gloss))
			}
		}
	}
	if held == nil {
		return []string{said + "the text tells of no data withheld that the data presumption could rest on"}
	}
	return []string{said + "presumed not done: " + strings.Join(held, "; ")}
}

// presumes reports whether the presumption speaks of a criterion.
func presumes(s *standard.Standard, f *plumbline.Finding) bool {
	for i := range s.Criteria {
		if s.Criteria[i].ID == f.Criterion {
			return s.Criteria[i].As == "b1" || s.Criteria[i].As == "b7"
		}
	}
	return false
}

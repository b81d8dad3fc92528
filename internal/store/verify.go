package store

import (
	"fmt"
	"unicode/utf8"

	"plumbline"
	"plumbline/internal/text"
)

// verify refuses a reading that contradicts itself. It names the first fault
// found: there should be none, and the remedy is in the reader.
func verify(r *plumbline.Reading) error {
	d := &r.Document
	var faults faults
	if d.ID == "" || d.SHA256 == "" {
		faults.add("document", d.ID, "lacks its id or hash")
	}
	if !utf8.ValidString(d.Text) {
		faults.add("document", d.ID, "its text is not UTF-8")
	}
	faults.parts(d)
	faults.original(r)
	narratives := faults.narratives(d, r.Narratives)
	faults.claims(d, narratives, r.Claims)
	for _, doubt := range r.Doubts {
		if doubt.Narrative != "" && narratives[doubt.Narrative] == nil {
			faults.add("doubt", doubt.Narrative, "belongs to no narrative of its document")
		}
		if outside(d, doubt.Span) {
			faults.add("doubt", doubt.Narrative, "its span lies outside the text")
		}
	}
	if len(faults) > 0 {
		return fmt.Errorf("document %s: %w: %s (%d such in all); this is a fault of the reader, nothing was stored",
			d.File, plumbline.ErrInvalid, faults[0], len(faults))
	}
	return nil
}

// Problem is something in the database that should not be so.
type Problem struct {
	Thing string // "claim 4f2a…", "database plumbline.db"
	Fact  string
}

// String returns the problem as "thing: fact".
func (p Problem) String() string { return p.Thing + ": " + p.Fact }

type faults []Problem

func (f *faults) add(noun string, id any, fact string) {
	*f = append(*f, Problem{fmt.Sprintf("%s %v", noun, id), fact})
}

// narratives checks a document's narratives and returns them by id.
func (f *faults) narratives(d *plumbline.Document, ns []plumbline.Narrative) map[plumbline.NarrativeID]*plumbline.Narrative {
	byID := make(map[plumbline.NarrativeID]*plumbline.Narrative, len(ns))
	for i := range ns {
		n := &ns[i]
		if byID[n.ID] != nil {
			f.add("narrative", n.ID, "there are two with this id")
		}
		byID[n.ID] = n
		if n.Document != d.ID || n.File != d.File {
			f.add("narrative", n.ID, "is of another document")
		}
		f.narrative(d, n)
	}
	return byID
}

// claims checks the claims of a document's narratives.
func (f *faults) claims(d *plumbline.Document, ns map[plumbline.NarrativeID]*plumbline.Narrative, cs []plumbline.Claim) {
	seen := make(map[plumbline.ClaimID]bool, len(cs))
	for i := range cs {
		c := &cs[i]
		if seen[c.ID] {
			f.add("claim", c.ID, "there are two with this id")
		}
		seen[c.ID] = true
		n := ns[c.Narrative]
		if n == nil {
			f.add("claim", c.ID, "belongs to no narrative of its document")
			continue
		}
		if c.Country != n.Country || c.Year != n.Year || c.File != n.File {
			f.add("claim", c.ID, "has not the country, year and file of its narrative")
		}
		f.claim(d, n.Span, c)
	}
}

// narrative checks that a narrative and its parts lie where they should.
func (f *faults) narrative(d *plumbline.Document, n *plumbline.Narrative) {
	if outside(d, n.Span) {
		f.add("narrative", n.ID, "its span lies outside the text")
		return
	}
	inner := []text.Span{n.Heading}
	for _, s := range n.Sections {
		inner = append(inner, s.Span, s.Heading)
	}
	for _, s := range append(inner, n.Furniture...) {
		if s != (text.Span{}) && (outside(d, s) || !n.Span.Contains(s)) {
			f.add("narrative", n.ID, fmt.Sprintf("bytes %d-%d of its parts lie outside it", s.Start, s.End))
		}
	}
}

// claim checks that a claim cites its narrative and quotes it to the byte.
func (f *faults) claim(d *plumbline.Document, narrative text.Span, c *plumbline.Claim) {
	at := c.Citation.Span
	switch {
	case c.ID == "" || c.Type == "" || c.FoundBy == "":
		f.add("claim", c.ID, "lacks its id, type or rule")
	case outside(d, at) || at.Empty():
		f.add("claim", c.ID, "cites nothing inside the text")
	case !narrative.Contains(at):
		f.add("claim", c.ID, "cites words outside its narrative")
	case at.In(d.Text) != c.Citation.Quote:
		f.add("claim", c.ID, fmt.Sprintf("its quote is not what stands at bytes %d-%d", at.Start, at.End))
	}
	for _, e := range c.Evidence {
		if outside(d, e.Span) || !narrative.Contains(e.Span) {
			f.add("claim", c.ID, fmt.Sprintf("its %s evidence lies outside its narrative", e.What))
		}
	}
}

func outside(d *plumbline.Document, s text.Span) bool {
	return s.Start < 0 || s.End < s.Start || s.End > len(d.Text)
}

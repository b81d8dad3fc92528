package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// A Maker makes readings for tests. The same Maker makes the same reading.
type Maker struct {
	File       string // "a.txt" where empty
	Rules      string // "rules 1" where empty
	Country    plumbline.CountryCode
	Year       int
	Narratives int // 1 where 0; those after the first are of countries AAB, AAC...
	Claims     int // in each narrative
	Sentence   int // bytes between the beginnings of two claims; 60 where 0
	Sample     bool
	Seed       string // documents of different seeds have different bytes
}

// Reading makes a reading: a Document whose text is a heading and a sentence
// for each claim, and claims of every type in turn.
func (m Maker) Reading() *plumbline.Reading {
	m.defaults()
	r := &plumbline.Reading{Rules: m.Rules}
	d := &r.Document
	d.Text, r.Narratives = m.text()
	sum := sha256.Sum256([]byte(d.Text))
	d.SHA256 = hex.EncodeToString(sum[:])
	d.File, d.MediaType, d.Sample = m.File, "text/plain", m.Sample
	d.Context = plumbline.Context{Country: m.Country, Year: m.Year}
	d.ID = plumbline.NewDocumentID(d.SHA256, d.Context)
	for i := range r.Narratives {
		n := &r.Narratives[i]
		n.Document, n.File, n.Layout = d.ID, d.File, "test"
		n.ID = plumbline.NewNarrativeID(d.ID, n.Country, n.Year, n.Span)
		for k := range m.Claims {
			r.Claims = append(r.Claims, m.claim(d, n, k))
		}
	}
	return r
}

func (m *Maker) defaults() {
	if m.File == "" {
		m.File = "a.txt"
	}
	if m.Rules == "" {
		m.Rules = "rules 1"
	}
	if m.Narratives == 0 {
		m.Narratives = 1
	}
	if m.Sentence == 0 {
		m.Sentence = 60
	}
}

func (m *Maker) text() (string, []plumbline.Narrative) {
	var b strings.Builder
	var ns []plumbline.Narrative
	for i := range m.Narratives {
		n := plumbline.Narrative{Country: m.Country, Year: m.Year}
		if i > 0 {
			n.Country = plumbline.CountryCode([]byte{'A' + byte(i/676%26), 'A' + byte(i/26%26), 'A' + byte(i%26)})
		}
		n.Placement = plumbline.Placement{Tier: plumbline.Tier2, HeadingTier: plumbline.Tier2}
		n.Span.Start = b.Len()
		fmt.Fprintf(&b, "COUNTRY %s (Tier 2) %s\n", n.Country, m.Seed)
		n.Heading = text.Span{Start: n.Span.Start, End: b.Len() - 1}
		start := b.Len()
		for k := range m.Claims {
			line := fmt.Sprintf("The authorities of Österreich convicted %d traffickers.", k)
			b.WriteString(line + strings.Repeat(" ", max(m.Sentence-len(line)-1, 0)) + "\n")
		}
		n.Span.End = b.Len()
		n.Sections = []plumbline.Section{{Name: plumbline.Prosecution, Span: text.Span{Start: start, End: b.Len()}}}
		ns = append(ns, n)
	}
	return b.String(), ns
}

// claim makes the claim of the narrative's sentence number k.
func (m *Maker) claim(d *plumbline.Document, n *plumbline.Narrative, k int) plumbline.Claim {
	start := n.Sections[0].Span.Start
	for range k { // sentences are as long as they are
		start += strings.IndexByte(d.Text[start:], '\n') + 1
	}
	line := d.Text[start : start+strings.IndexByte(d.Text[start:], '\n')]
	quote := line[strings.Index(line, "convicted") : strings.Index(line, ".")+1]
	at := text.Span{Start: start + strings.Index(line, quote)}
	at.End = at.Start + len(quote)
	c := plumbline.Claim{
		Narrative: n.ID, File: n.File, Country: n.Country, Year: n.Year, Section: plumbline.Prosecution,
		Type:      plumbline.ClaimTypes[k%len(plumbline.ClaimTypes)],
		Valence:   []plumbline.Valence{plumbline.Good, plumbline.Bad, plumbline.Mixed, ""}[k%4],
		Certainty: []plumbline.Certainty{plumbline.Certain, plumbline.Certain, plumbline.Probable, plumbline.Unknown}[k/2%4],
		Reporting: []plumbline.Reporting{plumbline.Stated, plumbline.Stated, plumbline.Stated, plumbline.NotReported}[k/3%4],
		Aspect:    plumbline.Done, Source: plumbline.Author,
		Participants: plumbline.Participants{Subject: []string{string(n.Country)}, Actor: []string{string(n.Country)}, Forms: []string{"forced-labor"}},
		Quantity:     plumbline.Quantity{Count: plumbline.Known(int64(k)), Unit: "convictions"},
		Time:         plumbline.Interval{Start: fmt.Sprint(n.Year - 1), End: fmt.Sprint(n.Year)},
		Citation:     plumbline.Citation{Span: at, Quote: quote},
		FoundBy:      "conviction/number",
		Evidence:     []plumbline.Evidence{{What: plumbline.QuantityCue, Span: text.Span{Start: at.Start + 10, End: at.Start + 11}}},
	}
	c.ID = plumbline.NewClaimID(d.ID, &c, 0)
	return c
}

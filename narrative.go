package plumbline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"plumbline/internal/text"
)

// NarrativeID identifies a Narrative.
type NarrativeID string

// Narrative is what one Document says of one country in one year.
type Narrative struct {
	ID        NarrativeID
	Document  DocumentID
	File      string
	Country   CountryCode // empty where neither text nor user says
	Year      int         // the year of the report; 0 where unknown
	Layout    string      // name of the Layout that it was segmented by
	Span      text.Span   // heading and all sections
	Heading   text.Span   // empty where there is none
	Placement Placement
	Sections  []Section   // in the order of the text
	Furniture []text.Span // running heads and page numbers inside the sections, read through
}

// NewNarrativeID derives a Narrative's identity from its document, country,
// year and place.
func NewNarrativeID(d DocumentID, c CountryCode, year int, s text.Span) NarrativeID {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%s|%d|%d-%d", d, c, year, s.Start, s.End))
	return NarrativeID(hex.EncodeToString(sum[:8]))
}

// SectionAt returns the section that holds the byte at offset, or nil.
func (n *Narrative) SectionAt(offset int) *Section {
	for i := range n.Sections {
		if n.Sections[i].Span.Holds(offset) {
			return &n.Sections[i]
		}
	}
	return nil
}

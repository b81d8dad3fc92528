package plumbline

import "plumbline/internal/text"

// Apart is what a Document has beside what its Narratives say. No Claim is read
// from it.
type Apart struct {
	Stretches []text.Span   // outside all Narratives, in the order of the text: contents, essays, lists
	Tables    []Enforcement // in the order of the text
}

// Enforcement is the table of law enforcement that a Report prints for the
// world or for a region. It is no part of what a Narrative says.
type Enforcement struct {
	Title string // what stands above it; may be empty
	Span  text.Span
	Years []EnforcementYear
}

// EnforcementYear is a row of the table. What is not printed is not known.
type EnforcementYear struct {
	Year         int
	Span         text.Span
	Prosecutions EnforcementCount
	Convictions  EnforcementCount
	Victims      EnforcementCount // identified
	Laws         Figure           // new or amended
}

// EnforcementCount is a number and, in brackets behind it, the share of it that
// concerns labour.
type EnforcementCount struct{ All, Labor Figure }

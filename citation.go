package plumbline

import "plumbline/internal/text"

// Citation is the place in a Document that carries a Claim. Quote is exactly
// the bytes of the Document's Text at Span.
type Citation struct {
	Span     text.Span
	Quote    string
	Page     int // first page; 0 where the format has no pages
	LastPage int
}

// Evidence is a cue that shaped a Claim: the "not", the "reportedly", the
// number.
type Evidence struct {
	What EvidenceKind
	Span text.Span
}

// EvidenceKind says what an Evidence span is evidence of.
type EvidenceKind string

// The kinds of evidence.
const (
	NegationCue  EvidenceKind = "negation"
	HedgeCue     EvidenceKind = "hedge"
	ReportCue    EvidenceKind = "report"
	ConditionCue EvidenceKind = "condition"
	AspectCue    EvidenceKind = "aspect"
	SourceCue    EvidenceKind = "source"
	QuantityCue  EvidenceKind = "quantity"
	TimeCue      EvidenceKind = "time"
	ReferenceCue EvidenceKind = "reference"
	PlaceCue     EvidenceKind = "place"
)

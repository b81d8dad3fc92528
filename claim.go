package plumbline

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"plumbline/internal/text"
)

// ClaimID identifies a Claim. It does not depend on the rule that found it.
type ClaimID string

// RuleName names a rule of data/grammar as type/rule.
type RuleName string

// Claim is one thing that a text says, for one act or state of affairs, as the
// text says it (codebook v1). The zero value of a field means that the text
// does not say.
type Claim struct {
	ID        ClaimID
	Narrative NarrativeID
	File      string
	Country   CountryCode // of the narrative
	Year      int         // of the narrative; 0 where unknown
	Section   SectionName

	Type      ClaimType
	Valence   Valence
	Certainty Certainty
	Reporting Reporting
	Aspect    Aspect
	Source    SourceKind
	Movement  Movement
	Direction Direction
	Frequency Frequency

	Participants Participants
	Quantity     Quantity
	Terms        *Terms // of a law claim
	Time         Interval

	Citation    Citation
	FoundBy     RuleName
	Evidence    []Evidence
	QualifiedBy []ClaimID // claims beside it that undercut it
	Act         string    // shared by claims that tell the same act twice
}

// Participants are who and what takes part in a Claim, by role. Countries are
// CountryCodes as strings; the other lists hold ids of the codebook's lists or
// the text's own words.
type Participants struct {
	Subject            []string // countries that the claim is about
	Actor              []string // country codes, publisher, ngo or international-organization
	Origin             []string
	OriginRegions      []string
	Destination        []string
	DestinationRegions []string
	Transit            []string
	Roles              []string // source, transit, destination, internal
	Victims            []string
	Perpetrators       []string
	Buyer              []string
	Instrument         []string // laws, treaties, plans, as the text names them
	Forms              []string
	Sectors            []string
	Means              []string
	Factors            []string
	Topics             []string // of a recommendation or trend
}

// Quantity is a number that a Claim states. A figure that is not known is not
// zero.
type Quantity struct {
	Count    Figure // the number printed; of "more than 500" Min is 500 as well
	Min, Max Figure
	Share    Ratio
	Previous Figure // of the period before, where the same sentence gives it
	Unit     string // for instance investigations, victims-identified
	Of       string // of an estimate: victims, prisoners, migrants...
	Approx   bool
}

// Figure is a whole number, if known.
type Figure struct {
	N     int64
	Known bool
}

// Known returns the Figure n.
func Known(n int64) Figure { return Figure{N: n, Known: true} }

// Ratio is a share between 0 and 1, if known.
type Ratio struct {
	R     float64
	Known bool
}

// Interval is a time in ISO 8601, as short as known: 2007, 2007-01.
type Interval struct {
	Start, End string
}

// Terms are what a law claim says of the law.
type Terms struct {
	Covers     []string // sex, labor
	Population []string // adults, children
	ForceProof Answer   // whether force, fraud or coercion is required for children
	YearsMin   Figure   // of imprisonment
	YearsMax   Figure
	FineOption Answer   // a fine may stand instead of prison
	Judgement  []string // stringent, commensurate, not-stringent, not-commensurate
	Kind       string   // anti-trafficking, related, used-against-victims
}

// NewClaimID derives a Claim's identity from its narrative, span, type,
// participants, quantity and an ordinal that tells apart claims alike in all
// these.
func NewClaimID(document DocumentID, c *Claim, ordinal int) ClaimID {
	var room [512]byte
	b := append(room[:0], document...)
	b = append(b, '|')
	b = appendWord(b, string(c.Country))
	b = appendNumber(b, int64(c.Year))
	b = appendNumber(b, int64(c.Citation.Span.Start))
	b = appendNumber(b, int64(c.Citation.Span.End))
	b = appendWord(b, string(c.Type))
	p := &c.Participants
	for _, list := range [...]*[]string{
		&p.Subject, &p.Actor, &p.Origin, &p.OriginRegions, &p.Destination, &p.DestinationRegions, &p.Transit, &p.Roles,
		&p.Victims, &p.Perpetrators, &p.Buyer, &p.Instrument, &p.Forms, &p.Sectors, &p.Means, &p.Factors, &p.Topics,
	} {
		for _, s := range *list {
			b = appendWord(b, s)
		}
		b = append(b, '\n')
	}
	q := &c.Quantity
	b = q.Count.append(b)
	b = q.Min.append(b)
	b = q.Max.append(b)
	b = q.Previous.append(b)
	if q.Share.Known {
		b = strconv.AppendFloat(b, q.Share.R, 'g', -1, 64)
	}
	b = strconv.AppendBool(b, q.Approx)
	b = appendWord(b, q.Unit)
	b = appendWord(b, q.Of)
	b = appendNumber(b, int64(ordinal))
	sum := sha256.Sum256(b)
	return ClaimID(hex.EncodeToString(sum[:8]))
}

func appendWord(b []byte, s string) []byte { return append(append(b, s...), '|') }

func appendNumber(b []byte, n int64) []byte { return append(strconv.AppendInt(b, n, 10), '|') }

func (f Figure) append(b []byte) []byte {
	if f == (Figure{}) { // as most are
		return append(b, "false0|"...)
	}
	return appendNumber(strconv.AppendBool(b, f.Known), f.N)
}

// Spans lists the Claim's citation and evidence, citation first.
func (c *Claim) Spans() []text.Span {
	spans := []text.Span{c.Citation.Span}
	for _, e := range c.Evidence {
		spans = append(spans, e.Span)
	}
	return spans
}

// Hedged reports whether the text does not state the Claim flatly.
func (c *Claim) Hedged() bool { return c.Certainty != Certain }

// Undercut reports whether words behind the Claim take it back in part: "...;
// however, these cases may include activists". Where they are no Claim of their
// own (QualifiedBy), a reference and a hedge behind its citation are its
// evidence.
func (c *Claim) Undercut() bool {
	if len(c.QualifiedBy) > 0 {
		return true
	}
	refers, hedged := false, false
	for _, e := range c.Evidence {
		if e.Span.Start >= c.Citation.Span.End {
			refers = refers || e.What == ReferenceCue
			hedged = hedged || e.What == HedgeCue
		}
	}
	return refers && hedged
}

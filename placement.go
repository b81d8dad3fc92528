package plumbline

import "plumbline/internal/text"

// Tier is a placement on the lists of 22 USC 7107(b)(1) and (2), as printed.
type Tier string

// The tiers. A tier rates a government's efforts; it does not measure how much
// trafficking there is, nor the risk of a product or supplier.
const (
	Tier1       Tier = "1"
	Tier2       Tier = "2"
	Tier2WL     Tier = "2WL" // Tier 2 Watch List
	Tier3       Tier = "3"
	SpecialCase Tier = "SC"
)

// Name returns the tier as the reports print it: "Tier 2 Watch List".
func (t Tier) Name() string {
	switch t {
	case "":
		return "no tier printed"
	case Tier2WL:
		return "Tier 2 Watch List"
	case SpecialCase:
		return "Special Case"
	}
	return "Tier " + string(t)
}

// Ranked lists the tiers that are ordered, from worst to best. A Special Case is
// not ranked.
var Ranked = [...]Tier{Tier3, Tier2WL, Tier2, Tier1}

// Rank gives the place of t in Ranked; -1 where it has none.
func (t Tier) Rank() int {
	for i, r := range Ranked {
		if r == t {
			return i
		}
	}
	return -1
}

// MoveFrom says what became of a tier; nothing where one of the two is not
// ranked.
func (t Tier) MoveFrom(before Tier) Move {
	a, b := before.Rank(), t.Rank()
	switch {
	case a < 0 || b < 0:
		return ""
	case a < b:
		return Upgraded
	case a > b:
		return Downgraded
	}
	return Remained
}

// Move is what the outcome sentence says of the tier against the year before.
type Move string

// The moves that outcome sentences state.
const (
	Upgraded   Move = "upgraded"
	Downgraded Move = "downgraded"
	Remained   Move = "remained"
	Placed     Move = "placed"
)

// Basis tells a placement by assessment from the downgrade that the
// two-year rule of 22 USC 7107(b)(2)(D) requires.
type Basis string

// The bases of a placement.
const (
	Assessed  Basis = "assessed"
	Automatic Basis = "automatic"
)

// Answer is yes, no or, as its zero value, not said.
type Answer string

// The answers.
const (
	NotSaid Answer = ""
	Yes     Answer = "yes"
	No      Answer = "no"
)

// Placement is the tier that the publisher printed, in the heading and in the
// outcome sentence. Both are kept; where they differ, Tier is the heading's
// and the difference is reported as a Doubt.
type Placement struct {
	Tier               Tier // empty where none is printed
	HeadingTier        Tier
	OutcomeTier        Tier
	FullyMeets         Answer // the minimum standards of 22 USC 7106(a)
	SignificantEfforts Answer // 22 USC 7107(b)(1)
	Move               Move
	Consecutive        int  // years in a row at that tier, as said; 0 where not said
	Waiver             bool // a downgrade waiver under 22 USC 7107(b)(2)(D) is said to be granted
	Basis              Basis
}

// Doubt is something about a text that a person should look at: a heading tier
// that contradicts the outcome sentence, a slip in a formula, a missing year.
type Doubt struct {
	Narrative NarrativeID // empty where it concerns the whole Document
	Span      text.Span
	Message   string
	Hint      string // what to do about it
}

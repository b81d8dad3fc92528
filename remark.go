package plumbline

// Remark is one thing in which a narrative does not fit with itself, with the
// narrative of the year before or with the time that its report covers. It
// calls for a look at the page; it does not say which side is right.
type Remark struct {
	Kind      RemarkKind
	Narrative NarrativeID
	Message   string
	Hint      string    // what to look at
	Certainty Certainty // certain where the words leave no other reading
	Places    []Place   // what does not fit, the place to look at first in front
}

// RemarkKind is the kind of a Remark.
type RemarkKind string

// The kinds of Remark.
const (
	FiguresDiffer RemarkKind = "figures"   // one figure told twice, with two numbers
	TrendDiffers  RemarkKind = "trend"     // a word for a trend, against its figures
	SumDiffers    RemarkKind = "sum"       // parts that exceed their whole or do not add up
	FormulaSlip   RemarkKind = "formula"   // tier and standing, against the formulas that state them
	Unchanged     RemarkKind = "unchanged" // a sentence that stood there the year before
	OutsidePeriod RemarkKind = "period"    // an act dated outside the time that the report covers
)

// RemarkKinds lists the kinds of Remark in the order in which they are shown.
var RemarkKinds = []RemarkKind{FormulaSlip, FiguresDiffer, TrendDiffers, SumDiffers, OutsidePeriod, Unchanged}

// Place is words of a narrative that a Remark is about.
type Place struct {
	Narrative NarrativeID
	Section   SectionName
	Claim     ClaimID // that says so; empty where it was read from the words alone
	Citation  Citation
}

// Repeated says how much of a narrative stood in that of the year before.
// Formulas and short sentences are not counted.
type Repeated struct {
	Sentences       int // compared, recommendations left out
	Same, Nearly    int // word for word; but for a few words
	Recommendations int
	Again           int // recommendations that stand again, word for word or nearly
}

package plumbline

// StandardName names a Standard by the date from which it is in force:
// 2008-12-23.
type StandardName string

// CriterionID names a Criterion as the statute numbers it in that version:
// 108(a)(1) is a minimum standard, 108(b)(7) an indicium of serious and
// sustained efforts, 110(b)(3)(A)(ii) a factor of significant efforts.
type CriterionID string

// ElementName names an Element; it is an identifier in a Criterion's formula.
type ElementName string

// Standard is the law that the reports are made under, as in force from a date:
// the minimum standards and indicia of 22 USC 7106 and the lists of 22 USC 7107.
type Standard struct {
	Name        StandardName
	Act         string // with its public law and Statutes at Large citation
	Source      string // what it was read in, each part with its mark: [V], [P], [M]
	FirstReport int    // 0 where another version took its place before a report was made
	LastReport  int    // 0 while it is in force
	Checked     int    // while it is in force: the last report for which it was looked whether it still is
	Due         string // when the report is due
	Scope       string
	Criteria    []Criterion
	TwoYear     TwoYearRule
	WatchList   string // who stands on the Special Watch List beside the limbs among the Criteria, in our words; empty where there is none
	Presumption string // the data presumption in our words; empty where there is none
	Periods     []Period
	Switches    []Switch
}

// Criterion is one question that the statute puts, made of Elements and of
// Criteria that stand before it.
type Criterion struct {
	ID       CriterionID
	As       string // its name in formulas: a1, b7
	Role     CriterionRole
	Title    string
	Gloss    string // what it asks, in plain language
	Cite     string // 22 USC ...
	Source   string
	Since    StandardName // the version that brought it; texts for earlier reports cannot answer it
	Elements []Element
	When     string // formula over the names of Elements and Criteria: when it is met
}

// CriterionRole says what a Criterion does in the lists of 22 USC 7107(b).
type CriterionRole string

// The roles of a Criterion.
const (
	MinimumStandard CriterionRole = "standard" // 22 USC 7106(a)
	Indicium        CriterionRole = "indicium" // 22 USC 7106(b)
	EffortsFactor   CriterionRole = "factor"   // 22 USC 7107(b)(3)(A), (D)-(F)
	ProofOfFailure  CriterionRole = "proof"    // 22 USC 7107(b)(3)(B), from 2019: a policy or pattern
	FullCompliance  CriterionRole = "complies" // 22 USC 7107(b)(1)(A)
	MakesEfforts    CriterionRole = "efforts"  // 22 USC 7107(b)(1)(B)
	WatchListLimb   CriterionRole = "limb"     // 22 USC 7107(b)(2)(A)(iii): a reason for the Special Watch List
)

// Element is a small part of a Criterion that claims can answer.
type Element struct {
	Name  ElementName
	Gloss string
	Cite  string
	Since StandardName
}

// TwoYearRule is 22 USC 7107(b)(2)(D) and (F) as in force in a Standard.
type TwoYearRule struct {
	CountsFrom     int // first report whose Watch List year counts; 0 where there is no such rule
	Years          int // consecutive years after which list C follows
	WaiverYears    int // years that downgrade waivers can add
	RelistingYears int // years on the Watch List after an automatic downgrade; 0 where unlimited
	Cite, Source   string
}

// Period is the time that the report of a year covers.
type Period struct {
	Year         int
	Start, End   string // ISO 8601 dates
	Cite, Source string
}

// Switch is a choice of reading where the statute leaves room.
type Switch struct {
	Name    string
	Values  []string // the first is the default; one alone is a choice that is fixed here
	Gloss   string
	Because string // why the default is what it is
}

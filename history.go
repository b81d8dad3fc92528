package plumbline

// PastPlacement is the tier of a country in the report of a year, as a bundled
// fact. A year without one is unknown.
type PastPlacement struct {
	Country  CountryCode
	Year     int
	Tier     Tier
	Source   string
	Verified Verification
	From     int // of a derived one: the year of the report whose text it was worked out from
}

// Verification says how a bundled fact is known.
type Verification string

// The verifications.
const (
	Primary   Verification = "primary"   // read in the report itself
	Secondary Verification = "secondary" // from a list or data set
	Derived   Verification = "derived"   // worked out from a later report; never history for that report
)

// TreatyAction is what a country did on the UN TIP Protocol on a day. No action
// known means unknown, never not a party.
type TreatyAction struct {
	Country CountryCode
	Date    string // ISO 8601
	Action  string // signature, ratification, accession, acceptance, approval, succession
	Source  string
}

// Clock is where a country stands under the two-year rule of 22 USC
// 7107(b)(2)(D) and (F) when the report of Year is made: what the reports
// before it add up to, and what a further year on the Watch List would mean.
type Clock struct {
	Country     CountryCode
	Year        int
	Applies     bool   // the rule is in force and its years have begun to count
	Consecutive Figure // counting years on Tier 2 Watch List that end with the report before Year; unknown where a needed year is missing
	WaiversUsed Figure // years beyond the rule's own, each of which needed a downgrade waiver
	WaiversLeft Figure // under the law of Year
	Due         int    // first report for which a further year needs a waiver or is a downgrade; 0 where none is in sight or it is unknown
	Last        int    // first report for which no waiver can hold the downgrade off; 0 where none is in sight or unknown
	Relisted    bool   // back on the list after an automatic downgrade, under the limit of (F)
	Automatic   bool   // a further placement on Tier 2 Watch List in Year is barred: list C follows
	MustWaive   bool   // a further placement in Year needs a downgrade waiver
	Missing     []int  // years that would have to be known
	Derived     []int  // years known only from a later report's text
	Reason      string
}

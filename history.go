package plumbline

// PastPlacement is the tier of a country in the report of a year, as a fact. A
// year without one is unknown.
type PastPlacement struct {
	Country  CountryCode
	Year     int
	Tier     Tier
	Source   string
	Verified Verification
	From     int        // of a derived one: the year of the report whose text it was worked out from
	Document DocumentID // of one that the user's database gives
}

// Verification says how a fact of history is known.
type Verification string

// The verifications.
const (
	Primary   Verification = "primary"   // read in the report itself
	Secondary Verification = "secondary" // from a list or data set
	Derived   Verification = "derived"   // worked out from a later report; never history for that report
	Stored    Verification = "stored"    // printed in a narrative of the user's database
)

// TreatyAction is what a country did on the UN TIP Protocol on a day. No action
// known means unknown, never not a party.
type TreatyAction struct {
	Country CountryCode
	Date    string // ISO 8601
	Action  string // signature, ratification, accession, acceptance, approval, succession
	Source  string
}

// WaiverKind tells the waivers apart; they are three things and never one word.
type WaiverKind string

// The kinds of waiver that facts are kept of.
const (
	DowngradeWaiver    WaiverKind = "downgrade"    // of the two-year rule, 22 USC 7107(b)(2)(D)(ii)
	RestrictionsWaiver WaiverKind = "restrictions" // of what follows Tier 3, 22 USC 7107(d)(4)-(5)
)

// Waiver is a waiver known to have been granted. No row means unknown.
type Waiver struct {
	Country  CountryCode
	Year     int // of the report
	Kind     WaiverKind
	Verified Verification
	Source   string
}

// ChildSoldierListing is a country on the list of 22 USC 2370c-1 that a year's
// report prints. It is no tier.
type ChildSoldierListing struct {
	Country CountryCode
	Year    int
	Source  string
}

// Succession says that the reports rate a unit where they rated another before.
// The placements of the one are no history of the other.
type Succession struct {
	Successor, Predecessor CountryCode
	Year                   int // first report on the successor
}

// CountryHistory is all that is known of a country before the report of
// Clock.Year.
type CountryHistory struct {
	Country       CountryCode
	Years         []PlacementYear // every report from the first to the last, unknown ones too
	Waivers       []Waiver
	Treaty        []TreatyAction
	ChildSoldiers []ChildSoldierListing
	ListsKnown    []int // the years whose child-soldier lists are known in full
	Successions   []Succession
	Clock         Clock
}

// PlacementYear is a year of a history.
type PlacementYear struct {
	PastPlacement // its Tier is empty where it is unknown
	Move          Move
	TwoYear       TwoYearStep
	Others        []PastPlacement // other sources that say otherwise
}

// TwoYearStep is what the two-year rule asked for in a year.
type TwoYearStep string

// The steps of the two-year rule.
const (
	WaiverStep    TwoYearStep = "waiver"    // a further year on Tier 2 Watch List needed a downgrade waiver
	DowngradeStep TwoYearStep = "downgrade" // it was barred, list C followed
)

// Clock is where a country stands under the two-year rule of 22 USC
// 7107(b)(2)(D) and (F) when the report of Year is made: what the reports
// before it add up to, and what a further year on the Watch List would mean.
// An Answer that is not said is unknown.
type Clock struct {
	Country     CountryCode
	Year        int
	Applies     bool   // the rule is in force and its years have begun to count
	Consecutive Figure // counting years on Tier 2 Watch List that end with the report before Year; unknown where a needed year is missing
	AtLeast     int    // years that are certain
	AtMost      int    // years that are possible
	WaiversUsed Figure // years beyond the rule's own, each of which needed a downgrade waiver
	WaiversLeft Figure // under the law of Year
	Due         int    // first report for which a further year needs a waiver or is a downgrade; 0 where none is in sight or it is unknown
	Last        int    // first report for which no waiver can hold the downgrade off; 0 where none is in sight or unknown
	Relisted    Answer // back on the list after an automatic downgrade, under the limit of (F)
	MustWaive   Answer // a further placement on Tier 2 Watch List in Year needs a downgrade waiver
	Automatic   Answer // it is barred: list C follows
	Missing     []int  // years that would have to be known
	Derived     []int  // years known only from a later report's text
	Reason      string
}

// Statement is what a narrative says of its country's past, held against the
// history without that narrative.
type Statement struct {
	Narrative NarrativeID
	Document  DocumentID
	File      string
	Country   CountryCode
	Year      int // of the report that says it
	Kind      StatementKind
	Says      string // in a few words
	Quote     string
	Verdict   StatementVerdict
	Reason    string
}

// StatementKind tells statements apart by what they are about.
type StatementKind string

// The kinds of Statement.
const (
	ConsecutiveStatement StatementKind = "consecutive" // for the nth consecutive year
	WaiverStatement      StatementKind = "waiver"      // a downgrade waiver was granted
	AutomaticStatement   StatementKind = "automatic"   // the two-year rule required the downgrade
	MoveStatement        StatementKind = "move"        // upgraded, downgraded, remained
	TierStatement        StatementKind = "tier"        // the printed tier itself
)

// StatementVerdict is how a Statement and the history stand to each other.
type StatementVerdict string

// The verdicts on a Statement.
const (
	Agrees    StatementVerdict = "agrees"
	Conflicts StatementVerdict = "conflicts"
	Untested  StatementVerdict = "unknown" // a needed year is missing or comes from the same text
)

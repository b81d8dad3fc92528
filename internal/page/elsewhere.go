package page

// Elsewhere is what the narratives of other countries say of one.
type Elsewhere struct {
	Name     string
	Country  string // address of its page
	Year     int
	Years    []YearCount
	Own      bool             // the database has the country's own narrative of the year
	Flows    []StatementGroup // by movement, each with whose narrative says so
	Deeds    []OtherLine      // what its government or officials did, as others tell
	Mentions []OtherLine
	Here     []OneSided // told in the country's own narrative alone
	There    []OneSided // told in the other's narrative alone
	Untested int        // flows with a country of which the database has no narrative of the year
}

func (Elsewhere) template() string { return "elsewhere" }

// YearCount is a report year with how much other narratives say.
type YearCount struct {
	Link
	Narratives, Claims int
}

// OtherLine is a claim with whose narrative says so.
type OtherLine struct {
	In   Link // the country-year
	Type string
	Line Line
}

// OneSided is a flow that one of two narratives of a year tells of.
type OneSided struct {
	Flow  string
	Cites []Link
	Other Link // the country whose narrative does not tell of it
}

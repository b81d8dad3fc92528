package page

import (
	"plumbline"
	"plumbline/internal/chart"
)

// Country is a country in a year: its tiers over the years, and what the
// narrative of that year says.
type Country struct {
	Heading  string
	Code     plumbline.CountryCode
	Year     int
	Years    []YearLink // every report year
	Timeline SVG
	Keys     []chart.Key
	Past     []PastRow
	Clock    []CountryFact
	ClockOf  int           // the report that the clock is about
	Notes    []string      // on units before and after, and on sources that differ
	Beside   []CountryFact // dated facts that are no tiers
	Links    []Link        // other pages on the country
	Told     *Told         // nil where the database has no narrative of the year
	Has      []Link        // years that it has a narrative of
	Hint     string        // what to do where it has none
}

func (Country) template() string { return "country" }

// YearLink is a report year of a country.
type YearLink struct {
	Link
	Told bool // the database has a narrative of it
}

// PastRow is a year in the table of tiers.
type PastRow struct {
	Year   int
	Href   string
	Tier   plumbline.Tier // empty where it is not known
	Move   string
	Rule   string // what the two-year rule asked for
	Known  string // how it is known
	Source string
	Text   string // address of the narrative that it was read in; may be empty
}

// CountryFact is a label with what is said under it.
type CountryFact struct {
	Label string
	Words []string
	Cites []Link // of the words in their text
}

// Told is what the narrative of a year says.
type Told struct {
	Tier      plumbline.Tier
	Facts     []CountryFact
	Origin    Origin
	Doubts    []string
	Conflict  string // between heading and outcome sentence
	Text      string // address of the narrative's text
	Indicated *Indicated
	Profile   []StatementGroup
	FlowMap   SVG
	FlowKeys  []chart.Key
	Flows     []StatementGroup
	Conduct   []ConductPart
	Figures   *Figures // nil where there are none
	Withheld  []Line   // what the government did not report
	Asked     []Asked
	Next      int  // the report year after
	NextTold  bool // the database has its narrative
}

// Indicated is what an assessment makes of the text, beside the tier as printed.
type Indicated struct {
	Rows     []IndicatedRow
	Minimum  []VerdictRow // of the minimum standards
	Href     string       // of the assessment
	Law      Link
	Unable   string // why there is no assessment; empty where there is one
	Distinct bool   // a reading indicates another tier than was printed
}

// IndicatedRow is one answer to which tier it is.
type IndicatedRow struct {
	Label string
	Tier  plumbline.Tier // empty where the reading cannot tell
	Note  string
}

// VerdictRow is one criterion with its verdict.
type VerdictRow struct {
	Name, Title, Verdict, Tone string
}

// StatementGroup is statements of the profile under a heading.
type StatementGroup struct {
	Heading string
	Note    string
	Plain   []Mentioned // ids with where they are said
	List    []Statement
}

// Mentioned is a word with the places that say it.
type Mentioned struct {
	Word  string
	Cites []Link
}

// Statement is one claim of the profile.
type Statement struct {
	Label string
	What  []string
	Quote string
	Href  string
	Whose *Link    // the narrative that says so, where it is not the page's own
	More  []string // frequency, time, hedge, source, silence: whatever must not be dropped
}

// ConductPart is what is said of conduct under one heading.
type ConductPart struct {
	ID     string
	Name   string
	Silent bool // the text has the section; nothing was read in it
	Tally  []Tally
	Trends []Line
	Groups []LineGroup
}

// Tally is how many statements there are of a kind.
type Tally struct {
	Word string
	Tone string
	N    int
}

// LineGroup is lines of one claim type.
type LineGroup struct {
	Type  Link
	Lines []Line
}

// Figures is counts over years, as a chart and as a table.
type Figures struct {
	Chart SVG
	Keys  []chart.Key
	Years []int
	Rows  []FigureRow
}

// FigureRow is one thing that is counted.
type FigureRow struct {
	Name  string
	Cells [][]Figure // one list for each of the years
}

// Figure is what one claim says of a number.
type Figure struct {
	Words string // "7", "about 12", "none reported"
	Kind  string // number, zero, silence
	Quote string
	Href  string
}

// Asked is one recommendation, and what the narrative of the year after says on
// the same subjects.
type Asked struct {
	Quote  string
	Href   string
	Topics string
	Next   []Line
	More   *Link // to the rest
}

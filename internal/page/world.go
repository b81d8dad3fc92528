package page

import (
	"plumbline"
	"plumbline/internal/chart"
)

// World is the tiers of a year.
type World struct {
	Year       int
	Before     int  // the report year before
	First      bool // no report came before
	Front      *Front
	Years      []Link // every report year
	Map        SVG
	Keys       []chart.Key
	Summary    []TierCount
	Ups        []Moved
	Downs      []Moved
	Into       []Moved      // to or from a Special Case, which is no rank
	Unsure     int          // places of which the tier is known in one of the two years only
	Cases      []Link       // Special Cases
	Auto       []Link       // automatic downgrades, as far as a text in the database says so
	Places     []WorldPlace // by name
	Gaps       []Link       // places that reports rate, of which the tier of this year is not known
	GapsBefore int          // places of which the tier of the year before is not known
	Derived    int          // places of which the tier is derived
	Samples    []Link       // narratives of the sample
}

// Front is what the first page says to those who come by.
type Front struct {
	Countries []string // their names, for the field
	Counts    []CountryFact
	Empty     bool // the database holds no narrative of an official text
}

// WorldPlace is one country in a year.
type WorldPlace struct {
	Country   plumbline.CountryCode
	Name      string
	Href      string
	Tier      plumbline.Tier
	Before    plumbline.Tier // empty where it is not known
	Move      plumbline.Move
	Known     string // how it is known
	Derived   bool
	Automatic bool
	Source    string
	Text      string // address of the narrative in the database; empty where it has none
}

// Moved is a place on another tier than the year before.
type Moved struct {
	Link
	From, To plumbline.Tier // From is empty where only the narrative says that it moved
	Derived  bool           // one of the two is
}

// TierCount is how many places were put on a tier.
type TierCount struct {
	Tier   plumbline.Tier
	Places int
	Before string // how many the year before; "not known" where no tier of it is
}

func (World) template() string { return "world" }

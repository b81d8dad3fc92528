package page

import "plumbline"

// Pack is a country-year to be printed and filed away: every statement with its
// words and place, where the text comes from, and how to cite it.
type Pack struct {
	Name      string
	Year      int
	Code      plumbline.CountryCode
	Tier      plumbline.Tier
	Country   string // address of the country-year
	Facts     []CountryFact
	Source    []CountryFact // file, address, retrieval, hash
	Conflict  string
	Doubts    []string
	Moved     string // from tier to tier
	Before    int
	HasBefore bool // the database has the narrative of the year before
	Turns     []PackTurn
	Notes     []string
	Change    string // address of the whole memo
	Parts     []PackPart
	Count     int // statements
	BibTeX    string
	RIS       string
	BibPath   string
	RISPath   string
}

func (Pack) template() string { return "pack" }

// PackPart is the statements of one section of the narrative.
type PackPart struct {
	Name  string
	Lines []PackLine
}

// PackLine is one statement as it is filed.
type PackLine struct {
	Number int
	Where  string // page, or bytes where there are none
	Line
}

// PackTurn is a question of the law that is answered otherwise than the year
// before.
type PackTurn struct {
	Kind, Criterion, Gloss, From, To string
}

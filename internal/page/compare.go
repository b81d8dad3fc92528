package page

import (
	"plumbline"
	"plumbline/internal/wording"
)

// Compare is two country-years side by side; without them, what chooses them.
type Compare struct {
	Heading string
	A, B    string   // what the fields hold
	Known   []string // country-years of the database
	Sides   *Compared
}

func (Compare) template() string { return "compare" }

// Compared is two country-years side by side. What one does not tell it does not
// deny.
type Compared struct {
	First, Second CompareSide
	Law           Link
	Versions      []MarkChoice
	Memo          *Link // the tier-change memo; nil unless they are one country's in a row
	Profile       []ComparedPart
	Conduct       []ComparedPart
	Flows         []FlowPart
	Figures       []ComparedFigures
	Asked         bool // one of the two has recommendations
	AskedFirst    []Asked
	AskedSecond   []Asked
	Findings      []ComparedGroup
}

// CompareSide is one of the two.
type CompareSide struct {
	Name   string // "Armenia 2018"
	Short  string // what tells it from the other
	Href   string
	Text   string // address of its narrative
	Tier   plumbline.Tier
	Placed string
	Law    string // what the reading by the law indicates
	Fitted string
	Sample bool
}

// ComparedPart is subjects of which the same sides tell.
type ComparedPart struct {
	ID, Title string
	Folded    bool // both tell the like
	Subjects  []ComparedSubject
}

// ComparedSubject is something with what the two tell of it.
type ComparedSubject struct {
	Name          string
	First, Second []Line
}

// FlowPart is the flows of one movement.
type FlowPart struct {
	Name string
	Rows []ComparedFlow
}

// ComparedFlow is a flow with the words that tell of it.
type ComparedFlow struct {
	Words         string
	Told          string
	First, Second []Link
}

// ComparedFigures is what the two say of one thing that is counted.
type ComparedFigures struct {
	Name          string
	First, Second []Figure
}

// ComparedGroup is findings on criteria of one role.
type ComparedGroup struct {
	Name string
	Rows []ComparedFinding
}

// ComparedFinding is a criterion with its two answers.
type ComparedFinding struct {
	Criterion, Title string
	Differs          bool
	First, Second    ComparedVerdict
}

// ComparedVerdict is an answer with where its evidence is.
type ComparedVerdict struct {
	Verdict string
	Tone    wording.Tone
	Href    string
	Cites   []Link // some of the words that it rests on
}

// labelledPart is a part with what its two sides are called.
type labelledPart struct {
	First, Second string
	Part          ComparedPart
}

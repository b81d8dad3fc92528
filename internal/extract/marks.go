package extract

import (
	"slices"

	"plumbline/internal/grammar"
	"plumbline/internal/mention"
	"plumbline/internal/token"
)

// classes are the classes of marks that patterns may name.
var classes = []string{"Country", "People", "City", "Region", "Number", "Share", "Money", "Year", "Date", "Duration", "Age"}

const (
	classCountry grammar.ClassID = iota
	classPeople
	classCity
	classRegion
	classNumber
	classShare
	classMoney
	classYear
	classDate
	classDuration
	classAge
)

// mark puts the places and figures of the sentence where patterns see them.
func (r *reader) mark(places []mention.Mention) {
	r.marks = r.marks[:0]
	for _, m := range places {
		class := classCountry
		switch m.Kind {
		case mention.People:
			class = classPeople
		case mention.City:
			class = classCity
		case mention.Region, mention.RegionPeople:
			class = classRegion
		}
		r.marks = append(r.marks, grammar.Mark{First: m.First, Last: m.Last, Class: class})
	}
	for _, q := range r.figures {
		if class, ok := figureClass(q.Kind); ok {
			r.marks = append(r.marks, grammar.Mark{First: q.First, Last: q.Last, Class: class})
		}
	}
	slices.SortStableFunc(r.marks, func(a, b grammar.Mark) int { return a.First - b.First })
}

func figureClass(k token.QuantityKind) (grammar.ClassID, bool) {
	switch k {
	case token.Count:
		return classNumber, true
	case token.Share:
		return classShare, true
	case token.Money:
		return classMoney, true
	case token.Year, token.YearRange:
		return classYear, true
	case token.Date:
		return classDate, true
	case token.Duration:
		return classDuration, true
	case token.Age:
		return classAge, true
	}
	return 0, false
}

package mention

import "plumbline"

// Kind says what kind of name a Mention is.
type Kind uint8

// The kinds of mention.
const (
	None         Kind = iota // no name; never found
	Place                    // a country or territory
	People                   // the people of a country, or its adjective
	City                     // a city or other part of a country
	Region                   // a region
	RegionPeople             // the people of a region, or its adjective
	Group                    // a people that is no nationality
)

// String returns the kind as the tables name it.
func (k Kind) String() string {
	return [...]string{"none", "place", "people", "city", "region", "region-people", "group"}[k]
}

// Mention is a name found in a text: the tokens [First, Last).
//
// Country is set for places, peoples and cities; it is empty where the name
// may mean several countries and nothing decides, or where one hyphened word
// names two. Region is the id of the region or group of the other kinds.
type Mention struct {
	First, Last int
	Kind        Kind
	Country     plumbline.CountryCode
	Region      string
}

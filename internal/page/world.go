package page

import "plumbline"

// World is the tiers of a year.
type World struct {
	Year    int
	Years   []Link // every report year
	Places  []WorldPlace
	Summary []TierCount
}

// WorldPlace is one country in a year.
type WorldPlace struct {
	Country plumbline.CountryCode
	Name    string
	Href    string
	Tier    plumbline.Tier
	Move    plumbline.Move
	Source  string
}

// TierCount is how many places were put on a tier.
type TierCount struct {
	Tier   plumbline.Tier
	Places int
}

func (World) template() string { return "world" }

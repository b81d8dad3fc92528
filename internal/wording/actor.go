package wording

import (
	"strings"

	"plumbline"
)

// Actors names who acted where it is not the narrative's own government alone.
// name gives the name of a country.
func Actors(c *plumbline.Claim, own plumbline.CountryCode, name func(plumbline.CountryCode) string) string {
	names := make([]string, 0, len(c.Participants.Actor))
	for _, a := range c.Participants.Actor {
		switch a {
		case string(own):
			continue
		case "publisher":
			if Conclusions[c.Type] != nil { // they are the publisher's all
				continue
			}
			a = "the publisher of the report"
		case "ngo":
			a = "NGOs"
		case "international-organization":
			a = "international organizations"
		default:
			a = name(plumbline.CountryCode(a))
		}
		names = append(names, a)
	}
	return strings.Join(names, ", ")
}

package wording

import "plumbline"

// PartName is the heading of a part under which conduct is shown.
func PartName(s plumbline.SectionName) string {
	switch s {
	case plumbline.Prosecution:
		return "Prosecution"
	case plumbline.Protection:
		return "Protection"
	case plumbline.Prevention:
		return "Prevention"
	case plumbline.AssessmentPart:
		return "In the assessment's summary"
	case plumbline.Profile:
		return "In the profile"
	}
	return "Elsewhere in the text"
}

// MovementName is the heading of a layer of flows.
func MovementName(m plumbline.Movement) string {
	switch m {
	case plumbline.Trafficked:
		return "Trafficking between countries"
	case plumbline.LaborMigration:
		return "Work abroad that the text calls possibly exploitative"
	case plumbline.Return:
		return "Return"
	case plumbline.Smuggling:
		return "Smuggling"
	}
	return "Movement that the text does not call trafficking"
}

// TrendMark says where a trend points, with its tone.
func TrendMark(c *plumbline.Claim) (string, Tone) {
	word := ID(string(c.Direction))
	if c.Direction == plumbline.NoEfforts {
		word = "no efforts"
	}
	_, how := Word(c)
	if word == "" {
		return Sign(c), how
	}
	return Sign(c) + " " + word, how
}

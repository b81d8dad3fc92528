package wording

import (
	"strings"

	"plumbline"
)

// Field is a field of a claim with what it says.
type Field struct{ Name, Value string }

// Fields lists what a claim says field by field, and only that. name gives the
// name of a country, or the code itself.
func Fields(c *plumbline.Claim, name func(plumbline.CountryCode) string) []Field {
	word, _ := Mark(c)
	if !c.Type.Conduct() {
		word = string(c.Valence)
	}
	x := &c.Participants
	names := func(codes []string) string { return Names(codes, name) }
	ids := make([]string, len(c.QualifiedBy))
	for i, id := range c.QualifiedBy {
		ids[i] = string(id)
	}
	all := []Field{
		{"type", string(c.Type)},
		{"valence", word},
		{"certainty", string(c.Certainty)},
		{"reporting", Reported(c.Reporting)},
		{"aspect", string(c.Aspect)},
		{"source", string(c.Source)},
		{"movement", movement(c.Movement)},
		{"direction", string(c.Direction)},
		{"frequency", string(c.Frequency)},
		{"subject", names(x.Subject)}, {"actor", names(x.Actor)},
		{"origin", names(x.Origin)}, {"origin regions", strings.Join(x.OriginRegions, ", ")},
		{"destination", names(x.Destination)}, {"destination regions", strings.Join(x.DestinationRegions, ", ")},
		{"transit", names(x.Transit)}, {"roles", strings.Join(x.Roles, ", ")},
		{"victims", strings.Join(x.Victims, ", ")}, {"perpetrators", strings.Join(x.Perpetrators, ", ")},
		{"buyer", names(x.Buyer)}, {"instrument", strings.Join(x.Instrument, ", ")},
		{"forms", strings.Join(x.Forms, ", ")}, {"sectors", strings.Join(x.Sectors, ", ")},
		{"means", strings.Join(x.Means, ", ")}, {"factors", strings.Join(x.Factors, ", ")},
		{"topics", strings.Join(x.Topics, ", ")},
		{"quantity", Figures(c.Quantity)}, {"of whom", c.Quantity.Of},
		{"terms", Terms(c.Terms)},
		{"time", When(c.Time)},
		{"qualified by", strings.Join(ids, ", ")},
		{"act", c.Act},
	}
	var said []Field
	for _, f := range all {
		if f.Value != "" {
			said = append(said, Field{f.Name, Clean(f.Value)})
		}
	}
	return said
}

// Reported names a reporting, and says what it means where that is a silence.
func Reported(r plumbline.Reporting) string {
	if s := Silence(r); s != "" {
		return string(r) + ": " + s
	}
	return string(r)
}

// Names names countries with their codes and leaves other actors as they are.
func Names(codes []string, name func(plumbline.CountryCode) string) string {
	words := make([]string, len(codes))
	for i, code := range codes {
		words[i] = code
		if n := name(plumbline.CountryCode(code)); n != code {
			words[i] = n + " (" + code + ")"
		}
	}
	return strings.Join(words, ", ")
}

// movement names a movement, and says of work abroad what the text says of it.
func movement(m plumbline.Movement) string {
	if m == plumbline.LaborMigration {
		return string(m) + ": " + Movement(m)
	}
	return string(m)
}

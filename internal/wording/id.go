package wording

import (
	"strings"
)

// ID shows an id of the codebook as words; the text's own words stay.
func ID(s string) string {
	if strings.ContainsAny(s, " ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return Clean(s)
	}
	return strings.ReplaceAll(s, "-", " ")
}

// IDs joins ids as words by commas.
func IDs(list []string) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = ID(s)
	}
	return strings.Join(words, ", ")
}

// Region writes the id of a region as its name: Middle East and North Africa.
func Region(s string) string {
	if strings.ToLower(s) != s { // the text's own words
		return ID(s)
	}
	words := strings.Fields(ID(s))
	for i, w := range words {
		if w != "and" && w != "of" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

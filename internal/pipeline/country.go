package pipeline

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Country finds the country that a person means by a code or a name in any
// case, as it was called in the given report year (0 for any). An unknown one
// gives a plumbline.Fault of the kind ErrInvalid with the likeliest meant.
func (r *Reader) Country(name string, year int) (plumbline.CountryCode, error) {
	name = strings.TrimSpace(name)
	if code := plumbline.CountryCode(strings.ToUpper(name)); r.Countries.Find(code) != nil {
		return code, nil
	}
	for _, c := range r.Countries {
		for _, n := range c.Names {
			if strings.EqualFold(n.Text, name) || strings.EqualFold(n.Official, name) {
				return c.Code, nil
			}
		}
	}
	if r.named != nil {
		if code, ok := r.named(name, year); ok {
			return code, nil
		}
	}
	return "", &plumbline.Fault{
		Kind: plumbline.ErrInvalid,
		Fact: fmt.Sprintf("unknown country %q", name),
		Hint: r.nearest(name),
	}
}

// Named finds the country that a heading or a link of the given report year
// names (0 for any year), in any case. It reports false for words that name no
// country or several, or more than a country.
func (r *Reader) Named(words string, year int) (plumbline.CountryCode, bool) {
	if r.named == nil {
		return "", false
	}
	return r.named(words, year)
}

// nearest says which country is likely meant.
func (r *Reader) nearest(name string) string {
	var names []string
	codes := map[string]plumbline.CountryCode{}
	for _, c := range r.Countries {
		for _, n := range c.Names {
			names = append(names, n.Text)
			codes[n.Text] = c.Code
		}
	}
	if len(name) == 3 {
		names = names[:0]
		for _, c := range r.Countries {
			names = append(names, string(c.Code))
			codes[string(c.Code)] = c.Code
		}
	}
	near := text.Nearest(name, names)
	if near == "" {
		return "use an ISO 3166-1 alpha-3 code such as PRK, or a name in English"
	}
	code := codes[near]
	return fmt.Sprintf("did you mean %s (%s)?", code, r.Countries.Name(code, 0))
}

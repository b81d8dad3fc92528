package standard

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"plumbline"
)

// Choices returns the value of every switch of the standard: the one given, or
// its default. A switch or value that the standard does not have is a
// plumbline.Fault of kind ErrInvalid.
func (s *Standard) Choices(given map[string]string) (map[string]string, error) {
	all := map[string]string{}
	var names []string
	for _, w := range s.Switches {
		all[w.Name] = w.Values[0]
		names = append(names, w.Name)
	}
	asked := make([]string, 0, len(given))
	for name := range given {
		asked = append(asked, name)
	}
	sort.Strings(asked)
	for _, name := range asked {
		w, ok := s.Switch(name)
		if !ok {
			return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("the law of %s has no switch %q", s.Name, name), Hint: hint(name, names)}
		}
		if !slices.Contains(w.Values, given[name]) {
			return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("switch %s cannot be %q", name, given[name]), Hint: "it is " + strings.Join(w.Values, " or ")}
		}
		all[name] = given[name]
	}
	return all, nil
}

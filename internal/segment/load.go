package segment

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Places resolves the names that stand in headings.
type Places interface {
	// Heading returns the country that a heading of the given report year
	// names, in any case; year 0 stands for any.
	Heading(name string, year int) (plumbline.CountryCode, bool)
}

// Segmenter cuts Documents into Narratives. It is safe for use by several
// goroutines at once.
type Segmenter struct {
	Places Places // must be set

	layouts []*layout
	phrases *phrases
	around  *around
}

// Load reads the layouts and phrases below layouts/ of fsys. Faults in them are
// text.Diagnostics.
func Load(fsys fs.FS) (*Segmenter, error) {
	names, err := fs.Glob(fsys, "layouts/*.layout")
	if err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	if len(names) == 0 {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: "layouts: no file ends in .layout", Hint: "put the folder layouts/ of data/ beside the others"}
	}
	s := &Segmenter{}
	var faults text.Diagnostics
	for i, name := range names {
		src, err := source(fsys, name)
		if err != nil {
			return nil, err
		}
		l, ds := parseLayout(strings.TrimSuffix(path.Base(name), ".layout"), src)
		l.rank = i
		s.layouts = append(s.layouts, l)
		faults = append(faults, ds...)
	}
	src, err := source(fsys, "layouts/outcome.phrases")
	if err != nil {
		return nil, err
	}
	ps, ds := parsePhrases(src)
	s.phrases = ps
	faults = append(faults, ds...)
	if src, err = source(fsys, "layouts/around.lines"); err != nil {
		return nil, err
	}
	s.around, ds = parseAround(src)
	if err := append(faults, ds...).Err(); err != nil {
		return nil, err
	}
	return s, nil
}

func source(fsys fs.FS, name string) (*text.Source, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("layouts: %w", err)
	}
	return &text.Source{Name: "data/" + name, Text: string(data)}, nil
}

// Layouts lists the names of the layouts, sorted.
func (s *Segmenter) Layouts() []string {
	names := make([]string, len(s.layouts))
	for i, l := range s.layouts {
		names[i] = l.name
	}
	return names
}

// named returns the layout that a person means by a name, a report year, or a
// range of years, whose last one counts.
func (s *Segmenter) named(name string) (*layout, error) {
	for _, l := range s.layouts {
		if strings.EqualFold(l.name, name) {
			return l, nil
		}
	}
	if year, ok := yearNamed(name); ok {
		for _, l := range s.layouts {
			if l.holds(year) {
				return l, nil
			}
		}
	}
	hint := "layouts are " + strings.Join(s.Layouts(), ", ")
	if near := text.Nearest(name, s.Layouts()); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("unknown layout %q", name), Hint: hint}
}

// yearNamed returns the year that name is, or the last of a range.
func yearNamed(name string) (int, bool) {
	first, last, ranged := strings.Cut(name, "-")
	if !ranged {
		last = first
	}
	year, ok := yearIn(last)
	_, fine := yearIn(first)
	return year, ok && fine && len(first) == 4 && len(last) == 4
}

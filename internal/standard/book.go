package standard

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Book is every version of the law that is known, with how claims answer the
// elements of its criteria. It is safe for use by several goroutines at once.
type Book struct {
	Standards []*Standard // by the date from which they are in force
	Elements  []*Evidence // in the order of the file

	byName map[plumbline.ElementName]*Evidence
	byType map[plumbline.ClaimType][]*Evidence
}

// Standard is one version of the law with its formulas.
type Standard struct {
	plumbline.Standard

	gates  []gate // one for each criterion
	places map[plumbline.ElementName][]text.Span
	src    *text.Source
}

// Load reads the folder standards/ of fsys: the .standard files, their sums
// and the evidence file. Faults in them are text.Diagnostics, all of them.
func Load(fsys fs.FS) (*Book, error) {
	names, err := fs.Glob(fsys, "standards/*.standard")
	if err != nil {
		return nil, fmt.Errorf("standards: %w", err)
	}
	if len(names) == 0 {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: "standards: no file ends in .standard", Hint: "put the folder standards/ of data/ beside the others"}
	}
	sums, err := source(fsys, "standards/standards.sum")
	if err != nil {
		return nil, err
	}
	evidence, err := source(fsys, "standards/evidence.elements")
	if err != nil {
		return nil, err
	}
	b := &Book{byName: map[plumbline.ElementName]*Evidence{}, byType: map[plumbline.ClaimType][]*Evidence{}}
	c := newCompiler()
	var faults text.Diagnostics
	for _, name := range names {
		src, err := source(fsys, name)
		if err != nil {
			return nil, err
		}
		s, ds := parseStandard(strings.TrimSuffix(path.Base(name), ".standard"), src, c)
		b.Standards = append(b.Standards, s)
		faults = append(faults, ds...)
	}
	faults = append(faults, b.years()...)
	faults = append(faults, checkSums(sums, b.Standards)...)
	faults = append(faults, b.parseEvidence(evidence, c)...)
	faults = append(faults, b.unanswered(evidence.Name)...)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return b, nil
}

func source(fsys fs.FS, name string) (*text.Source, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("standards: %w", err)
	}
	return &text.Source{Name: "data/" + name, Text: string(data)}, nil
}

// years reports the reports that no standard governs, or two.
func (b *Book) years() (faults text.Diagnostics) {
	next := 0 // the first report that is not spoken for
	for i, s := range b.Standards {
		if s.FirstReport == 0 {
			continue
		}
		var message string
		switch {
		case next == -1:
			message = "a later standard, and the one before is still in force"
		case next > 0 && s.FirstReport > next:
			message = fmt.Sprintf("no standard governs the report of %d", next)
		case next > 0 && s.FirstReport < next:
			message = fmt.Sprintf("two standards govern the report of %d", s.FirstReport)
		}
		if message != "" {
			faults = append(faults, text.Diagnostic{Source: s.src, Span: lineOf(s.src, "reports"), Message: message, Hint: "see reports in " + string(b.Standards[i-1].Name) + ".standard"})
		}
		if next = s.LastReport + 1; s.LastReport == 0 {
			next = -1
		}
	}
	return faults
}

// lineOf finds the first line of a source that begins with a key.
func lineOf(src *text.Source, key string) text.Span {
	for at := 0; at < len(src.Text); {
		end := len(src.Text)
		if n := strings.IndexByte(src.Text[at:], '\n'); n >= 0 {
			end = at + n
		}
		if line := trim(src.Text, text.Span{Start: at, End: end}); strings.HasPrefix(line.In(src.Text), key+" ") {
			return line
		}
		at = end + 1
	}
	return text.Span{}
}

// unanswered reports elements for which the evidence file says nothing, once
// each, where they stand first.
func (b *Book) unanswered(file string) (faults text.Diagnostics) {
	told := map[plumbline.ElementName]bool{}
	var known []string
	for _, e := range b.Elements {
		known = append(known, string(e.Name))
	}
	for _, s := range b.Standards {
		for i := range s.Criteria {
			for _, e := range s.Criteria[i].Elements {
				if b.byName[e.Name] != nil || told[e.Name] {
					continue
				}
				told[e.Name] = true
				h := "say in " + file + " which claims answer it"
				if near := text.Nearest(string(e.Name), known); near != "" {
					h = "did you mean " + near + "? else " + h
				}
				faults = append(faults, text.Diagnostic{Source: s.src, Span: s.places[e.Name][0], Message: fmt.Sprintf("element %s without evidence", e.Name), Hint: h})
			}
		}
	}
	return faults
}

// Evidence returns how claims answer an element; nil where none is so named.
func (b *Book) Evidence(name plumbline.ElementName) *Evidence { return b.byName[name] }

// Answering lists the elements that claims of a type can answer.
func (b *Book) Answering(t plumbline.ClaimType) []*Evidence { return b.byType[t] }

// First returns the first report that was made.
func (b *Book) First() int {
	for _, s := range b.Standards {
		if s.FirstReport > 0 {
			return s.FirstReport
		}
	}
	return 0
}

// Last returns the last report for which the law is known.
func (b *Book) Last() int {
	last := 0
	for _, s := range b.Standards {
		last = max(last, s.LastReport, s.Checked)
	}
	return last
}

// ForReport returns the Standard under which the report of a year was made. A
// year without one is a plumbline.Fault of kind ErrInvalid.
func (b *Book) ForReport(year int) (*Standard, error) {
	for _, s := range b.Standards {
		if s.FirstReport > 0 && s.FirstReport <= year && year <= max(s.LastReport, s.Checked) {
			return s, nil
		}
	}
	f := &plumbline.Fault{Kind: plumbline.ErrInvalid}
	if year < b.First() {
		f.Fact, f.Hint = fmt.Sprintf("no report was made in %d", year), fmt.Sprintf("the first is of %d", b.First())
		return nil, f
	}
	last := b.Standards[len(b.Standards)-1]
	f.Fact = fmt.Sprintf("the law of the report of %d is not known", year)
	f.Hint = fmt.Sprintf("it is known for the reports of %d to %d; to use the last version name it: %s", b.First(), b.Last(), last.Name)
	return nil, f
}

// Find returns the Standard that a person means by its date or by the year of
// a report. A name that means none is a plumbline.Fault of kind ErrInvalid.
func (b *Book) Find(name string) (*Standard, error) {
	for _, s := range b.Standards {
		if string(s.Name) == name {
			return s, nil
		}
	}
	if year, err := strconv.Atoi(name); err == nil && len(name) == 4 {
		return b.ForReport(year)
	}
	versions := make([]string, len(b.Standards))
	for i, s := range b.Standards {
		versions[i] = string(s.Name)
	}
	return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("unknown version of the law %q", name),
		Hint: fmt.Sprintf("give the year of a report, %d to %d, or a version: %s", b.First(), b.Last(), strings.Join(versions, ", "))}
}

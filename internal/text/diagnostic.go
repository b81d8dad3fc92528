package text

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Diagnostic is one fault in a Source.
type Diagnostic struct {
	Source  *Source
	Span    Span
	Message string
	Hint    string // what to do about it; may be empty
}

// Error prints the fault with its place, the line it stands on and a caret
// below the words meant.
func (d Diagnostic) Error() string {
	var b strings.Builder
	if d.Source.Text == "" { // of no place in it
		fmt.Fprintf(&b, "%s: %s", d.Source.Name, d.Message)
	} else {
		d.show(&b)
	}
	if d.Hint != "" {
		fmt.Fprintf(&b, "\n  hint: %s", d.Hint)
	}
	return b.String()
}

// widest is how many characters of a line are shown.
const widest = 160

// show writes the place, the line and the caret.
func (d Diagnostic) show(b *strings.Builder) {
	at := d.Source.Position(d.Span.Start)
	line := []rune(strings.ReplaceAll(d.Source.Line(at.Line), "\t", " "))
	fmt.Fprintf(b, "%s:%d:%d: %s\n", d.Source.Name, at.Line, at.Column, d.Message)
	before := at.Column - 1
	if len(line) > widest { // a window with the place in it
		from := max(0, min(before-widest/4, len(line)-widest))
		line, before = line[from:min(from+widest, len(line))], before-from
	}
	fmt.Fprintf(b, "%5d | %s\n", at.Line, string(line))
	width := min(utf8.RuneCountInString(d.words()), len(line)-before)
	fmt.Fprintf(b, "      | %s%s", strings.Repeat(" ", before), strings.Repeat("^", max(width, 1)))
}

func (d Diagnostic) words() string {
	start := min(max(d.Span.Start, 0), len(d.Source.Text))
	end := min(max(d.Span.End, start), len(d.Source.Text))
	return d.Source.Text[start:end]
}

// Diagnostics is a list of faults, an error when it is not empty.
type Diagnostics []Diagnostic

// Error prints every fault, sorted by source name and place.
func (ds Diagnostics) Error() string {
	ds.sort()
	lines := make([]string, len(ds))
	for i, d := range ds {
		lines[i] = d.Error()
	}
	return strings.Join(lines, "\n")
}

// Err returns ds as an error, or nil when there is no fault.
func (ds Diagnostics) Err() error {
	if len(ds) == 0 {
		return nil
	}
	ds.sort()
	return ds
}

func (ds Diagnostics) sort() {
	sort.SliceStable(ds, func(i, j int) bool {
		a, b := ds[i], ds[j]
		if a.Source.Name != b.Source.Name {
			return a.Source.Name < b.Source.Name
		}
		return a.Span.Start < b.Span.Start
	})
}

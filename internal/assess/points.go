package assess

import (
	"fmt"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// pointsFile is where the points of the fitted reading lie.
const pointsFile = "standards/fitted.points"

// LoadPoints reads data/standards/fitted.points. Its lines are, besides
// comments that begin with #:
//
//	about    on what the points were calibrated
//	cut      3 2WL -1.25
//	element  convicts yes 0.41 partly 0.10 no -0.38 more 0.07 less 0.02
//
// The error is of the type text.Diagnostics where the file is at fault: all
// faults, with line and caret.
func LoadPoints(fsys fs.FS, known func(plumbline.ElementName) bool) (*Points, error) {
	b, err := fs.ReadFile(fsys, pointsFile)
	if err != nil {
		return nil, err
	}
	p := &pointsParser{src: &text.Source{Name: "data/" + pointsFile, Text: string(b)}, known: known,
		points: &Points{Elements: map[plumbline.ElementName]Weights{}}}
	p.parse()
	return p.points, p.faults.Err()
}

type pointsParser struct {
	src    *text.Source
	known  func(plumbline.ElementName) bool
	points *Points
	faults text.Diagnostics
}

func (p *pointsParser) fault(s text.Span, message, hint string) {
	p.faults = append(p.faults, text.Diagnostic{Source: p.src, Span: s, Message: message, Hint: hint})
}

func (p *pointsParser) parse() {
	cuts, at := 0, 0
	for line := range strings.Lines(p.src.Text) {
		words := fields(line, at)
		at += len(line)
		if len(words) == 0 || words[0].In(p.src.Text)[0] == '#' {
			continue
		}
		switch key := words[0].In(p.src.Text); key {
		case "about":
			p.points.About = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), key))
		case "cut":
			p.cut(words, cuts)
			cuts++
		case "element":
			p.element(words)
		default:
			p.fault(words[0], fmt.Sprintf("unknown key %q", key), "a line begins with about, cut or element")
		}
	}
	if end := (text.Span{Start: len(p.src.Text), End: len(p.src.Text)}); cuts != len(p.points.Cuts) {
		p.fault(end, fmt.Sprintf("%d lines of cuts", cuts), "there are three: 3 2WL, 2WL 2 and 2 1")
	} else if !slices.IsSorted(p.points.Cuts[:]) {
		p.fault(end, "the cuts do not rise", "calibrate anew with: plumbline calibrate")
	}
}

func (p *pointsParser) cut(words []text.Span, n int) {
	if len(words) != 4 || n >= len(p.points.Cuts) || words[1].In(p.src.Text) != string(plumbline.Ranked[n]) || words[2].In(p.src.Text) != string(plumbline.Ranked[n+1]) {
		p.fault(words[0], "a cut that does not stand between two neighbouring tiers, from the worst up", `write: cut 3 2WL NUMBER, then cut 2WL 2 NUMBER, then cut 2 1 NUMBER`)
		return
	}
	p.points.Cuts[n] = p.number(words[3])
}

func (p *pointsParser) element(words []text.Span) {
	const form = "write: element NAME yes N partly N no N more N less N"
	if len(words) != 12 {
		p.fault(words[0], fmt.Sprintf("%d words where an element has 12", len(words)), form)
		return
	}
	name := plumbline.ElementName(words[1].In(p.src.Text))
	if !p.known(name) {
		p.fault(words[1], fmt.Sprintf("unknown element %q", name), "elements are listed in data/standards/evidence.elements")
	}
	if _, twice := p.points.Elements[name]; twice {
		p.fault(words[1], fmt.Sprintf("element %q a second time", name), "keep one line")
	}
	var w Weights
	for i, into := range []*float64{&w.Yes, &w.Partly, &w.No, &w.More, &w.Less} {
		if key := []string{"yes", "partly", "no", "more", "less"}[i]; words[2+2*i].In(p.src.Text) != key {
			p.fault(words[2+2*i], fmt.Sprintf("%q where %q stands", words[2+2*i].In(p.src.Text), key), form)
			return
		}
		*into = p.number(words[3+2*i])
	}
	if w.Yes < 0 || w.No > 0 || w.More < 0 || w.Less < 0 || w.Partly > w.Yes || w.Partly < w.No {
		p.fault(words[1], "points by which good evidence could lower a tier", "no is at most 0 and at most partly, partly at most yes, yes at least 0, more and less at least 0")
	}
	p.points.Elements[name] = w
}

func (p *pointsParser) number(s text.Span) float64 {
	f, err := strconv.ParseFloat(s.In(p.src.Text), 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		p.fault(s, fmt.Sprintf("%q is no number", s.In(p.src.Text)), "")
	}
	return f
}

// fields cuts a line at its spaces; at is where the line begins.
func fields(line string, at int) []text.Span {
	var out []text.Span
	start := -1
	for i := 0; i <= len(line); i++ {
		if blank := i == len(line) || line[i] == ' ' || line[i] == '\t' || line[i] == '\r' || line[i] == '\n'; blank && start >= 0 {
			out = append(out, text.Span{Start: at + start, End: at + i})
			start = -1
		} else if !blank && start < 0 {
			start = i
		}
	}
	return out
}

// Append writes the points as LoadPoints reads them, elements by name.
func (p *Points) Append(dst []byte) []byte {
	dst = fmt.Appendf(dst, `# Points of the fitted reading: a weighing of findings that was fitted to published
# tiers. Written by "plumbline calibrate"; change it by calibrating, not by hand.
# An element adds yes, partly or no by its verdict, more for each doubling of the
# acts for it, and loses less for each doubling of the acts against it.
about    %s
`, p.About)
	for i, c := range p.Cuts {
		dst = fmt.Appendf(dst, "cut      %s %s %.3f\n", plumbline.Ranked[i], plumbline.Ranked[i+1], c)
	}
	for _, name := range slices.Sorted(maps.Keys(p.Elements)) {
		w := p.Elements[name]
		dst = fmt.Appendf(dst, "element  %s yes %.3f partly %.3f no %.3f more %.3f less %.3f\n", name, w.Yes, w.Partly, w.No, w.More, w.Less)
	}
	return dst
}

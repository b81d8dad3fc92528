package page

import (
	"fmt"
	"regexp"
	"strings"
)

// Prose is a text with headings, paragraphs, lists, tables and code: what the
// guides of the folder doc/ are written in, which is the part of Markdown that
// ParseProse knows.
type Prose []Block

// Block is a piece of prose. One of Runs, Items, Rows and Code is set.
type Block struct {
	Level int    // of a heading, from 1; 0 for what is none
	ID    string // of a heading: its place on a page
	Runs  []Run  // of a heading or paragraph
	Items [][]Run
	Head  [][]Run   // of a table
	Rows  [][][]Run // of a table, the first cell of each naming the row
	Code  string
}

// Run is words set alike.
type Run struct {
	Text         string
	Code         bool
	Strong, Soft bool
	Href         string
}

// Plain is the words of runs alone.
func Plain(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// ParseProse reads a guide. Link says where a link of it leads here; an empty
// address leaves the words alone. What is not understood is an error.
func ParseProse(markdown string, link func(href string) string) (Prose, error) {
	p := proseParser{lines: strings.Split(strings.ReplaceAll(markdown, "\r\n", "\n"), "\n"), link: link}
	for p.at < len(p.lines) && p.err == nil {
		p.block()
	}
	return p.out, p.err
}

type proseParser struct {
	lines []string
	at    int
	link  func(string) string
	out   Prose
	err   error
}

var (
	headingLine = regexp.MustCompile(`^(#{1,4}) (.+)$`)
	itemLine    = regexp.MustCompile(`^(?:-|\d+\.) (.+)$`)
	rulerLine   = regexp.MustCompile(`^\|[-| :]+\|$`)
	notInID     = regexp.MustCompile(`[^a-z0-9]+`)
)

func (p *proseParser) block() {
	line := p.lines[p.at]
	switch {
	case strings.TrimSpace(line) == "":
		p.at++
	case headingLine.MatchString(line):
		parts := headingLine.FindStringSubmatch(line)
		runs := p.runs(parts[2])
		p.out = append(p.out, Block{Level: len(parts[1]), ID: strings.Trim(notInID.ReplaceAllString(strings.ToLower(Plain(runs)), "-"), "-"), Runs: runs})
		p.at++
	case strings.HasPrefix(line, "```"):
		p.fence()
	case strings.HasPrefix(line, "    "):
		p.indented()
	case strings.HasPrefix(line, "|"):
		p.table()
	case itemLine.MatchString(line):
		p.list()
	case strings.HasPrefix(line, "<") || strings.HasPrefix(line, ">"):
		p.err = fmt.Errorf("line %d: %q: only headings, paragraphs, lists, tables and code", p.at+1, line)
	default:
		p.out = append(p.out, Block{Runs: p.runs(p.joined(func(l string) bool {
			return l != "" && !headingLine.MatchString(l) && !strings.HasPrefix(l, "|") && !itemLine.MatchString(l)
		}))})
	}
}

// joined takes lines while they belong together, as one.
func (p *proseParser) joined(more func(string) bool) string {
	words := []string{strings.TrimSpace(p.lines[p.at])}
	for p.at++; p.at < len(p.lines) && more(p.lines[p.at]); p.at++ {
		words = append(words, strings.TrimSpace(p.lines[p.at]))
	}
	return strings.Join(words, " ")
}

func (p *proseParser) fence() {
	from := p.at + 1
	for p.at = from; p.at < len(p.lines) && !strings.HasPrefix(p.lines[p.at], "```"); p.at++ {
	}
	if p.at == len(p.lines) {
		p.err = fmt.Errorf("line %d: code that does not end", from)
		return
	}
	p.out = append(p.out, Block{Code: strings.Join(p.lines[from:p.at], "\n")})
	p.at++
}

func (p *proseParser) indented() {
	var code []string
	for ; p.at < len(p.lines) && (strings.HasPrefix(p.lines[p.at], "    ") || p.lines[p.at] == ""); p.at++ {
		code = append(code, strings.TrimPrefix(p.lines[p.at], "    "))
	}
	p.out = append(p.out, Block{Code: strings.TrimRight(strings.Join(code, "\n"), "\n")})
}

func (p *proseParser) table() {
	b := Block{Head: p.cells(p.lines[p.at])}
	for p.at++; p.at < len(p.lines) && strings.HasPrefix(p.lines[p.at], "|"); p.at++ {
		if rulerLine.MatchString(p.lines[p.at]) {
			continue
		}
		row := p.cells(p.lines[p.at])
		if len(row) != len(b.Head) {
			p.err = fmt.Errorf("line %d: %d cells under %d headings", p.at+1, len(row), len(b.Head))
		}
		b.Rows = append(b.Rows, row)
	}
	p.out = append(p.out, b)
}

func (p *proseParser) cells(line string) (cells [][]Run) {
	for cell := range strings.SplitSeq(strings.Trim(line, "|"), "|") {
		cells = append(cells, p.runs(strings.TrimSpace(cell)))
	}
	return cells
}

func (p *proseParser) list() {
	var b Block
	for p.at < len(p.lines) && itemLine.MatchString(p.lines[p.at]) {
		p.lines[p.at] = itemLine.FindStringSubmatch(p.lines[p.at])[1]
		b.Items = append(b.Items, p.runs(p.joined(func(l string) bool { return strings.HasPrefix(l, "  ") })))
	}
	p.out = append(p.out, b)
}

// inline is what stands out in a line of words.
var inline = regexp.MustCompile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*|\\[([^\\]]+)\\]\\(([^)\\s]+)\\)")

func (p *proseParser) runs(s string) (runs []Run) {
	for s != "" {
		m := inline.FindStringSubmatchIndex(s)
		if m == nil {
			return append(runs, Run{Text: s})
		}
		if m[0] > 0 {
			runs = append(runs, Run{Text: s[:m[0]]})
		}
		switch {
		case m[2] >= 0:
			runs = append(runs, Run{Text: s[m[2]:m[3]], Code: true})
		case m[4] >= 0:
			runs = append(runs, Run{Text: s[m[4]:m[5]], Strong: true})
		case m[6] >= 0:
			runs = append(runs, Run{Text: s[m[6]:m[7]], Soft: true})
		default:
			runs = append(runs, Run{Text: s[m[8]:m[9]], Href: p.link(s[m[10]:m[11]])})
		}
		s = s[m[1]:]
	}
	return runs
}

// Under gives the blocks below the heading with an id, its own left out, to the
// next heading of its level or above.
func (p Prose) Under(id string) Prose {
	for i := range p {
		if p[i].Level == 0 || p[i].ID != id {
			continue
		}
		end := i + 1
		for end < len(p) && (p[end].Level == 0 || p[end].Level > p[i].Level) {
			end++
		}
		return p[i+1 : end]
	}
	return nil
}

// Row finds the row of the first table of p that bears a name, with the heads
// of its columns.
func (p Prose) Row(name string) (head, row [][]Run) {
	for i := range p {
		for _, r := range p[i].Rows {
			if Plain(r[0]) == name {
				return p[i].Head, r
			}
		}
	}
	return nil, nil
}

package plain

import (
	"io"
	"strings"

	"plumbline/internal/wording"

	"plumbline"
)

// Style is how a page is to look.
type Style struct {
	Width int  // columns of the terminal; 0 for 80
	Color bool // whether the terminal shows colours
}

// The widths between which a page is set: narrower cannot be read, wider is
// no easier to read.
const (
	narrowest = 40
	usual     = 80
	widest    = 100
)

func (s Style) width() int {
	if s.Width == 0 {
		return usual
	}
	return min(max(s.Width, narrowest), widest)
}

// paint is a colour or weight, as the digits of an SGR sequence.
type paint string

const (
	none   paint = ""
	bold   paint = "1"
	faint  paint = "2"
	red    paint = "31"
	green  paint = "32"
	yellow paint = "33"
	cyan   paint = "36"
)

// pen gathers a page.
type pen struct {
	b     strings.Builder
	width int
	color bool
}

func newPen(s Style) *pen { return &pen{width: s.width(), color: s.Color} }

func (p *pen) put(how paint, s string) string {
	if !p.color || how == none || strings.TrimSpace(s) == "" {
		return s
	}
	return "\x1b[" + string(how) + "m" + s + "\x1b[0m"
}

// line writes a line without blanks at its end.
func (p *pen) line(parts ...string) {
	p.b.WriteString(strings.TrimRight(strings.Join(parts, ""), " "))
	p.b.WriteByte('\n')
}

func (p *pen) blank() { p.b.WriteByte('\n') }

func (p *pen) flush(w io.Writer) error {
	_, err := io.WriteString(w, p.b.String())
	return err
}

// para writes s wrapped, at an indent.
func (p *pen) para(indent int, how paint, s string) {
	for _, l := range wrap(s, p.width-indent) {
		p.line(strings.Repeat(" ", indent), p.put(how, l))
	}
}

// phrases writes the phrases of s, which a middle dot parts, breaking lines
// between them where it can.
func (p *pen) phrases(how paint, s string) {
	line := ""
	for _, phrase := range strings.Split(s, " · ") {
		switch {
		case line == "":
			line = phrase
		case columns(line)+3+columns(phrase) <= p.width:
			line += " · " + phrase
		default:
			p.para(0, how, line)
			line = phrase
		}
	}
	p.para(0, how, line)
}

// opens begins a page; that of the sample says so.
func (p *pen) opens(sample bool) {
	if sample {
		p.para(0, yellow, wording.SampleNote)
		p.blank()
	}
}

// closes ends a page that shows a tier with what a tier is and is not; that of
// the sample says so again.
func (p *pen) closes(sample bool) {
	p.blank()
	p.para(0, none, plumbline.TierNotice)
	if sample {
		p.blank()
		p.para(0, yellow, wording.SampleNote)
	}
}

// part begins one of the great parts of a page: its name and a rule.
func (p *pen) part(name string) {
	p.blank()
	rule := strings.Repeat("─", max(0, p.width-columns(name)-1))
	p.line(p.put(bold, name), " ", p.put(faint, rule))
}

// heading begins a group within a part.
func (p *pen) heading(name string) {
	p.blank()
	for _, l := range wrap(name, p.width) {
		p.line(p.put(bold, l))
	}
}

// entry is one statement: a label to the left, the words with more about them
// below, and the numbers of its citations at the right edge.
type entry struct {
	indent int
	room   int // columns that the label takes, with the gap
	label  string
	how    paint // of the label
	body   []string
	more   []string // set fainter
	cites  []int
}

const (
	gutter    = 6  // columns that citation numbers take at the right edge
	leastBody = 24 // narrower bodies stand below their label
)

// stacked reports whether the body of e has to stand below its label.
func (p *pen) stacked(e entry) bool {
	return e.room > 0 && p.width-e.indent-e.room-gutter < leastBody
}

// bodyWidth returns how wide the body of e is set.
func (p *pen) bodyWidth(e entry) int {
	if p.stacked(e) {
		return p.width - e.indent - 2 - gutter
	}
	return p.width - e.indent - e.room - gutter
}

func (p *pen) entry(e entry) {
	room := p.bodyWidth(e)
	left, label := e.indent+e.room, wrap(e.label, max(e.room-2, 1))
	if p.stacked(e) {
		left = e.indent + 2
		for _, l := range wrap(e.label, p.width-e.indent) {
			p.line(strings.Repeat(" ", e.indent), p.put(e.how, l))
		}
		label = nil
	}
	var body []string
	for _, s := range e.body {
		body = append(body, wrap(s, room)...)
	}
	plain := len(body)
	for _, s := range e.more {
		body = append(body, wrap(s, room)...)
	}
	cites := e.cites
	for i := 0; i < max(len(label), len(body)) || len(cites) > 0; i++ {
		var head, words, cite string
		if i < len(label) {
			head = label[i]
		}
		if i < len(body) {
			words = body[i]
		}
		cite, cites = p.besides(cites, p.width-left-columns(words))
		how := none
		if i >= plain {
			how = faint
		}
		p.line(strings.Repeat(" ", e.indent), p.put(e.how, head), strings.Repeat(" ", max(0, left-e.indent-columns(head))),
			p.put(how, words), strings.Repeat(" ", max(0, p.width-left-columns(words)-columns(cite))), p.put(cyan, cite))
	}
}

// besides takes as many citations as stand within room columns, one at least.
func (p *pen) besides(cites []int, room int) (shown string, rest []int) {
	n := min(1, len(cites))
	for n < len(cites) && columns(numbers(cites[:n+1]))+2 <= room {
		n++
	}
	return numbers(cites[:n]), cites[n:]
}

// tones are the colours of words. The words say the same without them.
var tones = map[wording.Tone]paint{wording.Good: green, wording.Bad: red, wording.Doubtful: yellow, wording.Faint: faint}

// mark is wording.Mark with the colour of its tone.
func mark(c *plumbline.Claim) (string, paint) {
	word, tone := wording.Mark(c)
	return word, tones[tone]
}

// markWord is wording.Word with the colour of its tone.
func markWord(c *plumbline.Claim) (string, paint) {
	word, tone := wording.Word(c)
	return word, tones[tone]
}

// verdictWord is wording.Verdict with the colour of its tone.
func verdictWord(r plumbline.CriterionRole, v plumbline.Verdict) (string, paint) {
	word, tone := wording.Verdict(r, v)
	return word, tones[tone]
}

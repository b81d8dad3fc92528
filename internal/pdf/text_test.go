package pdf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// report is a small report of two narratives, in words of our own.
var report = []struct {
	heading string
	text    []string
}{
	{"UPPER FREEDONIA AND THE OUTLYING ISLANDS: TIER 2 WATCH LIST", []string{
		"The Government of Upper Freedonia does not fully meet the standards; however, it is making considerable efforts. Inspectors visited sixteen workshops, and the ministry opened a well-equipped shelter in the capital that offered counselling to women, men and children who had been exploited in brickworks.",
		"Observers said that the anti-trafficking committee met only twice. Its members represented labour unions, employers and provincial administrations; none of them had a budget of their own.",
	}},
	{"PROSECUTION", []string{
		"Authorities investigated forty-two suspects, compared with seventeen the year before. Judges convicted nine of them under article 310 of the criminal code, which prescribed imprisonment of between five and twelve years. Proceedings against two administrators remained pending.",
		"Anti-trafficking training was given to border guards. The academy translated its handbook into three languages, and distributed copies to provincial administrations.",
	}},
	{"SYLVANIA: TIER 1", []string{
		"The Government of Sylvania fully meets the standards. It maintained its shelters, of which the largest stood in the port; identified thirty victims; and convicted six traffickers. Administrations of every province reported their figures within the year.",
		"Inspectors examined farms during the harvest, when most of the seasonal workers arrive. They found workers whose employers had withheld wages, and fined the recruiters who had brought them.",
	}},
}

func fill(s *setter, times int) {
	for i := range times {
		for _, part := range report {
			s.heading(numberedHeading(part.heading, i))
			for k, p := range part.text {
				s.paragraph(fmt.Sprintf("%s Paragraph %d.", p, 10*i+k))
			}
		}
	}
}

// numberedHeading tells the countries of one time from those of another.
func numberedHeading(heading string, i int) string {
	if !strings.Contains(heading, "TIER") {
		return heading
	}
	return []string{"NEW ", "OLD ", "GREAT ", "LITTLE ", "NORTH ", "SOUTH ", "EAST ", "WEST "}[i%8] + heading
}

// wanted is what a reader should see of fill.
func wanted(times int) string {
	var b strings.Builder
	for i := range times {
		for _, part := range report {
			b.WriteString(numberedHeading(part.heading, i) + "\n\n")
			for k, p := range part.text {
				fmt.Fprintf(&b, "%s Paragraph %d.\n\n", p, 10*i+k)
			}
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func heads(page int) []run {
	name := []string{"UPPER FREEDONIA", "SYLVANIA", "Sylvania"}[page%3]
	return []run{
		{margin, sheetHeight - 36, 8, false, name},
		{sheetWidth - margin - 140, sheetHeight - 36, 8, false, "A REPORT ON PERSONS 2031"},
		{sheetWidth / 2, 30, 8, false, fmt.Sprint(page + 60)},
	}
}

func TestReadingOrder(t *testing.T) {
	cases := []struct {
		name string
		set  setter
	}{
		{"one column, empty lines between paragraphs", setter{columns: 1, size: 11}},
		{"one column, indents, running heads", setter{columns: 1, size: 11, indent: true, head: heads}},
		{"two columns", setter{columns: 2, size: 9}},
		{"two columns, running heads, broken words", setter{columns: 2, size: 9, head: heads, hyphen: "-"}},
		{"two columns, indents", setter{columns: 2, size: 9, indent: true, head: heads}},
		{"two columns, soft hyphens", setter{columns: 2, size: 9, indent: true, head: heads, hyphen: "\u00ad"}},
		{"three columns", setter{columns: 3, size: 7, head: heads}},
		{"three columns, indents, broken words", setter{columns: 3, size: 7, indent: true, hyphen: "-"}},
	}
	for _, c := range cases {
		for _, shuffled := range []bool{false, true} {
			name := c.name
			if shuffled {
				name += ", drawn in any order"
			}
			t.Run(name, func(t *testing.T) {
				s := c.set
				fill(&s, 9)
				if shuffled {
					for _, p := range s.pages {
						rand.New(rand.NewPCG(1, 2)).Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
					}
				}
				x := read(t, s.bytes())
				want := wanted(9)
				if s.head != nil {
					want = "A REPORT ON PERSONS 2031\n\n" + want
				}
				same(t, x.Text, want)
				checkPlaces(t, &s, x)
			})
		}
	}
}

// same compares paragraph by paragraph.
func same(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n\n"), strings.Split(want, "\n\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Fatalf("paragraph %d of %d, want %d:\n got %q\nwant %q", i+1, len(g), len(w), a, b)
		}
	}
}

// checkPlaces holds the pages and boxes against what was set.
func checkPlaces(t *testing.T, s *setter, x *Text) {
	t.Helper()
	d := plumbline.Document{Text: x.Text, Pages: x.Pages, Boxes: x.Boxes}
	if len(x.Pages) != len(s.pages) || x.Pages[0] != (plumbline.Page{Number: 1}) {
		t.Fatalf("%d pages, want %d: %v", len(x.Pages), len(s.pages), x.Pages)
	}
	for at := 0; at < len(x.Text); {
		end := at + strings.IndexAny(x.Text[at:], " \n")
		word := text.Span{Start: at, End: end}
		at = end + 1
		if word.Empty() {
			continue
		}
		boxes := d.BoxesOf(word)
		if len(boxes) == 0 {
			t.Fatalf("%q has no box", word.In(x.Text))
		}
		for _, b := range boxes {
			if word.Start > 30 && (b.Page < d.PageAt(word.Start) || b.Page > d.PageAt(word.End-1)) {
				t.Fatalf("%q stands on page %d, its box on page %d", word.In(x.Text), d.PageAt(word.Start), b.Page)
			}
			if !slices.ContainsFunc(s.pages[b.Page-1], func(r run) bool { return r.covers(b, word.In(x.Text)) }) {
				t.Fatalf("%q: no line is where its box is: %+v", word.In(x.Text), b)
			}
		}
	}
}

// covers reports whether a box lies on the line and the line has letters of
// the word.
func (r run) covers(b plumbline.Box, word string) bool {
	on := b.Bottom <= r.y+1 && b.Top > r.y && b.Left >= r.x-1 && b.Right <= r.x+0.6*r.size*float64(len([]rune(r.text)))+1
	return on && strings.ContainsAny(r.text, word)
}

func TestTurnedPages(t *testing.T) {
	s := setter{columns: 2, size: 9}
	fill(&s, 4)
	data := strings.ReplaceAll(string(s.bytes()), "[0 0 612 792]", "[0 0 612 792] /Rotate 90")
	same(t, read(t, []byte(data)).Text, wanted(4))
	var b strings.Builder // letters that run upwards
	for _, l := range strings.Split(string(s.bytes()), "\n") {
		var size, x, y float64
		var font, rest string
		if n, _ := fmt.Sscanf(l, "BT /%s %f Tf 1 0 0 1 %f %f Tm", &font, &size, &x, &y); n == 4 {
			_, rest, _ = strings.Cut(l, " Tm ")
			l = fmt.Sprintf("BT /%s %g Tf 0 1 -1 0 %.2f %.2f Tm %s", font, size, sheetHeight-y, x, rest)
		}
		b.WriteString(l + "\n")
	}
	data = strings.ReplaceAll(b.String(), "[0 0 612 792]", "[0 0 792 612]")
	same(t, read(t, []byte(data)).Text, wanted(4))
}

func TestHeadingAcrossColumns(t *testing.T) {
	s := setter{columns: 2, size: 9}
	fill(&s, 2)
	for i := range s.pages[0] { // make room
		s.pages[0][i].y -= 60
	}
	s.pages[0] = append(s.pages[0], run{margin, 700, 16, true, "A heading that stands across both columns"})
	same(t, read(t, s.bytes()).Text, "A heading that stands across both columns\n\n"+wanted(2))
}

func TestLastColumnOfOneLine(t *testing.T) {
	s := setter{columns: 2, size: 9}
	fill(&s, 15)
	n := len(s.pages)
	s.pages = append(s.pages, slices.Clone(s.pages[0]))
	last := s.pages[n]
	left, right := last[:0], run{}
	for _, r := range last {
		if r.x < 300 {
			left = append(left, r)
		} else if right.text == "" {
			right = r
		}
	}
	s.pages[n] = append(left, right)
	got := strings.TrimSpace(read(t, s.bytes()).Text)
	if !strings.HasSuffix(got, right.text) {
		t.Errorf("the last line is not read last: %q", got[len(got)-200:])
	}
}

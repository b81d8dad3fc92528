package pdf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/pdf/pdftest"
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

func fill(s *pdftest.Setter, times int) {
	for i := range times {
		for _, part := range report {
			s.Heading(numberedHeading(part.heading, i))
			for k, p := range part.text {
				s.Paragraph(fmt.Sprintf("%s Paragraph %d.", p, 10*i+k))
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

func heads(page int) []pdftest.Run {
	name := []string{"UPPER FREEDONIA", "SYLVANIA", "Sylvania"}[page%3]
	return []pdftest.Run{
		{X: pdftest.Margin, Y: pdftest.SheetHeight - 36, Size: 8, Text: name},
		{X: pdftest.SheetWidth - pdftest.Margin - 140, Y: pdftest.SheetHeight - 36, Size: 8, Text: "A REPORT ON PERSONS 2031"},
		{X: pdftest.SheetWidth / 2, Y: 30, Size: 8, Text: fmt.Sprint(page + 60)},
	}
}

// margins sets words and the page's number beside the text.
func margins(page int) []pdftest.Run {
	runs := heads(page)
	for i, w := range []string{"A", "REPORT", "2031"} {
		runs = append(runs, pdftest.Run{X: pdftest.SheetWidth - 40, Y: 400 - 9*float64(i), Size: 8, Text: w})
	}
	return append(runs, pdftest.Run{X: 12, Y: 396, Size: 8, Text: fmt.Sprint(page + 60)})
}

func TestReadingOrder(t *testing.T) {
	cases := []struct {
		name string
		set  pdftest.Setter
	}{
		{"one column, empty lines between paragraphs", pdftest.Setter{Columns: 1, Size: 11}},
		{"one column, indents, running heads", pdftest.Setter{Columns: 1, Size: 11, Indent: true, Head: heads}},
		{"two columns", pdftest.Setter{Columns: 2, Size: 9}},
		{"two columns, running heads, broken words", pdftest.Setter{Columns: 2, Size: 9, Head: heads, Hyphen: "-"}},
		{"two columns, indents", pdftest.Setter{Columns: 2, Size: 9, Indent: true, Head: heads}},
		{"two columns, soft hyphens", pdftest.Setter{Columns: 2, Size: 9, Indent: true, Head: heads, Hyphen: "\u00ad"}},
		{"three columns", pdftest.Setter{Columns: 3, Size: 7, Head: heads}},
		{"three columns, indents, broken words", pdftest.Setter{Columns: 3, Size: 7, Indent: true, Hyphen: "-"}},
		{"hyphens that stand apart", pdftest.Setter{Columns: 1, Size: 10, Hyphen: "-", Detach: true}},
		{"headings with letters set apart", pdftest.Setter{Columns: 1, Size: 10, Apart: 0.2}},
		{"headings with letters set far apart, two columns", pdftest.Setter{Columns: 2, Size: 9, Apart: 0.35, Head: heads}},
		{"large first letters", pdftest.Setter{Columns: 1, Size: 10, Initial: true}},
		{"large first letters, two columns, indents", pdftest.Setter{Columns: 2, Size: 9, Initial: true, Indent: true, Head: heads}},
		{"words in the margins", pdftest.Setter{Columns: 2, Size: 9, Head: margins}},
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
					for _, p := range s.Pages {
						rand.New(rand.NewPCG(1, 2)).Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
					}
				}
				x := read(t, s.Bytes())
				want := wanted(9)
				if s.Head != nil {
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
func checkPlaces(t *testing.T, s *pdftest.Setter, x *Text) {
	t.Helper()
	d := plumbline.Document{Text: x.Text, Pages: x.Pages, Boxes: x.Boxes}
	if len(x.Pages) != len(s.Pages) || x.Pages[0] != (plumbline.Page{Number: 1}) {
		t.Fatalf("%d pages, want %d: %v", len(x.Pages), len(s.Pages), x.Pages)
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
			if !slices.ContainsFunc(s.Pages[b.Page-1], func(r pdftest.Run) bool { return covers(r, b, word.In(x.Text)) }) {
				t.Fatalf("%q: no line is where its box is: %+v", word.In(x.Text), b)
			}
		}
	}
}

// covers reports whether a box lies on the line and the line has letters of
// the word.
func covers(r pdftest.Run, b plumbline.Box, word string) bool {
	on := b.Bottom <= r.Y+1 && b.Top > r.Y && b.Left >= r.X-1 && b.Right <= r.X+(0.6*r.Size+r.Apart)*float64(len([]rune(r.Text)))+1
	return on && strings.ContainsAny(r.Text, word)
}

func TestTurnedPages(t *testing.T) {
	s := pdftest.Setter{Columns: 2, Size: 9}
	fill(&s, 4)
	data := strings.ReplaceAll(string(s.Bytes()), "[0 0 612 792]", "[0 0 612 792] /Rotate 90")
	same(t, read(t, []byte(data)).Text, wanted(4))
	var b strings.Builder // letters that run upwards
	for _, l := range strings.Split(string(s.Bytes()), "\n") {
		var size, x, y float64
		var font, rest string
		if n, _ := fmt.Sscanf(l, "0 Tc BT /%s %f Tf 1 0 0 1 %f %f Tm", &font, &size, &x, &y); n == 4 {
			_, rest, _ = strings.Cut(l, " Tm ")
			l = fmt.Sprintf("0 Tc BT /%s %g Tf 0 1 -1 0 %.2f %.2f Tm %s", font, size, pdftest.SheetHeight-y, x, rest)
		}
		b.WriteString(l + "\n")
	}
	data = strings.ReplaceAll(b.String(), "[0 0 612 792]", "[0 0 792 612]")
	same(t, read(t, []byte(data)).Text, wanted(4))
}

func TestHeadingAcrossColumns(t *testing.T) {
	s := pdftest.Setter{Columns: 2, Size: 9}
	fill(&s, 2)
	for i := range s.Pages[0] { // make room
		s.Pages[0][i].Y -= 60
	}
	s.Pages[0] = append(s.Pages[0], pdftest.Run{X: pdftest.Margin, Y: 700, Size: 16, Bold: true, Text: "A heading that stands across both columns"})
	same(t, read(t, s.Bytes()).Text, "A heading that stands across both columns\n\n"+wanted(2))
}

// named makes a word for each number.
func named(n int) string {
	syllables := []string{"ka", "lo", "mi", "ru", "se", "ta", "vo", "ny"}
	return syllables[n%8] + syllables[n/8%8] + syllables[n/64%8] + "n"
}

// TestShortHeadingAcrossColumns sets headings that stand across the columns,
// some of them so short that they lie over the first column alone.
func TestShortHeadingAcrossColumns(t *testing.T) {
	const long = "THE OUTLYING ISLANDS NEAR IT: TIER 2 WATCH LIST"
	var s pdftest.Setter
	var want []string
	const right = pdftest.Margin + 260
	for page := range 6 {
		y := 740.0
		s.Pages = append(s.Pages, nil)
		for part := range 3 {
			heading := strings.ToUpper(named(3*page+part)) + ": TIER 1"
			if part == 1 {
				heading = strings.ToUpper(named(page)) + " AND " + long
			}
			s.Pages[page] = append(s.Pages[page], pdftest.Run{X: pdftest.Margin, Y: y, Size: 13, Bold: true, Text: heading})
			want = append(want, heading)
			var text []string
			for i, x := range []float64{pdftest.Margin, right} {
				for l := range 8 {
					n := 16*(3*page+part) + 8*i + l
					words := "about " + named(n) + " and the port of " + named(n+99)
					if l+i == 0 {
						words = "All " + words
					}
					s.Pages[page] = append(s.Pages[page], pdftest.Run{X: x, Y: y - 24 - 11*float64(l), Size: 9, Text: words})
					text = append(text, words)
				}
			}
			want = append(want, strings.Join(text, " "))
			y -= 150
		}
	}
	same(t, strings.TrimSpace(read(t, s.Bytes()).Text), strings.Join(want, "\n\n"))
}

// TestTextHigherThanUsual has pages whose text begins higher than that of most,
// below running heads that are set like text.
func TestTextHigherThanUsual(t *testing.T) {
	var s pdftest.Setter
	var want []string
	for page := range 10 {
		s.Pages = append(s.Pages, heads(page)[1:])
		y := 718.0
		if page == 3 || page == 4 {
			y += 12
		}
		for l := range 45 {
			n := 50*page + l
			words := "about " + named(n) + " and the port of " + named(n+99)
			s.Pages[page] = append(s.Pages[page], pdftest.Run{X: pdftest.Margin, Y: y - 12*float64(l), Size: 8, Text: words})
			want = append(want, words)
		}
	}
	got := strings.Join(strings.Fields(read(t, s.Bytes()).Text), " ")
	same(t, got, "A REPORT ON PERSONS 2031 "+strings.Join(want, " "))
}

func TestLastColumnOfOneLine(t *testing.T) {
	s := pdftest.Setter{Columns: 2, Size: 9}
	fill(&s, 15)
	n := len(s.Pages)
	s.Pages = append(s.Pages, slices.Clone(s.Pages[0]))
	last := s.Pages[n]
	left, right := last[:0], pdftest.Run{}
	for _, r := range last {
		if r.X < 300 {
			left = append(left, r)
		} else if right.Text == "" {
			right = r
		}
	}
	s.Pages[n] = append(left, right)
	got := strings.TrimSpace(read(t, s.Bytes()).Text)
	if !strings.HasSuffix(got, right.Text) {
		t.Errorf("the last line is not read last: %q", got[len(got)-200:])
	}
}

func TestRunningHeadOfAChapter(t *testing.T) {
	s := pdftest.Setter{Columns: 1, Size: 11, Head: func(page int) []pdftest.Run {
		chapter := "FIRST CHAPTER"
		if page > 4 {
			chapter = "SECOND CHAPTER"
		}
		return []pdftest.Run{
			{X: pdftest.Margin, Y: pdftest.SheetHeight - 36, Size: 8, Text: "A REPORT ON PERSONS"},
			{X: pdftest.SheetWidth - 200, Y: pdftest.SheetHeight - 36, Size: 8, Text: chapter},
		}
	}}
	for len(s.Pages) < 8 {
		fill(&s, 1)
	}
	got := read(t, s.Bytes()).Text
	if !strings.HasPrefix(got, "A REPORT ON PERSONS\n\n") || strings.Contains(got, "CHAPTER") {
		t.Errorf("got %q", got[:200])
	}
}

package pdf

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"plumbline"
)

// corpus is the report of 2018 as a PDF, read once.
func corpus(t *testing.T) []sheet {
	t.Helper()
	data, err := os.ReadFile("../../../shared/corpus/tip-2018.pdf")
	if err != nil {
		t.Skip("needs ../shared/corpus/tip-2018.pdf")
	}
	sheets, err := shared().sheets(t.Context(), data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

func copied(sheets []sheet) []sheet {
	out := slices.Clone(sheets)
	for i := range out {
		out[i].pieces = slices.Clone(out[i].pieces)
		for k := range out[i].pieces {
			out[i].pieces[k].words = slices.Clone(out[i].pieces[k].words)
		}
	}
	return out
}

func TestWordsOf2018(t *testing.T) {
	sheets := corpus(t)
	clean, err := os.ReadFile("../../../shared/corpus/tip-2018.txt")
	if err != nil {
		t.Skip("needs ../shared/corpus/tip-2018.txt")
	}
	want := strings.Fields(string(clean))
	x := compose(copied(sheets))
	got := strings.Fields(x.Text)
	missing, extra := differ(want, got, 2000)
	found, right := 1-float64(missing)/float64(len(want)), 1-float64(extra)/float64(len(got))
	t.Logf("of %d words %.3f %% found, of %d read %.3f %% right", len(want), 100*found, len(got), 100*right)
	if found < 0.9999 || right < 0.9999 {
		t.Error("want 99.99 % both ways")
	}
	shuffled := copied(sheets)
	for i := range shuffled {
		p := shuffled[i].pieces
		rand.New(rand.NewPCG(uint64(i), 3)).Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	}
	if compose(shuffled).Text != x.Text {
		t.Error("the order of reading depends on the order of drawing")
	}
	checkPagesOf(t, x)
}

// checkPagesOf holds the page of the first and last word of every tenth
// sentence, and of all that go over two pages, against the page that the word
// was found on.
func checkPagesOf(t *testing.T, x *Text) {
	t.Helper()
	d := plumbline.Document{Text: x.Text, Pages: x.Pages, Boxes: x.Boxes}
	right, wrong, across := 0, 0, 0
	at := len(x.Text) - len(strings.TrimPrefix(x.Text, "TRAFFICKING IN PERSONS REPORT 2018"))
	for i := 0; at < len(x.Text); i++ {
		n := strings.Index(x.Text[at:], ". ")
		if n < 0 {
			break
		}
		start, end := at+len(x.Text[at:at+n])-len(strings.TrimLeft(x.Text[at:at+n], " \n")), at+n+1
		at = end + 1
		a, b := d.PageAt(start), d.PageAt(end-1)
		if a != b {
			across++
		} else if i%10 > 0 {
			continue
		}
		first, last := d.BoxesOf(spanOf(start, start+1)), d.BoxesOf(spanOf(end-1, end))
		if first[0].Page == a && last[len(last)-1].Page == b {
			right++
		} else {
			wrong++
		}
	}
	t.Logf("%d sentences on the right pages, %d not; %d go over two", right, wrong, across)
	if 1000*wrong > right || across < 100 {
		t.Error("want 99.9 % on the right pages")
	}
}

// differ counts the words of a that b lacks, and those of b that a lacks, in
// order, by Myers' greedy way. More than most differences count as all.
func differ(a, b []string, most int) (missing, extra int) {
	reach := make([]int, 2*most+3)
	for d := 0; d <= most; d++ {
		for k := -d; k <= d; k += 2 {
			var i int
			if k == -d || k != d && reach[most+k-1] < reach[most+k+1] {
				i = reach[most+k+1]
			} else {
				i = reach[most+k-1] + 1
			}
			for i < len(a) && i-k < len(b) && a[i] == b[i-k] {
				i++
			}
			reach[most+k] = i
			if i >= len(a) && i-k >= len(b) {
				gone := (d + len(a) - len(b)) / 2
				return gone, d - gone
			}
		}
	}
	return len(a), len(b)
}

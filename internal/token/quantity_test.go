package token

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"plumbline/internal/text"
)

// quantities scans source and returns its quantities with the text.
func quantities(source string) (*Text, []Quantity) {
	v := &Vocab{}
	n := NewNumbers(v)
	t := &Text{}
	(&Scanner{Vocab: v}).Scan(t, source, text.Span{End: len(source)}, nil)
	var found []Quantity
	for _, s := range t.Sentences {
		found = n.Find(found, t, s.First, s.Last)
	}
	return t, found
}

var kindNames = map[QuantityKind]string{
	Count: "count", Zero: "zero", Share: "share", Ordinal: "ordinal", Age: "age", Duration: "duration", Money: "money",
	Year: "year", YearRange: "years", Date: "date", Reference: "reference", Other: "other",
}

var unitNames = map[Unit]string{Minutes: "minutes", Hours: "hours", Days: "days", Weeks: "weeks", Months: "months", Years: "years"}

// told writes a quantity as the tables below have it.
func told(q Quantity) string {
	bounds := func(lo, hi any) string {
		switch {
		case q.HasMin && q.HasMax && lo == hi:
			return fmt.Sprint(lo)
		case q.HasMin && q.HasMax:
			return fmt.Sprint(lo, "-", hi)
		case q.HasMin:
			return fmt.Sprint(lo, "+")
		}
		return fmt.Sprint("..", hi)
	}
	var b strings.Builder
	b.WriteString(kindNames[q.Kind])
	switch q.Kind {
	case Year, YearRange, Date:
		fmt.Fprintf(&b, " %s", q.Start)
		if q.End != q.Start {
			fmt.Fprintf(&b, "/%s", q.End)
		}
	case Share:
		fmt.Fprintf(&b, " %s", bounds(fmt.Sprintf("%.3g", q.Ratio), fmt.Sprintf("%.3g", q.RatioMax)))
	case Zero, Reference, Other:
	default:
		fmt.Fprintf(&b, " %s", bounds(q.Min, q.Max))
	}
	if q.Kind == Age || q.Kind == Duration {
		fmt.Fprintf(&b, " %s", unitNames[q.Unit])
	}
	if q.Kind == Money {
		if q.Currency != "" {
			fmt.Fprintf(&b, " %s", q.Currency)
		}
		if q.Conversion != 0 {
			fmt.Fprintf(&b, " $%d", q.Conversion)
			if q.ConversionMax != q.Conversion {
				fmt.Fprintf(&b, "-%d", q.ConversionMax)
			}
		}
	}
	if q.Approx {
		b.WriteString(" ~")
	}
	return b.String()
}

type quantityCase struct{ name, in, want string }

// checkQuantities compares "span: what it is" for all quantities of each text.
func checkQuantities(t *testing.T, cases []quantityCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x, found := quantities(c.in)
			var parts []string
			for _, q := range found {
				parts = append(parts, q.Span(x).In(c.in)+": "+told(q))
			}
			if got := strings.Join(parts, " | "); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestQuantitiesKeepOrder(t *testing.T) {
	in := "In 2017, at least 30 of 50 victims, or 60 percent, were under 18; a fine of 500 manat ($290) and five years followed."
	x, found := quantities(in)
	end := 0
	for _, q := range found {
		if q.First < end || q.Last <= q.First {
			t.Errorf("%q begins before token %d", q.Span(x).In(in), end)
		}
		end = q.Last
	}
	if len(found) != 7 {
		t.Errorf("%d quantities, want 7", len(found))
	}
}

func TestFindStaysInRange(t *testing.T) {
	v := &Vocab{}
	n := NewNumbers(v)
	x := &Text{}
	in := "at least 30 to 40 million"
	(&Scanner{Vocab: v}).Scan(x, in, text.Span{End: len(in)}, nil)
	got := n.Find(nil, x, 1, 5) // least 30 to 40
	if len(got) != 1 || got[0].First != 2 || got[0].Last != 5 || got[0].Max != 40 {
		t.Errorf("%+v", got)
	}
}

func TestFindDoesNotAllocate(t *testing.T) {
	v := &Vocab{}
	n := NewNumbers(v)
	x := &Text{}
	in := "On June 12, 2007, about 25,000 to 100,000 florins ($14,040 to $56,180) and three to five years under Articles 3 and 4."
	(&Scanner{Vocab: v}).Scan(x, in, text.Span{End: len(in)}, nil)
	dst := n.Find(nil, x, 0, len(x.Tokens))
	if a := testing.AllocsPerRun(20, func() { dst = n.Find(dst[:0], x, 0, len(x.Tokens)) }); a != 0 {
		t.Errorf("%v allocations", a)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"between the ages of 15 and 17", "half a million to one in five of 2,500", "•25,000 ($30,010) to €71,300 (US$85,590)",
		"April 1, 2017 through March 31, 2018", "Articles 2:239, 2:240 and 104a", "5 years and one month to life", "1-800-555-0100 24/7",
		"two-and-a-half to 99999999999999999999 million billion trillion", "the first six months of 2016 or more than one third",
		"16- to 17-year-olds", "1990s 2016-17 mid-2017 H-2A 0904 116 111", "as many as from between at least no more than 5",
		"Dec. 31, 2017 MRO", "thousands of dollars", "of 23, 43 and 64 months",
	} {
		f.Add(s)
	}
	v := &Vocab{}
	n := NewNumbers(v)
	sc := Scanner{Vocab: v}
	var x Text
	f.Fuzz(func(t *testing.T, s string) {
		sc.Scan(&x, s, text.Span{End: len(s)}, nil)
		var found []Quantity
		for _, st := range x.Sentences {
			from := len(found)
			found = n.Find(found, &x, st.First, st.Last)
			end := st.First
			for _, q := range found[from:] {
				if q.First < end || q.Last <= q.First || q.Last > st.Last {
					t.Fatalf("%+v after token %d of %v in %q", q, end, st, s)
				}
				if q.HasMin && q.HasMax && (q.Min > q.Max || q.Ratio > q.RatioMax) {
					t.Fatalf("%+v falls in %q", q, s)
				}
				if (q.Kind == Year || q.Kind == YearRange || q.Kind == Date) && (q.Start == "" || q.End == "") {
					t.Fatalf("%+v has no time in %q", q, s)
				}
				end = q.Last
			}
		}
	})
}

// BenchmarkFind reads the numbers of a whole report; BenchmarkScan beside it
// is what scanning that report costs.
func BenchmarkFind(b *testing.B) {
	source, n, sc := report(b)
	var x Text
	sc.Scan(&x, source, text.Span{End: len(source)}, nil)
	var found []Quantity
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		found = found[:0]
		for _, s := range x.Sentences {
			found = n.Find(found, &x, s.First, s.Last)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	source, _, sc := report(b)
	var x Text
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		sc.Scan(&x, source, text.Span{End: len(source)}, nil)
	}
}

func report(b *testing.B) (string, *Numbers, *Scanner) {
	data, err := os.ReadFile("../../../shared/corpus/tip-2018.txt")
	if err != nil {
		b.Skip("needs ../shared/corpus/tip-2018.txt")
	}
	v := &Vocab{}
	n := NewNumbers(v)
	return string(data), n, &Scanner{Vocab: v}
}

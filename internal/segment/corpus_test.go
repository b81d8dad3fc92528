package segment

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"plumbline"
)

// corpus returns a text that is not part of the project, or skips the test.
func corpus(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("../../../shared/" + name)
	if err != nil {
		t.Skip("needs ../shared/" + name)
	}
	return string(b)
}

func TestEveryNarrativeOf2018(t *testing.T) {
	src := corpus(t, "corpus/tip-2018.txt")
	rows, err := csv.NewReader(strings.NewReader(corpus(t, "data/tiers.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	printed := map[plumbline.CountryCode]plumbline.Tier{}
	for _, row := range rows {
		if row[1] == "2018" {
			printed[plumbline.CountryCode(row[0])] = plumbline.Tier(row[2])
		}
	}
	d := plumbline.Document{ID: "d", File: "tip-2018.txt", Text: src}
	ns, doubts, err := segmenter(t).Segment(&d)
	if err != nil {
		t.Fatal(err)
	}
	checkSpans(t, src, ns, doubts)
	if len(ns) != 183 {
		t.Errorf("%d narratives, want 183", len(ns))
	}
	seen := map[plumbline.CountryCode]bool{}
	pages := 0
	for _, n := range ns {
		seen[n.Country] = true
		p := n.Placement
		if p.Tier == "" || p.Tier != printed[n.Country] || p.OutcomeTier != p.Tier || p.Move == "" || p.FullyMeets == "" {
			t.Errorf("%s: %s, printed %s", n.Country, placed(p), printed[n.Country])
		}
		var names []plumbline.SectionName
		for _, s := range n.Sections {
			names = append(names, s.Name)
		}
		if !slices.Equal(names, plumbline.SectionNames) {
			t.Errorf("%s: sections %v", n.Country, names)
		}
		if n.Year != 2018 || n.Layout != "2017-2018" {
			t.Errorf("%s: year %d, layout %s", n.Country, n.Year, n.Layout)
		}
		for _, f := range n.Furniture {
			if strings.ContainsAny(f.In(src), "0123456789") {
				pages++
			}
		}
	}
	if len(seen) != 183 {
		t.Errorf("%d countries, want 183", len(seen))
	}
	if pages != 396 {
		t.Errorf("%d pages with their running head, want 396", pages)
	}
	if len(doubts) != 1 {
		t.Errorf("%d doubts, want the one slip: %+v", len(doubts), doubts)
	}
}

func TestTheNarrativeOf2007(t *testing.T) {
	src := corpus(t, "corpus/prk-2007.txt")
	d := plumbline.Document{ID: "d", File: "prk-2007.txt", Text: src}
	ns, doubts, err := segmenter(t).Segment(&d)
	if err != nil || len(ns) != 1 || len(doubts) != 0 {
		t.Fatal(len(ns), doubts, err)
	}
	checkSpans(t, src, ns, doubts)
	n := ns[0]
	if n.Country != "PRK" || n.Year != 2007 || n.Layout != "2004-2008" || len(n.Sections) != 5 {
		t.Errorf("%s %d %s, %d sections", n.Country, n.Year, n.Layout, len(n.Sections))
	}
	if got, want := placed(n.Placement), "tier 3, heading 3, meets no, efforts no, basis assessed"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func BenchmarkSegment(b *testing.B) {
	src, err := os.ReadFile("../../../shared/corpus/tip-2018.txt")
	if err != nil {
		src = []byte(strings.Repeat(report, 2_800_000/len(report)))
	}
	s := segmenter(b)
	d := plumbline.Document{ID: "d", File: "report.txt", Text: string(src)}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := s.Segment(&d); err != nil {
			b.Fatal(err)
		}
	}
}

// report is a small report in the form of 2018.
const report = `ALBANIA: TIER 2

Albania does not fully meet the minimum standards; however, it is making significant efforts to do so. 12ALBANIATherefore Albania remained on Tier 2.

RECOMMENDATIONS FOR ALBANIA

Train more inspectors; publish the figures of the year.

PROSECUTION

The government maintained law enforcement efforts.PROTECTIONThe government maintained protection efforts.

PREVENTION

The government maintained prevention efforts.

TRAFFICKING PROFILE

As reported over the past five years, traffickers exploit people in the country.

`

func FuzzSegment(f *testing.F) {
	f.Add(report, "", 0, false)
	f.Add("### NORTH KOREA (Tier 3)\n\nText.\n\n**Prosecution**\n\nMore text.", "PRK", 2007, false)
	f.Add("a profile\n\nTier 2 Watch List – the government did not comply (2015)", "BFA", 0, true)
	f.Add("CONGO, REPUBLIC\nOF THE: TIER 2\n\nWATCH LISTThe\xff ƒ  Aruba 79AUSTRALIA", "", 0, true)
	f.Add("12ALBANIA 13 ALBANIA14ALBANIA\n---\nSPECIAL CASE: YEMEN\nTier 3*", "YEM", 0, false)
	s := segmenter(f)
	f.Fuzz(func(t *testing.T, src, country string, year int, single bool) {
		c := plumbline.Context{Country: plumbline.CountryCode(country), Year: year, Single: single}
		for _, layout := range append(s.Layouts(), "") {
			c.Layout = layout
			d := plumbline.Document{ID: "d", File: "f", Text: src, Context: c}
			ns, doubts, err := s.Segment(&d)
			if err == nil && len(ns) == 0 {
				t.Fatal("neither narrative nor error")
			}
			checkSpans(t, src, ns, doubts)
		}
		for _, e := range s.Enforcement(&plumbline.Document{Text: src}) {
			if e.Span.Start < 0 || e.Span.End > len(src) || len(e.Years) == 0 {
				t.Errorf("table %+v", e)
			}
		}
	})
}

package mention

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

const shared = "../../../shared/"

func sharedFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(shared + name)
	if err != nil {
		t.Skip("needs ../shared/" + name)
	}
	return data
}

// headings lists the country headings of the 2018 edition as printed.
func headings(edition []byte) []string {
	var list []string
	for line := range strings.Lines(string(edition)) {
		if name, _, ok := strings.Cut(line, ": TIER "); ok && name[0] >= 'A' && name[0] <= 'Z' {
			list = append(list, name)
		}
	}
	return list
}

func TestHeadingsOf2018(t *testing.T) {
	g := loaded(t)
	rows, err := csv.NewReader(strings.NewReader(string(sharedFile(t, "data/tiers.csv")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	left := map[string]bool{}
	for _, r := range rows {
		if r[1] != "2018" {
			continue
		}
		if g.Countries.Find(plumbline.CountryCode(r[0])) == nil {
			t.Errorf("no country %s", r[0])
		}
		if r[2] != "SC" {
			left[r[0]] = true
		}
	}
	list := headings(sharedFile(t, "corpus/tip-2018.txt"))
	if len(list) != 183 {
		t.Errorf("%d headings, want 183", len(list))
	}
	for _, name := range list {
		code, ok := g.Heading(name, 2018)
		if !ok || !left[string(code)] {
			t.Errorf("%s: got %q", name, code)
		}
		delete(left, string(code))
	}
	for code := range left {
		t.Errorf("%s has no heading", code)
	}
}

func TestNamesOfTheFactbook(t *testing.T) {
	g := loaded(t)
	var entries []struct{ ID, ISO3, Country string }
	if err := json.Unmarshal(sharedFile(t, "corpus/factbook-tip.json"), &entries); err != nil {
		t.Fatal(err)
	}
	if len(entries) != 646 {
		t.Errorf("%d entries, want 646", len(entries))
	}
	for _, e := range entries {
		if code, _ := g.Heading(e.Country, 0); string(code) != e.ISO3 {
			t.Errorf("%s: %s is %q, want %s", e.ID, e.Country, code, e.ISO3)
		}
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	g := loaded(t)
	in := scan(g, "Chinese-owned mines in Anti-Trafficking Thailand, Congolese-run bars, Mr. Jordan, and the Middle East-based DRC agents spoke English and French.")
	known := Aliases{Own: "THA", Year: 2018}
	dst := make([]Mention, 0, 64)
	if n := testing.AllocsPerRun(100, func() { dst = g.Find(dst[:0], in, &known) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFind(b *testing.B) {
	g := loaded(b)
	data := string(sharedFile(b, "corpus/tip-2018.txt"))
	var tt token.Text
	sc := token.Scanner{Vocab: g.vocab}
	sc.Scan(&tt, data, text.Span{End: len(data)}, nil)
	known := Aliases{Year: 2018}
	var ms []Mention
	b.Run("mentions", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			ms = g.Find(ms[:0], &tt, &known)
		}
	})
	b.Run("tokens and mentions", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			sc.Scan(&tt, data, text.Span{End: len(data)}, nil)
			ms = g.Find(ms[:0], &tt, &known)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loaded(b)
	}
}

package standard

import (
	"os"
	"testing"

	"plumbline"
)

// bundled is the book of data/standards.
func bundled(t testing.TB) *Book {
	t.Helper()
	b, err := Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestBundledStandardsHold(t *testing.T) {
	b := bundled(t)
	if len(b.Standards) != 9 {
		t.Errorf("%d standards, want 9", len(b.Standards))
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		bundled(b)
	}
}

func BenchmarkSide(b *testing.B) {
	book := bundled(b)
	c := &plumbline.Claim{Country: "PRK", Type: plumbline.Law, Valence: plumbline.Good, Terms: &plumbline.Terms{Covers: []string{"sex", "labor"}}}
	for _, name := range []plumbline.ElementName{"convicts", "prohibits_sex", "penalties_stringent", "shelters_victims"} {
		e := book.Evidence(name)
		c.Type = e.Types[0]
		c.Citation.Quote = "The government did not provide any care to victims during the reporting period"
		b.Run(string(name), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				e.Side(c)
			}
		})
	}
}

func BenchmarkVerdict(b *testing.B) {
	s := bundled(b).Standards[4]
	b.ReportAllocs()
	for b.Loop() {
		for i := range s.Criteria {
			s.Verdict(i, func(string) plumbline.Verdict { return plumbline.VerdictPartly })
		}
	}
}

package assess

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"plumbline"
	"plumbline/internal/standard"
)

// wordings touch the stems that the formulas of the evidence file look for.
var wordings = []string{"", "police screened and referred victims by a set procedure", "shelter with legal aid in court", "residence permits for foreign victims",
	"recruitment agencies abroad", "child sex tourists at the border", "fund and budget allocated", "an agreement to extradite", "diplomats and peacekeepers",
	"published its assessment and collected statistics", "forced labor in the cotton harvest", "convictions of ngo partners", "restitution", "birth registration"}

// some draws a claim of conduct.
func some(t *rapid.T) plumbline.Claim {
	c := act(rapid.SampledFrom(plumbline.ClaimTypes).Draw(t, "type"), rapid.SampledFrom([]plumbline.Valence{"+", "+", "-", "~", ""}).Draw(t, "valence"),
		rapid.SampledFrom(wordings).Draw(t, "wording"))
	c.Certainty = rapid.SampledFrom([]plumbline.Certainty{"certain", "certain", "probable", "possible", "unknown"}).Draw(t, "certainty")
	c.Reporting = rapid.SampledFrom([]plumbline.Reporting{"stated", "stated", "none-reported", "not-reported"}).Draw(t, "reporting")
	c.Section = rapid.SampledFrom(plumbline.SectionNames).Draw(t, "section")
	c.Act = rapid.SampledFrom([]string{"", "", "", "one", "two"}).Draw(t, "act")
	if rapid.IntRange(0, 3).Draw(t, "figures") == 0 {
		c.Quantity.Count, c.Quantity.Previous = plumbline.Known(rapid.Int64Range(0, 5).Draw(t, "count")), plumbline.Known(rapid.Int64Range(0, 5).Draw(t, "previous"))
	}
	if c.Type == plumbline.Law {
		c.Terms = &plumbline.Terms{Kind: rapid.SampledFrom([]string{"", "anti-trafficking", "related", "used-against-victims"}).Draw(t, "kind"),
			Judgement: rapid.SampledFrom([][]string{nil, {"stringent"}, {"commensurate", "stringent"}, {"not-stringent"}}).Draw(t, "judgement"),
			Covers:    rapid.SampledFrom([][]string{nil, {"sex"}, {"sex", "labor"}}).Draw(t, "covers")}
	}
	return c
}

func several(t *rapid.T, most int) []plumbline.Claim {
	n := rapid.IntRange(1, most).Draw(t, "claims")
	out := make([]plumbline.Claim, n)
	for i := range out {
		out[i] = some(t)
	}
	return inText(out...)
}

// weights draws points that keep what Weights promises.
func weights(t *rapid.T, book *standard.Book) *Points {
	p := &Points{Cuts: [3]float64{-2, 0, 2}, Elements: map[plumbline.ElementName]Weights{}}
	at := func(least, most float64, name string) float64 { return rapid.Float64Range(least, most).Draw(t, name) }
	for _, e := range book.Elements {
		w := Weights{Yes: at(0, 1, "yes"), No: -at(0, 1, "no"), More: at(0, 0.5, "more"), Less: at(0, 0.5, "less")}
		w.Partly = at(w.No, w.Yes, "partly")
		p.Elements[e.Name] = w
	}
	return p
}

// world draws a law and points, and gives the sides of a claim on what is good
// in that law and on what is bad.
func world(t *rapid.T, book *standard.Book) (a *Assessor, law *standard.Standard, good, bad func(*plumbline.Claim) bool) {
	a = New(book, weights(t, book))
	law = oneOf(t, book.Standards)
	stands := func(c *plumbline.Claim, speaksFor bool) bool {
		any := false
		for i := range law.Criteria {
			r := law.Criteria[i].Role
			want, other := standard.For, standard.Against
			if speaksFor == (r == plumbline.ProofOfFailure || r == plumbline.WatchListLimb) {
				want, other = other, want
			}
			for _, e := range law.Criteria[i].Elements {
				switch side := book.Evidence(e.Name).Side(c); side {
				case want:
					any = true
				case other, standard.Partly:
					return false
				}
			}
		}
		return any
	}
	return a, law, func(c *plumbline.Claim) bool { return stands(c, true) }, func(c *plumbline.Claim) bool { return stands(c, false) }
}

// oneOf draws a version of the law.
func oneOf(t *rapid.T, laws []*standard.Standard) *standard.Standard {
	return laws[rapid.IntRange(0, len(laws)-1).Draw(t, "law")]
}

// reads gives the bounds of the law reading and the fitted one.
func reads(a *Assessor, law *standard.Standard, claims []plumbline.Claim) (worst, best, fitted int, score float64) {
	as := a.Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: 2024}, Claims: claims, Standard: law})
	l := newLadder(law, nil)
	worst, best = l.bounds(l.outcomes(as.Findings))
	return worst, best, as.Fitted.Tier.Rank(), as.Fitted.Score
}

func noWorse(t *rapid.T, what string, a *Assessor, law *standard.Standard, before, after []plumbline.Claim) {
	w1, b1, f1, s1 := reads(a, law, before)
	w2, b2, f2, s2 := reads(a, law, after)
	if w2 < w1 || b2 < b1 {
		t.Fatalf("%s: the law reading had %d to %d and has %d to %d", what, w1, b1, w2, b2)
	}
	if s2 < s1-1e-9 || f1 >= 0 && f2 >= 0 && f2 < f1 {
		t.Fatalf("%s: the fitted reading had %.3f, rank %d, and has %.3f, rank %d", what, s1, f1, s2, f2)
	}
}

func TestGoodEvidenceNeverLowersATier(t *testing.T) {
	book, _ := bundled(t)
	rapid.Check(t, func(t *rapid.T) {
		a, law, good, _ := world(t, book)
		claims := several(t, 14)
		noWorse(t, "a good claim more", a, law, claims, append(slices.Clone(claims), another(t, len(claims), good)))
	})
}

func TestWithoutBadEvidenceATierIsNoLower(t *testing.T) {
	book, _ := bundled(t)
	rapid.Check(t, func(t *rapid.T) {
		a, law, _, bad := world(t, book)
		claims := several(t, 14)
		noWorse(t, "a bad claim less", a, law, append(slices.Clone(claims), another(t, len(claims), bad)), claims)
	})
}

// another draws a claim of a kind that stands anywhere among n others.
func another(t *rapid.T, n int, kind func(*plumbline.Claim) bool) plumbline.Claim {
	c := rapid.Custom(some).Filter(func(c plumbline.Claim) bool { return c.Valence != "" && kind(&c) }).Draw(t, "another")
	c.ID, c.Citation.Span.Start = "another", rapid.IntRange(0, n).Draw(t, "at")*100-50
	return c
}

func TestTheOrderOfClaimsChangesNothing(t *testing.T) {
	book, points := bundled(t)
	a := New(book, points)
	rapid.Check(t, func(t *rapid.T) {
		law := oneOf(t, book.Standards)
		claims := several(t, 14)
		in := Input{Narrative: &plumbline.Narrative{Country: here, Year: 2024}, Claims: claims, Standard: law}
		want := a.Assess(&in)
		in.Claims = slices.Clone(claims)
		r := rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed")))
		r.Shuffle(len(in.Claims), func(i, j int) { in.Claims[i], in.Claims[j] = in.Claims[j], in.Claims[i] })
		if got := a.Assess(&in); !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
	})
}

func TestNothingIsPresumedWithoutARequest(t *testing.T) {
	book, points := bundled(t)
	a := New(book, points)
	rapid.Check(t, func(t *rapid.T) {
		law := oneOf(t, book.Standards)
		as := a.Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: 2024}, Claims: several(t, 10), Standard: law})
		for _, f := range as.Findings {
			for _, e := range f.Elements {
				if e.Presumed || e.Verdict == plumbline.VerdictNo && len(e.Against) == 0 {
					t.Fatalf("%s %s: %s", f.Criterion, e.Name, e.Reason)
				}
			}
		}
	})
}

func TestSmallestIsThatOfBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 9).Draw(t, "n")
		var clauses []uint32 // what suffices
		for range rapid.IntRange(0, 4).Draw(t, "clauses") {
			clauses = append(clauses, uint32(rapid.IntRange(0, 1<<n-1).Draw(t, "clause")))
		}
		reaches := func(set uint32) bool {
			return slices.ContainsFunc(clauses, func(c uint32) bool { return set&c == c })
		}
		want := brute(n, reaches)
		if got := smallest(n, 0, reaches); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%d things, %b: got %b, want %b", n, clauses, got, want)
		}
	})
}

// brute lists the smallest sets that reach by trying all of them; none where
// nothing has to change.
func brute(n int, reaches func(uint32) bool) []uint32 {
	var found []uint32
	least := n + 1
	for set := uint32(0); set < 1<<n; set++ {
		if !reaches(set) {
			continue
		}
		size := 0
		for rest := set; rest != 0; rest &= rest - 1 {
			size++
		}
		if size < least {
			least, found = size, nil
		}
		if size == least {
			found = append(found, set)
		}
	}
	if least == 0 {
		return nil
	}
	return found
}

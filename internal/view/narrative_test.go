package view

import (
	"slices"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// at gives the span of words in a text.
func at(t *testing.T, src, words string) text.Span {
	t.Helper()
	i := strings.Index(src, words)
	if i < 0 {
		t.Fatalf("no %q", words)
	}
	return text.Span{Start: i, End: i + len(words)}
}

const oddland = "ODDLAND: TIER 2\n\nPROSECUTION\n\nPolice opened nine cases and courts\nconvicted two men; one appealed. Judges 12ODDLAND met.\n\nNo sentence was reported.\n\nA stray line.\n"

func told(t *testing.T, quotes ...string) (*plumbline.Narrative, []plumbline.Claim) {
	n := &plumbline.Narrative{Span: text.Span{End: len(oddland)}, Heading: at(t, oddland, "ODDLAND: TIER 2"),
		Sections: []plumbline.Section{{Name: plumbline.Prosecution, Heading: at(t, oddland, "PROSECUTION"),
			Span: at(t, oddland, oddland[strings.Index(oddland, "Police"):strings.Index(oddland, "A stray")])}},
		Furniture: []text.Span{at(t, oddland, "12ODDLAND ")}}
	var claims []plumbline.Claim
	for _, q := range quotes {
		claims = append(claims, plumbline.Claim{ID: plumbline.ClaimID(q), Citation: plumbline.Citation{Span: at(t, oddland, q), Quote: q}})
	}
	return n, claims
}

func TestPassagesLoseNothing(t *testing.T) {
	n, claims := told(t, "Police opened nine cases", "nine cases and courts\nconvicted two men", "Police opened nine cases", "Judges 12ODDLAND met", "two men; one appealed. Judges")
	var all []string
	begun := map[int]int{}
	for _, p := range Passages(n, claims, oddland) {
		var words strings.Builder
		for _, s := range p.Sentences {
			for _, piece := range s.Pieces {
				words.WriteString(piece.Span.In(oddland))
				for _, i := range piece.Begins {
					begun[i]++
				}
				for i := range claims {
					if has := slices.Contains(piece.Claims, i); has != claims[i].Citation.Span.Contains(piece.Span) || !has && claims[i].Citation.Span.Overlaps(piece.Span) {
						t.Errorf("piece %q: claim %q: %v", piece.Span.In(oddland), claims[i].ID, has)
					}
				}
			}
		}
		all = append(all, words.String())
	}
	want := []string{"ODDLAND: TIER 2", "PROSECUTION", "Police opened nine cases and courts\nconvicted two men; one appealed. Judges 12ODDLAND met.", "No sentence was reported.", "A stray line."}
	if !slices.Equal(all, want) {
		t.Errorf("passages\n%q, want\n%q", all, want)
	}
	for i := range claims {
		if begun[i] != 1 {
			t.Errorf("claim %q begins %d times", claims[i].ID, begun[i])
		}
	}
}

func TestSentencesAreNotCutInsideAClaim(t *testing.T) {
	cases := []struct {
		name  string
		quote string
		want  int // sentences of the paragraph
	}{
		{"a claim inside a sentence", "courts\nconvicted two men", 2},
		{"a claim over two sentences", "one appealed. Judges", 1},
		{"furniture breaks no sentence", "Judges 12ODDLAND met", 2},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			n, claims := told(t, c.quote)
			if got := Passages(n, claims, oddland)[2].Sentences; len(got) != c.want {
				t.Errorf("%d sentences, want %d", len(got), c.want)
			}
		})
	}
}

func TestLongListsAreCutAtSemicolons(t *testing.T) {
	src := strings.Repeat("train many more judges; ", 30) + "pay for shelters."
	n := &plumbline.Narrative{Span: text.Span{End: len(src)}}
	if got := Passages(n, nil, src)[0].Sentences; len(got) != 31 {
		t.Errorf("%d parts, want 31", len(got))
	}
}

func TestTheFewestWordsComeFirst(t *testing.T) {
	n, claims := told(t, "Police opened nine cases and courts", "nine cases")
	for _, s := range Passages(n, claims, oddland)[2].Sentences {
		for _, p := range s.Pieces {
			if p.Span.In(oddland) == "nine cases" && !slices.Equal(p.Claims, []int{1, 0}) {
				t.Errorf("claims %v, want the shorter first", p.Claims)
			}
		}
	}
}

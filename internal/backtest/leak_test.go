package backtest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/pipeline"
	"plumbline/internal/standard"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

func book(t testing.TB) *standard.Book {
	t.Helper()
	b, err := standard.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// line is a sentence of a made-up narrative with what it claims.
type line struct {
	section plumbline.SectionName
	text    string
	typ     plumbline.ClaimType
	valence plumbline.Valence
}

// made makes a case of sentences, sections in their order.
func made(country string, tier plumbline.Tier, sentences []line) Case {
	n := &plumbline.Narrative{ID: plumbline.NarrativeID(country), Country: plumbline.CountryCode(country), Year: 2018, Placement: plumbline.Placement{Tier: tier}}
	c := Case{Narrative: n}
	for i, s := range sentences {
		start := len(c.Text)
		c.Text += s.text + "\n\n"
		span := text.Span{Start: start, End: start + len(s.text)}
		if k := len(n.Sections) - 1; k >= 0 && n.Sections[k].Name == s.section {
			n.Sections[k].Span.End = span.End
		} else {
			n.Sections = append(n.Sections, plumbline.Section{Name: s.section, Span: span})
		}
		claim := plumbline.Claim{ID: plumbline.ClaimID(fmt.Sprint(country, i)), Country: n.Country, Year: 2018, Section: s.section, Type: s.typ, Valence: s.valence,
			Certainty: plumbline.Certain, Reporting: plumbline.Stated, Aspect: plumbline.Done, Source: plumbline.Author, Citation: plumbline.Citation{Span: span, Quote: s.text}}
		claim.Participants.Actor = []string{country}
		c.Claims = append(c.Claims, claim)
	}
	n.Span = text.Span{End: len(c.Text)}
	return c
}

// conduct are the kinds of acts of the made-up narratives.
var conduct = []plumbline.ClaimType{plumbline.Law, plumbline.Investigation, plumbline.ProsecutionAct, plumbline.Conviction, plumbline.Identification,
	plumbline.Assistance, plumbline.Training, plumbline.Awareness, plumbline.Plan, plumbline.Complicity}

// world makes 40 country-years whose acts grow better with their tier. The parts
// that judge are those that the row of judges gives.
func world(judges func(i int) int) []Case {
	var cases []Case
	for i := range 40 {
		tier, j := plumbline.Ranked[i%4], judges(i)
		hidden := []line{
			{plumbline.AssessmentPart, fmt.Sprintf("The country number %d was placed on %s and judged in %d ways.", j, plumbline.Ranked[j%4].Name(), j), plumbline.Conviction, []plumbline.Valence{"-", "+"}[j%2]},
			{plumbline.AssessmentPart, fmt.Sprintf("It makes efforts of the kind %d.", j), plumbline.Efforts, []plumbline.Valence{"-", "+"}[j%2]},
			{plumbline.Recommendations, fmt.Sprintf("Convict %d more of them.", j), plumbline.Recommendation, ""},
		}
		var seen []line
		for k, typ := range conduct {
			v := plumbline.Bad
			if (k*7+i)%5 <= i%4 {
				v = plumbline.Good
			}
			seen = append(seen, line{plumbline.Prosecution, fmt.Sprintf("Act %s of %s took place in way %d.", letters(k), typ, k%3), typ, v})
		}
		trend := line{plumbline.Prosecution, fmt.Sprintf("The government changed its efforts by %d to %s.", j, plumbline.Ranked[j%4].Name()), plumbline.Trend, []plumbline.Valence{"-", "+"}[j%2]}
		all := slices.Concat(hidden[:2], seen[:5], []line{trend}, seen[5:], hidden[2:])
		cases = append(cases, made(fmt.Sprintf("X%s%s", letters(i/26), letters(i)), tier, all))
	}
	return cases
}

func letters(i int) string { return string(rune('A' + i%26)) }

func TestWhatIsHiddenLeaksIntoNoReading(t *testing.T) {
	b := book(t)
	plain, err := Test(b, 2018, world(func(i int) int { return i }))
	if err != nil {
		t.Fatal(err)
	}
	for fold := range Folds {
		inFold := map[plumbline.CountryCode]bool{}
		for _, r := range plain.Rows {
			inFold[r.Country] = r.Fold == fold
		}
		cases := world(func(i int) int { return i })
		others := world(func(i int) int { return i + 13 })
		for i := range cases {
			if inFold[cases[i].Narrative.Country] {
				cases[i] = others[i]
				cases[i].Narrative.Placement.Tier = plumbline.Ranked[(i+1)%4]
			}
		}
		swapped, err := Test(b, 2018, cases)
		if err != nil {
			t.Fatal(err)
		}
		same(t, fold, plain, swapped)
	}
	told := 0
	for _, r := range plain.Rows {
		if r.Fitted != "" {
			told++
		}
	}
	if told != len(plain.Rows) || plain.Fitted.Accuracy < 0.5 {
		t.Errorf("the fitted reading tells %d of %d tiers and meets %.2f: the test shows nothing", told, len(plain.Rows), plain.Fitted.Accuracy)
	}
	if plain.Baselines["leak"].Accuracy > plain.Baselines["majority"].Accuracy {
		t.Errorf("formula words that are left meet %.2f of the tiers", plain.Baselines["leak"].Accuracy)
	}
}

// same wants the readings of a fold to be the same in both reports.
func same(t *testing.T, fold int, a, b *Report) {
	t.Helper()
	if len(a.Rows) != len(b.Rows) {
		t.Fatalf("fold %d: %d and %d rows", fold, len(a.Rows), len(b.Rows))
	}
	for i := range a.Rows {
		x, y := &a.Rows[i], &b.Rows[i]
		if x.Fold != fold {
			continue
		}
		if x.Country != y.Country || x.Fold != y.Fold || x.Fitted != y.Fitted || x.Law != y.Law || x.Assessment.Fitted.Score != y.Assessment.Fitted.Score {
			t.Errorf("%s, fold %d: %s and %s, score %.3f, became %s and %s, score %.3f", x.Country, fold,
				x.Fitted, x.Law, x.Assessment.Fitted.Score, y.Fitted, y.Law, y.Assessment.Fitted.Score)
		}
		for j := range x.Assessment.Findings {
			if v, w := x.Assessment.Findings[j].Verdict, y.Assessment.Findings[j].Verdict; v != w {
				t.Errorf("%s %s: %s became %s", x.Country, x.Assessment.Findings[j].Criterion, v, w)
			}
		}
	}
}

func TestSentencesThatJudgeAreNotSeen(t *testing.T) {
	c := world(func(i int) int { return i })[5]
	var room token.Text
	s := c.see(&token.Scanner{Vocab: &token.Vocab{}}, &room)
	if len(s.claims) != len(conduct) {
		t.Errorf("%d claims are seen, want %d", len(s.claims), len(conduct))
	}
	for _, w := range []string{"placed", "changed", "convict", "tier"} {
		if slices.Contains(s.words, w) {
			t.Errorf("the word %q is seen", w)
		}
	}
	in := (&tester{law: nil}).input(&c, s)
	if in.Narrative.Placement != (plumbline.Placement{}) || c.Narrative.Placement.Tier == "" {
		t.Error("the placement is shown to the readings")
	}
}

// edition reads the report of 2018.
func edition(t *testing.T) []Case {
	t.Helper()
	raw, err := os.ReadFile("../../../shared/corpus/tip-2018.txt")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("needs ../shared/corpus/tip-2018.txt")
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := pipeline.Compile(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	read, err := r.Read(t.Context(), pipeline.Input{File: "tip-2018.txt", Data: raw})
	if err != nil {
		t.Fatal(err)
	}
	var cases []Case
	for i := range read.Narratives {
		c := Case{Narrative: &read.Narratives[i], Text: read.Document.Text}
		for _, claim := range read.Claims {
			if claim.Narrative == c.Narrative.ID {
				c.Claims = append(c.Claims, claim)
			}
		}
		cases = append(cases, c)
	}
	return cases
}

// disguise writes over what judges in a case, and turns its claims round.
func disguise(c Case, tier plumbline.Tier) Case {
	n := *c.Narrative
	n.Placement = plumbline.Placement{Tier: tier}
	raw := []byte(c.Text)
	over := func(s text.Span) {
		for i := s.Start; i < s.End; i++ {
			if 'a' <= raw[i] && raw[i] <= 'z' {
				raw[i] = 'z' - (raw[i] - 'a')
			}
		}
	}
	var claims []plumbline.Claim
	for _, s := range n.Sections {
		if slices.Contains(hiddenSections, s.Name) {
			over(s.Span)
		}
	}
	for _, claim := range c.Claims {
		if judges := slices.Contains(judging, claim.Type); judges || slices.Contains(hiddenSections, claim.Section) {
			if judges {
				over(claim.Citation.Span)
			}
			claim.Citation.Quote = claim.Citation.Span.In(string(raw))
			claim.Valence = map[plumbline.Valence]plumbline.Valence{"+": "-", "-": "+", "~": "+"}[claim.Valence]
		}
		claims = append(claims, claim)
	}
	return Case{Narrative: &n, Claims: claims, Text: string(raw), Before: c.Before}
}

func TestTheReportOf2018LeaksNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	cases := edition(t)
	b := book(t)
	start := time.Now()
	plain, err := Test(b, 2018, cases)
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("the back-test took %v", took)
	}
	const fold = 3
	for i := range cases {
		k := slices.IndexFunc(plain.Rows, func(r Row) bool { return r.Country == cases[i].Narrative.Country })
		if k >= 0 && plain.Rows[k].Fold == fold {
			cases[i] = disguise(cases[i], plumbline.Ranked[(plain.Rows[k].Published.Rank()+2)%tiers])
		}
	}
	swapped, err := Test(b, 2018, cases)
	if err != nil {
		t.Fatal(err)
	}
	same(t, fold, plain, swapped)
	if leak, majority := plain.Baselines["leak"], plain.Baselines["majority"]; leak.Accuracy > majority.Accuracy || leak.Kappa > 0.1 {
		t.Errorf("formula words that are left meet %.3f of the tiers, kappa %.3f; the majority %.3f", leak.Accuracy, leak.Kappa, majority.Accuracy)
	}
	for _, row := range plain.Rows {
		if strings.Contains(strings.Join(row.Assessment.Notes, " "), "is printed") {
			t.Errorf("%s: the reading knows the printed tier", row.Country)
		}
	}
}

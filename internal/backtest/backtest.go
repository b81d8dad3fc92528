package backtest

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/assess"
	"plumbline/internal/standard"
	"plumbline/internal/token"
)

// Folds is into how many parts the countries are split.
const Folds = 10

// fewest is how many country-years a back-test asks for.
const fewest = 2 * Folds

// Row is one country-year as published and as read.
type Row struct {
	Country   plumbline.CountryCode
	Published plumbline.Tier
	Fitted    plumbline.Tier // empty where the reading cannot tell
	Law       plumbline.Tier // empty where the reading cannot tell
	Fold      int

	Assessment plumbline.Assessment // with the points of its fold

	cuts [tiers - 1]float64 // of the points of its fold
}

// Report is a back-test of one year.
type Report struct {
	Year      int
	Rows      []Row // by country
	Fitted    Score
	Law       Score
	Baselines map[string]Score // majority, words, history, leak
	Left      []string         // country-years left out, with the reason
}

// Test reads each case with points that were calibrated without its country.
// Cases of a Special Case or without a printed tier are left out. It is a fault
// of kind plumbline.ErrInvalid if too few are left.
func Test(book *standard.Book, year int, cases []Case) (*Report, error) {
	t, err := newTester(book, year, cases)
	if err != nil {
		return nil, err
	}
	t.deal()
	for fold := range Folds {
		t.fold(fold)
	}
	t.sum()
	return t.Report, nil
}

func newTester(book *standard.Book, year int, cases []Case) (*tester, error) {
	law, err := book.ForReport(year)
	if err != nil {
		return nil, err
	}
	t := &tester{Report: &Report{Year: year, Baselines: map[string]Score{}}, law: law, book: book, scanner: token.Scanner{Vocab: &token.Vocab{}}}
	cases = slices.Clone(cases)
	slices.SortFunc(cases, func(a, b Case) int { return strings.Compare(string(a.Narrative.Country), string(b.Narrative.Country)) })
	for i := range cases {
		t.take(&cases[i])
	}
	if len(t.cases) < fewest {
		return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid,
			Fact: fmt.Sprintf("%d narratives with a tier; %d are asked for", len(t.cases), fewest),
			Hint: "read the report of that year with: plumbline read FILE"}
	}
	return t, nil
}

// tester is a back-test under way. Its slices run in step.
type tester struct {
	*Report
	law   *standard.Standard
	book  *standard.Book
	cases []*Case
	seen  []sight
	plain []plumbline.Assessment // without points: findings for calibration

	published                []int
	fitted, lawful           []int
	majority, words, history []int
	leak                     []int
	scanner                  token.Scanner
	room                     token.Text
}

// take hides what judges and assesses what is left.
func (t *tester) take(c *Case) {
	tier := c.Narrative.Placement.Tier
	if tier.Rank() < 0 {
		t.Left = append(t.Left, fmt.Sprintf("%s: %s", c.Narrative.Country, tier.Name()))
		return
	}
	s := c.see(&t.scanner, &t.room)
	a := assess.New(t.book, &assess.Points{})
	t.cases = append(t.cases, c)
	t.seen = append(t.seen, s)
	t.plain = append(t.plain, a.Assess(t.input(c, s)))
	t.published = append(t.published, tier.Rank())
	t.Rows = append(t.Rows, Row{Country: c.Narrative.Country, Published: tier})
}

// input is what the readings are shown: not the printed placement either.
func (t *tester) input(c *Case, s sight) *assess.Input {
	n := *c.Narrative
	n.Placement = plumbline.Placement{}
	return &assess.Input{Narrative: &n, Claims: s.claims, Standard: t.law, Hidden: hiddenSections}
}

// deal puts the countries into folds.
func (t *tester) deal() {
	order := make([]int, len(t.Rows))
	for i := range order {
		order[i] = i
	}
	key := func(i int) string {
		h := sha256.Sum256([]byte(t.Rows[i].Country))
		return string(h[:])
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(key(a), key(b)) })
	for place, i := range order {
		t.Rows[i].Fold = place % Folds
	}
	n := len(t.Rows)
	t.fitted, t.lawful, t.majority = make([]int, n), make([]int, n), make([]int, n)
	t.words, t.history, t.leak = make([]int, n), make([]int, n), make([]int, n)
}

// fold calibrates on all but one fold and reads that one.
func (t *tester) fold(fold int) {
	var samples []assess.Sample
	var count [tiers]int
	all, formula := newBayes(), newBayes()
	for i := range t.Rows {
		if t.Rows[i].Fold == fold {
			continue
		}
		samples = append(samples, assess.Sample{Findings: t.plain[i].Findings, Tier: t.Rows[i].Published})
		count[t.published[i]]++
		all.learn(t.seen[i].words, t.published[i])
		formula.learn(formulaWords(t.seen[i].words), t.published[i])
	}
	most := 0
	for i := range count {
		if count[i] > count[most] {
			most = i
		}
	}
	points := assess.Calibrate(samples, fmt.Sprintf("of the report of %d without fold %d", t.Year, fold))
	a := assess.New(t.book, points)
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Fold != fold {
			continue
		}
		row.Assessment = a.Assess(t.input(t.cases[i], t.seen[i]))
		row.cuts = points.Cuts
		row.Fitted, row.Law = row.Assessment.Fitted.Tier, row.Assessment.Law.Tier
		t.fitted[i], t.lawful[i] = row.Fitted.Rank(), row.Law.Rank()
		t.majority[i] = most
		t.words[i] = all.guess(t.seen[i].words)
		t.leak[i] = formula.guess(formulaWords(t.seen[i].words))
		if t.history[i] = t.cases[i].Before.Rank(); t.history[i] < 0 {
			t.history[i] = most
		}
	}
}

func (t *tester) sum() {
	t.Fitted = score(t.published, t.fitted)
	t.Law = score(t.published, t.lawful)
	t.Baselines["majority"] = score(t.published, t.majority)
	t.Baselines["words"] = score(t.published, t.words)
	t.Baselines["history"] = score(t.published, t.history)
	t.Baselines["leak"] = score(t.published, t.leak)
}

// formulas are the words that outcome sentences are made of and that tell
// little of conduct.
var formulas = map[string]bool{
	"tier": true, "watch": true, "list": true, "upgraded": true, "downgraded": true, "waiver": true, "minimum": true,
	"standards": true, "elimination": true, "fully": true, "meet": true, "meets": true, "significant": true, "serious": true,
	"sustained": true, "overall": true, "consecutive": true, "remained": true,
}

func formulaWords(words []string) []string {
	var out []string
	for _, w := range words {
		if formulas[w] {
			out = append(out, w)
		}
	}
	return out
}

// Samples gives every case with a tier as a sample for calibration, from
// evidence alone, by country.
func Samples(book *standard.Book, year int, cases []Case) ([]assess.Sample, error) {
	t, err := newTester(book, year, cases)
	if err != nil {
		return nil, err
	}
	out := make([]assess.Sample, len(t.Rows))
	for i := range out {
		out[i] = assess.Sample{Findings: t.plain[i].Findings, Tier: t.Rows[i].Published}
	}
	return out, nil
}

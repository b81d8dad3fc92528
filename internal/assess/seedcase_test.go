package assess_test

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/assess"
	"plumbline/internal/pipeline"
	"plumbline/internal/standard"
)

// TestNorthKorea2007 is the case that was checked by hand, on the report's own
// text where it is at hand and on a retelling of the same shape.
func TestNorthKorea2007(t *testing.T) {
	for _, file := range []string{"testdata/camps-2007.txt", "../../../shared/corpus/prk-2007.txt"} {
		t.Run(file[strings.LastIndexByte(file, '/')+1:], func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if errors.Is(err, fs.ErrNotExist) {
				t.Skip("needs ../shared/corpus/prk-2007.txt")
			}
			if err != nil {
				t.Fatal(err)
			}
			s := newSeedCase(t, raw)
			t.Run("the minimum standards are not met", s.standards)
			t.Run("what the text tells is answered from the right quotes", s.quotes)
			t.Run("none reported is no zero", s.zero)
			t.Run("punishing traffickers is no credit", s.credit)
			t.Run("both readings indicate Tier 3", s.tiers)
			t.Run("what would change it is sensible", s.changes)
		})
	}
}

type seedCase struct {
	as     plumbline.Assessment
	claims []plumbline.Claim
}

func newSeedCase(t *testing.T, raw []byte) *seedCase {
	t.Helper()
	r, err := pipeline.Compile(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	read, err := r.Read(t.Context(), pipeline.Input{File: "prk-2007.txt", Data: raw, Context: plumbline.Context{Country: "PRK", Year: 2007}})
	if err != nil {
		t.Fatal(err)
	}
	book, err := standard.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	points, err := assess.LoadPoints(data.FS, func(e plumbline.ElementName) bool { return book.Evidence(e) != nil })
	if err != nil {
		t.Fatal(err)
	}
	law, err := book.ForReport(2007)
	if err != nil {
		t.Fatal(err)
	}
	return &seedCase{claims: read.Claims,
		as: assess.New(book, points).Assess(&assess.Input{Narrative: &read.Narratives[0], Claims: read.Claims, Standard: law})}
}

func (s *seedCase) claim(id plumbline.ClaimID) *plumbline.Claim {
	i := slices.IndexFunc(s.claims, func(c plumbline.Claim) bool { return c.ID == id })
	return &s.claims[i]
}

func (s *seedCase) finding(t *testing.T, title string) *plumbline.Finding {
	t.Helper()
	i := slices.IndexFunc(s.as.Findings, func(f plumbline.Finding) bool { return f.Title == title })
	if i < 0 {
		t.Fatalf("no criterion %q", title)
	}
	return &s.as.Findings[i]
}

func (s *seedCase) standards(t *testing.T) {
	for _, f := range s.as.Findings {
		if f.Role == plumbline.MinimumStandard && f.Verdict == plumbline.VerdictYes {
			t.Errorf("%s is met", f.Criterion)
		}
	}
	for _, title := range []string{"Prohibits trafficking and punishes it", "Makes serious and sustained efforts", "Fully complies with the minimum standards"} {
		if f := s.finding(t, title); f.Verdict != plumbline.VerdictNo {
			t.Errorf("%s %s: %s", f.Criterion, title, f.Verdict)
		}
	}
}

func (s *seedCase) quotes(t *testing.T) {
	for _, want := range []struct {
		title, element string
		words          []string // of quotes that speak against it
	}{
		{"Investigates, prosecutes and punishes traffickers", "prosecutes", []string{"no reported prosecutions"}},
		{"Protects victims and does not punish them", "assists_victims", []string{"medical assistance"}},
		{"Protects victims and does not punish them", "no_penalization", []string{"used against"}},
		{"Watches migration and respects the right to leave and to return", "right_to_leave", []string{"crossing the border without permission", "people from"}},
		{"Watches migration and respects the right to leave and to return", "safe_return", []string{"forcibly repatriated"}},
		{"Holds its own officials to account", "officials_not_complicit", []string{"prison labor camps", "detention camps"}},
		{"Small extent of noncompliance, above all by officials", "no_state_trafficking", []string{"prison labor camps"}},
	} {
		f := s.finding(t, want.title)
		if f.Verdict != plumbline.VerdictNo {
			t.Errorf("%s %s: %s", f.Criterion, f.Title, f.Verdict)
		}
		i := slices.IndexFunc(f.Elements, func(e plumbline.ElementFinding) bool { return string(e.Name) == want.element })
		var quotes []string
		for _, id := range f.Elements[i].Against {
			quotes = append(quotes, s.claim(id).Citation.Quote)
		}
		for _, w := range want.words {
			if !strings.Contains(strings.Join(quotes, "\n"), w) {
				t.Errorf("%s %s: no quote against it has %q: %q", f.Criterion, want.element, w, quotes)
			}
		}
	}
	cited := 0
	for _, f := range s.as.Findings {
		if len(f.For)+len(f.Against) > 0 {
			cited++
		}
	}
	if cited < 6 {
		t.Errorf("%d findings are cited, want 6", cited)
	}
}

func (s *seedCase) zero(t *testing.T) {
	n := 0
	for _, c := range s.claims {
		if c.Reporting == plumbline.NoneReported {
			n++
			if c.Quantity.Count.Known {
				t.Errorf("%q has the count %d", c.Citation.Quote, c.Quantity.Count.N)
			}
		}
	}
	if n == 0 {
		t.Error("no claim of what was not reported")
	}
	for _, f := range s.as.Findings {
		for _, e := range f.Elements {
			if strings.HasPrefix(string(e.Name), "progress_") || e.Name == "efforts_not_increasing" {
				if e.Verdict != plumbline.VerdictUnknown {
					t.Errorf("%s is %s", e.Name, e.Verdict)
				}
			}
		}
	}
}

func (s *seedCase) credit(t *testing.T) {
	i := slices.IndexFunc(s.claims, func(c plumbline.Claim) bool {
		return c.Valence == plumbline.Good && strings.Contains(c.Citation.Quote, "punishing traffickers")
	})
	if i < 0 {
		t.Fatal("no claim of punishing traffickers")
	}
	c := &s.claims[i]
	if !c.Undercut() {
		t.Error("nothing undercuts it")
	}
	for _, f := range s.as.Findings {
		for _, e := range f.Elements {
			if slices.Contains(e.For, c.ID) || slices.Contains(e.Partly, c.ID) {
				t.Errorf("it counts for %s", e.Name)
			}
		}
		if f.Title == "Investigates, prosecutes and punishes traffickers" && len(f.For) > 0 {
			t.Errorf("%v speak for it", f.For)
		}
	}
	if !slices.ContainsFunc(s.as.Left, func(l plumbline.LeftOut) bool { return l.Claim == c.ID && strings.Contains(l.Why, "undercut") }) {
		t.Errorf("left out: %v", s.as.Left)
	}
}

func (s *seedCase) tiers(t *testing.T) {
	for name, in := range map[string]plumbline.Indicated{"law": s.as.Law, "fitted": s.as.Fitted} {
		if in.Tier != plumbline.Tier3 || in.After != plumbline.Tier3 || in.Automatic {
			t.Errorf("%s: %q, after the two-year rule %q, automatic %t: %v", name, in.Tier, in.After, in.Automatic, in.Reasons)
		}
	}
}

func (s *seedCase) changes(t *testing.T) {
	byReading := map[string]int{}
	for _, c := range s.as.Counterfactuals {
		byReading[c.Reading]++
		if c.Tier == plumbline.Tier3 {
			t.Errorf("%v changes nothing", c)
		}
		for _, x := range c.Changes {
			if x.From == x.To || x.Title == "" || strings.ContainsAny(x.Title, "0123456789") {
				t.Errorf("%v", x)
			}
		}
	}
	if byReading["law"] == 0 || byReading["fitted"] == 0 {
		t.Errorf("counterfactuals by reading: %v", byReading)
	}
	for _, c := range s.as.Counterfactuals {
		if c.Reading == "law" && c.Kind == plumbline.IfConductChanged && !slices.ContainsFunc(c.Changes, func(x plumbline.Change) bool {
			return x.Title == "Investigates, prosecutes and punishes traffickers" || x.Title == "Protects victims and does not punish them"
		}) {
			t.Errorf("neither punishment nor protection is part of %v", c)
		}
	}
}

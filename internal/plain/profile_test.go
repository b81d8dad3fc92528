package plain

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with the named part of a txtar file.
func golden(t *testing.T, file, part, got string) {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range archive.Files {
		if f.Name != part {
			continue
		}
		if string(f.Data) == got {
			return
		}
		if !*update {
			t.Errorf("%s, %s\n--- got\n%s--- want\n%s", file, part, got, f.Data)
			return
		}
		archive.Files[i].Data = []byte(got)
		write(t, file, archive)
		return
	}
	if !*update {
		t.Fatalf("%s has no part %q; run the test with -update", file, part)
	}
	archive.Files = append(archive.Files, txtar.File{Name: part, Data: []byte(got)})
	write(t, file, archive)
}

func write(t *testing.T, file string, archive *txtar.Archive) {
	t.Helper()
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// input returns a part of a txtar file.
func input(t *testing.T, file, part string) string {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if f.Name == part {
			return string(f.Data)
		}
	}
	t.Fatalf("%s has no part %q", file, part)
	return ""
}

var names = plumbline.Countries{
	{Code: "FRE", Names: []plumbline.CountryName{{Text: "Freedonia"}}},
	{Code: "GRA", Names: []plumbline.CountryName{{Text: "Graustark"}}},
	{Code: "RUR", Names: []plumbline.CountryName{{Text: "Ruritania"}}},
	{Code: "SYL", Names: []plumbline.CountryName{{Text: "Sylvania"}}},
	{Code: "ZUB", Names: []plumbline.CountryName{{Text: "Żubrówka"}}},
}

// reader places claims in a text by their quotes.
type reader struct {
	t      *testing.T
	text   string
	claims []plumbline.Claim
}

func (r *reader) find(quote string) text.Span {
	r.t.Helper()
	i := strings.Index(r.text, quote)
	if i < 0 {
		r.t.Fatalf("the text has no %q", quote)
	}
	return text.Span{Start: i, End: i + len(quote)}
}

func (r *reader) claim(s plumbline.SectionName, t plumbline.ClaimType, quote string, c plumbline.Claim) {
	r.t.Helper()
	c.ID = plumbline.ClaimID("c0ffee" + string(rune('a'+len(r.claims)/10)) + string(rune('0'+len(r.claims)%10)))
	c.Country, c.Year, c.Section, c.Type = "RUR", 2016, s, t
	c.Citation = plumbline.Citation{Span: r.find(quote), Quote: quote, Page: 311}
	if c.Certainty == "" {
		c.Certainty = plumbline.Certain
	}
	if c.Reporting == "" && t.Conduct() {
		c.Reporting = plumbline.Stated
	}
	r.claims = append(r.claims, c)
}

func (r *reader) cue(kind plumbline.EvidenceKind, words string) plumbline.Evidence {
	r.t.Helper()
	return plumbline.Evidence{What: kind, Span: r.find(words)}
}

func ruritania(t *testing.T) ProfileData {
	r := &reader{t: t, text: input(t, "testdata/profile.txtar", "narrative.txt") + "\n" + input(t, "testdata/profile.txtar", "recommendations.txt")}
	r.assessment()
	r.prosecution()
	r.protection()
	r.situation()
	n := &plumbline.Narrative{
		File: "ruritania-2016.txt", Country: "RUR", Year: 2016, Heading: r.find("RURITANIA: TIER 2 WATCH LIST"),
		Placement: plumbline.Placement{
			Tier: plumbline.Tier2WL, HeadingTier: plumbline.Tier2WL, OutcomeTier: plumbline.Tier2WL, FullyMeets: plumbline.No,
			SignificantEfforts: plumbline.Yes, Move: plumbline.Remained, Consecutive: 3, Waiver: true, Basis: plumbline.Assessed,
		},
		Sections: []plumbline.Section{{Name: plumbline.Prosecution}, {Name: plumbline.Protection}, {Name: plumbline.Prevention}},
	}
	return ProfileData{
		Narrative: n, Claims: r.claims, Names: names,
		Document: &plumbline.Document{File: n.File, Text: r.text, Title: "An invented report", Released: "2016-06"},
		Doubts: []plumbline.Doubt{{
			Span: r.find("does not fully meet the minimum standards, yet"), Message: "the standards formula lacks its end", Hint: "compare it with the printed page",
		}},
	}
}

func (r *reader) assessment() {
	s := plumbline.AssessmentPart
	r.claim(s, plumbline.Compliance, "does not fully meet the minimum standards", plumbline.Claim{
		Valence: plumbline.Bad, Evidence: []plumbline.Evidence{r.cue(plumbline.NegationCue, "not fully")},
	})
	r.claim(s, plumbline.Efforts, "making significant efforts", plumbline.Claim{Valence: plumbline.Good})
	r.claim(s, plumbline.Conviction, "convicted seven traffickers", plumbline.Claim{
		Valence: plumbline.Good, Act: "a1", Quantity: plumbline.Quantity{Count: plumbline.Known(7), Unit: "convictions"},
	})
	r.claim(s, plumbline.PlacementClaim, "remained on Tier 2 Watch List", plumbline.Claim{
		Participants: plumbline.Participants{Actor: []string{"publisher"}},
	})
	r.claim(plumbline.Recommendations, plumbline.Recommendation, "Prosecute officials who sell permits", plumbline.Claim{
		Participants: plumbline.Participants{Topics: []string{"accountability", "labor-oversight"}},
	})
	r.claim(plumbline.Recommendations, plumbline.Recommendation, "pass the draft law", plumbline.Claim{
		Participants: plumbline.Participants{Topics: []string{"law"}},
	})
}

func (r *reader) prosecution() {
	s := plumbline.Prosecution
	r.claim(s, plumbline.Trend, "maintained its law enforcement efforts", plumbline.Claim{
		Valence: plumbline.Mixed, Direction: plumbline.Maintained, Participants: plumbline.Participants{Topics: []string{"prosecution"}},
	})
	r.claim(s, plumbline.Law, "Article 12 of the penal code forbids all trafficking and sets three to ten years in prison, which the writers of this page call stringent", plumbline.Claim{
		Valence: plumbline.Good, Terms: &plumbline.Terms{
			Covers: []string{"sex", "labor"}, YearsMin: plumbline.Known(3), YearsMax: plumbline.Known(10), Judgement: []string{"stringent"}, Kind: "anti-trafficking",
		},
	})
	r.claim(s, plumbline.Investigation, "Police opened 45 inquiries, against 52 in 2015", plumbline.Claim{
		Valence: plumbline.Good, Quantity: plumbline.Quantity{Count: plumbline.Known(45), Previous: plumbline.Known(52), Unit: "investigations"},
	})
	r.claim(s, plumbline.Conviction, "Courts convicted seven traffickers, compared with twelve", plumbline.Claim{
		Valence: plumbline.Good, Act: "a1", Time: plumbline.Interval{Start: "2016"}, QualifiedBy: []plumbline.ClaimID{"c0ffeeb1"},
		Quantity: plumbline.Quantity{Count: plumbline.Known(7), Previous: plumbline.Known(12), Unit: "convictions"},
	})
	r.claim(s, plumbline.Accountability, "No prosecutor took any official to court", plumbline.Claim{
		Valence: plumbline.Bad, Quantity: plumbline.Quantity{Count: plumbline.Known(0), Unit: "prosecutions"},
		Evidence: []plumbline.Evidence{r.cue(plumbline.NegationCue, "No prosecutor")},
	})
	r.claim(s, plumbline.Complicity, "two mayors may have sold work permits", plumbline.Claim{
		Valence: plumbline.Bad, Certainty: plumbline.Possible, Source: plumbline.NGO, Evidence: []plumbline.Evidence{r.cue(plumbline.HedgeCue, "may")},
	})
	r.claim(s, plumbline.Data, "did not report whether \"the harbour case\"\twent on", plumbline.Claim{
		Valence: plumbline.Bad, Certainty: plumbline.Unknown, Reporting: plumbline.NotReported,
	})
}

func (r *reader) protection() {
	s := plumbline.Protection
	r.claim(s, plumbline.Trend, "decreased its efforts to protect victims", plumbline.Claim{
		Valence: plumbline.Bad, Direction: plumbline.Decreased, Participants: plumbline.Participants{Topics: []string{"protection"}},
	})
	r.claim(s, plumbline.Identification, "identified no victims", plumbline.Claim{
		Valence: plumbline.Bad, Quantity: plumbline.Quantity{Count: plumbline.Known(0), Unit: "victims-identified"},
		Evidence: []plumbline.Evidence{r.cue(plumbline.NegationCue, "no victims")},
	})
	r.claim(s, plumbline.Penalization, "no reports that officials fined victims", plumbline.Claim{
		Valence: plumbline.Good, Certainty: plumbline.Probable, Reporting: plumbline.NoneReported,
	})
	r.claim(s, plumbline.Repatriation, "A draft law would let victims stay for a year", plumbline.Claim{Valence: plumbline.Mixed, Aspect: plumbline.Planned})
	r.claim(s, plumbline.LaborOversight, "The Government of Graustark closed its own consulate's recruitment desk", plumbline.Claim{
		Valence: plumbline.Good, Participants: plumbline.Participants{Actor: []string{"GRA"}},
	})
}

func (r *reader) situation() {
	s := plumbline.Profile
	r.claim(s, plumbline.Role, "source and transit country", plumbline.Claim{Participants: plumbline.Participants{
		Subject: []string{"RUR"}, Roles: []string{"source", "transit"}, Victims: []string{"women", "children"}, Forms: []string{"sex-trafficking", "forced-labor"},
	}})
	r.claim(s, plumbline.Flow, "Women from Freedonia and Sylvania are forced into prostitution in Ruritania", plumbline.Claim{
		Movement: plumbline.Trafficked, Participants: plumbline.Participants{
			Origin: []string{"FRE", "SYL"}, Destination: []string{"RUR"}, Victims: []string{"women"}, Forms: []string{"sex-trafficking"},
		},
	})
	r.claim(s, plumbline.Flow, "Ruritanian girls are most often sold into domestic servitude in Graustark, Żubrówka and the Gulf", plumbline.Claim{
		Movement: plumbline.Trafficked, Frequency: plumbline.MostCommon, Participants: plumbline.Participants{
			Origin: []string{"RUR"}, Destination: []string{"GRA", "ZUB"}, DestinationRegions: []string{"the Gulf"}, Victims: []string{"girls"}, Forms: []string{"domestic-servitude"},
		},
	})
	r.claim(s, plumbline.Flow, "work on ships abroad under terms that observers call close to bondage", plumbline.Claim{
		Movement: plumbline.LaborMigration, Certainty: plumbline.Possible, Source: plumbline.Observer,
		Participants: plumbline.Participants{Origin: []string{"RUR"}, Victims: []string{"citizens"}, Sectors: []string{"fishing"}},
	})
	r.claim(s, plumbline.Estimate, "An estimated 3,000 to 4,500 prisoners make bricks", plumbline.Claim{
		Certainty: plumbline.Probable, Quantity: plumbline.Quantity{Min: plumbline.Known(3000), Max: plumbline.Known(4500), Unit: "persons", Of: "prisoners", Approx: true},
		Evidence: []plumbline.Evidence{r.cue(plumbline.HedgeCue, "estimated")},
	})
	r.claim(s, plumbline.Vulnerability, "Children without papers are at risk", plumbline.Claim{
		Participants: plumbline.Participants{Victims: []string{"children"}, Factors: []string{"no-papers"}},
	})
	r.claim(s, plumbline.Exploitation, "There is no evidence that traffickers use the river port", plumbline.Claim{
		Certainty: plumbline.Unknown, Reporting: plumbline.NoEvidence, Participants: plumbline.Participants{Forms: []string{"organ-removal"}},
	})
}

func TestProfilePage(t *testing.T) {
	for _, test := range []struct {
		name   string
		style  Style
		sample bool
	}{
		{"width 80", Style{Width: 80}, false},
		{"width 120, sample", Style{Width: 120}, true},
		{"width 44", Style{Width: 44}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := ruritania(t)
			d.Sample = test.sample
			var out bytes.Buffer
			if err := Profile(&out, d, test.style); err != nil {
				t.Fatal(err)
			}
			sound(t, out.String(), test.style.width())
			golden(t, "testdata/profile.txtar", test.name, out.String())
		})
	}
}

// sound checks what holds for every page.
func sound(t *testing.T, page string, width int) {
	t.Helper()
	for i, line := range strings.Split(page, "\n") {
		if strings.TrimRight(line, " \t") != line {
			t.Errorf("line %d ends in a blank: %q", i+1, line)
		}
		if columns(line) > width {
			t.Errorf("line %d is %d columns wide: %q", i+1, columns(line), line)
		}
		if strings.ContainsAny(line, "\x1b\t\r") {
			t.Errorf("line %d steers the terminal: %q", i+1, line)
		}
	}
}

func TestColourSaysNothingByItself(t *testing.T) {
	var bare, painted bytes.Buffer
	d := ruritania(t)
	if err := Profile(&bare, d, Style{}); err != nil {
		t.Fatal(err)
	}
	if err := Profile(&painted, d, Style{Color: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(painted.String(), "\x1b[31mdid not") && !strings.Contains(painted.String(), "\x1b[31m- did not") {
		t.Error("no colour where it is asked for")
	}
	if got := unpainted(painted.String()); got != bare.String() {
		t.Errorf("without its colours the page is another:\n%s", got)
	}
}

func TestSilenceIsNoZero(t *testing.T) {
	seen := map[string]string{}
	for _, r := range []plumbline.Reporting{plumbline.Stated, plumbline.NoneReported, plumbline.NotReported, plumbline.NoEvidence, plumbline.NoInformation} {
		c := &plumbline.Claim{Type: plumbline.Conviction, Valence: plumbline.Bad, Reporting: r}
		if r == plumbline.NoEvidence || r == plumbline.NoInformation {
			c.Valence = ""
		}
		word, _ := mark(c)
		for other, w := range seen {
			if w == word {
				t.Errorf("%s and %s are both shown as %q", r, other, word)
			}
		}
		seen[string(r)] = word
		if strings.Contains(wording.Figures(c.Quantity), "0") {
			t.Errorf("%s: a number is shown where none is known", r)
		}
	}
}

func TestMarkWords(t *testing.T) {
	negated := []plumbline.Evidence{{What: plumbline.NegationCue}}
	for _, test := range []struct {
		name  string
		claim plumbline.Claim
		want  string
	}{
		{"a deed", plumbline.Claim{Type: plumbline.Law, Valence: plumbline.Good}, "+ did"},
		{"a deed left undone", plumbline.Claim{Type: plumbline.Law, Valence: plumbline.Bad, Evidence: negated}, "- did not"},
		{"a decrease is no omission", plumbline.Claim{Type: plumbline.Assistance, Valence: plumbline.Bad}, "- fell short"},
		{"a harm done", plumbline.Claim{Type: plumbline.Penalization, Valence: plumbline.Bad}, "- did harm"},
		{"a harm left undone is no omission", plumbline.Claim{Type: plumbline.Penalization, Valence: plumbline.Good, Evidence: negated}, "+ no harm"},
		{"a limited deed", plumbline.Claim{Type: plumbline.Training, Valence: plumbline.Mixed}, "~ partly"},
		{"a promise is no deed", plumbline.Claim{Type: plumbline.Plan, Valence: plumbline.Good, Aspect: plumbline.Planned}, "+ planned"},
		{"none reported of a good act", plumbline.Claim{Type: plumbline.Conviction, Valence: plumbline.Bad, Reporting: plumbline.NoneReported, Evidence: negated}, "- none reported"},
		{"none reported of a harm", plumbline.Claim{Type: plumbline.Penalization, Valence: plumbline.Good, Reporting: plumbline.NoneReported}, "+ none reported"},
		{"data withheld", plumbline.Claim{Type: plumbline.Data, Valence: plumbline.Bad, Reporting: plumbline.NotReported}, "- did not say"},
		{"no valence", plumbline.Claim{Type: plumbline.Law, Certainty: plumbline.Certain}, "· noted"},
		{"a law used against victims", plumbline.Claim{Type: plumbline.Law, Valence: plumbline.Bad, Terms: &plumbline.Terms{Kind: "used-against-victims"}}, "- did harm"},
		{"a tier is no deed", plumbline.Claim{Type: plumbline.PlacementClaim, Valence: plumbline.Bad}, "- lowered"},
		{"a tier kept", plumbline.Claim{Type: plumbline.PlacementClaim}, "· placed"},
		{"standards not met", plumbline.Claim{Type: plumbline.Compliance, Valence: plumbline.Bad, Evidence: negated}, "- fell short"},
		{"unclear", plumbline.Claim{Type: plumbline.Law, Certainty: plumbline.Unknown}, "· not known"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, _ := mark(&test.claim); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestEmptyProfile(t *testing.T) {
	var out bytes.Buffer
	err := Profile(&out, ProfileData{Narrative: &plumbline.Narrative{}}, Style{})
	if err != nil || !strings.Contains(out.String(), "Country not known, year not known") || !strings.Contains(out.String(), plumbline.TierNotice[:40]) {
		t.Errorf("%v\n%s", err, out.String())
	}
}

// unpainted returns s without colours.
func unpainted(s string) string {
	return regexp.MustCompile(`\x1b\[\d*m`).ReplaceAllString(s, "")
}

func TestWhen(t *testing.T) {
	for want, x := range map[string]plumbline.Interval{
		"in 2017":          {Start: "2017", End: "2017"},
		"in December":      {Start: "--12"},
		"2016 to 2018":     {Start: "2016", End: "2018"},
		"until 2018-03":    {End: "2018-03"},
		"March to April":   {Start: "--03", End: "--04"},
		"until 3 December": {End: "--12-03"},
	} {
		if got := wording.When(x); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

package extract

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"plumbline"
)

// named are countries by name: those that are also words, names and rivers
// among them.
var named = [...]struct{ name, code string }{
	{"Nepal", "NPL"}, {"India", "IND"}, {"Benin", "BEN"}, {"Gabon", "GAB"}, {"Chad", "TCD"}, {"Jordan", "JOR"}, {"Turkey", "TUR"}, {"Niger", "NER"},
	{"Guinea", "GIN"}, {"Mali", "MLI"}, {"Georgia", "GEO"}, {"Burma", "MMR"}, {"Sri Lanka", "LKA"}, {"Papua New Guinea", "PNG"}, {"the Philippines", "PHL"},
	{"the United Arab Emirates", "ARE"}, {"Côte d'Ivoire", "CIV"}, {"Trinidad and Tobago", "TTO"}, {"Oman", "OMN"}, {"South Sudan", "SSD"}, {"Spain", "ESP"},
}

// flowForms are sentences on movements; each $n stands for a country.
var flowForms = []string{
	"Women from $1 are subjected to forced labor in $2.",
	"Women and girls from $1, $2, and $3 are forced into prostitution in $4.",
	"Girls are trafficked from $1 to $2 and $3 for sexual exploitation.",
	"Recruiters lure men from $1 to $2, where they are subjected to debt bondage.",
	"Some women from $1 may be subjected to sex trafficking in $2.",
	"NGOs reported that children from $1 and $2 are forced to beg in $3.",
	"Traffickers subject migrants from $1 to forced labor in $2.",
	"Women from $1, some of whom are children, are forced into prostitution in $2 and $3.",
	"Traffickers bring children from $1 through $2 to $3 for forced begging.",
	"Migrants, including women from $1 and $2, are exploited in sex trafficking in $3.",
	"Most foreign victims come from $1, $2, and, to a lesser extent, $3.",
	"Destinations for victims of forced labor include $1, $2, and $3.",
	"The country is a destination for men, women, and children from $1 and $2 subjected to forced labor.",
	"Children from neighboring countries, such as $1 and $2, are forced to beg; others are taken to $3 for sexual exploitation.",
	"Men from $1 are subjected to forced labor in $2, while women from $3 are subjected to domestic servitude in $4.",
}

// actForms are sentences on what a government did; $s stands for who, $n for
// how many.
var actForms = []string{
	"$s convicted $n traffickers.",
	"$s investigated $n cases, prosecuted $n suspects, and convicted $n traffickers.",
	"$s identified $n victims and referred them to shelters.",
	"$s did not identify, protect, or refer victims.",
	"$s detained victims and deported $n women.",
	"$s trained $n officials on identification of victims.",
	"$s conducted campaigns to raise awareness of trafficking.",
	"$s failed to prosecute complicit officials.",
	"$s drafted a law that prohibits all forms of trafficking.",
	"$s continued to fund shelters for victims.",
	"$s did not report any convictions of traffickers.",
	"$s cooperated with authorities in $n cases, compared with $n the previous year.",
	"$s sentenced $n traffickers to prison; however, $n officials were not punished.",
	"$s provided $n victims with shelter, medical care, and legal aid.",
	"$s made limited efforts to reduce the demand for commercial sex acts.",
}

var subjects = []string{"The government", "Authorities", "Police", "The ministry", "Courts", "NGOs reported authorities", "Officials"}
var figures = []string{"two", "12", "137", "1,400", "no", "any", "at least nine", "twenty-one"}

// countriesOf draws as many countries as form has places for, all different.
func countriesOf(t *rapid.T, form string) []int {
	n := 0
	for n < 9 && strings.Contains(form, fmt.Sprintf("$%d", n+1)) {
		n++
	}
	return rapid.SliceOfNDistinct(rapid.IntRange(0, len(named)-1), n, n, rapid.ID).Draw(t, "countries")
}

func fill(form string, countries []int) string {
	for i, c := range countries {
		form = strings.ReplaceAll(form, fmt.Sprintf("$%d", i+1), named[c].name)
	}
	return strings.ToUpper(form[:1]) + form[1:]
}

// act draws a sentence on what a government did.
func act(t *rapid.T) string {
	s := rapid.SampledFrom(actForms).Draw(t, "act")
	s = strings.Replace(s, "$s", rapid.SampledFrom(subjects).Draw(t, "subject"), 1)
	for strings.Contains(s, "$n") {
		s = strings.Replace(s, "$n", rapid.SampledFrom(figures).Draw(t, "figure"), 1)
	}
	return s
}

// flowOf draws a sentence on a movement.
func flowOf(t *rapid.T) string {
	form := rapid.SampledFrom(flowForms).Draw(t, "form")
	return fill(form, countriesOf(t, form))
}

// sentence draws a sentence and the section that it may stand in.
func sentence(t *rapid.T) (string, plumbline.SectionName) {
	if rapid.Bool().Draw(t, "flow") {
		return flowOf(t), plumbline.Profile
	}
	return act(t), rapid.SampledFrom([]plumbline.SectionName{plumbline.AssessmentPart, plumbline.Prosecution, plumbline.Protection, plumbline.Prevention}).Draw(t, "section")
}

// told writes what claims say without places in the text, ids and pages; clean
// is done to each of the text's own words.
func told(claims []plumbline.Claim, source string, clean func(string) string) []string {
	var out []string
	for _, c := range claims {
		var b strings.Builder
		for _, e := range c.Evidence {
			fmt.Fprintf(&b, " %s:%s", e.What, clean(e.Span.In(source)))
		}
		quote, terms := clean(c.Citation.Quote), plumbline.Terms{}
		if c.Terms != nil {
			terms = *c.Terms
		}
		p := c.Participants
		p.Instrument = nil
		for _, s := range c.Participants.Instrument {
			p.Instrument = append(p.Instrument, clean(s))
		}
		lists := clean(fmt.Sprintf("%+v", p))
		out = append(out, fmt.Sprintf("%s %s %s %s %s %s %s %s %s %s %s %v %+v %v %s [%s]%s", c.Type, c.Section, c.Valence, c.Certainty, c.Reporting, c.Aspect,
			c.Source, c.Movement, c.Direction, c.Frequency, lists, c.Quantity, terms, c.Time, c.FoundBy, quote, b.String()))
	}
	return out
}

func same(s string) string { return s }

func TestSwappingCountriesSwapsThemInTheClaims(t *testing.T) {
	x := load(t)
	rapid.Check(t, func(t *rapid.T) {
		form := rapid.SampledFrom(flowForms).Draw(t, "form")
		var tellings [2][]string
		var texts [2]string
		for i := range tellings {
			countries := countriesOf(t, form)
			texts[i] = fill(form, countries)
			var pairs []string
			for k, c := range countries {
				pairs = append(pairs, named[c].name, fmt.Sprint("#", k), named[c].code, fmt.Sprint("#", k))
			}
			tellings[i] = told(x.ReadText(texts[i], plumbline.Profile), texts[i], strings.NewReplacer(pairs...).Replace)
		}
		if !slices.Equal(tellings[0], tellings[1]) {
			t.Fatalf("%s\n\t%s\n%s\n\t%s", texts[0], strings.Join(tellings[0], "\n\t"), texts[1], strings.Join(tellings[1], "\n\t"))
		}
	})
}

func TestNoEvidenceLeavesNothingCertain(t *testing.T) {
	x := load(t)
	rapid.Check(t, func(t *rapid.T) {
		s, section := sentence(t)
		s, _, _ = strings.Cut(s, ", while ") // clauses that say something of their own
		s, _, _ = strings.Cut(s, "; ")
		whole := "There is no evidence that " + strings.ToLower(s[:1]) + s[1:]
		for _, c := range x.ReadText(whole, section) {
			if c.Certainty == plumbline.Certain || c.Type.Conduct() && c.Reporting == plumbline.Stated && c.Quantity.Count.Known {
				t.Fatalf("%s\n%s %s %s by %s: %s", whole, c.Type, c.Certainty, c.Reporting, c.FoundBy, c.Citation.Quote)
			}
		}
	})
}

func TestTheOrderOfAListChangesNoSet(t *testing.T) {
	x := load(t)
	set := func(words string) []string {
		claims := x.ReadText(words, plumbline.Profile)
		for i := range claims {
			p := &claims[i].Participants
			for _, list := range []*[]string{&p.Origin, &p.Destination, &p.Forms} {
				*list = slices.Sorted(slices.Values(*list))
			}
			claims[i].Citation.Quote, claims[i].Evidence = "", nil
		}
		out := told(claims, words, same)
		slices.Sort(out)
		return out
	}
	list := func(places []int) string {
		var names []string
		for _, p := range places {
			names = append(names, named[p].name)
		}
		return strings.Join(names[:len(names)-1], ", ") + ", and " + names[len(names)-1]
	}
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.SliceOfNDistinct(rapid.IntRange(0, len(named)-1), 5, 9, rapid.ID).Draw(t, "places")
		from, to := places[:len(places)/2], places[len(places)/2:]
		form := rapid.SampledFrom([]string{
			"Women from %s are subjected to forced labor in %s.",
			"Traffickers transport girls from %s to %s for sexual exploitation.",
			"Children from %s may be forced to beg in %s.",
		}).Draw(t, "form")
		a := fmt.Sprintf(form, list(from), list(to))
		b := fmt.Sprintf(form, list(rapid.Permutation(from).Draw(t, "from")), list(rapid.Permutation(to).Draw(t, "to")))
		if x, y := set(a), set(b); !slices.Equal(x, y) {
			t.Fatalf("%s\n\t%s\n%s\n\t%s", a, strings.Join(x, "\n\t"), b, strings.Join(y, "\n\t"))
		}
	})
}

func TestLineBreaksAndSoftHyphensChangeOnlyOffsets(t *testing.T) {
	x := load(t)
	clean := strings.NewReplacer("\n", " ", "\u00ad", "").Replace
	rapid.Check(t, func(t *rapid.T) {
		s, section := sentence(t)
		var b strings.Builder
		letters := 0
		for i, r := range s {
			switch {
			case r == ' ' && rapid.IntRange(0, 4).Draw(t, "break") == 0:
				b.WriteByte('\n')
				letters = 0
				continue
			case r >= 'a' && r <= 'z' && letters > 1 && i+1 < len(s) && s[i+1] >= 'a' && s[i+1] <= 'z' && rapid.IntRange(0, 9).Draw(t, "hyphen") == 0:
				b.WriteString("\u00ad")
			}
			if letters++; r == ' ' || r == '-' {
				letters = 0
			}
			b.WriteRune(r)
		}
		broken := b.String()
		if a, b := told(x.ReadText(s, section), s, same), told(x.ReadText(broken, section), broken, clean); !slices.Equal(a, b) {
			t.Fatalf("%s\n\t%s\n%q\n\t%s", s, strings.Join(a, "\n\t"), broken, strings.Join(b, "\n\t"))
		}
	})
}

// some draws a narrative of all its sections.
func some(t *rapid.T) (*plumbline.Document, *plumbline.Narrative) {
	var parts []string
	for _, s := range plumbline.SectionNames {
		draw := act
		if s == plumbline.Profile {
			draw = flowOf
		}
		var body []string
		for range rapid.IntRange(0, 4).Draw(t, "sentences") {
			body = append(body, draw(t))
		}
		parts = append(parts, string(s), strings.Join(body, " "))
	}
	return narrative(parts...)
}

// cited fails where a claim is not where it says.
func cited(t interface{ Fatalf(string, ...any) }, d *plumbline.Document, n *plumbline.Narrative, claims []plumbline.Claim) {
	seen := map[plumbline.ClaimID]bool{}
	last := 0
	for i, c := range claims {
		s := c.Citation.Span
		if s.Start < 0 || s.End <= s.Start || s.End > len(d.Text) || s.In(d.Text) != c.Citation.Quote {
			t.Fatalf("%s: quote %q is not the text at %+v", c.FoundBy, c.Citation.Quote, s)
		}
		for _, e := range c.Evidence {
			if e.Span.Start < n.Span.Start || e.Span.End <= e.Span.Start || e.Span.End > n.Span.End {
				t.Fatalf("%s: evidence %s at %+v of %d bytes", c.FoundBy, e.What, e.Span, len(d.Text))
			}
		}
		if part := n.SectionAt(s.Start); part == nil || part.Name != c.Section || s.End > part.Span.End {
			t.Fatalf("%s: %q is cited in section %s", c.FoundBy, c.Citation.Quote, c.Section)
		}
		if c.ID == "" || c.FoundBy == "" || seen[c.ID] || s.Start < last || c.Country != n.Country || c.Narrative != n.ID {
			t.Fatalf("claim %d: id %q, rule %q, at %d behind %d", i, c.ID, c.FoundBy, s.Start, last)
		}
		seen[c.ID], last = true, s.Start
	}
	for _, c := range claims {
		for _, id := range c.QualifiedBy {
			if !seen[id] || id == c.ID {
				t.Fatalf("%s is qualified by %s, which is no other claim", c.FoundBy, id)
			}
		}
	}
}

func TestQuotesAreTheTextAtTheirSpans(t *testing.T) {
	x := load(t)
	rapid.Check(t, func(t *rapid.T) {
		d, n := some(t)
		cited(t, d, n, x.Extract(nil, d, n))
	})
}

func TestTextBehindANarrativeChangesNothingInIt(t *testing.T) {
	x := load(t)
	rapid.Check(t, func(t *rapid.T) {
		d, n := some(t)
		want := x.Extract(nil, d, n)
		longer := *d
		longer.Text += "The Republic of Nowhere (ROW) did not convict anyone. " + flowOf(t) + act(t)
		if got := x.Extract(nil, &longer, n); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\ngot  %v\nwant %v", d.Text, told(got, longer.Text, same), told(want, d.Text, same))
		}
	})
}

// What a sentence says does not depend on its neighbours where it refers to
// none of them.
func TestSentencesAreReadByThemselves(t *testing.T) {
	x := load(t)
	rapid.Check(t, func(t *rapid.T) {
		var want []string
		var all []string
		for range rapid.IntRange(1, 6).Draw(t, "sentences") {
			s := act(t)
			want = append(want, told(x.ReadText(s, plumbline.Protection), s, same)...)
			all = append(all, s)
		}
		whole := strings.Join(all, " ")
		if got := told(x.ReadText(whole, plumbline.Protection), whole, same); !slices.Equal(got, want) {
			t.Fatalf("%s\n\t%s\nalone\n\t%s", whole, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	})
}

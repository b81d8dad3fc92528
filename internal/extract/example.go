package extract

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
)

// nowhere is the country of the narratives that examples are read as: a code
// that ISO 3166-1 leaves to its users.
const nowhere plumbline.CountryCode = "XXX"

// CheckExamples reads every example and counterexample of every rule and
// returns those that do not come out as they say, as faults of the rule files.
func (x *Extractor) CheckExamples() text.Diagnostics {
	var faults text.Diagnostics
	for _, r := range x.grammar.Rules {
		for _, e := range r.Examples {
			if message := x.check(r, e); message != "" {
				faults = append(faults, text.Diagnostic{Source: r.Source, Span: e.Span, Message: message})
			}
		}
	}
	return faults
}

func (x *Extractor) check(r *grammar.Rule, e grammar.Example) string {
	claims := x.ReadText(e.Text, x.sectionFor(r))
	var mine []plumbline.Claim
	for _, c := range claims {
		if x.byRule(&c, r) {
			mine = append(mine, c)
		}
	}
	switch {
	case e.Counter && len(mine) > 0:
		return fmt.Sprintf("%s finds %q in its counterexample", r.Name, mine[0].Citation.Quote)
	case e.Counter:
		return ""
	case len(mine) == 0:
		return fmt.Sprintf("%s finds nothing in its example; %s", r.Name, names(claims))
	}
	best := ""
	for i := range mine {
		wrong := wanting(&mine[i], e.Want)
		if wrong == "" {
			return ""
		}
		best = wrong
	}
	return fmt.Sprintf("%s: %s", r.Name, best)
}

// byRule reports whether rule r had a part in claim c: it found it, or set
// what a claim of its statement says.
func (x *Extractor) byRule(c *plumbline.Claim, r *grammar.Rule) bool {
	if string(c.FoundBy) == r.Name {
		return true
	}
	if c.Type == plumbline.Recommendation {
		return slices.Contains(c.Participants.Topics, r.Type)
	}
	switch r.Type {
	case string(plumbline.Vulnerability):
		return c.Type == plumbline.Vulnerability && shares(c.Participants.Factors, r.Settings["factor"])
	case string(plumbline.Means):
		return c.Type == plumbline.Means && shares(c.Participants.Means, r.Settings["means"])
	}
	if c.Type != plumbline.Exploitation && c.Type != plumbline.Flow || r.Type != string(plumbline.Exploitation) {
		return false
	}
	p := &c.Participants
	return shares(p.Forms, r.Settings["form"]) || shares(p.Sectors, r.Settings["sector"]) || shares(p.Means, r.Settings["means"]) ||
		c.Frequency != "" && r.Has("frequency", string(c.Frequency))
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// sectionFor returns the section that a rule's examples are read as.
func (x *Extractor) sectionFor(r *grammar.Rule) plumbline.SectionName {
	bits := x.traits[r.Index].where
	for _, s := range []plumbline.SectionName{plumbline.Prosecution, plumbline.Protection, plumbline.Prevention, plumbline.AssessmentPart, plumbline.Profile} {
		if bits&sectionBit(s) != 0 {
			return s
		}
	}
	return plumbline.Recommendations
}

// ReadText reads words as the given section of a narrative on no country.
func (x *Extractor) ReadText(words string, section plumbline.SectionName) []plumbline.Claim {
	d, n := passage(words, section)
	return x.Extract(nil, d, n)
}

// passage makes words the given section of a narrative on no country.
func passage(words string, section plumbline.SectionName) (*plumbline.Document, *plumbline.Narrative) {
	span := text.Span{End: len(words)}
	return &plumbline.Document{Text: words}, &plumbline.Narrative{Country: nowhere, Span: span, Sections: []plumbline.Section{{Name: section, Span: span}}}
}

func names(claims []plumbline.Claim) string {
	if len(claims) == 0 {
		return "nor does any other rule"
	}
	var out []string
	for _, c := range claims {
		out = append(out, string(c.FoundBy))
	}
	return "it is found by " + strings.Join(out, ", ")
}

// wanting compares a claim with the fields that an example names and says what
// differs.
func wanting(c *plumbline.Claim, want map[string]string) string {
	keys := make([]string, 0, len(want))
	for k := range want {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		got := fieldOf(c, k)
		if strings.HasPrefix(got, "no field ") {
			return "claims have " + got
		}
		if got != want[k] {
			return fmt.Sprintf("%s is %s, not %s, in %q", k, got, want[k], c.Citation.Quote)
		}
	}
	return ""
}

// fieldOf returns a field of c as examples write it: lists joined by
// semicolons, "null" for what is not known.
func fieldOf(c *plumbline.Claim, key string) string {
	p, q := &c.Participants, &c.Quantity
	switch key {
	case "type":
		return string(c.Type)
	case "valence":
		return orNull(string(c.Valence))
	case "certainty":
		return orNull(string(c.Certainty))
	case "reporting":
		return orNull(string(c.Reporting))
	case "aspect":
		return orNull(string(c.Aspect))
	case "source":
		return orNull(string(c.Source))
	case "movement":
		return orNull(string(c.Movement))
	case "direction":
		return orNull(string(c.Direction))
	case "frequency":
		return orNull(string(c.Frequency))
	case "count":
		return figureText(q.Count)
	case "min":
		return figureText(q.Min)
	case "max":
		return figureText(q.Max)
	case "previous":
		return figureText(q.Previous)
	case "share":
		return strconv.FormatFloat(q.Share.R, 'g', -1, 64)
	case "unit":
		return orNull(q.Unit)
	case "of":
		return orNull(q.Of)
	case "time":
		return orNull(c.Time.Start)
	case "quote":
		return strings.ReplaceAll(c.Citation.Quote, " ", "_")
	}
	for _, l := range []struct {
		name string
		list []string
	}{
		{"actor", p.Actor}, {"origin", p.Origin}, {"destination", p.Destination}, {"transit", p.Transit},
		{"origin_regions", p.OriginRegions}, {"destination_regions", p.DestinationRegions}, {"roles", p.Roles},
		{"victims", p.Victims}, {"forms", p.Forms}, {"sectors", p.Sectors}, {"means", p.Means},
		{"factors", p.Factors}, {"topics", p.Topics}, {"instrument", p.Instrument},
	} {
		if l.name == key {
			return orNull(strings.Join(l.list, ";"))
		}
	}
	return termOf(c.Terms, key)
}

// termOf returns a field of t as examples write it.
func termOf(t *plumbline.Terms, key string) string {
	if t == nil {
		t = &plumbline.Terms{}
	}
	switch key {
	case "covers":
		return orNull(strings.Join(t.Covers, ";"))
	case "population":
		return orNull(strings.Join(t.Population, ";"))
	case "judgement":
		return orNull(strings.Join(t.Judgement, ";"))
	case "years_min":
		return figureText(t.YearsMin)
	case "years_max":
		return figureText(t.YearsMax)
	case "fine_option":
		return orNull(string(t.FineOption))
	case "force_proof":
		return orNull(string(t.ForceProof))
	case "terms", "kind":
		return orNull(t.Kind)
	}
	return "no field " + key
}

func orNull(s string) string {
	if s == "" {
		return "null"
	}
	return s
}

func figureText(f plumbline.Figure) string {
	if !f.Known {
		return "null"
	}
	return strconv.FormatInt(f.N, 10)
}

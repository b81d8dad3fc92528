package encode

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// fullClaim sets every field.
func fullClaim() plumbline.Claim {
	return plumbline.Claim{
		ID: "c1", Narrative: "n1", File: "dir/a b.txt", Country: "XKX", Year: 2007, Section: plumbline.Prosecution,
		Type: plumbline.Law, Valence: plumbline.Mixed, Certainty: plumbline.Probable, Reporting: plumbline.Stated,
		Aspect: plumbline.Planned, Source: plumbline.NGO, Movement: plumbline.Trafficked,
		Direction: plumbline.Uneven, Frequency: plumbline.LessCommon,
		Participants: plumbline.Participants{
			Subject: []string{"XKX"}, Actor: []string{"CZE", "ngo"}, Origin: []string{"MDA"}, OriginRegions: []string{"Eastern Europe"},
			Destination: []string{"XKX"}, DestinationRegions: []string{"the Gulf"}, Transit: []string{"ALB"}, Roles: []string{"source", "transit"},
			Victims: []string{"women"}, Perpetrators: []string{"officials"}, Buyer: []string{"tourists"}, Instrument: []string{"Act \"7\", part <b>"},
			Forms: []string{"forced-labor"}, Sectors: []string{"mining"}, Means: []string{"fraud"}, Factors: []string{"no-papers"}, Topics: []string{"law"},
		},
		Quantity: plumbline.Quantity{
			Count: plumbline.Known(0), Min: plumbline.Known(1), Max: plumbline.Known(150000), Share: plumbline.Ratio{R: 0.5, Known: true},
			Previous: plumbline.Known(12), Unit: "years-prison", Of: "prisoners", Approx: true,
		},
		Terms: &plumbline.Terms{
			Covers: []string{"sex", "labor"}, Population: []string{"adults"}, ForceProof: plumbline.Yes, YearsMin: plumbline.Known(3),
			YearsMax: plumbline.Known(10), FineOption: plumbline.No, Judgement: []string{"stringent"}, Kind: "anti-trafficking",
		},
		Time:     plumbline.Interval{Start: "2006-05", End: "2007"},
		Citation: plumbline.Citation{Span: text.Span{Start: 10, End: 31}, Quote: "three\n\tto \"ten\" años\r", Page: 4, LastPage: 5},
		FoundBy:  "law/penalties",
		Evidence: []plumbline.Evidence{
			{What: plumbline.HedgeCue, Span: text.Span{Start: 3, End: 6}}, {What: plumbline.QuantityCue, Span: text.Span{Start: 10, End: 15}},
		},
		QualifiedBy: []plumbline.ClaimID{"c2", "c3"}, Act: "a1",
	}
}

const emptyClaim = `{"kind":"claim","id":null,"narrative":null,"file":null,"country":null,"year":null,"section":null,` +
	`"type":null,"valence":null,"certainty":null,"reporting":null,"aspect":null,"source":null,"movement":null,"direction":null,"frequency":null,` +
	`"participants":{"subject":[],"actor":[],"origin":[],"origin_regions":[],"destination":[],"destination_regions":[],"transit":[],"roles":[],` +
	`"victims":[],"perpetrators":[],"buyer":[],"instrument":[],"forms":[],"sectors":[],"means":[],"factors":[],"topics":[]},` +
	`"quantity":{"count":null,"min":null,"max":null,"share":null,"previous":null,"unit":null,"of":null,"approx":false},` +
	`"terms":null,"time":{"start":null,"end":null},"citation":{"start":0,"end":0,"quote":"","page":null,"last_page":null},` +
	`"found_by":null,"evidence":[],"qualified_by":[],"act":null}`

const wholeClaim = `{"kind":"claim","id":"c1","narrative":"n1","file":"dir/a b.txt","country":"XKX","year":2007,"section":"prosecution",` +
	`"type":"law","valence":"~","certainty":"probable","reporting":"stated","aspect":"planned","source":"ngo","movement":"trafficked","direction":"uneven","frequency":"less-common",` +
	`"participants":{"subject":["XKX"],"actor":["CZE","ngo"],"origin":["MDA"],"origin_regions":["Eastern Europe"],"destination":["XKX"],"destination_regions":["the Gulf"],"transit":["ALB"],"roles":["source","transit"],` +
	`"victims":["women"],"perpetrators":["officials"],"buyer":["tourists"],"instrument":["Act \"7\", part <b>"],"forms":["forced-labor"],"sectors":["mining"],"means":["fraud"],"factors":["no-papers"],"topics":["law"]},` +
	`"quantity":{"count":0,"min":1,"max":150000,"share":0.5,"previous":12,"unit":"years-prison","of":"prisoners","approx":true},` +
	`"terms":{"covers":["sex","labor"],"population":["adults"],"force_proof":true,"years_min":3,"years_max":10,"fine_option":false,"judgement":["stringent"],"kind":"anti-trafficking"},` +
	`"time":{"start":"2006-05","end":"2007"},"citation":{"start":10,"end":31,"quote":"three\n\tto \"ten\" años\r","page":4,"last_page":5},` +
	`"found_by":"law/penalties","evidence":[{"what":"hedge","start":3,"end":6},{"what":"quantity","start":10,"end":15}],"qualified_by":["c2","c3"],"act":"a1"}`

func TestClaimBytes(t *testing.T) {
	whole := fullClaim()
	for _, test := range []struct {
		name  string
		claim plumbline.Claim
		want  string
	}{
		{"nothing is said", plumbline.Claim{}, emptyClaim},
		{"everything is said", whole, wholeClaim},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(AppendClaim(nil, &test.claim)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// The types below read a line back as a stranger would, by its keys alone.
type (
	wireClaim struct {
		Kind          string
		ID, Narrative *string
		File          *string
		Country       *string
		Year          *int
		Section, Type *string
		Valence       *string
		Certainty     *string
		Reporting     *string
		Aspect        *string
		Source        *string
		Movement      *string
		Direction     *string
		Frequency     *string
		Participants  struct {
			Subject, Actor, Origin     []string
			OriginRegions              []string `json:"origin_regions"`
			Destination                []string
			DestinationRegions         []string `json:"destination_regions"`
			Transit, Roles, Victims    []string
			Perpetrators, Buyer        []string
			Instrument, Forms, Sectors []string
			Means, Factors, Topics     []string
		}
		Quantity struct {
			Count, Min, Max *int64
			Share           *float64
			Previous        *int64
			Unit, Of        *string
			Approx          bool
		}
		Terms *struct {
			Covers, Population []string
			ForceProof         *bool  `json:"force_proof"`
			YearsMin           *int64 `json:"years_min"`
			YearsMax           *int64 `json:"years_max"`
			FineOption         *bool  `json:"fine_option"`
			Judgement          []string
			Kind               *string
		}
		Time     struct{ Start, End *string }
		Citation struct {
			Start, End int
			Quote      string
			Page       *int
			LastPage   *int `json:"last_page"`
		}
		FoundBy     *string `json:"found_by"`
		Evidence    []wirePlace
		QualifiedBy []plumbline.ClaimID `json:"qualified_by"`
		Act         *string
	}
	wirePlace struct {
		What       plumbline.EvidenceKind
		Start, End int
	}
)

func word[S ~string](p *string) S {
	if p == nil {
		return ""
	}
	return S(*p)
}

func number(p *int) int {
	if p == nil {
		return 0
	}
	return *p
}

func figure(p *int64) plumbline.Figure {
	if p == nil {
		return plumbline.Figure{}
	}
	return plumbline.Known(*p)
}

func answer(p *bool) plumbline.Answer {
	switch {
	case p == nil:
		return plumbline.NotSaid
	case *p:
		return plumbline.Yes
	}
	return plumbline.No
}

func (w *wireClaim) claim() plumbline.Claim {
	c := plumbline.Claim{
		ID: word[plumbline.ClaimID](w.ID), Narrative: word[plumbline.NarrativeID](w.Narrative), File: word[string](w.File),
		Country: word[plumbline.CountryCode](w.Country), Year: number(w.Year), Section: word[plumbline.SectionName](w.Section),
		Type: word[plumbline.ClaimType](w.Type), Valence: word[plumbline.Valence](w.Valence), Certainty: word[plumbline.Certainty](w.Certainty),
		Reporting: word[plumbline.Reporting](w.Reporting), Aspect: word[plumbline.Aspect](w.Aspect), Source: word[plumbline.SourceKind](w.Source),
		Movement: word[plumbline.Movement](w.Movement), Direction: word[plumbline.Direction](w.Direction), Frequency: word[plumbline.Frequency](w.Frequency),
		Participants: plumbline.Participants(w.Participants),
		Quantity: plumbline.Quantity{
			Count: figure(w.Quantity.Count), Min: figure(w.Quantity.Min), Max: figure(w.Quantity.Max), Previous: figure(w.Quantity.Previous),
			Unit: word[string](w.Quantity.Unit), Of: word[string](w.Quantity.Of), Approx: w.Quantity.Approx,
		},
		Time: plumbline.Interval{Start: word[string](w.Time.Start), End: word[string](w.Time.End)},
		Citation: plumbline.Citation{
			Span: text.Span{Start: w.Citation.Start, End: w.Citation.End}, Quote: w.Citation.Quote,
			Page: number(w.Citation.Page), LastPage: number(w.Citation.LastPage),
		},
		FoundBy: word[plumbline.RuleName](w.FoundBy), QualifiedBy: w.QualifiedBy, Act: word[string](w.Act),
		Evidence: []plumbline.Evidence{},
	}
	if w.Quantity.Share != nil {
		c.Quantity.Share = plumbline.Ratio{R: *w.Quantity.Share, Known: true}
	}
	for _, e := range w.Evidence {
		c.Evidence = append(c.Evidence, plumbline.Evidence{What: e.What, Span: text.Span{Start: e.Start, End: e.End}})
	}
	if t := w.Terms; t != nil {
		c.Terms = &plumbline.Terms{
			Covers: t.Covers, Population: t.Population, ForceProof: answer(t.ForceProof), YearsMin: figure(t.YearsMin),
			YearsMax: figure(t.YearsMax), FineOption: answer(t.FineOption), Judgement: t.Judgement, Kind: word[string](t.Kind),
		}
	}
	return c
}

func TestClaimsReadBack(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for i := range 300 {
		c := randomClaim(r)
		line := AppendClaim(nil, &c)
		if bytes.ContainsAny(line, "\n\r") {
			t.Fatalf("claim %d: a line break inside the line: %s", i, line)
		}
		var w wireClaim
		dec := json.NewDecoder(bytes.NewReader(line))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&w); err != nil {
			t.Fatalf("claim %d: %v\n%s", i, err, line)
		}
		if got := w.claim(); !reflect.DeepEqual(got, c) {
			t.Fatalf("claim %d:\n got %+v\nwant %+v\n%s", i, got, c, line)
		}
	}
}

// randomClaim sets each field or leaves it, and never leaves a list nil.
func randomClaim(r *rand.Rand) plumbline.Claim {
	var c plumbline.Claim
	fill(r, reflect.ValueOf(&c).Elem())
	return c
}

var strange = []string{"a", "line\nbreak", "tab\tand \"quotes\"", "ñandú — 北朝鮮 🙂", `back\slash`, "\x00\x1f\x7f", "semi;colon, comma", "\u2028<&>", "12345678", "=1+1"}

func fill(r *rand.Rand, v reflect.Value) {
	if v.Type() == reflect.TypeFor[plumbline.Answer]() {
		v.SetString([]string{"", "yes", "no"}[r.Intn(3)])
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if known := v.FieldByName("Known"); known.IsValid() {
			if r.Intn(2) == 0 {
				return
			}
			known.SetBool(true)
			fill(r, v.Field(0))
			return
		}
		for i := range v.NumField() {
			fill(r, v.Field(i))
		}
	case reflect.Pointer:
		if r.Intn(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem())
		}
	case reflect.Slice:
		n := r.Intn(3)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i))
		}
	case reflect.String:
		if r.Intn(3) > 0 {
			v.SetString(strange[r.Intn(len(strange))] + strings.Repeat("x", r.Intn(12)))
		}
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(r.Intn(3) * r.Intn(1e9)))
	case reflect.Float64:
		v.SetFloat(r.Float64())
	case reflect.Bool:
		v.SetBool(r.Intn(2) == 0)
	default:
		panic(fmt.Sprintf("BUG: no value for %s", v.Type()))
	}
}

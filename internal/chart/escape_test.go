package chart_test

import (
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/chart"
)

// every draws each chart with words where words may stand.
func every(a *chart.Atlas, words, href string) []template.HTML {
	h := chart.Heading{ID: words, Title: words, Desc: words}
	flows, _ := a.Flows(chart.Flows{Heading: h, Zoom: true, Names: map[plumbline.CountryCode]string{"MLT": words}, Flows: []chart.Flow{
		{From: "MLT", To: "ITA", Title: words, Href: href, Movement: plumbline.Trafficked, Certainty: plumbline.Certainty(words)},
	}})
	return []template.HTML{
		a.World(chart.World{Heading: h, Around: []plumbline.CountryCode{"MLT"}, Places: []chart.Place{
			{Country: "MLT", Class: chart.Class(words), Title: words, Href: href, Name: words}, {Country: plumbline.CountryCode(words), Title: words},
		}}),
		flows,
		chart.Timeline{Heading: h, From: 2009, To: 2012, Years: []chart.TierYear{{Year: 2010, Class: chart.Class(words), Title: words, Href: href}}}.Draw(),
		chart.Quantities{Heading: h, From: 2009, To: 2012, Series: []chart.Series{{Name: words, Amounts: []chart.Amount{
			{Year: 2010, Title: words, Href: href, Quantity: plumbline.Quantity{Count: plumbline.Known(3)}, Certainty: plumbline.Certainty(words)},
		}}}}.Draw(),
	}
}

// hold fails where words or an address have become anything but that.
func hold(t *testing.T, a *chart.Atlas, words, href string) {
	elements := []string{"svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "a", "text"}
	for i, svg := range every(a, words, href) {
		for _, e := range parsed(t, svg) {
			if !slices.Contains(elements, e.Name.Local) {
				t.Fatalf("chart %d has an element %s", i, e.Name.Local)
			}
			for _, at := range e.Attr {
				if at.Name.Local != "href" {
					continue
				}
				u, err := url.Parse(at.Value)
				if err == nil && u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
					t.Fatalf("chart %d links to %q", i, at.Value)
				}
			}
		}
		if svg != every(a, words, href)[i] {
			t.Fatalf("chart %d is not the same twice", i)
		}
	}
}

func TestWordsStayWords(t *testing.T) {
	w := load(t)
	for _, words := range []string{
		"", `"><script>alert(1)</script>`, "</title></svg>", "a'b\"c&d<e>", "&amp;", "]]>", "<!--", "\x00\x01\x7f\u0085\ufffe", "\xff\xfe", "Côte d'Ivoire", "tier-1 onload=x",
	} {
		hold(t, w.atlas, words, "/x?q="+words)
	}
}

func TestOnlyAddressesBecomeLinks(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		href string
		want bool
	}{
		{"/countries/ARM/2018", true}, {"countries/ARM?x=a:b", true}, {"#s12", true}, {"../x:y/z", true}, {"https://example.org/a", true}, {"HTTP://example.org", true},
		{"", false}, {"javascript:alert(1)", false}, {"JavaScript:alert(1)", false}, {" javascript:alert(1)", false}, {"java\tscript:alert(1)", false},
		{"\x01javascript:alert(1)", false}, {"data:text/html,x", false}, {"vbscript:x", false}, {"x:y", false},
	} {
		for i, svg := range every(w.atlas, "w", c.href) {
			if got := strings.Contains(string(svg), "<a "); got != c.want {
				t.Errorf("chart %d: %q is a link: %v", i, c.href, got)
			}
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add(`"><script>`, "javascript:x")
	f.Add("Türkiye", "/a?b=c&d")
	f.Add("\xf0\x28\u2028", "java\nscript:x")
	a, err := bundled()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, words, href string) { hold(t, a.atlas, words, href) })
}

func TestLegendsAreWellFormed(t *testing.T) {
	var keys []chart.Key
	keys = append(keys, chart.TierLegend(`k"<`)...)
	keys = append(keys, chart.TimelineLegend()...)
	keys = append(keys, chart.FlowLegend(true)...)
	for i, k := range keys {
		for _, e := range parsed(t, k.Mark) {
			if e.Name.Local == "svg" && attr(e, "aria-hidden") != "true" {
				t.Errorf("key %d is read aloud beside its words", i)
			}
		}
		if k.Words == "" || k.Class == "" {
			t.Errorf("key %d says nothing: %+v", i, k)
		}
	}
	parsed(t, chart.Bar(3, 4))
	if strings.Contains(fmt.Sprint(chart.Bar(0, 4), chart.Bar(0, 0)), "sure") {
		t.Error("nothing is drawn as something")
	}
}

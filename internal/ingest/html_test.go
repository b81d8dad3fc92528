package ingest

import (
	"strings"
	"testing"
)

// prose is a paragraph long enough to weigh something.
const prose = "Officials of the country opened three shelters in the spring and trained forty police officers, but courts heard no case in the whole of the year."

func TestReadHTML(t *testing.T) {
	cases := []struct{ name, page, text, parts string }{
		{"a page of the department until 2009: tables lay it out, bold words are the headings",
			`<html><head><title>Trafficking in Persons Report 2006</title></head><body><table><tr><td><a href="/">Home</a> <a href="/a">Issues</a> <a href="/b">Press</a></td></tr>
			<tr><td><div id="centerblock"><p align="center"><b>ALBANIA (Tier 2)</b></p><p>` + prose + `</p><p><b>Prosecution</b><br>` + prose + `</p><p><b>Protection</b> ` + prose + `</p></div></td>
			<td><a href="/x">Other</a></td></tr></table></body></html>`,
			"Trafficking in Persons Report 2006\n\nALBANIA (Tier 2)\n\n" + prose + "\n\nProsecution\n" + prose + "\n\nProtection\n" + prose + "\n",
			"ALBANIA (Tier 2)\nProsecution\nProtection"},
		{"a page of 2009 to 2017",
			`<html><head><title>Albania</title></head><body><div id="header"><ul class="nav"><li><a href="/">Home</a></li></ul></div>
			<div id="tier3-landing-content-wide"><h2>2014 Trafficking in Persons Report</h2><div><p>ALBANIA (Tier 2)</p><p>` + prose + `</p>
			<p><strong>Recommendations for Albania:</strong></p><p>Train judges; open shelters.</p><div class="share"><p>Share this page with all of your friends</p></div></div></div>
			<div id="footer"><p>The Office of Electronic Information manages this site as a portal for information from the department.</p></div></body></html>`,
			"2014 Trafficking in Persons Report\n\nALBANIA (Tier 2)\n\n" + prose + "\n\nRecommendations for Albania:\n\nTrain judges; open shelters.\n",
			"2014 Trafficking in Persons Report\n2014 Trafficking in Persons Report > Recommendations for Albania:"},
		{"a page since 2019: its heading stands outside of its text",
			`<html><head><title>Albania - United States Department of State</title></head><body><header><h1>2021 Trafficking in Persons Report: Albania</h1></header>
			<main><div class="entry-content"><p>ALBANIA: Tier 2</p><p>` + prose + `</p><h3>PRIORITIZED RECOMMENDATIONS:</h3><ul><li>Train judges.</li><li>Open <b>more</b> shelters.</li></ul>
			<h3>PROSECUTION</h3><p>` + prose + `<sup><a href="#n1">1</a></sup></p></div></main>
			<aside><h2>Related Articles</h2><p><a href="/1">Another report that has a very long title indeed</a></p></aside></body></html>`,
			"2021 Trafficking in Persons Report: Albania\n\nAlbania - United States Department of State\n\nALBANIA: Tier 2\n\n" + prose +
				"\n\nPRIORITIZED RECOMMENDATIONS:\n\n• Train judges.\n\n• Open more shelters.\n\nPROSECUTION\n\n" + prose + "\n",
			"2021 Trafficking in Persons Report: Albania\n2021 Trafficking in Persons Report: Albania > PRIORITIZED RECOMMENDATIONS:\n2021 Trafficking in Persons Report: Albania > PROSECUTION"},
		{"a copy: prose decides where no name is known",
			`<body><div><div class="menu-main"><a href="/a">A</a></div><div><div><h1>Bolivia (Tier 3)</h1><p>` + prose + `</p><p>` + prose + `</p></div><div class="comments"><p>I like it.</p></div></div></div></body>`,
			"Bolivia (Tier 3)\n\n" + prose + "\n\n" + prose + "\n", "Bolivia (Tier 3)"},
		{"what is not shown is not read",
			`<body><p hidden>one</p><p style="display: none">two</p><span class="sr-only">three</span><script>four</script><noscript>five</noscript><p>` + prose + `</p></body>`, prose + "\n", ""},
		{"white space, soft hyphens and spaces that do not break", "<p>one \n  two&nbsp;three sec&shy;tion</p>", "one two three section\n", ""},
		{"entities", "<p>C&ocirc;te d&#8217;Ivoire &amp; more &#x2014; 5 &lt; 6</p>", "Côte d’Ivoire & more — 5 < 6\n", ""},
		{"two line breaks end a paragraph", "<div>one<br>two<br><br>three</div>", "one\ntwo\n\nthree\n", ""},
		{"the lines of a text set as it is", "<pre>ALBANIA (Tier 2)\n\none\ntwo</pre>", "ALBANIA (Tier 2)\n\none\ntwo\n", ""},
		{"the row of a table is a line", "<table><tr><th>YEAR</th><th>CASES</th></tr><tr><td>2006</td><td>7</td></tr></table>", "YEAR\tCASES\n\n2006\t7\n", ""},
		{"a list of links is left out, one that tells tiers is not",
			"<p>" + prose + prose + "</p><ul><li><a href='/a'>Afghanistan</a></li><li><a href='/b'>Albania</a></li></ul><p><a href='/c'>BOLIVIA (Tier 3)</a></p>", prose + prose + "\n\nBOLIVIA (Tier 3)\n", ""},
		{"bold words before a colon stay on their line", "<p><b>Recommendations for Albania</b>: Train judges.</p>", "Recommendations for Albania: Train judges.\n", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in := read(t, "a.html", []byte(c.page))
			if in.Text != c.text {
				t.Errorf("got  %q\nwant %q", in.Text, c.text)
			}
			if got := paths(in); got != c.parts {
				t.Errorf("parts are %s", got)
			}
		})
	}
}

func TestAddressOfASavedPage(t *testing.T) {
	for page, want := range map[string]string{
		"<!DOCTYPE html>\n<!-- saved from url=(0031)https://example.org/albania.htm -->\n<html><body><p>x": "https://example.org/albania.htm",
		`<html><head><link rel="canonical" href="https://example.org/b"></head><body><p>x`:                 "https://example.org/b",
		`<html><head><link rel="canonical" href="javascript:alert(1)"></head><body><p>x`:                   "",
		`<html><body><p>x`: "",
	} {
		if in := read(t, "a.html", []byte(page)); in.Source != want {
			t.Errorf("%s: got %q", page, in.Source)
		}
	}
}

func TestPagesAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"elements inside each other": {"<html>" + strings.Repeat("<div>", 600), "a.html: not a page that can be read: open stack of elements exceeds 512 nodes; save it again, or as text"},
		"more tags than any page":    {strings.Repeat("<p>", maxTags+1), "a.html: a page with 1000001 tags, more than the 1000000 that one may have; split it"},
	} {
		if _, err := Read(t.Context(), "a.html", []byte(c.page), Options{}); err == nil || err.Error() != c.want {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

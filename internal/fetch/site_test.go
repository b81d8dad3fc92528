package fetch

import (
	"os"
	"testing"
	"testing/fstest"

	"plumbline"
	"plumbline/internal/mention"
	"plumbline/internal/token"
)

func TestSiteFaults(t *testing.T) {
	cases := []struct{ name, file, want string }{
		{"an empty file", "", `data/sites/own.site: no years
  hint: say which reports are there: years 2019-2025
data/sites/own.site: no index
  hint: say where a year's pages are listed: index https://.../{year}/ unverified
data/sites/own.site: neither page nor part
  hint: say which links lead to narratives: page https://.../{year}/{country}/ unverified`},
		{"words that are not known", "years 2019-\nindx https://a.b/ unverified\nindex https://a.b/ unverifed\npage https://a.b/{contry} verified\nindex https://a.b/{year}/ verified\npart https://a.b/{number} verified n\n",
			`data/sites/own.site:2:1: unknown line "indx"
    2 | indx https://a.b/ unverified
      | ^^^^
  hint: did you mean index? known are years, about, source, index, follow, page, part, also
data/sites/own.site:3:20: unknown mark "unverifed"
    3 | index https://a.b/ unverifed
      |                    ^^^^^^^^^
  hint: did you mean unverified? known are verified, unverified
data/sites/own.site:4:18: unknown piece "{contry}"
    4 | page https://a.b/{contry} verified
      |                  ^^^^^^^^
  hint: did you mean {country}? known are {year}, {country}, {number}`},
		{"addresses that are none", "years 2019-\nindex https://a.b/{country} verified\nindex ftp://a.b/ verified\nindex https://{year}.b/ verified\nindex https://a.b/?y={year} verified\nindex https://a.b/ verified\npage https://a.b/{country\npage https://a.b/}{number} verified more\nalso a.b/c verified\nalso a.b\nabout\n",
			`data/sites/own.site:2:19: {country} in an index
    2 | index https://a.b/{country} verified
      |                   ^^^^^^^^^
  hint: an index page is asked for by its year alone; its address is never guessed
data/sites/own.site:3:7: no address
    3 | index ftp://a.b/ verified
      |       ^^^^^^^^^^
  hint: an address begins with https:// and names a host
data/sites/own.site:4:7: a host that changes
    4 | index https://{year}.b/ verified
      |       ^^^^^^^^^^^^^^^^^
  hint: {year}, {country} and {number} stand in the path
data/sites/own.site:5:7: more than scheme, host and path
    5 | index https://a.b/?y={year} verified
      |       ^^^^^^^^^^^^^^^^^^^^^
  hint: leave out names, ? and #, and what follows
data/sites/own.site:7:6: without a mark
    7 | page https://a.b/{country
      |      ^^^^^^^^^^^^^^^^^^^^
  hint: write verified or unverified behind it
data/sites/own.site:7:18: a brace that nothing closes
    7 | page https://a.b/{country
      |                  ^^^^^^^^
  hint: known are {year}, {country}, {number}
data/sites/own.site:8:18: a brace that nothing opens
    8 | page https://a.b/}{number} verified more
      |                  ^
  hint: known are {year}, {country}, {number}
data/sites/own.site:8:37: words after the mark
    8 | page https://a.b/}{number} verified more
      |                                     ^^^^
  hint: only follow and part ask for words of the link
data/sites/own.site:9:6: no host
    9 | also a.b/c verified
      |      ^^^^^
  hint: write it as in: also 2017-2021.state.gov unverified
data/sites/own.site:10:6: without a mark
   10 | also a.b
      |      ^^^
  hint: write verified or unverified behind it
data/sites/own.site:11:1: about says nothing
   11 | about
      | ^^^^^
  hint: the lines are described in internal/fetch/doc.go`},
		{"years", "years 19-2\nyears 2001\nindex https://a.b/{year}/ verified\npage https://a.b/{country} verified\n",
			`data/sites/own.site:1:7: "19-2" is no range of years
    1 | years 19-2
      |       ^^^^
  hint: write 2019, 2001-2008 or 2019-
data/sites/own.site:2:1: years stands here twice
    2 | years 2001
      | ^^^^^
  hint: take one away`},
		{"a year that another site has", "years 2001-2019\nindex https://a.b/{year}/ verified\npage https://a.b/{country} verified\n",
			`data/sites/own.site:1:7: the report of 2010 stands in data/sites/first.site too
    1 | years 2001-2019
      |       ^^^^^^^^^
  hint: a year has one site; change one of the two`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(fstest.MapFS{
				"sites/first.site": {Data: []byte("years 2010-\r\nindex https://a.b/{year}/ verified\r\npage https://a.b/{country} verified\r\n")},
				"sites/own.site":   {Data: []byte(tame(c.file, c.name))},
			})
			if err == nil {
				t.Fatal("no fault")
			}
			equal(t, "faults", err.Error(), c.want)
		})
	}
}

// tame moves the years of a case out of the way of the first site.
func tame(file, name string) string {
	if name == "a year that another site has" || len(file) < 11 || file[:11] != "years 2019-" {
		return file
	}
	return "years 2009 \n"[:11] + file[11:]
}

func TestShippedSites(t *testing.T) {
	sites, err := Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	for year := 2001; year <= 2030; year++ {
		s, err := sites.Find(year)
		if err != nil {
			t.Error(err)
			continue
		}
		if s.About == "" || s.Source == "" {
			t.Errorf("%s: says not what it is or how that is known", s.File)
		}
	}
	_, err = sites.Find(1999)
	equal(t, "a year before all reports", err.Error(), "no site is known for the report of 1999; known are the reports of 2001-2008, 2009-2017, 2018, since 2019; a page that you have saved is read with: plumbline read FILE")
}

func TestPatternMatch(t *testing.T) {
	cases := []struct {
		form, path, country string
		ok                  bool
	}{
		{"/r/{year}-x/{country}/", "/r/2024-x/north-korea/", "north-korea", true},
		{"/r/{year}-x/{country}/", "/r/2024-x/north-korea", "north-korea", true},
		{"/r/{year}-x/{country}/", "/r/2023-x/north-korea/", "", false},
		{"/r/{year}-x/{country}/", "/r/2024-x/north-korea/more/", "", false},
		{"/r/{year}-x/{country}/", "/r/2024-x/", "", false},
		{"/r/{year}-x/{country}/", "/r/2024-x/côte-d’ivoire/", "côte-d’ivoire", true},
		{"/r/{number}.htm", "/r/1234.htm", "", true},
		{"/r/{number}.htm", "/r/12a4.htm", "", false},
		{"/r/{number}.htm", "/r/.htm", "", false},
		{"/r/{country}.htm", "/r/north.korea.htm", "north.korea", true},
		{"/r/{number}/{country}", "/r/12/chad", "chad", true},
		{"/r/{year}/", "/r/2024", "", true},
	}
	for _, c := range cases {
		p := Pattern{path: c.form}
		country, ok := p.match(c.path, 2024)
		if ok != c.ok || ok && country != c.country {
			t.Errorf("%s of %s: %q, %t", c.path, c.form, country, ok)
		}
	}
}

// TestLinksNameCountries holds the names that addresses write to the table of
// countries.
func TestLinksNameCountries(t *testing.T) {
	g, err := mention.Load(os.DirFS("../../data"), new(token.Vocab))
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	w.Country = g.Heading
	v := w.visit(w.order(2024))
	r := collector{visit: v}
	for slug, want := range map[string]plumbline.CountryCode{
		"north-korea": "PRK", "south-korea": "KOR", "cote-divoire": "CIV", "bosnia-and-herzegovina": "BIH", "the-bahamas": "BHS",
		"hong-kong": "HKG", "st-vincent-and-the-grenadines": "VCT", "saint-lucia": "LCA", "guinea-bissau": "GNB", "timor-leste": "TLS",
		"democratic-republic-of-the-congo": "COD", "republic-of-the-congo": "COG", "sao-tome-and-principe": "STP",
		"turkey": "TUR", "burma": "MMR", "eswatini": "SWZ", "north-macedonia": "MKD", "kosovo": "XKX", "curacao": "CUW", "sint-maarten": "SXM",
		"introduction": "", "methodology": "", "tier-placements": "", "map": "",
	} {
		link := Link{}
		at := w.order(2024).Site.Pages[0].url(2024)
		at.Path = "/reports/2024-trafficking-in-persons-report/" + slug + "/"
		r.narrative(&link, at)
		if link.Country != want {
			t.Errorf("%s: %q, want %q", slug, link.Country, want)
		}
	}
}

func FuzzSite(f *testing.F) {
	for _, name := range []string{"2001-2008", "2009-2017", "2019"} {
		data, err := os.ReadFile("../../data/sites/" + name + ".site")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), "/g/tip/rls/tiprpt/2007/82805.htm")
	}
	f.Add("years 2019\nindex https://a.b/%7Bx verified\npage https://a.b/{year}{country}{number}.htm verified", "/2019a1.htm")
	f.Fuzz(func(t *testing.T, file, path string) {
		sites, err := Load(fstest.MapFS{"sites/own.site": {Data: []byte(file)}})
		if err != nil {
			_ = err.Error()
			return
		}
		for _, list := range [][]Pattern{sites[0].Pages, sites[0].Parts, sites[0].Follow, sites[0].Index} {
			for i := range list {
				list[i].match(path, 2019)
			}
		}
	})
}

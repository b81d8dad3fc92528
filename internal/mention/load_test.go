package mention

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

func loaded(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(os.DirFS("../../data"), &token.Vocab{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func scan(g *Gazetteer, s string) *token.Text {
	t := &token.Text{}
	(&token.Scanner{Vocab: g.vocab}).Scan(t, s, text.Span{End: len(s)}, nil)
	return t
}

// found lists the mentions of s as "kind:what words".
func found(g *Gazetteer, s string, known *Aliases) string {
	t := scan(g, s)
	var list []string
	for _, m := range g.Find(nil, t, known) {
		list = append(list, m.Kind.String()+":"+string(m.Country)+m.Region+" "+t.Span(m.First, m.Last).In(s))
	}
	return strings.Join(list, " | ")
}

func TestEveryCountryHasANameAndAPeople(t *testing.T) {
	g := loaded(t)
	// Nobody lives there, or nobody has a word for who does.
	without := map[plumbline.CountryCode]bool{}
	for _, c := range strings.Fields("ALA ANT ATA ATF BES BLM BVT CCK CXR ESH FLK GGY HMD IMN IOT JEY MAF MNP MYT NFK PCN SGS SHN SJM SPM TKL UMI VAT VGB VIR WLF") {
		without[plumbline.CountryCode(c)] = true
	}
	people := map[plumbline.CountryCode]bool{}
	for _, e := range g.entries {
		for _, c := range e.codes {
			people[c] = people[c] || e.kind == People
		}
	}
	if len(g.Countries) != 253 {
		t.Errorf("%d countries, want the 249 of ISO 3166-1, XKX, and ANT, SCG, YUG", len(g.Countries))
	}
	for _, c := range g.Countries {
		if !people[c.Code] && !without[c.Code] {
			t.Errorf("%s has no word for its people", c.Code)
		}
	}
}

func TestNamesFollowTheReportYear(t *testing.T) {
	cs := loaded(t).Countries
	for _, c := range []struct {
		code plumbline.CountryCode
		year int
		want string
	}{
		{"SWZ", 2017, "Swaziland"}, {"SWZ", 2018, "Eswatini"},
		{"MKD", 2018, "Macedonia"}, {"MKD", 2019, "North Macedonia"},
		{"TUR", 2022, "Turkey"}, {"TUR", 2023, "Türkiye"},
		{"MMR", 2001, "Burma"}, {"MMR", 2024, "Burma"},
		{"CZE", 2018, "Czech Republic"}, {"CZE", 2025, "Czechia"},
		{"CPV", 2013, "Cape Verde"}, {"CPV", 2014, "Cabo Verde"},
		{"TLS", 2007, "East Timor"}, {"TLS", 2008, "Timor-Leste"},
		{"SCG", 2005, "Serbia and Montenegro"}, {"SRB", 2007, "Serbia"},
		{"PRK", 2007, "North Korea"}, {"XKX", 2018, "Kosovo"}, {"TUR", 0, "Türkiye"}, {"QQQ", 2018, "QQQ"},
	} {
		if got := cs.Name(c.code, c.year); got != c.want {
			t.Errorf("%s in %d: got %s, want %s", c.code, c.year, got, c.want)
		}
	}
}

func TestFaultsAreListedAllAtOnce(t *testing.T) {
	_, err := Load(fstest.MapFS{
		"countries/countries.tsv": {Data: []byte("THA\t-\tThailand\nthai\t-\tThailand\nTCD\t2010\tChad\nCUB\nSWZ\t-2018\tSwaziland\nSWZ\t2018-\tEswatini\n")},
		"countries/names.tsv": {Data: []byte("plaice\tTHA\tSiam\nplace\tTHB\tSiam\nplace\tTHA\tSiam; Siam\npeople\tTHA SWZ\tThai\n" +
			"place\tTHA\tMuang; ; Krung\ncity\tTHA\tBangkok\tfrom\nregion\tAsia\tAsia\nplace\tTHA\nperson\t-\tBob\n")},
	}, &token.Vocab{})
	want := `data/countries/countries.tsv:2:1: code "thai" is not three capital letters
    2 | thai - Thailand
      | ^^^^
data/countries/countries.tsv:3:5: bad years "2010"
    3 | TCD 2010 Chad
      |     ^^^^
  hint: write "-", "2018-", "-2017" or "2003-2006"
data/countries/countries.tsv:4:1: 1 columns, want 3 or 4
    4 | CUB
      | ^^^
  hint: the columns are code, years, short name, official name, parted by tabs
data/countries/countries.tsv:6:5: years overlap the row before
    6 | SWZ 2018- Eswatini
      |     ^^^^^
  hint: list the oldest name first and let no year have two
data/countries/names.tsv:1:1: unknown kind "plaice"
    1 | plaice THA Siam
      | ^^^^^^
  hint: did you mean place? kinds are listed in internal/mention/doc.go
data/countries/names.tsv:2:7: unknown country "THB"
    2 | place THB Siam
      |       ^^^
  hint: did you mean THA? codes are listed in countries.tsv
data/countries/names.tsv:3:17: "Siam" is a place already, at data/countries/names.tsv:3
    3 | place THA Siam; Siam
      |                 ^^^^
data/countries/names.tsv:4:8: 2 countries and no choice between them
    4 | people THA SWZ Thai
      |        ^^^^^^^
  hint: add own, default or near as the fourth column
data/countries/names.tsv:5:11: a name is missing
    5 | place THA Muang; ; Krung
      |           ^^^^^^^^^^^^^^
  hint: take one semicolon out
data/countries/names.tsv:6:18: from without a year
    6 | city THA Bangkok from
      |                  ^^^^
  hint: write a report year behind it, such as from 2003
data/countries/names.tsv:7:8: bad id "Asia"
    7 | region Asia Asia
      |        ^^^^
  hint: write small letters and hyphens, such as west-africa
data/countries/names.tsv:8:1: 2 columns, want 3 or 4
    8 | place THA
      | ^^^^^^^^^
  hint: the columns are kind, ids, names and how, parted by tabs
data/countries/names.tsv:9:10: "Bob" is no name of these tables
    9 | person - Bob
      |          ^^^`
	if err == nil || err.Error() != want {
		t.Errorf("got:\n%v\nwant:\n%s", err, want)
	}
}

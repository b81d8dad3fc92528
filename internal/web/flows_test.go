package web

import (
	"encoding/json"
	"strings"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/pipeline"
	"plumbline/internal/web/webtest"
)

// openFlows serves two made-up narratives that tell of flows; nobody's finding.
func openFlows(t testing.TB) func(path string) (int, string) {
	t.Helper()
	w := webtest.Open(t, data.FS,
		pipeline.Input{File: "malta-2018.txt", Context: plumbline.Context{Year: 2018}, Data: []byte(strings.ReplaceAll(malta2017, "Malta is a source",
			"Women from Italy may be subjected to sex trafficking in Malta. Women from West Africa are subjected to sex trafficking in Malta. Malta is a source"))},
		pipeline.Input{File: "libya-2018.txt", Context: plumbline.Context{Year: 2018}, Data: []byte(libya2018)})
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	return func(path string) (int, string) {
		r := get(t, h, path)
		return r.StatusCode, body(t, r)
	}
}

func TestFlowsAreWhatNarrativesSay(t *testing.T) {
	ask := openFlows(t)
	_, plain := ask("/flows")
	_, with := ask("/flows?labor=yes")
	for _, want := range []string{"Flows that the report of 2018 tells of", `href="/flows/LBY/MLT?year=2018">Libya → Malta</a>`, `href="/flows/MLT/LBY?year=2018"`, "it does not measure how much trafficking",
		"never of people", `<th scope="row">West Africa → Malta</th>`, "A region is no country"} {
		if !strings.Contains(plain, want) {
			t.Errorf("no %q", want)
		}
	}
	if italy := plain[strings.Index(plain, `">Italy → Malta</a>`):]; !strings.Contains(italy[:strings.Index(italy, "</tr>")], `<td class="number"></td><td class="number"></td><td class="number">1</td>`) {
		t.Errorf("what may be is not only possible: %.300s", italy)
	}
	if strings.Contains(plain, "Malta → Qatar") {
		t.Error("work abroad is among trafficking")
	}
	trafficked, work, found := strings.Cut(with, `id="layer-labor-migration">Work abroad that the text calls possibly exploitative`)
	if !found || !strings.Contains(work, "Malta → Qatar") || strings.Contains(trafficked, ">Malta → Qatar</a>") {
		t.Error("work abroad is no layer of its own")
	}
	matrix := section(plain, `<table class="matrix">`, "</table>")
	if strings.Contains(matrix, "Africa") || !strings.Contains(matrix, "possible") {
		t.Errorf("a region is in the matrix, or a hedge is not: %s", matrix)
	}
}

func TestFlowsAreFiltered(t *testing.T) {
	ask := openFlows(t)
	for _, c := range []struct {
		path   string
		status int
		want   string
	}{
		{"/flows?certainty=possible&year=&form=", 200, "Italy → Malta"},
		{"/flows?country=libya", 200, "Libya → Malta"},
		{"/flows?form=organ-removal", 200, "That says nothing on what there is"},
		{"/flows?year=soon", 400, "parameter year"},
		{"/flows?year=2016", 404, `href="/flows?year=2018"`},
		{"/flows?from=2018&year=2018&labor=no", 400, "parameter labor"},
		{"/flows?form=sex-traficking", 400, "did you mean sex-trafficking?"},
		{"/flows?certainty=posible", 400, "did you mean possible?"},
		{"/flows?victims=wommen", 400, "did you mean women?"},
		{"/flows?sector=%3Cscript%3E", 400, "parameter sector"},
		{"/flows?country=Armnia", 400, `href="/country/ARM"`},
		{"/flows?colour=red", 400, "parameter colour"},
		{"/flows/LBY/MLT?year=x", 400, "parameter year"},
		{"/flows/LBY/Multa", 404, "unknown country"},
	} {
		status, got := ask(c.path)
		if status != c.status || !strings.Contains(got, c.want) || strings.Contains(got, "<script>") {
			t.Errorf("%s: %d, want %d and %q", c.path, status, c.status, c.want)
		}
	}
	if _, got := ask("/flows?country=libya"); strings.Contains(got, ">Italy → Malta</a>") {
		t.Error("a flow of other countries is listed")
	}
}

func TestAFlowSaysWhoTellsOfIt(t *testing.T) {
	ask := openFlows(t)
	for _, c := range []struct{ path, want string }{
		{"/flows/LBY/MLT", "The narrative of Malta tells of trafficking on this way, that of Libya does not. That is no fault of either government"},
		{"/flows/LBY/MLT", `#c-`},
		{"/flows/ITA/MLT", "the database has none of Italy in the report of 2018"},
		{"/flows/ITA/MLT", "possible (“may”)"},
		{"/flows/MLT/QAT", "None of these sentences says that people are trafficked"},
		{"/flows/MLT/QAT", "Work abroad that the text calls possibly exploitative"},
		{"/flows/FJI/MLT", "That says nothing on what there is"},
	} {
		if status, got := ask(c.path); status != 200 || !strings.Contains(got, c.want) {
			t.Errorf("%s: %d, no %q in %s", c.path, status, c.want, section(got, "<main", "</main>"))
		}
	}
}

func TestFlowsHaveARowForEachPairAndClaim(t *testing.T) {
	ask := openFlows(t)
	_, csv := ask("/flows.csv?labor=yes")
	lines := strings.Split(strings.TrimSpace(csv), "\r\n")
	for _, want := range []string{"ITA,Italy,,MLT,Malta,,trafficked,possible", ",,west-africa,MLT,Malta,,trafficked,certain", "MLT,Malta,,QAT,Qatar,,labor-migration,"} {
		if !strings.Contains(csv, "\n"+want) {
			t.Errorf("no row %q in\n%s", want, csv)
		}
	}
	var rows []map[string]any
	_, list := ask("/flows.json?labor=yes")
	if err := json.Unmarshal([]byte(list), &rows); err != nil || len(rows) != len(lines)-1 || rows[0]["notice"] != plumbline.TierNotice {
		t.Errorf("%v, %d rows, %d lines", err, len(rows), len(lines))
	}
	if _, csv := ask("/flows/LBY/MLT.csv"); !strings.HasPrefix(csv, "kind,id,") || strings.Count(csv, "\r\n") < 2 {
		t.Errorf("%.200s", csv)
	}
}

func TestWithoutOfficialTextsTheSampleIsShownAsSuch(t *testing.T) {
	w := webtest.Open(t, data.FS)
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	r := get(t, h, "/flows")
	if got := body(t, r); r.StatusCode != 200 || !strings.Contains(got, "sample: paraphrase, not official text") || !strings.Contains(got, `href="/flows/`) {
		t.Errorf("%d %.2000s", r.StatusCode, got)
	}
}

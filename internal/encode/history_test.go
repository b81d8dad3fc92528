package encode

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"testing"

	"plumbline"
)

func fullHistory() *plumbline.CountryHistory {
	past := plumbline.PastPlacement{Country: "RUR", Year: 2017, Tier: "2WL", Source: "a list, of sorts", Verified: plumbline.Derived, From: 2018, Document: "d1"}
	other := past
	other.Tier, other.Verified, other.From = "3", plumbline.Stored, 0
	return &plumbline.CountryHistory{
		Country: "RUR",
		Years: []plumbline.PlacementYear{
			{PastPlacement: plumbline.PastPlacement{Country: "RUR", Year: 2016}},
			{PastPlacement: past, Move: plumbline.Downgraded, TwoYear: plumbline.WaiverStep, Others: []plumbline.PastPlacement{other}},
		},
		Waivers:       []plumbline.Waiver{{Country: "RUR", Year: 2017, Kind: plumbline.DowngradeWaiver, Verified: plumbline.Primary, Source: "the report"}},
		Treaty:        []plumbline.TreatyAction{{Country: "RUR", Date: "2005-12-31", Action: "accession", Source: "a list"}},
		ChildSoldiers: []plumbline.ChildSoldierListing{{Country: "RUR", Year: 2019, Source: "a list"}},
		ListsKnown:    []int{2019, 2021},
		Successions:   []plumbline.Succession{{Successor: "RUR", Predecessor: "ZUB", Year: 2003}},
		Clock:         plumbline.Clock{Country: "RUR", Year: 2018, Applies: true, AtMost: 2, Missing: []int{2016}, Reason: "a year is missing"},
	}
}

const historyJSON = `{"kind":"history","country":"RUR","placements":[` +
	`{"year":2016,"tier":null,"verified":null,"derived_from":null,"source":null,"document":null,"move":null,"two_year_rule":null,"others":[]},` +
	`{"year":2017,"tier":"2WL","verified":"derived","derived_from":2018,"source":"a list, of sorts","document":"d1","move":"downgraded","two_year_rule":"waiver","others":[` +
	`{"year":2017,"tier":"3","verified":"stored","derived_from":null,"source":"a list, of sorts","document":"d1"}]}],` +
	`"clock":{"country":"RUR","year":2018,"applies":true,"consecutive":null,"at_least":0,"at_most":2,"waivers_used":null,"waivers_left":null,"due":null,"last":null,` +
	`"relisted":null,"must_waive":null,"automatic":null,"missing":[2016],"derived":[],"reason":"a year is missing"},` +
	`"waivers":[{"kind":"downgrade","year":2017,"verified":"primary","source":"the report"}],` +
	`"treaty_actions":[{"date":"2005-12-31","action":"accession","source":"a list"}],` +
	`"child_soldier_lists":[{"year":2019,"source":"a list"}],"child_soldier_lists_known":[2019,2021],` +
	`"successions":[{"successor":"RUR","predecessor":"ZUB","year":2003}],` +
	`"notice":"A tier rates a government's efforts; it does not measure how much trafficking there is, nor the risk of a product or supplier."}`

func TestHistoryBytes(t *testing.T) {
	got := AppendHistory(nil, fullHistory())
	if string(got) != historyJSON {
		t.Errorf("got  %s\nwant %s", got, historyJSON)
	}
	if !json.Valid(AppendHistory(nil, &plumbline.CountryHistory{})) {
		t.Error("a history of nothing is no JSON")
	}
}

func TestHistoryRows(t *testing.T) {
	var out bytes.Buffer
	if err := WriteHistoryCSV(&out, fullHistory()); err != nil {
		t.Fatal(err)
	}
	const notice = `"` + plumbline.TierNotice + `"`
	const want = "country,year,tier,move,two_year_rule,verified,derived_from,source,document,notice\r\n" +
		"RUR,2016,,,,,,,," + notice + "\r\n" +
		"RUR,2017,2WL,downgraded,waiver,derived,2018,\"a list, of sorts\",d1," + notice + "\r\n"
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
}

func TestStatementBytes(t *testing.T) {
	s := plumbline.Statement{Narrative: "n1", Document: "d1", File: "a.txt", Country: "RUR", Year: 2018, Kind: plumbline.WaiverStatement,
		Says: "a waiver", Quote: "was \"granted\" a waiver", Verdict: plumbline.Conflicts, Reason: "none was left"}
	const want = `{"kind":"statement","narrative":"n1","document":"d1","file":"a.txt","country":"RUR","year":2018,"about":"waiver","says":"a waiver",` +
		`"quote":"was \"granted\" a waiver","verdict":"conflicts","reason":"none was left"}`
	if got := string(AppendStatement(nil, &s)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var out bytes.Buffer
	if err := WriteStatementsCSV(&out, []plumbline.Statement{s}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != 2 || len(rows[1]) != len(StatementColumns) {
		t.Fatalf("%q, %v", rows, err)
	}
	var keys map[string]any
	if err := json.Unmarshal([]byte(want), &keys); err != nil {
		t.Fatal(err)
	}
	keys["notice"] = plumbline.TierNotice
	for i, column := range StatementColumns {
		if cell, ok := keys[column]; !ok || column != "year" && cell != rows[1][i] {
			t.Errorf("column %s: %q, JSON has %v", column, rows[1][i], cell)
		}
	}
}

func TestStatementsAsOneObject(t *testing.T) {
	var out bytes.Buffer
	if err := WriteStatements(&out, []plumbline.Statement{{Country: "RUR"}, {Country: "ZUB"}}, 3, 1); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Narratives int
		Left       int `json:"left_out"`
		Statements []struct{ Country string }
		Notice     string
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatalf("%v: %s", err, out.String())
	}
	if got.Narratives != 3 || got.Left != 1 || len(got.Statements) != 2 || got.Statements[1].Country != "ZUB" || got.Notice != plumbline.TierNotice {
		t.Errorf("%+v", got)
	}
}

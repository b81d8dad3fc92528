package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/pipeline"
	"plumbline/internal/text"
)

// sampleReport has one claim of each fate: found, found with the other
// valence, missed with another type in its place, missed.
func sampleReport(t *testing.T) Report {
	entries := load(t, "g.jsonl", full().with(object{"tier": "2", "flows": objects{{"from": "AAA", "to": "BBB", "hedged": false}}, "claims": objects{
		note(t, "prosecution", "Courts tried no one", object{"polarity": "-", "count": 0}),
		note(t, "conviction", "sentenced four dealers", object{"polarity": "+"}),
		note(t, "assistance", "two homes were opened", object{"polarity": "+"}),
		note(t, "training", "teach the police", object{"polarity": "+"}),
	}}))
	bad := func(c *plumbline.Claim) { c.Valence = plumbline.Bad }
	r := reading(plumbline.Placement{Tier: "3"},
		claim(t, fullText, "prosecution", "Courts tried no one", bad),
		claim(t, fullText, "conviction", "sentenced four dealers", bad),
		claim(t, fullText, "plan", "two homes were opened", bad))
	r.Narratives[0].Sections = []plumbline.Section{{Name: plumbline.Prosecution, Span: text.Span{Start: 0, End: place(t, fullText, "It is said").Start}}}
	return Score(entries, map[string]*plumbline.Reading{"AAA-2018.txt": r})
}

func TestMistakesNameTextAndRule(t *testing.T) {
	var b bytes.Buffer
	if err := WriteMistakes(&b, sampleReport(t).Mistakes); err != nil {
		t.Fatal(err)
	}
	at := func(words string) string {
		s := place(t, fullText, words)
		return fmt.Sprintf(`"start":%d,"end":%d}`, s.Start, s.End)
	}
	want := strings.Join([]string{
		`{"entry":"AAA-2018","kind":"fact","fact":"tier","gold":"2","got":"3"}`,
		`{"entry":"AAA-2018","kind":"flows","missed":["AAA>BBB"]}`,
		`{"entry":"AAA-2018","kind":"valence","type":"conviction","gold":"+","got":"-","section":"prosecution","text":"sentenced four dealers","rule":"conviction/test",` + at("sentenced four dealers"),
		`{"entry":"AAA-2018","kind":"count","type":"prosecution","gold":"0","section":"prosecution","text":"Courts tried no one","rule":"prosecution/test",` + at("Courts tried no one"),
		`{"entry":"AAA-2018","kind":"extra","type":"plan","valence":"-","section":"none","text":"two homes were opened","rule":"plan/test","near":"assistance",` + at("two homes were opened"),
		`{"entry":"AAA-2018","kind":"missed","type":"assistance","valence":"+","section":"none","text":"two homes were opened","near":"plan by plan/test",` + at("two homes were opened"),
		`{"entry":"AAA-2018","kind":"missed","type":"training","valence":"+","section":"none","text":"teach the police",` + at("teach the police"),
	}, "\n") + "\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestReportAsText(t *testing.T) {
	var b bytes.Buffer
	if err := WriteText(&b, sampleReport(t)); err != nil {
		t.Fatal(err)
	}
	want := `1 entries, 0 without a narrative, 0 broken citations of 3

figure          value  from  to  right  gold  read
facts           0.000  -     -   0      1     -
tier            0.000  -     -   0      1     -
flows           0.000  -     -   0      1     0
claims          0.571  -     -   2      4     3
claims+valence  0.286  -     -   1      4     3
valence         0.500  -     -   1      2     -
counts          0.000  -     -   0      1     0

claim type   precision  recall  F1    valence  found  gold  read
prosecution  1.00       1.00    1.00  1.00     1      1     1
conviction   1.00       1.00    1.00  0.00     1      1     1
training     -          0.00    0.00  -        0      1     0
assistance   -          0.00    0.00  -        0      1     0
plan         0.00       -       0.00  -        0      0     1

section      precision  recall  F1    valence  found  gold  read
prosecution  1.00       1.00    1.00  0.50     2      2     2
none         0.00       0.00    0.00  -        0      2     1

rule              precision  recall  F1    valence  found  gold  read
plan/test         0.00       -       0.00  -        0      0     1
conviction/test   1.00       1.00    1.00  0.00     1      1     1
prosecution/test  1.00       1.00    1.00  1.00     1      1     1
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestReportAsJSON(t *testing.T) {
	r := sampleReport(t)
	r.Figures[3].Low, r.Figures[3].High = 0.12345, 0.98765
	var b bytes.Buffer
	if err := WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, b.Bytes()); err != nil {
		t.Fatal(err)
	}
	want := `{"entries":1,"missing_narratives":0,"broken_citations":0,"citations":3,"figures":{` +
		`"facts":{"value":0,"ok":0,"n":1},"tier":{"value":0,"ok":0,"n":1},"flows":{"value":0,"tp":0,"gold":1,"pred":0},` +
		`"claims":{"value":0.5714,"tp":2,"gold":4,"pred":3,"ci95":[0.123,0.988]},"claims+valence":{"value":0.2857,"tp":1,"gold":4,"pred":3},` +
		`"valence":{"value":0.5,"ok":1,"n":2},"counts":{"value":0,"tp":0,"gold":1,"pred":0}},` +
		`"types":{"assistance":0,"conviction":1,"plan":0,"prosecution":1,"training":0},"by_type":[` +
		`{"name":"prosecution","tp":1,"gold":1,"pred":1,"precision":1,"recall":1,"f1":1,"valence_ok":1,"valence_n":1},`
	if !strings.HasPrefix(compact.String(), want) {
		t.Errorf("got\n%s\nwant it to begin\n%s", compact.String(), want)
	}
	if !strings.Contains(compact.String(), `"precision":null`) {
		t.Error("a share of nothing is not null")
	}
}

func TestFigureOverNothingInGold(t *testing.T) {
	got, err := json.Marshal(Figures{{Name: "counts", Pred: 3}, {Name: "claims", Value: 0.5, Hit: 1, Gold: 1, Pred: 3}})
	want := `{"counts":{"value":0,"ok":0,"n":0},"claims":{"value":0.5,"tp":1,"gold":1,"pred":3}}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestManyRulesAreCutInText(t *testing.T) {
	var r Report
	for i := range shownRules + 3 {
		r.Rules = append(r.Rules, Row{Name: fmt.Sprintf("law/%02d", i), Pred: 1})
	}
	var b bytes.Buffer
	if err := WriteText(&b, r); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "law/19") || strings.Contains(b.String(), "law/20") || !strings.Contains(b.String(), "and 3 rules more") {
		t.Errorf("got\n%s", b.String())
	}
}

// refusing is a writer that takes nothing.
type refusing struct{}

func (refusing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWritersGiveTheError(t *testing.T) {
	r := sampleReport(t)
	for name, err := range map[string]error{
		"text": WriteText(refusing{}, r), "json": WriteJSON(refusing{}, r), "mistakes": WriteMistakes(refusing{}, r.Mistakes),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestIntervalsNeedTwoEntriesAndRepeat(t *testing.T) {
	two := []any{full().with(object{"tier": "1"}), full().with(object{"id": "BBB-2018", "tier": "2"})}
	entries := load(t, "g.jsonl", two...)
	readings := map[string]*plumbline.Reading{"AAA-2018.txt": reading(plumbline.Placement{Tier: "1"})}
	first, again := Score(entries, readings), Score(entries, readings)
	f, g := first.Figures.Find("tier"), again.Figures.Find("tier")
	if *f != *g {
		t.Errorf("got %+v, then %+v", *f, *g)
	}
	if f.Low != 0 || f.High != 1 || first.MissingNarratives != 1 {
		t.Errorf("got %+v, %d missing; want 0 to 1 and 1", *f, first.MissingNarratives)
	}
	if f := Score(entries[:1], readings).Figures.Find("tier"); f.Low != 0 || f.High != 0 {
		t.Errorf("one entry: got %+v, want no interval", *f)
	}
}

func TestFoldKeepsCountriesTogether(t *testing.T) {
	var entries []Entry
	for i := range 60 {
		entries = append(entries, Entry{ID: fmt.Sprint(i), Country: plumbline.CountryCode([]byte{'A' + byte(i%20), 'B', 'C'})})
	}
	for _, k := range []int{2, 3, 5} {
		where := map[plumbline.CountryCode]int{}
		total := 0
		for i := range k {
			seen, unseen := Fold(entries, k, i)
			if len(seen)+len(unseen) != len(entries) || len(unseen) == 0 {
				t.Errorf("fold %d of %d: %d and %d", i, k, len(seen), len(unseen))
			}
			total += len(unseen)
			for _, e := range unseen {
				if at, ok := where[e.Country]; ok && at != i {
					t.Errorf("%s is unseen in %d and %d of %d", e.Country, at, i, k)
				}
				where[e.Country] = i
			}
		}
		if total != len(entries) {
			t.Errorf("%d folds have %d unseen entries, want %d", k, total, len(entries))
		}
	}
	_, whole := Fold(entries, 5, 1)
	_, part := Fold(entries[:20], 5, 1)
	if len(whole) != 3*len(part) {
		t.Error("the part of a country depends on the list")
	}
}

// runFunc is a runner.
type runFunc func(in pipeline.Input) (*plumbline.Reading, error)

func (f runFunc) Run(_ context.Context, inputs []pipeline.Input, o pipeline.Options, sink func(*plumbline.Reading) error) error {
	for _, in := range inputs {
		r, err := f(in)
		if err != nil {
			o.Refused(in, err)
		} else if err := sink(r); err != nil {
			return err
		}
	}
	return nil
}

func TestReadLeavesOutWhatIsRefused(t *testing.T) {
	entries := load(t, "g.jsonl", full(), full().with(object{"id": "BBB-2018"}))
	var refused []string
	got, err := Read(context.Background(), runFunc(func(in pipeline.Input) (*plumbline.Reading, error) {
		if in.Context.Country == "BBB" {
			return nil, errors.New("no narrative")
		}
		return &plumbline.Reading{Document: plumbline.Document{File: in.File}}, nil
	}), entries, pipeline.Options{Refused: func(in pipeline.Input, _ error) { refused = append(refused, in.File) }})
	if err != nil || len(got) != 1 || got["AAA-2018.txt"] == nil || len(refused) != 1 || refused[0] != "BBB-2018.txt" {
		t.Errorf("got %v, %v, refused %v", got, err, refused)
	}
}

package eval

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plumbline"
)

func TestLoadGoldTexts(t *testing.T) {
	for _, c := range []struct {
		fact, file string
		line       object
		name, text string
		year       int
	}{
		{"a full narrative is its slice of the year's report", "full-dev.jsonl", full(), "AAA-2018.txt", fullText, 2018},
		{"a short entry is profile, blank line, rating, and its year is unknown", "short-dev.jsonl", short(), "AAA-2015.txt", shortText, 0},
		{"a single narrative is the file of its id", "aaa-2007.json", single(), "aaa-2007.txt", fullText, 2007},
	} {
		t.Run(c.fact, func(t *testing.T) {
			entries := load(t, c.file, c.line)
			if len(entries) != 1 {
				t.Fatalf("%d entries, want 1", len(entries))
			}
			e := entries[0]
			if e.Name != c.name || e.Text != c.text || e.Year != c.year || e.Country != "AAA" || !e.Single {
				t.Errorf("got %s %s %d single=%t %q", e.Name, e.Country, e.Year, e.Single, e.Text)
			}
			in := e.Input()
			want := plumbline.Context{Country: "AAA", Year: c.year, Single: true}
			if in.File != c.name || string(in.Data) != c.text || in.Context != want {
				t.Errorf("pipeline input: got %s %+v", in.File, in.Context)
			}
		})
	}
}

func TestSpansOfTheRatingAreMovedByBytes(t *testing.T) {
	line := short()
	line["claims"] = []object{
		shortNote(t, "conviction", "rating", "tried no one", nil),
		shortNote(t, "complicity", "profile", "Ééé", nil),
	}
	e := load(t, "short.jsonl", line)[0]
	for i, want := range []string{"tried no one", "Ééé"} {
		if got := e.gold.claims[i].span.In(e.Text); got != want {
			t.Errorf("claim %d: got %q, want %q", i, got, want)
		}
	}
}

func TestGoldFaults(t *testing.T) {
	outside := note(t, "law", "Nobody", object{"end": 99999})
	for _, c := range []struct {
		fact, file string
		lines      []any
		kind       error
		want       []string
	}{
		{"a line that is not JSON", "g.jsonl", []any{full(), "", "{\"id\": oops}"}, plumbline.ErrInvalid,
			[]string{"g.jsonl:3: not JSON:", "; mend the line"}},
		{"a broken single narrative names its line", "g.json", []any{"{\n \"id\": \"AAA-2007\",\n oops\n}"}, plumbline.ErrInvalid,
			[]string{"g.json:3: not JSON:"}},
		{"a value of the wrong kind", "g.jsonl", []any{full().with(object{"roles": 3})}, plumbline.ErrInvalid,
			[]string{"g.jsonl:1:", "roles", "; gold/GUIDE.md"}},
		{"an id that is none", "g.jsonl", []any{"{\"id\":\"AA\"}"}, plumbline.ErrInvalid,
			[]string{"g.jsonl:1: id \"AA\" is not a country code and a year; write it like PRK-2007"}},
		{"a flow that is none", "g.json", []any{single().with(object{"flows": []string{"AAA-BBB"}})}, plumbline.ErrInvalid,
			[]string{"g.json:1: flow \"AAA-BBB\" is not written like PRK>CHN"}},
		{"a span outside the text", "g.jsonl", []any{full().with(object{"claims": []object{outside}})}, plumbline.ErrInvalid,
			[]string{"g.jsonl:1: entry AAA-2018: claim 1 law: span", "99999 lies outside the text", "; check that --corpus"}},
		{"a span outside the text of a single narrative names the claim's line", "g.json",
			[]any{"{\"id\":\"AAA-2007\",\"country\":\"AAA\",\n\"claims\":[\n{\"type\":\"law\",\"start\":1,\"end\":2},\n{\"type\":\"law\",\"start\":5,\"end\":5}\n]}"},
			plumbline.ErrInvalid, []string{"g.json:4: entry AAA-2007: claim 2 law: span 5-5 lies outside"}},
		{"a span outside its field", "g.jsonl",
			[]any{short().with(object{"claims": []object{{"type": "law", "field": "profile", "start": 0, "end": len(shortText) - 5}}})},
			plumbline.ErrInvalid, []string{"g.jsonl:1: entry AAA-2015: law claim: span 0-", "outside the profile"}},
		{"an unknown field", "g.jsonl", []any{short().with(object{"claims": []object{{"type": "law", "field": "heading", "start": 0, "end": 2}}})},
			plumbline.ErrInvalid, []string{"law claim: unknown field \"heading\"; write profile or rating"}},
		{"a slice outside the report", "g.jsonl", []any{full().with(object{"slice": []int{0, 99999}})}, plumbline.ErrInvalid,
			[]string{"g.jsonl:1: entry AAA-2018: slice 0-99999 lies outside tip-2018.txt"}},
		{"an entry that the corpus lacks", "g.jsonl", []any{short().with(object{"id": "CCC-2015"})}, plumbline.ErrNotFound,
			[]string{"g.jsonl:1: entry CCC-2015 is not in", "factbook-tip.json; take gold and corpus of one release"}},
		{"a year without a report, said once", "g.jsonl", []any{full().with(object{"id": "AAA-2019"}), full().with(object{"id": "BBB-2019"})},
			plumbline.ErrNotFound, []string{"g.jsonl:1: no corpus file", "tip-2019.txt; name the folder of the texts with --corpus"}},
		{"an empty file", "g.jsonl", nil, plumbline.ErrInvalid, []string{"g.jsonl: no entries; check that it is the right file"}},
		{"all faults at once", "g.jsonl", []any{"{", full(), "}"}, plumbline.ErrInvalid, []string{"g.jsonl:1:", "g.jsonl:3:"}},
	} {
		t.Run(c.fact, func(t *testing.T) {
			_, err := LoadGold(goldFile(t, c.file, c.lines...), "")
			if !errors.Is(err, c.kind) {
				t.Fatalf("got %v, want an error of the kind %q", err, c.kind)
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got %q, want it to say %q", err, want)
				}
			}
			if strings.Count(err.Error(), "tip-2019") > 1 {
				t.Errorf("said twice: %v", err)
			}
		})
	}
}

func TestNoGoldFile(t *testing.T) {
	_, err := LoadGold(filepath.Join(t.TempDir(), "none.jsonl"), "")
	if !errors.Is(err, plumbline.ErrNotFound) || !strings.Contains(err.Error(), "none.jsonl: no such file; name a .json") {
		t.Errorf("got %v", err)
	}
}

func TestCorpusFolderIsTaken(t *testing.T) {
	file := goldFile(t, "g.jsonl", full())
	other := t.TempDir()
	if _, err := LoadGold(file, other); !errors.Is(err, plumbline.ErrNotFound) || !strings.Contains(err.Error(), other) {
		t.Errorf("got %v, want an error that names %s", err, other)
	}
	data, err := os.ReadFile(filepath.Join(filepath.Dir(file), "..", "corpus", "tip-2018.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(other, "tip-2018.txt"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadGold(file, other); err != nil {
		t.Errorf("got %v, want none", err)
	}
}

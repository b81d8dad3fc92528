package eval

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// The texts of the made-up countries that the tests are about. The e with an
// accent keeps bytes and characters apart.
const (
	conductText = "Le café de l'île.\nThe government sentenced four dealers in people, against seven a year before. " +
		"Nobody spoke of any trials. Courts tried no one. It is said that two homes were opened. " +
		"Effort to punish the crime grew. Open more homes; teach the police.\n"
	profileText = "TRAFFICKING PROFILE\nAaa sends women to Bbb. Boys dig in its own mines. Some 300 to 500 men went.\n"
	fullText    = conductText + profileText
	shortText   = "Aaa sends women to Bbb. Ééé.\n\nThe judges tried no one. Effort to punish the crime grew. Homes were opened."
)

// object is a JSON object of a gold file.
type object map[string]any

// goldFile writes a corpus and a gold file and returns the gold file's name.
func goldFile(t *testing.T, name string, lines ...any) string {
	t.Helper()
	root := t.TempDir()
	write := func(name, body string) {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	profile, rating, _ := strings.Cut(shortText, "\n\n")
	short, err := json.Marshal([]object{{"id": "AAA-2015", "iso3": "AAA", "edition": 2015, "profile": profile, "rating": rating}})
	if err != nil {
		t.Fatal(err)
	}
	write("corpus/factbook-tip.json", string(short))
	write("corpus/tip-2018.txt", "lists of tiers\n"+fullText+"ZZZ: TIER 1\n")
	write("corpus/aaa-2007.txt", fullText)
	var b strings.Builder
	for _, line := range lines {
		if s, ok := line.(string); ok {
			b.WriteString(s + "\n")
			continue
		}
		data, err := json.Marshal(line)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(data, '\n'))
	}
	write("gold/"+name, b.String())
	return filepath.Join(root, "gold", name)
}

// with returns a copy of o with more keys.
func (o object) with(more object) object {
	out := object{}
	for k, v := range o {
		out[k] = v
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

// full is the least that an entry of a full narrative has.
func full() object {
	start := len("lists of tiers\n")
	return object{"id": "AAA-2018", "slice": []int{start, start + len(fullText)}, "roles": []string{}, "flows": []object{},
		"flows_optional": []object{}, "claims": []object{}, "claims_optional": []object{}}
}

// short is the least that a short entry has.
func short() object { return full().with(object{"id": "AAA-2015", "slice": nil}) }

// single is the least that the file of one narrative has.
func single() object {
	return object{"id": "AAA-2007", "country": "AAA", "edition": 2007, "roles": []string{}, "flows": []string{}, "claims": []object{}}
}

// place returns the place of words in body.
func place(t *testing.T, body, words string) text.Span {
	t.Helper()
	i := strings.Index(body, words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return text.Span{Start: i, End: i + len(words)}
}

// note is an annotation of words of the full text.
func note(t *testing.T, kind, words string, more object) object {
	s := place(t, fullText, words)
	return object{"type": kind, "start": s.Start, "end": s.End, "polarity": nil, "count": nil}.with(more)
}

// shortNote is an annotation of words of the short text.
func shortNote(t *testing.T, kind, field, words string, more object) object {
	profile, rating, _ := strings.Cut(shortText, "\n\n")
	body := profile
	if field == "rating" {
		body = rating
	}
	s := place(t, body, words)
	return object{"type": kind, "field": field, "start": s.Start, "end": s.End, "polarity": nil}.with(more)
}

// claim is a claim read from words of body; change may be nil.
func claim(t *testing.T, body string, kind plumbline.ClaimType, words string, change func(*plumbline.Claim)) plumbline.Claim {
	c := plumbline.Claim{Type: kind, Certainty: plumbline.Certain, Source: plumbline.Author, FoundBy: plumbline.RuleName(kind + "/test")}
	if kind.Conduct() {
		c.Reporting = plumbline.Stated
	}
	c.Citation = plumbline.Citation{Span: place(t, body, words), Quote: words}
	if change != nil {
		change(&c)
	}
	return c
}

// reading is a reading of one narrative with the given claims.
func reading(p plumbline.Placement, claims ...plumbline.Claim) *plumbline.Reading {
	return &plumbline.Reading{Narratives: []plumbline.Narrative{{Placement: p}}, Claims: claims}
}

// load loads one entry.
func load(t *testing.T, name string, lines ...any) []Entry {
	t.Helper()
	entries, err := LoadGold(goldFile(t, name, lines...), "")
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

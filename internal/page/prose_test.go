package page

import (
	"io/fs"
	"strings"
	"testing"

	"plumbline/doc"
)

func words(href string) string { return strings.TrimSuffix(href, ".md") }

func TestProseHasEveryKindOfBlock(t *testing.T) {
	p, err := ParseProse("# A title\n\nSome `code`, **strong**, *soft* and a [link](to.md)\ngoes on.\n\n- one\n  still one\n- two\n\n| a | b |\n|---|---|\n| `x` | y |\n\n    kept\n      as is\n\n```go\nf()\n```\n\n## Below & beside\n\nEnd.\n", words)
	if err != nil {
		t.Fatal(err)
	}
	if len(p) != 8 {
		t.Fatalf("%d blocks: %+v", len(p), p)
	}
	if got := Plain(p[1].Runs); got != "Some code, strong, soft and a link goes on." || p[1].Runs[7].Href != "to" {
		t.Errorf("%q, %+v", got, p[1].Runs)
	}
	if len(p[2].Items) != 2 || Plain(p[2].Items[0]) != "one still one" {
		t.Errorf("list: %+v", p[2].Items)
	}
	if p[4].Code != "kept\n  as is" || p[5].Code != "f()" {
		t.Errorf("code: %q, %q", p[4].Code, p[5].Code)
	}
	if p[6].ID != "below-beside" || Plain(p.Under("below-beside")[0].Runs) != "End." {
		t.Errorf("heading: %+v", p[6])
	}
	if head, row := p.Row("x"); Plain(head[1]) != "b" || Plain(row[1]) != "y" {
		t.Errorf("row: %v %v", head, row)
	}
}

func TestProseRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, text := range []string{"<b>x</b>", "> said", "```\nno end", "| a |\n|---|\n| b | c |"} {
		if p, err := ParseProse(text, words); err == nil {
			t.Errorf("%q: %+v", text, p)
		}
	}
}

func TestEveryGuideIsProse(t *testing.T) {
	names, err := fs.Glob(doc.FS, "*.md")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(doc.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := ParseProse(string(text), words)
		if err != nil || p[0].Level != 1 {
			t.Errorf("%s: %v", name, err)
		}
		for _, b := range p {
			if left := Plain(b.Runs); strings.Contains(left, "](") || strings.Contains(left, "**") {
				t.Errorf("%s: marks are left in %q", name, left)
			}
		}
	}
}

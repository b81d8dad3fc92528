package plain

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/standard"
)

func laws(t *testing.T) *standard.Book {
	t.Helper()
	b, err := standard.Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestLawPage prints every version at several widths: nothing may be left out
// or be wider than the page.
func TestLawPage(t *testing.T) {
	for _, s := range laws(t).Standards {
		for _, width := range []int{40, 80, 100} {
			var out bytes.Buffer
			if err := Law(&out, s, 0, Style{Width: width}); err != nil {
				t.Fatal(err)
			}
			page := out.String()
			sound(t, page, width)
			whole := strings.Join(strings.Fields(page), " ")
			for _, c := range s.Criteria {
				for _, words := range []string{string(c.ID) + " " + c.Title, c.Gloss, c.Cite, c.Source} {
					if !strings.Contains(whole, words) {
						t.Errorf("%s at %d columns: %q is missing", s.Name, width, words)
					}
				}
			}
			if !strings.HasSuffix(whole, plumbline.TierNotice) {
				t.Errorf("%s: the page does not end with the notice", s.Name)
			}
		}
	}
}

func TestLawDiffPage(t *testing.T) {
	b := laws(t)
	for i, from := range b.Standards {
		for _, to := range b.Standards[i:] {
			changes := standard.Diff(from, to)
			var out bytes.Buffer
			if err := LawDiff(&out, from, to, changes, Style{Width: 60}); err != nil {
				t.Fatal(err)
			}
			sound(t, out.String(), 60)
			whole := strings.Join(strings.Fields(out.String()), " ")
			for _, c := range changes {
				if !strings.Contains(whole, c.From) || !strings.Contains(whole, c.To) || !strings.Contains(whole, c.What) {
					t.Errorf("%s to %s: %s of %s is missing", from.Name, to.Name, c.Kind, c.What)
				}
			}
		}
	}
}

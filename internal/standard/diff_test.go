package standard

import (
	"fmt"
	"strings"
	"testing"
)

// brief lists changes as one line each.
func brief(changes []Change) string {
	var lines []string
	for _, c := range changes {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s: %s %s %s", c.Kind, c.What, c.Old, c.New)))
	}
	return strings.Join(lines, "\n")
}

func TestDiff(t *testing.T) {
	b := bundled(t)
	for _, test := range []struct{ fact, from, to, want string }{
		{"the same version", "2007", "2008", ""},
		{"only the date", "2020", "2021", "rule changed: due date"},
		{"nothing that could be seen", "2022", "2023", ""},
		{"criteria that came in 2003", "2003", "2004", `rule changed: Special Watch List
rule changed: data presumption
rule changed: switches of reading
criterion reworded: Investigates, prosecutes and punishes traffickers 108(b)(1) 108(b)(1)
element added: Investigates, prosecutes and punishes traffickers 108(b)(1) 108(b)(1)
element added: Investigates, prosecutes and punishes traffickers 108(b)(1) 108(b)(1)
element added: Investigates, prosecutes and punishes traffickers 108(b)(1) 108(b)(1)
weighed otherwise: Investigates, prosecutes and punishes traffickers 108(b)(1) 108(b)(1)
criterion reworded: Holds its own officials to account 108(b)(7) 108(b)(7)
criterion added: Few of the victims are foreigners  108(b)(8)
criterion added: Watches its own efforts and publishes what it finds  108(b)(9)
criterion added: Makes progress from year to year  108(b)(10)
weighed otherwise: Makes serious and sustained efforts 108(a)(4) 108(a)(4)
criterion renumbered: Extent of trafficking 110(b)(3)(A) 110(b)(4)(A)
criterion renumbered: Small extent of noncompliance, above all by officials 110(b)(3)(B) 110(b)(4)(B)
criterion renumbered: What can reasonably be asked 110(b)(3)(C) 110(b)(4)(C)
criterion added: Very many victims, or many more  110(b)(3)(A)(iii)(I)
criterion added: No evidence of increasing efforts  110(b)(3)(A)(iii)(II)
criterion added: Efforts that are commitments  110(b)(3)(A)(iii)(III)`},
		{"the day between two acts of 2019", "2019-01-08", "2019-01-09", `rule changed: Special Watch List
rule changed: two-year rule
rule changed: reporting period
criterion reworded: Holds its own officials to account 108(b)(7) 108(b)(7)
criterion added: Pays for enforcement  110(b)(3)(D)
criterion added: Pays for protection and prevention  110(b)(3)(E)
criterion added: Consults civil society  110(b)(3)(F)
criterion reworded: Fully complies with the minimum standards 110(b)(1)(A) 110(b)(1)(A)
criterion reworded: Makes significant efforts to comply 110(b)(1)(B) 110(b)(1)(B)
criterion dropped: Efforts that are commitments 110(b)(2)(A)(iii)(III)`},
	} {
		t.Run(test.fact, func(t *testing.T) {
			from, err := b.Find(test.from)
			if err != nil {
				t.Fatal(err)
			}
			to, err := b.Find(test.to)
			if err != nil {
				t.Fatal(err)
			}
			if got := brief(Diff(from, to)); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// TestALimbThatWasReworded finds the counterpart by its elements where the
// title is another one.
func TestALimbThatWasReworded(t *testing.T) {
	b := bundled(t)
	from, _ := b.Find("2018")
	to, _ := b.Find("2019")
	for _, c := range Diff(from, to) {
		if c.Old == "110(b)(2)(A)(iii)(I)" && c.Kind == FormulaChanged {
			if c.From != "victims numbers significant" || c.To != "victims numbers significant and actions not proportional" {
				t.Errorf("from %q to %q", c.From, c.To)
			}
			return
		}
	}
	t.Error("no counterpart for the first limb")
}

func TestInWords(t *testing.T) {
	s, err := bundled(t).Find("2001")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"108(a)(1)":    "prohibits sex and prohibits labor and punishes acts",
		"108(a)(2)":    "",
		"108(a)(4)":    "108(b)(1) and 108(b)(2) and at least 3 of (108(b)(3), 108(b)(4), 108(b)(5), 108(b)(6), 108(b)(7))",
		"108(b)(7)":    "holds officials accountable or officials not complicit",
		"110(b)(1)(B)": "at least 2 of (108(b)(1), 108(b)(2), 108(b)(3))",
	}
	for i, c := range s.Criteria {
		if w, ok := want[string(c.ID)]; ok && s.InWords(i) != w {
			t.Errorf("%s: got %q, want %q", c.ID, s.InWords(i), w)
		}
	}
}

package standard

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline/internal/text"
)

// law is a small standard; edits say what a case puts in place of what.
const law = `standard  2000-10-28
act       Act of 2000
source    read [V]
reports   2001- checked 2005
due       June 1
scope     every country
two-year  from 2002, years 2, waiver-years 1, relisting-years 0
  cite    s. 1
  source  read [V]
period    2002 2001-04-01 2002-03-31
  source  read [V]
switch    partial counts | does-not
  gloss   g
  because b
criterion 108(a)(1) as a1 standard
  title   Forbids it
  gloss   The law forbids it,
          all of it.
  cite    22 USC 7106(a)(1)
  source  read [V]
  since   2000-10-28
  element forbids
    gloss the law forbids it
  element punishes
    gloss it is punished
  when    forbids &&
          punishes
`

const evidence = `element forbids
  asks    whether the law forbids it
  types   law
element punishes
  asks    whether it is punished
  types   conviction, sentencing
  where   count != 0
`

// world is a folder standards/ with the given files; sums are made for those
// that are not given.
func world(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	var sums []string
	for name, data := range files {
		fsys["standards/"+name] = &fstest.MapFile{Data: []byte(data)}
		if strings.HasSuffix(name, ".standard") {
			hash := sha256.Sum256([]byte(data))
			sums = append(sums, hex.EncodeToString(hash[:])+"  "+name+"\n")
		}
	}
	sort.Strings(sums)
	if _, ok := files["standards.sum"]; !ok {
		fsys["standards/standards.sum"] = &fstest.MapFile{Data: []byte(strings.Join(sums, ""))}
	}
	if _, ok := files["evidence.elements"]; !ok {
		fsys["standards/evidence.elements"] = &fstest.MapFile{Data: []byte(evidence)}
	}
	return fsys
}

// standardFaults are edits of the standard with what is printed of them.
var standardFaults = []struct{ fact, old, new, want string }{
	{"a key that there is not", "scope ", "skope ", `data/standards/2000-10-28.standard:6:1: unknown key "skope"
    6 | skope     every country
      | ^^^^^
  hint: did you mean scope? known are standard, act, source, reports, due, scope, watch-list, presumption, two-year, period, switch, criterion
data/standards/2000-10-28.standard:28:1: no scope line in the file
   28 | 
      | ^`},
	{"a key that belongs elsewhere", "  because b", "  becuase b", `data/standards/2000-10-28.standard:12:1: no because line in the switch
   12 | switch    partial counts | does-not
      | ^^^^^^
data/standards/2000-10-28.standard:14:3: unknown key "becuase"
   14 |   becuase b
      |   ^^^^^^^
  hint: did you mean because? known are gloss, because, standard, act, source, reports, due, scope, watch-list, presumption, two-year, period, switch, criterion`},
	{"a key that is missing in a criterion", "  title   Forbids it\n", "", `data/standards/2000-10-28.standard:15:1: no title line in the criterion
   15 | criterion 108(a)(1) as a1 standard
      | ^^^^^^^^^`},
	{"a key twice", "scope     every country", "scope     every country\nscope     none", `data/standards/2000-10-28.standard:7:1: second scope line in the file
    7 | scope     none
      | ^^^^^
  hint: join the two`},
	{"a key without a value", "act       Act of 2000", "act", `data/standards/2000-10-28.standard:2:1: act says nothing
    2 | act
      | ^^^`},
	{"a name that is not the file's", "standard  2000-10-28", "standard  2000-10-27", `data/standards/2000-10-28.standard:1:11: a standard is named as its file is, 2000-10-28
    1 | standard  2000-10-27
      |           ^^^^^^^^^^
data/standards/2000-10-28.standard:21:11: newer than the standard
   21 |   since   2000-10-28
      |           ^^^^^^^^^^`},
	{"a day that there is not", "  since   2000-10-28", "  since   2000-02-30", `data/standards/2000-10-28.standard:21:11: not a date
   21 |   since   2000-02-30
      |           ^^^^^^^^^^
  hint: write the day of the version that brought it, like 2008-12-23`},
	{"reports without an end", "2001- checked 2005", "2001-", `data/standards/2000-10-28.standard:4:11: not the reports that were made under it
    4 | reports   2001-
      |           ^^^^^
  hint: write 2009-2012, or 2023- checked 2025, or none`},
	{"a part of the rule that there is not", "waiver-years 1", "waver-years 1", `data/standards/2000-10-28.standard:7:11: no waiver-years in the rule
    7 | two-year  from 2002, years 2, waver-years 1, relisting-years 0
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write from 2009, years 2, waiver-years 2, relisting-years 0
data/standards/2000-10-28.standard:7:31: unknown part of the rule "waver-years"
    7 | two-year  from 2002, years 2, waver-years 1, relisting-years 0
      |                               ^^^^^^^^^^^
  hint: did you mean waiver-years? known are from, years, waiver-years, relisting-years`},
	{"a period that ends before it begins", "2001-04-01 2002-03-31", "2002-04-01 2002-03-31", `data/standards/2000-10-28.standard:10:11: not a year and the first and last day that its report covers
   10 | period    2002 2002-04-01 2002-03-31
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write 2010 2009-02-01 2010-02-15`},
	{"a switch without a choice", "partial counts | does-not", "partial", `data/standards/2000-10-28.standard:12:11: a switch without a value
   12 | switch    partial
      |           ^^^^^^^
  hint: write partial-efforts count | leave-out, the default first`},
	{"a role that there is not", "as a1 standard", "as a1 standart", `data/standards/2000-10-28.standard:15:24: 108(a)(1) cannot have the role standart
   15 | criterion 108(a)(1) as a1 standart
      |                        ^^
  hint: 108 has standards and indicia, 110 the rest
data/standards/2000-10-28.standard:15:27: unknown role "standart"
   15 | criterion 108(a)(1) as a1 standart
      |                           ^^^^^^^^
  hint: did you mean standard? known are standard, indicium, factor, proof, complies, efforts, limb`},
	{"a criterion without a name", "108(a)(1) as a1 standard", "108(a)(1) standard", `data/standards/2000-10-28.standard:15:11: not a criterion
   15 | criterion 108(a)(1) standard
      |           ^^^^^^^^^^^^^^^^^^
  hint: write its number, its name and its role: criterion 108(a)(1) as a1 standard`},
	{"an element twice", "  element punishes\n    gloss it is punished\n", "  element forbids\n    gloss it is punished\n  element punishes\n    gloss p\n", `data/standards/2000-10-28.standard:24:11: second element forbids of the criterion
   24 |   element forbids
      |           ^^^^^^^`},
	{"an element that the formula leaves out", "forbids &&\n          punishes", "forbids", `data/standards/2000-10-28.standard:24:11: element punishes is not in the formula
   24 |   element punishes
      |           ^^^^^^^^
  hint: use it after when, or drop it`},
	{"an element without evidence", "element forbids\n", "element forbid\n", `data/standards/2000-10-28.standard:22:11: element forbid without evidence
   22 |   element forbid
      |           ^^^^^^
  hint: did you mean forbids? else say in data/standards/evidence.elements which claims answer it
data/standards/2000-10-28.standard:26:11: unknown name "forbids" in the formula
   26 |   when    forbids &&
      |           ^^^^^^^
  hint: did you mean forbid? known are forbid, punishes`},
	{"an unknown name on the second line of a formula", "          punishes", "          punnishes", `data/standards/2000-10-28.standard:27:11: unknown name "punnishes" in the formula
   27 |           punnishes
      |           ^^^^^^^^^
  hint: did you mean punishes? known are forbids, punishes`},
	{"a negation", "forbids &&\n", "forbids && !\n", `data/standards/2000-10-28.standard:26:22: negation in the formula
   26 |   when    forbids && !
      |                      ^
  hint: good evidence could then make the answer worse; word the element the other way round`},
	{"a comparison", "          punishes", "          punishes == forbids", `data/standards/2000-10-28.standard:27:20: not a yes or no
   27 |           punishes == forbids
      |                    ^
  hint: a formula is names joined by && and ||, in brackets, or atLeast(2, [a, b, c])`},
	{"more than there are", "forbids &&\n          punishes", "atLeast(3, [forbids, punishes])", `data/standards/2000-10-28.standard:26:19: atLeast of 2 names
   26 |   when    atLeast(3, [forbids, punishes])
      |                   ^
  hint: write a number from 1 to 2`},
	{"a formula that breaks off", "forbids &&\n          punishes", "forbids && (punishes", `data/standards/2000-10-28.standard:26:31: formula: missing ')' at 'its end'
   26 |   when    forbids && (punishes
      |                               ^`},
}

func TestFaultsOfAStandard(t *testing.T) {
	for _, test := range standardFaults {
		t.Run(test.fact, func(t *testing.T) {
			if strings.Count(law, test.old) < 1 {
				t.Fatalf("%q is not in the standard", test.old)
			}
			check(t, world(map[string]string{"2000-10-28.standard": strings.Replace(law, test.old, test.new, 1)}), test.want)
		})
	}
}

func check(t *testing.T, fsys fstest.MapFS, want string) {
	t.Helper()
	_, err := Load(fsys)
	if err == nil {
		t.Fatalf("no fault\nwant\n%s", want)
	}
	var faults text.Diagnostics
	if !errors.As(err, &faults) {
		t.Errorf("%T are no diagnostics", err)
	}
	if got := err.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

var evidenceFaults = []struct{ fact, old, new, want string }{
	{"a claim type that there is not", "sentencing", "sentences", `data/standards/evidence.elements:6:23: unknown claim type "sentences"
    6 |   types   conviction, sentences
      |                       ^^^^^^^^^
  hint: did you mean sentencing? known are role, flow, exploitation, estimate, vulnerability, means, compliance, efforts, placement, acknowledgement, state-policy, law, investigation, prosecution, conviction, sentencing, complicity, accountability, cooperation, training, identification, assistance, penalization, repatriation, forced-return, exit-restriction, plan, awareness, demand, labor-oversight, child-soldiers, treaty, data, civil-society, trend, recommendation`},
	{"a variable that there is not", "count != 0", "counts != 0", `data/standards/evidence.elements:7:11: formula: undeclared reference to 'counts'
    7 |   where   counts != 0
      |           ^^^^^^
  hint: did you mean count?`},
	{"a number held against a word", "count != 0", `valence == "+" && count != ""`, `data/standards/evidence.elements:7:35: formula: found no matching overload for '_!=_' applied to '(int, string)'
    7 |   where   valence == "+" && count != ""
      |                                   ^`},
	{"a word that a variable can never be", "count != 0", `valence != "+" && certainty in ["certain", "sure"]`, `data/standards/evidence.elements:7:54: no certainty is "sure"
    7 |   where   valence != "+" && certainty in ["certain", "sure"]
      |                                                      ^^^^^^
  hint: known are , certain, probable, possible, unknown`},
	{"a formula that is no yes or no", "count != 0", `count + 1`, `data/standards/evidence.elements:7:11: not a yes or no: the formula is of type int
    7 |   where   count + 1
      |           ^^^^^^^^^
  hint: compare it with something`},
	{"no question", "  asks    whether the law forbids it\n", "", `data/standards/evidence.elements:1:9: no asks line for forbids
    1 | element forbids
      |         ^^^^^^^`},
	{"an element twice", "element punishes\n", "element forbids\n  asks a\n  types none\nelement punishes\n", `data/standards/evidence.elements:4:9: second element forbids
    4 | element forbids
      |         ^^^^^^^
  hint: join the two`},
}

func TestFaultsOfTheEvidence(t *testing.T) {
	for _, test := range evidenceFaults {
		t.Run(test.fact, func(t *testing.T) {
			check(t, world(map[string]string{"2000-10-28.standard": law, "evidence.elements": strings.Replace(evidence, test.old, test.new, 1)}), test.want)
		})
	}
}

func TestFaultsBetweenStandards(t *testing.T) {
	first := strings.Replace(law, "2001- checked 2005", "2001-2003", 1)
	later := func(reports string) string {
		s := strings.Replace(law, "standard  2000-10-28", "standard  2003-12-19", 1)
		return strings.Replace(s, "2001- checked 2005", reports, 1)
	}
	for _, test := range []struct{ fact, first, later, want string }{
		{"a report between two standards", first, later("2005- checked 2007"), `data/standards/2003-12-19.standard:4:1: no standard governs the report of 2004
    4 | reports   2005- checked 2007
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: see reports in 2000-10-28.standard`},
		{"a report under two standards", first, later("2003- checked 2007"), `data/standards/2003-12-19.standard:4:1: two standards govern the report of 2003
    4 | reports   2003- checked 2007
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: see reports in 2000-10-28.standard`},
		{"a standard after one that is in force", law, later("2006- checked 2007"), `data/standards/2003-12-19.standard:4:1: a later standard, and the one before is still in force
    4 | reports   2006- checked 2007
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: see reports in 2000-10-28.standard`},
	} {
		t.Run(test.fact, func(t *testing.T) {
			check(t, world(map[string]string{"2000-10-28.standard": test.first, "2003-12-19.standard": test.later}), test.want)
		})
	}
}

func TestSums(t *testing.T) {
	sum := func(s string) string {
		hash := sha256.Sum256([]byte(s))
		return hex.EncodeToString(hash[:])
	}
	for _, test := range []struct{ fact, sums, want string }{
		{"an edited standard is refused", sum("another text") + "  2000-10-28.standard\n", `data/standards/standards.sum:1:1: 2000-10-28.standard was edited
    1 | ` + sum("another text") + `  2000-10-28.standard
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: a law that was in force does not change: restore the file, or write a new version under its own date`},
		{"a standard without a sum is refused", "# none\n", `data/standards/2000-10-28.standard:1:1: no sum in data/standards/standards.sum
    1 | standard  2000-10-28
      | ^^^^^^^^
  hint: of a new standard add the line: ` + sum(law) + `  2000-10-28.standard`},
		{"a standard that is gone is missed", sum(law) + "  2000-10-28.standard\n" + sum("") + "  1999-01-01.standard\n", `data/standards/standards.sum:2:1: no file 1999-01-01.standard
    2 | ` + sum("") + `  1999-01-01.standard
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: restore it: a law that was in force stays in the book`},
	} {
		t.Run(test.fact, func(t *testing.T) {
			check(t, world(map[string]string{"2000-10-28.standard": law, "standards.sum": test.sums}), test.want)
		})
	}
}

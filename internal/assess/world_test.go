package assess

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"plumbline"
	"plumbline/internal/standard"
)

// here is the country that the made-up narratives are about.
const here = plumbline.CountryCode("ROW")

// bundled is the law and the points of data/standards.
func bundled(t testing.TB) (*standard.Book, *Points) {
	t.Helper()
	book, err := standard.Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	points, err := LoadPoints(os.DirFS("../../data"), func(e plumbline.ElementName) bool { return book.Evidence(e) != nil })
	if err != nil {
		t.Fatal(err)
	}
	return book, points
}

const head = `
act       An act that was made up
source    made up [M]
scope     everybody
due       1 June
switch    partial-efforts count | leave-out
  gloss   whether a part done is an effort
  because it is
switch    unknown-limbs passed-over | undecided
  gloss   whether unknown limbs are feared
  because silence is none
`

const body = `
criterion 108(a)(1) as a1 standard
  title   Forbids it
  gloss   The law forbids it.
  cite    22 USC 7106(a)(1)
  source  made up [M]
  since   2000-01-01
  element forbids
    gloss the law forbids it
  when    forbids
criterion 108(b)(1) as b1 indicium
  title   Pursues those who do it
  gloss   They are prosecuted and convicted.
  cite    22 USC 7106(b)(1)
  source  made up [M]
  since   2000-01-01
  element prosecutes
    gloss they are prosecuted
  element convicts
    gloss they are convicted
  when    prosecutes && convicts
criterion 108(b)(2) as b2 indicium
  title   Protects victims
  gloss   Victims are cared for.
  cite    22 USC 7106(b)(2)
  source  made up [M]
  since   2000-01-01
  element cares
    gloss victims are cared for
  when    cares
criterion 108(b)(7) as b7 indicium
  title   Holds its officials to account
  gloss   Officials are held to account.
  cite    22 USC 7106(b)(7)
  source  made up [M]
  since   2000-01-01
  element holds_officials_accountable
    gloss officials are held to account
  when    holds_officials_accountable
`

const younger = `
criterion 108(b)(9) as b9 indicium
  title   Works with partners
  gloss   It works with others.
  cite    22 USC 7106(b)(9)
  source  made up [M]
  since   2010-01-01
  element partners
    gloss it works with others
  when    partners
criterion 110(b)(3)(B) as proof proof
  title   A policy or pattern
  gloss   The state does it itself.
  cite    22 USC 7107(b)(3)(B)
  source  made up [M]
  since   2010-01-01
  element policy
    gloss the state does it itself
  when    policy
`

const lists = `
criterion 110(b)(1)(A) as complies complies
  title   Fully complies
  gloss   The first list.
  cite    22 USC 7107(b)(1)(A)
  source  made up [M]
  since   2000-01-01
  when    a1 && b1 && b2
criterion 110(b)(1)(B) as efforts efforts
  title   Makes efforts
  gloss   The second list.
  cite    22 USC 7107(b)(1)(B)
  source  made up [M]
  since   2000-01-01
  when    atLeast(2, [a1, b1, b2])
criterion 110(b)(2) as limb limb
  title   Fewer victims cared for
  gloss   Care fell.
  cite    22 USC 7107(b)(2)
  source  made up [M]
  since   2000-01-01
  element falls
    gloss care fell
  when    falls
`

const elements = `
element forbids
  asks  whether the law forbids it
  types law
element prosecutes
  asks  whether they were prosecuted
  types prosecution
element convicts
  asks  whether they were convicted
  types conviction
element cares
  asks  whether victims were cared for
  types assistance
element holds_officials_accountable
  asks  whether officials were held to account
  types accountability
element partners
  asks  whether it works with others
  types cooperation
element policy
  asks  whether the state does it itself
  types state-policy
  for     valence == "-"
  partly  valence == "~"
  against valence == "+"
element falls
  asks  whether care fell
  types assistance
  for     previous > count
  partly  false
  against count > previous && previous >= 0
`

const (
	oldLaw = "standard  2000-01-01\nreports   2001-2009\n" + head + body + lists
	newLaw = "standard  2010-01-01\nreports   2010- checked 2020\npresumption what was withheld after a request was not done\n" + head +
		"period 2012 2011-04-01 2012-03-31\n  source made up [M]\n" +
		body + younger + lists
)

// small is a book of two made-up versions of the law: the second brings
// partners, a proof of failure and the data presumption.
func small(t testing.TB) *standard.Book {
	t.Helper()
	files := map[string]string{"2000-01-01.standard": oldLaw, "2010-01-01.standard": newLaw}
	fsys := fstest.MapFS{"standards/evidence.elements": {Data: []byte(elements)}}
	sums := ""
	for name, text := range files {
		fsys["standards/"+name] = &fstest.MapFile{Data: []byte(text)}
		sum := sha256.Sum256([]byte(text))
		sums += hex.EncodeToString(sum[:]) + "  " + name + "\n"
	}
	fsys["standards/standards.sum"] = &fstest.MapFile{Data: []byte(sums)}
	book, err := standard.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// even are points for the made-up law: every element weighs the same.
func even() *Points {
	p := &Points{About: "made up", Cuts: [3]float64{-1, 0.5, 2}, Elements: map[plumbline.ElementName]Weights{}}
	for _, name := range []plumbline.ElementName{"forbids", "prosecutes", "convicts", "cares", "holds_officials_accountable", "partners"} {
		p.Elements[name] = Weights{Yes: 1, Partly: 0.25, No: -1, More: 0.1, Less: 0.1}
	}
	return p
}

// act is a plain claim that the government did or did not do something.
func act(typ plumbline.ClaimType, v plumbline.Valence, quote string) plumbline.Claim {
	c := plumbline.Claim{Country: here, Year: 2012, Section: plumbline.Prosecution, Type: typ, Valence: v, Certainty: plumbline.Certain,
		Reporting: plumbline.Stated, Aspect: plumbline.Done, Source: plumbline.Author}
	c.Participants.Actor = []string{string(here)}
	c.Citation.Quote = quote
	return c
}

// inText numbers claims as a text would have them, one behind the other.
func inText(claims ...plumbline.Claim) []plumbline.Claim {
	for i := range claims {
		claims[i].ID = plumbline.ClaimID(fmt.Sprintf("c%d", i+1))
		claims[i].Citation.Span.Start, claims[i].Citation.Span.End = i*100, i*100+50
	}
	return claims
}

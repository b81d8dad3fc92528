package standard

import (
	"sync"
	"testing"

	"plumbline"
)

const sides = `element forbids
  asks    whether the law forbids it
  types   law
  where   !foreign && kind != "used-against-victims"
  for     valence == "+" && ("sex" in covers || covers.size() == 0)
  partly  force_proof == "yes" || years_max >= 0 && years_max < 4
element punishes
  asks    whether it is punished
  types   conviction, sentencing
  for     valence == "+" && wording.says(["prison", "years of jail"])
`

func TestSide(t *testing.T) {
	b, err := Load(world(map[string]string{"2000-10-28.standard": law, "evidence.elements": sides}))
	if err != nil {
		t.Fatal(err)
	}
	covers := func(t plumbline.Terms) plumbline.Claim {
		return plumbline.Claim{Type: plumbline.Law, Valence: plumbline.Good, Terms: &t}
	}
	quoted := func(s string) plumbline.Claim {
		return plumbline.Claim{Type: plumbline.Sentencing, Valence: plumbline.Good, Citation: plumbline.Citation{Quote: s}}
	}
	for _, test := range []struct {
		fact    string
		element plumbline.ElementName
		claim   plumbline.Claim
		want    Side
	}{
		{"a law for it", "forbids", covers(plumbline.Terms{Covers: []string{"labor", "sex"}}), For},
		{"a law on something else", "forbids", covers(plumbline.Terms{Covers: []string{"labor"}}), Neither},
		{"no terms at all", "forbids", plumbline.Claim{Type: plumbline.Law, Valence: plumbline.Good}, For},
		{"no law against it", "forbids", plumbline.Claim{Type: plumbline.Law, Valence: plumbline.Bad}, Against},
		{"a part goes before the whole", "forbids", covers(plumbline.Terms{ForceProof: plumbline.Yes}), Partly},
		{"short terms are a part", "forbids", covers(plumbline.Terms{YearsMax: plumbline.Known(3)}), Partly},
		{"terms that are not known are not short", "forbids", covers(plumbline.Terms{}), For},
		{"what where leaves out", "forbids", covers(plumbline.Terms{Kind: "used-against-victims"}), Neither},
		{"another government's act", "forbids", plumbline.Claim{Type: plumbline.Law, Country: "CHN", Valence: plumbline.Good, Participants: plumbline.Participants{Actor: []string{"PRK"}}}, Neither},
		{"both governments' act", "forbids", plumbline.Claim{Type: plumbline.Law, Country: "CHN", Valence: plumbline.Good, Participants: plumbline.Participants{Actor: []string{"PRK", "CHN"}}}, For},
		{"another type", "forbids", plumbline.Claim{Type: plumbline.Conviction, Valence: plumbline.Good}, Neither},
		{"a word that begins so", "punishes", quoted("Sent to PRISONS"), For},
		{"a word that only ends so", "punishes", quoted("was imprisoned"), Neither},
		{"two words", "punishes", quoted("nine Years of Jail"), For},
		{"an element that there is not", "nothing", plumbline.Claim{}, Neither},
	} {
		t.Run(test.fact, func(t *testing.T) {
			e := b.Evidence(test.element)
			if e == nil {
				if test.element != "nothing" {
					t.Fatalf("no element %s", test.element)
				}
				return
			}
			if got := e.Side(&test.claim); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
	if got := b.Answering(plumbline.Sentencing); len(got) != 1 || got[0].Name != "punishes" {
		t.Errorf("sentencing answers %v", got)
	}
}

// TestEveryVariableIsThere asks for every variable that a formula may name.
func TestEveryVariableIsThere(t *testing.T) {
	a := claimActivation{claim: &plumbline.Claim{}, known: knownWords()}
	for _, list := range [][]string{stringVariables, listVariables, numberVariables, {"foreign"}} {
		for _, name := range list {
			if v, ok := a.ResolveName(name); !ok || v == nil {
				t.Errorf("no variable %s", name)
			}
		}
	}
	if _, ok := a.ResolveName("nothing"); ok {
		t.Error("a variable that there is not")
	}
}

func TestSideAllocatesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector empties the pool that this counts on")
	}
	e := bundled(t).Evidence("prohibits_sex")
	c := &plumbline.Claim{Type: plumbline.Law, Valence: plumbline.Mixed, Terms: &plumbline.Terms{Covers: []string{"labor"}}}
	if n := testing.AllocsPerRun(100, func() { e.Side(c) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestSideForManyAtOnce is for the race detector.
func TestSideForManyAtOnce(t *testing.T) {
	e := bundled(t).Evidence("prohibits_sex")
	var wait sync.WaitGroup
	for _, test := range []struct {
		valence plumbline.Valence
		want    Side
	}{{plumbline.Good, For}, {plumbline.Bad, Against}, {plumbline.Mixed, Partly}} {
		wait.Go(func() {
			c := plumbline.Claim{Type: plumbline.Law, Valence: test.valence, Terms: &plumbline.Terms{Covers: []string{"sex"}, Kind: "anti-trafficking"}}
			for range 50 {
				if got := e.Side(&c); got != test.want {
					t.Errorf("%s: got %d", test.valence, got)
				}
			}
		})
	}
	wait.Wait()
}

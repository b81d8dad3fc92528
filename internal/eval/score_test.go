package eval

import (
	"fmt"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// objects is a list of JSON objects.
type objects []object

// show prints a figure as hit/gold for a share and hit/gold/pred for an F1.
func show(r Report, name string) string {
	f := r.Figures.Find(name)
	switch {
	case f == nil:
		return "none"
	case f.Share:
		return fmt.Sprintf("%d/%d", f.Hit, f.Gold)
	}
	return fmt.Sprintf("%d/%d/%d", f.Hit, f.Gold, f.Pred)
}

// scored is a case: an entry, what was read of it, and the figures.
type scored struct {
	fact    string
	file    string // g.jsonl where empty
	gold    object
	reading *plumbline.Reading
	want    map[string]string
}

func run(t *testing.T, cases []scored) {
	for _, c := range cases {
		t.Run(c.fact, func(t *testing.T) {
			if c.file == "" {
				c.file = "g.jsonl"
			}
			entries := load(t, c.file, c.gold)
			r := Score(entries, map[string]*plumbline.Reading{entries[0].Name: c.reading})
			for name, want := range c.want {
				if got := show(r, name); got != want {
					t.Errorf("%s: got %s, want %s; mistakes %+v", name, got, want, r.Mistakes)
				}
			}
			if r.BrokenCitations != 0 {
				t.Errorf("%d broken citations", r.BrokenCitations)
			}
		})
	}
}

func TestFacts(t *testing.T) {
	facts := full().with(object{"tier": "2WL", "fully_meets": false, "significant_efforts": true, "move": nil,
		"consecutive": 2, "waiver": false, "internal": true})
	internalRole := claim(t, fullText, plumbline.Role, "Boys dig", func(c *plumbline.Claim) { c.Participants.Roles = []string{"internal"} })
	run(t, []scored{
		{"all right", "", facts, reading(plumbline.Placement{Tier: "2WL", FullyMeets: plumbline.No, SignificantEfforts: plumbline.Yes,
			Move: plumbline.Remained, Consecutive: 2}, internalRole),
			map[string]string{"facts": "6/6", "tier": "1/1", "internal": "1/1", "roles": "none"}},
		{"what is not said is not no", "", facts, reading(plumbline.Placement{Tier: "2"}),
			map[string]string{"facts": "1/6", "tier": "0/1", "internal": "0/1"}},
		{"without a narrative no waiver is right", "", facts, nil, map[string]string{"facts": "1/6", "tier": "0/1"}},
		{"where annotators differ nothing is compared", "", facts.with(object{"waiver": object{"a": true}, "internal": nil}), nil,
			map[string]string{"facts": "0/4", "internal": "none"}},
	})
}

func TestRolesAndForms(t *testing.T) {
	role := func(words string, subject []string, roles ...string) plumbline.Claim {
		return claim(t, fullText, plumbline.Role, words, func(c *plumbline.Claim) {
			c.Participants.Subject, c.Participants.Roles = subject, roles
		})
	}
	form := func(words string, forms ...string) plumbline.Claim {
		return claim(t, fullText, plumbline.Exploitation, words, func(c *plumbline.Claim) { c.Participants.Forms = forms })
	}
	gold := full().with(object{"roles": []string{"source", "transit", "internal"}, "roles_optional": []string{"destination"},
		"forms": []string{"forced-labor"}, "forms_optional": []string{"forced-begging"}})
	run(t, []scored{
		{"optional roles and forms count neither way", "", gold, reading(plumbline.Placement{},
			role("Aaa sends", []string{"AAA"}, "source", "destination", "internal"), form("Boys dig", "forced-labor", "forced-begging", "sex-trafficking")),
			map[string]string{"roles": "1/2/1", "forms": "1/1/2"}},
		{"another country's role is not the country's", "", gold, reading(plumbline.Placement{}, role("Aaa sends", []string{"BBB"}, "source")),
			map[string]string{"roles": "0/2/0"}},
		{"a role without a subject is the country's", "", gold, reading(plumbline.Placement{}, role("Aaa sends", nil, "source")),
			map[string]string{"roles": "1/2/1"}},
		{"of a full narrative only the profile counts", "", gold, reading(plumbline.Placement{}, role("Courts", nil, "source"), form("Courts", "forced-labor")),
			map[string]string{"roles": "0/2/0", "forms": "0/1/0"}},
		{"without forms in gold none are compared", "", full().with(object{"forms": nil}), reading(plumbline.Placement{}, form("Boys dig", "forced-labor")),
			map[string]string{"forms": "none"}},
		{"a wrong role where gold has none is a figure of 0", "", full(), reading(plumbline.Placement{}, role("Aaa sends", nil, "source")),
			map[string]string{"roles": "0/0/1"}},
	})
}

func TestFlows(t *testing.T) {
	flow := func(from, to []string, change func(*plumbline.Claim)) plumbline.Claim {
		return claim(t, fullText, plumbline.Flow, "Aaa sends women to Bbb", func(c *plumbline.Claim) {
			c.Participants.Origin, c.Participants.Destination, c.Movement = from, to, plumbline.Trafficked
			if change != nil {
				change(c)
			}
		})
	}
	aaa, both := []string{"AAA"}, []string{"AAA", "BBB", "Asia"}
	possible := func(c *plumbline.Claim) { c.Certainty = plumbline.Possible }
	gold := full().with(object{"flows": objects{{"from": "AAA", "to": "BBB", "hedged": true}, {"from": "AAA", "to": "CCC", "hedged": nil}},
		"flows_optional": objects{{"from": "AAA", "to": "DDD", "hedged": false}}})
	one := single().with(object{"flows": []string{"AAA>BBB"}, "claims": objects{
		note(t, "flow", "Aaa sends", object{"flows": []string{"AAA>BBB"}, "certainty": "possible", "movement": "labor-migration"})}})
	run(t, []scored{
		{"lists expand to pairs; regions, the country itself and optional pairs drop out", "", gold,
			reading(plumbline.Placement{}, flow(aaa, append(both, "DDD"), possible), flow([]string{"BBB"}, aaa, nil)),
			map[string]string{"flows": "1/2/2", "hedged": "1/1", "movement": "none"}},
		{"one certain claim makes a pair certain", "", gold, reading(plumbline.Placement{}, flow(aaa, both, possible), flow(aaa, both, nil)),
			map[string]string{"flows": "1/2/1", "hedged": "0/1"}},
		{"no evidence, a return and smuggling are no flows", "", gold, reading(plumbline.Placement{},
			flow(aaa, both, func(c *plumbline.Claim) { c.Reporting = plumbline.NoEvidence }),
			flow(aaa, both, func(c *plumbline.Claim) { c.Movement = plumbline.Return }),
			flow(aaa, both, func(c *plumbline.Claim) { c.Movement = plumbline.Smuggling })),
			map[string]string{"flows": "0/2/0", "hedged": "none"}},
		{"labour migration is not read as trafficking", "g.json", one, reading(plumbline.Placement{},
			flow(aaa, both, func(c *plumbline.Claim) { c.Movement, c.Certainty = plumbline.LaborMigration, plumbline.Possible })),
			map[string]string{"flows": "1/1/1", "hedged": "1/1", "movement": "1/1"}},
		{"labour migration read as trafficking is wrong", "g.json", one, reading(plumbline.Placement{}, flow(aaa, both, nil)),
			map[string]string{"flows": "1/1/1", "hedged": "0/1", "movement": "0/1"}},
	})
}

func TestClaimsFound(t *testing.T) {
	const words = "Courts tried no one"
	gold := full().with(object{"claims": objects{note(t, "prosecution", words, object{"polarity": "-"})}, "trends": objects{}})
	read := func(kind plumbline.ClaimType, words string, v plumbline.Valence) plumbline.Claim {
		return claim(t, fullText, kind, words, func(c *plumbline.Claim) { c.Valence = v })
	}
	optional := gold.with(object{"claims_optional": objects{note(t, "plan", "two homes", object{"polarity": "+"})}})
	efforts := gold.with(object{"claims": objects{note(t, "efforts", words, object{"polarity": "-"})}})
	run(t, []scored{
		{"same words, same valence", "", gold, reading(plumbline.Placement{}, read("prosecution", words, "-")),
			map[string]string{"claims": "1/1/1", "claims+valence": "1/1/1", "valence": "1/1"}},
		{"the other valence", "", gold, reading(plumbline.Placement{}, read("prosecution", words, "+")),
			map[string]string{"claims": "1/1/1", "claims+valence": "0/1/1", "valence": "0/1"}},
		{"half of the shorter is enough", "", gold, reading(plumbline.Placement{}, read("prosecution", "one. It", "-")),
			map[string]string{"claims": "0/1/1"}},
		{"a little more than half", "", gold, reading(plumbline.Placement{}, read("prosecution", "one. I", "-")),
			map[string]string{"claims": "1/1/1"}},
		{"240 bytes are free", "", gold, reading(plumbline.Placement{}, read("prosecution", fullText[20:260], "-")),
			map[string]string{"claims": "1/1/1"}},
		{"241 bytes are too many for a short one", "", gold, reading(plumbline.Placement{}, read("prosecution", fullText[20:261], "-")),
			map[string]string{"claims": "0/1/1"}},
		{"one to one", "", gold, reading(plumbline.Placement{}, read("prosecution", "Courts tried", "+"), read("prosecution", words, "-")),
			map[string]string{"claims": "1/1/2", "valence": "1/1"}},
		{"another type is another claim", "", gold, reading(plumbline.Placement{}, read("conviction", words, "-")),
			map[string]string{"claims": "0/1/1"}},
		{"a type split off counts for the older one", "", efforts, reading(plumbline.Placement{}, read("acknowledgement", words, "-")),
			map[string]string{"claims": "1/1/1"}},
		{"the older type does not count for the one split off", "", gold.with(object{"claims": objects{note(t, "acknowledgement", words, object{"polarity": "-"})}}),
			reading(plumbline.Placement{}, read("efforts", words, "-")), map[string]string{"claims": "0/1/1"}},
		{"an optional claim counts neither way", "", optional, reading(plumbline.Placement{}, read("plan", "two homes", "-")),
			map[string]string{"claims": "0/1/0"}},
		{"an optional claim missed is no mistake", "", optional, reading(plumbline.Placement{}, read("prosecution", words, "-")),
			map[string]string{"claims": "1/1/1"}},
		{"what is not conduct is not counted", "", gold, reading(plumbline.Placement{}, read("vulnerability", words, "")),
			map[string]string{"claims": "0/1/0"}},
		{"a valence that gold does not know is right either way", "", gold.with(object{"claims": objects{note(t, "placement", words, nil)}}),
			reading(plumbline.Placement{}, read("placement", words, "~")), map[string]string{"claims+valence": "1/1/1", "valence": "none"}},
		{"where the author does not know a valence is wrong", "", gold.with(object{"claims": objects{note(t, "law", words, object{"reporting": "no-evidence"})}}),
			reading(plumbline.Placement{}, read("law", words, "-")), map[string]string{"claims+valence": "0/1/1", "valence": "0/1"}},
	})
}

func TestEveryTypeSplitOff(t *testing.T) {
	for finer, olders := range map[plumbline.ClaimType][]plumbline.ClaimType{
		"acknowledgement":  {"efforts"},
		"civil-society":    {"cooperation", "data"},
		"exit-restriction": {"state-policy", "labor-oversight", "penalization", "law"},
		"forced-return":    {"repatriation", "penalization"},
	} {
		for _, kind := range olders {
			entries := load(t, "g.jsonl", full().with(object{"claims": objects{note(t, string(kind), "Courts", object{"polarity": "-"})}}))
			read := reading(plumbline.Placement{}, claim(t, fullText, finer, "Courts", nil))
			r := Score(entries, map[string]*plumbline.Reading{"AAA-2018.txt": read})
			if got := show(r, "claims"); got != "1/1/1" {
				t.Errorf("%s for %s: got %s", finer, kind, got)
			}
			if len(r.Types) != 1 || r.Types[0].Name != string(kind) {
				t.Errorf("%s for %s: counted as %v", finer, kind, r.Types)
			}
		}
	}
}

func TestThriceAsLongIsAllowed(t *testing.T) {
	entries := load(t, "g.jsonl", full().with(object{"claims": objects{
		{"type": "law", "polarity": "-", "start": 20, "end": 110}}}))
	for end, want := range map[int]string{20 + 270: "1/1/1", 20 + 271: "0/1/1"} {
		read := reading(plumbline.Placement{}, claim(t, fullText, "law", fullText[20:end], nil))
		if got := show(Score(entries, map[string]*plumbline.Reading{"AAA-2018.txt": read}), "claims"); got != want {
			t.Errorf("%d bytes for 90: got %s, want %s", end-20, got, want)
		}
	}
}

func TestOfSeveralNarrativesTheLastIsPlaced(t *testing.T) {
	entries := load(t, "g.jsonl", full().with(object{"tier": "2"}))
	read := &plumbline.Reading{Narratives: []plumbline.Narrative{{Placement: plumbline.Placement{Tier: "3"}}, {Placement: plumbline.Placement{Tier: "2"}}}}
	if got := show(Score(entries, map[string]*plumbline.Reading{"AAA-2018.txt": read}), "tier"); got != "1/1" {
		t.Errorf("got %s, want 1/1", got)
	}
}

func TestTrendsAsConduct(t *testing.T) {
	const words = "Effort to punish the crime grew"
	trend := func(body string) plumbline.Claim {
		return claim(t, body, plumbline.Trend, words, func(c *plumbline.Claim) {
			c.Participants.Topics, c.Direction, c.Valence = []string{"prosecution", "protection"}, plumbline.Increased, plumbline.Good
		})
	}
	run(t, []scored{
		{"in a short entry it counts for the P that gold has there", "",
			short().with(object{"claims": objects{shortNote(t, "prosecution", "rating", words, object{"polarity": "+"})}}),
			reading(plumbline.Placement{}, trend(shortText)), map[string]string{"claims": "1/1/1", "valence": "1/1", "trends": "none"}},
		{"for an optional one it counts neither way", "",
			short().with(object{"claims_optional": objects{shortNote(t, "assistance", "rating", words, nil)}}),
			reading(plumbline.Placement{}, trend(shortText)), map[string]string{"claims": "none"}},
		{"in a full narrative it is a trend", "",
			full().with(object{"trends": objects{{"p": "prosecution", "direction": "increased"}, {"p": "prevention", "direction": "none"}},
				"trends_optional": objects{{"p": "protection", "direction": "increased"}},
				"claims":          objects{note(t, "prosecution", words, object{"polarity": "+"})}}),
			reading(plumbline.Placement{}, trend(fullText)), map[string]string{"claims": "0/1/0", "trends": "1/2/1"}},
	})
}

func TestSilenceAndFigures(t *testing.T) {
	const silence, zero, four = "Nobody spoke of any trials", "Courts tried no one", "sentenced four dealers in people, against seven a year before"
	read := func(words string, kind plumbline.ClaimType, change func(*plumbline.Claim)) *plumbline.Reading {
		return reading(plumbline.Placement{}, claim(t, fullText, kind, words, change))
	}
	count := func(n int64) func(*plumbline.Claim) {
		return func(c *plumbline.Claim) { c.Quantity.Count = plumbline.Known(n) }
	}
	none := full().with(object{"claims": objects{note(t, "prosecution", silence, object{"polarity": "-", "reporting": "none-reported"})}})
	stated := full().with(object{"claims": objects{note(t, "prosecution", zero, object{"polarity": "-", "count": 0, "reporting": "stated"})}})
	fewer := full().with(object{"claims": objects{note(t, "conviction", four, object{"polarity": "+", "count": 4, "previous": 7})}})
	run(t, []scored{
		{"a silence kept as one", "", none, read(silence, "prosecution", func(c *plumbline.Claim) { c.Reporting = plumbline.NoneReported }),
			map[string]string{"reporting": "1/1", "counts": "none"}},
		{"a silence with a zero is wrong", "", none, read(silence, "prosecution", func(c *plumbline.Claim) {
			c.Reporting, c.Quantity.Count = plumbline.NoneReported, plumbline.Known(0)
		}), map[string]string{"reporting": "0/1", "counts": "0/0/1"}},
		{"a silence read as stated is wrong", "", none, read(silence, "prosecution", nil), map[string]string{"reporting": "0/1"}},
		{"a zero read as one", "", stated, read(zero, "prosecution", count(0)), map[string]string{"reporting": "1/1", "counts": "1/1/1"}},
		{"an unknown figure is not zero", "", stated, read(zero, "prosecution", nil), map[string]string{"reporting": "1/1", "counts": "0/1/0"}},
		{"a zero read as a silence", "", stated, read(zero, "prosecution", func(c *plumbline.Claim) { c.Reporting = plumbline.NoneReported }),
			map[string]string{"reporting": "0/1", "counts": "0/1/0"}},
		{"no reporting stands for stated", "", stated, read(zero, "prosecution", func(c *plumbline.Claim) { c.Reporting = "" }),
			map[string]string{"reporting": "1/1"}},
		{"the earlier period's figure", "", fewer, read(four, "conviction", func(c *plumbline.Claim) {
			c.Quantity.Count, c.Quantity.Previous = plumbline.Known(4), plumbline.Known(7)
		}), map[string]string{"counts": "1/1/1", "previous": "1/1"}},
		{"the figures taken for each other", "", fewer, read(four, "conviction", func(c *plumbline.Claim) {
			c.Quantity.Count, c.Quantity.Previous = plumbline.Known(7), plumbline.Known(4)
		}), map[string]string{"counts": "0/1/1", "previous": "0/1"}},
	})
}

func TestStandingEstimatesItems(t *testing.T) {
	const homes, men = "two homes were opened", "Some 300 to 500 men went"
	hedge := full().with(object{"claims": objects{note(t, "assistance", homes, object{"certainty": "probable", "source": "unspecified-reports"})}})
	plain := full().with(object{"claims": objects{note(t, "assistance", homes, object{"certainty": "certain", "source": "author"})}})
	unsaid := full().with(object{"claims": objects{note(t, "assistance", homes, nil)}})
	estimate := single().with(object{"claims": objects{note(t, "estimate", men, object{"count_min": 300, "count_max": 500})}})
	items := full().with(object{"recommendations": objects{{"start": place(t, fullText, "Open more homes").Start, "end": place(t, fullText, "Open more homes").End,
		"topics": []string{"assistance", "plan"}}, {"start": place(t, fullText, "teach").Start, "end": place(t, fullText, "police").End, "topics": []string{"training"}}}})
	read := func(kind plumbline.ClaimType, words string, change func(*plumbline.Claim)) *plumbline.Reading {
		return reading(plumbline.Placement{}, claim(t, fullText, kind, words, change))
	}
	said := func(c *plumbline.Claim) { c.Certainty, c.Source = plumbline.Probable, plumbline.NGO }
	run(t, []scored{
		{"hedge and source", "", hedge, read("assistance", homes, said), map[string]string{"certainty": "1/1/1", "source": "0/1/1"}},
		{"a hedge lost", "", hedge, read("assistance", homes, nil), map[string]string{"certainty": "0/1/0", "source": "0/1/0"}},
		{"a hedge made up", "", plain, read("assistance", homes, said), map[string]string{"certainty": "0/0/1", "source": "0/0/1"}},
		{"what goes without saying is not counted", "", plain, read("assistance", homes, nil), map[string]string{"certainty": "none", "source": "none"}},
		{"what gold leaves open is not compared", "", unsaid, read("assistance", homes, said), map[string]string{"certainty": "none", "source": "none"}},
		{"least and most", "g.json", estimate, read("estimate", men, func(c *plumbline.Claim) {
			c.Quantity.Min, c.Quantity.Max = plumbline.Known(300), plumbline.Known(500)
		}), map[string]string{"estimates": "1/1/1"}},
		{"the least alone", "g.json", estimate, read("estimate", men, func(c *plumbline.Claim) { c.Quantity.Min = plumbline.Known(300) }),
			map[string]string{"estimates": "0/1/1"}},
		{"an estimate without a number is not counted", "g.json", estimate, read("estimate", men, nil), map[string]string{"estimates": "0/1/0"}},
		{"items and their topics", "", items, read("recommendation", "Open more homes", func(c *plumbline.Claim) {
			c.Participants.Topics = []string{"assistance", "law"}
		}), map[string]string{"recommendations": "1/2/1", "topics": "1/2/2"}},
	})
}

func TestBrokenCitations(t *testing.T) {
	entries := load(t, "g.jsonl", full())
	whole := claim(t, fullText, "law", "Courts", nil)
	other, outside, backward := whole, whole, whole
	other.Citation.Quote = "courts"
	outside.Citation.Span = text.Span{Start: len(fullText) - 1, End: len(fullText) + 5}
	backward.Citation.Span = text.Span{Start: 9, End: 5}
	r := Score(entries, map[string]*plumbline.Reading{"AAA-2018.txt": reading(plumbline.Placement{}, whole, other, outside, backward)})
	if r.BrokenCitations != 3 || r.Citations != 4 {
		t.Errorf("got %d broken of %d, want 3 of 4", r.BrokenCitations, r.Citations)
	}
}

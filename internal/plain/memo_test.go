package plain_test

import (
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/plain"
	"plumbline/internal/text"
)

func cite(doc, quote string) plumbline.Citation {
	at := strings.Index(doc, quote)
	return plumbline.Citation{Span: text.Span{Start: at, End: at + len(quote)}, Quote: quote}
}

func TestRemarks(t *testing.T) {
	const page = "PROTECTION\nThe police identified 12 victims.\n"
	const old = "The police identified nine victims.\n"
	var b strings.Builder
	err := plain.Remarks(&b, plain.Checked{
		Document: &plumbline.Document{File: "malta.txt", Text: page}, Narrative: &plumbline.Narrative{ID: "now"},
		Before: &plumbline.Document{File: "before.txt", Text: old}, Year: 2017, Country: "Malta",
		Repeated: plumbline.Repeated{Sentences: 9, Same: 2, Nearly: 1, Recommendations: 4, Again: 3},
		Remarks: []plumbline.Remark{{
			Kind: plumbline.FiguresDiffer, Certainty: plumbline.Probable, Message: "12 here, nine there", Hint: "look at both",
			Places: []plumbline.Place{
				{Narrative: "now", Section: plumbline.Protection, Citation: cite(page, "12 victims")},
				{Narrative: "then", Section: plumbline.Protection, Citation: cite(old, "nine victims")},
			},
		}},
	}, plain.Style{})
	const want = `malta.txt:2:23: Malta: figures, probable: 12 here, nine there
    2 | The police identified 12 victims.
      |                       ^^^^^^^^^^
  before.txt:1:23 (protection)
    “nine victims”
  hint: look at both

Malta: of 9 sentences 2 stand in the narrative of 2017 word for word and 1 but
for a few words; of 4 recommendations 3 stand there.

`
	if got := b.String(); err != nil || got != want {
		t.Errorf("%v\ngot\n%s\nwant\n%s", err, got, want)
	}
}

func TestMemo(t *testing.T) {
	quote := plumbline.Citation{Span: text.Span{Start: 10, End: 24}, Quote: "convicted five"}
	claim := plumbline.Claim{ID: "c1", Type: plumbline.Conviction, Valence: plumbline.Good, Reporting: plumbline.Stated, Certainty: plumbline.Certain, Citation: quote}
	m := &plumbline.Memo{
		Country: "MLT", Year: 2018, Standard: "2013-03-07", Before: "then", Move: plumbline.Upgraded, Explained: plumbline.No,
		From:      plumbline.PastPlacement{Year: 2017, Tier: plumbline.Tier2WL, Source: "a list"},
		Placement: plumbline.Placement{Tier: plumbline.Tier2, Move: plumbline.Upgraded},
		Partly: []plumbline.Action{{Claim: "c1", Kind: plumbline.ConvictionsWon, Type: plumbline.Conviction, Section: plumbline.Prosecution, New: plumbline.No,
			Criteria: []plumbline.CriterionID{"108(b)(1)"}, Quantity: plumbline.Quantity{Count: plumbline.Known(5), Previous: plumbline.Known(8), Unit: "convictions"}, Citation: quote}},
		Turns: []plumbline.Turn{{Criterion: "108(b)(2)", Element: "cares", Gloss: "victims are cared for", Kind: plumbline.Gone, From: plumbline.VerdictYes, To: plumbline.VerdictUnknown}},
		Notes: []string{"no concrete action speaks for it"}, Missing: []string{"whether victims are cared for"},
	}
	var b strings.Builder
	err := plain.Memo(&b, plain.MemoData{Memo: m, Claims: []plumbline.Claim{claim}, Country: "Malta", Origin: "malta.txt", Before: "before.txt"}, plain.Style{})
	const want = `Malta 2018: concrete actions and the move between lists
════════════════════════════════════════════════════════════════════════════════
Before                Tier 2 Watch List in 2017, from a list
Now                   Tier 2; upgraded
Move                  upgraded
Law                   in force from 2013-03-07
Read from             malta.txt
Year before           before.txt
Note                  no concrete action speaks for it

WHAT SPEAKS FOR THE MOVE ───────────────────────────────────────────────────────

  The text gives no concrete action that speaks for the move.

IN PART, PERHAPS, OR LESS THAN THE YEAR BEFORE ─────────────────────────────────

Convictions
  + did             “convicted five”
                    convictions: 5 (before: 8)
                    the year before tells the like
                    bears on 108(b)(1)
                    prosecution, bytes 10-24, claim c1

AGAINST THE YEAR BEFORE ────────────────────────────────────────────────────────

Told the year before, not now, which does not say that it ended
  108(b)(2)         victims are cared for
                    yes → unknown

WHAT IS MISSING TO EXPLAIN A MOVE ──────────────────────────────────────────────

  · whether victims are cared for

A tier rates a government's efforts; it does not measure how much trafficking
there is, nor the risk of a product or supplier.
`
	if got := b.String(); err != nil || got != want {
		t.Errorf("%v\ngot\n%s\nwant\n%s", err, got, want)
	}
}

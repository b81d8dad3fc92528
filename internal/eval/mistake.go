package eval

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"

	"plumbline"
	"plumbline/internal/text"
)

// Mistake is one difference between gold and what was read.
//
// Kind is fact, roles, forms, flows, trends or topics (what of a set was missed
// and extra); hedged or movement (of one pair of countries); missed or extra
// (a claim without its partner); valence, reporting, count, previous,
// certainty, source or estimate (a field of a claim that was found); or
// citation (a quote that is not the text at its span).
type Mistake struct {
	Entry   string              `json:"entry"`
	Kind    string              `json:"kind"`
	Fact    string              `json:"fact,omitempty"`
	Type    plumbline.ClaimType `json:"type,omitempty"`
	Valence plumbline.Valence   `json:"valence,omitempty"` // of a claim missed or extra
	Gold    string              `json:"gold,omitempty"`    // empty where gold says null
	Got     string              `json:"got,omitempty"`
	Missed  []string            `json:"missed,omitempty"`
	Extra   []string            `json:"extra,omitempty"`
	Section string              `json:"section,omitempty"`
	Text    string              `json:"text,omitempty"`
	Rule    plumbline.RuleName  `json:"rule,omitempty"`
	Near    string              `json:"near,omitempty"` // what stands there instead
	Span    text.Span           `json:"-"`
}

// mistakeLine is a Mistake as printed: with its span as start and end, where
// it has one.
type mistakeLine struct {
	Mistake
	Start *int `json:"start,omitempty"`
	End   *int `json:"end,omitempty"`
}

// WriteMistakes prints mistakes as JSON, one a line.
func WriteMistakes(w io.Writer, mistakes []Mistake) error {
	b := bufio.NewWriter(w)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	for i := range mistakes {
		line := mistakeLine{Mistake: mistakes[i]}
		if s := &line.Span; !s.Empty() {
			line.Start, line.End = &s.Start, &s.End
		}
		if err := e.Encode(line); err != nil {
			return err
		}
	}
	return b.Flush()
}

func (t *tally) say(m Mistake) {
	m.Entry = t.entry.ID
	if !m.Span.Empty() {
		m.Section = t.section(m.Span)
	}
	t.mistakes = append(t.mistakes, m)
}

func extraMistake(f found) Mistake {
	c := f.claim
	return Mistake{Kind: "extra", Type: f.kind, Valence: c.Valence, Text: c.Citation.Quote, Rule: c.FoundBy, Span: f.span()}
}

// placementFacts names the facts of a placement as gold does.
func placementFacts(p *plumbline.Placement) map[string]string {
	got := map[string]string{
		"tier": string(p.Tier), "move": string(p.Move), "waiver": yesNo(p.Waiver),
		"fully_meets": answerText(p.FullyMeets), "significant_efforts": answerText(p.SignificantEfforts),
	}
	if p.Consecutive != 0 {
		got["consecutive"] = strconv.Itoa(p.Consecutive)
	}
	return got
}

func answerText(a plumbline.Answer) string {
	if a == plumbline.NotSaid {
		return ""
	}
	return yesNo(a == plumbline.Yes)
}

func yesNo(yes bool) string { return strconv.FormatBool(yes) }

// figureText prints a figure that is known, with lead before it.
func figureText(lead string, f plumbline.Figure) string {
	if !f.Known {
		return ""
	}
	return lead + strconv.FormatInt(f.N, 10)
}

func rangeText(least, most plumbline.Figure) string {
	return figureText("", least) + ".." + figureText("", most)
}

// clip returns the part of t that s covers, s being moved into t.
func clip(s text.Span, t string) string {
	start := min(max(s.Start, 0), len(t))
	return t[start:min(max(s.End, start), len(t))]
}

package page

import (
	"slices"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// Claim is everything known of one claim.
type Claim struct {
	Heading   string
	Line      Line
	Narrative Link   // the text that it stands in
	Part      string // the chapter and headings of the original that it stands under
	Span      string // which bytes of the document it is
	Scan      string // address of the text with the page beside it; may be empty
	Origin    Origin
	Sentence  []CuePiece
	Outside   []string        // cues of other sentences
	Firm      []wording.Field // how firmly it is said, by whom, and what a silence means
	Fields    []wording.Field
	Leads     []wording.Field
	Rule      RuleText
	Near      []wording.Field
	Related   []Related
	Citation  string // to copy
}

// CuePiece is words of the sentence that a claim stands in.
type CuePiece struct {
	Words string
	Claim bool     // they carry the claim
	Cue   bool     // they shaped it
	Ends  []string // what the cues are that end with them
}

// RuleText is a rule as its file has it.
type RuleText struct {
	Name    plumbline.RuleName
	Doc     string
	Place   string // file and line
	Pattern string // as written
}

// Related is claims that stand in one relation to the claim.
type Related struct {
	Title string
	Note  string
	Lines []Line
}

func (Claim) template() string { return "claim" }

// Cue is words that shaped a claim, with what they are.
type Cue struct {
	Span  text.Span
	Label string
}

// SetSentence sets the sentence that a claim stands in with its cues.
func SetSentence(sentence text.Span, c *plumbline.Claim, cues []Cue, src string) []CuePiece {
	marks := []text.Span{c.Citation.Span}
	for _, q := range cues {
		marks = append(marks, q.Span)
	}
	var list []CuePiece
	for _, cut := range view.Cut(wording.Inside(sentence, src), marks) {
		p := CuePiece{Words: visible(cut.Span.In(src))}
		for _, k := range cut.On {
			p.Claim = p.Claim || k == 0
			p.Cue = p.Cue || k > 0
		}
		for _, k := range cut.Ends {
			if k > 0 && !slices.Contains(p.Ends, cues[k-1].Label) {
				p.Ends = append(p.Ends, cues[k-1].Label)
			}
		}
		list = append(list, p)
	}
	return list
}

// Firmness says in sentences how a claim is said: how surely, by whom, whether
// it was done, and what its reporting means.
func Firmness(c *plumbline.Claim) []wording.Field {
	list := []wording.Field{{Name: "How surely", Value: certaintySentences[c.Certainty]}, {Name: "Who says so", Value: wording.SourceSays(c.Source)}}
	if c.Aspect != "" && c.Type != plumbline.Recommendation {
		list = append(list, wording.Field{Name: "Done or not", Value: aspectSentences[c.Aspect]})
	}
	if c.Reporting != "" {
		list = append(list, wording.Field{Name: "What is reported", Value: reportingSentences[c.Reporting]})
	}
	return slices.DeleteFunc(list, func(f wording.Field) bool { return f.Value == "" })
}

var certaintySentences = map[plumbline.Certainty]string{
	plumbline.Certain:  "certain: it is stated flatly",
	plumbline.Probable: "probable: the text does not state it flatly (“reportedly”, “no known” and the like)",
	plumbline.Possible: "possible: the text says that it may be so (“may”, “allegedly” and the like)",
	plumbline.Unknown:  "unknown: the author says that he does not know",
}

var aspectSentences = map[plumbline.Aspect]string{
	plumbline.Done: "done, or the state of things", plumbline.Ongoing: "under way",
	plumbline.Planned:   "planned: a promise is no deed, and counts for none",
	plumbline.Predicted: "predicted: a forecast is no deed, and counts for none",
}

var reportingSentences = map[plumbline.Reporting]string{
	plumbline.Stated:        "stated: the text says so outright",
	plumbline.NoneReported:  "none reported: nobody reported any. That is not a zero, and not the same as the government's keeping silent",
	plumbline.NotReported:   "not reported: the government did not say whether, or how many. That is not a zero, and not the same as reporting none",
	plumbline.NoEvidence:    "no evidence: the author found none and does not know. It is never held against the government",
	plumbline.NoInformation: "no information: the author had none and does not know. It is never held against the government",
}

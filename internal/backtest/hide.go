package backtest

import (
	"slices"
	"strings"
	"unicode"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Case is one country-year with what was read of it.
type Case struct {
	Narrative *plumbline.Narrative
	Claims    []plumbline.Claim
	Text      string         // of the Document
	Before    plumbline.Tier // the last one known from before; empty where none is
}

// hiddenSections are told by the publisher's judgement.
var hiddenSections = []plumbline.SectionName{plumbline.AssessmentPart, plumbline.Recommendations}

// judging are the claim types whose sentences are hidden.
var judging = []plumbline.ClaimType{plumbline.Compliance, plumbline.Efforts, plumbline.PlacementClaim, plumbline.Trend}

// sight is what may be seen of a case.
type sight struct {
	claims []plumbline.Claim
	words  []string // in small letters
}

// see hides what judges.
func (c *Case) see(scanner *token.Scanner, room *token.Text) sight {
	var judged []text.Span
	for i := range c.Claims {
		if slices.Contains(judging, c.Claims[i].Type) {
			judged = append(judged, c.Claims[i].Citation.Span)
		}
	}
	var s sight
	var open []text.Span // sentences that may be seen
	for _, section := range c.Narrative.Sections {
		if slices.Contains(hiddenSections, section.Name) {
			continue
		}
		scanner.Scan(room, c.Text, section.Span, c.Narrative.Furniture)
		for _, sentence := range room.Sentences {
			span := room.Span(sentence.First, sentence.Last)
			if slices.ContainsFunc(judged, span.Overlaps) {
				continue
			}
			open = append(open, span)
			s.words = append(s.words, words(span.In(c.Text))...)
		}
	}
	for i := range c.Claims {
		if slices.ContainsFunc(open, func(o text.Span) bool { return o.Contains(c.Claims[i].Citation.Span) }) {
			s.claims = append(s.claims, c.Claims[i])
		}
	}
	return s
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

package pipeline

import (
	"io/fs"

	"plumbline"
	"plumbline/internal/text"
)

type whole struct{}

func (whole) Segment(d *plumbline.Document) ([]plumbline.Narrative, []plumbline.Doubt, error) {
	if !d.Context.Single {
		return nil, nil, nil
	}
	n := plumbline.Narrative{Document: d.ID, File: d.File, Country: d.Context.Country, Year: d.Context.Year, Span: text.Span{End: len(d.Text)}}
	n.ID = plumbline.NewNarrativeID(d.ID, n.Country, n.Year, n.Span)
	var doubts []plumbline.Doubt
	if n.Year == 0 {
		doubts = append(doubts, plumbline.Doubt{Narrative: n.ID, Message: "no year in the text", Hint: "give --year"})
	}
	return []plumbline.Narrative{n}, doubts, nil
}

type nothing struct{}

func (nothing) Extract(dst []plumbline.Claim, d *plumbline.Document, n *plumbline.Narrative) []plumbline.Claim {
	return dst
}

func Compile(fsys fs.FS) (*Reader, error) {
	return &Reader{Rules: "none", segmenter: whole{}, extractor: nothing{}, Countries: plumbline.Countries{
		{Code: "ARM", Names: []plumbline.CountryName{{Text: "Armenia"}}},
		{Code: "JOR", Names: []plumbline.CountryName{{Text: "Jordan"}}},
		{Code: "MNE", Names: []plumbline.CountryName{{Text: "Montenegro"}}},
		{Code: "PRK", Names: []plumbline.CountryName{{Text: "North Korea"}}},
	}}, nil
}

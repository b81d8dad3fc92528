package view

import (
	"cmp"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Passage is a heading or a paragraph of a narrative.
type Passage struct {
	Kind      PassageKind
	Section   plumbline.SectionName // empty outside of sections
	Sentences []Sentence
}

// PassageKind tells passages apart.
type PassageKind string

// The kinds of Passage.
const (
	Title     PassageKind = "title"   // the narrative's heading
	Heading   PassageKind = "heading" // of a section
	Paragraph PassageKind = "paragraph"
)

// Sentence is a sentence, or of a very long one a part between semicolons, in
// the pieces that it is cut into by claims and furniture.
type Sentence struct {
	Pieces []Piece
}

// Piece is words that the same claims stand on. The Span of the last one of a
// sentence reaches up to the next sentence.
type Piece struct {
	Span      text.Span
	Furniture bool  // a running head or page number, which breaks no sentence
	Claims    []int // indexes of the claims, those of the fewest words first
	Begins    []int // indexes of the claims that begin with it
}

// Passages cuts a narrative into its passages, in the order of the text. Every
// byte of it but the white space between passages lies in just one piece, and
// every claim begins with one. Claims must lie inside the narrative, src is the
// text of its document.
func Passages(n *plumbline.Narrative, claims []plumbline.Claim, src string) []Passage {
	c := &cutter{src: src, claims: claims, furniture: n.Furniture}
	c.borders()
	var list []Passage
	at := n.Span.Start
	add := func(kind PassageKind, section plumbline.SectionName, s text.Span) {
		s = text.Span{Start: max(s.Start, at), End: min(s.End, len(src))}
		for _, p := range paragraphs(src, s) {
			list = append(list, Passage{kind, section, c.sentences(p)})
		}
		at = max(at, s.End)
	}
	for _, p := range partsOf(n) {
		add(Paragraph, "", text.Span{Start: at, End: p.span.Start}) // what no part has
		add(p.kind, p.section, p.span)
	}
	add(Paragraph, "", text.Span{Start: at, End: n.Span.End})
	return list
}

// part is a heading or section.
type part struct {
	kind    PassageKind
	section plumbline.SectionName
	span    text.Span
}

// partsOf lists headings and sections in the order of the text.
func partsOf(n *plumbline.Narrative) []part {
	var list []part
	add := func(kind PassageKind, section plumbline.SectionName, s text.Span) {
		if !s.Empty() {
			list = append(list, part{kind, section, s})
		}
	}
	add(Title, "", n.Heading)
	for i := range n.Sections {
		s := &n.Sections[i]
		add(Heading, s.Name, s.Heading)
		add(Paragraph, s.Name, s.Span)
	}
	slices.SortStableFunc(list, func(a, b part) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return list
}

// paragraphs cuts a span at blank lines, and drops white space around each.
func paragraphs(src string, s text.Span) []text.Span {
	var list []text.Span
	add := func(start, end int) {
		words := src[start:end]
		start += len(words) - len(strings.TrimLeft(words, space))
		if words = strings.Trim(words, space); words != "" {
			list = append(list, text.Span{Start: start, End: start + len(words)})
		}
	}
	start := s.Start
	for at := start; at < s.End; {
		i := strings.IndexByte(src[at:s.End], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		line := src[at:s.End]
		if j := strings.IndexByte(line, '\n'); j >= 0 && strings.Trim(line[:j], space) == "" {
			add(start, at)
			start = at
		}
	}
	if start < s.End {
		add(start, s.End)
	}
	return list
}

const space = " \t\r\n\f\v\u00a0"

// cutter cuts paragraphs into sentences and pieces.
type cutter struct {
	src       string
	claims    []plumbline.Claim
	furniture []text.Span
	begin     []int // the claims by where they begin, the longest first
	edges     []int // where a claim or furniture begins or ends, in order
	scanned   token.Text
}

// borders gathers where pieces begin and end.
func (c *cutter) borders() {
	for i := range c.claims {
		s := c.claims[i].Citation.Span
		c.begin = append(c.begin, i)
		c.edges = append(c.edges, s.Start, s.End)
	}
	for _, s := range c.furniture {
		c.edges = append(c.edges, s.Start, s.End)
	}
	slices.Sort(c.edges)
	c.edges = slices.Compact(c.edges)
	slices.SortStableFunc(c.begin, func(a, b int) int {
		x, y := c.claims[a].Citation.Span, c.claims[b].Citation.Span
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
}

// longSentence is how many bytes a sentence may have before it is cut at its
// semicolons: a list of recommendations is one sentence and not one thing.
const longSentence = 400

// sentences cuts a paragraph.
func (c *cutter) sentences(p text.Span) []Sentence {
	scanner := token.Scanner{Vocab: new(token.Vocab)}
	scanner.Scan(&c.scanned, c.src, p, c.furniture)
	starts := []int{p.Start}
	for i, s := range c.scanned.Sentences {
		span := c.scanned.Span(s.First, s.Last)
		if i > 0 {
			starts = append(starts, span.Start)
		}
		if span.Len() < longSentence {
			continue
		}
		for k := s.First; k+1 < s.Last; k++ {
			if c.scanned.Tokens[k].Mark == ';' {
				starts = append(starts, int(c.scanned.Tokens[k+1].Start))
			}
		}
	}
	starts = slices.DeleteFunc(starts, func(at int) bool { return at > p.Start && c.inside(at) })
	var list []Sentence
	for i, at := range starts {
		end := p.End
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		list = append(list, Sentence{c.pieces(text.Span{Start: at, End: end})})
	}
	return list
}

// inside reports whether a claim or furniture begins before a place and ends
// after it.
func (c *cutter) inside(at int) bool {
	for _, i := range c.begin {
		s := c.claims[i].Citation.Span
		if s.Start >= at {
			break
		}
		if at < s.End {
			return true
		}
	}
	return slices.ContainsFunc(c.furniture, func(s text.Span) bool { return s.Start < at && at < s.End })
}

// pieces cuts a sentence.
func (c *cutter) pieces(s text.Span) []Piece {
	first, _ := slices.BinarySearch(c.edges, s.Start+1)
	var list []Piece
	for at := s.Start; at < s.End; {
		end := s.End
		if first < len(c.edges) && c.edges[first] < end {
			end = c.edges[first]
		}
		first++
		list = append(list, c.piece(text.Span{Start: at, End: end}))
		at = end
	}
	return list
}

// piece finds the claims of words that no border cuts.
func (c *cutter) piece(s text.Span) Piece {
	p := Piece{Span: s}
	for _, f := range c.furniture {
		p.Furniture = p.Furniture || f.Contains(s)
	}
	for _, i := range c.begin {
		of := c.claims[i].Citation.Span
		if of.Start > s.Start {
			break
		}
		if !of.Contains(s) {
			continue
		}
		p.Claims = append(p.Claims, i)
		if of.Start == s.Start {
			p.Begins = append(p.Begins, i)
		}
	}
	slices.SortStableFunc(p.Claims, func(a, b int) int {
		return cmp.Compare(c.claims[a].Citation.Span.Len(), c.claims[b].Citation.Span.Len())
	})
	return p
}

package segment

import (
	"fmt"
	"sort"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// reading is one pass over a Document.
type reading struct {
	*Segmenter
	d   *plumbline.Document
	src string

	year      int
	asides    []text.Span // furniture in lines of its own
	furniture []text.Span
	names     map[string]plumbline.CountryCode // resolved so far; empty for no country
	doubts    []plumbline.Doubt

	first text.Span // the first heading, where text below it was asked for

	complied map[text.Span]int // where the openings looked at first speak of the minimum standards

	words      token.Text // of the last scan
	statements []statement
}

// plot is the ground of one narrative before it is cut.
type plot struct {
	heading heading // zero where there is none
	span    text.Span
	body    text.Span
}

// Segment cuts d into its Narratives, in the order of the text, and returns
// with them what a person should look at. What d.Context says beats the text.
// An error wraps plumbline.ErrInvalid: the layout is unknown, or no narrative
// was found.
func (s *Segmenter) Segment(d *plumbline.Document) ([]plumbline.Narrative, []plumbline.Doubt, error) {
	r := &reading{Segmenter: s, d: d, src: d.Text, names: map[string]plumbline.CountryCode{}, complied: map[text.Span]int{}}
	var l *layout
	if d.Context.Layout != "" {
		var err error
		if l, err = s.named(d.Context.Layout); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", d.File, err)
		}
	}
	r.year = r.reportYear()
	r.asides = r.findAsides()
	r.furniture = r.findFurniture()
	plots, err := r.plots(r.findHeadings())
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", d.File, err)
	}
	if l == nil {
		l = r.recognise(plots)
	}
	narratives := make([]plumbline.Narrative, 0, len(plots))
	for _, p := range plots {
		narratives = append(narratives, r.narrative(l, p))
	}
	r.doubtYear(narratives)
	r.doubtTwins(narratives)
	return narratives, r.doubts, nil
}

// plots shares the text out among the headings found, as the context says.
func (r *reading) plots(found []heading) ([]plot, error) {
	c := r.d.Context
	var plots []plot
	for i, h := range found {
		end := len(r.src)
		if i+1 < len(found) {
			end = found[i+1].span.Start
		}
		plots = append(plots, plot{h, text.Span{Start: h.span.Start, End: end}, text.Span{Start: h.span.End, End: end}})
	}
	whole := text.Span{End: len(r.src)}
	if len(plots) == 0 {
		if h, ok := r.titleHeading(); ok {
			plots = append(plots, plot{h, text.Span{Start: h.span.Start, End: whole.End}, text.Span{Start: h.span.End, End: whole.End}})
		}
	}
	switch {
	case trim(r.src, whole).Empty():
		return nil, r.nothing("no text to read", "check that the file was saved or downloaded whole")
	case len(plots) == 0 && (c.Single || c.Country != ""):
		return []plot{{span: whole, body: whole}}, nil
	case len(plots) == 0 && !r.first.Empty():
		return nil, r.nothing(fmt.Sprintf("no narrative found: no running text stands below a heading such as %q", squeeze(r.first.In(r.src))),
			"check that the file was saved or downloaded whole")
	case len(plots) == 0:
		return nil, r.nothing(`no narrative found: no line is a heading such as "NORTH KOREA (Tier 3)" or "ALBANIA: TIER 2" with text below it`,
			"say whose narrative it is with --country ISO3 --year N, or list the file in a manifest")
	case c.Single && len(plots) > 1:
		r.doubt("", plots[1].heading.span, fmt.Sprintf("%d more country headings stand in a file that was said to be one narrative", len(plots)-1),
			"leave the country out of the manifest to read each of them")
		plots[0].span.End, plots[0].body.End = whole.End, whole.End
		return plots[:1], nil
	case c.Country != "" && len(plots) > 1:
		return r.only(plots)
	}
	return plots, nil
}

// only keeps the plots of the country that the user asked for.
func (r *reading) only(plots []plot) ([]plot, error) {
	var kept []plot
	for _, p := range plots {
		if p.heading.country == r.d.Context.Country {
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		return nil, r.nothing(fmt.Sprintf("none of its %d narratives is that of %s", len(plots), r.d.Context.Country),
			"leave out --country to read them all")
	}
	return kept, nil
}

func (r *reading) nothing(fact, hint string) error {
	return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fact, Hint: hint}
}

// narrative cuts one plot.
func (r *reading) narrative(l *layout, p plot) plumbline.Narrative {
	n := plumbline.Narrative{
		Document: r.d.ID,
		File:     r.d.File,
		Country:  p.heading.country,
		Year:     r.year,
		Layout:   l.name,
		Heading:  p.heading.span,
	}
	if r.d.Context.Country != "" {
		n.Country = r.d.Context.Country
	}
	body := p.body
	if p.heading.span.Empty() && n.Year == 0 || l.is(none) {
		year, mark := endYear(r.src, body)
		if n.Year == 0 {
			n.Year = year
		}
		body = r.without(body, mark)
	}
	var linked text.Span
	if n.Year == 0 {
		n.Year, linked = r.around.linkYear(r.src, p.span)
	}
	marks := chain(l, r.marks(l, body))
	last := body
	if len(marks) > 0 {
		last.Start = marks[len(marks)-1].body
	}
	body.End = r.restAt(last)
	var sections []plumbline.Section
	var rated plumbline.Tier
	if p.heading.tier == plumbline.SpecialCase {
		sections = r.add(nil, plumbline.Section{Name: plumbline.AssessmentPart, Span: body})
	} else {
		sections, rated = r.cut(l, body, marks)
	}
	n.Sections = sections
	n.Span = r.clear(text.Span{Start: p.span.Start, End: min(p.span.End, body.End)})
	if !p.heading.span.Empty() {
		n.Span = text.Span{Start: p.heading.span.Start, End: max(n.Span.End, p.heading.span.End)}
	}
	n.ID = plumbline.NewNarrativeID(r.d.ID, n.Country, n.Year, n.Span)
	n.Furniture = r.inside(sections)
	r.place(&n, p.heading, rated)
	r.doubtCountry(&n, p.heading)
	if !linked.Empty() {
		r.doubt(n.ID, linked, fmt.Sprintf("no report year is stated; %d is that of the report that the text links to", n.Year),
			"say another with --year N or in a manifest")
	}
	return n
}

func (l *layout) is(f form) bool {
	for _, g := range l.forms {
		if g == f {
			return true
		}
	}
	return false
}

// without takes the year in brackets off the end of a body.
func (r *reading) without(body, mark text.Span) text.Span {
	if !mark.Empty() && mark.End == trim(r.src, body).End {
		body.End = mark.Start
	}
	return body
}

// inside returns the furniture that lies wholly inside one of the sections.
func (r *reading) inside(sections []plumbline.Section) []text.Span {
	var kept []text.Span
	for _, s := range sections {
		i := sort.Search(len(r.furniture), func(k int) bool { return r.furniture[k].Start >= s.Span.Start })
		for ; i < len(r.furniture) && r.furniture[i].End <= s.Span.End; i++ {
			kept = append(kept, r.furniture[i])
		}
	}
	return kept
}

// country resolves a name, remembering the answer.
func (r *reading) country(name string) (plumbline.CountryCode, bool) {
	if code, ok := r.names[name]; ok {
		return code, code != ""
	}
	code, ok := r.Places.Heading(name, r.year)
	if !ok {
		code = ""
	}
	r.names[name] = code
	return code, ok
}

// scan reads the words and statements of s, without furniture.
func (r *reading) scan(s text.Span) {
	i := sort.Search(len(r.furniture), func(k int) bool { return r.furniture[k].End > s.Start })
	j := i + sort.Search(len(r.furniture)-i, func(k int) bool { return r.furniture[i+k].Start >= s.End })
	(&token.Scanner{Vocab: r.phrases.vocab}).Scan(&r.words, r.src, s, r.furniture[i:j])
	r.statements = r.phrases.find(r.statements[:0], &r.words)
}

func (r *reading) doubt(id plumbline.NarrativeID, s text.Span, message, hint string) {
	r.doubts = append(r.doubts, plumbline.Doubt{Narrative: id, Span: s, Message: message, Hint: hint})
}

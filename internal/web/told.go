package web

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"plumbline"
	"plumbline/internal/chart"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// told words what the narrative of a year says.
func (s *Server) told(ctx context.Context, y *record.CountryYear) (*page.Told, error) {
	n, name := y.Narrative, s.names(y.Year)
	t := s.teller(y)
	b := &page.Told{Tier: n.Placement.Tier, Origin: page.NewOrigin(y.Document), Text: page.NarrativePath(n.ID),
		Profile: t.Profile(), Flows: t.Flows(), Conduct: t.Conduct(), Next: y.Year + 1}
	b.Facts = placementFacts(y)
	_, withheld := view.Counted(y.Country, y.Claims)
	b.Withheld = s.teller(y).Lines(withheld)
	b.Conflict = conflict(&n.Placement)
	var err error
	if b.Doubts, err = s.doubts(ctx, y); err != nil {
		return nil, err
	}
	if b.Indicated, err = s.indicated(ctx, y); err != nil {
		return nil, err
	}
	if err := s.flowMap(y, b, name); err != nil {
		return nil, err
	}
	return b, s.recommended(ctx, y, b)
}

// teller words the claims of a country-year.
func (s *Server) teller(y *record.CountryYear) *page.Teller {
	return &page.Teller{Narrative: y.Narrative, Claims: y.Claims, Text: y.Document.Text, Name: s.names(y.Year)}
}

// placementFacts are what the text says of tier, standards and efforts, each
// with the words that say so.
func placementFacts(y *record.CountryYear) []page.CountryFact {
	x := &y.Narrative.Placement
	want := map[plumbline.Answer]plumbline.Valence{plumbline.Yes: plumbline.Good, plumbline.No: plumbline.Bad}[x.FullyMeets]
	var meets []*plumbline.Claim
	for _, c := range view.OfType(y.Claims, plumbline.Compliance) {
		if want != "" && c.Valence == want && len(meets) == 0 {
			meets = append(meets, c)
		}
	}
	return []page.CountryFact{
		{Label: "Placement", Words: []string{wording.Placed(x)}, Cites: page.Cites(view.OfType(y.Claims, plumbline.PlacementClaim))},
		{Label: "Minimum standards", Words: []string{map[plumbline.Answer]string{
			plumbline.Yes: "the government is said to fully meet them", plumbline.No: "the government is said not to fully meet them", plumbline.NotSaid: "not said",
		}[x.FullyMeets]}, Cites: page.Cites(meets)},
		{Label: "Efforts", Words: []string{map[plumbline.Answer]string{
			plumbline.Yes: "said to be significant", plumbline.No: "said not to be significant", plumbline.NotSaid: "not said",
		}[x.SignificantEfforts]}},
	}
}

// indicated is what an assessment makes of the text, in short.
func (s *Server) indicated(ctx context.Context, y *record.CountryYear) (*page.Indicated, error) {
	b := &page.Indicated{Href: page.AssessmentPath(y.Country, y.Year)}
	x, err := s.Record.Assess(ctx, y, record.Reading{})
	switch {
	case unanswerable(err):
		b.Unable = err.Error()
		return b, nil
	case err != nil:
		return nil, err
	}
	b.Law = page.Link{Href: page.LawPath(x.Standard), Text: string(x.Standard)}
	b.Rows = []page.IndicatedRow{{Label: "Printed", Tier: x.Placement.Tier}, reading("Reading by the law", &x.Law), reading("Fitted reading", &x.Fitted)}
	for _, r := range b.Rows[1:] {
		b.Distinct = b.Distinct || r.Tier != "" && r.Tier != x.Placement.Tier
	}
	for i := range x.Findings {
		f := &x.Findings[i]
		if f.Role == plumbline.MinimumStandard {
			word, tone := wording.Verdict(f.Role, f.Verdict)
			b.Minimum = append(b.Minimum, page.VerdictRow{Name: string(f.Criterion), Title: f.Title, Verdict: word, Tone: string(tone)})
		}
	}
	return b, nil
}

// unanswerable reports whether an error says that the question has no answer here,
// as that of a year whose law is not known.
func unanswerable(err error) bool {
	var f *plumbline.Fault
	return errors.As(err, &f) || errors.Is(err, plumbline.ErrNotFound) || errors.Is(err, plumbline.ErrInvalid)
}

func reading(label string, i *plumbline.Indicated) page.IndicatedRow {
	r := page.IndicatedRow{Label: label, Tier: i.Tier}
	switch {
	case i.Tier == "":
		r.Note = "cannot tell"
	case i.Automatic:
		r.Note = "and " + i.After.Name() + " by the two-year rule alone: an automatic downgrade, not a finding of no efforts"
	case i.After != "" && i.After != i.Tier:
		r.Note = "and " + i.After.Name() + " after the two-year rule"
	}
	return r
}

// flowMap draws what the narrative tells of flows. Work abroad is a layer of its
// own; what has no place on a map is in the list only.
func (s *Server) flowMap(y *record.CountryYear, b *page.Told, name func(plumbline.CountryCode) string) error {
	atlas, err := s.Record.Atlas()
	if err != nil {
		return err
	}
	m := chart.Flows{Heading: chart.Heading{ID: "flows-map", Title: fmt.Sprintf("Flows that the narrative of %d tells of", y.Year),
		Desc: "Every arc stands in the list beside the map, with its sentence."}, Year: y.Year, Focus: []plumbline.CountryCode{y.Country}, Zoom: true,
		Names: map[plumbline.CountryCode]string{}}
	type edge struct {
		from, to plumbline.CountryCode
		movement plumbline.Movement
	}
	at := map[edge]int{}
	work := false
	for _, movement := range []plumbline.Movement{plumbline.Trafficked, plumbline.LaborMigration} {
		for _, c := range view.FlowsOf(y.Claims, movement) {
			for _, from := range c.Participants.Origin {
				for _, to := range c.Participants.Destination {
					e := edge{plumbline.CountryCode(from), plumbline.CountryCode(to), movement}
					if i, drawn := at[e]; drawn {
						if surer(c.Certainty, m.Flows[i].Certainty) {
							m.Flows[i].Certainty, m.Flows[i].Href = c.Certainty, page.CitationPath(c.Narrative, c.ID)
						}
						continue
					}
					at[e] = len(m.Flows)
					m.Names[e.from], m.Names[e.to] = name(e.from), name(e.to)
					m.Flows = append(m.Flows, chart.Flow{From: e.from, To: e.to, Said: 1, Certainty: c.Certainty, Movement: movement,
						Title: page.FlowWords(&plumbline.Claim{Participants: plumbline.Participants{Origin: []string{from}, Destination: []string{to}}}, name),
						Href:  page.CitationPath(c.Narrative, c.ID)})
					work = work || movement == plumbline.LaborMigration
				}
			}
		}
	}
	for i := range m.Flows {
		f := &m.Flows[i]
		if f.Movement == plumbline.LaborMigration {
			f.Title += ", work abroad that the text calls possibly exploitative"
		}
		if word := wording.CertaintyWords[f.Certainty]; word != "" {
			f.Title += ", " + word
		}
	}
	drawn, left := atlas.Flows(m)
	if len(left) < len(m.Flows) {
		b.FlowMap, b.FlowKeys = drawn, chart.FlowLegend(work)
	}
	return nil
}

// surer reports whether a is stated more firmly than b.
func surer(a, b plumbline.Certainty) bool {
	order := []plumbline.Certainty{plumbline.Unknown, plumbline.Possible, plumbline.Probable, plumbline.Certain}
	return slices.Index(order, a) > slices.Index(order, b)
}

// linesOfNext is how many lines of the next narrative are shown at once under a
// recommendation.
const linesOfNext = 4

// recommended lists the recommendations, each with what the narrative of the year
// after says on the same subjects. That is no statement that one was followed.
func (s *Server) recommended(ctx context.Context, y *record.CountryYear, b *page.Told) error {
	list := view.OfType(y.Claims, plumbline.Recommendation)
	if len(list) == 0 {
		return nil
	}
	next, err := s.Record.Next(ctx, y)
	if err != nil {
		return err
	}
	b.NextTold = next != nil
	for _, c := range list {
		a := page.Asked{Quote: wording.Clean(c.Citation.Quote), Href: page.CitationPath(c.Narrative, c.ID), Topics: wording.IDs(c.Participants.Topics)}
		if next != nil {
			said := view.OnTopics(y.Country, next.Claims, c.Participants.Topics)
			a.Next = s.teller(next).Lines(said[:min(len(said), linesOfNext)])
			if more := len(said) - linesOfNext; more > 0 {
				a.More = &page.Link{Href: page.CountryPath(y.Country, next.Year), Text: fmt.Sprintf("%d more in the narrative of %d", more, next.Year)}
			}
		}
		b.Asked = append(b.Asked, a)
	}
	return nil
}

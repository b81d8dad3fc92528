package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// endLeads says which list of places or peoples led to each end of the
// movement that statement s tells, and what is implied.
func (r *reader) endLeads(c *plumbline.Claim, s *statement) []Lead {
	p := &c.Participants
	said := map[string]bool{}
	var leads []Lead
	if s.flow.Trigger < s.from {
		leads = append(leads, Lead{Role: "movement", How: "goes on from", From: r.span(s.flow.First, s.flow.Last)})
	}
	for i := range r.spots {
		l := &r.spots[i]
		if l.first < s.from || l.last > s.to {
			continue
		}
		role, codes, regions := endsOfPart(l.part, p)
		var values []string
		for _, m := range r.here[l.from:l.to] {
			if v := string(m.Country); v != "" && slices.Contains(codes, v) && !slices.Contains(values, v) {
				values = append(values, v)
			}
			if m.Region != "" && slices.Contains(regions, m.Region) && !slices.Contains(values, m.Region) {
				values = append(values, m.Region)
			}
		}
		if len(values) == 0 {
			continue
		}
		for _, v := range values {
			said[role+v] = true
		}
		leads = append(leads, Lead{Role: role, Value: values, Words: r.span(l.first, l.last), How: r.howListed(l, s)})
		if short, full := r.definition(l.first, l.last); !full.Empty() {
			leads = append(leads, Lead{Role: role, Words: short, How: "is short for", From: full})
		}
	}
	leads = append(leads, r.impliedLeads(c, s, said)...)
	slices.SortStableFunc(leads, func(a, b Lead) int { return slices.Index(endRoles, a.Role) - slices.Index(endRoles, b.Role) })
	if n, m := len(p.Origin)+len(p.OriginRegions), len(p.Destination)+len(p.DestinationRegions); n > 0 && m > 0 && n+m > 2 {
		leads = append(leads, Lead{Role: "pairs", How: fmt.Sprintf("each origin goes to each destination: %d by %d", n, m)})
	}
	return leads
}

// endRoles are the roles of a movement's ends in the order in which they are
// told.
var endRoles = []string{"movement", "origin", "destination", "transit", "buyer"}

// endsOfPart returns the role of the places of a part, and those of claim c.
func endsOfPart(part part, p *plumbline.Participants) (role string, codes, regions []string) {
	switch part {
	case originPart:
		return "origin", p.Origin, p.OriginRegions
	case destinationPart, whereabouts:
		return "destination", p.Destination, p.DestinationRegions
	case transitPart:
		return "transit", p.Transit, nil
	case buyerPart:
		return "buyer", p.Buyer, nil
	}
	return "", nil, nil
}

// howListed says why list l of statement s is the end that it is.
func (r *reader) howListed(l *placeList, s *statement) string {
	var how string
	switch g, _ := r.governor(l.first-1, s.from); {
	case l.people:
		how = "names people who are moved or exploited"
		if l.part == buyerPart {
			how = "names whom they are sold to"
		}
	case l.part == whereabouts:
		how = "is where those who exploit them are; no other country is named"
	case g < s.from:
		how = "is named with no word that governs it"
	default:
		words := r.span(g, l.first)
		if words.Len() > 40 {
			words = r.span(g, g+1)
		}
		how = "stands behind “" + strings.TrimSpace(words.In(r.doc.Text)) + "”"
	}
	if n := l.to - l.from; n > 1 {
		how += ", a list of " + strconv.Itoa(n)
	}
	return how
}

// impliedLeads says where the ends of claim c come from that statement s does
// not name.
func (r *reader) impliedLeads(c *plumbline.Claim, s *statement, said map[string]bool) (leads []Lead) {
	p := &c.Participants
	var at text.Span
	for _, e := range c.Evidence {
		if e.What == plumbline.ReferenceCue {
			at = e.Span
		}
	}
	for _, end := range [...]struct {
		role  string
		codes []string
	}{{"origin", append(slices.Clone(p.Origin), p.OriginRegions...)}, {"destination", append(slices.Clone(p.Destination), p.DestinationRegions...)}, {"transit", p.Transit}} {
		var rest []string
		for _, v := range end.codes {
			if !said[end.role+v] {
				rest = append(rest, v)
			}
		}
		switch {
		case len(rest) == 0:
		case at.End > 0:
			leads = append(leads, Lead{Role: end.role, Value: rest, Words: r.anaphorOf(s), How: "are the people of", From: at})
		case slices.Equal(rest, r.own):
			leads = append(leads, Lead{Role: end.role, Value: rest, How: "is not named: the narrative's own country is meant"})
		}
	}
	return leads
}

// anaphorOf returns the words by which statement s takes up people named
// before.
func (r *reader) anaphorOf(s *statement) text.Span {
	for k := s.from; k < s.to; k++ {
		if n := r.a.InLexicon(k, r.lex.words.anaphor); n > 0 {
			return r.span(k, k+n)
		}
	}
	return text.Span{}
}

// quantityLeads says where the figures of claim c stand if not simply beside
// what they count.
func (r *reader) quantityLeads(c *plumbline.Claim, u int, f found) (leads []Lead) {
	unit := &r.a.Units[u]
	first, last := min(unit.First, f.from), max(unit.Last, f.to)
	if c.Quantity.Previous.Known {
		if q := r.figureOf(c.Quantity.Previous.N, c); q != nil {
			leads = append(leads, Lead{Role: "previous", Value: []string{figureText(c.Quantity.Previous)}, Words: q.Span(&r.text), How: "is the figure of the period before"})
		}
	}
	if f.typ == plumbline.Law || !c.Quantity.Count.Known && !c.Quantity.Min.Known {
		return leads
	}
	best := r.best(u, f, first, last)
	if best < 0 {
		if c.Quantity.Count.Known && c.Quantity.Count.N == 0 {
			leads = append(leads, Lead{Role: "quantity", Value: []string{"0"}, How: "is not printed: the text says that it was not done at all"})
		}
		return leads
	}
	best = r.latest(best, last)
	words, value := r.figures[best].Span(&r.text), []string{figureText(c.Quantity.Count)}
	switch {
	case r.respective(u, last) == best:
		return append(leads, r.respectiveLead(u, best, last, value))
	case c.Quantity.Count.Known && r.figures[best].Exact() && c.Quantity.Count.N != r.figures[best].Min:
		end := best
		for total := r.figures[best].Min; end+1 < len(r.figures) && total < c.Quantity.Count.N; {
			end++
			total += r.figures[end].Min
		}
		return append(leads, Lead{Role: "quantity", Value: value, Words: words.Join(r.figures[end].Span(&r.text)), How: "are parts of one number, added"})
	case r.figures[best].Last <= unit.First && unit.SubjFirst < unit.First:
		return append(leads, Lead{Role: "quantity", Value: value, Words: words, How: "stands in the subject that the verbs share"})
	}
	return leads
}

// respectiveLead says which of the figures of a list that goes with a list of
// verbs is that of unit u.
func (r *reader) respectiveLead(u, best, last int, value []string) Lead {
	top, end := u, u
	for r.a.Units[top].Link == grammar.Coordinate && r.a.Units[top].Parent == top-1 {
		top--
	}
	for end+1 < len(r.a.Units) && r.a.Units[end+1].Link == grammar.Coordinate && r.a.Units[end+1].Parent == end {
		end++
	}
	from, to := best, best
	for i := range r.figures {
		if q := &r.figures[i]; q.Kind == token.Count && q.First > r.a.Units[end].Head && q.First < last {
			from, to = min(from, i), max(to, i)
		}
	}
	verbs, figures := r.span(r.a.Units[top].Head, r.a.Units[end].Head+1), r.figures[from].Span(&r.text).Join(r.figures[to].Span(&r.text))
	return Lead{Role: "quantity", Value: value, Words: r.figures[best].Span(&r.text), How: fmt.Sprintf("is number %d of the list", u-top+1), From: figures,
		Note: fmt.Sprintf("“respectively” gives it to number %d of “%s”", u-top+1, verbs.In(r.doc.Text))}
}

// seriesLead says that the figure of claim c goes on a list that began with
// the act of match f.
func (r *reader) seriesLead(c *plumbline.Claim, q *token.Quantity, f found) Lead {
	return Lead{Role: "quantity", Value: []string{figureText(c.Quantity.Count)}, Words: q.Span(&r.text), How: "goes on the list of", From: r.span(f.First, f.Last),
		Note: "each figure may make a claim of its own"}
}

// figureOf returns the figure of n in the sentence that claim c is not
// witnessed by, or nil.
func (r *reader) figureOf(n int64, c *plumbline.Claim) *token.Quantity {
	for i := range r.figures {
		q := &r.figures[i]
		counts := slices.ContainsFunc(c.Evidence, func(e plumbline.Evidence) bool { return e.What == plumbline.QuantityCue && e.Span == q.Span(&r.text) })
		if (q.Kind == token.Count || q.Kind == token.Zero) && q.HasMin && q.Min == n && !counts {
			return q
		}
	}
	return nil
}

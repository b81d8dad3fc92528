package web

import (
	"cmp"
	"slices"

	"plumbline"
	"plumbline/internal/compare"
	"plumbline/internal/page"
	"plumbline/internal/store"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// comparedFlows sets the flows that either side tells of, movement by movement.
func (s *Server) comparedFlows(x *compared) []page.FlowPart {
	var parts []page.FlowPart
	for _, m := range view.Movements {
		at := map[string]*[2][]*plumbline.Claim{}
		for i, y := range x.sides {
			name := s.names(y.Year)
			for _, c := range view.FlowsOf(y.Claims, m) {
				p := &c.Participants
				row := store.FlowRow{Origin: p.Origin, OriginRegions: p.OriginRegions, Destination: p.Destination, DestinationRegions: p.DestinationRegions}
				each(&row, func(from, fromRegion, to, toRegion string) {
					words := end(plumbline.CountryCode(from), fromRegion, "origin", name) + " → " + end(plumbline.CountryCode(to), toRegion, "destination", name)
					if at[words] == nil {
						at[words] = &[2][]*plumbline.Claim{}
					}
					at[words][i] = append(at[words][i], c)
				})
			}
		}
		part := page.FlowPart{Name: wording.MovementName(m)}
		for words, claims := range at {
			part.Rows = append(part.Rows, page.ComparedFlow{Words: words, Told: x.saidOf(toldOf(claims)), First: page.Cites(claims[0]), Second: page.Cites(claims[1])})
		}
		slices.SortFunc(part.Rows, func(a, b page.ComparedFlow) int { return cmp.Compare(a.Words, b.Words) })
		if len(part.Rows) > 0 {
			parts = append(parts, part)
		}
	}
	return parts
}

// toldOf says which side tells of a flow, and whether as surely.
func toldOf(claims *[2][]*plumbline.Claim) compare.Told {
	switch {
	case len(claims[1]) == 0:
		return compare.First
	case len(claims[0]) == 0:
		return compare.Second
	case surest(claims[0]) != surest(claims[1]):
		return compare.Otherwise
	}
	return compare.Both
}

func surest(claims []*plumbline.Claim) plumbline.Certainty {
	best := plumbline.Unknown
	for _, c := range claims {
		if surer(c.Certainty, best) {
			best = c.Certainty
		}
	}
	return best
}

// comparedFigures sets what either side says of numbers.
func comparedFigures(x *compared) []page.ComparedFigures {
	var list []page.ComparedFigures
	for i, y := range x.sides {
		series, _ := view.Counted(y.Country, y.Claims)
		for _, one := range series {
			name := wording.TypeName(one.Type) + ": " + wording.ID(one.Unit)
			k := slices.IndexFunc(list, func(f page.ComparedFigures) bool { return f.Name == name })
			if k < 0 {
				k, list = len(list), append(list, page.ComparedFigures{Name: name})
			}
			for _, c := range one.Claims {
				words, kind := figure(c)
				f := page.Figure{Words: words, Kind: kind, Quote: wording.Clean(c.Citation.Quote), Href: page.CitationPath(c.Narrative, c.ID)}
				if i == 0 {
					list[k].First = append(list[k].First, f)
				} else {
					list[k].Second = append(list[k].Second, f)
				}
			}
		}
	}
	return list
}

// mostCites is how many words are linked under a verdict; the rest are with the
// assessment that it leads to.
const mostCites = 3

// findings sets the findings of both sides under one law.
func (x *compared) findings() []page.ComparedGroup {
	claims := view.ByID(x.sides[0].Claims, x.sides[1].Claims)
	set := func(i int, id plumbline.CriterionID) (page.ComparedVerdict, plumbline.Verdict) {
		y := x.sides[i]
		for j := range x.found[i].Findings {
			f := &x.found[i].Findings[j]
			if f.Criterion != id {
				continue
			}
			v := page.ComparedVerdict{Href: page.AssessmentPath(y.Country, y.Year) + "?standard=" + string(x.law.Name) + "#" + page.CriterionAnchor(id)}
			v.Verdict, v.Tone = wording.Verdict(f.Role, f.Verdict)
			var some []*plumbline.Claim
			for _, id := range slices.Concat(f.For, f.Against) {
				if c := claims[id]; c != nil && len(some) < mostCites {
					some = append(some, c)
				}
			}
			v.Cites = page.Cites(some)
			return v, f.Verdict
		}
		return page.ComparedVerdict{Verdict: "not asked"}, ""
	}
	var groups []page.ComparedGroup
	for _, part := range wording.FindingParts {
		g := page.ComparedGroup{Name: part.Name}
		for i := range x.found[0].Findings {
			f := &x.found[0].Findings[i]
			if f.Role != part.Role {
				continue
			}
			row := page.ComparedFinding{Criterion: string(f.Criterion), Title: f.Title}
			var one, other plumbline.Verdict
			row.First, one = set(0, f.Criterion)
			row.Second, other = set(1, f.Criterion)
			row.Differs = one != other
			g.Rows = append(g.Rows, row)
		}
		switch {
		case len(g.Rows) == 0:
		case g.Name == "" && len(groups) > 0:
			last := &groups[len(groups)-1]
			last.Rows = append(last.Rows, g.Rows...)
		default:
			groups = append(groups, g)
		}
	}
	return groups
}

// compareColumns are those of the data of a comparison: a row for each claim of
// each side, and for each finding.
var compareColumns = []string{"part", "type", "subject", "told", "standing", "side", "country", "year", "certainty", "reporting", "source", "count", "previous", "unit",
	"quote", "narrative", "claim", "standard", "sample", "notice"}

// rows are a comparison as data.
func (x *compared) rows() (list [][]any) {
	side := [2]string{"a", "b"}
	add := func(part, subject string, told compare.Told, standing string, i int, c *plumbline.Claim) {
		y := x.sides[i]
		number := func(f plumbline.Figure) any {
			if !f.Known {
				return nil
			}
			return f.N
		}
		list = append(list, []any{part, string(c.Type), wordOrNull(subject), wordOrNull(told), wordOrNull(standing), side[i], string(y.Country), y.Year, wordOrNull(c.Certainty),
			wordOrNull(c.Reporting), wordOrNull(c.Source), number(c.Quantity.Count), number(c.Quantity.Previous), wordOrNull(c.Quantity.Unit),
			c.Citation.Quote, string(c.Narrative), string(c.ID), string(x.law.Name), y.Sample(), plumbline.TierNotice})
	}
	for i := range x.told {
		t := &x.told[i]
		part := "profile"
		if t.Type.Conduct() {
			part = "conduct"
		}
		for _, row := range t.Rows {
			for k, claims := range [2][]*plumbline.Claim{row.First, row.Second} {
				for _, c := range claims {
					add(part, t.Name, t.Told, row.Standing, k, c)
				}
			}
		}
	}
	for i, y := range x.sides {
		for _, kind := range []plumbline.ClaimType{plumbline.Flow, plumbline.Recommendation} {
			for _, c := range view.OfType(y.Claims, kind) {
				subject, standing := wording.IDs(c.Participants.Topics), ""
				if kind == plumbline.Flow {
					subject = page.FlowWords(c, func(code plumbline.CountryCode) string { return string(code) })
					standing = string(c.Movement)
				}
				add(string(kind), subject, "", standing, i, c)
			}
		}
	}
	for i, y := range x.sides {
		for j := range x.found[i].Findings {
			f := &x.found[i].Findings[j]
			list = append(list, []any{"finding", string(f.Role), string(f.Criterion), nil, string(f.Verdict), side[i], string(y.Country), y.Year, wordOrNull(f.Certainty),
				nil, nil, nil, nil, nil, f.Title, string(y.Narrative.ID), nil, string(x.law.Name), y.Sample(), plumbline.TierNotice})
		}
	}
	return list
}

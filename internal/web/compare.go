package web

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/compare"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/standard"
	"plumbline/internal/store"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// compared is two country-years with the one law that both are held against.
type compared struct {
	law   *standard.Standard
	sides [2]*record.CountryYear
	found [2]*plumbline.Assessment
	short [2]string // what tells one side from the other
	told  []compare.Subject
}

// compare shows two country-years side by side, or chooses them.
func (s *Server) compare(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes("a", "b", "standard"); err != nil {
		return nil, err
	}
	body := page.Compare{Heading: "Compare", A: strings.TrimSpace(r.query.Get("a")), B: strings.TrimSpace(r.query.Get("b"))}
	a := &answer{frame: page.Frame{Title: body.Heading, Here: "Compare", Lead: "Two country-years side by side: what both tell, and what one alone, each with its words."}}
	a.json, a.csv = table(compareColumns, nil)
	if formOf(r.Request) == asHTML {
		rows, err := s.Record.Store.NarrativeRows(ctx, store.NarrativeFilter{PrimaryOnly: true, IncludeSample: true, Uncounted: true})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			body.Known = append(body.Known, page.CountryYearWord(row.Country, row.Year))
		}
		slices.Sort(body.Known)
	}
	a.body = body
	if body.A == "" || body.B == "" {
		return a, nil
	}
	x, err := r.compared(ctx, body.A, body.B)
	if err != nil {
		return nil, err
	}
	first, second := x.sides[0], x.sides[1]
	body.Heading = fmt.Sprintf("%s beside %s", s.yearName(first), s.yearName(second))
	body.A, body.B = page.CountryYearWord(first.Country, first.Year), page.CountryYearWord(second.Country, second.Year)
	a.frame.Title, a.frame.Sample = body.Heading, first.Sample() || second.Sample()
	a.json, a.csv = table(compareColumns, x.rows())
	if formOf(r.Request) == asHTML {
		body.Sides = s.comparedBody(x)
		a.body = body
	}
	return a, nil
}

func (s *Server) yearName(y *record.CountryYear) string {
	return s.names(y.Year)(y.Country) + " " + strconv.Itoa(y.Year)
}

// compared reads which two country-years are meant, and under which law: that of
// the later one's report, unless the query names another.
func (r *request) compared(ctx context.Context, a, b string) (*compared, error) {
	rec := r.server.Record
	x := &compared{}
	for i, said := range []string{a, b} {
		var err error
		if x.sides[i], err = r.countryYear([]string{"a", "b"}[i], said); err != nil {
			return nil, err
		}
		y := x.sides[i]
		if x.sides[i], err = rec.CountryYear(ctx, y.Country, y.Year, ""); err != nil {
			return nil, r.server.otherYears(ctx, y, err)
		}
	}
	first, second := x.sides[0], x.sides[1]
	name := cmp.Or(r.query.Get("standard"), strconv.Itoa(max(first.Year, second.Year)))
	var err error
	if x.law, err = rec.Book.Find(name); err != nil {
		return nil, err
	}
	for i, y := range x.sides {
		if x.found[i], err = rec.Assess(ctx, y, record.Reading{Standard: x.law}); err != nil {
			return nil, err
		}
		x.short[i] = strconv.Itoa(y.Year)
		if first.Country != second.Country {
			x.short[i] = r.server.yearName(y)
		}
	}
	x.told = compare.Sides(&compare.Side{Country: first.Country, Claims: first.Claims}, &compare.Side{Country: second.Country, Claims: second.Claims})
	return x, nil
}

// countryYear reads ARM-2018, or Armenia 2018. What is returned has no claims.
func (r *request) countryYear(parameterName, said string) (*record.CountryYear, error) {
	cut := strings.LastIndexAny(said, "- ")
	if cut < 0 {
		return nil, parameter(parameterName, fmt.Sprintf("%q is no country and year", said), "write them as in ARM-2018")
	}
	year, err := readYear(parameterName, said[cut+1:])
	if err != nil {
		return nil, err
	}
	country := strings.TrimSpace(strings.TrimRight(said[:cut], "- "))
	code, err := r.server.Reader.Country(country, year)
	if err != nil {
		return nil, r.server.badCountry(parameterName, country, err)
	}
	return &record.CountryYear{Country: code, Year: year}, nil
}

// otherYears leads from a country-year that is not there to those that are.
func (s *Server) otherYears(ctx context.Context, y *record.CountryYear, err error) error {
	years, fault := s.Record.Years(ctx, y.Country)
	if fault != nil {
		return fault
	}
	var links []page.Link
	for _, year := range years {
		n, _ := strconv.Atoi(year)
		links = append(links, page.Link{Href: page.CountryPath(y.Country, n), Text: s.names(n)(y.Country) + " " + year})
	}
	return &signpost{err, links}
}

// comparedBody sets two country-years side by side.
func (s *Server) comparedBody(x *compared) *page.Compared {
	first, second := x.sides[0], x.sides[1]
	b := &page.Compared{First: s.compareSide(x, 0), Second: s.compareSide(x, 1), Versions: s.versions(x.law),
		Law: page.Link{Href: page.LawPath(x.law.Name), Text: "in force from " + string(x.law.Name)}}
	if first.Country == second.Country && (first.Year-second.Year == 1 || second.Year-first.Year == 1) {
		later := max(first.Year, second.Year)
		b.Memo = &page.Link{Href: page.ChangePath(first.Country, later), Text: fmt.Sprintf("Concrete actions and the move between lists in %d: the memo.", later)}
	}
	tellers := [2]*page.Teller{s.teller(first), s.teller(second)}
	b.Conduct = x.parts("conduct", true, tellers)
	b.Profile = x.parts("profile", false, tellers)
	b.Flows = s.comparedFlows(x)
	b.Figures = comparedFigures(x)
	b.AskedFirst, b.AskedSecond = asked(first), asked(second)
	b.Asked = len(b.AskedFirst)+len(b.AskedSecond) > 0
	b.Findings = x.findings()
	return b
}

func (s *Server) compareSide(x *compared, i int) page.CompareSide {
	y, a := x.sides[i], x.found[i]
	side := page.CompareSide{Name: s.yearName(y), Short: x.short[i], Href: page.CountryPath(y.Country, y.Year), Text: page.NarrativePath(y.Narrative.ID),
		Tier: y.Narrative.Placement.Tier, Law: wording.Indicates(&a.Law), Fitted: wording.Indicates(&a.Fitted), Sample: y.Sample()}
	if side.Tier != "" {
		side.Placed = placed(y.Narrative)
	}
	return side
}

// saidOf says which side tells of something.
func (x *compared) saidOf(t compare.Told) string {
	switch t {
	case compare.First:
		return fmt.Sprintf("told in %s, not in %s", x.short[0], x.short[1])
	case compare.Second:
		return fmt.Sprintf("told in %s, not in %s", x.short[1], x.short[0])
	case compare.Otherwise:
		return "told otherwise"
	}
	return "told in both"
}

// parts groups subjects by which side tells of them: of conduct, or of the
// profile.
func (x *compared) parts(id string, conduct bool, tellers [2]*page.Teller) []page.ComparedPart {
	var parts []page.ComparedPart
	for _, t := range []compare.Told{compare.Second, compare.Otherwise, compare.First, compare.Both} {
		p := page.ComparedPart{ID: id + "-" + string(t), Title: wording.Upper(x.saidOf(t)), Folded: t == compare.Both}
		for i := range x.told {
			subject := &x.told[i]
			if subject.Told != t || subject.Type.Conduct() != conduct {
				continue
			}
			set := page.ComparedSubject{Name: wording.TypeName(subject.Type)}
			if subject.Name != "" {
				set.Name += ": " + strings.ReplaceAll(wording.ID(strings.ReplaceAll(subject.Name, "; ", "_")), "_", ", in ")
			}
			for _, row := range subject.Rows {
				for _, c := range row.First {
					set.First = append(set.First, tellers[0].AnyLine(c))
				}
				for _, c := range row.Second {
					set.Second = append(set.Second, tellers[1].AnyLine(c))
				}
			}
			p.Subjects = append(p.Subjects, set)
		}
		if len(p.Subjects) > 0 {
			parts = append(parts, p)
		}
	}
	return parts
}

// asked lists what a narrative recommends.
func asked(y *record.CountryYear) (list []page.Asked) {
	for _, c := range view.OfType(y.Claims, plumbline.Recommendation) {
		list = append(list, page.Asked{Quote: wording.Clean(c.Citation.Quote), Href: page.CitationPath(c.Narrative, c.ID), Topics: wording.IDs(c.Participants.Topics)})
	}
	return list
}

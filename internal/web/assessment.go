package web

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/standard"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// assessed is a country-year with the law that it is to be held against.
type assessed struct {
	*record.CountryYear
	law *standard.Standard
	own bool // the law is that of the report's year
}

// assessed reads which country-year a page is on, and under which law: that of
// the report's year, unless the query names another.
func (r *request) assessed(ctx context.Context) (*assessed, error) {
	if err := r.takes("standard", "document"); err != nil {
		return nil, err
	}
	year, err := r.year()
	if err != nil {
		return nil, err
	}
	country, err := r.country(year)
	if err != nil {
		return nil, err
	}
	rec := r.server.Record
	x := &assessed{}
	name := r.query.Get("standard")
	if name == "" {
		name = strconv.Itoa(year)
	}
	if x.law, err = rec.Book.Find(name); err != nil {
		return nil, err
	}
	own, err := rec.Book.ForReport(year)
	x.own = err == nil && own.Name == x.law.Name
	x.CountryYear, err = rec.CountryYear(ctx, country, year, plumbline.DocumentID(r.query.Get("document")))
	return x, err
}

// assessment holds a country-year against the law, criterion by criterion.
func (s *Server) assessment(ctx context.Context, r *request) (*answer, error) {
	x, err := r.assessed(ctx)
	if err != nil {
		return nil, err
	}
	a, err := s.Record.Assess(ctx, x.CountryYear, record.Reading{Standard: x.law})
	if err != nil {
		return nil, err
	}
	out := &answer{frame: s.frameOf(x.CountryYear, "what the text indicates under the law")}
	out.frame.Trail = append(out.frame.Trail, page.Link{Href: page.NarrativePath(x.Narrative.ID), Text: "Text"})
	out.frame.Lead = fmt.Sprintf("%s: findings with their evidence, the indicated tier beside the printed one, and what would change it.", out.frame.Title)
	out.json = value(func(dst []byte) []byte { return encode.AppendAssessment(dst, a) })
	out.csv = func(w io.Writer) error { return encode.WriteFindingsCSV(w, a.Findings) }
	if formOf(r.Request) == asHTML {
		body := s.assessmentBody(x, a)
		body.Heading = out.frame.Title
		if v := r.query.Get("document"); v != "" {
			body.Kept = []page.HiddenField{{Name: "document", Value: v}}
		}
		out.body = body
	}
	return out, nil
}

// assessmentBody sets an assessment.
func (s *Server) assessmentBody(x *assessed, a *plumbline.Assessment) page.Assessment {
	lines := page.NewLines(view.ByID(x.Claims), func(*plumbline.Claim) string { return x.Document.Text }, s.names(x.Year))
	at := map[plumbline.CriterionID]int{}
	for i := range x.law.Criteria {
		at[x.law.Criteria[i].ID] = i
	}
	asks := func(id plumbline.CriterionID) (gloss, when string) {
		i, known := at[id]
		if !known {
			return "", ""
		}
		return x.law.Criteria[i].Gloss, x.law.InWords(i)
	}
	role := func(id plumbline.CriterionID) plumbline.CriterionRole {
		if i, known := at[id]; known {
			return x.law.Criteria[i].Role
		}
		return ""
	}
	b := page.Assessment{
		Links: yearLinks(x.CountryYear, page.AssessmentPath), Printed: a.Placement.Tier, Placed: placed(x.Narrative), Act: x.law.Act, Other: !x.own,
		Law: page.Link{Href: page.LawPath(x.law.Name), Text: "in force from " + string(x.law.Name)}, Versions: s.versions(x.law),
		Readings: []page.Reading{
			readingOf("law", "the rules of the statute alone", &a.Law, a),
			readingOf("fitted", "points fitted to published tiers", &a.Fitted, a),
		},
		Clock: clockFields(&a.Clock, x.law.TwoYear), Notes: a.Notes, Origin: page.NewOrigin(x.Document),
		Groups: page.SetFindings(a.Findings, lines, asks), Changes: page.SetCounterfactuals(a.Counterfactuals, role),
		Narrative: page.Link{Href: page.NarrativePath(x.Narrative.ID), Text: wording.FileName(x.Narrative.File)},
	}
	if len(a.Fitted.Reasons) > 0 {
		b.Score = wording.Upper(a.Fitted.Reasons[0]) + "."
	}
	for _, p := range a.Fitted.Points {
		tone := wording.Good
		if p.Points < 0 {
			tone = wording.Bad
		}
		set := page.Point{Points: fmt.Sprintf("%+.2f", p.Points), Gloss: a.Gloss(p.Element), Criterion: p.Criterion, Tone: tone}
		for i, id := range p.Claims {
			set.Claims = append(set.Claims, page.Link{Href: page.CitationPath(a.Narrative, id), Text: strconv.Itoa(i + 1)})
		}
		b.Points = append(b.Points, set)
	}
	for _, g := range view.GroupLeftOut(a.Left, view.ByID(x.Claims)) {
		set := page.LeftOut{Why: g.Why}
		for _, c := range g.Claims {
			set.Lines = append(set.Lines, lines.Of(c.ID)...)
		}
		b.LeftOut = append(b.LeftOut, set)
	}
	return b
}

// readingOf sets what one reading indicates. Where it differs from the tier
// printed, it says whether other findings would make it agree.
func readingOf(name, about string, in *plumbline.Indicated, a *plumbline.Assessment) page.Reading {
	printed := a.Placement.Tier
	r := page.Reading{Name: name, About: about, Tier: in.Tier, After: in.After, Beside: wording.Beside(in, printed), Reasons: in.Reasons}
	if in.Automatic {
		r.Said = "an automatic downgrade by this rule alone, not a finding of no efforts"
	}
	if in.Tier == "" || in.Tier == printed {
		return r
	}
	for _, g := range view.GroupCounterfactuals(a.Counterfactuals) {
		if g.Reading == name && g.Tier == printed {
			r.Agree = append(r.Agree, map[plumbline.CounterfactualKind]string{
				plumbline.IfConductChanged: "it would agree if the government's conduct changed as said below",
				plumbline.IfMoreWereKnown:  "it would agree if more were known, as said below",
			}[g.Kind])
		}
	}
	return r
}

// versions are the versions of the law to choose from.
func (s *Server) versions(chosen *standard.Standard) []page.MarkChoice {
	var list []page.MarkChoice
	for _, v := range s.Record.Book.Standards {
		reports := "no report was made under it"
		switch {
		case v.FirstReport == 0:
		case v.LastReport == 0:
			reports = fmt.Sprintf("reports from %d on", v.FirstReport)
		case v.LastReport == v.FirstReport:
			reports = fmt.Sprintf("report of %d", v.FirstReport)
		default:
			reports = fmt.Sprintf("reports of %d to %d", v.FirstReport, v.LastReport)
		}
		list = append(list, page.MarkChoice{Value: string(v.Name), Text: fmt.Sprintf("%s, %s", v.Name, reports), Chosen: v.Name == chosen.Name})
	}
	return list
}

// clockFields say where a country stands under the two-year rule.
func clockFields(c *plumbline.Clock, rule plumbline.TwoYearRule) []wording.Field {
	if !c.Applies {
		return []wording.Field{{Name: "The rule", Value: wording.Upper(c.Reason) + "."}}
	}
	list := []wording.Field{
		{Name: "Years that count", Value: wording.Counting(c)}, {Name: "Waivers used", Value: wording.OrUnknown(c.WaiversUsed)},
		{Name: "Waivers left", Value: wording.WaiversLeft(c, rule)}, {Name: "Next step", Value: wording.NextStep(c)},
		{Name: "Why", Value: wording.Upper(c.Reason) + "."},
	}
	if len(c.Missing) > 0 {
		list = append(list, wording.Field{Name: "Not known", Value: wording.Years(c.Missing)})
	}
	if rule.Cite != "" {
		list = append(list, wording.Field{Name: "Law", Value: rule.Cite})
	}
	return list
}

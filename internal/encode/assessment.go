package encode

import (
	"strconv"

	"plumbline"
)

// AppendAssessment appends a as one JSON object. A reading that cannot tell is
// null.
func AppendAssessment(dst []byte, a *plumbline.Assessment) []byte {
	dst = appendWord(dst, `{"country":`, a.Country)
	dst = appendInt(dst, `,"year":`, a.Year)
	dst = appendWord(dst, `,"standard":`, a.Standard)
	dst = appendPlacement(dst, &a.Placement)
	dst = appendWord(dst, `,"indicated":{"law":`, a.Law.Tier)
	dst = appendWord(dst, `,"fitted":`, a.Fitted.Tier)
	dst = appendWord(dst, `,"law_after_two_year_rule":`, a.Law.After)
	dst = appendWord(dst, `,"fitted_after_two_year_rule":`, a.Fitted.After)
	dst = appendBool(dst, `,"law_automatic_downgrade":`, a.Law.Automatic)
	dst = appendBool(dst, `,"fitted_automatic_downgrade":`, a.Fitted.Automatic)
	dst = appendList(dst, `,"law_reasons":`, a.Law.Reasons)
	dst = appendList(dst, `,"fitted_reasons":`, a.Fitted.Reasons)
	dst = appendFloat(append(dst, `,"score":`...), a.Fitted.Score)
	dst = appendEach(dst, `,"points":`, a.Fitted.Points, appendPoint)
	dst = appendEach(append(dst, '}'), `,"findings":`, a.Findings, appendFinding)
	dst = appendEach(dst, `,"counterfactuals":`, a.Counterfactuals, appendCounterfactual)
	dst = appendClock(dst, `,"clock":`, &a.Clock)
	dst = appendWord(dst, `,"narrative":`, a.Narrative)
	dst = appendList(dst, `,"notes":`, a.Notes)
	dst = appendEach(dst, `,"left_out":`, a.Left, appendLeftOut)
	return append(appendWord(dst, `,"notice":`, plumbline.TierNotice), '}')
}

// appendEach appends a list of objects.
func appendEach[T any](dst []byte, key string, list []T, one func([]byte, *T) []byte) []byte {
	dst = append(append(dst, key...), '[')
	for i := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = one(dst, &list[i])
	}
	return append(dst, ']')
}

func appendFloat(dst []byte, f float64) []byte { return strconv.AppendFloat(dst, f, 'f', 3, 64) }

func appendPoint(dst []byte, p *plumbline.Point) []byte {
	dst = appendWord(dst, `{"element":`, p.Element)
	dst = appendWord(dst, `,"criterion":`, p.Criterion)
	dst = appendFloat(append(dst, `,"points":`...), p.Points)
	return append(appendList(dst, `,"claims":`, p.Claims), '}')
}

// AppendFinding appends f as one JSON object.
func AppendFinding(dst []byte, f *plumbline.Finding) []byte { return appendFinding(dst, f) }

func appendFinding(dst []byte, f *plumbline.Finding) []byte {
	dst = appendWord(dst, `{"criterion":`, f.Criterion)
	dst = appendWord(dst, `,"title":`, f.Title)
	dst = appendWord(dst, `,"verdict":`, f.Verdict)
	dst = appendWord(dst, `,"certainty":`, f.Certainty)
	dst = appendList(dst, `,"for":`, f.For)
	dst = appendList(dst, `,"against":`, f.Against)
	dst = appendList(dst, `,"missing":`, f.Missing)
	dst = appendWord(dst, `,"reason":`, f.Reason)
	dst = appendWord(dst, `,"role":`, f.Role)
	dst = appendWord(dst, `,"cite":`, f.Cite)
	return append(appendEach(dst, `,"elements":`, f.Elements, appendElement), '}')
}

func appendElement(dst []byte, e *plumbline.ElementFinding) []byte {
	dst = appendWord(dst, `{"element":`, e.Name)
	dst = appendWord(dst, `,"gloss":`, e.Gloss)
	dst = appendWord(dst, `,"verdict":`, e.Verdict)
	dst = appendWord(dst, `,"certainty":`, e.Certainty)
	dst = appendList(dst, `,"for":`, e.For)
	dst = appendList(dst, `,"partly":`, e.Partly)
	dst = appendList(dst, `,"against":`, e.Against)
	dst = appendList(dst, `,"sources":`, e.Sources)
	dst = appendBool(dst, `,"contradicted":`, e.Contradicted())
	dst = appendBool(dst, `,"presumed":`, e.Presumed)
	return append(appendWord(dst, `,"reason":`, e.Reason), '}')
}

func appendCounterfactual(dst []byte, c *plumbline.Counterfactual) []byte {
	dst = appendWord(dst, `{"reading":`, c.Reading)
	dst = appendWord(dst, `,"tier":`, c.Tier)
	dst = appendWord(dst, `,"kind":`, c.Kind)
	dst = appendBool(dst, `,"open":`, c.Open)
	return append(appendEach(dst, `,"changes":`, c.Changes, appendChange), '}')
}

func appendChange(dst []byte, c *plumbline.Change) []byte {
	dst = appendWord(dst, `{"criterion":`, c.Criterion)
	dst = appendWord(dst, `,"title":`, c.Title)
	dst = appendWord(dst, `,"from":`, c.From)
	return append(appendWord(dst, `,"to":`, c.To), '}')
}

func appendLeftOut(dst []byte, l *plumbline.LeftOut) []byte {
	dst = appendWord(dst, `{"claim":`, l.Claim)
	return append(appendWord(dst, `,"why":`, l.Why), '}')
}

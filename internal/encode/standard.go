package encode

import "plumbline"

// AppendStandard appends s as one JSON object.
func AppendStandard(dst []byte, s *plumbline.Standard) []byte {
	dst = appendWord(dst, `{"standard":`, s.Name)
	dst = appendWord(dst, `,"act":`, s.Act)
	dst = appendWord(dst, `,"source":`, s.Source)
	dst = appendInt(dst, `,"first_report":`, s.FirstReport)
	dst = appendInt(dst, `,"last_report":`, s.LastReport)
	dst = appendInt(dst, `,"checked":`, s.Checked)
	dst = appendWord(dst, `,"scope":`, s.Scope)
	dst = appendWord(dst, `,"due":`, s.Due)
	dst = appendWord(dst, `,"watch_list":`, s.WatchList)
	dst = appendWord(dst, `,"presumption":`, s.Presumption)
	dst = appendTwoYears(append(dst, `,"two_year_rule":`...), &s.TwoYear)
	dst = appendEach(dst, `,"periods":`, s.Periods, appendPeriod)
	dst = appendEach(dst, `,"switches":`, s.Switches, appendSwitch)
	dst = appendEach(dst, `,"criteria":`, s.Criteria, appendCriterion)
	return append(appendWord(dst, `,"notice":`, plumbline.TierNotice), '}')
}

func appendTwoYears(dst []byte, t *plumbline.TwoYearRule) []byte {
	if t.CountsFrom == 0 {
		return append(dst, "null"...)
	}
	dst = appendInt(dst, `{"counts_from":`, t.CountsFrom)
	dst = appendInt(dst, `,"years":`, t.Years)
	dst = appendFigure(dst, `,"waiver_years":`, plumbline.Known(int64(t.WaiverYears)))
	dst = appendInt(dst, `,"relisting_years":`, t.RelistingYears)
	dst = appendWord(dst, `,"cite":`, t.Cite)
	return append(appendWord(dst, `,"source":`, t.Source), '}')
}

func appendPeriod(dst []byte, p *plumbline.Period) []byte {
	dst = appendInt(dst, `{"year":`, p.Year)
	dst = appendWord(dst, `,"start":`, p.Start)
	dst = appendWord(dst, `,"end":`, p.End)
	dst = appendWord(dst, `,"cite":`, p.Cite)
	return append(appendWord(dst, `,"source":`, p.Source), '}')
}

func appendSwitch(dst []byte, s *plumbline.Switch) []byte {
	dst = appendWord(dst, `{"name":`, s.Name)
	dst = appendList(dst, `,"values":`, s.Values)
	dst = appendWord(dst, `,"gloss":`, s.Gloss)
	return append(appendWord(dst, `,"because":`, s.Because), '}')
}

func appendCriterion(dst []byte, c *plumbline.Criterion) []byte {
	dst = appendWord(dst, `{"criterion":`, c.ID)
	dst = appendWord(dst, `,"name":`, c.As)
	dst = appendWord(dst, `,"role":`, c.Role)
	dst = appendWord(dst, `,"title":`, c.Title)
	dst = appendWord(dst, `,"gloss":`, c.Gloss)
	dst = appendWord(dst, `,"cite":`, c.Cite)
	dst = appendWord(dst, `,"source":`, c.Source)
	dst = appendWord(dst, `,"since":`, c.Since)
	dst = appendEach(dst, `,"elements":`, c.Elements, appendAsked)
	return append(appendWord(dst, `,"when":`, c.When), '}')
}

func appendAsked(dst []byte, e *plumbline.Element) []byte {
	dst = appendWord(dst, `{"name":`, e.Name)
	dst = appendWord(dst, `,"gloss":`, e.Gloss)
	dst = appendWord(dst, `,"cite":`, e.Cite)
	return append(appendWord(dst, `,"since":`, e.Since), '}')
}

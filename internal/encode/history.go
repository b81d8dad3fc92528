package encode

import (
	"strconv"

	"plumbline"
)

// AppendHistory appends h as one JSON object: every year with its placement, the
// clock for the report that comes next, and the dated facts beside them. The
// tier of a year that is not known is null.
func AppendHistory(dst []byte, h *plumbline.CountryHistory) []byte {
	dst = appendWord(dst, `{"kind":"history","country":`, h.Country)
	dst = appendEach(dst, `,"placements":`, h.Years, appendPlacementYear)
	dst = appendClock(dst, `,"clock":`, &h.Clock)
	dst = appendEach(dst, `,"waivers":`, h.Waivers, func(dst []byte, w *plumbline.Waiver) []byte {
		dst = appendWord(dst, `{"kind":`, w.Kind)
		dst = appendInt(dst, `,"year":`, w.Year)
		dst = appendWord(dst, `,"verified":`, w.Verified)
		return append(appendWord(dst, `,"source":`, w.Source), '}')
	})
	dst = appendEach(dst, `,"treaty_actions":`, h.Treaty, func(dst []byte, a *plumbline.TreatyAction) []byte {
		dst = appendWord(dst, `{"date":`, a.Date)
		dst = appendWord(dst, `,"action":`, a.Action)
		return append(appendWord(dst, `,"source":`, a.Source), '}')
	})
	dst = appendEach(dst, `,"child_soldier_lists":`, h.ChildSoldiers, func(dst []byte, c *plumbline.ChildSoldierListing) []byte {
		dst = appendInt(dst, `{"year":`, c.Year)
		return append(appendWord(dst, `,"source":`, c.Source), '}')
	})
	dst = appendYears(dst, `,"child_soldier_lists_known":`, h.ListsKnown)
	dst = appendEach(dst, `,"successions":`, h.Successions, func(dst []byte, s *plumbline.Succession) []byte {
		dst = appendWord(dst, `{"successor":`, s.Successor)
		dst = appendWord(dst, `,"predecessor":`, s.Predecessor)
		return append(appendInt(dst, `,"year":`, s.Year), '}')
	})
	return append(appendWord(dst, `,"notice":`, plumbline.TierNotice), '}')
}

func appendPlacementYear(dst []byte, y *plumbline.PlacementYear) []byte {
	dst = appendPast(dst, &y.PastPlacement)
	dst = appendWord(dst, `,"move":`, y.Move)
	dst = appendWord(dst, `,"two_year_rule":`, y.TwoYear)
	return append(appendEach(dst, `,"others":`, y.Others, func(dst []byte, p *plumbline.PastPlacement) []byte {
		return append(appendPast(dst, p), '}')
	}), '}')
}

func appendPast(dst []byte, p *plumbline.PastPlacement) []byte {
	dst = appendInt(dst, `{"year":`, p.Year)
	dst = appendWord(dst, `,"tier":`, p.Tier)
	dst = appendWord(dst, `,"verified":`, p.Verified)
	dst = appendInt(dst, `,"derived_from":`, p.From)
	dst = appendWord(dst, `,"source":`, p.Source)
	return appendWord(dst, `,"document":`, p.Document)
}

// PlacementYearColumns names the CSV columns of a history in their order.
var PlacementYearColumns = []string{"country", "year", "tier", "move", "two_year_rule", "verified", "derived_from", "source", "document", "notice"}

// AppendPlacementYearCSV appends a year of a history as one CSV record without a
// line break.
func AppendPlacementYearCSV(dst []byte, y *plumbline.PlacementYear) []byte {
	r := record{dst: append(dst, y.Country...)}
	r.year(y.Year)
	r.word(string(y.Tier))
	r.word(string(y.Move))
	r.word(string(y.TwoYear))
	r.word(string(y.Verified))
	r.year(y.From)
	r.word(y.Source)
	r.word(string(y.Document))
	r.word(plumbline.TierNotice)
	return r.dst
}

// StatementColumns names the CSV columns of a statement in their order: its keys
// and the notice on tiers.
var StatementColumns = []string{"kind", "narrative", "document", "file", "country", "year", "about", "says", "quote", "verdict", "reason", "notice"}

// AppendStatement appends s as one JSON object.
func AppendStatement(dst []byte, s *plumbline.Statement) []byte {
	dst = appendWord(dst, `{"kind":"statement","narrative":`, s.Narrative)
	dst = appendWord(dst, `,"document":`, s.Document)
	dst = appendWord(dst, `,"file":`, s.File)
	dst = appendWord(dst, `,"country":`, s.Country)
	dst = appendInt(dst, `,"year":`, s.Year)
	dst = appendWord(dst, `,"about":`, s.Kind)
	dst = appendWord(dst, `,"says":`, s.Says)
	dst = appendWord(dst, `,"quote":`, s.Quote)
	dst = appendWord(dst, `,"verdict":`, s.Verdict)
	return append(appendWord(dst, `,"reason":`, s.Reason), '}')
}

// AppendStatementCSV appends s as one CSV record without a line break.
func AppendStatementCSV(dst []byte, s *plumbline.Statement) []byte {
	r := record{dst: append(dst, "statement"...)}
	for _, word := range []string{string(s.Narrative), string(s.Document), s.File, string(s.Country)} {
		r.word(word)
	}
	r.dst = strconv.AppendInt(append(r.dst, ','), int64(s.Year), 10)
	for _, word := range []string{string(s.Kind), s.Says, s.Quote, string(s.Verdict), s.Reason, plumbline.TierNotice} {
		r.word(word)
	}
	return r.dst
}

package encode

import "plumbline"

// AppendNarrative appends n as one JSON object without a line break.
func AppendNarrative(dst []byte, n *plumbline.Narrative) []byte {
	dst = appendWord(dst, `{"kind":"narrative","id":`, n.ID)
	dst = appendWord(dst, `,"document":`, n.Document)
	dst = appendWord(dst, `,"file":`, n.File)
	dst = appendWord(dst, `,"country":`, n.Country)
	dst = appendInt(dst, `,"year":`, n.Year)
	dst = appendWord(dst, `,"layout":`, n.Layout)
	dst = appendSpan(append(dst, ','), n.Span)
	dst = appendPlacement(dst, &n.Placement)
	dst = append(dst, `,"sections":[`...)
	for i, s := range n.Sections {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendWord(dst, `{"name":`, s.Name)
		dst = append(appendSpan(append(dst, ','), s.Span), '}')
	}
	return append(dst, "]}"...)
}

func appendPlacement(dst []byte, p *plumbline.Placement) []byte {
	dst = appendWord(dst, `,"placement":{"tier":`, p.Tier)
	dst = appendWord(dst, `,"heading_tier":`, p.HeadingTier)
	dst = appendWord(dst, `,"outcome_tier":`, p.OutcomeTier)
	dst = appendAnswer(dst, `,"fully_meets":`, p.FullyMeets)
	dst = appendAnswer(dst, `,"significant_efforts":`, p.SignificantEfforts)
	dst = appendWord(dst, `,"move":`, p.Move)
	dst = appendInt(dst, `,"consecutive":`, p.Consecutive)
	dst = appendBool(dst, `,"waiver":`, p.Waiver)
	return append(appendWord(dst, `,"basis":`, p.Basis), '}')
}

// AppendNarrativeCSV appends n as one CSV record without a line break, its
// cells in the order of NarrativeColumns.
func AppendNarrativeCSV(dst []byte, n *plumbline.Narrative) []byte {
	r := record{dst: append(dst, "narrative"...)}
	r.word(string(n.ID))
	r.word(string(n.Document))
	r.word(n.File)
	r.word(string(n.Country))
	r.year(n.Year)
	r.word(n.Layout)
	r.span(n.Span)
	p := &n.Placement
	r.word(string(p.Tier))
	r.word(string(p.HeadingTier))
	r.word(string(p.OutcomeTier))
	r.answer(p.FullyMeets)
	r.answer(p.SignificantEfforts)
	r.word(string(p.Move))
	r.year(p.Consecutive)
	r.bool(p.Waiver)
	r.word(string(p.Basis))
	r.open()
	for i, s := range n.Sections {
		r.place(i, string(s.Name), s.Span)
	}
	r.close()
	return r.dst
}

// NarrativeFields describes the keys of a narrative in their order.
func NarrativeFields() []Field {
	return []Field{
		{"kind", "word", "always narrative", ""},
		{"id", "id", "the narrative's identity: its document, country, year and place", ""},
		{"document", "id", "the reading context: the file's bytes with the country, year and layout it was read under", ""},
		{"file", "text", "the path or name of the file that was read", ""},
		{"country", "code", "the country that the narrative is about", "ISO 3166-1 alpha-3"},
		{"year", "number", "the year of the report, as the text or the user gives it", "year"},
		{"layout", "word", "the layout by which the narrative was cut into sections", ""},
		{"start", "offset", "where the narrative begins, heading included", "byte"},
		{"end", "offset", "where the narrative ends", "byte"},
		{"placement.tier", "word", "the tier that the publisher printed; the heading's where two are printed: 1, 2, 2WL (Tier 2 Watch List), 3, SC (Special Case)", ""},
		{"placement.heading_tier", "word", "the tier in the heading", ""},
		{"placement.outcome_tier", "word", "the tier in the sentence that states the outcome", ""},
		{"placement.fully_meets", "answer", "whether the text says that the government fully meets the minimum standards", ""},
		{"placement.significant_efforts", "answer", "whether the text says that the government makes significant efforts", ""},
		{"placement.move", "word", "the tier against the year before, as said: upgraded, downgraded, remained, placed", ""},
		{"placement.consecutive", "number", "years in a row at that tier, as said", "year"},
		{"placement.waiver", "bool", "whether a waiver of the automatic downgrade is said to be granted", ""},
		{"placement.basis", "word", "assessed, or automatic where the two-year rule required a downgrade", ""},
		{"sections", "places", "the sections in the order of the text, each without its heading: profile, assessment, recommendations, prosecution, protection, prevention", "byte"},
	}
}

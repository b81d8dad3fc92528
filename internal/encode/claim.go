package encode

import "plumbline"

// AppendClaim appends c as one JSON object without a line break.
func AppendClaim(dst []byte, c *plumbline.Claim) []byte {
	dst = appendWord(dst, `{"kind":"claim","id":`, c.ID)
	dst = appendWord(dst, `,"narrative":`, c.Narrative)
	dst = appendWord(dst, `,"file":`, c.File)
	dst = appendWord(dst, `,"country":`, c.Country)
	dst = appendInt(dst, `,"year":`, c.Year)
	dst = appendWord(dst, `,"section":`, c.Section)
	dst = appendWord(dst, `,"type":`, c.Type)
	dst = appendWord(dst, `,"valence":`, c.Valence)
	dst = appendWord(dst, `,"certainty":`, c.Certainty)
	dst = appendWord(dst, `,"reporting":`, c.Reporting)
	dst = appendWord(dst, `,"aspect":`, c.Aspect)
	dst = appendWord(dst, `,"source":`, c.Source)
	dst = appendWord(dst, `,"movement":`, c.Movement)
	dst = appendWord(dst, `,"direction":`, c.Direction)
	dst = appendWord(dst, `,"frequency":`, c.Frequency)
	dst = appendParticipants(dst, &c.Participants)
	dst = appendQuantity(dst, &c.Quantity)
	dst = appendTerms(dst, c.Terms)
	dst = appendWord(dst, `,"time":{"start":`, c.Time.Start)
	dst = appendWord(dst, `,"end":`, c.Time.End)
	dst = appendSpan(append(dst, `},"citation":{`...), c.Citation.Span)
	dst = appendString(append(dst, `,"quote":`...), c.Citation.Quote)
	dst = appendInt(dst, `,"page":`, c.Citation.Page)
	dst = appendInt(dst, `,"last_page":`, c.Citation.LastPage)
	dst = appendWord(dst, `},"found_by":`, c.FoundBy)
	dst = append(dst, `,"evidence":[`...)
	for i, e := range c.Evidence {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendWord(dst, `{"what":`, e.What)
		dst = append(appendSpan(append(dst, ','), e.Span), '}')
	}
	dst = appendList(append(dst, ']'), `,"qualified_by":`, c.QualifiedBy)
	return append(appendWord(dst, `,"act":`, c.Act), '}')
}

func appendParticipants(dst []byte, p *plumbline.Participants) []byte {
	dst = appendList(dst, `,"participants":{"subject":`, p.Subject)
	dst = appendList(dst, `,"actor":`, p.Actor)
	dst = appendList(dst, `,"origin":`, p.Origin)
	dst = appendList(dst, `,"origin_regions":`, p.OriginRegions)
	dst = appendList(dst, `,"destination":`, p.Destination)
	dst = appendList(dst, `,"destination_regions":`, p.DestinationRegions)
	dst = appendList(dst, `,"transit":`, p.Transit)
	dst = appendList(dst, `,"roles":`, p.Roles)
	dst = appendList(dst, `,"victims":`, p.Victims)
	dst = appendList(dst, `,"perpetrators":`, p.Perpetrators)
	dst = appendList(dst, `,"buyer":`, p.Buyer)
	dst = appendList(dst, `,"instrument":`, p.Instrument)
	dst = appendList(dst, `,"forms":`, p.Forms)
	dst = appendList(dst, `,"sectors":`, p.Sectors)
	dst = appendList(dst, `,"means":`, p.Means)
	dst = appendList(dst, `,"factors":`, p.Factors)
	return append(appendList(dst, `,"topics":`, p.Topics), '}')
}

func appendQuantity(dst []byte, q *plumbline.Quantity) []byte {
	dst = appendFigure(dst, `,"quantity":{"count":`, q.Count)
	dst = appendFigure(dst, `,"min":`, q.Min)
	dst = appendFigure(dst, `,"max":`, q.Max)
	dst = appendRatio(dst, `,"share":`, q.Share)
	dst = appendFigure(dst, `,"previous":`, q.Previous)
	dst = appendWord(dst, `,"unit":`, q.Unit)
	dst = appendWord(dst, `,"of":`, q.Of)
	return append(appendBool(dst, `,"approx":`, q.Approx), '}')
}

func appendTerms(dst []byte, t *plumbline.Terms) []byte {
	if t == nil {
		return append(dst, `,"terms":null`...)
	}
	dst = appendList(dst, `,"terms":{"covers":`, t.Covers)
	dst = appendList(dst, `,"population":`, t.Population)
	dst = appendAnswer(dst, `,"force_proof":`, t.ForceProof)
	dst = appendFigure(dst, `,"years_min":`, t.YearsMin)
	dst = appendFigure(dst, `,"years_max":`, t.YearsMax)
	dst = appendAnswer(dst, `,"fine_option":`, t.FineOption)
	dst = appendList(dst, `,"judgement":`, t.Judgement)
	return append(appendWord(dst, `,"kind":`, t.Kind), '}')
}

// AppendClaimCSV appends c as one CSV record without a line break, its cells
// in the order of ClaimColumns. The cells of terms are empty where there are
// none.
func AppendClaimCSV(dst []byte, c *plumbline.Claim) []byte {
	r := record{dst: append(dst, "claim"...)}
	r.word(string(c.ID))
	r.word(string(c.Narrative))
	r.word(c.File)
	r.word(string(c.Country))
	r.year(c.Year)
	r.word(string(c.Section))
	r.word(string(c.Type))
	r.word(string(c.Valence))
	r.word(string(c.Certainty))
	r.word(string(c.Reporting))
	r.word(string(c.Aspect))
	r.word(string(c.Source))
	r.word(string(c.Movement))
	r.word(string(c.Direction))
	r.word(string(c.Frequency))
	r.participants(&c.Participants)
	r.quantity(&c.Quantity)
	r.terms(c.Terms)
	r.word(c.Time.Start)
	r.word(c.Time.End)
	r.span(c.Citation.Span)
	r.word(c.Citation.Quote)
	r.year(c.Citation.Page)
	r.year(c.Citation.LastPage)
	r.word(string(c.FoundBy))
	r.open()
	for i, e := range c.Evidence {
		r.place(i, string(e.What), e.Span)
	}
	r.close()
	r.open()
	for i, id := range c.QualifiedBy {
		r.item(i, string(id))
	}
	r.close()
	r.word(c.Act)
	return r.dst
}

func (r *record) participants(p *plumbline.Participants) {
	r.list(p.Subject)
	r.list(p.Actor)
	r.list(p.Origin)
	r.list(p.OriginRegions)
	r.list(p.Destination)
	r.list(p.DestinationRegions)
	r.list(p.Transit)
	r.list(p.Roles)
	r.list(p.Victims)
	r.list(p.Perpetrators)
	r.list(p.Buyer)
	r.list(p.Instrument)
	r.list(p.Forms)
	r.list(p.Sectors)
	r.list(p.Means)
	r.list(p.Factors)
	r.list(p.Topics)
}

func (r *record) quantity(q *plumbline.Quantity) {
	r.figure(q.Count)
	r.figure(q.Min)
	r.figure(q.Max)
	r.ratio(q.Share)
	r.figure(q.Previous)
	r.word(q.Unit)
	r.word(q.Of)
	r.bool(q.Approx)
}

func (r *record) terms(t *plumbline.Terms) {
	if t == nil {
		t = &plumbline.Terms{}
	}
	r.list(t.Covers)
	r.list(t.Population)
	r.answer(t.ForceProof)
	r.figure(t.YearsMin)
	r.figure(t.YearsMax)
	r.answer(t.FineOption)
	r.list(t.Judgement)
	r.word(t.Kind)
}

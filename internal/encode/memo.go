package encode

import "plumbline"

// AppendMemo appends m as one JSON object.
func AppendMemo(dst []byte, m *plumbline.Memo) []byte {
	dst = appendWord(dst, `{"country":`, m.Country)
	dst = appendInt(dst, `,"year":`, m.Year)
	dst = appendWord(dst, `,"standard":`, m.Standard)
	dst = appendWord(dst, `,"narrative":`, m.Narrative)
	dst = appendWord(dst, `,"before":`, m.Before)
	dst = appendWord(dst, `,"from":{"tier":`, m.From.Tier)
	dst = appendInt(dst, `,"year":`, m.From.Year)
	dst = appendWord(dst, `,"source":`, m.From.Source)
	dst = appendWord(dst, `,"verified":`, m.From.Verified)
	dst = appendPlacement(append(dst, '}'), &m.Placement)
	dst = appendWord(dst, `,"move":`, m.Move)
	dst = appendAnswer(dst, `,"concrete_action_told":`, m.Explained)
	dst = appendEach(dst, `,"for":`, m.For, appendAction)
	dst = appendEach(dst, `,"against":`, m.Against, appendAction)
	dst = appendEach(dst, `,"partly":`, m.Partly, appendAction)
	dst = appendEach(dst, `,"elements_changed":`, m.Turns, appendTurn)
	dst = appendEach(dst, `,"criteria_changed":`, m.Criteria, appendChange)
	dst = appendList(dst, `,"missing":`, m.Missing)
	dst = appendList(dst, `,"notes":`, m.Notes)
	return append(appendWord(dst, `,"notice":`, plumbline.TierNotice), '}')
}

func appendAction(dst []byte, a *plumbline.Action) []byte {
	dst = appendWord(dst, `{"claim":`, a.Claim)
	dst = appendWord(dst, `,"kind":`, a.Kind)
	dst = appendWord(dst, `,"type":`, a.Type)
	dst = appendWord(dst, `,"valence":`, a.Valence)
	dst = appendWord(dst, `,"reporting":`, a.Reporting)
	dst = appendWord(dst, `,"certainty":`, a.Certainty)
	dst = appendWord(dst, `,"source":`, a.Source)
	dst = appendWord(dst, `,"section":`, a.Section)
	dst = appendFigure(dst, `,"count":`, a.Quantity.Count)
	dst = appendFigure(dst, `,"previous":`, a.Quantity.Previous)
	dst = appendWord(dst, `,"unit":`, a.Quantity.Unit)
	dst = appendList(dst, `,"criteria":`, a.Criteria)
	dst = appendList(dst, `,"elements":`, a.Elements)
	dst = appendAnswer(dst, `,"new":`, a.New)
	return append(appendCite(dst, &a.Citation), '}')
}

// appendCite appends a citation as the value of its key.
func appendCite(dst []byte, c *plumbline.Citation) []byte {
	dst = appendSpan(append(dst, `,"citation":{`...), c.Span)
	dst = appendString(append(dst, `,"quote":`...), c.Quote)
	dst = appendInt(dst, `,"page":`, c.Page)
	return append(appendInt(dst, `,"last_page":`, c.LastPage), '}')
}

func appendTurn(dst []byte, t *plumbline.Turn) []byte {
	dst = appendWord(dst, `{"criterion":`, t.Criterion)
	dst = appendWord(dst, `,"element":`, t.Element)
	dst = appendWord(dst, `,"gloss":`, t.Gloss)
	dst = appendWord(dst, `,"kind":`, t.Kind)
	dst = appendWord(dst, `,"from":`, t.From)
	dst = appendWord(dst, `,"to":`, t.To)
	dst = appendList(dst, `,"claims_then":`, t.Then)
	return append(appendList(dst, `,"claims_now":`, t.Now), '}')
}

package encode

import "plumbline"

// AppendDocument appends what a file was taken for as one JSON object: where it
// comes from, how it was taken in, its narratives and doubts. Bytes is the size
// of its text; readAt is empty where nothing was stored, claims unknown where
// none were looked for.
func AppendDocument(dst []byte, r *plumbline.Reading, bytes int, readAt string, claims plumbline.Figure) []byte {
	d := &r.Document
	dst = appendWord(dst, `{"kind":"document","id":`, d.ID)
	dst = appendWord(dst, `,"file":`, d.File)
	dst = appendWord(dst, `,"sha256":`, d.SHA256)
	dst = appendWord(dst, `,"media_type":`, d.MediaType)
	dst = appendWord(dst, `,"encoding":`, d.Encoding)
	dst = appendWord(dst, `,"source":`, d.Source)
	dst = appendWord(dst, `,"retrieved":`, d.Retrieved)
	dst = appendWord(dst, `,"title":`, d.Title)
	dst = appendWord(dst, `,"publisher":`, d.Publisher)
	dst = appendWord(dst, `,"released":`, d.Released)
	dst = appendBool(dst, `,"sample":`, d.Sample)
	dst = appendWord(dst, `,"context":{"country":`, d.Context.Country)
	dst = appendInt(dst, `,"year":`, d.Context.Year)
	dst = appendWord(dst, `,"layout":`, d.Context.Layout)
	dst = appendBool(dst, `,"single":`, d.Context.Single)
	dst = appendWord(dst, `,"fields":`, d.Context.Fields)
	dst = appendFigure(dst, `},"bytes":`, plumbline.Known(int64(bytes)))
	dst = appendFigure(dst, `,"pages":`, plumbline.Known(int64(len(d.Pages))))
	dst = appendFigure(dst, `,"parts":`, plumbline.Known(int64(len(d.Parts))))
	dst = appendWord(dst, `,"read_at":`, readAt)
	dst = appendWord(dst, `,"tool":`, r.Tool)
	dst = appendWord(dst, `,"rules":`, r.Rules)
	dst = appendFigure(dst, `,"claims":`, claims)
	dst = appendEach(dst, `,"narratives":`, r.Narratives, AppendNarrative)
	if r.Apart != nil {
		dst = appendApart(dst, d, r.Apart)
	}
	dst = appendEach(dst, `,"doubts":`, r.Doubts, appendDoubt)
	return append(dst, '}')
}

func appendDoubt(dst []byte, d *plumbline.Doubt) []byte {
	dst = appendWord(dst, `{"narrative":`, d.Narrative)
	dst = appendSpan(append(dst, ','), d.Span)
	dst = appendWord(dst, `,"message":`, d.Message)
	dst = appendWord(dst, `,"hint":`, d.Hint)
	return append(dst, '}')
}

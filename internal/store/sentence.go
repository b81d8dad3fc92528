package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// sentence is a sentence of a narrative as search has it.
type sentence struct {
	section plumbline.SectionName // empty between the sections
	start   int                   // byte offset into the document's text
	text    string                // as long as its span
}

// cutter cuts narratives into sentences.
type cutter struct {
	scanner token.Scanner
	room    token.Text
	letters bool // the document's ligatures are letters, not damaged marks
	source  string
}

func newCutter(source string) *cutter {
	c := &cutter{scanner: token.Scanner{Vocab: new(token.Vocab)}, source: source}
	c.scanner.Vocab.Add(".")
	c.letters = ligaturesInside(source)
	return c
}

// ligaturesInside reports whether a ligature stands between two letters, where
// no mark can be meant.
func ligaturesInside(s string) bool {
	for i := 0; i < len(s); i++ {
		at := strings.Index(s[i:], "\xef\xac") // fi, fl and their kin
		if at < 0 {
			return false
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[min(i+3, len(s)):])
		if unicode.IsLetter(before) && unicode.IsLetter(after) && after < 'ﬀ' && before < 'ﬀ' {
			return true
		}
	}
	return false
}

// sentences cuts all of a narrative, what stands between its sections too.
func (c *cutter) sentences(n *plumbline.Narrative) []sentence {
	sections := slices.Clone(n.Sections)
	slices.SortFunc(sections, func(a, b plumbline.Section) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	furniture := slices.Clone(n.Furniture)
	slices.SortFunc(furniture, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	var list []sentence
	at := n.Span.Start
	for _, s := range sections {
		list = c.cut(list, "", text.Span{Start: at, End: s.Span.Start}, furniture)
		start := max(at, s.Span.Start)
		list = c.cut(list, s.Name, text.Span{Start: start, End: s.Span.End}, furniture)
		at = max(at, s.Span.End)
	}
	return c.cut(list, "", text.Span{Start: at, End: n.Span.End}, furniture)
}

func (c *cutter) cut(list []sentence, section plumbline.SectionName, in text.Span, furniture []text.Span) []sentence {
	if in.End <= in.Start {
		return list
	}
	c.scanner.Scan(&c.room, c.source, in, furniture)
	for _, s := range c.room.Sentences {
		at := c.room.Span(s.First, s.Last)
		if !at.Empty() {
			list = append(list, sentence{section, at.Start, c.view(at, s, furniture)})
		}
	}
	return list
}

// view returns the bytes of a sentence with what is not of it, or not meant,
// exchanged for as many others.
func (c *cutter) view(at text.Span, s token.Sentence, furniture []text.Span) string {
	words := at.In(c.source)
	var b []byte // a copy, once it is needed
	put := func(from int, with string) {
		if b == nil {
			b = []byte(words)
		}
		copy(b[from-at.Start:], with)
	}
	for _, f := range furniture {
		if start, end := max(f.Start, at.Start), min(f.End, at.End); start < end {
			put(start, strings.Repeat(" ", end-start))
		}
	}
	for _, k := range c.room.Tokens[s.First:s.Last] {
		if mark := c.meant(k); mark != "" {
			put(int(k.Start), mark)
		}
	}
	if b == nil {
		return words
	}
	return string(b)
}

// meant returns the mark that a damaged letter stands for, as long as it is,
// or "" for what is no damaged letter.
func (c *cutter) meant(k token.Token) string {
	if k.Kind != token.Punct && k.Kind != token.Dash {
		return ""
	}
	switch letter := c.source[k.Start:k.End]; {
	case letter == "Š" || letter == "Œ":
		return "--"
	case letter == "ﬁ" && !c.letters:
		return "“"
	case letter == "ﬂ" && !c.letters:
		return "”"
	}
	return ""
}

// putSentences makes the narratives and claims of a document findable by their
// words. The narratives are in the database, with their sequence.
func putSentences(tx *sql.Tx, id plumbline.DocumentID, source string, ns []plumbline.Narrative) error {
	put, err := tx.Prepare(positional(`INSERT INTO sentence (narrative, section, span_start, text)
		VALUES ((SELECT sequence FROM narrative WHERE id = $1), $2, $3, $4)`))
	if err != nil {
		return err
	}
	defer put.Close()
	cutter := newCutter(source)
	for _, n := range ordered(ns, bySpan) {
		for _, s := range cutter.sentences(n) {
			if _, err := put.Exec(string(n.ID), words(s.section), s.start, s.text); err != nil {
				return fmt.Errorf("narrative %s: %w", n.ID, err)
			}
		}
	}
	return indexWords(tx, id)
}

// bySpan orders narratives as they stand in the text.
func bySpan(a, b *plumbline.Narrative) int {
	return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.ID, b.ID))
}

// catchUp indexes the documents that were stored before there was a search.
func catchUp(tx *sql.Tx) error {
	ids, err := column(tx, `SELECT id FROM document WHERE id NOT IN (SELECT document FROM indexed) ORDER BY sequence`)
	if err != nil {
		return err
	}
	for _, id := range ids {
		d, err := document(tx, plumbline.DocumentID(id))
		if err != nil {
			return err
		}
		w := new(where)
		w.is("n.document = $", id)
		ns, err := narratives(tx, w, "")
		if err != nil {
			return err
		}
		if err := putSentences(tx, d.ID, d.Text, ns); err != nil {
			return err
		}
	}
	return nil
}

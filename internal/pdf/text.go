package pdf

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"plumbline"
)

// Text is what a file says.
type Text struct {
	Text  string // UTF-8, paragraphs parted by an empty line
	Pages []plumbline.Page
	Boxes plumbline.Boxes
	Blank []int // pages without any text, by number
	Drawn []int // those of them that show something: pictures, of text perhaps

	Recognized    []int   // pages whose text was recognised
	Words, Unsure int     // that were recognised, and how many of them may be wrong
	Unread        []error // of pages on which nothing could be recognised; each begins with its page
}

// Options say how a file is read. The zero value works.
type Options struct {
	// Progress is told of each page that was read. A page that is recognised
	// counts once more.
	Progress func(page, of int)

	// Recognizer reads the pages that show something but have no text; nil
	// leaves them out.
	Recognizer *Recognizer
}

// Read reads the text of a file. An error wraps ErrFormat, ErrEncrypted,
// ErrNoPages, ErrSlow or ErrBroken where the file is at fault, and is ctx's
// error when ctx ends.
func (e *Engine) Read(ctx context.Context, data []byte, o Options) (*Text, error) {
	sheets, err := e.sheets(ctx, data, o)
	if err != nil {
		return nil, err
	}
	if o.Recognizer != nil {
		if err := e.recognize(ctx, data, sheets, o); err != nil {
			return nil, err
		}
	}
	return compose(sheets), nil
}

// sheets reads the pages of a file.
func (e *Engine) sheets(ctx context.Context, data []byte, o Options) ([]sheet, error) {
	f, err := e.Open(ctx, data)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sheets := make([]sheet, f.pages)
	for i := range sheets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if sheets[i], err = f.page(ctx, i); err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		if o.Progress != nil {
			o.Progress(i+1, f.pages)
		}
	}
	return sheets, nil
}

// compose makes a text of pages.
func compose(sheets []sheet) *Text {
	t := &Text{}
	for i := range sheets {
		t.note(&sheets[i])
	}
	titles := clear(sheets)
	takeInitials(sheets)
	c := survey(sheets)
	pieces := 0
	for i := range sheets {
		pieces += len(sheets[i].pieces)
	}
	lines := make([]line, 0, pieces)
	for i := range sheets {
		lines = append(lines, c.order(i, sheets[i].pieces)...)
	}
	ligatures(lines)
	ligatures(titles)
	w := writer{sheets: sheets, speller: learn(lines), setting: measure(lines)}
	w.titles(titles, lines)
	w.write(lines)
	t.Text, t.Pages = w.text.String(), w.pages
	t.Boxes = plumbline.PackBoxes(t.Text, w.places)
	return t
}

// note says of a page what is out of the ordinary.
func (t *Text) note(s *sheet) {
	if s.seen.words > 0 {
		t.Recognized = append(t.Recognized, s.number)
		t.Words += s.seen.words
		t.Unsure += s.seen.unsure
	}
	if s.unread != nil {
		t.Unread = append(t.Unread, s.unread)
	}
	if len(s.pieces) > 0 {
		return
	}
	t.Blank = append(t.Blank, s.number)
	if s.drawn {
		t.Drawn = append(t.Drawn, s.number)
	}
}

// writer writes the text with the place of each word.
type writer struct {
	sheets  []sheet
	speller speller
	setting setting

	text  strings.Builder
	pages []plumbline.Page
	boxes []placed // of each word, one for each line that it stands on
}

// titles puts what stands at the edge of most pages before the text, unless the
// text begins with it.
func (w *writer) titles(titles, lines []line) {
	var first strings.Builder
	for i := 0; i < min(len(lines), 40); i++ {
		first.WriteString(lines[i].text() + " ")
	}
	for i := range titles {
		t := &titles[i]
		if strings.Contains(strings.ToLower(first.String()), strings.ToLower(t.text())) {
			continue
		}
		w.turnTo(0)
		for k, word := range t.words {
			if k > 0 {
				w.text.WriteByte(' ')
			}
			w.text.WriteString(word.text)
			w.place(t, word.at.box(), false)
		}
		w.text.WriteString("\n\n")
	}
}

func (w *writer) write(lines []line) {
	w.room(lines)
	glued := false // to the last word of the line before
	for i := range lines {
		l := &lines[i]
		begins := w.setting.begins(lines, i)
		switch {
		case i == 0 || glued && !begins:
		case begins:
			w.text.WriteString("\n\n")
		default:
			w.text.WriteByte(' ')
		}
		w.turnTo(l.sheet)
		glue := glued && !begins
		glued = false
		for k, word := range l.words {
			text := word.text
			if k == len(l.words)-1 && i+1 < len(lines) && !w.setting.begins(lines, i+1) {
				text, glued = w.speller.join(text, lines[i+1].words[0].text)
			}
			if k > 0 {
				w.text.WriteByte(' ')
			}
			w.text.WriteString(text)
			w.place(l, word.at.box(), glue && k == 0)
		}
	}
	if w.text.Len() > 0 {
		w.text.WriteByte('\n')
	}
	w.turnTo(len(w.sheets) - 1)
}

// room makes room for all words at once.
func (w *writer) room(lines []line) {
	words, letters := 0, 0
	for i := range lines {
		words += len(lines[i].words)
		letters += 2 // an empty line
		for _, word := range lines[i].words {
			letters += len(word.text) + 1
		}
	}
	w.text.Grow(letters)
	w.boxes = slices.Grow(w.boxes, words)
}

// turnTo notes where the pages up to a sheet begin.
func (w *writer) turnTo(sheet int) {
	for len(w.pages) <= sheet {
		w.pages = append(w.pages, plumbline.Page{Number: w.sheets[len(w.pages)].number, Start: w.text.Len()})
	}
}

// place keeps the box of a word, or of the rest of the word before.
func (w *writer) place(l *line, b box, rest bool) {
	s := &w.sheets[l.sheet]
	b.bottom, b.top = min(b.bottom, l.base-0.2*l.style.size), max(b.top, l.base+0.7*l.style.size)
	b = b.turn((4 - s.turn) % 4)
	w.boxes = append(w.boxes, placed{b.narrow(), int32(s.number), rest && len(w.boxes) > 0})
}

// placed is where a word stands, or the rest of the word before.
type placed struct {
	at   narrow
	page int32
	rest bool
}

// places gives the boxes of one word after the other.
func (w *writer) places(yield func([]plumbline.Box) bool) {
	var word []plumbline.Box
	for i, p := range w.boxes {
		b := p.at.box()
		word = append(word, plumbline.Box{Page: int(p.page), Left: b.left, Bottom: b.bottom, Right: b.right, Top: b.top})
		if i+1 == len(w.boxes) || !w.boxes[i+1].rest {
			if !yield(word) {
				return
			}
			word = word[:0]
		}
	}
}

package ingest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/pdf"
	"plumbline/internal/text"
)

const pdfMedia = "application/pdf"

// readPDF takes in a PDF: its text in reading order, with its pages and the box
// of each word.
func readPDF(ctx context.Context, in *Intake, data []byte, o Options) error {
	engine := o.PDF
	if engine == nil {
		engine = new(pdf.Engine)
		defer engine.Close()
	}
	t, err := engine.Read(ctx, data, pdf.Options{Progress: o.Paged, Recognizer: o.Recognizer})
	if err != nil {
		return pdfFault(ctx, err)
	}
	in.Text, in.Pages, in.Boxes = t.Text, t.Pages, t.Boxes
	if strings.TrimSpace(t.Text) == "" {
		return wordless(in.File, t, o)
	}
	if len(t.Recognized) > 0 {
		in.Recognizer = o.Recognizer.Name
	}
	in.Doubts = append(in.Doubts, pictures(t, o)...)
	return nil
}

// wordless says why a PDF has no text.
func wordless(file string, t *pdf.Text, o Options) error {
	switch {
	case len(t.Unread) > 0:
		return refuse("nothing could be recognised: "+t.Unread[0].Error(), "")
	case len(t.Drawn) == 0:
		return refuse(fmt.Sprintf("a PDF whose %s empty", are(len(t.Pages))), "download or save it again")
	case o.Recognizer != nil:
		return refuse(fmt.Sprintf("page %d: a picture on which no text was recognised, like %s", t.Drawn[0], others(len(t.Drawn)-1)), "see whether it is a text at all")
	}
	return refuse(fmt.Sprintf("page %d: a picture without text, as of a scanner, like %s", t.Drawn[0], others(len(t.Drawn)-1)),
		"have its text recognised with: plumbline read --ocr "+file)
}

// others names the other pages.
func others(n int) string {
	switch n {
	case 0:
		return "the whole file"
	case 1:
		return "the other page"
	}
	return fmt.Sprintf("the other %d", n)
}

// pictures gives the doubts about a PDF some pages of which are pictures.
func pictures(t *pdf.Text, o Options) []plumbline.Doubt {
	var doubts []plumbline.Doubt
	doubt := func(first int, message, hint string) {
		at := 0
		for _, p := range t.Pages {
			if p.Number == first {
				at = p.Start
			}
		}
		doubts = append(doubts, plumbline.Doubt{Span: text.Span{Start: at, End: at}, Message: message, Hint: hint})
	}
	all := len(t.Pages)
	if list := t.Recognized; len(list) > 0 {
		message := fmt.Sprintf("%s, whose text %s recognised: %s; of %d words %d are unsure",
			some(len(list), all), o.Recognizer.Name, numbers(list), t.Words, t.Unsure)
		doubt(list[0], message, "hold what is cited from there against the printed page")
	}
	for _, err := range t.Unread {
		page := 0
		fmt.Sscanf(err.Error(), "page %d:", &page)
		doubt(page, "nothing could be recognised: "+err.Error(), "read it by eye")
	}
	switch n := len(t.Drawn) - len(t.Unread); {
	case n > 0 && o.Recognizer == nil:
		doubt(t.Drawn[0], fmt.Sprintf("%s without text: %s", some(n, all), numbers(t.Drawn)), "if they show text, read it with --ocr")
	case len(t.Blank)-len(t.Drawn) >= 2 && 10*(len(t.Blank)-len(t.Drawn)) >= all:
		doubt(t.Blank[0], fmt.Sprintf("%d of its %s have no text: %s", len(t.Blank), pages(all), numbers(t.Blank)), "see whether the file is whole")
	}
	return doubts
}

// some says how many of all pages are pictures.
func some(n, all int) string {
	switch {
	case all == 1:
		return "its page is a picture"
	case n == all:
		return fmt.Sprintf("its %d pages are pictures", n)
	case n == 1:
		return fmt.Sprintf("1 of its %d pages is a picture", all)
	}
	return fmt.Sprintf("%d of its %d pages are pictures", n, all)
}

// are says how many pages there are, with a verb.
func are(n int) string {
	if n == 1 {
		return "page is"
	}
	return pages(n) + " are"
}

// pdfFault says what is wrong with a file in our words.
func pdfFault(ctx context.Context, err error) error {
	page := ""
	if before, _, ok := strings.Cut(err.Error(), ": "); ok && strings.HasPrefix(before, "page ") {
		page = before + ": "
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, pdf.ErrEncrypted):
		return refuse("a PDF that is protected by a password", "save a copy without one first")
	case errors.Is(err, pdf.ErrFormat):
		return refuse("a damaged PDF, or none at all", "download or save it again")
	case errors.Is(err, pdf.ErrNoPages):
		return refuse("a PDF without pages", "download or save it again")
	case errors.Is(err, pdf.ErrSlow):
		return refuse(page+"takes too long to read", "save the PDF anew with another program, for instance by printing it to a file")
	case errors.Is(err, pdf.ErrBroken):
		return refuse(page+"a damaged PDF, which cannot be read to its end", "save it anew with another program, for instance by printing it to a file")
	}
	return err
}

func pages(n int) string {
	if n == 1 {
		return "1 page"
	}
	return strconv.Itoa(n) + " pages"
}

// numbers lists the first of some numbers.
func numbers(list []int) string {
	const most = 10
	var b strings.Builder
	for i, n := range list {
		if i == most {
			b.WriteString(" ...")
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

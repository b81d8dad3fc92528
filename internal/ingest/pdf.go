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
	t, err := engine.Read(ctx, data, pdf.Options{Progress: o.Paged})
	if err != nil {
		return pdfFault(ctx, err)
	}
	in.Text, in.Pages, in.Boxes = t.Text, t.Pages, t.Boxes
	if strings.TrimSpace(t.Text) == "" {
		return refuse(fmt.Sprintf("a PDF without text: its %s are pictures, as of a scanner", pages(len(t.Pages))),
			"make a copy with text first, for instance with: ocrmypdf scanned.pdf readable.pdf")
	}
	if n := len(t.Blank); n >= 2 && 10*n >= len(t.Pages) {
		in.Doubts = append(in.Doubts, plumbline.Doubt{Span: text.Span{},
			Message: fmt.Sprintf("%d of its %s have no text: %s", n, pages(len(t.Pages)), numbers(t.Blank)),
			Hint:    "see whether they are pictures of text"})
	}
	return nil
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

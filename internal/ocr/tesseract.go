package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"plumbline"
	"plumbline/internal/pdf"
)

// Tesseract runs the program of that name. It is safe for use by several
// goroutines at once.
type Tesseract struct {
	Path    string        // of the program
	Version string        // as it says itself, for instance 5.3.0
	Limit   time.Duration // the most that one picture may take; 0 means 2 minutes

	slots chan struct{} // one is held for each that runs; nil bounds nothing
}

const (
	defaultLimit = 2 * time.Minute
	// versionLimit is how long the program may take to say what it is.
	versionLimit = 20 * time.Second
	// afterlife is how long what the program started may hold on to the pipes
	// once it is gone.
	afterlife = 2 * time.Second
	// mostAnswer bounds what it says of one picture: a page of small print has
	// some 300 KB.
	mostAnswer = 32 << 20
)

// install says how to get the program.
const install = `install it, for instance with "apt-get install tesseract-ocr" or "brew install tesseract", then run the command again`

// Find finds tesseract where programs are; no more than workers of it will run
// at once. An error wraps plumbline.ErrNotFound
// where it is not installed and plumbline.ErrInvalid where it does not run.
func Find(ctx context.Context, workers int) (*Tesseract, error) {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: "tesseract, which recognises text on pictures, is not installed", Hint: install}
	}
	t := &Tesseract{Path: path, slots: make(chan struct{}, max(workers, 1))}
	limited, stop := context.WithTimeout(ctx, versionLimit)
	defer stop()
	said, err := t.run(limited, nil, "--version")
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("%s does not run: %v", path, err), Hint: install}
	}
	first, _, _ := strings.Cut(string(said), "\n")
	t.Version = strings.TrimSpace(strings.TrimPrefix(first, "tesseract "))
	return t, nil
}

// Recognizer makes PDFs be read with t.
func (t *Tesseract) Recognizer() *pdf.Recognizer {
	return &pdf.Recognizer{Name: strings.TrimSpace("tesseract " + t.Version), Workers: cap(t.slots), Read: t.Read}
}

// Read gives the lines of English text on a picture.
func (t *Tesseract) Read(ctx context.Context, picture []byte, dpi int) ([]pdf.Row, error) {
	limit := t.Limit
	if limit == 0 {
		limit = defaultLimit
	}
	if t.slots != nil {
		select {
		case t.slots <- struct{}{}:
			defer func() { <-t.slots }()
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	limited, stop := context.WithTimeout(ctx, limit)
	defer stop()
	answer, err := t.run(limited, picture, "stdin", "stdout", "-l", "eng", "--dpi", strconv.Itoa(dpi), "-c", "tessedit_create_hocr=1")
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, fmt.Errorf("tesseract takes longer than %s", limit)
	case err != nil:
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	rows, err := parse(answer)
	if err != nil {
		return nil, fmt.Errorf("tesseract: its answer is not hOCR: %w", err)
	}
	return rows, nil
}

// run runs the program and returns what it writes to standard output.
func (t *Tesseract) run(ctx context.Context, input []byte, args ...string) ([]byte, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	c := exec.CommandContext(ctx, t.Path, args...)
	c.Env = append(c.Environ(), "OMP_THREAD_LIMIT=1") // pages are shared out already
	c.WaitDelay = afterlife
	c.Stdin = bytes.NewReader(input)
	out, faults := bounded{most: mostAnswer, over: stop}, bounded{most: 4096, over: func() {}}
	c.Stdout, c.Stderr = &out, &faults
	err := c.Run()
	if out.full {
		return nil, errors.New("its answer has no end")
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if words := said(faults.kept); words != "" {
			return nil, errors.New(words)
		}
	}
	return out.kept, err
}

// said puts what a program complains of in one line.
func said(words []byte) string {
	const most = 300
	s := strings.Join(strings.Fields(strings.ToValidUTF8(string(words), "?")), " ")
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + " ..."
	}
	return strings.TrimRight(s, ".!")
}

// bounded keeps what is written to it up to a bound.
type bounded struct {
	kept []byte
	most int
	full bool
	over func() // called when there is more
}

// Write keeps b where there is room for it, and takes the rest all the same.
func (w *bounded) Write(b []byte) (int, error) {
	if len(w.kept)+len(b) > w.most {
		w.full = true
		w.over()
		return len(b), nil
	}
	w.kept = append(w.kept, b...)
	return len(b), nil
}

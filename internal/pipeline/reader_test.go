package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/text"
)

// lines is a segmenter for tests: a line "# ABC" begins a narrative of ABC.
type lines struct{}

func (lines) Enforcement(*plumbline.Document) []plumbline.Enforcement { return nil }

func (lines) Segment(d *plumbline.Document) ([]plumbline.Narrative, []plumbline.Doubt, error) {
	var ns []plumbline.Narrative
	at := 0
	for line := range strings.Lines(d.Text) {
		if code, ok := strings.CutPrefix(line, "# "); ok {
			ns = append(ns, plumbline.Narrative{
				Document: d.ID, File: d.File, Country: plumbline.CountryCode(strings.TrimSpace(code)),
				Year: d.Context.Year, Span: text.Span{Start: at, End: at},
			})
		}
		at += len(line)
		if len(ns) > 0 {
			ns[len(ns)-1].Span.End = at
		}
	}
	for i := range ns {
		ns[i].ID = plumbline.NewNarrativeID(d.ID, ns[i].Country, ns[i].Year, ns[i].Span)
	}
	return ns, nil, nil
}

// words is an extractor for tests: every word that ends in an s is a claim.
type words struct{ called func() }

func (w words) Extract(dst []plumbline.Claim, d *plumbline.Document, n *plumbline.Narrative) []plumbline.Claim {
	if w.called != nil {
		w.called()
	}
	at := n.Span.Start
	for _, word := range strings.SplitAfter(n.Span.In(d.Text), " ") {
		if strings.HasSuffix(word, "s ") {
			c := plumbline.Claim{Narrative: n.ID, Type: plumbline.Law, Citation: plumbline.Citation{
				Span: text.Span{Start: at, End: at + len(word) - 1}, Quote: word[:len(word)-1]}}
			c.ID = plumbline.NewClaimID(d.ID, &c, 0)
			dst = append(dst, c)
		}
		at += len(word)
	}
	return dst
}

func testReader() *Reader {
	return &Reader{
		Countries: plumbline.Countries{
			{Code: "FRA", Names: []plumbline.CountryName{{Text: "France", Official: "French Republic"}}},
			{Code: "MKD", Names: []plumbline.CountryName{{Text: "Macedonia", To: 2018}, {Text: "North Macedonia", From: 2019}}},
			{Code: "PRK", Names: []plumbline.CountryName{{Text: "North Korea"}}},
		},
		Rules: "r1", segmenter: lines{}, extractor: words{},
	}
}

// volume is a text of many narratives.
func volume(narratives int) []byte {
	var b bytes.Buffer
	for i := range narratives {
		fmt.Fprintf(&b, "# C%02d\nlaws and acts of %d bodies follow %s\n", i, i, strings.Repeat("words ", i%7))
	}
	return b.Bytes()
}

func TestReadRunsTheFlow(t *testing.T) {
	in := Input{File: "a.txt", Data: volume(3), Title: "T", Context: plumbline.Context{Year: 2007}}
	r, err := testReader().Read(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Narratives) != 3 || r.Rules != "r1" || r.Document.Title != "T" || r.Document.ID == "" || r.Document.Sample {
		t.Errorf("got %+v", r)
	}
	for _, c := range r.Claims {
		if c.Citation.Span.In(r.Document.Text) != c.Citation.Quote {
			t.Errorf("quote %q is not its span", c.Citation.Quote)
		}
	}
}

func TestReadKnowsTheSample(t *testing.T) {
	r, err := testReader().Read(t.Context(), Input{File: "a.txt", Data: []byte(SampleMark + "\n# FRA\n")})
	if err != nil || !r.Document.Sample || r.Narratives[0].File != "a.txt (sample: paraphrase, not official text)" {
		t.Errorf("sample %t, %v", r.Document.Sample, err)
	}
}

func TestReadRefuses(t *testing.T) {
	cases := []struct {
		name string
		in   Input
		want string
	}{
		{"a file without a narrative", Input{File: "a.txt", Data: []byte("words")},
			"a.txt: no narrative found; name its country with --country, or how it is set out with --layout"},
		{"an empty file", Input{File: "a.txt"}, "a.txt: empty file; check that it was saved or downloaded whole"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := testReader().Read(t.Context(), c.in)
			if !errors.Is(err, plumbline.ErrInvalid) || err.Error() != c.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestReadRefusesANarrativeTooLong(t *testing.T) {
	data := append([]byte("x\n# FRA\n"), bytes.Repeat([]byte("word\n"), maxNarrative/4)...)
	_, err := testReader().Read(t.Context(), Input{File: "a.txt", Data: data})
	if err == nil || !strings.HasPrefix(err.Error(), "a.txt: line 2: a narrative of 20 MB") {
		t.Errorf("got %v", err)
	}
}

// run reads inputs and gives everything that came out as one string.
func run(t *testing.T, r *Reader, inputs []Input, workers int) string {
	t.Helper()
	var b strings.Builder
	o := Options{Workers: workers, Refused: func(in Input, err error) { fmt.Fprintf(&b, "refused %s: %v\n", in.File, err) }}
	err := r.Run(t.Context(), inputs, o, func(r *plumbline.Reading) error {
		fmt.Fprintf(&b, "%+v\n%+v\n", r.Document, r.Doubts)
		return encode.WriteLines(&b, r.Narratives, r.Claims)
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func inputsForTest() []Input {
	var inputs []Input
	for i := range 20 {
		data := volume(1 + i*i%50)
		if i%6 == 5 {
			data = []byte("a\x00b")
		}
		in := Input{File: fmt.Sprintf("%02d.txt", i), Size: int64(len(data))}
		in.Open = func() ([]byte, error) { return data, nil }
		inputs = append(inputs, in)
	}
	return inputs
}

func TestRunGivesTheSameForAnyNumberOfWorkers(t *testing.T) {
	one := run(t, testReader(), inputsForTest(), 1)
	for _, workers := range []int{0, 2, 8} {
		if got := run(t, testReader(), inputsForTest(), workers); got != one {
			t.Errorf("%d workers give something else", workers)
		}
	}
	if !strings.Contains(one, "refused 05.txt: 05.txt: line 1, byte offset 1: a zero byte") {
		t.Error("the bad input is not named")
	}
}

func TestRunPrintsWhatItRead(t *testing.T) {
	for _, o := range []Options{{Workers: 1}, {Workers: 1, Forget: true}, {Workers: 8, Forget: true}} {
		o.Print, o.Refused = encode.AppendLines, func(Input, error) {}
		err := testReader().Run(t.Context(), inputsForTest(), o, func(r *plumbline.Reading) error {
			again, err := testReader().Read(t.Context(), Input{File: r.Document.File, Data: []byte(r.Document.Text)})
			if err != nil {
				return err
			}
			var want strings.Builder
			if err := encode.WriteLines(&want, again.Narratives, again.Claims); err != nil {
				return err
			}
			if got := bytes.Join(r.Printed, nil); string(got) != want.String() {
				t.Errorf("%s: printed %d bytes, not the %d of its claims", r.Document.File, len(got), want.Len())
			}
			if kept := len(r.Claims) > 0; kept == o.Forget {
				t.Errorf("%s: claims kept %t", r.Document.File, kept)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestRunUsesAllWorkersForOneFile(t *testing.T) {
	r := testReader()
	var arrived atomic.Int32
	together := make(chan struct{})
	r.extractor = words{called: func() {
		if arrived.Add(1) == 4 {
			close(together)
		}
		select {
		case <-together:
		case <-time.After(10 * time.Second):
			t.Error("four narratives are not read at once")
		}
	}}
	run(t, r, []Input{{File: "a.txt", Data: volume(16)}}, 4)
}

func TestRunEndsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	r := testReader()
	var calls atomic.Int32
	r.extractor = words{called: func() {
		if calls.Add(1) >= 5 {
			stop()
		}
	}}
	taken := 0
	err := r.Run(ctx, []Input{{File: "a.txt", Data: volume(500)}}, Options{Workers: 2}, func(*plumbline.Reading) error { taken++; return nil })
	if !errors.Is(err, context.Canceled) || taken != 0 || calls.Load() > 5+2 {
		t.Errorf("%v, %d readings, %d narratives", err, taken, calls.Load())
	}
}

func TestRunEndsWithTheErrorOfItsSink(t *testing.T) {
	full := errors.New("full")
	taken := 0
	err := testReader().Run(t.Context(), inputsForTest(), Options{Workers: 3}, func(*plumbline.Reading) error {
		taken++
		return full
	})
	if err != full || taken != 1 {
		t.Errorf("%v after %d", err, taken)
	}
}

func TestRunWithoutRefusedEndsWithTheFirstBadInput(t *testing.T) {
	err := testReader().Run(t.Context(), inputsForTest(), Options{}, func(*plumbline.Reading) error { return nil })
	if !errors.Is(err, plumbline.ErrInvalid) || !strings.HasPrefix(err.Error(), "05.txt") {
		t.Errorf("got %v", err)
	}
}

func TestRunTellsItsProgress(t *testing.T) {
	inputs := inputsForTest()
	var last Progress
	o := Options{Workers: 4, Refused: func(Input, error) {}, Progress: func(p Progress) {
		if p.Bytes < last.Bytes || p.Inputs < last.Inputs || p.Narratives < last.Narratives {
			t.Errorf("%+v after %+v", p, last)
		}
		last = p
	}}
	narratives, claims := 0, 0
	err := testReader().Run(t.Context(), inputs, o, func(r *plumbline.Reading) error {
		narratives += len(r.Narratives)
		claims += len(r.Claims)
		return nil
	})
	want := Progress{Inputs: 20, AllInputs: 20, Bytes: sum(inputs), AllBytes: sum(inputs), Narratives: narratives, Claims: claims}
	if err != nil || last != want {
		t.Errorf("%v, got %+v, want %+v", err, last, want)
	}
}

func TestWhereAFileWasFetchedIsKept(t *testing.T) {
	r := testReader()
	r.segmenter, r.extractor = lines{}, words{}
	got, err := r.Read(t.Context(), Input{File: "a.txt", Data: []byte("# FRA\n"), Source: "https://example.org/a", Retrieved: "2026-03-04T05:06:07Z"})
	if err != nil {
		t.Fatal(err)
	}
	if d := got.Document; d.Source != "https://example.org/a" || d.Retrieved != "2026-03-04T05:06:07Z" {
		t.Errorf("source %q, retrieved %q", d.Source, d.Retrieved)
	}
}

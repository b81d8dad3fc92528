package pipeline

import (
	"context"
	"runtime"
	"sync"

	"plumbline"
)

// Options say how Run goes about its work. The zero value works.
type Options struct {
	Workers int // how many narratives are read at once; 0 means one for each processor

	// Refused is told of each input that could not be read, in the order of
	// the inputs and from the goroutine that called Run. Where it is nil Run
	// ends with the first such error.
	Refused func(in Input, err error)

	// Progress is told how far the run has come, after each narrative, each page
	// of a PDF and each input. It is never called by two goroutines at once.
	Progress func(Progress)

	// Print, where it is set, appends to dst what is to be printed of a
	// narrative and its claims, for Reading.Printed. It is called by several
	// goroutines at once. What it gave is overwritten once sink has returned.
	Print func(dst []byte, n *plumbline.Narrative, claims []plumbline.Claim) []byte

	// Originals gives each Reading of a file with pages the file's bytes, so that
	// its pages can be shown.
	Originals bool

	// Forget leaves Readings without claims: they are printed and that is all.
	Forget bool
}

// Progress is how far a Run has come.
type Progress struct {
	Inputs, AllInputs int
	Bytes, AllBytes   int64 // AllBytes counts inputs of known size
	Narratives        int
	Claims            int
	Pages, AllPages   int // of the PDFs that are or were being read
}

// heldBytes bounds the size of the inputs that are in memory at once, since what
// is read of them takes ten times as much. One input is always read, whatever
// its size.
const heldBytes = 8 << 20

// Run reads the inputs and hands each Reading to sink, in the order of the
// inputs and from the calling goroutine, so that what comes out does not depend
// on the number of workers. It ends early with sink's error, or with ctx's
// error when ctx ends; the Readings that sink took until then are whole.
func (r *Reader) Run(ctx context.Context, inputs []Input, o Options, sink func(*plumbline.Reading) error) error {
	ctx, stop := context.WithCancel(ctx)
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	t := tally{tell: o.Progress, Progress: Progress{AllInputs: len(inputs), AllBytes: sum(inputs)}}
	w := worker{slots: make(chan struct{}, o.Workers), report: t.add, print: o.Print, forget: o.Forget, originals: o.Originals, room: new(room)}
	var ahead []job // being read, in the order of the inputs
	defer func() {
		stop()
		for _, j := range ahead {
			<-j.done
		}
	}()
	for next := 0; next < len(inputs) || len(ahead) > 0; {
		for next < len(inputs) && fits(ahead, inputs[next], 2*o.Workers) {
			ahead = append(ahead, r.start(ctx, t.paged(inputs[next]), w))
			next++
		}
		j := ahead[0]
		ahead = ahead[1:]
		res := <-j.done
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := j.hand(res, o, sink); err != nil {
			return err
		}
		if res.err == nil {
			w.room.printed.put(res.reading.Printed...)
		}
		t.input(j.in, res)
	}
	return nil
}

// job is an input that is being read.
type job struct {
	in   Input
	done chan result
}

type result struct {
	reading *plumbline.Reading
	err     error
}

func (r *Reader) start(ctx context.Context, in Input, w worker) job {
	j := job{in: in, done: make(chan result, 1)}
	go func() {
		reading, err := r.read(ctx, in, w)
		j.done <- result{reading, err}
	}()
	return j
}

// hand gives the result of a job to whoever wants it.
func (j job) hand(res result, o Options, sink func(*plumbline.Reading) error) error {
	if res.err == nil {
		return sink(res.reading)
	}
	if o.Refused == nil {
		return res.err
	}
	o.Refused(j.in, res.err)
	return nil
}

// fits reports whether one more input may be read beside those ahead.
func fits(ahead []job, in Input, most int) bool {
	held := in.size()
	for _, j := range ahead {
		held += j.in.size()
	}
	return len(ahead) == 0 || len(ahead) < most && held <= heldBytes
}

func (in Input) size() int64 { return max(in.Size, int64(len(in.Data))) }

func sum(inputs []Input) int64 {
	var n int64
	for _, in := range inputs {
		n += in.size()
	}
	return n
}

// tally counts what has been done.
type tally struct {
	mu   sync.Mutex
	tell func(Progress)
	Progress
}

func (t *tally) add(bytes, narratives, claims int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.Bytes += int64(bytes)
	t.Narratives += narratives
	t.Claims += claims
	if t.tell != nil {
		t.tell(t.Progress)
	}
}

// paged counts the pages of an input as they are read.
func (t *tally) paged(in Input) Input {
	tell, read, all := in.Paged, 0, 0
	in.Paged = func(page, of int) {
		if tell != nil {
			tell(page, of)
		}
		t.mu.Lock()
		t.Pages += page - read
		t.AllPages += of - all
		t.mu.Unlock()
		read, all = page, of
		t.add(0, 0, 0)
	}
	return in
}

// input counts an input as done; of one that was refused nothing was counted
// before.
func (t *tally) input(in Input, res result) {
	t.mu.Lock()
	t.Inputs++
	t.mu.Unlock()
	if res.err != nil {
		t.add(int(in.size()), 0, 0)
		return
	}
	t.add(0, 0, 0)
}

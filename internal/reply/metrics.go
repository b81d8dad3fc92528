package reply

import (
	"fmt"
	"io"
	"net/http"
	"runtime"
	"runtime/metrics"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// bounds are the upper ends of the buckets of answering times, in seconds.
var bounds = [...]float64{0.001, 0.0025, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10}

// Metrics counts what is answered and says it in the text form of Prometheus. It
// knows no addresses and no words of texts. The zero value counts from nothing
// and is ready; a nil one watches nothing.
//
// The form is a line for each number. That is little enough to write here: the
// client library of Prometheus brings eight modules for it.
type Metrics struct {
	Now  func() time.Time // nil leaves the times of answers out
	Tool string           // version of the program

	running  atomic.Int64
	statuses [6]atomic.Int64 // by first digit; what cannot be is at 0
	buckets  [len(bounds) + 1]atomic.Int64
	took     atomic.Int64 // nanoseconds

	mu     sync.Mutex
	caches map[string]*Cache
}

// Watch adds a cache to what is told, under a name.
func (m *Metrics) Watch(name string, c *Cache) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.caches == nil {
		m.caches = map[string]*Cache{}
	}
	m.caches[name] = c
}

// Before counts what next answers.
func (m *Metrics) Before(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var begun time.Time
		if m.Now != nil {
			begun = m.Now()
		}
		m.running.Add(1)
		out := &counting{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			m.running.Add(-1)
			class := out.status / 100
			if class >= len(m.statuses) {
				class = 0
			}
			m.statuses[class].Add(1)
			if m.Now != nil {
				m.note(m.Now().Sub(begun))
			}
		}()
		next.ServeHTTP(out, r)
	})
}

func (m *Metrics) note(took time.Duration) {
	m.took.Add(int64(took))
	at := 0
	for at < len(bounds) && took.Seconds() > bounds[at] {
		at++
	}
	m.buckets[at].Add(1)
}

// ServeHTTP answers with the counts.
func (m *Metrics) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	if r.Method != http.MethodHead {
		m.write(w)
	}
}

func (m *Metrics) write(w io.Writer) {
	head := func(name, kind, help string) {
		fmt.Fprintf(w, "# HELP plumbline_%s %s\n# TYPE plumbline_%s %s\n", name, help, name, kind)
	}
	head("build_info", "gauge", "Always 1: the version of the program and of Go.")
	fmt.Fprintf(w, "plumbline_build_info{version=%q,go=%q} 1\n", m.Tool, runtime.Version())
	head("requests_total", "counter", "Requests answered, by class of status.")
	for class := 1; class < len(m.statuses); class++ {
		fmt.Fprintf(w, "plumbline_requests_total{status=\"%dxx\"} %d\n", class, m.statuses[class].Load())
	}
	head("requests_running", "gauge", "Requests being answered now.")
	fmt.Fprintf(w, "plumbline_requests_running %d\n", m.running.Load())
	head("request_seconds", "histogram", "How long answers took.")
	sum := int64(0)
	for i, bound := range bounds {
		sum += m.buckets[i].Load()
		fmt.Fprintf(w, "plumbline_request_seconds_bucket{le=\"%g\"} %d\n", bound, sum)
	}
	sum += m.buckets[len(bounds)].Load()
	fmt.Fprintf(w, "plumbline_request_seconds_bucket{le=\"+Inf\"} %d\nplumbline_request_seconds_sum %g\nplumbline_request_seconds_count %d\n",
		sum, time.Duration(m.took.Load()).Seconds(), sum)
	m.writeCaches(w, head)
	m.writeMemory(w, head)
}

func (m *Metrics) writeCaches(w io.Writer, head func(name, kind, help string)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var names []string
	for name := range m.caches {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, x := range []struct {
		name, kind, help string
		of               func(CacheFigures) int
	}{
		{"cache_hits_total", "counter", "Answers found in the cache.", func(f CacheFigures) int { return f.Hits }},
		{"cache_misses_total", "counter", "Answers that had to be made.", func(f CacheFigures) int { return f.Misses }},
		{"cache_bytes", "gauge", "Bytes of answers kept.", func(f CacheFigures) int { return f.Bytes }},
		{"cache_answers", "gauge", "Answers kept.", func(f CacheFigures) int { return f.Answers }},
	} {
		head(x.name, x.kind, x.help)
		for _, name := range names {
			fmt.Fprintf(w, "plumbline_%s{cache=%q} %d\n", x.name, name, x.of(m.caches[name].Figures()))
		}
	}
}

func (m *Metrics) writeMemory(w io.Writer, head func(name, kind, help string)) {
	all := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(all)
	head("memory_bytes", "gauge", "Memory that the program has from the system.")
	fmt.Fprintf(w, "plumbline_memory_bytes %d\n", all[0].Value.Uint64()-all[1].Value.Uint64())
	head("goroutines", "gauge", "Goroutines that live now.")
	fmt.Fprintf(w, "plumbline_goroutines %d\n", runtime.NumGoroutine())
}

package main

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"plumbline/internal/pipeline"
)

// meter shows how far long work has come, on one line of standard error that
// it writes over. Where nobody looks it is silent.
type meter struct {
	app   *app
	on    bool
	mu    sync.Mutex
	begun time.Time
	paged time.Time // when pages of PDFs were first seen to be read
	first int       // how many there were then
	shown time.Time
	width int // of the line on the screen
}

// Work shorter than patience shows nothing; the line changes no more often
// than pace.
const patience, pace = 500 * time.Millisecond, 100 * time.Millisecond

func newMeter(a *app) *meter {
	m := &meter{app: a, begun: a.Now()}
	m.shown = m.begun
	switch a.commands.Progress {
	case "always":
		m.on = true
	case "auto":
		m.on = terminal(a.Stderr)
	}
	return m
}

// show is told of progress by the pipeline.
func (m *meter) show(p pipeline.Progress) {
	if !m.on {
		return
	}
	m.line(p.Inputs == p.AllInputs, func(took time.Duration) string {
		if p.Pages == p.AllPages {
			return progressLine(p, took)
		}
		return fmt.Sprintf("%d/%d files, %s", p.Inputs, p.AllInputs, m.pages(p.Pages, p.AllPages))
	})
}

// page is told of each page of a PDF that was read.
func (m *meter) page(page, of int) {
	m.line(page == of, func(time.Duration) string { return m.pages(page, of) })
}

// pages says how far the pages are. They have a clock of their own: before the
// first one the engine is started.
func (m *meter) pages(n, all int) string {
	now := m.app.Now()
	if m.paged.IsZero() {
		m.paged, m.first = now, n
	}
	return pagesLine(m.first, n, all, now.Sub(m.paged))
}

// pagesLine says how far, how fast since the first pages, and how long still.
func pagesLine(first, n, all int, took time.Duration) string {
	line := fmt.Sprintf("page %d of %d", n, all)
	if seconds := took.Seconds(); seconds > 0 && n > first {
		rate := float64(n-first) / seconds
		line += fmt.Sprintf(", %.1f pages/s", rate)
		if left := all - n; left > 0 {
			line += fmt.Sprintf(", %s left", time.Duration(float64(left)/rate*float64(time.Second)).Round(time.Second))
		}
	}
	return line
}

// line shows what words say, if it is time for it.
func (m *meter) line(done bool, words func(took time.Duration) string) {
	if !m.on {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.app.Now()
	if now.Sub(m.shown) < pace || now.Sub(m.begun) < patience {
		if !done || m.app.commands.Progress != "always" {
			return
		}
	}
	m.shown = now
	m.write(words(now.Sub(m.begun)))
}

// progressLine says how far, how fast and how long still.
func progressLine(p pipeline.Progress, took time.Duration) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d/%d files, %s of %s, %d narratives, %d claims",
		p.Inputs, p.AllInputs, megabytes(p.Bytes), megabytes(p.AllBytes), p.Narratives, p.Claims)
	if seconds := took.Seconds(); seconds > 0 && p.Bytes > 0 {
		rate := float64(p.Bytes) / seconds
		fmt.Fprintf(&b, ", %s/s", megabytes(int64(rate)))
		if left := p.AllBytes - p.Bytes; left > 0 {
			fmt.Fprintf(&b, ", %s left", time.Duration(float64(left)/rate*float64(time.Second)).Round(time.Second))
		}
	}
	return b.String()
}

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }

func (m *meter) write(line string) {
	fmt.Fprintf(m.app.Stderr, "\r%s%s", line, strings.Repeat(" ", max(0, m.width-len(line))))
	m.width = len(line)
}

// clear takes the line off the screen, before something else is said.
func (m *meter) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.width > 0 {
		fmt.Fprintf(m.app.Stderr, "\r%s\r", strings.Repeat(" ", m.width))
		m.width = 0
	}
}

// end leaves the last line standing.
func (m *meter) end() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.width > 0 {
		fmt.Fprintln(m.app.Stderr)
		m.width = 0
	}
}

package main

import (
	"testing"
	"time"

	"plumbline/internal/pipeline"
)

func TestProgressLine(t *testing.T) {
	cases := []struct {
		name string
		p    pipeline.Progress
		took time.Duration
		want string
	}{
		{"nothing yet", pipeline.Progress{AllInputs: 2, AllBytes: 4e6}, 0, "0/2 files, 0.0 MB of 4.0 MB, 0 narratives, 0 claims"},
		{"half way, with rate and time left", pipeline.Progress{Inputs: 1, AllInputs: 2, Bytes: 20e6, AllBytes: 80e6, Narratives: 7, Claims: 9}, 2 * time.Second,
			"1/2 files, 20.0 MB of 80.0 MB, 7 narratives, 9 claims, 10.0 MB/s, 6s left"},
		{"done", pipeline.Progress{Inputs: 2, AllInputs: 2, Bytes: 4e6, AllBytes: 4e6}, time.Second, "2/2 files, 4.0 MB of 4.0 MB, 0 narratives, 0 claims, 4.0 MB/s"},
	}
	for _, c := range cases {
		if got := progressLine(c.p, c.took); got != c.want {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
}

func TestPagesLine(t *testing.T) {
	for _, c := range []struct {
		first, n, all int
		took          time.Duration
		want          string
	}{
		{1, 1, 400, 0, "page 1 of 400"},
		{1, 101, 401, 2 * time.Second, "page 101 of 401, 50.0 pages/s, 6s left"},
		{0, 3, 9, 10 * time.Second, "page 3 of 9, 0.3 pages/s, 20s left"},
		{0, 400, 400, 8 * time.Second, "page 400 of 400, 50.0 pages/s"},
	} {
		if got := pagesLine(c.first, c.n, c.all, c.took); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	for want, got := range map[string]string{"1 file": count(1, "file"), "0 files": count(0, "file"), "2 countries": count(2, "country")} {
		if got != want {
			t.Errorf("got %q", got)
		}
	}
}

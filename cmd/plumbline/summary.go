package main

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/pipeline"
	"plumbline/internal/store"
)

// end writes what is left to write, the summary among it.
func (j *reading) end() error {
	if j.format == "summary" {
		j.summary()
	}
	return j.out.Flush()
}

func (j *reading) summary() {
	fmt.Fprintf(j.out, "%s, %s, %s\n", count(j.documents, "document"), count(j.narratives, "narrative"), count(j.claims, "claim"))
	j.types()
	if j.doubts > 0 {
		fmt.Fprintf(j.out, "%s, named on standard error\n", count(j.doubts, "doubt"))
	}
	if j.sample {
		fmt.Fprintln(j.out, pipeline.SampleMark)
	}
	if j.db != nil {
		fmt.Fprintf(j.out, "%s: %s\n", j.commands.DB, j.stored())
	}
}

// types says how many claims of each type there are, in three columns that
// are read downwards.
func (j *reading) types() {
	var list []plumbline.ClaimType
	width := 0
	for _, t := range plumbline.ClaimTypes {
		if j.counted[t] > 0 {
			list = append(list, t)
			width = max(width, len(t))
		}
	}
	const columns = 3
	height := (len(list) + columns - 1) / columns
	for row := range height {
		for i := row; i < len(list); i += height {
			fmt.Fprintf(j.out, "  %-*s %6d", width, list[i], j.counted[list[i]])
		}
		fmt.Fprintln(j.out)
	}
}

// stored says what became of the documents: "2 added, 1 unchanged".
func (j *reading) stored() string {
	var parts []string
	for _, o := range []store.Outcome{store.Added, store.Replaced, store.Unchanged} {
		if n := j.outcomes[o]; n > 0 || o == store.Added {
			parts = append(parts, fmt.Sprintf("%d %s", n, o))
		}
	}
	return strings.Join(parts, ", ")
}

// interrupted says what was kept when the user ended the run.
func (j *reading) interrupted(all int) {
	if j.db == nil {
		j.say("interrupted after %d of %s; nothing was to be stored", j.documents, count(all, "input"))
		return
	}
	j.say("interrupted after %d of %s: %s in %s, each whole; run the same command again to read the rest",
		j.documents, count(all, "input"), j.stored(), j.commands.DB)
}

// count writes a number with its noun: "1 file", "2 files".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") {
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

package lint_test

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"

	"plumbline"
	"plumbline/internal/lint"
	"plumbline/internal/pipeline"
)

var compiled = sync.OnceValues(func() (*pipeline.Reader, error) { return pipeline.Compile(os.DirFS("../../data")) })

// read reads a file as the program does.
func read(t *testing.T, file, src string, year int) *plumbline.Reading {
	t.Helper()
	r, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	reading, err := r.Read(context.Background(), pipeline.Input{File: file, Data: []byte(src), Context: plumbline.Context{Year: year}})
	if err != nil {
		t.Fatal(err)
	}
	return reading
}

// texts gives each narrative of a reading with its claims.
func texts(r *plumbline.Reading) (list []lint.Text) {
	for i := range r.Narratives {
		t := lint.Text{Document: &r.Document, Narrative: &r.Narratives[i], Doubts: r.Doubts}
		for _, c := range r.Claims {
			if c.Narrative == t.Narrative.ID {
				t.Claims = append(t.Claims, c)
			}
		}
		list = append(list, t)
	}
	return list
}

// page is a made-up narrative; its parts may be replaced.
type page struct {
	heading, summary, recommendations, prosecution, protection, prevention string
}

func (p page) text() string {
	or := func(s, standard string) string {
		if s == "" {
			return standard
		}
		return s
	}
	return or(p.heading, "MALTA: TIER 2") + "\n\n" +
		or(p.summary, standing+" Therefore Malta remained on Tier 2.") + "\n\nRECOMMENDATIONS FOR MALTA\n\n" +
		or(p.recommendations, "Screen seafarers for signs of forced labor; and pay interpreters for victims who testify.") + "\n\nPROSECUTION\n\n" +
		or(p.prosecution, "The government maintained law enforcement efforts.") + "\n\nPROTECTION\n\n" +
		or(p.protection, "The government maintained protection efforts.") + "\n\nPREVENTION\n\n" +
		or(p.prevention, "The government maintained prevention efforts.") + "\n"
}

const standing = "Malta does not fully meet the minimum standards for the elimination of trafficking; yet it is making significant efforts to do so."

var period = plumbline.Period{Year: 2018, Start: "2017-04-01", End: "2018-03-31"}

// check gives the remarks on a page, one a line: kind, certainty, message and
// the places, parted by bars.
func check(t *testing.T, p page, before *page) string {
	t.Helper()
	list := texts(read(t, "page.txt", p.text(), 2018))
	if len(list) != 1 {
		t.Fatalf("%d narratives", len(list))
	}
	var old *lint.Text
	if before != nil {
		old = &texts(read(t, "before.txt", before.text(), 2017))[0]
	}
	var lines []string
	remarks, _ := lint.New().Check(list[0], period, old)
	for _, m := range remarks {
		line := string(m.Kind) + " " + string(m.Certainty) + ": " + m.Message
		for _, p := range m.Places {
			line += " | " + string(p.Section) + ": " + p.Citation.Quote
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

package standard

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"plumbline/internal/text"
)

// checkSums holds the standards to the sums that were taken of them: a line
// for each file, its SHA-256 and its name. A law that was in force never
// changes.
func checkSums(sums *text.Source, standards []*Standard) text.Diagnostics {
	p := parser{src: sums}
	want := map[string]text.Span{} // the sum of a file
	for _, e := range p.entries() {
		if e.value.text == "" {
			p.fault(e.key, "not a sum and a file", "")
			continue
		}
		if _, twice := want[e.value.text]; twice {
			p.fault(e.value.span(), "second sum of "+e.value.text, "")
		}
		want[e.value.text] = e.key
	}
	for _, s := range standards {
		name := path.Base(s.src.Name)
		hash := sha256.Sum256([]byte(s.src.Text))
		sum := hex.EncodeToString(hash[:])
		at, ok := want[name]
		delete(want, name)
		switch {
		case !ok:
			p.faults = append(p.faults, text.Diagnostic{Source: s.src, Span: firstWord(s.src.Text), Message: "no sum in " + sums.Name, Hint: "of a new standard add the line: " + sum + "  " + name})
		case !strings.EqualFold(p.in(at), sum):
			p.fault(at, name+" was edited", "a law that was in force does not change: restore the file, or write a new version under its own date")
		}
	}
	for name, at := range want {
		p.fault(at, "no file "+name, "restore it: a law that was in force stays in the book")
	}
	return p.faults
}

func firstWord(src string) text.Span {
	s := trim(src, text.Span{End: len(src)})
	end := s.Start
	for end < s.End && !blank(src[end]) {
		end++
	}
	return text.Span{Start: s.Start, End: end}
}

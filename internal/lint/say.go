package lint

import (
	"fmt"
	"strconv"
	"strings"

	"plumbline"
)

// thousands writes n with commas.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// part names a section in a sentence.
func part(s plumbline.SectionName) string {
	switch s {
	case plumbline.AssessmentPart:
		return "summary"
	case "":
		return "text"
	}
	return string(s) + " section"
}

var done = map[string]string{"identify": "identified", "investigate": "investigated", "prosecute": "prosecuted", "convict": "convicted"}

// acts says a figure: "22 victims identified".
func acts(act, of string, n int64) string {
	return fmt.Sprintf("%s %s %s", thousands(n), count(of, n), done[act])
}

func count(of string, n int64) string {
	if n == 1 {
		return of
	}
	return plural(of)
}

func plural(of string) string {
	if of == "person" {
		return "people"
	}
	return of + "s"
}

// clean puts words of a text on one line.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

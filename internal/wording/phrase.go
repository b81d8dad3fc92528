package wording

import (
	"slices"
	"strings"
	"unicode"
)

// Lines drops the empty ones.
func Lines(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// Dots joins what is not empty by middle dots.
func Dots(list ...string) string { return strings.Join(Lines(list...), " · ") }

// Under puts a word before s where there is one.
func Under(word, s string) string {
	if s == "" {
		return ""
	}
	return word + s
}

// Clean makes s fit to be shown: one blank for each run of white space, and
// U+FFFD for what would steer the terminal.
func Clean(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(Shown(r))
	}
	return b.String()
}

// Shown returns r, or U+FFFD for control characters and for the marks that
// turn the direction of writing.
func Shown(r rune) rune {
	if unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
		return unicode.ReplacementChar
	}
	return r
}

// commas joins what is not empty by commas.
func commas(list ...string) string { return strings.Join(Lines(list...), ", ") }

// lower writes the first letter small.
func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

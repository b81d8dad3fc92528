package plain

import (
	"strings"

	"github.com/rivo/uniseg"
)

// columns returns how many columns of a terminal s takes.
func columns(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

// pad fills s with blanks up to width columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-columns(s)))
}

// padLeft puts blanks before s up to width columns.
func padLeft(s string, width int) string {
	return strings.Repeat(" ", max(0, width-columns(s))) + s
}

// wrap breaks s at blanks into lines of at most width columns. A word that is
// wider is broken. There is always a line, be it empty.
func wrap(s string, width int) []string {
	width = max(width, 1)
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(s) {
		w := columns(word)
		switch {
		case used > 0 && used+1+w <= width:
			line, used = line+" "+word, used+1+w
			continue
		case used > 0:
			lines = append(lines, line)
		}
		for w > width {
			head := prefix(word, width)
			if head == word { // one character, wider than the line
				break
			}
			lines, word = append(lines, head), word[len(head):]
			w = columns(word)
		}
		line, used = word, w
	}
	return append(lines, line)
}

// wrapAtMost is wrap, cut after the given number of lines with an ellipsis. A
// quote that is cut is closed again.
func wrapAtMost(s string, width, most int) []string {
	lines := wrap(s, width)
	if len(lines) <= most {
		return lines
	}
	end := "…"
	if strings.HasPrefix(s, "“") {
		end = "…”"
	}
	lines = lines[:most]
	last := strings.TrimRight(lines[most-1], " ,;:.")
	for columns(last)+columns(end) > width && last != "" {
		if i := strings.LastIndexByte(last, ' '); i > 0 {
			last = strings.TrimRight(last[:i], " ,;:.")
			continue
		}
		if columns(last) == 1 {
			break
		}
		last = prefix(last, max(columns(last)-1, 1))
	}
	lines[most-1] = last + end
	return lines
}

// prefix returns the longest beginning of s that fits into width columns, and
// at least one character.
func prefix(s string, width int) string {
	end, used, state := 0, 0, -1
	for rest := s; rest != ""; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used+w > width && end > 0 {
			break
		}
		end, used = end+len(cluster), used+w
	}
	return s[:end]
}

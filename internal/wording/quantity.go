package wording

import (
	"cmp"
	"strconv"

	"plumbline"
)

// Figures says what a quantity says: "convictions: 7 (before: 12)", or
// "number: 3" where nothing tells of what.
func Figures(q plumbline.Quantity) string {
	s := Amount(q)
	if q.Previous.Known {
		if s == "" {
			s = "number not given"
		}
		s += " (before: " + Thousands(q.Previous.N) + ")"
	}
	if s == "" {
		return s
	}
	return cmp.Or(ID(q.Unit), "number") + ": " + s
}

// Amount says how many: "about 1,200", "3 to 5", "at least 10", "12%"; nothing
// where no number is given.
func Amount(q plumbline.Quantity) string {
	var s string
	switch {
	case q.Min.Known && q.Max.Known && q.Min.N != q.Max.N:
		s = Thousands(q.Min.N) + " to " + Thousands(q.Max.N)
	case q.Min.Known && !q.Max.Known:
		s = "at least " + Thousands(q.Min.N)
	case q.Count.Known:
		s = Thousands(q.Count.N)
	case q.Min.Known && q.Max.Known:
		s = Thousands(q.Min.N)
	case q.Max.Known:
		s = "at most " + Thousands(q.Max.N)
	case q.Share.Known:
		s = strconv.FormatFloat(q.Share.R*100, 'f', -1, 64) + "%"
	}
	if s != "" && q.Approx {
		s = "about " + s
	}
	return s
}

// Thousands writes n with commas, as the reports do.
func Thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// Count counts things: "1 document", "1,200 documents".
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Thousands(int64(n)) + " " + noun
}

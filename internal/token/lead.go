package token

// lead is what stands before a number and bounds it.
type lead struct {
	first      int  // where it begins
	rangeFirst int  // the same, with the between or from of a range
	min, max   bool // at least; up to
	over       bool // the bound is the word "over"
	bound      bool // the bound is over, under, above or below
	approx     bool
	between    bool
	from       bool
	age        bool
}

// lead reads back from token i, the first of a number: "at least", "an
// estimated", "between the ages of".
func (r *reading) lead(i int) lead {
	l := lead{first: i, rangeFirst: i}
	p := i - 1
	for p >= r.low {
		var n int
		approx := l.approx
		switch w := r.word(p); w {
		case wBetween:
			l.between = true
			l.rangeFirst = p
			return l
		case wFrom:
			l.from = true
			l.rangeFirst = p
			return l
		case wOf:
			n = r.leadOf(p, &l)
		case wThan:
			n = r.leadThan(p, &l)
		case wAs:
			n = r.leadAs(p, &l)
		default:
			n = r.leadWord(p, w, &l)
			if w == wSome && p+1 != i { // some as young as five
				n, l.approx = 0, approx
			}
		}
		if n == 0 || p-n+1 < r.low {
			break
		}
		p -= n
		l.first, l.rangeFirst = p+1, p+1
	}
	return l
}

// leadWord reads the word at p and returns how many tokens it takes, 0 for a
// word that does not lead a number in.
func (r *reading) leadWord(p int, w word, l *lead) int {
	switch w {
	case wLeast:
		if r.word(p-1) == wAt {
			l.min = true
			return 2
		}
	case wMost:
		if r.word(p-1) == wAt {
			l.max = true
			return 2
		}
	case wMinimum:
		l.min = true
		return r.article(p)
	case wMaximum:
		l.max = true
		return r.article(p)
	case wTo:
		switch r.word(p - 1) {
		case wUp:
			l.max = true
			return 2
		case wClose, wNear:
			l.approx = true
			return 2
		}
	case wOver, wAbove, wExceeding, wExceed:
		if r.word(p-1) == wNot {
			l.max = true
			return 2
		}
		l.min, l.over, l.bound = true, w == wOver, true
		return 1
	case wUnder, wBelow:
		l.max, l.bound = true, true
		return 1
	case wWell, wJust, wSlightly, wFar:
		if l.min || l.max {
			return 1
		}
	case wAge, wAged, wAges:
		l.age = true
		return r.article(p)
	case wEstimated:
		l.approx = true
		return r.article(p)
	case wAbout:
		if !r.has(p-1, isTopic) {
			l.approx = true
			return 1
		}
	default:
		if r.has(p, isApprox) {
			l.approx = true
			return 1
		}
	}
	return 0
}

// article returns 2 if an article stands before token p, else 1.
func (r *reading) article(p int) int {
	switch r.word(p - 1) {
	case wA, wAn, wThe:
		if p-1 >= r.low {
			return 2
		}
	}
	return 1
}

// leadOf reads the words that end with the "of" at p: a minimum of, the age of.
func (r *reading) leadOf(p int, l *lead) int {
	switch r.word(p - 1) {
	case wMinimum:
		l.min = true
	case wMaximum:
		l.max = true
	case wUpwards:
		l.min = true
	case wExcess:
		if r.word(p-2) == wIn {
			l.min = true
			return 3
		}
		return 0
	case wEstimate, wAverage:
		l.approx = true
	case wAge, wAges:
		l.age = true
	default:
		return 0
	}
	return 1 + r.article(p-1)
}

// leadThan reads the words that end with the "than" at p: no more than.
func (r *reading) leadThan(p int, l *lead) int {
	var least bool
	switch r.word(p - 1) {
	case wMore, wGreater, wLarger, wHigher, wLonger:
		least = true
	case wOlder:
		least, l.age = true, true
	case wYounger:
		l.age = true
	case wFewer, wLess, wLower:
	default:
		return 0
	}
	n := 2
	if w := r.word(p - 2); w == wNo || w == wNot {
		least = !least
		n = 3
	}
	if least {
		l.min = true
	} else {
		l.max = true
	}
	return n
}

// leadAs reads the words that end with the "as" at p: as many as.
func (r *reading) leadAs(p int, l *lead) int {
	if r.word(p-2) != wAs {
		return 0
	}
	switch r.word(p - 1) {
	case wMany, wMuch, wHigh, wLong:
		l.max = true
	case wFew, wLow, wLittle:
		l.min = true
	case wYoung:
		l.min, l.age = true, true
	case wOld:
		l.max, l.age = true, true
	default:
		return 0
	}
	return 3
}

// bounded reports whether the "over" at token i is a bound and not "in the
// course of": sentences of over three years, well over three years.
func (r *reading) bounded(i int) bool {
	if r.word(i) != wOver {
		return true
	}
	switch r.word(i - 1) {
	case wOf, wFor, wTo:
		return true
	}
	return false
}

// orMore reads "or more" and its like behind a number.
func (r *reading) orMore(m *measure) {
	j := m.next
	if w := r.word(j); w != wOr && w != wAnd {
		return
	}
	var more bool
	switch r.word(j + 1) {
	case wMore, wOlder, wAbove, wOver, wHigher, wGreater, wLonger, wUp:
		more = true
	case wFewer, wLess, wYounger, wUnder, wBelow, wLower:
	default:
		return
	}
	switch r.word(j) {
	case wOr:
		if r.word(j+2) == wThan { // or more than 20
			return
		}
	case wAnd:
		switch r.word(j + 1) {
		case wOlder, wYounger, wAbove, wOver, wUnder, wBelow, wUp:
		default:
			return
		}
		if r.kind(j+2, Number) || r.has(j+2, opens) || r.word(j+2) == wThan {
			return
		}
	default:
		return
	}
	if r.word(j+1) == wOlder || r.word(j+1) == wYounger {
		m.kind, m.bare = Age, false
		if m.unit == NoUnit {
			m.unit = Years
		}
	}
	m.next = j + 2
	if more {
		m.noHi = true
	} else {
		m.noLo = true
	}
}

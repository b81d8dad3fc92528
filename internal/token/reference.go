package token

import "strings"

// identifier reads what is written with digits but counts nothing: articles
// and laws, phone numbers, hours of the day, running heads.
func (r *reading) identifier(i int) (Quantity, bool) {
	if first, plural, ok := r.referenceBefore(i); ok {
		return r.reference(first, i, plural), true
	}
	if first, _ := r.signBefore(i); first < i {
		return Quantity{}, false
	}
	if i > r.low && r.glued(i) {
		if q, ok := r.gluedBefore(i); ok {
			return q, true
		}
	}
	if r.glued(i + 1) {
		if r.kind(i+1, Word) {
			return r.gluedWord(i)
		}
		if q, ok := r.chain(i); ok {
			return q, true
		}
	}
	s := r.t.Of(i)
	if len(s) > 1 && s[0] == '0' && s[1] != '.' {
		return r.other(i, i+1), true
	}
	if s == "247" && (r.has(i+1, isAlways) || r.has(i+2, isAlways)) { // 24/7 that lost its stroke
		return r.other(i, i+1), true
	}
	if r.kind(i+1, Number) && r.flag(i+1, Space) && len(r.t.Of(i+1)) == 3 && len(s) <= 4 && r.small(i+1) >= 0 &&
		!r.plainYear(i) && r.small(i) >= 0 {
		return r.other(i, i+2), true // 116 111
	}
	return Quantity{}, false
}

func (r *reading) other(first, next int) Quantity {
	return Quantity{First: max(first, r.low), Last: next, Kind: Other}
}

// referenceBefore looks before the number i for the word that makes it a
// reference: Article, Law No., Tier.
func (r *reading) referenceBefore(i int) (first int, plural, ok bool) {
	p := i - 1
	if r.mark(p, '#') {
		return p, false, p >= r.low
	}
	first = i
	for p >= r.low {
		q := p
		if r.mark(q, '.') && r.glued(q) {
			q--
		}
		e := r.entry(q)
		switch {
		case q < r.low:
			q = -1
		case e.word == wNo && q < p, e.word == wNos, e.word == wNumber && (r.flag(q, Capital) || r.has(q-1, isReference)):
		case e.role&isReference == 0 || e.role&isCapitalRef != 0 && !r.flag(q, Capital) && !r.mark(q-1, ','):
			q = -1
		case e.role&isLaw != 0 && first == i && !r.lawNumber(i, q):
			q = -1
		}
		if q < 0 {
			break
		}
		if first == i {
			plural = e.role&isPluralRef != 0 || e.word == wNos
		}
		first, p = q, q-1
	}
	return first, plural, first < i
}

// lawNumber reports whether the number i behind the law at p is the law's: not
// a year, and not a count of what follows.
func (r *reading) lawNumber(i, p int) bool {
	tail := r.glued(i+1) && (r.hyphen(i+1) || r.mark(i+1, '/') || r.kind(i+1, Word))
	if r.plainYear(i) && !tail {
		return false
	}
	return r.flag(p, Capital) || !r.has(i+1, isCounted)
}

// reference reads the number i and, behind a plural, those listed after it:
// Articles 2:239 and 2:240; sections 1589, 1590, and 1591.
func (r *reading) reference(first, i int, plural bool) Quantity {
	q := Quantity{First: first, Last: r.tail(i), Kind: Reference}
	if v, _, ok := digits(r.t.Of(i)); ok {
		q.Min, q.HasMin = v/thousand, true
	}
	for {
		j := q.Last
		comma := r.mark(j, ',')
		if comma {
			j++
		}
		last := false
		switch r.word(j) {
		case wAnd, wOr, wThrough, wTo:
			last = true
			j++
		default:
			if r.mark(j, '&') {
				last = true
				j++
			}
		}
		if !last && !comma || !r.kind(j, Number) || !plural && (!last || comma || r.small(j) <= int(q.Min)) {
			return q
		}
		next := r.tail(j)
		if !r.listEnds(next, last) || r.plainYear(j) && !r.plainYear(i) {
			return q
		}
		q.Last = next
		if last {
			return q
		}
	}
}

// listEnds reports whether a reference can end before token j: what follows it
// is not counted, and a list goes on where it must.
func (r *reading) listEnds(j int, last bool) bool {
	if last {
		return r.closed(j) || !r.has(j, isCounted|isTime|isScale) && r.word(j) != wPercent
	}
	switch r.word(j) {
	case wAnd, wOr, wThrough:
		return true
	}
	return r.mark(j, ',') || r.mark(j, '&')
}

// tail passes over what belongs to the number i of a reference: 104a; 12/2004;
// 2:239; 110(a); 225-4.
func (r *reading) tail(i int) int {
	j := i + 1
	for r.glued(j) {
		switch {
		case r.kind(j, Word) && (r.tokens[j].End-r.tokens[j].Start <= 4 || r.latin(j)):
			j++
		case (r.hyphen(j) || r.mark(j, '/') || r.mark(j, ':')) && r.glued(j+1) && (r.kind(j+1, Number) || r.short(j+1)):
			j += 2
		case r.mark(j, '(') && r.mark(j+2, ')') && (r.kind(j+1, Number) || r.short(j+1)):
			j += 3
		default:
			return j
		}
	}
	return j
}

// short reports whether token i is a word of at most four letters.
func (r *reading) short(i int) bool {
	return r.kind(i, Word) && r.tokens[i].End-r.tokens[i].Start <= 4
}

// latin reports whether token i counts inserted articles: 281 bis.
func (r *reading) latin(i int) bool {
	w := r.word(i)
	return w == wBis || w == wTer || w == wQuater
}

// ordinalSuffix reports whether token i is the th of 12th or 12th-grade.
func (r *reading) ordinalSuffix(i int) bool {
	switch r.word(i) {
	case wSt, wNd, wRd, wTh:
		return true
	}
	return strings.HasPrefix(r.t.Of(i), "th-")
}

// gluedBefore reads a number behind a hyphen or stroke: H-2A, COVID-19, the
// year in an address. mid-2017 is a time.
func (r *reading) gluedBefore(i int) (Quantity, bool) {
	p := i - 1
	if r.mark(p, '+') {
		return r.other(p, r.tail(i)), true
	}
	if !r.glued(p) || !r.kind(p-1, Word) {
		return Quantity{}, false
	}
	if r.mark(p, '/') || r.hyphen(p) && !r.plainYear(i) && r.role(p-1)&(isUnit|isTens|isMonth) == 0 {
		return r.other(i, r.tail(i)), true
	}
	return Quantity{}, false
}

// gluedWord reads a number with letters right behind it: 22nd, 10am, 104a, and
// a page number with a heading. A longer small word is one that lost its space.
func (r *reading) gluedWord(i int) (Quantity, bool) {
	k := r.tokens[i+1]
	switch w := r.word(i + 1); {
	case r.ordinalSuffix(i + 1):
		if q, ok := r.time(i); ok {
			return q, true
		}
		q := Quantity{First: i, Last: i + 2, Kind: Ordinal}
		if v := r.small(i); v >= 0 {
			q.Min, q.Max, q.HasMin, q.HasMax = int64(v), int64(v), true, true
		}
		return q, true
	case w == wS:
		if q, ok := r.decade(i); ok {
			return q, true
		}
		return r.other(i, i+2), true
	case w == wAm, w == wPm:
		return r.other(i, i+2), true
	case r.latin(i + 1), k.End-k.Start <= 2:
		q := r.reference(i, i, false)
		return q, true
	case k.Is(Capital):
		return r.other(i, i+1), true
	}
	return Quantity{}, false
}

// chain reads numbers joined by marks that are no range: 24/7; 7:30;
// 1-800-555-0100; 2016-111; 271-A.
func (r *reading) chain(i int) (Quantity, bool) {
	j := i + 1
	if !r.glued(j+1) || !r.hyphen(j) && !r.mark(j, '/') && !r.mark(j, ':') {
		return Quantity{}, false
	}
	if r.kind(j+1, Word) {
		if r.hyphen(j) && r.flag(j+1, Capital) && r.short(j+1) && !r.has(j+1, isMonth) {
			return r.reference(i, i, false), true
		}
		return Quantity{}, false
	}
	if !r.kind(j+1, Number) {
		return Quantity{}, false
	}
	if q, ok := r.time(i); ok && q.Last > j+1 {
		return q, true
	}
	next := r.tail(i)
	if r.hyphen(j) && next == j+2 {
		a, _, ok := digits(r.t.Of(i))
		b, _, good := digits(r.t.Of(j + 1))
		if ok && good && (a < b || r.has(next, isScale)) && r.t.Of(j + 1)[0] != '0' {
			return Quantity{}, false
		}
	}
	return r.other(i, next), true
}

// spelledReference reads Phase one, Chapter three.
func (r *reading) spelledReference(i int) (Quantity, bool) {
	p := i - 1
	e := r.entry(p)
	if p < r.low || e.role&isReference == 0 || e.role&(isLaw|isPluralRef) != 0 ||
		e.role&isCapitalRef != 0 && !r.flag(p, Capital) || r.has(i+1, isTime|isScale) {
		return Quantity{}, false
	}
	n := int64(r.entry(i).value)
	return Quantity{First: p, Last: i + 1, Kind: Reference, Min: n, HasMin: true}, true
}

package token

// part reads what begins with a word for a part or a rank: half, a third,
// two-thirds, a majority, third consecutive year, first half of 2017.
func (r *reading) part(i int) (Quantity, bool) {
	e := r.entry(i)
	switch {
	case e.role&isShare != 0:
		return r.share(i, i+1, float64(e.value/16)/float64(e.value%16)), true
	case e.role&isMajority != 0:
		return r.majority(i)
	case e.role&isHalf != 0:
		return r.half(i)
	case e.role&isFraction != 0:
		if q, ok := r.fraction(i); ok {
			return q, true
		}
	}
	if e.role&isOrdinal != 0 {
		return r.ordinal(i)
	}
	return Quantity{}, false
}

// share is the Quantity of tokens [i, next) with the words that bound it.
func (r *reading) share(i, next int, ratio float64) Quantity {
	l := r.lead(i)
	q := Quantity{First: l.first, Last: next, Kind: Share, HasMin: !l.max, HasMax: !l.min, Approx: l.approx}
	if q.HasMin {
		q.Ratio = ratio
	}
	if q.HasMax {
		q.RatioMax = ratio
	}
	return q
}

// half reads half as a share, and half of a year as a date; half a million is
// left to others.
func (r *reading) half(i int) (Quantity, bool) {
	if _, ok := r.halfScale(i); ok {
		return Quantity{}, false
	}
	if r.word(i+1) == wOf && r.plainYear(i+2) {
		switch r.word(i - 1) {
		case wFirst:
			return r.stretch(i-1, i+2, 1, 6), true
		case wSecond, wLatter, wLast:
			return r.stretch(i-1, i+2, 7, 12), true
		}
	}
	if r.has(i-1, isOrdinal) || r.word(i-1) == wLatter || r.hyphen(i+1) && r.glued(i+1) || r.has(i+1, isTime) {
		return Quantity{}, false // the first half; half-hearted; half years
	}
	first := i
	if r.word(i-1) == wA && i-1 >= r.low {
		first--
	}
	return r.share(first, i+1, 0.5), true
}

// fraction reads a third of, a quarter of, and quarters of a year.
func (r *reading) fraction(i int) (Quantity, bool) {
	of := int(r.entry(i).value)
	if of == 4 && r.word(i+1) == wOf && r.plainYear(i+2) && r.has(i-1, isOrdinal) {
		if quarter := int(r.entry(i - 1).value); quarter <= 4 {
			return r.stretch(i-1, i+2, 3*quarter-2, 3*quarter), true
		}
	}
	if r.word(i-1) != wA || i-1 < r.low || r.word(i+1) != wOf && !(r.closed(i+1) && of == 4) {
		return Quantity{}, false
	}
	return r.share(i-1, i+1, 1/float64(of)), true
}

// majority reads "a majority", "the vast majority": more than half. As the
// first part of a name it is none: majority party.
func (r *reading) majority(i int) (Quantity, bool) {
	first := i
	if r.word(first-1) == wVast || r.word(first-1) == wOverwhelming || r.word(first-1) == wGreat || r.word(first-1) == wLarge {
		first--
	}
	if w := r.word(first - 1); w != wA && w != wAn && w != wThe && first == i || r.has(i+1, isNoMajority) || r.flag(i+1, Capital) {
		return Quantity{}, false
	} else if w == wA || w == wAn || w == wThe {
		first--
	}
	if first < r.low {
		return Quantity{}, false
	}
	return Quantity{First: first, Last: i + 1, Kind: Share, HasMin: true, Ratio: 0.5}, true
}

// ordinal reads a rank where it counts times: third consecutive year, second
// year in a row, for the first time. Other ranks name things and are passed
// over: a second hotline, third countries.
func (r *reading) ordinal(i int) (Quantity, bool) {
	switch r.word(i + 1) {
	case wConsecutive, wStraight, wSuccessive, wYear, wTime:
		n := int64(r.entry(i).value)
		return Quantity{First: i, Last: i + 1, Kind: Ordinal, HasMin: true, HasMax: true, Min: n, Max: n}, true
	}
	return Quantity{}, false
}

// ratio reads shares of two numbers: two thirds, three quarters of 2017, one
// in five, nine out of ten, eight of every 10.
func (r *reading) ratio(i int) (Quantity, bool) {
	if r.kind(i, Word) && !r.has(i, isUnit) {
		return Quantity{}, false
	}
	j := i + 1
	switch w := r.word(j); {
	case r.has(j, isFraction|isHalf):
		return r.fractions(i)
	case w == wIn, w == wOut && r.word(j+1) == wOf, w == wOf && r.word(j+1) == wEvery:
	default:
		return Quantity{}, false
	}
	every := false
	plain := r.word(j) == wIn
	for j++; r.word(j) == wOf || r.word(j) == wEvery; j++ {
		every = every || r.word(j) == wEvery
	}
	if r.plainYear(j) || !r.kind(j, Number) && !r.has(j, isUnit|isScale) {
		return Quantity{}, false
	}
	a, ok := r.cardinal(i)
	b, good := r.cardinal(j)
	if !ok || !good || a.next != i+1 || b.first != j || a.value >= b.value || a.value == 0 {
		return Quantity{}, false
	}
	round := b.value == 10*thousand || b.value == 100*thousand || b.value == 1000*thousand
	l := r.lead(i)
	switch {
	case every:
	case plain && !(a.value == thousand && b.value <= 1000*thousand && (r.opensClause(l) || round && r.closed(i-1))):
		return Quantity{}, false // it opened one in five districts
	case !plain && !round:
		return Quantity{}, false // three out of seven cases
	}
	return r.share(i, b.next, float64(a.value)/float64(b.value)), true
}

// opensClause reports whether a clause begins with l, or l bounds its number.
func (r *reading) opensClause(l lead) bool {
	p := l.first - 1
	return l.min || l.max || l.approx || p < r.first || r.tokens[p].Kind >= Dash || r.word(p) == wThat || r.word(p) == wAs
}

// fractions reads two thirds, one half, three quarters.
func (r *reading) fractions(i int) (Quantity, bool) {
	a, ok := r.cardinal(i)
	e := r.entry(i + 1)
	if !ok || a.next != i+1 || a.value >= int64(e.value)*thousand || a.value == 0 || a.point {
		return Quantity{}, false
	}
	n := int(a.value / thousand)
	if e.value == 4 && r.word(i+2) == wOf && r.plainYear(i+3) && r.word(i-1) == wFirst {
		return r.stretch(i-1, i+3, 1, 3*n), true
	}
	return r.share(i, i+2, float64(n)/float64(e.value)), true
}

// counts reports whether the word "one" of c is a number and no pronoun. It is
// none in no one, the one that, a new one, one another, one may and one of the five;
// it is one in one of whom, one of forced labor, only one of the five and
// wherever else it stands.
func (r *reading) counts(c cardinal) bool {
	i := c.first
	switch r.word(i - 1) {
	case wNo, wAny, wEvery, wEach, wWhich:
		return false
	}
	if r.has(i-1, isNoPronoun) {
		return !r.closed(i + 1)
	}
	switch r.word(i + 1) {
	case wAnother, wCan, wCould, wMay, wMight, wMust, wShould, wWould:
		return false
	case wOf:
		switch r.word(i + 2) {
		case wThe, wIts, wHis, wHer, wTheir, wOur, wSeveral, wMany, wMost:
			return r.word(i-1) == wOnly
		}
		return r.word(i-1) == wOnly || !r.kind(i+2, Number) && !r.has(i+2, isUnit|isTens) && !r.kind(i+3, Possessive)
	}
	return !r.kind(i+1, Possessive)
}

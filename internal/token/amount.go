package token

// measure is a number with its unit, or a range of two.
type measure struct {
	cardinal
	kind         QuantityKind
	unit         Unit
	lo, hi       int64 // thousandths
	noLo, noHi   bool
	approx       bool
	ranged       bool
	bare         bool // no unit
	symbol       bool // $ or a code before it
	currency     string
	conv, convHi int64 // thousandths of US dollars
}

// amount reads the count, share, duration, age or money whose first word of
// number is token i.
func (r *reading) amount(i int) (Quantity, bool) {
	if q, ok := r.ratio(i); ok {
		return q, true
	}
	m, ok := r.measure(i)
	if !ok {
		return Quantity{}, false
	}
	l := r.lead(m.first)
	r.extend(&m, &l)
	r.orMore(&m)
	if m.kind == Duration && r.word(m.next) == wTo && r.word(m.next+1) == wLife {
		m.noHi = true
	}
	if m.bare && m.one && l.first == m.first && !r.counts(m.cardinal) {
		return Quantity{}, false
	}
	r.age(&m, &l)
	r.listed(&m, &l)
	q := r.quantity(&m, &l)
	if m.kind == Duration {
		r.always(&q)
		return r.months(q)
	}
	return q, true
}

// quantity puts a measure and what leads it in together.
func (r *reading) quantity(m *measure, l *lead) Quantity {
	if m.kind == Other {
		return r.other(m.first, m.next)
	}
	q := Quantity{
		First: l.first, Last: m.next, Kind: m.kind, Unit: m.unit,
		HasMin: !m.noLo, HasMax: !m.noHi, Approx: m.approx || l.approx,
		Currency: m.currency, Conversion: m.conv / thousand, ConversionMax: m.convHi / thousand,
	}
	if m.ranged {
		if l.rangeFirst < q.First {
			q.First = l.rangeFirst
		}
	} else if l.over && m.kind == Duration && !r.bounded(l.first) {
		q.First = l.first + 1 // "over three years" is most often: in the course of
	} else {
		q.HasMin, q.HasMax = q.HasMin && !l.max, q.HasMax && !l.min
	}
	if m.vague {
		q.HasMax = false
	}
	if m.kind == Share {
		if q.HasMin {
			q.Ratio = float64(m.lo) / (100 * thousand)
		}
		if q.HasMax {
			q.RatioMax = float64(m.hi) / (100 * thousand)
		}
		return q
	}
	if m.kind == Duration && m.unit == Years && (m.lo%thousand != 0 || m.hi%thousand != 0) {
		m.lo, m.hi, q.Unit = m.lo*12, m.hi*12, Months
	}
	if q.HasMin {
		q.Min = m.lo / thousand
	}
	if q.HasMax {
		q.Max = m.hi / thousand
	}
	switch {
	case m.kind == Count && m.point:
		return r.other(m.first, m.next)
	case m.kind == Count && q.HasMin && q.HasMax && q.Max == 0:
		q.Kind = Zero
	}
	return q
}

// measure reads a number with its unit. Token i is the number, or a currency
// sign or "a" before it.
func (r *reading) measure(i int) (m measure, ok bool) {
	m = measure{kind: Count, bare: true}
	if e := r.entry(i); e.role&(isTimeWord|isAged) != 0 {
		m.first, m.next, m.bare = i, i+1, false
		m.kind, m.unit = Duration, Unit(e.value%16)
		if e.role&isAged != 0 {
			m.kind = Age
		}
		m.lo = int64(e.value/16) * thousand
		m.hi = m.lo
		return m, true
	}
	if r.word(i) == wA && r.has(i+1, isScale) {
		i++
	}
	for !r.kind(i, Number) && r.signAt(i) != "" {
		i++
	}
	if m.cardinal, ok = r.cardinal(i); !ok {
		return m, false
	}
	m.lo, m.hi = m.value, m.value
	if first, code := r.signBefore(m.first); first < m.first {
		m.first, m.currency = first, code
		m.kind, m.bare, m.symbol = Money, false, true
	}
	r.orMore(&m)
	r.measured(&m)
	return m, true
}

// measured reads the unit behind a number.
func (r *reading) measured(m *measure) {
	j := m.next
	if j >= r.end {
		return
	}
	if k := &r.tokens[j]; k.Kind == Word && !m.symbol && k.Flags&Capital == 0 && r.entry(j).role&isMeasure == 0 && r.word(j) == noWord {
		return
	}
	switch {
	case m.symbol:
		r.currency(m)
	case r.word(j) == wPercent || r.mark(j, '%'):
		m.kind, m.next, m.bare = Share, j+1, false
	case r.word(j) == wPer && r.word(j+1) == wCent:
		m.kind, m.next, m.bare = Share, j+2, false
	case r.word(j) == wPercentage:
		m.kind, m.next, m.bare = Other, j+1, false
	case r.has(j, isTime):
		r.period(m, j)
	case r.has(j, isAgeWord):
		m.kind, m.unit, m.next, m.bare = Age, Unit(r.entry(j).value), j+1, false
	case r.hyphen(j) && r.glued(j) && r.glued(j+1) && r.kind(j+1, Word):
		r.joined(m, j+1)
	default:
		r.currency(m)
	}
}

// joined reads the word joined to a number by a hyphen: 30-day, 16-year-old.
// Other such words measure, but count nobody: 35-bed, 12-person.
func (r *reading) joined(m *measure, j int) {
	e := r.entry(j)
	m.bare, m.next = false, j+1
	switch {
	case e.role&isTime != 0:
		r.period(m, j)
	case e.role&isAgeWord != 0:
		m.kind, m.unit = Age, Unit(e.value)
	default:
		m.kind = Other
	}
}

// extend makes a range of m and the number behind it: to, -, between ... and,
// one or two.
func (r *reading) extend(m *measure, l *lead) {
	j := m.next
	dangling := r.hyphen(j) && r.glued(j)
	if dangling {
		if r.glued(j + 1) {
			if r.kind(j+1, Number) || r.signAt(j+1) != "" {
				r.join(m, j+1, false)
			}
			return
		}
		j++ // five- to 10-year
	}
	switch r.word(j) {
	case wTo:
		if !l.from || !r.changes(l.rangeFirst) {
			r.join(m, r.limit(j+1), false)
		}
	case wUp:
		if r.word(j+1) == wTo {
			r.join(m, j+2, false)
		}
	case wAnd:
		if l.between || l.age && m.bare || dangling {
			r.join(m, j+1, false)
		}
	case wOr:
		r.join(m, j+1, true)
	}
}

// limit passes over "a maximum of" and "as many as" at token j.
func (r *reading) limit(j int) int {
	switch {
	case r.word(j) == wA && r.word(j+1) == wMaximum && r.word(j+2) == wOf:
		return j + 3
	case r.word(j) == wAs && r.word(j+2) == wAs:
		return j + 3
	}
	return j
}

// join makes a range of m and the number at j, if they go together and rise.
// Alternatives must lie near each other: one or two, 15 or 20.
func (r *reading) join(m *measure, j int, alternatives bool) {
	if j >= r.end || r.plainYear(j) && m.bare && m.value < 1000*thousand {
		return
	}
	b, ok := r.measure(j)
	if !ok || b.first != j && b.first != j-1 || b.vague || m.vague {
		return
	}
	lo, hi := m.lo, b.hi
	kind, unit, currency := b.kind, b.unit, b.currency
	switch {
	case m.bare:
		if b.scaled && !m.scaled && lo < b.mantissa && b.mantissa > 0 {
			lo = times(lo, b.value/b.mantissa)
		}
	case b.bare && m.symbol:
		kind, currency = m.kind, m.currency
		if b.scaled && !m.scaled && lo < b.mantissa && b.mantissa > 0 {
			lo = times(lo, b.value/b.mantissa)
		}
	case m.kind != b.kind || m.currency != b.currency && m.currency != "" && b.currency != "":
		return
	case m.kind == Duration || m.kind == Age:
		unit = min(m.unit, b.unit)
		lo, hi = convert(lo, m.unit, unit), convert(hi, b.unit, unit)
	case currency == "":
		currency = m.currency
	}
	if lo >= hi || alternatives && hi > 2*lo && hi > 3*thousand || kind == Other {
		return
	}
	m.lo, m.hi, m.kind, m.unit, m.currency = lo, hi, kind, unit, currency
	m.noLo, m.noHi = m.noLo || b.noLo, m.noHi || b.noHi
	if m.conv == 0 || b.convHi == 0 || b.convHi != b.conv {
		m.conv = b.conv
	}
	m.convHi = b.convHi
	m.next, m.ranged, m.bare, m.point = b.next, true, m.bare && b.bare, m.point && b.point
}

// changes reports whether the words before token i speak of a change, so that
// "from 10 to 15" is no range.
func (r *reading) changes(i int) bool {
	switch r.word(i - 1) {
	case wRange, wRanged, wRanges, wRanging:
		return false
	}
	for j := i - 1; j >= max(r.first, i-20); j-- {
		if r.mark(j, ';') {
			return false
		}
		if r.has(j, isChange) {
			return true
		}
	}
	return false
}

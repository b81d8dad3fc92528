package token

// period reads the unit of time at token j behind the number of m, with the
// smaller unit that may follow: five years and one month. With "old" or "of
// age" behind it is an age.
func (r *reading) period(m *measure, j int) {
	m.kind, m.unit, m.next, m.bare = Duration, Unit(r.entry(j).value), j+1, false
	if r.oldness(m) {
		return
	}
	k := m.next
	if r.word(k) == wAnd {
		k++
	}
	e := r.entry(k)
	if !r.kind(k, Number) && e.role&(isUnit|isTens) == 0 {
		return
	}
	c, ok := r.cardinal(k)
	if !ok || c.first != k {
		return
	}
	small := r.entry(c.next)
	unit := Unit(small.value)
	switch {
	case small.role&isTime == 0:
		return
	case m.unit == Years && unit == Days && r.tokens[c.next].Is(Space): // more than years by a day: five years and one day
		m.next, m.approx = c.next+1, true
		return
	case !follows(m.unit, unit):
		return
	}
	m.lo = convert(m.lo, m.unit, unit) + c.value
	m.hi = m.lo
	m.unit, m.next = unit, c.next+1
}

// oldness reads "old", "of age" or "-old" behind a unit of time.
func (r *reading) oldness(m *measure) bool {
	j := m.next
	if r.hyphen(j) {
		j++
	}
	switch {
	case r.word(j) == wOld || r.word(j) == wOlds:
		m.next = j + 1
	case r.word(j) == wOf && r.word(j+1) == wAge:
		m.next = j + 2
	default:
		return false
	}
	m.kind = Age
	return true
}

// follows reports whether small can be told behind great in one duration.
func follows(great, small Unit) bool {
	switch great {
	case Years:
		return small == Months
	case Months:
		return small == Days || small == Weeks
	case Weeks:
		return small == Days
	case Days:
		return small == Hours
	case Hours:
		return small == Minutes
	}
	return false
}

// convert tells v in a smaller unit.
func convert(v int64, from, to Unit) int64 {
	if from == Years && to == Months {
		return times(v, 12)
	}
	inMinutes := [...]int64{NoUnit: 1, Minutes: 1, Hours: 60, Days: 1440, Weeks: 10080, Months: 43200, Years: 525600}
	return times(v, inMinutes[from]) / inMinutes[to]
}

// age makes an Age of m where the words around it say so: aged 12 to 17; as
// young as five; under 18 without a thing that is counted.
func (r *reading) age(m *measure, l *lead) {
	switch {
	case m.kind == Age && m.unit == NoUnit:
		m.unit = Years
	case m.kind != Count && m.kind != Duration || m.scaled:
	case l.age:
		m.kind, m.bare = Age, false
		if m.unit == NoUnit {
			m.unit = Years
		}
	case l.bound && m.bare && 10*thousand <= m.lo && m.hi <= 25*thousand && r.closed(m.next):
		m.kind, m.unit, m.bare = Age, Years, false
	}
}

// closed reports whether nothing that is counted can begin at token i.
func (r *reading) closed(i int) bool {
	return i >= r.end || r.tokens[i].Kind >= Possessive || r.has(i, isFunction)
}

// always makes Other of what only says that something is open at all times:
// 24-hour, 24 hours a day, seven days a week.
func (r *reading) always(q *Quantity) {
	if !q.Exact() {
		return
	}
	j := q.Last
	daily := r.word(j) == wPer || r.word(j) == wA
	switch {
	case q.Unit == Hours && q.Min == 24 && (q.Last-q.First != 2 || daily && r.word(j+1) == wDay):
		q.Kind = Other
	case q.Unit == Days && q.Min == 7 && daily && r.word(j+1) == wWeek:
		q.Kind = Other
	}
}

// months reads "first six months of 2016" as a date.
func (r *reading) months(q Quantity) (Quantity, bool) {
	if q.Unit != Months || !q.Exact() || q.Min > 11 || r.word(q.Last) != wOf || !r.plainYear(q.Last+1) {
		return q, true
	}
	from, to := 1, int(q.Min)
	switch r.word(q.First - 1) {
	case wFirst:
	case wLast:
		from, to = 13-to, 12
	default:
		return q, true
	}
	return r.stretch(max(q.First-1, r.low), q.Last+1, from, to), true
}

// listed gives the numbers in "of 23, 43 and 64 months" the unit behind the
// last of them.
func (r *reading) listed(m *measure, l *lead) {
	if !m.bare || m.ranged || m.scaled || r.word(m.next) != wAnd && !r.mark(m.next, ',') {
		return
	}
	if w := r.word(l.first - 1); w != wTo && w != wOf && !r.mark(l.first-1, ',') {
		return
	}
	j := m.next
	for range longList {
		comma := r.mark(j, ',')
		if comma {
			j++
		}
		last := r.word(j) == wAnd
		if last {
			j++
		}
		if !comma && !last || !r.kind(j, Number) && !r.has(j, isUnit|isTens) {
			return
		}
		c, ok := r.cardinal(j)
		if !ok || c.first != j || c.scaled {
			return
		}
		if j = c.next; !last {
			continue
		}
		if e := r.entry(j); e.role&isTime != 0 && !r.mark(l.first-1, ',') || e.role&isTime != 0 && r.low == l.first-1 {
			m.kind, m.unit, m.bare = Duration, Unit(e.value), false
		}
		return
	}
}

package token

import "sync/atomic"

// point is a time as far as it is told: a year, a month of it, a day. Zero is
// not told.
type point struct {
	next    int
	y, m, d int
	lastDay int // of "June 12-15"
}

func (p point) order() int { return (p.y*16+p.m)*32 + p.d }

// plainYear reports whether token i is four digits from 1900 to 2099 alone.
func (r *reading) plainYear(i int) bool {
	if !r.kind(i, Number) {
		return false
	}
	s := r.t.Of(i)
	if len(s) != 4 || s[0] != '1' && s[0] != '2' || s[0] == '1' && s[1] != '9' || s[0] == '2' && s[1] != '0' {
		return false
	}
	return s[2] != '.' && s[3] != '.' && s[2] != ',' && s[3] != ',' && !(r.glued(i+1) && r.kind(i+1, Word))
}

func (r *reading) year(i int) int { return r.small(i) }

// small returns the value of a token of up to four digits, or -1.
func (r *reading) small(i int) int {
	if !r.kind(i, Number) {
		return -1
	}
	s := r.t.Of(i)
	if len(s) > 4 {
		return -1
	}
	v := 0
	for j := 0; j < len(s); j++ {
		if class[s[j]] != digit {
			return -1
		}
		v = v*10 + int(s[j]-'0')
	}
	return v
}

// dayNumber returns the day of the month that token i is, or 0.
func (r *reading) dayNumber(i int) int {
	if d := r.small(i); 1 <= d && d <= 31 && len(r.t.Of(i)) <= 2 {
		return d
	}
	return 0
}

// point reads a time that begins with token i. A month without a year or day
// counts with bare only.
func (r *reading) point(i int, bare bool) (p point, ok bool) {
	if r.plainYear(i) {
		p = point{next: i + 1, y: r.year(i)}
		if r.hyphen(i+1) && r.hyphen(i+3) && r.glued(i+1) && r.glued(i+3) && len(r.t.Of(i+3)) == 1 {
			m, d := r.small(i+2), r.dayNumber(i+4)
			if 1 <= m && m <= 12 && d > 0 {
				return point{next: i + 5, y: p.y, m: m, d: d}, true
			}
		}
		return p, true
	}
	if d := r.dayNumber(i); d > 0 {
		j := r.pastSuffix(i + 1)
		if r.word(j) == wOf && j > i+1 {
			j++
		}
		if !r.has(j, isMonth) || !r.flag(j, Capital) {
			return p, false
		}
		p = point{next: j + 1, m: int(r.entry(j).value), d: d}
		r.ofYear(&p)
		return p, true
	}
	return r.month(i, bare)
}

// month reads June 2007; June 12; June 12, 2007; June 12-15, 2007.
func (r *reading) month(i int, bare bool) (p point, ok bool) {
	e := r.entry(i)
	if e.role&isMonth == 0 || !r.flag(i, Capital) && e.role&isMidMonth == 0 {
		return p, false
	}
	p = point{next: i + 1, m: int(e.value)}
	if e.role&isShortMonth != 0 && r.mark(p.next, '.') && r.glued(p.next) {
		p.next++
	}
	if d := r.dayNumber(p.next); d > 0 && !r.has(p.next+1, isCounted|isScale|isTime) && r.word(p.next+1) != wPercent {
		p.d = d
		p.next = r.pastSuffix(p.next + 1)
		if last := r.dayNumber(p.next + 1); last > d && r.hyphen(p.next) {
			p.lastDay = last
			p.next += 2
		}
	}
	r.ofYear(&p)
	if p.y == 0 && p.d == 0 && (!bare || e.role&isShortMonth != 0) {
		return p, false
	}
	return p, true
}

// pastSuffix passes over the th of 12th at token j.
func (r *reading) pastSuffix(j int) int {
	if r.glued(j) && r.ordinalSuffix(j) {
		return j + 1
	}
	return j
}

// ofYear reads the year behind a month or day.
func (r *reading) ofYear(p *point) {
	j := p.next
	if r.mark(j, ',') || r.word(j) == wOf {
		j++
	}
	if r.plainYear(j) && !(j > p.next && p.d == 0 && r.mark(p.next, ',') && r.has(j+1, isCounted)) {
		p.y, p.next = r.year(j), j+1
	}
}

// time reads the year, date or range of them that begins with token i.
func (r *reading) time(i int) (Quantity, bool) {
	bareBefore := r.has(i-1, isFunction|isYearBefore) || r.word(i-1) == wBetween || r.mark(i-1, ',') && r.has(i-2, isMonth)
	a, ok := r.point(i, bareBefore)
	if !ok {
		return r.decade(i)
	}
	if a.y != 0 && a.m == 0 && r.countedYear(i) {
		return Quantity{}, false
	}
	q := Quantity{First: i, Last: a.next, Kind: Date}
	if a.m == 0 {
		q.Kind = Year
	}
	between, from := r.word(i-1) == wBetween, r.word(i-1) == wFrom
	b, ranged := r.until(a, between)
	if ranged {
		if q.Last = b.next; a.m == 0 && b.m == 0 {
			q.Kind = YearRange
		}
		if a.y == 0 {
			a.y = b.y
		} else if b.y == 0 {
			b.y = a.y
		}
		if (between || from) && i-1 >= r.low {
			q.First--
		}
	} else {
		b = a
		if a.lastDay > 0 {
			b.d = a.lastDay
		}
		if a.y == 0 {
			r.lendYear(&a)
			b.y = a.y
		}
	}
	q.Start, q.End = r.n.days.text(a.y, a.m, a.d), r.n.days.text(b.y, b.m, b.d)
	if q.First == i {
		r.beforeTime(&q, a, b)
	}
	return q, true
}

// until reads the end of a range that begins with a.
func (r *reading) until(a point, between bool) (b point, ok bool) {
	j := a.next
	if r.mark(j, ',') && a.y != 0 && a.d != 0 {
		j++
	}
	joined := (r.hyphen(j) || r.mark(j, '/')) && r.glued(j) == r.glued(j+1)
	switch w := r.word(j); {
	case joined:
		if v := r.small(j + 1); a.m == 0 && r.glued(j+1) && v > a.y%100 && len(r.t.Of(j+1)) == 2 && a.y != 0 {
			return point{next: j + 2, y: a.y/100*100 + v}, !(r.glued(j+2) && r.kind(j+2, Word))
		}
	case w == wTo, w == wThrough, w == wUntil:
	case w == wAnd && between:
	default:
		return b, false
	}
	b, ok = r.point(j+1, a.m != 0)
	if !ok || a.m == 0 && a.y != 0 && b.y == 0 || joined && (a.m == 0) != (b.m == 0) {
		return b, false
	}
	x, y := a, b
	if x.y == 0 {
		x.y = y.y
	} else if y.y == 0 {
		y.y = x.y
	}
	return b, x.order() < y.order() || x.y == 0 && x.d == 0 && y.d == 0 // September to April
}

// lendYear gives the months in "February, April, and August 2017" their year.
func (r *reading) lendYear(a *point) {
	j := a.next
	for range longList {
		comma := r.mark(j, ',')
		if comma {
			j++
		}
		if w := r.word(j); w == wAnd || w == wOr {
			j++
		} else if !comma {
			return
		}
		b, ok := r.month(j, true)
		if !ok || (b.d > 0) != (a.d > 0) {
			return
		}
		if b.y != 0 {
			a.y = b.y
			return
		}
		j = b.next
	}
}

// countedYear reports whether token i only looks like a year: 2000 victims,
// more than 2000 men, 2000 million, $2000.
func (r *reading) countedYear(i int) bool {
	j := i + 1
	switch {
	case r.has(j, isScale), r.word(j) == wPercent, r.mark(j, '%'), r.has(j, isTime) && r.word(j) != wYear:
		return true
	case r.hyphen(j) && r.glued(j) && r.glued(j+1) && r.has(j+1, isTime):
		return true
	}
	if first, _ := r.signBefore(i); first < i {
		return true
	}
	if _, _, ok := r.currencyWords(j, false); ok {
		return true
	}
	if r.has(j, isCounted) && !r.has(i-1, isYearBefore|isMonth) {
		return true
	}
	l := r.lead(i)
	return (l.min || l.max || l.approx) && !l.bound && !r.closed(j) && !r.has(l.first-1, isYearBefore)
}

// decade reads 1990s.
func (r *reading) decade(i int) (Quantity, bool) {
	y := r.small(i)
	if y < 1900 || y > 2090 || y%10 != 0 || !r.glued(i+1) || r.word(i+1) != wS {
		return Quantity{}, false
	}
	q := Quantity{First: i, Last: i + 2, Kind: YearRange}
	q.Start, q.End = r.n.days.text(y, 0, 0), r.n.days.text(y+9, 0, 0)
	return q, true
}

// beforeTime reads what stands before a time and makes it more or less exact:
// the end of, early, spring, fiscal year.
func (r *reading) beforeTime(q *Quantity, a, b point) {
	p := q.First - 1
	if p < r.low {
		return
	}
	switch w := r.word(p); {
	case w == wOf:
		r.edge(q, a, b)
	case w == wEarly, w == wLate, w == wMid, r.has(p, isSeason):
		q.Kind, q.Approx, q.First = Date, true, p
	case r.hyphen(p) && r.glued(p+1) && r.glued(p):
		if w := r.word(p - 1); p-1 >= r.low && (w == wEarly || w == wLate || w == wMid) {
			q.Kind, q.Approx, q.First = Date, true, p-1
		}
	case w == wFy:
		q.First = p
	case w == wYear && (r.word(p-1) == wFiscal || r.word(p-1) == wCalendar) && p-1 >= r.low:
		q.First = p - 1
	case r.has(p, isApprox):
		q.Approx, q.First = true, p
	}
}

// edge reads the end of 2007, the beginning of March 2014, spring of 2010.
func (r *reading) edge(q *Quantity, a, b point) {
	p := q.First - 2
	if p < r.low || a.d != 0 {
		return
	}
	switch w := r.word(p); {
	case w == wEnd:
		if b.m == 0 {
			b.m = 12
		}
		q.Start = r.n.days.text(b.y, b.m, daysIn(b.y, b.m))
		q.End, q.Kind = q.Start, Date
	case w == wBeginning, w == wStart:
		q.Start = r.n.days.text(a.y, max(a.m, 1), 0)
		q.End, q.Kind, q.Approx = q.Start, Date, true
	case r.has(p, isSeason):
		q.Kind, q.Approx = Date, true
	default:
		return
	}
	q.First = p
	if r.word(p-1) == wThe && p-1 >= r.low {
		q.First--
	}
}

// stretch is the months from to to of the year at token i.
func (r *reading) stretch(first, i, from, to int) Quantity {
	q := Quantity{First: max(first, r.low), Last: i + 1, Kind: Date}
	q.Start, q.End = r.n.days.text(r.year(i), from, 0), r.n.days.text(r.year(i), to, 0)
	return q
}

func daysIn(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) || y == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// calendar holds the dates of each year asked for as one string, so that no
// reading of a date allocates: entry 0 without a year, then 1900 to 2099.
type calendar struct {
	years [201]atomic.Pointer[string]
}

// text returns the date in ISO 8601, as short as it is told: month and day may
// be 0, and the year where there is a month.
func (c *calendar) text(y, m, d int) string {
	i, width := 0, 7 // --01-01
	if y != 0 {
		i, width = y-1899, 10
	}
	s := c.years[i].Load()
	if s == nil {
		s = dates(y)
		c.years[i].Store(s)
	}
	switch {
	case m == 0:
		return (*s)[:width-6]
	case d == 0:
		at := (m - 1) * 31 * width
		return (*s)[at : at+width-3]
	}
	at := ((m-1)*31 + d - 1) * width
	return (*s)[at : at+width]
}

// dates writes 31 days of each month of a year, one behind the other.
func dates(y int) *string {
	b := make([]byte, 0, 12*31*10)
	two := func(v int) { b = append(b, byte('0'+v/10), byte('0'+v%10)) }
	for m := 1; m <= 12; m++ {
		for d := 1; d <= 31; d++ {
			if y == 0 {
				b = append(b, '-')
			} else {
				two(y / 100)
				two(y % 100)
			}
			b = append(b, '-')
			two(m)
			b = append(b, '-')
			two(d)
		}
	}
	s := string(b)
	return &s
}

package token

// The numbers below are in thousandths, so that 1.65 million and two and a
// half need no floats.
const thousand = 1000

// greatest is the greatest number read, in thousandths.
const greatest = 1 << 60

// longList is how far a list is read ahead for the word that its end gives all.
const longList = 12

// digits returns the value of "2,500" or "1.65", and whether it has a point.
// ok is false for what has several points or too many digits.
func digits(s string) (v int64, point, ok bool) {
	scale := int64(thousand)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ',':
		case c == '.':
			if point {
				return 0, true, false
			}
			point = true
		case point:
			scale /= 10
			v += int64(c-'0') * scale
		default:
			v = v*10 + int64(c-'0')*thousand
			if v > greatest {
				return 0, false, false
			}
		}
	}
	return v, point, true
}

// times returns a*b, but no more than greatest.
func times(a, b int64) int64 {
	if b != 0 && a > greatest/b {
		return greatest
	}
	return a * b
}

// cardinal is a number read from tokens [first, next).
type cardinal struct {
	first, next int
	value       int64 // thousandths
	mantissa    int64 // value without the scales behind it
	scaled      bool  // has hundred, million, dozen
	point       bool  // has a decimal point and no scale
	vague       bool  // hundreds; several thousand: the value is the least
	one         bool  // is the word "one" alone
}

// cardinal reads the number whose first word of number is token i: 2,500;
// 1.2 million; two hundred and fifty; half a million; tens of thousands; "a"
// before a hundred included.
func (r *reading) cardinal(i int) (c cardinal, ok bool) {
	if r.kind(i, Number) {
		c = cardinal{first: i, next: i + 1}
		if c.value, c.point, ok = digits(r.t.Of(i)); !ok {
			return c, false
		}
		r.halves(&c)
		r.scale(&c)
		return c, true
	}
	switch role := r.role(i); {
	case role&(isUnit|isTens) != 0:
		return r.spelled(i), true
	case role&isScale != 0:
		return r.loneScale(i)
	case role&isPlural != 0:
		return r.plural(i)
	case role&isHalf != 0:
		return r.halfScale(i)
	}
	return c, false
}

// scale reads the scales behind a number: million, hundred thousand, dozen.
func (r *reading) scale(c *cardinal) {
	c.mantissa = c.value
	for c.next < r.end {
		e := r.entry(c.next)
		if e.role&isScale == 0 || r.glued(c.next) {
			return
		}
		c.value = times(c.value, scales[e.value])
		c.scaled, c.point, c.one = true, false, false
		c.next++
	}
}

// halves reads "and a half" behind a number.
func (r *reading) halves(c *cardinal) {
	j := c.next
	if r.word(j) != wAnd {
		return
	}
	switch {
	case r.word(j+1) == wA && r.has(j+2, isHalf):
		c.next += 3
	case r.has(j+1, isShare) && r.entry(j+1).value == 1*16+2: // one-half
		c.next += 2
	default:
		return
	}
	c.value += thousand / 2
	c.one = false
}

// spelled reads twenty-five; two hundred and fifty thousand; nine.
func (r *reading) spelled(i int) cardinal {
	c := cardinal{first: i, next: i}
	var total, part int64 // part is below a thousand
read:
	for c.next < r.end {
		e := r.entry(c.next)
		value := int64(e.value)
		switch {
		case e.role&(isUnit|isTens) != 0 && r.fits(part, value, c.next > i):
			part += value
		case e.role&isScale != 0 && part > 0:
			c.scaled = true
			if s := scales[e.value]; s < 1000 {
				part *= s
			} else {
				total += part * s
				part = 0
			}
		case r.word(c.next) == wAnd && c.scaled && part%100 == 0 && r.lowNumber(c.next+1):
		default:
			break read
		}
		c.next++
		if e.role&isAndHalf != 0 {
			c.value = (total+part)*thousand + thousand/2
			r.scale(&c)
			return c
		}
	}
	c.value = (total + part) * thousand
	c.one = c.next == i+1 && r.word(i) == wOne
	r.halves(&c)
	r.scale(&c)
	return c
}

// fits reports whether value may follow part in one number: twenty five, two
// hundred six, but not two six.
func (r *reading) fits(part, value int64, more bool) bool {
	switch {
	case !more:
		return true
	case value == 0:
		return false
	case value < 10:
		return part%10 == 0 && part%100 != 10
	case value < 100:
		return part%100 == 0
	}
	return false
}

// lowNumber reports whether token i is a spelled number that ends a greater
// one: two hundred and SIX cases, but not two hundred and six million.
func (r *reading) lowNumber(i int) bool {
	return r.has(i, isUnit|isTens) && !r.has(i+1, isScale) && !r.has(i+1, isTime)
}

// loneScale reads a scale without a number before it: a hundred; several
// thousand.
func (r *reading) loneScale(i int) (c cardinal, ok bool) {
	c = cardinal{first: i - 1, next: i + 1, value: scales[r.entry(i).value] * thousand, scaled: true}
	if c.first < r.low {
		return c, false
	}
	switch r.word(i - 1) {
	case wA, wAn:
	case wSeveral, wMany:
		c.vague = true
	case wFew:
		c.vague = true
		if i-2 >= r.low && r.word(i-2) == wA {
			c.first--
		}
	default:
		return c, false
	}
	if c.vague {
		c.value *= 2
	}
	r.scale(&c)
	return c, true
}

// plural reads thousands; tens of thousands; hundreds of millions.
func (r *reading) plural(i int) (c cardinal, ok bool) {
	e := r.entry(i)
	c = cardinal{first: i, next: i + 1, value: scales[e.value] * thousand, scaled: true, vague: true}
	for r.word(c.next) == wOf && r.has(c.next+1, isPlural) {
		c.value = times(c.value, scales[r.entry(c.next+1).value])
		c.next += 2
	}
	if e.value >= scaleTens && c.next == i+1 && r.word(c.next) != wOf { // test scores
		return c, false
	}
	return c, true
}

// halfScale reads half a million, half a dozen.
func (r *reading) halfScale(i int) (c cardinal, ok bool) {
	j := i + 1
	if r.word(j) == wA {
		j++
	}
	e := r.entry(j)
	if e.role&isScale == 0 {
		return c, false
	}
	c = cardinal{first: i, next: j + 1, value: scales[e.value] * thousand / 2, scaled: true}
	return c, true
}

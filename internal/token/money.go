package token

import "unicode/utf8"

// phrase tells whose currency a noun means: the words before it.
type phrase struct {
	before []WordID
	code   string
}

// signAt returns the currency of the sign or code at token i, which stands
// before a number; it is empty for any other token. "US" and its like count
// only right before a dollar sign.
func (r *reading) signAt(i int) string {
	if i < r.first || i+1 >= r.end {
		return ""
	}
	k := r.tokens[i]
	switch {
	case k.Kind == Punct:
		return r.sign(i)
	case k.Kind != Word && k.Kind != Acronym:
		return ""
	}
	e := r.entry(i)
	switch {
	case e.role&isSign != 0 && r.mark(i+1, '$') && r.glued(i+1):
		return r.n.codes[e.value]
	case e.role&isCode != 0 && k.Is(AllCaps) && r.big(i+1):
		return r.n.codes[e.value]
	}
	return ""
}

// sign returns the currency of the mark at token i. A bullet right before a
// digit is a euro sign of a damaged font.
func (r *reading) sign(i int) string {
	k := r.tokens[i]
	switch {
	case k.Mark == '$':
		return "USD"
	case k.Mark < utf8.RuneSelf && k.Mark != bullet:
		return ""
	}
	switch r.t.Of(i) {
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	case "¥":
		return "JPY"
	case "₦":
		return "NGN"
	case "₹":
		return "INR"
	case "•":
		if r.glued(i+1) && r.kind(i+1, Number) {
			return "EUR"
		}
	}
	return ""
}

// big reports whether token i is a number that a code such as GEL may stand
// before: three digits or more, or a scale.
func (r *reading) big(i int) bool {
	return r.kind(i, Number) && !r.plainYear(i) && (r.tokens[i].End-r.tokens[i].Start >= 3 || r.has(i+1, isScale))
}

// signBefore returns where the currency sign before the number i begins, and
// its currency; i if there is none.
func (r *reading) signBefore(i int) (first int, code string) {
	first = i
	for first-1 >= r.low {
		c := r.signAt(first - 1)
		if c == "" {
			return first, code
		}
		first, code = first-1, c
	}
	return first, code
}

// currency reads the currency behind the number of m, and its value in dollars
// where that follows in brackets.
func (r *reading) currency(m *measure) {
	if m.symbol && r.glued(m.next) {
		r.shortScale(m)
	}
	j := m.next
	if m.vague && r.word(j) == wOf {
		j++
	}
	next, code, ok := r.currencyWords(j, m.scaled)
	if ok {
		m.next = next
		if code != "" || !m.symbol {
			m.currency = code
		}
		r.codeInBrackets(m)
	}
	low, high, next, converted := r.conversion(m.next)
	if !ok && !converted && !m.symbol {
		return
	}
	m.kind, m.bare = Money, false
	if converted {
		m.conv, m.convHi, m.next = low, high, next
	}
}

// shortScale reads the m of $5m.
func (r *reading) shortScale(m *measure) {
	var by int64
	switch r.word(m.next) {
	case wK:
		by = 1e3
	case wM, wMn:
		by = 1e6
	case wBn:
		by = 1e9
	default:
		return
	}
	m.value = times(m.value, by)
	m.lo, m.hi, m.scaled, m.point = m.value, m.value, true, false
	m.next++
}

// codeInBrackets reads "(BDT)" behind "50,000 Bangladeshi Taka".
func (r *reading) codeInBrackets(m *measure) {
	j := m.next
	e := r.entry(j + 1)
	if r.mark(j, '(') && e.role&(isCode|isCurrency) != 0 && r.mark(j+2, ')') && r.flag(j+1, AllCaps) {
		if m.currency == "" {
			m.currency = r.n.codes[e.value]
		}
		m.next += 3
	}
}

// currencyWords reads the name of a currency at token j: manat, Canadian
// dollars, Central African CFA francs, INR. Words that mean other things too,
// such as marks and won, count only behind a million or before a value in
// brackets. The code is empty where the name does not tell the currency.
func (r *reading) currencyWords(j int, scaled bool) (next int, code string, ok bool) {
	first := r.entry(j)
	if first.role&(isCurrency|isCode) == 0 && !r.flag(j, Capital) && first.word != wNew {
		return 0, "", false
	}
	if first.role&isCode != 0 && first.role&isCurrency == 0 && r.flag(j, AllCaps) {
		return j + 1, r.n.codes[first.value], true
	}
	x := j
	for r.role(x)&isCurrency == 0 {
		if w := r.word(x); x > j+3 || !r.flag(x, Capital) && w != wNew && (x == j || w != wAnd) {
			return 0, "", false
		}
		x++
	}
	if first.word == wAnd {
		return 0, "", false
	}
	code = r.whose(j, x)
	next = x + 1
	if r.role(next)&isCurrency != 0 && r.entry(next).value == 0 { // CFA francs
		next++
	}
	if r.has(x, isDoubtful) && !scaled && !r.mark(next, '(') && !r.mark(next, '[') {
		return 0, "", false
	}
	return next, code, true
}

// whose returns the code of the currency noun x behind the words [j, x).
func (r *reading) whose(j, x int) string {
	var code string
	longest := 0
	for _, p := range r.n.phrases[r.id(x)] {
		n := len(p.before)
		if n <= longest || x-n < j {
			continue
		}
		same := true
		for k, id := range p.before {
			same = same && r.id(x-n+k) == id
		}
		if same {
			code, longest = p.code, n
		}
	}
	if longest == 0 {
		code = r.n.codes[r.entry(x).value]
		if code == "USD" && x > j { // the dollars of a country not listed
			code = ""
		}
	}
	return code
}

// conversion reads a value in US dollars in brackets: ($14,040 to $56,180).
func (r *reading) conversion(j int) (low, high int64, next int, ok bool) {
	if !r.mark(j, '(') && !r.mark(j, '[') {
		return 0, 0, 0, false
	}
	j++
	for r.has(j, isApprox) || r.role(j)&isSign != 0 && r.mark(j+1, '$') {
		j++
	}
	if !r.mark(j, '$') && !(r.role(j)&isCode != 0 && r.n.codes[r.entry(j).value] == "USD") {
		return 0, 0, 0, false
	}
	a, ok := r.dollars(j + 1)
	if !ok {
		return 0, 0, 0, false
	}
	low, high, j = a.value, a.value, a.next
	if w := r.word(j); w == wTo || w == wAnd || w == wOr || r.hyphen(j) {
		k := j + 1
		if r.mark(k, '$') {
			k++
		}
		if b, ok := r.dollars(k); ok {
			if b.scaled && !a.scaled && low < b.mantissa {
				low = times(low, b.value/b.mantissa)
			}
			high, j = b.value, b.next
		}
	}
	for end := j + 4; j < end; j++ { // per month
		if r.mark(j, ')') || r.mark(j, ']') {
			return low, high, j + 1, true
		}
		if !r.kind(j, Word) {
			break
		}
	}
	return 0, 0, 0, false
}

func (r *reading) dollars(i int) (cardinal, bool) {
	if !r.kind(i, Number) {
		return cardinal{}, false
	}
	return r.cardinal(i)
}

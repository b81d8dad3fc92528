package token

import "plumbline/internal/text"

// QuantityKind is what a Quantity measures.
type QuantityKind uint8

// The kinds of quantity. Reference and Other are found so that nobody takes
// them for counts.
const (
	Count     QuantityKind = iota // 29; twenty-five; at least 30; tens of thousands
	Zero                          // 0, zero; "no" and "none" are negation and not found here
	Share                         // 35 percent; half; a third; one in five; a majority
	Ordinal                       // third, before "consecutive year" and the like; 22nd
	Age                           // aged 12 to 17; under 18; 16-year-old
	Duration                      // five years; 21 to 22 months
	Money                         // 150,530 manat ($88,030)
	Year                          // 2017
	YearRange                     // 2014-2018
	Date                          // January 2014; June 12, 2007; April 2017 through March 2018
	Reference                     // Article 50; Law No. 12/2004; Tier 2
	Other                         // 24/7; 1-800-555-0100; 35-bed; 10am
)

// Unit is the unit of a Duration or an Age.
type Unit uint8

// The units of time.
const (
	NoUnit Unit = iota
	Minutes
	Hours
	Days
	Weeks
	Months
	Years
)

// Quantity is a number, share, amount, time or reference, as the text has it.
//
// Min and Max are both set to the number where one is stated. "at least 30" and
// "more than 30" have a Min of 30 and no Max, "up to 50" and "under 50" a Max of
// 50 and no Min: bounds are the number printed, whether it counts in or not.
// Words for a great number have a Min alone, the number that the word names:
// hundreds 100, tens of thousands 10000, dozens 12. "Several hundred" is 200 at
// least. Several, some, many and a few are no quantities.
//
// A Duration of mixed units is told in the smaller one: five years and one
// month are 61 Months.
type Quantity struct {
	First, Last int // tokens [First, Last), "at least" and "between" included
	Kind        QuantityKind
	Unit        Unit // of a Duration or Age
	HasMin      bool
	HasMax      bool
	Approx      bool // nearly, about, an estimated; early, late, spring of a year

	// Min and Max are the bounds of a Count, Ordinal, Age, Duration or Money,
	// and the number of a Reference where it begins with one.
	Min, Max int64

	// Ratio and RatioMax are the bounds of a Share, with HasMin and HasMax.
	Ratio, RatioMax float64

	// Currency is the ISO 4217 code of Money; it is empty where several
	// countries have a currency of that name and the text does not say whose.
	// Conversion and ConversionMax are US dollars given in brackets, 0 if none.
	Currency                  string
	Conversion, ConversionMax int64

	// Start and End are the first and last time of a Year, YearRange or Date,
	// in ISO 8601 as short as known: 2007, 2007-01, 2007-12-31; --03-31 and
	// --03 without a year.
	Start, End string
}

// Span returns the bytes of q in the source of t.
func (q Quantity) Span(t *Text) text.Span { return t.Span(q.First, q.Last) }

// Exact reports whether q states one number, be it an estimate.
func (q Quantity) Exact() bool { return q.HasMin && q.HasMax && q.Min == q.Max }

// Numbers finds quantities. It is safe for concurrent use.
type Numbers struct {
	entries []entry
	starts  []bool   // by WordID: may begin the core of a quantity
	codes   []string // of currencies
	phrases map[WordID][]phrase
	days    calendar
}

// NewNumbers adds the words that numbers are told with to v. Texts must be
// scanned with that Vocab.
func NewNumbers(v *Vocab) *Numbers {
	n := &Numbers{phrases: map[WordID][]phrase{}}
	n.addWords(v)
	n.addCurrencies(v)
	n.starts = make([]bool, len(n.entries))
	for id, e := range n.entries {
		n.starts[id] = e.role&opens != 0
	}
	return n
}

// Find appends the quantities among the tokens [first, last) of t to dst: in
// order, without overlap, the longest reading of each. No quantity reaches
// beyond the range, so call it with the tokens of one sentence.
func (n *Numbers) Find(dst []Quantity, t *Text, first, last int) []Quantity {
	r := reading{n: n, t: t, tokens: t.Tokens[:last], entries: n.entries, first: first, low: first, end: last}
	starts := n.starts
	for i := first; i < last; i++ {
		k := &r.tokens[i]
		if k.Kind != Number && (int(k.ID) >= len(starts) || !starts[k.ID]) {
			continue
		}
		if q, ok := r.read(i); ok {
			dst = append(dst, q)
			r.low = q.Last
			i = q.Last - 1
		}
	}
	return dst
}

// reading is the reading of one quantity.
type reading struct {
	n       *Numbers
	t       *Text
	tokens  []Token
	entries []entry
	first   int // of the tokens given
	low     int // end of the quantity before, or first
	end     int
}

// read reads the quantity whose core begins with token i.
func (r *reading) read(i int) (Quantity, bool) {
	if q, ok := r.plain(i); ok {
		return q, true
	}
	if r.tokens[i].Kind == Number {
		if q, ok := r.identifier(i); ok {
			return q, true
		}
		if r.plainYear(i) || r.glued(i+1) || r.has(i+1, isMonth) {
			if q, ok := r.time(i); ok {
				return q, true
			}
		}
		return r.amount(i)
	}
	role := r.role(i)
	if role&isMonth != 0 {
		if role&isMidMonth == 0 && !r.flag(i, Capital) { // the verb may
			return Quantity{}, false
		}
		return r.time(i)
	}
	if role&(isOrdinal|isHalf|isFraction|isMajority|isShare) != 0 {
		if q, ok := r.part(i); ok {
			return q, true
		}
		if role&isHalf == 0 {
			return Quantity{}, false
		}
	}
	if role&isUnit != 0 {
		if q, ok := r.spelledReference(i); ok {
			return q, true
		}
	}
	return r.amount(i)
}

// plain reads at once what most quantities are: a number between words that
// neither lead numbers in nor measure, and a year between "in" and a mark.
func (r *reading) plain(i int) (q Quantity, ok bool) {
	if i == r.first || i+1 >= r.end {
		return q, false
	}
	before, k, after := &r.tokens[i-1], &r.tokens[i], &r.tokens[i+1]
	if after.Kind == Punct {
		if r.word(i-1) != wIn || after.Mark != ')' && after.Mark != ',' && after.Mark != '.' && after.Mark != ';' || !r.plainYear(i) {
			return q, false
		}
		s := r.n.days.text(r.year(i), 0, 0)
		return Quantity{First: i, Last: i + 1, Kind: Year, Start: s, End: s}, true
	}
	e := r.entry(i + 1)
	if after.Kind != Word || after.Flags&(Capital|Space) != Space || e.word != noWord || e.role&^isCounted != 0 ||
		r.entry(i-1) != (entry{}) {
		return q, false
	}
	if !(before.Kind == Word && before.Flags&Capital == 0 && k.Is(Space)) && !(before.Kind == Punct && before.Mark == '(') {
		return q, false
	}
	var v int64
	if k.Kind == Number {
		s := r.t.Of(i)
		var point bool
		if v, point, ok = digits(s); !ok || point || s[0] == '0' || r.plainYear(i) {
			return q, false
		}
		v /= thousand
	} else if e := r.entry(i); e.role&(isUnit|isTens) != 0 && e.role&isAndHalf == 0 && e.value > 0 {
		v = int64(e.value)
	} else {
		return q, false
	}
	return Quantity{First: i, Last: i + 1, HasMin: true, HasMax: true, Min: v, Max: v}, true
}

// The helpers below look at a token, ahead up to r.end or back to r.first, and
// say nothing of tokens beyond.

func (r *reading) id(i int) WordID {
	if i < r.first || i >= r.end {
		return Unknown
	}
	return r.tokens[i].ID
}

func (r *reading) entry(i int) entry {
	if id := r.id(i); int(id) < len(r.entries) {
		return r.entries[id]
	}
	return entry{}
}

func (r *reading) word(i int) word { return r.entry(i).word }

func (r *reading) role(i int) role { return r.entry(i).role }

func (r *reading) has(i int, x role) bool { return r.entry(i).role&x != 0 }

func (r *reading) kind(i int, k Kind) bool {
	return i >= r.first && i < r.end && r.tokens[i].Kind == k
}

func (r *reading) flag(i int, f Flags) bool {
	return i >= r.first && i < r.end && r.tokens[i].Is(f)
}

// mark reports whether token i is the punctuation mark c.
func (r *reading) mark(i int, c byte) bool {
	return i >= r.first && i < r.end && r.tokens[i].Kind == Punct && r.tokens[i].Mark == c
}

// glued reports whether nothing stands between token i and the one before it.
func (r *reading) glued(i int) bool {
	return i > r.first && i < r.end && r.tokens[i].Start == r.tokens[i-1].End
}

// hyphen reports whether token i is a hyphen or short dash, not the long dash
// that stands for a comma.
func (r *reading) hyphen(i int) bool {
	if !r.kind(i, Dash) {
		return false
	}
	switch r.t.Of(i) {
	case "-", "–", "−", "‒", "Œ":
		return true
	}
	return false
}

package token

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"plumbline/internal/text"
)

// Scanner cuts text into Tokens and Sentences.
type Scanner struct {
	Vocab *Vocab
}

// Scan reads the given span of source into t, replacing what t held. What lies
// in the skip spans, which must be sorted, is read through as if it were not
// there: it yields no token and breaks no sentence.
func (s *Scanner) Scan(t *Text, source string, span text.Span, skip []text.Span) {
	t.reset(source)
	s.part(t, span, skip)
	t.split()
}

// ScanParts is Scan for several spans in order; no sentence reaches from one
// into the next.
func (s *Scanner) ScanParts(t *Text, source string, parts, skip []text.Span) {
	t.reset(source)
	for _, p := range parts {
		s.part(t, p, skip)
	}
	t.split()
}

func (t *Text) reset(source string) {
	t.Source = source
	t.Tokens = t.Tokens[:0]
	t.Sentences = t.Sentences[:0]
}

func (s *Scanner) part(t *Text, span text.Span, skip []text.Span) {
	source := t.Source
	r := run{Scanner: s, t: t, src: source, at: span.Start, end: span.End, flags: Break}
	for _, gap := range skip {
		if gap.End <= span.Start || gap.Start >= span.End {
			continue
		}
		r.end = gap.Start
		r.tokens()
		r.at = max(gap.End, r.at)
		r.flags |= Space
	}
	r.end = span.End
	r.tokens()
}

// run is one pass over a source.
type run struct {
	*Scanner
	t     *Text
	src   string
	at    int
	end   int
	flags Flags // Space and Break as seen before the next token
	lines int   // line breaks since the last token
	plain int   // up to here no acronym begins: it was looked for
}

func (r *run) tokens() {
	for r.at < r.end {
		c := r.src[r.at]
		switch class[c] {
		case blank:
			r.flags |= Space
			if c == '\n' {
				if r.lines++; r.lines > 1 {
					r.flags |= Break
				}
			}
			r.at++
		case letter:
			r.word()
		case digit:
			r.number()
		case high:
			r.rune()
		default:
			r.mark(c, 1)
		}
	}
}

func (r *run) emit(k Token) {
	k.Flags |= r.flags
	r.t.Tokens = append(r.t.Tokens, k)
	r.flags, r.lines = 0, 0
}

// mark emits the mark c, which is size bytes long in the source.
func (r *run) mark(c byte, size int) {
	k := Token{Start: uint32(r.at), End: uint32(r.at + size), Kind: Punct, Mark: c}
	if c < utf8.RuneSelf {
		k.ID = r.Vocab.marks[c]
	}
	switch {
	case c == '\'' && r.possessive(size):
		k.Kind, k.Mark = Possessive, 0
		if r.at+size < r.end && r.src[r.at+size]|0x20 == 's' {
			k.End++
		}
	case c == '-':
		k.Kind = Dash
		for r.at+size < r.end && r.src[r.at+size] == '-' {
			size++
			k.End++
		}
	case c == '*':
		if r.lines > 0 || len(r.t.Tokens) == 0 {
			r.flags |= Break
		}
	}
	r.emit(k)
	r.at = int(k.End)
}

// bullet is the Mark of a list bullet.
const bullet = 0x07

// possessive reports whether the apostrophe at r.at, size bytes long, ends a
// word: government's, officials'.
func (r *run) possessive(size int) bool {
	n := len(r.t.Tokens)
	if n == 0 || r.flags&Space != 0 {
		return false
	}
	prev := r.t.Tokens[n-1]
	if int(prev.End) != r.at || prev.Kind > Number {
		return false
	}
	next := r.at + size
	if next < r.end && r.src[next]|0x20 == 's' {
		return next+1 >= r.end || !r.wordByte(next+1)
	}
	return r.src[r.at-1]|0x20 == 's' && (next >= r.end || !r.wordByte(next))
}

func (r *run) wordByte(i int) bool {
	c := class[r.src[i]]
	return c == letter || c == digit
}

// word reads a word that begins with an ASCII letter.
func (r *run) word() {
	src, start := r.src[:r.end], r.at
	if start+8 < len(src) { // most words have fewer than 8 letters, and a blank or mark behind them
		x := load(src, start)
		n := letterBytes(x)
		if c := class[src[start+n]]; n < 8 && (c == blank || c == other || c == dot && n > 1) {
			x &= 1<<(8*n) - 1
			folded := (x | caseBits) & (1<<(8*n) - 1)
			k := Token{Start: uint32(start), End: uint32(start + n)}
			if capitals := capitalBytes(x); capitals > 0 {
				k.Flags = shape(src[start:start+n], capitals)
			}
			k.ID = r.Vocab.findShort(folded, uint32(n))
			if k.ID == Unknown && n > 4 {
				k.ID = r.mended(src[start : start+n])
			}
			r.emit(k)
			r.at = start + n
			return
		}
	}
	r.longWord(src, start)
}

// longWord reads a word of any length.
func (r *run) longWord(src string, start int) {
	i := start
letters:
	i = letters(src, i)
	if i < len(src) {
		switch c := src[i]; class[c] {
		case digit:
			i++
			goto letters
		case joiner: // hyphen or apostrophe: inside a word only
			if i+1 < len(src) && class[src[i+1]] == letter && !(c == '\'' && r.endsPossessive(i)) {
				i++
				goto letters
			}
		case dot:
			if i == start+1 && r.acronym() {
				return
			}
		case high:
			if ru, n := utf8.DecodeRuneInString(src[i:]); wordRune(ru) && !r.damaged(ru, i, n) {
				r.wideWord(start, i)
				return
			}
		}
	}
	r.plainWord(src[:i], start)
	r.at = i
}

// plainWord emits the token of the ASCII word from start to the end of src.
func (r *run) plainWord(src string, start int) {
	h, head := uint64(hashSeed), uint64(0)
	i, capitals := start, 0
	for ; i+8 < len(src); i += 8 {
		x := load(src, i)
		capitals += capitalBytes(x)
		h = mix(h, x|caseBits)
	}
	x := tail(src, i)
	capitals += capitalBytes(x)
	last := (x | caseBits) & (1<<(8*(len(src)-i)) - 1)
	if head = last; i > start {
		head = load(src, start) | caseBits
	}
	k := Token{Start: uint32(start), End: uint32(len(src))}
	word := src[start:]
	if capitals > 0 {
		k.Flags = shape(word, capitals)
	}
	k.ID = r.Vocab.findASCII(word, head, uint32(mix(h, last)))
	if k.ID == Unknown {
		k.ID = r.mended(word)
	}
	r.emit(k)
}

// letters returns the end of the ASCII letters in src from i on.
func letters(src string, i int) int {
	for i+8 <= len(src) {
		if n := letterBytes(load(src, i)); n < 8 {
			return i + n
		}
		i += 8
	}
	for i < len(src) && class[src[i]] == letter {
		i++
	}
	return i
}

const (
	eachByte = 0x0101010101010101
	topBits  = 0x80 * eachByte
	caseBits = 0x20 * eachByte
)

// letterBytes returns how many of the 8 bytes are ASCII letters before the
// first that is none.
func letterBytes(x uint64) int {
	low := (x | caseBits) &^ topBits
	from := low + (0x80-'a')*eachByte   // top bit: a or behind
	behind := low + (0x7f-'z')*eachByte // top bit: behind z
	return bits.TrailingZeros64(^(from&^behind&^x)&topBits) / 8
}

// capitalBytes counts the capitals among 8 bytes of an ASCII word.
func capitalBytes(x uint64) int {
	return bits.OnesCount64(x & (0x40 * eachByte) &^ (x << 1))
}

// shape returns the flags of a word with the given number of capitals.
func shape(word string, capitals int) (f Flags) {
	if word[0] <= 'Z' {
		f = Capital
	}
	if capitals > 1 {
		for i := 0; i < len(word); i++ {
			if word[i] >= 'a' {
				return f
			}
		}
		f |= AllCaps
	}
	return f
}

// endsPossessive reports whether the apostrophe at i begins a possessive 's.
func (r *run) endsPossessive(i int) bool {
	return r.src[i+1]|0x20 == 's' && (i+2 >= r.end || !r.wordByte(i+2))
}

// acronym reads letters each followed by a dot, two at least, and reports
// whether there were any.
func (r *run) acronym() bool {
	if r.at < r.plain {
		return false
	}
	i := r.at
	for i+1 < r.end && class[r.src[i]] == letter && r.src[i+1] == '.' {
		i += 2
	}
	if i-r.at < 4 || i < r.end && class[r.src[i]] == letter {
		r.plain = i
		return false
	}
	k := Token{Start: uint32(r.at), End: uint32(i), Kind: Acronym, Flags: AllCaps}
	if r.src[r.at] <= 'Z' {
		k.Flags |= Capital
	} else {
		k.Flags = 0
	}
	k.ID = r.Vocab.Find(r.src[r.at:i])
	r.emit(k)
	r.at = i
	return true
}

func (r *run) number() {
	start, i := r.at, r.at
	for i < r.end {
		c := r.src[i]
		if class[c] == digit {
			i++
			continue
		}
		grouped := c == ',' && i+3 < r.end && allDigits(r.src[i+1:i+4]) && (i+4 >= r.end || class[r.src[i+4]] != digit)
		point := c == '.' && i+1 < r.end && class[r.src[i+1]] == digit
		if !grouped && !point {
			break
		}
		i++
	}
	r.emit(Token{Start: uint32(start), End: uint32(i), Kind: Number, ID: r.Vocab.Find(r.src[start:i])})
	r.at = i
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]] != digit {
			return false
		}
	}
	return true
}

// rune reads what begins with a byte outside ASCII.
func (r *run) rune() {
	ru, n := utf8.DecodeRuneInString(r.src[r.at:r.end])
	switch {
	case ru == '’' || ru == '‘' || ru == 'ʼ':
		r.mark('\'', n)
	case ru == '“' || ru == '”' || ru == '„' || ru == '«' || ru == '»':
		r.mark('"', n)
	case ru == '–' || ru == '—' || ru == '−' || ru == '‒':
		r.mark('-', n)
	case ru == '•' && r.lines == 0 && len(r.t.Tokens) > 0 && r.at+n < r.end && class[r.src[r.at+n]] == digit:
		r.mark('?'|0x80, n) // a euro sign of a damaged font
	case ru == '•' || ru == '▪' || ru == '●' || ru == '·' || ru == 'ƒ':
		r.flags |= Break
		r.mark(bullet, n)
	case ru == '\u00ad' || ru == '\ufeff' || ru == '\u200b':
		r.at += n
	case unicode.IsSpace(ru):
		r.flags |= Space
		r.at += n
	case wordRune(ru):
		if r.damaged(ru, r.at, n) {
			r.mark(stands(ru), n)
			return
		}
		r.wideWord(r.at, r.at)
	default:
		r.mark('?'|0x80, n)
	}
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '’' || r == '‐' || r == '‑' || r == '\u00ad'
}

// wideWord reads a word with letters outside ASCII that begins at start; its
// first bytes up to from are ASCII.
func (r *run) wideWord(start, from int) {
	r.t.key = r.t.key[:0]
	for i := start; i < from; i++ {
		r.t.key = append(r.t.key, lower[r.src[i]])
	}
	i, capitals, small := from, 0, 0
	for i < r.end {
		ru, n := utf8.DecodeRuneInString(r.src[i:r.end])
		inner := ru == '-' || ru == '\'' || ru == '’' || ru == '‐' || ru == '‑'
		if inner && (i == start || !r.letterAt(i+n) || ru != '-' && ru != '‐' && ru != '‑' && r.sAlone(i+n)) {
			break
		}
		if !inner && !wordRune(ru) && !(ru < utf8.RuneSelf && class[byte(ru)] == digit) || r.damaged(ru, i, n) {
			break
		}
		if unicode.IsUpper(ru) {
			capitals++
		} else {
			small++
		}
		r.t.key = appendFolded(r.t.key, ru)
		i += n
	}
	if i == start { // a lone apostrophe or hyphen
		_, n := utf8.DecodeRuneInString(r.src[i:r.end])
		r.mark('\'', n)
		return
	}
	first, _ := utf8.DecodeRuneInString(r.src[start:i])
	k := Token{Start: uint32(start), End: uint32(i), ID: r.Vocab.find(string(r.t.key), hashOf(string(r.t.key)))}
	if unicode.IsUpper(first) {
		k.Flags |= Capital
		if capitals > 1 && small == 0 && from == start {
			k.Flags |= AllCaps
		}
	}
	r.emit(k)
	r.at = i
}

func (r *run) letterAt(i int) bool {
	if i >= r.end {
		return false
	}
	ru, _ := utf8.DecodeRuneInString(r.src[i:r.end])
	return unicode.IsLetter(ru)
}

func (r *run) sAlone(i int) bool {
	return i < r.end && r.src[i]|0x20 == 's' && !r.letterAt(i+1)
}

type keyBytes []byte

func (k *keyBytes) WriteRune(r rune) (int, error) {
	*k = utf8.AppendRune(*k, r)
	return 0, nil
}

func (k *keyBytes) WriteString(s string) (int, error) {
	*k = append(*k, s...)
	return 0, nil
}

func appendFolded(key []byte, r rune) []byte {
	k := keyBytes(key)
	foldRune(&k, r)
	return k
}

// The classes of a byte.
const (
	other = iota
	blank
	letter
	digit
	joiner
	dot
	high
)

var class = func() (t [256]byte) {
	for i := range t {
		switch {
		case i >= utf8.RuneSelf:
			t[i] = high
		case 'a' <= i|0x20 && i|0x20 <= 'z':
			t[i] = letter
		case '0' <= i && i <= '9':
			t[i] = digit
		case i <= ' ':
			t[i] = blank
		}
	}
	t['-'], t['\''], t['.'] = joiner, joiner, dot
	return t
}()

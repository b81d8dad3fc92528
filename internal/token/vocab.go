package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// WordID is the number of a word in a Vocab. Unknown is no word of it.
type WordID uint32

// Unknown is the WordID of every word that a Vocab does not hold.
const Unknown WordID = 0

// Vocab numbers the words that data files speak of, without regard to case.
// Add words while loading; look-ups are safe for concurrent use once no more
// words are added. Its zero value is empty and ready to use.
type Vocab struct {
	words []string    // by WordID; words[0] is unused
	slots []slot      // open addressing; their number is a power of two
	marks [128]WordID // of single punctuation marks
}

// slot is a word as it is looked for: short words are told by their head and
// size alone.
type slot struct {
	head uint64 // the first 8 bytes
	id   WordID
	size uint32
}

// Add returns the number of word, giving it one if it has none. A word may be
// a single mark, such as "," or the "'" of possessives, or a hyphen and the
// tail of compounds, such as "-run": compounds that the Vocab does not hold
// themselves have the number of their tail.
func (v *Vocab) Add(word string) WordID {
	key := Fold(word)
	if len(v.words) == 0 {
		v.words = make([]string, 1, 1024)
		v.slots = make([]slot, 2048)
	}
	if id := v.find(key, hashOf(key)); id != Unknown {
		return id
	}
	if 2*len(v.words) >= len(v.slots) {
		v.grow()
	}
	id := WordID(len(v.words))
	v.words = append(v.words, key)
	v.place(id)
	if len(key) == 1 && key[0] < utf8.RuneSelf {
		v.marks[key[0]] = id
	}
	return id
}

// Find returns the number of word, or Unknown.
func (v *Vocab) Find(word string) WordID {
	key := Fold(word)
	return v.find(key, hashOf(key))
}

// Word returns the folded word with the given number; it is empty for Unknown.
func (v *Vocab) Word(id WordID) string {
	if int(id) >= len(v.words) {
		return ""
	}
	return v.words[id]
}

// Len returns one more than the greatest WordID in use: the length of a table
// indexed by WordID.
func (v *Vocab) Len() int { return max(len(v.words), 1) }

func (v *Vocab) find(key string, hash uint32) WordID {
	if len(v.slots) == 0 {
		return Unknown
	}
	mask := uint32(len(v.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		id := v.slots[i].id
		if id == Unknown || v.words[id] == key {
			return id
		}
	}
}

// findShort is find for a word of 8 bytes at most, given folded.
func (v *Vocab) findShort(word uint64, size uint32) WordID {
	if len(v.slots) == 0 {
		return Unknown
	}
	mask := uint32(len(v.slots) - 1)
	for i := uint32(mix(hashSeed, word)) & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.head == word && s.size == size || s.id == Unknown {
			return s.id
		}
	}
}

// findASCII is find for the bytes of an ASCII word in any case. The head is
// that of the word folded.
func (v *Vocab) findASCII(word string, head uint64, hash uint32) WordID {
	if len(v.slots) == 0 {
		return Unknown
	}
	mask := uint32(len(v.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &v.slots[i]
		if s.id == Unknown || s.head == head && int(s.size) == len(word) && (len(word) <= 8 || sameFolded(v.words[s.id], word)) {
			return s.id
		}
	}
}

// sameFolded reports whether key is the ASCII word folded. Both have the same
// first 8 bytes and more.
func sameFolded(key, word string) bool {
	if len(key) != len(word) {
		return false
	}
	last := len(word) - 8
	for i := 8; i < last; i += 8 {
		if load(word, i)|caseBits != load(key, i) {
			return false
		}
	}
	return load(word, last)|caseBits == load(key, last)
}

func (v *Vocab) grow() {
	v.slots = make([]slot, 2*len(v.slots))
	for id := 1; id < len(v.words); id++ {
		v.place(WordID(id))
	}
}

func (v *Vocab) place(id WordID) {
	mask := uint32(len(v.slots) - 1)
	key := v.words[id]
	i := hashOf(key) & mask
	for v.slots[i].id != Unknown {
		i = (i + 1) & mask
	}
	v.slots[i] = slot{head: tail(key, 0), id: id, size: uint32(len(key))}
}

// The hash of a word mixes its bytes eight at a time, the last ones filled up
// with zeros.
const (
	hashSeed  = 0x9e3779b97f4a7c15
	hashPrime = 0xff51afd7ed558ccd
)

func mix(h, chunk uint64) uint64 {
	h = (h ^ chunk) * hashPrime
	return h ^ h>>32
}

func hashOf(key string) uint32 {
	h := uint64(hashSeed)
	i := 0
	for ; i+8 < len(key); i += 8 {
		h = mix(h, load(key, i))
	}
	return uint32(mix(h, tail(key, i)))
}

// load returns the 8 bytes of s from i on.
func load(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// tail returns the bytes of s from i on, 8 at most, as load does.
func tail(s string, i int) uint64 {
	if i+8 <= len(s) {
		return load(s, i)
	}
	var chunk uint64
	for k := len(s) - 1; k >= i; k-- {
		chunk = chunk<<8 | uint64(s[k])
	}
	return chunk
}

// lower maps A-Z to a-z and leaves every other byte alone.
var lower = func() (t [256]byte) {
	for i := range t {
		t[i] = byte(i)
		if 'A' <= i && i <= 'Z' {
			t[i] += 'a' - 'A'
		}
	}
	return t
}()

// Fold returns the key under which a Vocab holds a word: lower case, with
// plain apostrophes and hyphens and with ligatures taken apart.
func Fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || lower[c] != c {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	for _, r := range word {
		foldRune(&b, r)
	}
	return b.String()
}

type runeWriter interface {
	WriteRune(rune) (int, error)
	WriteString(string) (int, error)
}

func foldRune(b runeWriter, r rune) {
	switch {
	case r < utf8.RuneSelf:
		b.WriteRune(rune(lower[r]))
	case r == '’' || r == '‘' || r == 'ʼ':
		b.WriteRune('\'')
	case r == '‐' || r == '‑':
		b.WriteRune('-')
	case r == '\u00ad': // soft hyphen
	case ligature(r) != "":
		b.WriteString(ligature(r))
	default:
		b.WriteRune(unicode.ToLower(r))
	}
}

func ligature(r rune) string {
	switch r {
	case 'ﬀ':
		return "ff"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	}
	return ""
}

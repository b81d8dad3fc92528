package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"

	utf "golang.org/x/text/encoding/unicode"

	"plumbline"
	"plumbline/internal/text"
)

const utf8Name = "UTF-8"

// marked are the encodings whose texts begin with a mark, longest first.
var marked = []struct {
	mark, name string
	encoding   encoding.Encoding
}{
	{"\xFF\xFE\x00\x00", "UTF-32LE", utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM)},
	{"\x00\x00\xFE\xFF", "UTF-32BE", utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM)},
	{"\xFF\xFE", "UTF-16LE", utf.UTF16(utf.LittleEndian, utf.ExpectBOM)},
	{"\xFE\xFF", "UTF-16BE", utf.UTF16(utf.BigEndian, utf.ExpectBOM)},
}

// decode gives the text in data as UTF-8, and says in what encoding it was.
// A mark at its beginning decides, then whether it is UTF-8, then what it says
// of itself, which may be empty, then what its bytes look like. Of what was
// guessed a Doubt tells.
func decode(in *Intake, data []byte, says string) (string, error) {
	for _, m := range marked {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return in.decoded(data, m.encoding, m.name), nil
		}
	}
	if invalid(data) < 0 && bytes.IndexByte(data, 0) < 0 {
		in.Encoding = utf8Name
		return string(data), nil
	}
	if e, name := wide(data); e != nil {
		return in.decoded(data, e, name), nil
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return "", refuse(fmt.Sprintf("%s: a zero byte: it seems to be a binary file", place(data, at)), "save it as text first")
	}
	if at := control(data); at >= 0 {
		return "", refuse(fmt.Sprintf("%s: a control character (byte 0x%02X): it seems to be a binary file", place(data, at), data[at]), "save it as text first")
	}
	if good, bad := utf8Letters(data); good > bad {
		return in.mended(data, bad), nil
	}
	if e, name := charset.Lookup(says); e != nil && name != "utf-8" && name != "replacement" {
		return in.decoded(data, e, name), nil
	}
	e, name := guess(data)
	at := invalid(data)
	in.doubt(text.Span{}, fmt.Sprintf("%s: not UTF-8 (byte 0x%02X); read as %s, which fits best", place(data, at), data[at], name),
		"if letters look wrong, convert it to UTF-8 yourself: iconv -f ENCODING -t UTF-8")
	return in.decoded(data, e, name), nil
}

func (in *Intake) doubt(s text.Span, message, hint string) {
	in.Doubts = append(in.Doubts, plumbline.Doubt{Span: s, Message: message, Hint: hint})
}

// decoded decodes data. What the encoding does not have is told in a Doubt.
func (in *Intake) decoded(data []byte, e encoding.Encoding, name string) string {
	words, err := e.NewDecoder().Bytes(data)
	if err != nil { // no decoder has any
		words = bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	in.Encoding = name
	if n := bytes.Count(words, []byte("\uFFFD")); n > 0 {
		in.doubt(text.Span{}, fmt.Sprintf("%d characters are no %s and could not be read", n, name),
			"convert it to UTF-8 yourself: iconv -f ENCODING -t UTF-8")
	}
	return string(words)
}

// wide recognises UTF-16 without a mark: in Latin text every other byte is
// zero.
func wide(data []byte) (encoding.Encoding, string) {
	head := data[:min(len(data), 4096)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs < 2:
	case zeros[1]*10 > pairs*7 && zeros[0]*20 < pairs:
		return utf.UTF16(utf.LittleEndian, utf.IgnoreBOM), "UTF-16LE"
	case zeros[0]*10 > pairs*7 && zeros[1]*20 < pairs:
		return utf.UTF16(utf.BigEndian, utf.IgnoreBOM), "UTF-16BE"
	}
	return nil, ""
}

// control returns where a character stands that no text has, or -1.
func control(data []byte) int {
	for i, c := range data {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A && c != 0x1B {
			return i
		}
	}
	return -1
}

// utf8Letters counts the letters outside ASCII that are UTF-8, and the bytes
// that are not, one cut off at the end aside.
func utf8Letters(data []byte) (good, bad int) {
	for at := 0; at < len(data); {
		if data[at] < utf8.RuneSelf {
			at++
			continue
		}
		if !utf8.FullRune(data[at:]) {
			break
		}
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		at += size
	}
	return good, bad
}

// mended reads a text that is UTF-8 but for a few bytes: parts of it were
// pasted from elsewhere. They are read as windows-1252, a letter cut off at the
// end is dropped.
func (in *Intake) mended(data []byte, bad int) string {
	var b strings.Builder
	b.Grow(len(data) + 2*bad)
	first := -1
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		switch {
		case r != utf8.RuneError || size > 1:
			b.Write(data[at : at+size])
		case !utf8.FullRune(data[at:]):
			r, size = 0, len(data)-at
		default:
			b.WriteRune(charmap.Windows1252.DecodeByte(data[at]))
		}
		if r == utf8.RuneError && size == 1 && first < 0 {
			first = at
		}
		at += size
	}
	in.Encoding = utf8Name
	if bad == 0 {
		in.doubt(text.Span{}, "it ends in the middle of a letter", "look whether it was saved or downloaded whole")
		return b.String()
	}
	in.doubt(text.Span{}, fmt.Sprintf("%s: %d bytes are not UTF-8, the first is 0x%02X; they are read as windows-1252", place(data, first), bad, data[first]),
		"look whether the file was put together from several")
	return b.String()
}

// guess chooses the encoding that suits the text best. Texts that are Latin
// for the most part are held against the usual encodings of the West; of any
// other text a detector says what it is.
func guess(data []byte) (encoding.Encoding, string) {
	high := 0
	for _, c := range data {
		if c >= utf8.RuneSelf {
			high++
		}
	}
	if high*10 > len(data) {
		if e, name := detect(data); e != nil {
			return e, name
		}
	}
	var best encoding.Encoding
	name, most := "", 0
	for _, c := range western {
		if s := suits(data, c.charmap); best == nil || s > most {
			best, name, most = c.charmap, c.name, s
		}
	}
	if e, detected := detect(data); e != nil && most < high {
		if m, ok := e.(*charmap.Charmap); !ok || suits(data, m) > most {
			return e, detected
		}
	}
	return best, name
}

func detect(data []byte) (encoding.Encoding, string) {
	r, err := chardet.NewTextDetector().DetectBest(data[:min(len(data), 1<<16)])
	if err != nil || r.Confidence < 10 {
		return nil, ""
	}
	e, name := charset.Lookup(r.Charset)
	if name == "replacement" || name == "utf-8" {
		return nil, ""
	}
	return e, name
}

var western = []struct {
	name    string
	charmap *charmap.Charmap
}{
	{"windows-1252", charmap.Windows1252},
	{"macintosh", charmap.Macintosh},
	{"IBM850", charmap.CodePage850},
}

// suits says how well the characters outside ASCII sit among the others when
// data is read by m: letters inside words, marks and dashes where they belong.
func suits(data []byte, m *charmap.Charmap) int {
	sum := 0
	for i, c := range data {
		if c < utf8.RuneSelf {
			continue
		}
		before, after := ' ', ' '
		if i > 0 {
			before = m.DecodeByte(data[i-1])
		}
		if i+1 < len(data) {
			after = m.DecodeByte(data[i+1])
		}
		sum += sits(m.DecodeByte(c), before, after)
	}
	return sum
}

func sits(r, before, after rune) int {
	inWord := unicode.IsLetter(before) && unicode.IsLetter(after)
	switch {
	case r == utf8.RuneError || unicode.IsControl(r):
		return -5
	case r == '’' && (inWord || unicode.IsLetter(before)), (r == '“' || r == '‘') && !unicode.IsLetter(before) && unicode.IsLetter(after),
		r == '”' && !unicode.IsLetter(after):
		return 3
	case r == '–' || r == '—' || r == '…' || r == '•' || r == '§' || r == '\u00a0' || r == '€' || r == '£':
		return 1
	case unicode.IsLower(r) && (unicode.IsLetter(before) || unicode.IsLetter(after)):
		return 2
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -3
	case unicode.IsUpper(r) && unicode.IsLetter(after):
		return 1
	}
	return -1
}

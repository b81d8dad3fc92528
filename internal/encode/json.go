package encode

import (
	"math"
	"math/bits"
	"strconv"
	"unicode/utf8"

	"plumbline"
	"plumbline/internal/text"
)

// The appenders below take the key with its comma and colon, since the keys
// of an object are known beforehand.

// appendWord appends a string, or null for the empty one.
func appendWord[S ~string](dst []byte, key string, s S) []byte {
	dst = append(dst, key...)
	if s == "" {
		return append(dst, "null"...)
	}
	return appendString(dst, string(s))
}

// appendInt appends a number of which 0 means that it is not known.
func appendInt(dst []byte, key string, n int) []byte {
	dst = append(dst, key...)
	if n == 0 {
		return append(dst, "null"...)
	}
	return strconv.AppendInt(dst, int64(n), 10)
}

func appendFigure(dst []byte, key string, f plumbline.Figure) []byte {
	dst = append(dst, key...)
	if !f.Known {
		return append(dst, "null"...)
	}
	return strconv.AppendInt(dst, f.N, 10)
}

func appendRatio(dst []byte, key string, r plumbline.Ratio) []byte {
	dst = append(dst, key...)
	if !r.Known || math.IsNaN(r.R) || math.IsInf(r.R, 0) {
		return append(dst, "null"...)
	}
	return strconv.AppendFloat(dst, r.R, 'f', -1, 64)
}

func appendAnswer(dst []byte, key string, a plumbline.Answer) []byte {
	dst = append(dst, key...)
	switch a {
	case plumbline.Yes:
		return append(dst, "true"...)
	case plumbline.No:
		return append(dst, "false"...)
	}
	return append(dst, "null"...)
}

func appendBool(dst []byte, key string, b bool) []byte {
	return strconv.AppendBool(append(dst, key...), b)
}

func appendList[S ~string](dst []byte, key string, list []S) []byte {
	dst = append(append(dst, key...), '[')
	for i, s := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendString(dst, string(s))
	}
	return append(dst, ']')
}

// appendSpan appends "start":1,"end":2.
func appendSpan(dst []byte, s text.Span) []byte {
	dst = strconv.AppendInt(append(dst, `"start":`...), int64(s.Start), 10)
	return strconv.AppendInt(append(dst, `,"end":`...), int64(s.End), 10)
}

const (
	each = 0x0101010101010101 // one in every byte
	high = 0x80 * each
	hex  = "0123456789abcdef"
)

// appendString appends s as a JSON string. It looks at eight bytes at a time
// for the ones that cannot be copied as they are.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	done := 0 // what is before has been copied
	for i := 0; i < len(s); {
		if i+8 <= len(s) {
			odd := oddBytes(s[i : i+8])
			if odd == 0 {
				i += 8
				continue
			}
			i += bits.TrailingZeros64(odd) / 8
		}
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				dst = append(append(dst, s[done:i]...), "\uFFFD"...)
				done = i + 1
			}
			i += size
			continue
		}
		if c < ' ' || c == '"' || c == '\\' {
			dst = appendEscape(append(dst, s[done:i]...), c)
			done = i + 1
		}
		i++
	}
	return append(append(dst, s[done:]...), '"')
}

// oddBytes marks, by the high bit of each, those of the eight bytes of s that
// are control characters, quotes, backslashes or beyond ASCII. The lowest mark
// is exact; marks above it may be wrong.
func oddBytes(s string) uint64 {
	_ = s[7]
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	quote := x ^ '"'*each
	slash := x ^ '\\'*each
	return ((x-' '*each)&^x | (quote-each)&^quote | (slash-each)&^slash | x) & high
}

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}

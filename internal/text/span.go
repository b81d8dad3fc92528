package text

// Span is a half-open range [Start, End) of byte offsets into one text.
// The zero Span is empty and lies at the beginning.
type Span struct {
	Start, End int
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Holds reports whether the byte at offset lies inside s.
func (s Span) Holds(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Join returns the shortest span that contains both s and o.
func (s Span) Join(o Span) Span {
	return Span{Start: min(s.Start, o.Start), End: max(s.End, o.End)}
}

// In returns the bytes of t that s covers. It panics when s lies outside t,
// as slicing does.
func (s Span) In(t string) string { return t[s.Start:s.End] }

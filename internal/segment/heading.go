package segment

import (
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// heading is a line, or several, that names a country and its tier.
type heading struct {
	span      text.Span
	name      string
	country   plumbline.CountryCode // empty where the name is unknown
	tier      plumbline.Tier
	automatic bool // the tier has an asterisk
	form      form
}

// longestHeading is the length in bytes of the longest line that can be a
// country heading.
const longestHeading = 130

// findHeadings returns the headings of narratives in the order of the text.
// Tier lists and tables of contents are no headings: no text follows theirs.
func (r *reading) findHeadings() []heading {
	var found []heading
	var before text.Span // the line before that is not empty
	joined := false      // it stands directly before
	for at := 0; at < len(r.src); {
		line := lineAt(r.src, at)
		at = line.End + 1
		words := trim(r.src, line)
		if words.Empty() {
			joined = false
			continue
		}
		if words.Len() <= longestHeading {
			words = r.brokenTier(words, line)
			if h, ok := r.headingAt(words, before, joined); ok {
				at = r.rest(&h, max(at, min(len(r.src), h.span.End+1)))
				found = append(found, h)
				before, joined = words, true
				continue
			}
		}
		found = r.gluedHeadings(found, line)
		before, joined = words, true
	}
	return r.withText(found)
}

// headingAt reads the heading that a line is, if it is one. A name or tier
// that broke over two lines is put together with the line before.
func (r *reading) headingAt(line, before text.Span, joined bool) (heading, bool) {
	words := bare(r.src, line)
	s := words.In(r.src)
	tier, start, end := findTier(s)
	if end < 0 {
		return heading{}, false
	}
	h := heading{span: line, tier: tier}
	if star := strings.TrimLeft(s[end:], " )]"); strings.HasPrefix(star, "*") && tier == plumbline.Tier3 {
		h.automatic = true
	}
	if start == 0 && tier == plumbline.SpecialCase && len(s) > end && s[end] == ':' {
		h.form, h.name = colon, nameIn(s[end:])
		return h, r.resolve(&h)
	}
	if strings.Trim(s[end:], " )]*_#.:\u00a0") != "" {
		return heading{}, false
	}
	h.form = formAt(s[:start])
	h.name = nameIn(s[:start])
	if !before.Empty() && before.Len() <= longestHeading && (joined || h.name == "") {
		if split, ok := r.joinedHeading(h, before); ok {
			return split, true
		}
	}
	return h, r.resolve(&h) || r.looksLike(line, &h)
}

// joinedHeading reads a heading whose name began on the line before.
func (r *reading) joinedHeading(h heading, before text.Span) (heading, bool) {
	first := bare(r.src, before).In(r.src)
	if f := formAt(first); h.name == "" && f != none {
		h.form = f
	}
	if h.form == none && h.name == "" { // the tier on a line of its own below the name
		h.name, h.span = nameIn(first), before.Join(h.span)
		code, ok := r.country(h.name)
		h.country = code
		return h, ok && capitalAt(first, 0)
	}
	if h.form == none {
		return h, false
	}
	h.span = before.Join(h.span)
	rest := h.name
	h.name = nameIn(first + " " + rest)
	if r.resolve(&h) {
		return h, true
	}
	if word, broken := strings.CutSuffix(strings.TrimSuffix(first, softHyphen), "-"); broken || len(word) < len(first) {
		h.name = nameIn(word + rest)
		return h, r.resolve(&h)
	}
	return h, false
}

// looksLike reports whether a line is set as a heading although nobody knows
// the country that it names.
func (r *reading) looksLike(line text.Span, h *heading) bool {
	if h.form == none || len(h.name) < 4 || len(h.name) > 60 || strings.ContainsAny(h.name, "0123456789.;:?!") && !strings.Contains(h.name, "ST.") {
		return false
	}
	return allCaps(h.name) || r.src[line.Start] == '#' || r.src[line.Start] == '*'
}

// formAt tells the form of a heading from what stands before its tier.
func formAt(s string) form {
	s = strings.TrimRight(s, " *_\u00a0")
	switch {
	case strings.HasSuffix(s, "(") || strings.HasSuffix(s, "["):
		return brackets
	case strings.HasSuffix(s, ":"):
		return colon
	case strings.HasSuffix(s, "-") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "—"):
		return dash
	}
	return none
}

// nameIn returns the name in s without the marks around it.
func nameIn(s string) string {
	return squeeze(strings.Trim(s, " \t\u00a0:([*_–—-,#|"))
}

// resolve finds the country that h names. A heading without any mark between
// name and tier must be in capitals.
func (r *reading) resolve(h *heading) bool {
	if h.name == "" || isLower(h.name[0]) || h.form == none && !allCaps(h.name) {
		return false
	}
	code, ok := r.country(h.name)
	h.country = code
	return ok
}

// rest takes into h what its tier left on the next line, as in "TIER 2" and
// "WATCH LIST", and returns the offset behind the heading. In damaged text the
// same words may stand there a second time, glued to prose.
func (r *reading) rest(h *heading, at int) int {
	if h.tier != plumbline.Tier2 && h.tier != plumbline.Tier2WL || at > len(r.src) { // the last line has no break behind it
		return at
	}
	i := skipBlank(r.src, at)
	n := foldPrefix(r.src[i:], "WATCH LIST")
	if n < 0 || !allCaps(r.src[i:i+n]) && strings.Trim(lineAt(r.src, i+n).In(r.src), " \t\r)]*:.") != "" {
		return at
	}
	if end := i + n; end < len(r.src) && r.src[end] == ' ' && letterAt(r.src, end+1) && !isUpper(r.src[end+1]) {
		return at
	}
	h.tier = plumbline.Tier2WL
	h.span.End = i + n
	for h.span.End < len(r.src) && strings.IndexByte(")*:", r.src[h.span.End]) >= 0 {
		h.span.End++
	}
	return h.span.End
}

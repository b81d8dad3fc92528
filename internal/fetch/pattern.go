package fetch

import (
	"net/url"
	"strconv"
	"strings"
)

// Pattern is the form of an address.
type Pattern struct {
	Address  string // with {year}, {country} and {number} in it
	Verified bool
	Words    string // that stand in the words of the link; empty for any

	scheme, host, path string
}

// places are what stands for a changing piece of an address, and what may
// stand there.
var places = []struct {
	name  string
	holds func(c byte) bool
}{
	{"{year}", nil}, // the year itself
	{"{country}", func(c byte) bool {
		return c == '-' || c == '_' || c == '\'' || c == '.' || 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= 0x80
	}},
	{"{number}", func(c byte) bool { return '0' <= c && c <= '9' }},
}

// url is the address of a year, for a pattern in which only the year changes.
func (p *Pattern) url(year int) *url.URL {
	return &url.URL{Scheme: p.scheme, Host: p.host, Path: strings.ReplaceAll(p.path, "{year}", strconv.Itoa(year))}
}

// match reports whether a path of the given year has the form of the pattern,
// with what stands for {country}. A slash at the end makes no difference.
func (p *Pattern) match(path string, year int) (country string, ok bool) {
	form := strings.TrimSuffix(strings.ReplaceAll(p.path, "{year}", strconv.Itoa(year)), "/")
	path = strings.TrimSuffix(path, "/")
	for {
		open := strings.IndexByte(form, '{')
		if open < 0 {
			return country, path == form
		}
		if !strings.HasPrefix(path, form[:open]) {
			return "", false
		}
		form, path = form[open:], path[open:]
		name, holds := placeAt(form)
		end := 0
		for end < len(path) && holds(path[end]) && !endsAt(form[len(name):], path[end:]) {
			end++
		}
		if end == 0 {
			return "", false
		}
		if name == "{country}" {
			country = path[:end]
		}
		form, path = form[len(name):], path[end:]
	}
}

// endsAt reports whether what is left of the path is what is left of the form,
// so that the piece before it ends here: the .htm of 1234.htm.
func endsAt(form, path string) bool {
	return form != "" && path == form
}

// placeAt returns the name of what the form begins with, and what may stand
// there.
func placeAt(form string) (name string, holds func(byte) bool) {
	for _, p := range places {
		if strings.HasPrefix(form, p.name) && p.holds != nil {
			return p.name, p.holds
		}
	}
	panic("BUG: no place begins " + form)
}

// hostOf gives the host of an address in one form: small letters, and the port
// only where it is not the scheme's own.
func hostOf(u *url.URL) string {
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	switch port := u.Port(); {
	case port == "", port == "80" && u.Scheme == "http", port == "443" && u.Scheme == "https":
		return host
	default:
		return host + ":" + port
	}
}

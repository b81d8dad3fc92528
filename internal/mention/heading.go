package mention

import (
	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Heading returns the country that a heading of the given report year names,
// in any case and form: "KOREA, REPUBLIC OF", "THE BAHAMAS", "Burma (Myanmar)".
// Year 0 is any year. It reports false for what names no country or several.
func (g *Gazetteer) Heading(name string, year int) (plumbline.CountryCode, bool) {
	var t token.Text
	(&token.Scanner{Vocab: g.vocab}).Scan(&t, name, text.Span{End: len(name)}, nil)
	known := Aliases{Year: year}
	code := g.headed(t.Tokens, &known)
	return code, code != ""
}

// headed tries the ways in which a heading may turn a name around.
func (g *Gazetteer) headed(ts []token.Token, known *Aliases) plumbline.CountryCode {
	if code := g.whole(ts, known); code != "" {
		return code
	}
	for i := range ts {
		if i == 0 || ts[i].Kind != token.Punct {
			continue
		}
		switch ts[i].Mark {
		case ',': // Korea, Republic of
			turned := append(append([]token.Token{}, ts[i+1:]...), ts[:i]...)
			return g.whole(turned, known)
		case '(', '/': // Burma (Myanmar), Burma/Myanmar
			rest := ts[i+1:]
			if n := len(rest); n > 0 && rest[n-1].Mark == ')' {
				rest = rest[:n-1]
			}
			return agreed(g.headed(ts[:i], known), g.headed(rest, known))
		}
	}
	return ""
}

// agreed returns the one country that a and b name, if they do not contradict.
func agreed(a, b plumbline.CountryCode) plumbline.CountryCode {
	switch {
	case a == "":
		return b
	case b == "" || a == b:
		return a
	}
	return ""
}

// whole returns the country that all of ts together name, case aside.
func (g *Gazetteer) whole(ts []token.Token, known *Aliases) plumbline.CountryCode {
	if code := g.exactly(ts, known); code != "" || len(ts) < 2 {
		return code
	}
	if g.vocab.Word(ts[0].ID) == "the" {
		return g.exactly(ts[1:], known)
	}
	return ""
}

func (g *Gazetteer) exactly(ts []token.Token, known *Aliases) plumbline.CountryCode {
	if len(ts) == 0 {
		return ""
	}
	n := g.names.begin(ts[0].ID)
	for _, k := range ts[1:] {
		if n == 0 {
			return ""
		}
		n = g.names.next(n, keyOf(k))
	}
	if n == 0 {
		return ""
	}
	for _, l := range g.names.at(n) {
		e := &g.entries[l.entry]
		if e.kind == Place && e.counts("", known.Year) && e.country("") != "" {
			return e.country("")
		}
	}
	return ""
}

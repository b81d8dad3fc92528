package grammar

import "strings"

// verbForms returns the forms of a regular verb: base, -s, past, participle
// and -ing form.
func verbForms(base string) (forms [5]string) {
	stem, last := base, base[len(base)-1]
	ed, ing, s := "ed", "ing", "s"
	switch {
	case strings.HasSuffix(base, "ee") || strings.HasSuffix(base, "oe") || strings.HasSuffix(base, "ye"):
		ed = "d"
	case strings.HasSuffix(base, "ie"):
		forms = [5]string{base, base + "s", base + "d", base + "d", base[:len(base)-2] + "ying"}
		return forms
	case last == 'e':
		stem = base[:len(base)-1]
		forms = [5]string{base, base + "s", base + "d", base + "d", stem + "ing"}
		return forms
	case last == 'y' && !vowel(base[len(base)-2]):
		forms = [5]string{base, base[:len(base)-1] + "ies", base[:len(base)-1] + "ied", base[:len(base)-1] + "ied", base + "ing"}
		return forms
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(base, "ch") || strings.HasSuffix(base, "sh"):
		s = "es"
	case strings.HasSuffix(base, "ic"):
		stem = base + "k"
	case doubles(base):
		stem = base + string(last)
	}
	return [5]string{base, base + s, stem + ed, stem + ed, stem + ing}
}

// doubles reports whether the last letter of a verb is doubled before -ed:
// short words of one vowel and one consonant, those stressed at the end, and
// those whose u belongs to a q.
func doubles(base string) bool {
	n := len(base)
	if strings.HasSuffix(base, "quip") || strings.HasSuffix(base, "quit") {
		return true
	}
	if n < 3 || vowel(base[n-1]) || !vowel(base[n-2]) || vowel(base[n-3]) || strings.IndexByte("wxy", base[n-1]) >= 0 {
		return false
	}
	syllables := 0
	for i := range base {
		if vowel(base[i]) && (i == 0 || !vowel(base[i-1])) {
			syllables++
		}
	}
	if syllables == 1 {
		return true
	}
	for _, end := range [...]string{"mit", "fer", "pel", "cur", "gin", "bid", "get", "plan", "drop", "stop", "ship", "nap", "deter", "trol"} {
		if strings.HasSuffix(base, end) && base != "offer" && base != "suffer" && base != "differ" && base != "target" && base != "budget" {
			return true
		}
	}
	return false
}

// plural returns the plural of a regular noun.
func plural(noun string) string {
	switch n := len(noun); {
	case strings.HasSuffix(noun, "man") && noun != "human" && noun != "german":
		return noun[:n-3] + "men"
	case n > 1 && noun[n-1] == 'y' && !vowel(noun[n-2]):
		return noun[:n-1] + "ies"
	case strings.HasSuffix(noun, "sis"):
		return noun[:n-2] + "es"
	case noun[n-1] == 's' || noun[n-1] == 'x' || noun[n-1] == 'z' || strings.HasSuffix(noun, "ch") || strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

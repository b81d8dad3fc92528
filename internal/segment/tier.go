package segment

import (
	"strings"

	"plumbline"
)

// tierAt reads a tier that begins at s[i]: "Tier 3", "TIER 2 WATCH LIST",
// "Tier 2WL", "Special Case". It returns the offset behind it, or -1.
func tierAt(s string, i int) (plumbline.Tier, int) {
	if n := foldPrefix(s[i:], "SPECIAL CASE"); n > 0 {
		return plumbline.SpecialCase, i + n
	}
	if n := foldPrefix(s[i:], "SPECIAL CATEGORY"); n > 0 {
		return plumbline.SpecialCase, i + n
	}
	if foldPrefix(s[i:], "TIER") < 0 {
		return "", -1
	}
	j := skipBlank(s, i+len("TIER"))
	if j >= len(s) {
		return "", -1
	}
	n, end := tierNumber(s, j)
	switch n {
	case 1:
		return plumbline.Tier1, end
	case 2:
		return watchList(s, end)
	case 3:
		return plumbline.Tier3, end
	}
	return "", -1
}

// tierNumber reads the number of a tier at s[i], a digit or spelled, and
// returns the offset behind it; 0 where there is none.
func tierNumber(s string, i int) (n, end int) {
	if '1' <= s[i] && s[i] <= '3' {
		if i+1 < len(s) && isDigit(s[i+1]) {
			return 0, -1
		}
		return int(s[i] - '0'), i + 1
	}
	for k, words := range tierWords {
		for _, w := range words {
			if n := foldPrefix(s[i:], w); n > 0 && !letterAt(s, i+n) && (w[0] != 'I' || allCaps(s[i:i+n])) {
				return k + 1, i + n
			}
		}
	}
	return 0, -1
}

// tierWords are the numbers of the tiers as spelled and in Roman numerals.
var tierWords = [...][]string{{"ONE", "I"}, {"TWO", "II"}, {"THREE", "III"}}

// watchList reads what may follow the 2 of a Tier 2 that ends at i.
func watchList(s string, i int) (plumbline.Tier, int) {
	j := skipBlank(s, i)
	if j < len(s) && (s[j] == '-' || s[j] == ',') {
		j = skipBlank(s, j+1)
	}
	for _, words := range [...]string{"WATCH LIST", "WATCHLIST", "WATCH-LIST", "WL"} {
		if n := foldPrefix(s[j:], words); n > 0 && (words != "WL" || !letterAt(s, j+n)) {
			return plumbline.Tier2WL, j + n
		}
	}
	return plumbline.Tier2, i
}

func letterAt(s string, i int) bool { return i < len(s) && isLetter(s[i]) }

func skipBlank(s string, i int) int {
	for i < len(s) {
		n := blankAt(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// findTier returns where in s the last tier begins and ends, or -1.
func findTier(s string) (t plumbline.Tier, start, end int) {
	for i := len(s) - len("tier"); i >= 0; i-- {
		c := s[i] | 0x20
		if c != 't' && c != 's' || i > 0 && isLetter(s[i-1]) {
			continue
		}
		if t, end := tierAt(s, i); end >= 0 {
			return t, i, end
		}
	}
	return "", -1, -1
}

// ratedAt reads the tier with which a rating begins at s[i]: the tier, once or
// twice, and the marks that part it from the text. It returns the offset of
// the text, or -1.
func ratedAt(s string, i int) (plumbline.Tier, int) {
	tier, end := tierAt(s, i)
	if end < 0 {
		return "", -1
	}
	text := pastDashes(s, end)
	if text == end && letterAt(s, end) {
		return "", -1
	}
	if again, end := tierAt(s, text); end >= 0 && again == tier {
		text = pastDashes(s, end)
	}
	return tier, text
}

// pastDashes passes over blanks, dashes and the like from i on.
func pastDashes(s string, i int) int {
	for i = skipBlank(s, i); i < len(s); i = skipBlank(s, i) {
		n := 0
		for _, mark := range [...]string{"-", "–", "—", ":", ";", "*", ","} {
			if strings.HasPrefix(s[i:], mark) {
				n = len(mark)
			}
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

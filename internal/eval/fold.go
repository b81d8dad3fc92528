package eval

import (
	"crypto/sha256"
	"encoding/binary"

	"plumbline"
)

// Fold splits entries by country into k parts and returns part i, counted from
// 0, as unseen and the others as seen. All entries of a country go to the same
// part, whatever else is in the list, so rules written while looking at seen
// have met no country of unseen.
func Fold(entries []Entry, k, i int) (seen, unseen []Entry) {
	for _, e := range entries {
		if part(e.Country, k) == i {
			unseen = append(unseen, e)
		} else {
			seen = append(seen, e)
		}
	}
	return seen, unseen
}

func part(c plumbline.CountryCode, k int) int {
	if k < 1 {
		return 0
	}
	h := sha256.Sum256([]byte(c))
	return int(binary.BigEndian.Uint64(h[:8]) % uint64(k))
}

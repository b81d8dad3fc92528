package wording

import (
	"fmt"
	"strings"

	"plumbline"
)

// Placed says what the outcome sentence says of the tier.
func Placed(x *plumbline.Placement) string {
	said := []string{x.Tier.Name()}
	switch {
	case x.Move == plumbline.Remained && x.Consecutive > 1:
		said = append(said, "remained there, "+Ordinal(x.Consecutive)+" year in a row")
	case x.Consecutive > 1:
		said = append(said, Ordinal(x.Consecutive)+" year in a row")
	case x.Move == plumbline.Remained:
		said = append(said, "remained there")
	}
	if x.Move != "" && x.Move != plumbline.Remained {
		said = append(said, string(x.Move))
	}
	if x.Waiver {
		said = append(said, "a waiver of the automatic downgrade was granted")
	}
	if x.Basis == plumbline.Automatic {
		said = append(said, "an automatic downgrade under the two-year rule, not a finding of no efforts")
	}
	return strings.Join(said, "; ")
}

// Ordinal writes n as a place in a row: second, third, 21st.
func Ordinal(n int) string {
	words := []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	switch {
	case n >= 1 && n <= len(words):
		return words[n-1]
	case n%10 == 1 && n%100 != 11:
		return fmt.Sprint(n, "st")
	case n%10 == 2 && n%100 != 12:
		return fmt.Sprint(n, "nd")
	case n%10 == 3 && n%100 != 13:
		return fmt.Sprint(n, "rd")
	}
	return fmt.Sprint(n, "th")
}

package standard

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// says is the function of formulas that reports whether a text has a word that
// begins as one of the list does: wording.says(["shelter", "safe house"]).
func says(text, list ref.Val) ref.Val {
	s, ok := text.(types.String)
	stems, isList := list.(traits.Lister)
	if !ok || !isList {
		return types.MaybeNoSuchOverloadErr(text)
	}
	n, _ := stems.Size().(types.Int)
	for i := range n {
		if stem, ok := stems.Get(i).(types.String); ok && begins(string(s), string(stem)) {
			return types.True
		}
	}
	return types.False
}

// begins reports whether a word of s begins with stem.
func begins(s, stem string) bool {
	if stem == "" {
		return false
	}
	for at := 0; ; at++ {
		i := strings.Index(s[at:], stem)
		if i < 0 {
			return false
		}
		at += i
		if before, _ := utf8.DecodeLastRuneInString(s[:at]); !unicode.IsLetter(before) {
			return true
		}
	}
}

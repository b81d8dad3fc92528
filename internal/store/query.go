package store

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"plumbline"
)

// How much a person may ask for at once.
const (
	longestQuery = 500 // characters
	mostTerms    = 32
)

// matchExpression turns what a person typed into an expression for full-text
// search, in which every word stands in quotes: nothing typed is ever syntax.
//
// Words must all be there; OR between two means either; -word or NOT word
// leaves out what has it; "words in quotes" stand side by side; an end* is any
// end. It returns "" for an empty query and ErrInvalid, naming the place, for
// one that asks for nothing.
func matchExpression(query string) (string, error) {
	switch {
	case !utf8.ValidString(query):
		return "", badQuery("not UTF-8", "type it again")
	case utf8.RuneCountInString(query) > longestQuery:
		return "", badQuery(fmt.Sprintf("%d characters", utf8.RuneCountInString(query)), fmt.Sprintf("give at most %d", longestQuery))
	}
	terms, err := queryTerms(query)
	if err != nil || len(terms) == 0 {
		if err == nil && strings.TrimSpace(query) != "" {
			err = badQuery("no word in it", "give at least one word")
		}
		return "", err
	}
	return joinTerms(terms)
}

// term is a word or phrase of a query.
type term struct {
	words  string
	at     int  // its character, from 1
	not    bool // it must not be there
	prefix bool // any end will do
	or     bool // it or the one before
}

// queryTerms cuts a query into terms.
func queryTerms(query string) ([]term, error) {
	var terms []term
	rs := []rune(query)
	var next term // what was said before the term
	orAt := 0
	for i := 0; i < len(rs); {
		if unicode.IsSpace(rs[i]) || unicode.IsControl(rs[i]) {
			i++
			continue
		}
		t := next
		t.at = i + 1
		if rs[i] == '-' {
			t.not = true
			i++
		}
		words, end, quoted, err := oneTerm(rs, i)
		if err != nil {
			return nil, err
		}
		i = end
		switch {
		case !quoted && words == "OR" && !t.not:
			if len(terms) == 0 {
				return nil, badQuery(fmt.Sprintf("nothing stands before OR at character %d", t.at), "give a word on both sides")
			}
			next.or, orAt = true, t.at
			continue
		case !quoted && words == "AND" && !t.not:
			continue
		case !quoted && words == "NOT" && !t.not:
			next.not = true
			continue
		}
		t.prefix = strings.HasSuffix(words, "*") || quoted && i < len(rs) && rs[i] == '*'
		t.words = strings.Trim(words, "*")
		if strings.IndexFunc(t.words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) < 0 {
			continue
		}
		if terms = append(terms, t); len(terms) > mostTerms {
			return nil, badQuery(fmt.Sprintf("more than %d words", mostTerms), "give fewer")
		}
		next, orAt = term{}, 0
	}
	if orAt > 0 {
		return nil, badQuery(fmt.Sprintf("nothing stands behind OR at character %d", orAt), "give a word on both sides")
	}
	return terms, nil
}

// oneTerm reads the word or phrase that begins at rs[i].
func oneTerm(rs []rune, i int) (words string, end int, quoted bool, err error) {
	quote := func(r rune) bool { return r == '"' || r == '“' || r == '”' }
	if i < len(rs) && quote(rs[i]) {
		for end = i + 1; end < len(rs) && !quote(rs[end]); end++ {
		}
		if end == len(rs) {
			return "", 0, true, badQuery(fmt.Sprintf("the quote at character %d is not closed", i+1), `put a " at its end`)
		}
		return string(rs[i+1 : end]), end + 1, true, nil
	}
	for end = i; end < len(rs) && !unicode.IsSpace(rs[end]) && !unicode.IsControl(rs[end]) && !quote(rs[end]); end++ {
	}
	return string(rs[i:end]), end, false, nil
}

// joinTerms writes the terms as an expression: all of those that must be there,
// without those that must not.
func joinTerms(terms []term) (string, error) {
	var all, without []string
	for i, t := range terms {
		words := quotedTerm(t)
		switch {
		case t.or && (t.not || terms[i-1].not):
			return "", badQuery(fmt.Sprintf("OR before character %d joins what is left out", t.at), "give OR between words that may be there")
		case t.not:
			without = append(without, words)
		case t.or:
			all[len(all)-1] += " OR " + words
		default:
			all = append(all, words)
		}
	}
	if len(all) == 0 {
		return "", badQuery("it only says what is left out", "give a word that must be there")
	}
	expression := "(" + strings.Join(all, ") AND (") + ")"
	if len(without) > 0 {
		expression = "(" + expression + ") NOT (" + strings.Join(without, " OR ") + ")"
	}
	return expression, nil
}

func quotedTerm(t term) string {
	words := strings.Map(func(r rune) rune {
		if r == '"' || unicode.IsControl(r) {
			return ' '
		}
		return r
	}, t.words)
	quoted := `"` + words + `"`
	if t.prefix {
		// Words are kept by their stems: what is longer than its stem is found
		// as a word.
		return quoted + "* OR " + quoted
	}
	return quoted
}

func badQuery(fact, hint string) error {
	return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: "query: " + fact, Hint: hint}
}

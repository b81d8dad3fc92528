package token

import "strings"

// split cuts t.Tokens into sentences.
//
// A sentence ends at a full stop, question or exclamation mark, with the
// quotes and brackets that close behind it, and at a blank line or bullet.
// A full stop after an abbreviation ends none; the dot of an acronym ends one
// when what follows can only begin a sentence.
func (t *Text) split() {
	first := 0
	for i := range t.Tokens {
		if k := &t.Tokens[i]; k.Flags&Break == 0 && k.Kind != Punct && k.Kind != Acronym {
			continue
		}
		if i > first && t.Tokens[i].Is(Break) {
			t.sentence(first, i)
			first = i
		}
		if i < first || !t.ends(i) {
			continue
		}
		last := i + 1
		for last < len(t.Tokens) && closes(t.Tokens[last]) {
			last++
		}
		t.sentence(first, last)
		first = last
	}
	if first < len(t.Tokens) {
		t.sentence(first, len(t.Tokens))
	}
}

// longestSentence is how many tokens a sentence may have: what one costs may
// grow faster than its length. The longest one printed so far has some 400.
const longestSentence = 2000

// sentence adds the tokens [first, last) as a sentence, or as several where
// they are too many for one.
func (t *Text) sentence(first, last int) {
	for last-first > longestSentence {
		cut := t.border(first, first+longestSentence)
		t.Sentences = append(t.Sentences, Sentence{first, cut})
		first = cut
	}
	t.Sentences = append(t.Sentences, Sentence{first, last})
}

// border returns where to cut the tokens [first, last): behind a semicolon in
// their second half, else behind a comma, else at their end.
func (t *Text) border(first, last int) int {
	for _, mark := range [...]byte{';', ','} {
		for i := last - 1; i > (first+last)/2; i-- {
			if t.Tokens[i].Mark == mark {
				return i + 1
			}
		}
	}
	return last
}

// closes reports whether k is a quote or bracket that belongs to the sentence
// before it.
func closes(k Token) bool {
	return k.Kind == Punct && !k.Is(Space) && (k.Mark == '"' || k.Mark == ')' || k.Mark == ']' || k.Mark == '\'')
}

// ends reports whether the sentence ends with token i.
func (t *Text) ends(i int) bool {
	k := t.Tokens[i]
	if k.Kind == Acronym {
		return t.beginsAfter(i, true)
	}
	if k.Kind != Punct || k.Mark != '.' && k.Mark != '?' && k.Mark != '!' {
		return false
	}
	if k.Mark == '.' && i > 0 && !k.Is(Space) && t.Tokens[i-1].Kind == Word && abbreviation(t.Of(i-1)) {
		return t.beginsAfter(i, true) && !titles[strings.ToLower(t.Of(i-1))]
	}
	return t.beginsAfter(i, false)
}

// beginsAfter reports whether a sentence can begin behind token i. With
// onlyOpener it must begin with a word that opens sentences and is no part of
// a name.
func (t *Text) beginsAfter(i int, onlyOpener bool) bool {
	j := i + 1
	for j < len(t.Tokens) && closes(t.Tokens[j]) {
		j++
	}
	if j >= len(t.Tokens) || t.Tokens[j].Is(Break) {
		return true
	}
	next := t.Tokens[j]
	if next.Kind == Punct && (next.Mark == '"' || next.Mark == '(' || next.Mark == '[') && j+1 < len(t.Tokens) {
		return t.Tokens[j+1].Is(Capital) && !onlyOpener
	}
	if onlyOpener {
		return next.Kind == Word && next.Is(Capital) && openers[strings.ToLower(t.Of(j))]
	}
	if next.Kind == Number {
		return next.Is(Space)
	}
	if !next.Is(Capital) {
		return false
	}
	// Without a space only a capitalised word after a small letter begins one:
	// "the year.The government", but not "www.Example" behind a letter of a name.
	return next.Is(Space) || i > 0 && t.Tokens[i-1].Kind != Punct
}

func abbreviation(word string) bool {
	return abbreviations[strings.ToLower(word)] || len(word) == 1 && word[0] <= 'Z' && word != "I"
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// abbreviations never end a sentence unless a sentence opener follows; titles
// stand before names and never do.
var (
	abbreviations = set(`st ste mt ft dr mr mrs ms gen col lt sgt capt maj gov sen rep hon prof rev
		no nos art arts sec secs para paras ch vol pp p cf vs viz incl approx est ca fig ed eds
		dept dist ave blvd jr sr co corp inc ltd bros e.g i.e etc al jan feb mar apr jun jul aug sep sept oct nov dec`)
	titles = set(`st ste mt ft dr mr mrs ms gen col lt sgt capt maj gov sen rep hon prof rev no nos art arts sec secs para paras e.g i.e vs cf`)
)

// openers begin sentences and never stand behind an acronym inside a name.
var openers = set(`the a an this that these those there it its they their he she his her we our
	in on at by for from with within without during after before since until under over through throughout
	as although though despite while when where whereas because if once unless
	however moreover furthermore additionally nevertheless nonetheless therefore consequently thus also then
	some many most several few all both each every any no none neither either other another such
	and but or nor yet so not only
	officials authorities victims traffickers ngos observers experts police prosecutors judges courts
	media women men children girls boys migrants workers according reports`)

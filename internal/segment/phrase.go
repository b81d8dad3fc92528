package segment

import (
	"sort"
	"strconv"
	"strings"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// fact is what a phrase states.
type fact string

const (
	meets   fact = "meets"
	efforts fact = "efforts"
	outcome fact = "outcome"
	waiver  fact = "waiver"
	basis   fact = "basis"
)

// factValues lists what may stand behind each fact.
var factValues = map[fact][]string{
	meets:   {"yes", "no", "none"},
	efforts: {"yes", "no", "none"},
	outcome: {"remained", "upgraded", "downgraded", "placed", "said", "none"},
	waiver:  {"yes", "no"},
	basis:   {"automatic", "none"},
}

// phrase is a pattern of words that states a fact.
type phrase struct {
	fact  fact
	value string
	slip  string // what is odd about it; may be empty
	steps []step
}

// step is one element of a phrase.
type step struct {
	kind     stepKind
	ids      []token.WordID
	optional bool
	most     int // of anyWords
}

type stepKind uint8

const (
	aWord stepKind = iota
	aTier
	aSpecial
	aFormerTier
	anOrdinal
	aNumber
	anyWords
)

// phrases are all phrases, found by the number of their first word.
type phrases struct {
	vocab   *token.Vocab
	list    []phrase
	first   [][]int // by WordID: indexes into list
	tier    token.WordID
	watch   [4]token.WordID // watch, list, watchlist, wl
	special [3]token.WordID // special, case, category
	nth     map[token.WordID]int
	suffix  [4]token.WordID // st, nd, rd, th
	num     map[token.WordID]int
}

// ordinals and cardinals as spelled, from one on.
var (
	ordinals = strings.Fields(`first second third fourth fifth sixth seventh eighth ninth tenth
		eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`)
	cardinals = strings.Fields(`one two three four five six seven eight nine ten eleven twelve`)
)

func newPhrases() *phrases {
	v := &token.Vocab{}
	p := &phrases{vocab: v, tier: v.Add("tier"), nth: map[token.WordID]int{}, num: map[token.WordID]int{}}
	for i, w := range []string{"watch", "list", "watchlist", "wl"} {
		p.watch[i] = v.Add(w)
	}
	for i, w := range []string{"special", "case", "category"} {
		p.special[i] = v.Add(w)
	}
	for i, w := range []string{"st", "nd", "rd", "th"} {
		p.suffix[i] = v.Add(w)
	}
	for i, w := range ordinals {
		p.nth[v.Add(w)] = i + 1
	}
	for i, w := range cardinals {
		p.num[v.Add(w)] = i + 1
	}
	return p
}

// phraseParser reads the phrases file.
type phraseParser struct {
	fieldParser
	*phrases
}

func parsePhrases(src *text.Source) (*phrases, text.Diagnostics) {
	p := phraseParser{fieldParser{src: src}, newPhrases()}
	p.lines(p.line)
	p.index()
	return p.phrases, p.faults
}

func (p *phraseParser) line(line text.Span) {
	head, body, ok := strings.Cut(line.In(p.src.Text), ":")
	if !ok {
		p.fault(line, "no colon", "write: outcome remained: remained on <tier>")
		return
	}
	body, slip, _ := strings.Cut(body, "~")
	name, value := p.word(text.Span{Start: line.Start, End: line.Start + len(head)})
	f := fact(name.In(p.src.Text))
	values := factValues[f]
	if values == nil {
		p.unknown("fact", name, factNames())
		return
	}
	if !contains(values, value.In(p.src.Text)) {
		p.unknown("value", value, values)
		return
	}
	at := line.Start + len(head) + 1
	ph := phrase{fact: f, value: value.In(p.src.Text), slip: strings.TrimSpace(slip)}
	ph.steps = p.steps(trim(p.src.Text, text.Span{Start: at, End: at + len(body)}))
	if len(ph.steps) == 0 || ph.steps[0].kind != aWord || ph.steps[0].optional {
		p.fault(line, "phrase does not begin with a word", "begin with a word that must be there: phrases are looked up by it")
		return
	}
	p.list = append(p.list, ph)
}

func (p *phraseParser) steps(rest text.Span) (steps []step) {
	for !rest.Empty() {
		var w text.Span
		w, rest = p.word(rest)
		s := step{}
		word := w.In(p.src.Text)
		if cut, ok := strings.CutSuffix(word, "?"); ok {
			s.optional, word = true, cut
		}
		for _, alternative := range strings.Split(word, "|") {
			if !strings.HasPrefix(alternative, "<") {
				s.ids = append(s.ids, p.vocab.Add(alternative))
				continue
			}
			if s.kind != aWord {
				p.fault(w, "two classes as alternatives", "write two lines")
			}
			p.class(&s, alternative, w)
		}
		steps = append(steps, s)
	}
	return steps
}

var classes = []string{"<tier>", "<special>", "<from>", "<nth>", "<num>", "<any:3>"}

func (p *phraseParser) class(s *step, word string, at text.Span) {
	switch word {
	case "<tier>":
		s.kind = aTier
	case "<special>":
		s.kind = aSpecial
	case "<from>":
		s.kind = aFormerTier
	case "<nth>":
		s.kind = anOrdinal
	case "<num>":
		s.kind = aNumber
	default:
		digits, ok := strings.CutPrefix(strings.TrimSuffix(word, ">"), "<any:")
		n, err := strconv.Atoi(digits)
		if !ok || err != nil || n < 1 || n > 9 {
			p.unknown("class", at, classes)
			return
		}
		s.kind, s.most = anyWords, n
	}
}

// index makes the table by first word.
func (p *phraseParser) index() {
	p.first = make([][]int, p.vocab.Len())
	for i, ph := range p.list {
		for _, id := range ph.steps[0].ids {
			p.first[id] = append(p.first[id], i)
		}
	}
}

func factNames() []string {
	var names []string
	for f := range factValues {
		names = append(names, string(f))
	}
	sort.Strings(names)
	return names
}

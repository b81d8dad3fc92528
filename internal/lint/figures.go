package lint

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// total is a figure told of the whole country and the time that the report
// covers.
type total struct {
	act     string // identify, investigate, prosecute, convict
	of      string // case, person, victim
	n       int64
	at      text.Span // from the verb to what is counted
	section plumbline.SectionName

	potential bool             // alleged, suspected
	previous  plumbline.Figure // of the year before, where the words compare with it
	before    text.Span        // of previous
}

// actVerbs are the verbs whose object is counted.
var actVerbs = map[string]string{
	"identified": "identify", "identifying": "identify", "investigated": "investigate", "investigating": "investigate",
	"prosecuted": "prosecute", "prosecuting": "prosecute", "convicted": "convict", "convicting": "convict",
}

// wordsFor says what an act counts, by the head of what stands behind its verb.
var wordsFor = map[string]map[string]string{
	"identify":    {"victim": "victim"},
	"investigate": {"case": "case", "suspect": "person", "trafficker": "person", "person": "person"},
	"prosecute":   {"case": "case", "suspect": "person", "trafficker": "person", "person": "person"},
	"convict":     {"case": "case", "suspect": "person", "trafficker": "person", "person": "person"},
}

// figures finds figures of the country that are told in the summary and in a
// section, or in two sections, with different numbers; and acts of which a
// section says that there were none while a figure is told of them.
func (c *check) figures() {
	all := c.totals()
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.act != b.act || a.of != b.of || a.potential != b.potential || a.n == b.n || a.section == b.section && a.n > 0 && b.n > 0 {
				continue
			}
			if !single(all, a) || !single(all, b) {
				continue
			}
			c.remark(plumbline.FiguresDiffer, plumbline.Probable,
				fmt.Sprintf("%s in the %s, %s in the %s", acts(a.act, a.of, a.n), part(a.section), thousands(b.n), part(b.section)),
				"see whether both tell the same time and the same "+plural(a.of), c.place(a.at), c.place(b.at))
		}
	}
}

// noneVerbs are the verbs of which "did not ... any" says that there was none.
var noneVerbs = map[string]string{"identify": "identify", "investigate": "investigate", "prosecute": "prosecute", "convict": "convict"}

// zero reads "did not convict any traffickers" at its verb, token k.
func (c *check) zero(st *sentence, k int, act string) (t total, ok bool) {
	if !c.is(st, k+1, "any") {
		return t, false
	}
	i := k
	for i > st.First && (noneVerbs[c.low[i]] != "" || c.is(st, i, "or|nor|refer") || c.mark(st, i, ',')) {
		i--
	}
	if !c.is(st, i-1, "did not") || !c.national(st, i-1) {
		return t, false
	}
	n := c.nounBehind(st, k+2)
	of := wordsFor[act][n.head]
	if of == "" || n.narrowed || n.sex != "" || !c.open(st, n.last) {
		return t, false
	}
	return total{act: act, of: of, at: c.Span(i-1, n.last), section: st.section, potential: n.potential && act == "identify"}, true
}

// single reports whether a is the only figure of its act in its section.
func single(all []total, a total) bool {
	for _, b := range all {
		if b.act == a.act && b.of == a.of && b.section == a.section && b.n != a.n {
			return false
		}
	}
	return true
}

// totals lists the figures of the country.
func (c *check) totals() (all []total) {
	for i := range c.sentences {
		st := &c.sentences[i]
		if st.section == plumbline.Profile || st.section == plumbline.Recommendations {
			continue
		}
		for k := st.First; k < st.Last; k++ {
			if act := actVerbs[c.low[k]]; act != "" && c.national(st, k) {
				if t, ok := c.total(st, k, act); ok {
					all = append(all, t)
				}
			} else if act := noneVerbs[c.low[k]]; act != "" {
				if t, ok := c.zero(st, k, act); ok {
					all = append(all, t)
				}
			}
		}
	}
	return all
}

// total reads the figure behind the verb at token k.
func (c *check) total(st *sentence, k int, act string) (t total, ok bool) {
	for i, q := range st.quantities {
		if q.First != k+1 || q.Kind != token.Count || !q.Exact() || q.Approx {
			continue
		}
		n := c.nounBehind(st, q.Last)
		of := wordsFor[act][n.head]
		if of == "" || n.narrowed || n.sex != "" || !c.open(st, n.last) {
			return t, false
		}
		t = total{act: act, of: of, n: q.Min, at: c.Span(k, n.last), section: st.section, potential: n.potential && act == "identify"}
		t.previous, t.before = c.compared(st, n.last, i)
		return t, true
	}
	return t, false
}

// compared returns the figure of the year before that stands right behind:
// "(29 in 2016)", ", compared with 29 in 2016".
func (c *check) compared(st *sentence, from, quantity int) (plumbline.Figure, text.Span) {
	for from < st.Last && (c.is(st, from, "in") || c.is(st, from, "during") || c.is(st, from, "the") || c.is(st, from, "reporting|year") ||
		c.is(st, from, "period") || c.year(st, from) == c.Narrative.Year-1) {
		from++
	}
	bracket := c.mark(st, from, '(')
	if bracket || c.mark(st, from, ',') {
		from++
	}
	if !bracket && !c.is(st, from, "compared|compared to|with") {
		return plumbline.Figure{}, text.Span{}
	}
	if c.is(st, from, "compared to|with") {
		from += 2
	}
	for _, q := range st.quantities[quantity+1:] {
		if q.First != from || q.Kind != token.Count || !q.Exact() || q.Approx {
			continue
		}
		k := q.Last
		n := c.nounBehind(st, k)
		if n.sex != "" || n.narrowed {
			break
		}
		k = n.last
		if c.is(st, k, "in") && c.year(st, k+1) == c.Narrative.Year-2 || c.is(st, k, "in|during the previous reporting|year") {
			return plumbline.Known(q.Min), c.Span(q.First, k+2)
		}
		break
	}
	return plumbline.Figure{}, text.Span{}
}

// year returns the year at token i, or 0.
func (c *check) year(st *sentence, i int) int {
	for _, q := range st.quantities {
		if q.First == i && q.Kind == token.Year {
			return atoi(q.Start)
		}
	}
	return 0
}

func atoi(s string) (n int) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// leads are the words that may open a sentence of a figure of the country.
var leads = map[string]bool{
	"in": true, "during": true, "the": true, "reporting": true, "period": true, "year": true, "2017": true, "however": true, "this": true, "overall": true,
}

// national reports whether the verb at token k has the government for its
// subject, and nothing before it narrows what is told.
func (c *check) national(st *sentence, k int) bool {
	i := k - 1
	for i >= st.First && oneOf(c.low[i], "reported|also|newly|only|formally|reportedly|officially") {
		if c.low[i] == "reportedly" {
			return false
		}
		i--
	}
	if st.section == plumbline.AssessmentPart && (c.mark(st, i, ';') || c.mark(st, i, ',') || c.is(st, i, "by|including|and")) {
		return c.is(st, st.First, "the|however|authorities|during|despite|although") // an item of the list of efforts
	}
	if c.is(st, i, "it") {
		return st.section == plumbline.AssessmentPart
	}
	if !c.is(st, i, "government|authorities|officials|police") {
		return false
	}
	if i--; c.is(st, i, "the") {
		i--
	}
	for ; i >= st.First; i-- {
		if !leads[c.low[i]] && !c.mark(st, i, ',') && c.year(st, i) != c.Narrative.Year-1 {
			return false
		}
	}
	return true
}

// open reports whether nothing behind token i narrows the figure before it.
func (c *check) open(st *sentence, i int) bool {
	if i >= st.Last {
		return true
	}
	switch c.Tokens[i].Mark {
	case '.', ',', ';', '(', '-':
		return !c.is(st, i+1, "of|all")
	}
	if c.is(st, i, "in") && c.year(st, i+1) == c.Narrative.Year-1 || c.is(st, i, "during the reporting|year") {
		return true
	}
	return c.is(st, i, "compared") || c.is(st, i, "and") && (strings.HasSuffix(c.word(st, i+1), "ing") || strings.HasSuffix(c.word(st, i+1), "ed"))
}

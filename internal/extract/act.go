package extract

import (
	"encoding/hex"
	"hash/fnv"
	"slices"

	"plumbline"
	"plumbline/internal/token"
)

// anaphor returns the token by which the subject of unit u takes up what was
// said before, or -1: these cases, such arrangements, this.
func (r *reader) anaphor(u int) int {
	unit := &r.a.Units[u]
	for k := max(unit.SubjFirst, unit.First); k < min(unit.SubjLast, unit.SubjFirst+4); k++ {
		if r.a.InLexicon(k, r.lex.anaphor) > 0 {
			return k
		}
	}
	return -1
}

// undercut notes that unit u, which takes up what was said before, undercuts the
// last good act told there: "police reported punishing traffickers; however,
// these cases may include activists". from and to are the claims of the unit;
// where it has none, its words are evidence of the claim that they undercut.
func (r *reader) undercut(u, from, to int) {
	if r.anaphor(u) < 0 {
		return
	}
	if from == to {
		r.hedgeBack(u)
		return
	}
	for i := from; i < to; i++ {
		if c := &r.claims[i]; c.Valence == plumbline.Good && c.Certainty == plumbline.Certain {
			return
		}
	}
	if i := r.goodAct(u, from); i >= 0 && (r.a.Units[u].First > r.a.First || r.turns(u)) {
		for k := from; k < to; k++ {
			r.undercuts = append(r.undercuts, [2]int{i, k})
		}
	}
}

// takeBack is undercut for every unit of a sentence without matches.
func (r *reader) takeBack() {
	if r.sentenceFrom == r.beforeFrom {
		return
	}
	for u := range r.a.Units {
		if r.anaphor(u) >= 0 {
			r.hedgeBack(u)
		}
	}
}

// goodAct returns the last good act told before claim i in the sentence, or in
// the one before where this one turns against it from the start; -1 for none.
func (r *reader) goodAct(u, i int) int {
	first := r.sentenceFrom
	if r.a.InLexicon(r.a.First, r.lex.turn) > 0 {
		first = r.beforeFrom
	}
	start := r.span(r.a.Units[u].First, r.a.Units[u].Last).Start
	for i--; i >= first; i-- {
		if c := &r.claims[i]; c.Type.Conduct() && c.Valence == plumbline.Good && c.Citation.Span.End <= start {
			return i
		}
	}
	return -1
}

// turns reports whether the sentence turns against what was said before unit u
// says it: "; however, reports indicate that these ...".
func (r *reader) turns(u int) bool {
	_, _, ok := r.a.Find(r.a.First, r.anaphor(u), r.lex.turn)
	return ok
}

// hedgeBack gives the good act that unit u takes back in part the words that do
// so as evidence: what takes it up, and what hedges it.
func (r *reader) hedgeBack(u int) {
	if !r.turns(u) {
		return
	}
	unit := &r.a.Units[u]
	for _, cue := range r.a.Cues {
		if cue.First < unit.First || cue.Last > unit.Last || cue.Kind != "hedge" && cue.Kind != "exposure" && cue.Kind != "source" {
			continue
		}
		if i := r.goodAct(u, len(r.claims)); i >= 0 {
			c := &r.claims[i]
			c.Evidence = append(c.Evidence[:len(c.Evidence):len(c.Evidence)],
				plumbline.Evidence{What: plumbline.ReferenceCue, Span: r.span(r.anaphor(u), unit.SubjLast)},
				plumbline.Evidence{What: plumbline.HedgeCue, Span: r.span(cue.First, cue.Last)})
		}
		return
	}
}

// qualify gives the claims that others undercut the ids of those. place maps
// the order of finding to dst.
func (r *reader) qualify(dst []plumbline.Claim, place []int) {
	for _, u := range r.undercuts {
		c := &dst[place[u[0]]]
		c.QualifiedBy = append(c.QualifiedBy, dst[place[u[1]]].ID)
	}
}

// mostClaims is how many claims a narrative may have for its acts to be
// compared; a text with more is no narrative.
const mostClaims = 3000

// acts gives claims that tell the same act twice, once in the assessment and
// once in a section, a shared id: those of the same type and valence whose
// figure is the same, or whose words are.
func (r *reader) acts(claims []plumbline.Claim) {
	if len(claims) > mostClaims {
		return
	}
	for i := range claims {
		a := &claims[i]
		if a.Section != plumbline.AssessmentPart || !a.Type.Conduct() || formula(a.Type) {
			continue
		}
		best, score := -1, 0.6
		for k := range claims {
			b := &claims[k]
			if b.Type != a.Type || b.Valence != a.Valence || b.Section == plumbline.AssessmentPart || b.Act != "" {
				continue
			}
			if s := r.likeness(a, b); s > score {
				best, score = k, s
			}
		}
		if best >= 0 {
			h := fnv.New64a()
			h.Write([]byte(a.ID))
			a.Act = hex.EncodeToString(h.Sum(nil))
			claims[best].Act = a.Act
		}
	}
}

func formula(t plumbline.ClaimType) bool {
	return t == plumbline.Compliance || t == plumbline.Efforts || t == plumbline.PlacementClaim
}

// likeness says how alike two claims of one type are, from 0 to 1: by their
// figures where both have one above zero, else by the share of words of the
// shorter that the other has too.
func (r *reader) likeness(a, b *plumbline.Claim) float64 {
	x, y := a.Quantity.Count, b.Quantity.Count
	if x.Known && y.Known && (x.N > 0 || y.N > 0) {
		if x.N == y.N {
			return 1
		}
		return 0
	}
	if x.Known != y.Known {
		return 0
	}
	p, q := r.content(&r.wordsA, a), r.content(&r.wordsB, b)
	if len(p) > len(q) {
		p, q = q, p
	}
	if len(p) < 3 {
		return 0
	}
	shared := 0
	for _, w := range p {
		if slices.Contains(q, w) {
			shared++
		}
	}
	return float64(shared) / float64(len(p))
}

// content returns the words of more than three letters that a claim cites, as
// the vocabulary numbers them.
func (r *reader) content(into *[]token.WordID, c *plumbline.Claim) []token.WordID {
	out := (*into)[:0]
	first, _ := slices.BinarySearchFunc(r.text.Tokens, c.Citation.Span.Start, func(t token.Token, at int) int { return int(t.Start) - at })
	for _, t := range r.text.Tokens[first:] {
		if int(t.Start) >= c.Citation.Span.End {
			break
		}
		if t.ID != token.Unknown && t.End-t.Start > 3 && !slices.Contains(out, t.ID) {
			out = append(out, t.ID)
		}
	}
	*into = out
	return out
}

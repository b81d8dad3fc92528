package extract

import (
	"encoding/hex"
	"hash/fnv"
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// anaphor reports whether the subject of unit u takes up what was said before:
// these cases, such arrangements, this.
func (r *reader) anaphor(u *grammar.Unit) bool {
	for k := max(u.SubjFirst, u.First); k < min(u.SubjLast, u.SubjFirst+4); k++ {
		if r.a.InLexicon(k, r.lex.anaphor) > 0 {
			return true
		}
	}
	return false
}

// undercut notes that the claims of unit u, which takes up what was said
// before in a sentence, undercut the last good act told there: "police
// reported punishing traffickers; however, these cases may include activists".
// from and to are the claims of the unit.
func (r *reader) undercut(u, from, to int) {
	if from == to || r.a.Units[u].First == r.a.First || !r.anaphor(&r.a.Units[u]) {
		return
	}
	for i := from; i < to; i++ {
		if c := &r.claims[i]; c.Valence == plumbline.Good && c.Certainty == plumbline.Certain {
			return
		}
	}
	for i := from - 1; i >= r.sentenceFrom; i-- {
		if c := &r.claims[i]; c.Type.Conduct() && c.Valence == plumbline.Good {
			for k := from; k < to; k++ {
				r.undercuts = append(r.undercuts, [2]int{i, k})
			}
			return
		}
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

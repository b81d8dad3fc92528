package eval

import (
	"sort"

	"plumbline"
	"plumbline/internal/text"
)

// older maps a type that was split off to the types under which annotations
// made before still have it.
var older = map[plumbline.ClaimType][]plumbline.ClaimType{
	plumbline.Acknowledgement: {plumbline.Efforts},
	plumbline.CivilSociety:    {plumbline.Cooperation, plumbline.Data},
	plumbline.ExitRestriction: {plumbline.StatePolicy, plumbline.LaborOversight, plumbline.Penalization, plumbline.Law},
	plumbline.ForcedReturn:    {plumbline.Repatriation, plumbline.Penalization},
}

// trendType is the conduct type as which annotations without trends have the
// sentence that sums up a P.
var trendType = map[string]plumbline.ClaimType{
	"prosecution": plumbline.ProsecutionAct,
	"protection":  plumbline.Assistance,
	"prevention":  plumbline.Awareness,
}

// found is a claim as read. Its kind differs from the claim's where a trend
// stands for conduct.
type found struct {
	claim *plumbline.Claim
	kind  plumbline.ClaimType
}

func (f found) span() text.Span { return f.claim.Citation.Span }

// freeLength is how many bytes a read span may have however short gold's is.
const freeLength = 240

// overlap returns how many bytes gold and read share, or 0 where that is less
// than half of the shorter or read is more than three times as long as gold.
func overlap(gold, read text.Span) int {
	n := min(gold.End, read.End) - max(gold.Start, read.Start)
	if n <= 0 || 2*n < min(gold.Len(), read.Len()) || read.Len() > max(freeLength, 3*gold.Len()) {
		return 0
	}
	return n
}

func sameType(gold, read plumbline.ClaimType) bool {
	return gold == read || holds(older[read], gold)
}

// pairing is a one-to-one match of gold claims with read ones.
type pairing struct {
	pairs      [][2]int // gold, read
	gold, read []bool   // which have a partner
}

// match pairs gold with read, largest overlap first, then by position.
func match(gold []goldClaim, read []found) pairing {
	type candidate struct{ n, gold, read int }
	var all []candidate
	for i := range gold {
		for j := range read {
			if !sameType(gold[i].kind, read[j].kind) {
				continue
			}
			if n := overlap(gold[i].span, read[j].span()); n > 0 {
				all = append(all, candidate{n, i, j})
			}
		}
	}
	sort.Slice(all, func(x, y int) bool {
		a, b := all[x], all[y]
		if a.n != b.n {
			return a.n > b.n
		}
		if a.gold != b.gold {
			return a.gold < b.gold
		}
		return a.read < b.read
	})
	p := pairing{gold: make([]bool, len(gold)), read: make([]bool, len(read))}
	for _, c := range all {
		if !p.gold[c.gold] && !p.read[c.read] {
			p.gold[c.gold], p.read[c.read] = true, true
			p.pairs = append(p.pairs, [2]int{c.gold, c.read})
		}
	}
	return p
}

// conduct returns the claims of gold that are about conduct.
func conduct(claims []goldClaim) []goldClaim {
	var out []goldClaim
	for _, c := range claims {
		if c.kind.Conduct() {
			out = append(out, c)
		}
	}
	return out
}

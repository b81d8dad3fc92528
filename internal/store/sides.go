package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"slices"
	"sync"

	"plumbline"
)

// sides is what search asks of every sentence or claim but its words: read
// once for a state of the database, and never changed. What many share is kept
// once, so that each takes 24 bytes.
type sides struct {
	generation Generation
	narratives []narrativeSides
	own        []ownSides // every combination that there is
	taking     [][]int32  // every set of participants that there is, of indices into participants; the first is empty
	parts      []participant
	units      []unit // by sequence
}

// unit is a sentence or claim. The others are indices into sides.
type unit struct {
	sequence               int64
	narrative, own, taking int32
}

type narrativeSides struct {
	country         plumbline.CountryCode
	year            int // 0 where unknown
	tier            plumbline.Tier
	primary, sample bool
	byYear          int32 // its place in that order; those of one country-year share theirs
	byCountry       int32
}

// ownSides are a sentence's or claim's own. A sentence has only a section.
type ownSides struct {
	section   plumbline.SectionName
	kind      plumbline.ClaimType
	valence   plumbline.Valence
	reporting plumbline.Reporting
	certainty plumbline.Certainty
}

// participant is who or what takes part in a claim.
type participant struct {
	facet string // form, sector, place
	value string
}

// lastSides keeps the sides of the state that was last searched.
type lastSides struct {
	turn sync.Mutex // held while they are read: once is enough
	mu   sync.Mutex
	last *sides
}

func (l *lastSides) get(g Generation) *sides {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.last == nil || l.last.generation != g {
		return nil
	}
	return l.last
}

// sides returns the sides of what tx sees.
func (db *DB) sides(ctx context.Context, tx *sql.Tx, in Scope) (*sides, error) {
	g, err := generation(tx)
	if err != nil {
		return nil, err
	}
	l := &db.textSides
	if in == InClaims {
		l = &db.claimSides
	}
	if s := l.get(g); s != nil {
		return s, nil
	}
	l.turn.Lock()
	defer l.turn.Unlock()
	if s := l.get(g); s != nil {
		return s, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s, err := readSides(tx, in)
	if err != nil {
		return nil, err
	}
	s.generation = g
	l.mu.Lock()
	l.last = s
	l.mu.Unlock()
	return s, nil
}

func readSides(tx *sql.Tx, in Scope) (*sides, error) {
	s := &sides{taking: [][]int32{nil}}
	byKey, err := s.readNarratives(tx, in)
	if err != nil {
		return nil, err
	}
	query := `SELECT sequence, narrative, section, NULL, NULL, NULL, NULL FROM sentence ORDER BY sequence`
	if in == InClaims {
		query = `SELECT sequence, narrative, section, type, valence, reporting, certainty FROM claim ORDER BY sequence`
	}
	var u unit
	var key any
	var own ownSides
	seen := map[ownSides]int32{}
	err = each(tx, query, nil, []any{&u.sequence, &key, toWords[plumbline.SectionName]{&own.section}, toWords[plumbline.ClaimType]{&own.kind},
		toWords[plumbline.Valence]{&own.valence}, toWords[plumbline.Reporting]{&own.reporting}, toWords[plumbline.Certainty]{&own.certainty}}, func() error {
		var known bool
		if u.narrative, known = byKey[key]; !known {
			return nil
		}
		if u.own, known = seen[own]; !known {
			u.own = int32(len(s.own))
			seen[own] = u.own
			s.own = append(s.own, own)
		}
		s.units = append(s.units, u)
		return nil
	})
	if err == nil && in == InClaims {
		err = s.readParticipants(tx)
	}
	s.units = slices.Clip(s.units)
	return s, err
}

// readNarratives returns the index of each narrative by what sentences or
// claims name it with.
func (s *sides) readNarratives(tx *sql.Tx, in Scope) (map[any]int32, error) {
	key := "n.sequence"
	if in == InClaims {
		key = "n.id"
	}
	byKey := map[any]int32{}
	var n narrativeSides
	var k any
	err := each(tx, `SELECT `+key+`, n.country, n.year, n.tier, n.is_primary, d.sample FROM narrative n JOIN document d ON d.id = n.document`, nil,
		[]any{&k, toWords[plumbline.CountryCode]{&n.country}, toNumber{&n.year}, toWords[plumbline.Tier]{&n.tier}, toFlag{&n.primary}, toFlag{&n.sample}}, func() error {
			byKey[k] = int32(len(s.narratives))
			s.narratives = append(s.narratives, n)
			return nil
		})
	place(s.narratives, func(n *narrativeSides) *int32 { return &n.byYear }, func(a, b *narrativeSides) int {
		return cmp.Or(cmp.Compare(b.year, a.year), cmp.Compare(a.country, b.country))
	})
	place(s.narratives, func(n *narrativeSides) *int32 { return &n.byCountry }, func(a, b *narrativeSides) int {
		return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(b.year, a.year))
	})
	return byKey, err
}

// place gives narratives their places in an order.
func place(ns []narrativeSides, at func(*narrativeSides) *int32, compare func(a, b *narrativeSides) int) {
	list := ordered(ns, compare)
	for i, n := range list[min(1, len(list)):] {
		*at(n) = *at(list[i])
		if compare(list[i], n) != 0 {
			*at(n)++
		}
	}
}

// readParticipants notes who and what takes part in each claim. An actor is
// none that is asked for.
func (s *sides) readParticipants(tx *sql.Tx) error {
	var claim int64
	var p participant
	seen, sets := map[participant]int32{}, map[string]int32{"": 0}
	of, at := int64(-1), 0
	var set []int32
	end := func() { // of the participants of a claim
		for at < len(s.units) && s.units[at].sequence < of {
			at++
		}
		if at == len(s.units) || s.units[at].sequence != of {
			return
		}
		s.units[at].taking = s.setOf(set, sets)
	}
	err := each(tx, `SELECT claim, CASE role WHEN 'forms' THEN 'form' WHEN 'sectors' THEN 'sector' ELSE 'place' END, value
		FROM participation WHERE role <> 'actor' ORDER BY claim`, nil, []any{&claim, &p.facet, &p.value}, func() error {
		if claim != of {
			end()
			of, set = claim, set[:0]
		}
		i, known := seen[p]
		if !known {
			i = int32(len(s.parts))
			seen[p] = i
			s.parts = append(s.parts, p)
		}
		set = append(set, i)
		return nil
	})
	end()
	return err
}

// setOf returns the index of a set of participants.
func (s *sides) setOf(set []int32, sets map[string]int32) int32 {
	slices.Sort(set)
	set = slices.Compact(set)
	var key []byte
	for _, i := range set {
		key = binary.AppendUvarint(key, uint64(i))
	}
	i, known := sets[string(key)]
	if !known {
		i = int32(len(s.taking))
		sets[string(key)] = i
		s.taking = append(s.taking, slices.Clone(set))
	}
	return i
}

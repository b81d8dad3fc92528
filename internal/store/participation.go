package store

import (
	"context"
	"database/sql"
	"strings"

	"plumbline"
)

// Part is a role that a country plays in a claim.
type Part string

// The parts, named as the lists of plumbline.Participants.
const (
	Origin      Part = "origin"
	Destination Part = "destination"
	Transit     Part = "transit"
	Subject     Part = "subject"
	Actor       Part = "actor"
)

// ElsewhereFilter says which claims of other countries' narratives are meant.
type ElsewhereFilter struct {
	Country       plumbline.CountryCode // that takes part in them; without one there are none
	Parts         []Part                // any of these; none means all
	From, To      int                   // report years, inclusive; 0 leaves the end open
	Movement      plumbline.Movement
	AllReadings   bool // of narratives that do not stand for their country-year too
	IncludeSample bool // of paraphrases too
	Limit         int  // 0 means no limit
	Offset        int
}

// Elsewhere returns the claims in which a country takes part and which stand in
// the narrative of another: the latest year first, then by the narrative's
// country and in the order of the text.
func (db *DB) Elsewhere(ctx context.Context, f ElsewhereFilter) ([]plumbline.Claim, error) {
	var cs []plumbline.Claim
	w := f.where()
	err := db.view(ctx, func(tx *sql.Tx) error {
		return claimsWithNarratives(tx, w, ` ORDER BY n.year DESC, n.country, c.sequence`+limit(f.Limit, f.Offset), func(c *plumbline.Claim) {
			cs = append(cs, *c)
		})
	})
	return cs, err
}

func (f *ElsewhereFilter) where() *where {
	w := new(where)
	w.is("p.value = $", string(f.Country))
	in(w, "p.role", f.Parts)
	w.conditions = append(w.conditions, "p.role NOT IN ('forms', 'sectors')")
	taking := `SELECT p.claim FROM participation p` + w.String()
	w.conditions = []string{"c.sequence IN (" + taking + ")"}
	w.is("n.country IS NOT $", string(f.Country))
	w.is("c.movement = $", words(f.Movement))
	standing(w, f.From, f.To, f.AllReadings, f.IncludeSample)
	return w
}

// ElsewhereYears counts the claims that Elsewhere returns by report year, and the
// narratives that they stand in, the latest year first. Limit and Offset are
// passed over.
func (db *DB) ElsewhereYears(ctx context.Context, f ElsewhereFilter) ([]YearCount, error) {
	var list []YearCount
	var y YearCount
	w := f.where()
	err := db.view(ctx, func(tx *sql.Tx) error {
		return each(tx, `SELECT n.year, count(DISTINCT n.id), count(*)
			FROM claim c JOIN narrative n ON n.id = c.narrative JOIN document d ON d.id = n.document`+w.String()+` GROUP BY n.year ORDER BY n.year DESC`,
			w.args, []any{toNumber{&y.Year}, &y.Narratives, &y.Claims}, func() error {
				list = append(list, y)
				return nil
			})
	})
	return list, err
}

// standing adds what is asked of narratives in all that sums up: the years, and
// unless told otherwise the primary ones of official texts.
func standing(w *where, from, to int, all, sample bool) {
	w.is("n.year >= $", number(from))
	w.is("n.year <= $", number(to))
	if !all {
		w.conditions = append(w.conditions, "n.is_primary = 1")
	}
	if !sample {
		w.conditions = append(w.conditions, "d.sample = 0")
	}
}

// claimsWithNarratives reads the claims that w means in one statement.
func claimsWithNarratives(tx *sql.Tx, w *where, rest string, do func(*plumbline.Claim)) error {
	var c plumbline.Claim
	var j claimJSON
	dest := append(claimDest(&c, &j), toWords[plumbline.CountryCode]{&c.Country}, toNumber{&c.Year}, toWords[string]{&c.File})
	return each(tx, `SELECT `+claimColumns+`, n.country, n.year, d.file
		FROM claim c JOIN narrative n ON n.id = c.narrative JOIN document d ON d.id = n.document`+w.String()+rest,
		w.args, dest, func() error {
			j.into(&c)
			do(&c)
			return nil
		})
}

// putParticipation notes who and what takes part in the claims of a document.
func putParticipation(tx *sql.Tx, id plumbline.DocumentID) error {
	_, err := tx.Exec(`INSERT INTO participation (value, role, claim) `+strings.Replace(participates, "WHERE", "WHERE n.document = $1 AND", 1), string(id))
	return err
}

// participates lists who and what takes part in claims. The country of a
// claim's own narrative is left out as subject and actor: it is that of nearly
// every claim.
const participates = `SELECT DISTINCT item.value, role.key, c.sequence
	FROM narrative n JOIN claim c ON c.narrative = n.id, json_each(c.participants) AS role, json_each(role.value) AS item
	WHERE role.key IN ('origin', 'destination', 'transit', 'subject', 'actor', 'forms', 'sectors')
		AND NOT (role.key IN ('subject', 'actor') AND item.value IS n.country)`

// participation checks that claims are found by those who take part in them.
func (f *faults) participation(tx *sql.Tx) error {
	const noted = `SELECT p.value, p.role, p.claim FROM participation p
		JOIN claim c ON c.sequence = p.claim JOIN narrative n ON n.id = c.narrative`
	var n int
	err := tx.QueryRow(`SELECT count(*) FROM (SELECT * FROM (` + participates + ` EXCEPT ` + noted + `)
		UNION ALL SELECT * FROM (` + noted + ` EXCEPT ` + participates + `))`).Scan(&n)
	if err == nil && n > 0 {
		f.add("table", "participation", "does not say who takes part in claims; read the documents again into a new file")
	}
	return err
}

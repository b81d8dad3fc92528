package store

import (
	"context"
	"database/sql"

	"plumbline"
)

// NarrativeRow is a narrative as a list has it: without its parts.
type NarrativeRow struct {
	ID       plumbline.NarrativeID
	Document plumbline.DocumentID
	File     string
	Country  plumbline.CountryCode // empty where unknown
	Year     int                   // 0 where unknown
	Tier     plumbline.Tier
	Move     plumbline.Move
	Basis    plumbline.Basis
	Primary  bool   // stands for its country-year
	Sample   bool   // a paraphrase
	Claims   int    // 0 where the filter asks for no counting
	ReadAt   string // when its document was read, ISO 8601; empty where no clock was given
}

// NarrativeRows returns a row for each narrative that f means, by year, country
// and the order of reading. Limit and Offset count in that order.
func (db *DB) NarrativeRows(ctx context.Context, f NarrativeFilter) ([]NarrativeRow, error) {
	var list []NarrativeRow
	var r NarrativeRow
	dest := []any{
		toWords[plumbline.NarrativeID]{&r.ID}, toWords[plumbline.DocumentID]{&r.Document}, &r.File,
		toWords[plumbline.CountryCode]{&r.Country}, toNumber{&r.Year}, toWords[plumbline.Tier]{&r.Tier},
		toWords[plumbline.Move]{&r.Move}, toWords[plumbline.Basis]{&r.Basis}, toFlag{&r.Primary}, toFlag{&r.Sample}, &r.Claims, toWords[string]{&r.ReadAt},
	}
	w, count := f.where(), `(SELECT count(*) FROM claim c WHERE c.narrative = n.id)`
	if f.Uncounted {
		count = "0"
	}
	err := db.view(ctx, func(tx *sql.Tx) error {
		return each(tx, `SELECT n.id, n.document, d.file, n.country, n.year, n.tier, n.move, n.basis, n.is_primary, d.sample,
				`+count+`, d.read_at`+fromNarrative+w.String()+
			` ORDER BY n.year, n.country, n.sequence`+limit(f.Limit, f.Offset), w.args, dest, func() error {
			list = append(list, r)
			return nil
		})
	})
	return list, err
}

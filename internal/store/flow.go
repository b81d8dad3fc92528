package store

import (
	"context"
	"database/sql"

	"plumbline"
)

// FlowRow is a flow claim without its words: what maps and matrices are drawn
// from. Every origin goes to every destination; regions are no countries.
type FlowRow struct {
	Claim     plumbline.ClaimID
	Narrative plumbline.NarrativeID
	Country   plumbline.CountryCode // of the narrative
	Year      int
	Movement  plumbline.Movement
	Certainty plumbline.Certainty
	Reporting plumbline.Reporting // where the author says that he does not know; else mostly empty
	Frequency plumbline.Frequency
	Source    plumbline.SourceKind
	Time      plumbline.Interval
	Sample    bool

	Origin, OriginRegions, Destination, DestinationRegions, Transit, Victims, Forms, Sectors []string
}

// FlowFilter says which flow claims are meant.
type FlowFilter struct {
	From, To      int                // report years, inclusive; 0 leaves the end open
	Movement      plumbline.Movement // empty means every movement: whatever counts or draws flows asks for Trafficked
	Origin        plumbline.CountryCode
	Destination   plumbline.CountryCode
	AllReadings   bool // of narratives that do not stand for their country-year too
	IncludeSample bool // of paraphrases too
}

// Flows returns the flow claims that f means, by year, country and the order of
// the text.
func (db *DB) Flows(ctx context.Context, f FlowFilter) ([]FlowRow, error) {
	w := new(where)
	w.conditions = []string{"c.type = 'flow'"}
	w.is("c.movement = $", words(f.Movement))
	w.is("c.sequence IN (SELECT p.claim FROM participation p WHERE p.role = 'origin' AND p.value = $)", words(f.Origin))
	w.is("c.sequence IN (SELECT p.claim FROM participation p WHERE p.role = 'destination' AND p.value = $)", words(f.Destination))
	standing(w, f.From, f.To, f.AllReadings, f.IncludeSample)
	var list []FlowRow
	var r FlowRow
	var p participants
	dest := []any{
		toWords[plumbline.ClaimID]{&r.Claim}, toWords[plumbline.NarrativeID]{&r.Narrative},
		toWords[plumbline.CountryCode]{&r.Country}, toNumber{&r.Year}, toWords[plumbline.Movement]{&r.Movement},
		toWords[plumbline.Certainty]{&r.Certainty}, toWords[plumbline.Reporting]{&r.Reporting}, toWords[plumbline.Frequency]{&r.Frequency}, toWords[plumbline.SourceKind]{&r.Source},
		toWords[string]{&r.Time.Start}, toWords[string]{&r.Time.End}, toFlag{&r.Sample}, toJSON[participants]{&p},
	}
	err := db.view(ctx, func(tx *sql.Tx) error {
		return each(tx, `SELECT c.id, n.id, n.country, n.year, c.movement, c.certainty, c.reporting, c.frequency, c.source,
				c.time_start, c.time_end, d.sample, c.participants
			FROM narrative n JOIN document d ON d.id = n.document JOIN claim c ON c.narrative = n.id`+w.String()+
			` ORDER BY n.year, n.country, c.sequence`, w.args, dest, func() error {
			r.Origin, r.OriginRegions, r.Destination, r.DestinationRegions = p.Origin, p.OriginRegions, p.Destination, p.DestinationRegions
			r.Transit, r.Victims, r.Forms, r.Sectors = p.Transit, p.Victims, p.Forms, p.Sectors
			list = append(list, r)
			return nil
		})
	})
	return list, err
}

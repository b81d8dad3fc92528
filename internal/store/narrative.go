package store

import (
	"context"
	"database/sql"
	"fmt"

	"plumbline"
	"plumbline/internal/text"
)

// NarrativeFilter says which narratives are meant. The zero value means all
// but those of samples.
type NarrativeFilter struct {
	Country       plumbline.CountryCode
	Year          int
	Tier          plumbline.Tier
	Document      plumbline.DocumentID // naming a sample's document asks for it
	PrimaryOnly   bool                 // those that stand for their country-year
	IncludeSample bool                 // paraphrases too
	SampleOnly    bool                 // paraphrases alone
	Uncounted     bool                 // of rows: their claims are not counted, which takes the most time
	Limit         int                  // 0 means no limit
	Offset        int
}

func (f *NarrativeFilter) where() *where {
	w := new(where)
	w.is("n.country = $", words(f.Country))
	w.is("n.year = $", number(f.Year))
	w.is("n.tier = $", words(f.Tier))
	w.is("n.document = $", words(f.Document))
	if f.PrimaryOnly {
		w.conditions = append(w.conditions, "n.is_primary = 1")
	}
	switch {
	case f.SampleOnly:
		w.conditions = append(w.conditions, "d.sample = 1")
	case !f.IncludeSample && f.Document == "":
		w.conditions = append(w.conditions, "d.sample = 0")
	}
	return w
}

// Narratives returns the narratives that f means, in the order of reading and
// of the text.
func (db *DB) Narratives(ctx context.Context, f NarrativeFilter) ([]plumbline.Narrative, error) {
	var ns []plumbline.Narrative
	err := db.view(ctx, func(tx *sql.Tx) (err error) {
		ns, err = narratives(tx, f.where(), limit(f.Limit, f.Offset))
		return err
	})
	return ns, err
}

// Narrative returns the narrative with the given id, or with the only id that
// begins so.
func (db *DB) Narrative(ctx context.Context, id plumbline.NarrativeID) (*plumbline.Narrative, error) {
	var n *plumbline.Narrative
	err := db.view(ctx, func(tx *sql.Tx) error {
		id, err := resolve(tx, "narrative", id)
		if err != nil {
			return err
		}
		w := new(where)
		w.is("n.id = $", string(id))
		ns, err := narratives(tx, w, "")
		if err == nil {
			n = &ns[0]
		}
		return err
	})
	return n, err
}

const fromNarrative = ` FROM narrative n JOIN document d ON d.id = n.document`

func narratives(tx *sql.Tx, w *where, limit string) ([]plumbline.Narrative, error) {
	var ns []plumbline.Narrative
	var n plumbline.Narrative
	var furniture [][2]int
	meant := fromNarrative + w.String() + ` ORDER BY n.sequence` + limit
	err := each(tx, `SELECT `+narrativeColumns+`, d.file`+meant, w.args, narrativeDest(&n, &furniture), func() error {
		n.Furniture = nil
		for _, f := range furniture {
			n.Furniture = append(n.Furniture, text.Span{Start: f[0], End: f[1]})
		}
		ns = append(ns, n)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return ns, addSections(tx, ns, `SELECT n.id`+meant, w.args)
}

// addSections fills in the sections of ns, which are what the query meant
// returns.
func addSections(tx *sql.Tx, ns []plumbline.Narrative, meant string, args []any) error {
	at := make(map[plumbline.NarrativeID]*plumbline.Narrative, len(ns))
	for i := range ns {
		at[ns[i].ID] = &ns[i]
	}
	var id plumbline.NarrativeID
	var s plumbline.Section
	return each(tx, `SELECT narrative, name, span_start, span_end, heading_start, heading_end
		FROM section WHERE narrative IN (`+meant+`) ORDER BY narrative, position`, args,
		[]any{toWords[plumbline.NarrativeID]{&id}, toWords[plumbline.SectionName]{&s.Name}, &s.Span.Start, &s.Span.End,
			toNumber{&s.Heading.Start}, toNumber{&s.Heading.End}},
		func() error {
			at[id].Sections = append(at[id].Sections, s)
			return nil
		})
}

const narrativeColumns = `n.id, n.document, n.country, n.year, n.layout,
	n.tier, n.heading_tier, n.outcome_tier, n.fully_meets, n.significant_efforts, n.move, n.consecutive, n.waiver, n.basis,
	n.span_start, n.span_end, n.heading_start, n.heading_end, n.furniture`

func narrativeDest(n *plumbline.Narrative, furniture *[][2]int) []any {
	p := &n.Placement
	return []any{
		toWords[plumbline.NarrativeID]{&n.ID}, toWords[plumbline.DocumentID]{&n.Document},
		toWords[plumbline.CountryCode]{&n.Country}, toNumber{&n.Year}, toWords[string]{&n.Layout},
		toWords[plumbline.Tier]{&p.Tier}, toWords[plumbline.Tier]{&p.HeadingTier}, toWords[plumbline.Tier]{&p.OutcomeTier},
		toWords[plumbline.Answer]{&p.FullyMeets}, toWords[plumbline.Answer]{&p.SignificantEfforts},
		toWords[plumbline.Move]{&p.Move}, toNumber{&p.Consecutive}, toFlag{&p.Waiver}, toWords[plumbline.Basis]{&p.Basis},
		&n.Span.Start, &n.Span.End, toNumber{&n.Heading.Start}, toNumber{&n.Heading.End}, toJSON[[][2]int]{furniture},
		toWords[string]{&n.File},
	}
}

// putNarratives adds narratives in the order of the text, which from then on
// is the order of their sequence.
func putNarratives(tx *sql.Tx, ns []plumbline.Narrative) error {
	put, err := tx.Prepare(positional(`INSERT INTO narrative (id, document, country, year, layout,
			tier, heading_tier, outcome_tier, fully_meets, significant_efforts, move, consecutive, waiver, basis,
			span_start, span_end, heading_start, heading_end, furniture)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`))
	if err != nil {
		return err
	}
	defer put.Close()
	putSection, err := tx.Prepare(`INSERT INTO section (narrative, position, name, span_start, span_end, heading_start, heading_end)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`)
	if err != nil {
		return err
	}
	defer putSection.Close()
	for _, n := range ordered(ns, bySpan) {
		if err := putNarrative(put, putSection, n); err != nil {
			return fmt.Errorf("narrative %s: %w", n.ID, err)
		}
	}
	return nil
}

func putNarrative(put, putSection *sql.Stmt, n *plumbline.Narrative) error {
	p := &n.Placement
	var furniture [][2]int
	for _, f := range n.Furniture {
		furniture = append(furniture, [2]int{f.Start, f.End})
	}
	start, end := span(n.Heading)
	_, err := put.Exec(string(n.ID), string(n.Document), words(n.Country), number(n.Year), words(n.Layout),
		words(p.Tier), words(p.HeadingTier), words(p.OutcomeTier), words(p.FullyMeets), words(p.SignificantEfforts),
		words(p.Move), number(p.Consecutive), flag(p.Waiver), words(p.Basis),
		n.Span.Start, n.Span.End, start, end, list(furniture))
	if err != nil {
		return err
	}
	for position, s := range n.Sections {
		start, end := span(s.Heading)
		if _, err := putSection.Exec(string(n.ID), position, string(s.Name), s.Span.Start, s.Span.End, start, end); err != nil {
			return err
		}
	}
	return nil
}

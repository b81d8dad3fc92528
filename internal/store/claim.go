package store

import (
	"context"
	"database/sql"
	"fmt"

	plumbline "plumbline"
)

// ClaimFilter says which claims are meant. The zero value means all but those
// of samples.
type ClaimFilter struct {
	Country       plumbline.CountryCode
	Year          int
	Types         []plumbline.ClaimType // any of these
	Valence       plumbline.Valence
	Certainty     plumbline.Certainty
	Reporting     plumbline.Reporting
	Source        plumbline.SourceKind
	Movement      plumbline.Movement
	Section       plumbline.SectionName
	Narrative     plumbline.NarrativeID // naming a sample's narrative asks for it
	Document      plumbline.DocumentID  // likewise
	PrimaryOnly   bool                  // of narratives that stand for their country-year
	IncludeSample bool                  // of paraphrases too
	Limit         int                   // 0 means no limit
	Offset        int
}

func (f *ClaimFilter) where() *where {
	w := (&NarrativeFilter{
		Country: f.Country, Year: f.Year, Document: f.Document, PrimaryOnly: f.PrimaryOnly,
		IncludeSample: f.IncludeSample || f.Narrative != "",
	}).where()
	w.is("c.narrative = $", words(f.Narrative))
	in(w, "c.type", f.Types)
	w.is("c.valence = $", words(f.Valence))
	w.is("c.certainty = $", words(f.Certainty))
	w.is("c.reporting = $", words(f.Reporting))
	w.is("c.source = $", words(f.Source))
	w.is("c.movement = $", words(f.Movement))
	w.is("c.section = $", words(f.Section))
	return w
}

// Claims returns the claims that f means, in the order of reading and of the
// text.
func (db *DB) Claims(ctx context.Context, f ClaimFilter) ([]plumbline.Claim, error) {
	var cs []plumbline.Claim
	err := db.EachClaim(ctx, f, func(c *plumbline.Claim) error {
		cs = append(cs, *c)
		return nil
	})
	return cs, err
}

// EachClaim calls do with each claim that f means, in the order of Claims,
// until do returns an error, which it then returns. The claim is overwritten
// after the call; its lists are not.
func (db *DB) EachClaim(ctx context.Context, f ClaimFilter, do func(*plumbline.Claim) error) error {
	var stop error
	err := db.view(ctx, func(tx *sql.Tx) error {
		return eachClaim(tx, f.where(), limit(f.Limit, f.Offset), func(c *plumbline.Claim) error {
			stop = do(c)
			return stop
		})
	})
	if stop != nil {
		return stop
	}
	return err
}

// Claim returns the claim with the given id, or with the only id that begins
// so.
func (db *DB) Claim(ctx context.Context, id plumbline.ClaimID) (*plumbline.Claim, error) {
	var claim *plumbline.Claim
	err := db.view(ctx, func(tx *sql.Tx) error {
		id, err := resolve(tx, "claim", id)
		if err != nil {
			return err
		}
		w := new(where)
		w.is("c.id = $", string(id))
		return eachClaim(tx, w, "", func(c *plumbline.Claim) error {
			claim = c
			return nil
		})
	})
	return claim, err
}

const claimColumns = `c.id, c.narrative, c.section, c.type, c.valence, c.certainty, c.reporting, c.aspect,
	c.source, c.movement, c.direction, c.frequency, c.participants,
	c.quantity_count, c.quantity_min, c.quantity_max, c.quantity_share, c.quantity_previous,
	c.quantity_unit, c.quantity_of, c.quantity_approx, c.terms, c.time_start, c.time_end,
	c.span_start, c.span_end, c.quote, c.page, c.last_page, c.found_by, c.evidence, c.qualified_by, c.act`

func eachClaim(tx *sql.Tx, w *where, limit string, do func(*plumbline.Claim) error) error {
	var c plumbline.Claim
	var j claimJSON
	return each(tx, `SELECT `+claimColumns+`, n.country, n.year, d.file
		FROM claim c JOIN narrative n ON n.id = c.narrative JOIN document d ON d.id = n.document`+
		w.String()+` ORDER BY d.sequence, c.span_start, c.type, c.id`+limit,
		w.args, claimDest(&c, &j), func() error {
			j.into(&c)
			return do(&c)
		})
}

func claimDest(c *plumbline.Claim, j *claimJSON) []any {
	q := &c.Quantity
	return []any{
		toWords[plumbline.ClaimID]{&c.ID}, toWords[plumbline.NarrativeID]{&c.Narrative},
		toWords[plumbline.SectionName]{&c.Section}, toWords[plumbline.ClaimType]{&c.Type},
		toWords[plumbline.Valence]{&c.Valence}, toWords[plumbline.Certainty]{&c.Certainty},
		toWords[plumbline.Reporting]{&c.Reporting}, toWords[plumbline.Aspect]{&c.Aspect},
		toWords[plumbline.SourceKind]{&c.Source}, toWords[plumbline.Movement]{&c.Movement},
		toWords[plumbline.Direction]{&c.Direction}, toWords[plumbline.Frequency]{&c.Frequency},
		toJSON[participants]{&j.participants},
		toFigure{&q.Count}, toFigure{&q.Min}, toFigure{&q.Max}, toRatio{&q.Share}, toFigure{&q.Previous},
		toWords[string]{&q.Unit}, toWords[string]{&q.Of}, toFlag{&q.Approx}, toJSON[*terms]{&j.terms},
		toWords[string]{&c.Time.Start}, toWords[string]{&c.Time.End},
		&c.Citation.Span.Start, &c.Citation.Span.End, toWords[string]{&c.Citation.Quote},
		toNumber{&c.Citation.Page}, toNumber{&c.Citation.LastPage}, toWords[plumbline.RuleName]{&c.FoundBy},
		toJSON[[]evidence]{&j.evidence}, toJSON[[]plumbline.ClaimID]{&c.QualifiedBy}, toWords[string]{&c.Act},
		toWords[plumbline.CountryCode]{&c.Country}, toNumber{&c.Year}, toWords[string]{&c.File},
	}
}

func putClaims(tx *sql.Tx, cs []plumbline.Claim) error {
	put, err := tx.Prepare(`INSERT INTO claim (id, narrative, section, type, valence, certainty, reporting, aspect,
			source, movement, direction, frequency, participants,
			quantity_count, quantity_min, quantity_max, quantity_share, quantity_previous,
			quantity_unit, quantity_of, quantity_approx, terms, time_start, time_end,
			span_start, span_end, quote, page, last_page, found_by, evidence, qualified_by, act)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
			$21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)`)
	if err != nil {
		return err
	}
	defer put.Close()
	for i := range cs {
		if err := putClaim(put, &cs[i]); err != nil {
			return fmt.Errorf("claim %s: %w", cs[i].ID, err)
		}
	}
	return nil
}

func putClaim(put *sql.Stmt, c *plumbline.Claim) error {
	q, at := &c.Quantity, &c.Citation
	_, err := put.Exec(string(c.ID), string(c.Narrative), words(c.Section), string(c.Type),
		words(c.Valence), words(c.Certainty), words(c.Reporting), words(c.Aspect),
		words(c.Source), words(c.Movement), words(c.Direction), words(c.Frequency), participantsJSON(&c.Participants),
		figure(q.Count), figure(q.Min), figure(q.Max), ratio(q.Share), figure(q.Previous),
		words(q.Unit), words(q.Of), flag(q.Approx), termsJSON(c.Terms), words(c.Time.Start), words(c.Time.End),
		at.Span.Start, at.Span.End, at.Quote, number(at.Page), number(at.LastPage), string(c.FoundBy),
		evidenceJSON(c.Evidence), list(c.QualifiedBy), words(c.Act))
	return err
}

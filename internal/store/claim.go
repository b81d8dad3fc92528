package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"

	"plumbline"
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
	IDs           []plumbline.ClaimID   // any of these
	After         plumbline.ClaimID     // those behind this one; none where there is no such claim
	Limit         int                   // 0 means no limit
	Offset        int

	id plumbline.ClaimID // this one only
}

// narratives returns what the filter asks of a claim's narrative.
func (f *ClaimFilter) narratives() *where {
	w := (&NarrativeFilter{
		Country: f.Country, Year: f.Year, Document: f.Document, PrimaryOnly: f.PrimaryOnly,
		IncludeSample: f.IncludeSample || f.Narrative != "",
	}).where()
	w.is("n.id = $", words(f.Narrative))
	return w
}

// claims adds to w what the filter asks of the claim itself, with each column
// named as as returns it.
func (f *ClaimFilter) claims(w *where, as func(column string) string) {
	w.is("c.id = $", words(f.id))
	in(w, "c.id", f.IDs)
	w.is("c.sequence > (SELECT sequence FROM claim WHERE id = $)", words(f.After))
	in(w, as("c.type"), f.Types)
	w.is(as("c.certainty")+" = $", words(f.Certainty))
	w.is(as("c.reporting")+" = $", words(f.Reporting))
	w.is("c.valence = $", words(f.Valence))
	w.is("c.source = $", words(f.Source))
	w.is("c.movement = $", words(f.Movement))
	w.is("c.section = $", words(f.Section))
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
		return eachClaim(tx, &f, func(c *plumbline.Claim) error {
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
		var n plumbline.NarrativeID
		err = tx.QueryRow(`SELECT narrative FROM claim WHERE id = $1`, string(id)).Scan(toWords[plumbline.NarrativeID]{&n})
		if err != nil {
			return err
		}
		return eachClaim(tx, &ClaimFilter{Narrative: n, id: id}, func(c *plumbline.Claim) error {
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

// eachClaim reads the narratives that are meant first: there are few of them,
// and their claims need not be joined to them one by one.
func eachClaim(tx *sql.Tx, f *ClaimFilter, do func(*plumbline.Claim) error) error {
	w := f.narratives()
	meant := fromNarrative + w.String()
	of, all, err := narrativesOfClaims(tx, meant, w.args)
	if err != nil || len(of) == 0 {
		return err
	}
	// An index is of use on one side only: where few narratives are meant, the
	// one on them; else that on the claim's own columns, or none at all, which
	// keeps the claims in their order.
	narrative, own := "c.narrative", unindexed
	if len(of) > 16 && len(of) > all/10 {
		narrative, own = unindexed(narrative), func(column string) string { return column }
	}
	w.conditions = []string{narrative + " IN (SELECT n.id" + meant + ")"}
	f.claims(w, own)
	var c plumbline.Claim
	var j claimJSON
	return each(tx, `SELECT `+claimColumns+` FROM claim c`+w.String()+` ORDER BY c.sequence`+limit(f.Limit, f.Offset),
		w.args, claimDest(&c, &j), func() error {
			j.into(&c)
			n := of[c.Narrative]
			c.File, c.Country, c.Year = n.File, n.Country, n.Year
			return do(&c)
		})
}

// narrativesOfClaims returns, by id, what claims repeat of the narratives that
// are meant, and how many narratives there are in all.
func narrativesOfClaims(tx *sql.Tx, meant string, args []any) (of map[plumbline.NarrativeID]plumbline.Narrative, all int, err error) {
	of = map[plumbline.NarrativeID]plumbline.Narrative{}
	var n plumbline.Narrative
	err = each(tx, `SELECT n.id, n.country, n.year, d.file`+meant, args,
		[]any{toWords[plumbline.NarrativeID]{&n.ID}, toWords[plumbline.CountryCode]{&n.Country}, toNumber{&n.Year}, toWords[string]{&n.File}},
		func() error {
			of[n.ID] = n
			return nil
		})
	if err == nil {
		err = tx.QueryRow(`SELECT count(*) FROM narrative`).Scan(&all)
	}
	return of, all, err
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
	}
}

// putClaims adds claims in the order of the text, which from then on is the
// order of their sequence.
func putClaims(tx *sql.Tx, cs []plumbline.Claim) error {
	put, err := tx.Prepare(positional(`INSERT INTO claim (id, narrative, section, type, valence, certainty, reporting, aspect,
			source, movement, direction, frequency, participants,
			quantity_count, quantity_min, quantity_max, quantity_share, quantity_previous,
			quantity_unit, quantity_of, quantity_approx, terms, time_start, time_end,
			span_start, span_end, quote, page, last_page, found_by, evidence, qualified_by, act)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
			$21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)`))
	if err != nil {
		return err
	}
	defer put.Close()
	inOrder := ordered(cs, func(a, b *plumbline.Claim) int {
		return cmp.Or(cmp.Compare(a.Citation.Span.Start, b.Citation.Span.Start), cmp.Compare(a.Type, b.Type), cmp.Compare(a.ID, b.ID))
	})
	for _, c := range inOrder {
		if err := putClaim(put, c); err != nil {
			return fmt.Errorf("claim %s: %w", c.ID, err)
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

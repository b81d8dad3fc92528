package main

import (
	"errors"
	"io/fs"
	"os"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/history"
	"plumbline/internal/pipeline"
	"plumbline/internal/plain"
	"plumbline/internal/record"
	"plumbline/internal/standard"
	"plumbline/internal/store"
)

type historyCommand struct {
	Country    string `arg:"" optional:"" help:"ISO code or name."`
	Statements bool   `help:"Check what the narratives read say of their countries' past: years in a row, waivers, required downgrades, moves, the tier itself."`
	Year       int    `help:"With --statements: of this report year." placeholder:"N"`
	All        bool   `help:"With --statements: print those that agree or cannot be checked too."`
	Sample     bool   `help:"With --statements: of the sample too: paraphrase, not official text."`
	Format     string `help:"text, json or csv." placeholder:"FORMAT" enum:"text,json,csv" default:"text"`
}

// Help is shown below the usage.
func (historyCommand) Help() string {
	return `Placements since 2001 with their sources, the clock of the two-year rule for the next report, downgrade waivers, treaty actions and the lists of child-soldier use. Years that no source gives are unknown. What the database holds of other years is used too, marked with its document; without a database the bundled facts are shown.

With --statements each narrative is held against the history without that narrative. JSON and CSV then have every statement; as text, conflicts are explained.

` + plumbline.TierNotice + `

Examples:

    plumbline history THA
    plumbline history "north korea" --format csv
    plumbline history --statements
    plumbline history --statements --year 2015 --format json`
}

// Run prints the history of a country, or checks statements.
func (c *historyCommand) Run(a *app) error {
	switch {
	case c.Country == "" && !c.Statements:
		return usagef("whose history? name a country: plumbline history PRK, or check what narratives say: plumbline history --statements")
	case !c.Statements && (c.Year != 0 || c.All || c.Sample):
		return usagef("--year, --all and --sample go with --statements; a history shows every year")
	}
	r, err := a.compiled()
	if err != nil {
		return err
	}
	var country plumbline.CountryCode
	if c.Country != "" {
		if country, err = a.countryYear(r, c.Country, c.Year); err != nil {
			return err
		}
	} else if c.Year != 0 {
		if err := pipeline.Year(c.Year); err != nil {
			return usagef("%w", err)
		}
	}
	h, err := history.Load(a.Data, r.Countries)
	if err != nil {
		return err
	}
	book, err := standard.Load(a.Data)
	if err != nil {
		return err
	}
	rules := func(year int) plumbline.TwoYearRule { return record.TwoYearRule(book, year) }
	if c.Statements {
		return c.statements(a, r, h, country, rules)
	}
	if h, err = a.withStored(h); err != nil {
		return err
	}
	past := record.CountryHistory(h, country, book)
	switch c.Format {
	case "json":
		_, err := a.Stdout.Write(append(encode.AppendHistory(nil, past), '\n'))
		return err
	case "csv":
		return encode.WriteHistoryCSV(a.Stdout, past)
	}
	return plain.History(a.Stdout, plain.HistoryData{History: past, Names: r.Countries, Rule: rules(past.Clock.Year)}, a.style())
}

// withStored adds what the database holds, if there is one where nobody named
// one.
func (a *app) withStored(h *history.History) (*history.History, error) {
	_, err := os.Stat(a.commands.DB)
	if a.commands.DB == ":memory:" || a.commands.DB == "plumbline.db" && errors.Is(err, fs.ErrNotExist) {
		return h, nil
	}
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	ns, err := db.Narratives(a.ctx, store.NarrativeFilter{PrimaryOnly: true})
	if err != nil {
		return nil, err
	}
	return h.With(ns), nil
}

// statements checks what narratives say.
func (c *historyCommand) statements(a *app, r *pipeline.Reader, h *history.History, country plumbline.CountryCode, rules history.Rules) error {
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	primaries, err := db.Narratives(a.ctx, store.NarrativeFilter{PrimaryOnly: true})
	if err != nil {
		return err
	}
	h = h.With(primaries)
	ns, err := db.Narratives(a.ctx, store.NarrativeFilter{Country: country, Year: c.Year, IncludeSample: c.Sample})
	if err != nil {
		return err
	}
	claims := map[plumbline.NarrativeID][]plumbline.Claim{}
	filter := store.ClaimFilter{Country: country, Year: c.Year, Types: []plumbline.ClaimType{plumbline.PlacementClaim}, IncludeSample: c.Sample}
	if err := db.EachClaim(a.ctx, filter, func(x *plumbline.Claim) error {
		claims[x.Narrative] = append(claims[x.Narrative], *x)
		return nil
	}); err != nil {
		return err
	}
	data := plain.StatementsData{Narratives: len(ns), Names: r.Countries, All: c.All}
	var d *plumbline.Document
	for i := range ns {
		n := &ns[i]
		if n.Country == "" || n.Year == 0 || n.Placement.Tier == "" {
			data.Undated++
			continue
		}
		if d == nil || d.ID != n.Document {
			if d, err = db.Document(a.ctx, n.Document); err != nil {
				return err
			}
		}
		data.Statements = append(data.Statements, h.Check(d, n, claims[n.ID], rules)...)
	}
	switch c.Format {
	case "json":
		return encode.WriteStatements(a.Stdout, data.Statements, data.Narratives, data.Undated)
	case "csv":
		return encode.WriteStatementsCSV(a.Stdout, data.Statements)
	}
	return plain.Statements(a.Stdout, data, a.style())
}

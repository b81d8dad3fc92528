package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/lint"
	"plumbline/internal/pipeline"
	"plumbline/internal/plain"
	"plumbline/internal/record"
	"plumbline/internal/store"
)

type checkCommand struct {
	Paths []string `arg:"" optional:"" name:"path" help:"Files, folders or - for standard input. Without any, the country and year are checked as the database has them."`
	inputFlags
	Period string `help:"The time that the report covers, for reports whose law does not say." placeholder:"START/END"`
	Format string `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (checkCommand) Help() string {
	return `Holds a narrative against itself. Kinds of what is found: formula (tier and standing, against the formulas that state them), figures (one figure told twice, with two numbers), trend (a word for a trend, against its figures), sum (parts that do not fit their whole), period (an act dated outside the time that the report covers), unchanged (a sentence that stood there the year before). Few things are remarked on, each with its words; which side is right is for the reader to say.

The law says which time a report covers for those of 2010 and of 2019 and later; --period says it for others. Without it no date is looked at. Files are not stored. The narrative of the year before is taken from the files given or from the database, where there is one.

Exit codes: 0 nothing was found; 1 something was found, or a file could not be read, which standard error then names.

Examples:

    plumbline check draft.txt
    plumbline check --country MLT --year 2018 --period 2017-04-01/2018-03-31 draft.txt
    plumbline check armenia-2017.txt armenia-2018.txt
    plumbline check --country PRK --year 2007
    plumbline check report.txt --format json`
}

// Run checks the narratives.
func (c *checkCommand) Run(a *app) error {
	fromFiles := len(c.Paths) > 0 || c.Manifest != ""
	if !fromFiles && (c.Country == "" || c.Year == 0) {
		return usagef("nothing to check; name a file, or a narrative of the database: plumbline check --country PRK --year 2007")
	}
	r, err := a.compiled()
	if err != nil {
		return err
	}
	covered, err := a.periods(c.Period)
	if err != nil {
		return err
	}
	job := checking{app: a, reader: r, periods: covered}
	defer job.close()
	if !fromFiles {
		err = job.stored(c)
	} else {
		err = job.read(c)
	}
	if err != nil {
		return err
	}
	return job.print(c.Format)
}

// checking is one run of the subcommand.
type checking struct {
	*app
	reader  *pipeline.Reader
	periods *periods
	db      *store.DB // nil where there is none
	texts   []lint.Text
	failed  int
}

func (j *checking) close() {
	if j.db != nil {
		j.db.Close()
	}
}

// stored takes the narrative that the database has.
func (j *checking) stored(c *checkCommand) error {
	country, err := j.countryYear(j.reader, c.Country, c.Year)
	if err != nil {
		return err
	}
	if j.db, err = j.open(store.Options{ReadOnly: true}); err != nil {
		return err
	}
	kept := record.Record{Store: j.db, Countries: j.reader.Countries}
	y, err := kept.CountryYear(j.ctx, country, c.Year, "")
	if err != nil {
		return err
	}
	t, err := j.text(y.Narrative)
	j.texts = append(j.texts, t)
	return err
}

// text gives a narrative of the database with what was read from it.
func (j *checking) text(n *plumbline.Narrative) (t lint.Text, err error) {
	t.Narrative = n
	if t.Document, err = j.db.Document(j.ctx, n.Document); err != nil {
		return t, err
	}
	if t.Claims, err = j.db.Claims(j.ctx, store.ClaimFilter{Narrative: n.ID}); err != nil {
		return t, err
	}
	t.Doubts, err = j.db.Doubts(j.ctx, n.Document)
	return t, err
}

// read reads the files, and opens the database if there is one.
func (j *checking) read(c *checkCommand) error {
	in, err := c.gather(j.app, j.reader, c.Paths, false)
	if err != nil {
		return err
	}
	defer in.close()
	for _, f := range in.faults {
		j.failed++
		j.say("%s", f)
	}
	if db := j.commands.DB; db != ":memory:" {
		if _, err := os.Stat(db); !errors.Is(err, fs.ErrNotExist) {
			if j.db, err = j.open(store.Options{ReadOnly: true}); err != nil {
				return err
			}
		}
	}
	refused := func(_ pipeline.Input, err error) {
		j.failed++
		j.say("%s", err)
	}
	return j.reader.Run(j.ctx, in.list, pipeline.Options{Workers: j.commands.Workers, Refused: refused}, func(r *plumbline.Reading) error {
		rest := r.Claims
		for i := range r.Narratives {
			t := lint.Text{Document: &r.Document, Narrative: &r.Narratives[i], Doubts: r.Doubts}
			n := 0
			for n < len(rest) && rest[n].Narrative == t.Narrative.ID {
				n++
			}
			t.Claims, rest = rest[:n], rest[n:]
			j.texts = append(j.texts, t)
		}
		return nil
	})
}

// before finds the narrative of the same country of the year before: among
// the files given, else in the database.
func (j *checking) before(n *plumbline.Narrative) (*lint.Text, error) {
	if n.Country == "" || n.Year == 0 {
		return nil, nil
	}
	for i := range j.texts {
		if o := j.texts[i].Narrative; o.Country == n.Country && o.Year == n.Year-1 {
			return &j.texts[i], nil
		}
	}
	if j.db == nil {
		return nil, nil
	}
	o, err := j.db.Primary(j.ctx, n.Country, n.Year-1)
	if errors.Is(err, plumbline.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	t, err := j.text(o)
	return &t, err
}

// print checks each narrative and prints what was found.
func (j *checking) print(format string) error {
	linter := lint.New()
	found, compared := 0, 0
	formula := false
	buf := []byte(`{"checked":[`)
	for i, t := range j.texts {
		old, err := j.before(t.Narrative)
		if err != nil {
			return err
		}
		period := j.periods.of(t.Narrative.Year)
		if t.Narrative.Year == 0 {
			j.say("%s: the text gives no report year, so that neither dates nor the year before are looked at; say it with --year N", t.Document.File)
		}
		remarks, again := linter.Check(t, period, old)
		found += len(remarks)
		formula = formula || slices.ContainsFunc(remarks, func(r plumbline.Remark) bool { return r.Kind == plumbline.FormulaSlip })
		page := plain.Checked{Document: t.Document, Narrative: t.Narrative, Remarks: remarks, Repeated: again, Country: j.reader.Countries.Name(t.Narrative.Country, t.Narrative.Year)}
		var was *plumbline.Narrative
		if old != nil {
			compared++
			page.Before, page.Year, was = old.Document, old.Narrative.Year, old.Narrative
		}
		if format == "json" {
			if i > 0 {
				buf = append(buf, ',')
			}
			buf = encode.AppendChecked(append(buf, '\n'), t.Narrative, period, was, again, remarks)
		} else if err := plain.Remarks(j.Stdout, page, j.style()); err != nil {
			return err
		}
	}
	if format == "json" {
		buf = append(append(buf, "],\n\"notice\":\""...), plumbline.TierNotice+"\"}\n"...)
		if _, err := j.Stdout.Write(buf); err != nil {
			return err
		}
	} else if len(j.texts) > 0 {
		fmt.Fprintf(j.Stdout, "%s on %s; %d held against the year before\n", count(found, "remark"), count(len(j.texts), "narrative"), compared)
		if formula {
			fmt.Fprintln(j.Stdout, plumbline.TierNotice)
		}
	}
	if found > 0 || j.failed > 0 {
		return errTold
	}
	return nil
}

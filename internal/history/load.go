package history

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"plumbline"
	"plumbline/internal/text"
)

// FirstReport is the year of the first report.
const FirstReport = 2001

// lastYear is a bound for slips of the pen.
const lastYear = 2099

// Load reads the tables of fsys/history. The countries are those that a row may
// name. Faults in the tables come back together as text.Diagnostics.
func Load(fsys fs.FS, countries plumbline.Countries) (*History, error) {
	l := loader{fsys: fsys, known: countries, sources: map[string]string{}, h: &History{
		countries: countries, rows: map[plumbline.CountryCode][]row{},
		treaty: map[plumbline.CountryCode][]plumbline.TreatyAction{}, last: FirstReport,
	}}
	for _, read := range []func() error{l.readSources, l.placements, l.treaties, l.waivers, l.childSoldiers, l.successions} {
		if err := read(); err != nil {
			return nil, fmt.Errorf("history: %w", err)
		}
	}
	if err := l.faults.Err(); err != nil {
		return nil, err
	}
	return l.h, nil
}

// loader is a Load under way.
type loader struct {
	fsys    fs.FS
	known   plumbline.Countries
	sources map[string]string // by name
	h       *History
	faults  text.Diagnostics
}

// each reads a table and calls do with each of its rows and that row's key: the
// first two cells. It reports rows that are out of order.
func (l *loader) each(name string, must bool, columns string, least int, do func(t *table, r []text.Cell)) error {
	t, err := readTable(l.fsys, name, must, columns, least)
	if err != nil {
		return err
	}
	for i, r := range t.rows {
		do(t, r)
		if i > 0 && least > 2 {
			a, b := t.rows[i-1], r
			if a[0].Text > b[0].Text || a[0].Text == b[0].Text && a[1].Text > b[1].Text {
				t.fault(b[0].Span, "sort the rows by their first column, then by their second",
					"%s %s behind %s %s", b[0].Text, b[1].Text, a[0].Text, a[1].Text)
			}
		}
	}
	l.faults = append(l.faults, t.faults...)
	return nil
}

func (l *loader) readSources() error {
	return l.each("sources.tsv", true, "name, what it is", 2, func(t *table, r []text.Cell) {
		if l.sources[r[0].Text] != "" {
			t.fault(r[0].Span, "join the two", "second row for source %q", r[0].Text)
		}
		l.sources[r[0].Text] = r[1].Text
	})
}

func (l *loader) placements() error {
	first := map[string]text.Cell{}
	return l.each("placements.tsv", true, "country, year, tier, known, source, note", 5, func(t *table, r []text.Cell) {
		p := plumbline.PastPlacement{Country: l.country(t, r[0]), Year: l.year(t, r[1]), Tier: plumbline.Tier(r[2].Text)}
		l.within(t, r[0], p.Year)
		if !slices.Contains(tiers, r[2].Text) {
			t.fault(r[2].Span, "tiers are "+strings.Join(tiers, ", "), "unknown tier %q", r[2].Text)
		}
		p.Verified, p.From = l.verified(t, r[3], p.Year)
		p.Source = l.source(t, r[4:])
		key := r[0].Text + " " + r[1].Text
		if tier, ok := first[key]; ok && tier.Text != r[2].Text {
			t.fault(r[2].Span, "keep the better source, and say in its note what the other one has",
				"contradictory placements: %s is %s on line %d and %s here", key, tier.Text, t.line(tier), r[2].Text)
		} else if ok {
			t.fault(r[0].Span, "keep the better source", "second row for %s; the first is on line %d", key, t.line(tier))
		} else {
			first[key] = r[2]
		}
		l.h.rows[p.Country] = append(l.h.rows[p.Country], row{p, r[4].Text})
		l.h.last = max(l.h.last, p.Year)
	})
}

func (l *loader) treaties() error {
	seen := map[string]bool{}
	return l.each("treaties.tsv", false, "country, date, action, source, note", 4, func(t *table, r []text.Cell) {
		a := plumbline.TreatyAction{Country: l.country(t, r[0]), Date: r[1].Text, Action: r[2].Text, Source: l.source(t, r[3:])}
		if _, err := time.Parse(time.DateOnly, a.Date); err != nil {
			t.fault(r[1].Span, "write it as 2005-12-31", "%q is no date", a.Date)
		}
		if !slices.Contains(actions, a.Action) {
			t.fault(r[2].Span, hint(a.Action, actions), "unknown action %q", a.Action)
		}
		key := r[0].Text + " " + a.Action
		if seen[key] {
			t.fault(r[2].Span, "a country does it once", "second %s of %s", a.Action, r[0].Text)
		}
		seen[key] = true
		l.h.treaty[a.Country] = append(l.h.treaty[a.Country], a)
	})
}

func (l *loader) waivers() error {
	for _, f := range []struct {
		file string
		kind plumbline.WaiverKind
	}{{"downgrade-waivers.tsv", plumbline.DowngradeWaiver}, {"restrictions-waivers.tsv", plumbline.RestrictionsWaiver}} {
		seen := map[string]bool{}
		err := l.each(f.file, false, "country, year, known, source, note", 4, func(t *table, r []text.Cell) {
			w := plumbline.Waiver{Kind: f.kind, Country: l.country(t, r[0]), Year: l.year(t, r[1])}
			l.within(t, r[0], w.Year)
			w.Verified, _ = l.verified(t, r[2], w.Year)
			w.Source = l.source(t, r[3:])
			l.once(t, r, seen)
			l.h.waivers = append(l.h.waivers, w)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) childSoldiers() error {
	seen := map[string]bool{}
	return l.each("child-soldier-lists.tsv", false, "country, year, source, note", 3, func(t *table, r []text.Cell) {
		c := plumbline.ChildSoldierListing{Country: l.country(t, r[0]), Year: l.year(t, r[1]), Source: l.source(t, r[2:])}
		l.within(t, r[0], c.Year)
		l.once(t, r, seen)
		l.h.soldiers = append(l.h.soldiers, c)
	})
}

func (l *loader) successions() error {
	return l.each("successions.tsv", false, "successor, predecessor, year", 3, func(t *table, r []text.Cell) {
		l.h.successions = append(l.h.successions, plumbline.Succession{
			Successor: l.country(t, r[0]), Predecessor: l.country(t, r[1]), Year: l.year(t, r[2])})
	})
}

var (
	tiers   = []string{"1", "2", "2WL", "3", "SC"}
	actions = []string{"signature", "ratification", "accession", "acceptance", "approval", "succession"}
)

func (l *loader) once(t *table, r []text.Cell, seen map[string]bool) {
	key := r[0].Text + " " + r[1].Text
	if seen[key] {
		t.fault(r[0].Span, "keep one", "second row for %s", key)
	}
	seen[key] = true
}

func (l *loader) country(t *table, c text.Cell) plumbline.CountryCode {
	code := plumbline.CountryCode(c.Text)
	if l.known.Find(code) == nil {
		codes := make([]string, len(l.known))
		for i := range l.known {
			codes[i] = string(l.known[i].Code)
		}
		help := "codes are listed in data/countries/countries.tsv"
		if near := text.Nearest(c.Text, codes); near != "" {
			help = "did you mean " + near + "? " + help
		}
		t.fault(c.Span, help, "unknown country %q", c.Text)
	}
	return code
}

// within reports a unit that did not exist in the report's year.
func (l *loader) within(t *table, c text.Cell, year int) {
	country := l.known.Find(plumbline.CountryCode(c.Text))
	if country == nil || year == 0 || len(country.Names) == 0 {
		return
	}
	if from, to := span(country); from != 0 && year < from || to != 0 && year > to {
		t.fault(c.Span, "its years stand in data/countries/countries.tsv", "%s has no report of %d", c.Text, year)
	}
}

// span returns the report years of a unit; 0 leaves an end open.
func span(c *plumbline.Country) (from, to int) {
	return c.Names[0].From, c.Names[len(c.Names)-1].To
}

func (l *loader) year(t *table, c text.Cell) int {
	n, err := strconv.Atoi(c.Text)
	if err != nil || len(c.Text) != 4 || n < FirstReport || n > lastYear {
		t.fault(c.Span, fmt.Sprintf("reports are of %d and later", FirstReport), "%q is no report year", c.Text)
		return 0
	}
	return n
}

// verified reads how a fact of the given year is known.
func (l *loader) verified(t *table, c text.Cell, year int) (plumbline.Verification, int) {
	word, rest, _ := strings.Cut(c.Text, " ")
	v := plumbline.Verification(word)
	switch {
	case (v == plumbline.Primary || v == plumbline.Secondary) && rest == "":
		return v, 0
	case v != plumbline.Derived:
		t.fault(c.Span, "it may be primary, secondary, or derived and a year", "unknown way of knowing %q", c.Text)
		return "", 0
	}
	from, err := strconv.Atoi(rest)
	if err != nil || year != 0 && from <= year || from > lastYear {
		t.fault(c.Span, "write the year of the later report whose text it was worked out from, such as derived 2018", "derived without a later year")
		return v, 0
	}
	return v, from
}

// source gives the words for the source in the first cell, with the note that
// may stand in the second.
func (l *loader) source(t *table, r []text.Cell) string {
	words, ok := l.sources[r[0].Text]
	if !ok {
		names := make([]string, 0, len(l.sources))
		for name := range l.sources {
			names = append(names, name)
		}
		slices.Sort(names)
		t.fault(r[0].Span, hint(r[0].Text, names), "unknown source %q", r[0].Text)
	}
	if len(r) > 1 && r[1].Text != "" {
		words += "; " + r[1].Text
	}
	return words
}

func hint(word string, list []string) string {
	if near := text.Nearest(word, list); near != "" {
		return "did you mean " + near + "?"
	}
	return "it may be " + strings.Join(list, ", ")
}

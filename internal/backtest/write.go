package backtest

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"text/tabwriter"

	"plumbline"
)

// The JSON of a back-test. What a reading cannot tell is null.
type (
	reportJSON struct {
		Year      int                  `json:"year"`
		Rows      []rowJSON            `json:"rows"`
		Summary   map[string]scoreJSON `json:"summary"`
		Baselines map[string]scoreJSON `json:"baselines"`
		Left      []string             `json:"left_out"`
		Notice    string               `json:"notice"`
	}
	rowJSON struct {
		Country   plumbline.CountryCode `json:"country"`
		Published plumbline.Tier        `json:"published"`
		Fitted    *plumbline.Tier       `json:"fitted"`
		Law       *plumbline.Tier       `json:"law"`
		Fold      int                   `json:"fold"`
	}
	scoreJSON struct {
		N         int                        `json:"n"`
		Coverage  float64                    `json:"coverage"`
		Accuracy  float64                    `json:"accuracy"`
		Kappa     float64                    `json:"kappa"`
		Recall    map[plumbline.Tier]float64 `json:"recall"`
		Order     [tiers]plumbline.Tier      `json:"order"`
		Confusion [tiers][tiers]int          `json:"confusion"`
	}
)

// WriteJSON prints r as one indented object.
func WriteJSON(w io.Writer, r *Report) error {
	out := reportJSON{Year: r.Year, Rows: []rowJSON{}, Left: append([]string{}, r.Left...), Notice: plumbline.TierNotice,
		Summary: map[string]scoreJSON{"fitted": r.Fitted.json(), "law": r.Law.json()}, Baselines: map[string]scoreJSON{}}
	for i := range r.Rows {
		row := &r.Rows[i]
		out.Rows = append(out.Rows, rowJSON{row.Country, row.Published, told(row.Fitted), told(row.Law), row.Fold})
	}
	for name, s := range r.Baselines {
		out.Baselines[name] = s.json()
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(out)
}

func told(t plumbline.Tier) *plumbline.Tier {
	if t == "" {
		return nil
	}
	return &t
}

func (s Score) json() scoreJSON {
	out := scoreJSON{s.N, round(s.Coverage), round(s.Accuracy), round(s.Kappa), map[plumbline.Tier]float64{}, plumbline.Ranked, s.Confusion}
	for t, v := range s.Recall {
		out.Recall[t] = round(v)
	}
	return out
}

func round(f float64) float64 { return math.Round(f*10000) / 10000 }

// WriteText prints r as plain tables.
func WriteText(w io.Writer, r *Report) error {
	b := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(b, "Back-test of %d: %d country-years in %d folds, read from evidence alone\n\n", r.Year, len(r.Rows), Folds)
	fmt.Fprintln(b, "\ttold\taccuracy\tkappa\trecall 3\t2WL\t2\t1")
	line := func(name string, s Score) {
		fmt.Fprintf(b, "%s\t%d\t%.3f\t%.3f", name, s.N, s.Accuracy, s.Kappa)
		for _, t := range plumbline.Ranked {
			fmt.Fprintf(b, "\t%.2f", s.Recall[t])
		}
		fmt.Fprintln(b)
	}
	line("fitted reading", r.Fitted)
	line("law reading", r.Law)
	for _, name := range slices.Sorted(maps.Keys(r.Baselines)) {
		line("baseline "+name, r.Baselines[name])
	}
	fmt.Fprintln(b, "\npublished, and what the fitted reading indicates\t3\t2WL\t2\t1")
	for i, t := range plumbline.Ranked {
		c := r.Fitted.Confusion[i]
		fmt.Fprintf(b, "%s\t%d\t%d\t%d\t%d\n", t.Name(), c[0], c[1], c[2], c[3])
	}
	for _, l := range r.Left {
		fmt.Fprintf(b, "left out %s\n", l)
	}
	fmt.Fprintf(b, "\n%s\n", plumbline.TierNotice)
	return b.Flush()
}

// outlierJSON is an Outlier as JSON.
type outlierJSON struct {
	Country   plumbline.CountryCode   `json:"country"`
	Published plumbline.Tier          `json:"published"`
	Fitted    plumbline.Tier          `json:"fitted"`
	Distance  float64                 `json:"distance"`
	Question  string                  `json:"question"`
	Drives    []plumbline.ElementName `json:"drives"`
	Neighbors []neighborJSON          `json:"neighbors"`
}

type neighborJSON struct {
	Country   plumbline.CountryCode `json:"country"`
	Published plumbline.Tier        `json:"published"`
	Apart     float64               `json:"apart"`
}

// WriteOutliersJSON prints outliers as one indented object.
func WriteOutliersJSON(w io.Writer, year int, list []Outlier, name func(plumbline.CountryCode) string) error {
	out := struct {
		Year     int           `json:"year"`
		Outliers []outlierJSON `json:"outliers"`
		Notice   string        `json:"notice"`
	}{year, []outlierJSON{}, plumbline.TierNotice}
	for i := range list {
		o := &list[i]
		j := outlierJSON{Country: o.Country, Published: o.Published, Fitted: o.Fitted, Distance: round(o.Distance), Question: o.Question(name),
			Drives: []plumbline.ElementName{}, Neighbors: []neighborJSON{}}
		for _, p := range o.Drives {
			j.Drives = append(j.Drives, p.Element)
		}
		for _, n := range o.Neighbors {
			j.Neighbors = append(j.Neighbors, neighborJSON{n.Country, n.Published, round(n.Apart)})
		}
		out.Outliers = append(out.Outliers, j)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(out)
}

package backtest

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"plumbline"
)

// Outlier is a country-year whose published tier lies far from what its own
// narrative supports. It is a question to whoever knows more, never a verdict.
type Outlier struct {
	Row
	Distance  float64 // points between its score and the nearest score that reads as the published tier
	Drives    []plumbline.Point
	Neighbors []Neighbor // the country-years with the most similar findings, nearest first
}

// Neighbor is a similar country-year.
type Neighbor struct {
	Country   plumbline.CountryCode
	Published plumbline.Tier
	Apart     float64 // Euclidean distance of their points, element by element
}

// How many neighbors and drives are shown.
const (
	neighbors = 5
	drives    = 4
)

// Outliers lists the country-years whose published tier is not the one that
// the fitted reading indicates, the farthest first. Each is read with points
// that its country did not help to calibrate.
func (r *Report) Outliers() []Outlier {
	var out []Outlier
	for i := range r.Rows {
		row := &r.Rows[i]
		if row.Fitted == "" || row.Fitted == row.Published {
			continue
		}
		o := Outlier{Row: *row, Distance: row.distance()}
		better := row.Fitted.Rank() > row.Published.Rank()
		for _, p := range row.Assessment.Fitted.Points {
			if p.Points > 0 == better && len(o.Drives) < drives {
				o.Drives = append(o.Drives, p)
			}
		}
		for j := range r.Rows {
			if j != i {
				n := &r.Rows[j]
				o.Neighbors = append(o.Neighbors, Neighbor{n.Country, n.Published, apart(row, n)})
			}
		}
		slices.SortFunc(o.Neighbors, func(a, b Neighbor) int {
			return cmp.Or(cmp.Compare(a.Apart, b.Apart), strings.Compare(string(a.Country), string(b.Country)))
		})
		o.Neighbors = o.Neighbors[:min(neighbors, len(o.Neighbors))]
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b Outlier) int {
		return cmp.Or(cmp.Compare(b.Distance, a.Distance), strings.Compare(string(a.Country), string(b.Country)))
	})
	return out
}

// distance is how far the score lies from the published tier's range.
func (r *Row) distance() float64 {
	p, score := r.Published.Rank(), r.Assessment.Fitted.Score
	if r.Fitted.Rank() > p {
		return score - r.cuts[p]
	}
	return r.cuts[p-1] - score
}

// apart is the distance of two country-years, element by element.
func apart(a, b *Row) float64 {
	points := map[plumbline.ElementName]float64{}
	for _, p := range a.Assessment.Fitted.Points {
		points[p.Element] += p.Points
	}
	for _, p := range b.Assessment.Fitted.Points {
		points[p.Element] -= p.Points
	}
	var squares []float64
	for _, d := range points {
		squares = append(squares, d*d)
	}
	slices.Sort(squares) // so that the sum does not depend on the order of a map
	sum := 0.0
	for _, s := range squares {
		sum += s
	}
	return math.Sqrt(sum)
}

// Question words an outlier.
func (o *Outlier) Question(name func(plumbline.CountryCode) string) string {
	same, like := 0, 0
	var near []string
	for _, n := range o.Neighbors {
		near = append(near, fmt.Sprintf("%s (%s)", name(n.Country), n.Published.Name()))
		if n.Published == o.Published {
			same++
		}
		if n.Published == o.Fitted {
			like++
		}
	}
	return fmt.Sprintf("Why is %s placed on %s? What its narrative tells of conduct reads like %s; of the %d most similar country-years %d are on %s and %d on %s: %s.",
		name(o.Country), o.Published.Name(), o.Fitted.Name(), len(o.Neighbors), same, o.Published.Name(), like, o.Fitted.Name(), strings.Join(near, ", "))
}

package eval

import (
	"encoding/json"
	"sort"
)

// Row breaks the claims figure down: one type, section or rule. Of a rule,
// gold is what its claims were matched with.
type Row struct {
	Name      string
	Hit       int // claims found
	Gold      int
	Pred      int
	ValenceOK int // of the claims found whose valence gold knows
	ValenceN  int
}

func (r *Row) add(c count) {
	r.Hit += c.Hit
	r.Gold += c.Gold
	r.Pred += c.Pred
}

func (r *Row) valence(ok bool) {
	r.ValenceN++
	if ok {
		r.ValenceOK++
	}
}

// Precision is the share of what was read that is in gold; false where nothing
// was read.
func (r *Row) Precision() (float64, bool) { return ratio(r.Hit, r.Pred) }

// Recall is the share of gold that was found; false where gold has none.
func (r *Row) Recall() (float64, bool) { return ratio(r.Hit, r.Gold) }

// F1 is the harmonic mean of precision and recall.
func (r *Row) F1() (float64, bool) { return ratio(2*r.Hit, r.Gold+r.Pred) }

// MarshalJSON writes shares of nothing as null.
func (r Row) MarshalJSON() ([]byte, error) {
	share := func(x float64, ok bool) json.RawMessage {
		if !ok {
			return json.RawMessage("null")
		}
		return json.RawMessage(rounded(x, 3))
	}
	return json.Marshal(struct {
		Name      string          `json:"name"`
		Hit       int             `json:"tp"`
		Gold      int             `json:"gold"`
		Pred      int             `json:"pred"`
		Precision json.RawMessage `json:"precision"`
		Recall    json.RawMessage `json:"recall"`
		F1        json.RawMessage `json:"f1"`
		ValenceOK int             `json:"valence_ok"`
		ValenceN  int             `json:"valence_n"`
	}{r.Name, r.Hit, r.Gold, r.Pred, share(r.Precision()), share(r.Recall()), share(r.F1()), r.ValenceOK, r.ValenceN})
}

// merge adds rows to a total.
func merge(total, rows map[string]*Row) {
	for name, r := range rows {
		t := at(total, name)
		t.add(count{r.Hit, r.Gold, r.Pred})
		t.ValenceOK += r.ValenceOK
		t.ValenceN += r.ValenceN
	}
}

// inOrder returns rows in the given order, what it lacks at the end by name.
func inOrder(rows map[string]*Row, order []string) []Row {
	place := make(map[string]int, len(order))
	for i, name := range order {
		place[name] = i - len(order)
	}
	out := list(rows)
	sort.SliceStable(out, func(i, j int) bool { return place[out[i].Name] < place[out[j].Name] })
	return out
}

// worstFirst returns rows with the most that is not in gold first.
func worstFirst(rows map[string]*Row) []Row {
	out := list(rows)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Pred-out[i].Hit > out[j].Pred-out[j].Hit })
	return out
}

// list returns rows by name.
func list(rows map[string]*Row) []Row {
	out := make([]Row, 0, len(rows))
	for _, r := range rows {
		out = append(out, *r)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

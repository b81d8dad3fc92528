package eval

import (
	"encoding/json"
	"sort"

	"plumbline"
)

// Report says how what was read stands to gold, over all entries together.
type Report struct {
	Entries           int
	MissingNarratives int // entries of which no narrative was read
	Citations         int
	BrokenCitations   int // quotes that are not the text at their span
	Figures           Figures
	Types             []Row // of conduct claims, in the order of the codebook
	Sections          []Row // likewise; a short entry has its parts as sections
	Rules             []Row // likewise; most wrong claims first
	Mistakes          []Mistake
}

// Score holds readings, by the Name of their Entry, against entries. An entry
// without a reading counts as one in which nothing was found.
func Score(entries []Entry, readings map[string]*plumbline.Reading) Report {
	r := Report{Entries: len(entries)}
	per := make([]*tally, len(entries))
	types, sections, rules := map[string]*Row{}, map[string]*Row{}, map[string]*Row{}
	for i := range entries {
		t := newTally(&entries[i], readings[entries[i].Name])
		per[i] = t
		if t.narrative == nil {
			r.MissingNarratives++
		}
		r.Citations += t.citations
		r.BrokenCitations += t.broken
		merge(types, t.types)
		merge(sections, t.sections)
		merge(rules, t.rules)
		sort.SliceStable(t.mistakes, func(a, b int) bool { return t.mistakes[a].before(&t.mistakes[b]) })
		r.Mistakes = append(r.Mistakes, t.mistakes...)
	}
	total := sum(per)
	ends := resample(per)
	for m := measure(0); m < measures; m++ {
		n := figureNames[m]
		value, ok := total[m].value(n.share)
		if !ok {
			continue
		}
		c := total[m]
		r.Figures = append(r.Figures, Figure{Name: n.name, Value: value, Share: n.share,
			Hit: c.Hit, Gold: c.Gold, Pred: c.Pred, Low: ends[m][0], High: ends[m][1]})
	}
	r.Types = inOrder(types, names(plumbline.ConductTypes))
	r.Sections = inOrder(sections, names(plumbline.SectionNames))
	r.Rules = worstFirst(rules)
	return r
}

// before puts what concerns the whole entry first, then goes by the text.
func (m *Mistake) before(o *Mistake) bool {
	if m.Span.Start != o.Span.Start {
		return m.Span.Start < o.Span.Start
	}
	if m.Kind != o.Kind {
		return m.Kind < o.Kind
	}
	if m.Fact != o.Fact {
		return m.Fact < o.Fact
	}
	return m.Type < o.Type
}

func sum(per []*tally) (total [measures]count) {
	for _, t := range per {
		for m := range total {
			total[m].add(t.figures[m])
		}
	}
	return total
}

func names[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

// MarshalJSON writes the figures with their names as keys; the mistakes are
// left to WriteMistakes.
func (r Report) MarshalJSON() ([]byte, error) {
	types := make(map[string]json.RawMessage, len(r.Types))
	for _, t := range r.Types {
		if f1, ok := t.F1(); ok {
			types[t.Name] = json.RawMessage(rounded(f1, 3))
		}
	}
	return json.Marshal(struct {
		Entries  int                        `json:"entries"`
		Missing  int                        `json:"missing_narratives"`
		Broken   int                        `json:"broken_citations"`
		Cited    int                        `json:"citations"`
		Figures  Figures                    `json:"figures"`
		Types    map[string]json.RawMessage `json:"types"`
		ByType   []Row                      `json:"by_type"`
		Sections []Row                      `json:"by_section"`
		Rules    []Row                      `json:"by_rule"`
	}{r.Entries, r.MissingNarratives, r.BrokenCitations, r.Citations, r.Figures, types, r.Types, r.Sections, r.Rules})
}

package extract

import (
	"slices"
	"sort"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// recommendations makes one claim of each item of the sentence st of the
// recommendations: items are parted by semicolons.
func (r *reader) recommendations(st token.Sentence) {
	for first := st.First; first < st.Last; {
		last := first
		for last < st.Last && r.text.Tokens[last].Mark != ';' {
			last++
		}
		r.recommendation(first, last)
		first = last + 1
	}
}

// recommendation makes a claim of the item [first, last).
func (r *reader) recommendation(first, last int) {
	for first < last && (r.text.Tokens[first].Kind >= token.Dash || r.a.InLexicon(first, r.lex.coordinator) > 0) {
		first++
	}
	for last > first && r.text.Tokens[last-1].Kind >= token.Dash && r.text.Tokens[last-1].Mark != ')' {
		last--
	}
	if last-first < 2 {
		return
	}
	topics := r.topics(first, last)
	c := plumbline.Claim{
		Type: plumbline.Recommendation, Section: plumbline.Recommendations, Certainty: plumbline.Certain,
		Aspect: plumbline.Planned, Source: plumbline.Author, FoundBy: "recommendation/item",
		Citation: plumbline.Citation{Span: r.span(first, last)},
	}
	c.Participants.Topics = topics
	c.Participants.Actor, c.Participants.Subject = r.own, r.own
	if r.watch != nil {
		r.watch.note(&c, r.topicLeads(topics, first, last))
	}
	r.seal(&c)
}

// topics returns the conduct types that the item [first, last) concerns, in
// the order of the codebook.
func (r *reader) topics(first, last int) []string {
	var types []plumbline.ClaimType
	from := sort.Search(len(r.matches), func(i int) bool { return r.matches[i].Trigger >= first })
	for from < len(r.matches) && r.matches[from].Trigger < last {
		to := from + 1
		for to < len(r.matches) && r.matches[to].Trigger < last && r.matches[to].Unit == r.matches[from].Unit {
			to++
		}
		r.weigh(r.matches[from:to], func(_ *grammar.Match, t *traits) bool { return t.conduct })
		from = to
		kept := r.kept[:0]
		for _, f := range r.found {
			if len(kept) == 0 || f.alone || r.besides(kept, f) {
				kept = append(kept, f)
				types = append(types, f.typ)
			}
		}
		r.kept = kept
	}
	var topics []string
	for _, t := range plumbline.ConductTypes {
		if slices.Contains(types, t) {
			topics = append(topics, string(t))
		}
	}
	return topics
}

// trendTopic gives a trend without a topic of its own that of its section.
func trendTopic(c *plumbline.Claim) {
	if c.Type != plumbline.Trend || len(c.Participants.Topics) > 0 {
		return
	}
	c.Participants.Topics = []string{string(c.Section)}
}

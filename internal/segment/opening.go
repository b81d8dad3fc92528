package segment

import (
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// open cuts the text before the first heading: the section that opens, and
// the one that begins by a rule inside it.
func (r *reading) open(l *layout, s text.Span) ([]plumbline.Section, plumbline.Tier) {
	var sections []plumbline.Section
	var rated plumbline.Tier
	first := plumbline.Section{Name: plumbline.Profile, Span: s}
	if len(l.parts) > 0 && l.parts[0].opens {
		first.Name = l.parts[0].name
	}
	for _, p := range l.parts {
		if len(p.rules) == 0 {
			continue
		}
		at, head, tier := r.begin(p.rules, s)
		if at < 0 {
			continue
		}
		first.Span.End = at
		if !head.Empty() {
			first.Span.End = head.Start
		}
		rated = tier
		sections = r.add(sections, first)
		return r.add(sections, plumbline.Section{Name: p.name, Span: text.Span{Start: at, End: s.End}, Heading: head}), rated
	}
	return r.add(sections, first), rated
}

// begin returns where a section begins in s by the first rule that holds, or
// -1, with the tier that heads it.
func (r *reading) begin(rules []rule, s text.Span) (at int, head text.Span, tier plumbline.Tier) {
	for _, rule := range rules {
		switch rule {
		case fromTier:
			if at, head, tier := r.rating(s); at >= 0 {
				return at, head, tier
			}
		case fromCompliance:
			if at := r.stated(s, meets); at >= 0 {
				return at, text.Span{}, ""
			}
		case fromOutcome:
			if at := r.stated(s, outcome); at >= 0 {
				return at, text.Span{}, ""
			}
		case fromLast:
			t := trim(r.src, s)
			if i := strings.LastIndex(t.In(r.src), "\n"); i >= 0 {
				return t.Start + i + 1, text.Span{}, ""
			}
		}
	}
	return -1, text.Span{}, ""
}

// rating finds the first paragraph of s that begins with a tier.
func (r *reading) rating(s text.Span) (at int, head text.Span, tier plumbline.Tier) {
	for from := s.Start; from < s.End; {
		line := lineAt(r.src[:s.End], from)
		from = line.End + 1
		p := trim(r.src, line)
		if p.Empty() {
			continue
		}
		if tier, n := ratedAt(p.In(r.src), 0); n > 0 {
			return p.Start + n, trim(r.src, text.Span{Start: p.Start, End: p.Start + n}), tier
		}
	}
	return -1, text.Span{}, ""
}

// stated returns the beginning of the first sentence of s that states a fact,
// or -1.
func (r *reading) stated(s text.Span, f fact) int {
	r.scan(s)
	for _, st := range r.statements {
		if st.phrase.fact == f && st.phrase.value != "none" {
			n := r.words.SentenceAt(st.first)
			return int(r.words.Tokens[r.words.Sentences[n].First].Start)
		}
	}
	return -1
}

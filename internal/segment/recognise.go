package segment

import (
	"plumbline/internal/text"
)

// samples is how many narratives are looked at to recognise a layout.
const samples = 8

// never is how a style without country headings fits a narrative that has one.
const never = -1000

// opening is how many bytes of a narrative are looked at to see how it opens.
const opening = 12000

// recognise returns the layout that the narratives fit best: their headings,
// the headings and order of their sections, how they open.
func (r *reading) recognise(plots []plot) *layout {
	best, most := r.layouts[0], 0
	plots = plots[:min(len(plots), samples)]
	for _, l := range r.layouts {
		sum := 0
		for _, p := range plots {
			sum += r.fit(l, p)
		}
		if l == r.layouts[0] || sum > most {
			best, most = l, sum
		}
	}
	return best
}

// fit says how well a narrative is set out as l expects.
func (r *reading) fit(l *layout, p plot) int {
	sum := 0
	f := p.heading.form
	if p.heading.span.Empty() {
		f = none
	}
	switch {
	case l.is(f):
		sum += 4
	case l.is(none):
		return never
	default:
		sum -= 4
	}
	if l.holds(r.year) {
		sum += 12
	}
	marks := chain(l, r.marks(l, p.body))
	found := make([]bool, len(l.parts))
	for _, m := range marks {
		found[m.part] = true
		sum += m.weight
	}
	missing := 0
	for i, part := range l.parts {
		if !found[i] && len(part.heads) > 0 && !part.opens {
			missing++
		}
	}
	if len(marks) == 0 { // some narratives have no sections under any layout
		missing = min(missing, 2)
	}
	sum -= 3 * missing
	end := p.body.End
	if len(marks) > 0 {
		end = marks[0].head.Start
	}
	return sum + r.opens(l, text.Span{Start: p.body.Start, End: end})
}

// opens says how well the text before the first section heading fits l.
func (r *reading) opens(l *layout, s text.Span) int {
	if s = trim(r.src, s); s.Empty() || len(l.parts) == 0 {
		return 0
	}
	s.End = min(s.End, s.Start+opening)
	sum := 0
	_, _, tier := r.rating(s)
	at, known := r.complied[s] // most layouts ask about the same text
	if !known {
		at = r.stated(s, meets)
		r.complied[s] = at
	}
	for _, p := range l.parts {
		switch {
		case p.hasRule(fromTier) && tier != "":
			sum += 4
		case p.hasRule(fromCompliance) && at > s.Start+80, len(p.rules) == 0 && p.opens && p.name == "assessment" && at >= 0 && at <= s.Start+80:
			sum += 4
		}
	}
	return sum
}

func (p *part) hasRule(want rule) bool {
	for _, r := range p.rules {
		if r == want {
			return true
		}
	}
	return false
}

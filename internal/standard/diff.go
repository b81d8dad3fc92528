package standard

import (
	"strings"

	"plumbline"
)

// Change is one way in which a version of the law differs from another. From
// and To are in words, side by side; one is empty where there is no
// counterpart.
type Change struct {
	Kind     ChangeKind
	From, To string
	Old, New plumbline.CriterionID // empty for what is no criterion
	What     string                // the title of the criterion, or the rule
}

// ChangeKind tells what changed.
type ChangeKind string

// The kinds of Change. A criterion is reworded where its title or gloss
// differs, and weighed otherwise where its formula does.
const (
	CriterionAdded      ChangeKind = "criterion added"
	CriterionDropped    ChangeKind = "criterion dropped"
	CriterionRenumbered ChangeKind = "criterion renumbered"
	CriterionReworded   ChangeKind = "criterion reworded"
	ElementAdded        ChangeKind = "element added"
	ElementDropped      ChangeKind = "element dropped"
	FormulaChanged      ChangeKind = "weighed otherwise"
	RuleChanged         ChangeKind = "rule changed"
)

// Diff lists how b differs from a: rules first, then criteria in the order of
// b, then those that b does not have any more.
func Diff(a, b *Standard) []Change {
	changes := rules(a, b)
	used := make([]bool, len(a.Criteria))
	for j := range b.Criteria {
		i := counterpart(a, b, j, used)
		if i < 0 {
			c := &b.Criteria[j]
			changes = append(changes, Change{Kind: CriterionAdded, To: c.Gloss, New: c.ID, What: c.Title})
			continue
		}
		used[i] = true
		changes = append(changes, criteria(a, b, i, j)...)
	}
	for i := range a.Criteria {
		if c := &a.Criteria[i]; !used[i] {
			changes = append(changes, Change{Kind: CriterionDropped, From: c.Gloss, Old: c.ID, What: c.Title})
		}
	}
	return changes
}

// counterpart finds the criterion of a that asks what criterion j of b does: of
// the same role and title, else with the most elements in common.
func counterpart(a, b *Standard, j int, used []bool) int {
	c, best, most := &b.Criteria[j], -1, 0
	for i := range a.Criteria {
		d := &a.Criteria[i]
		switch {
		case used[i] || d.Role != c.Role:
		case d.Title == c.Title:
			return i
		default:
			if n := common(d.Elements, c.Elements); n > most && !titled(b, d.Title) {
				best, most = i, n
			}
		}
	}
	return best
}

// titled reports whether a standard has a criterion with that title.
func titled(s *Standard, title string) bool {
	for i := range s.Criteria {
		if s.Criteria[i].Title == title {
			return true
		}
	}
	return false
}

func common(a, b []plumbline.Element) (n int) {
	for _, e := range a {
		if has(b, e.Name) {
			n++
		}
	}
	return n
}

func has(list []plumbline.Element, name plumbline.ElementName) bool {
	for _, e := range list {
		if e.Name == name {
			return true
		}
	}
	return false
}

// criteria lists how criterion j of b differs from its counterpart i of a.
func criteria(a, b *Standard, i, j int) (changes []Change) {
	c, d := &a.Criteria[i], &b.Criteria[j]
	add := func(kind ChangeKind, from, to string) {
		changes = append(changes, Change{Kind: kind, From: from, To: to, Old: c.ID, New: d.ID, What: d.Title})
	}
	if c.ID != d.ID {
		add(CriterionRenumbered, string(c.ID), string(d.ID))
	}
	if c.Gloss != d.Gloss || c.Title != d.Title {
		from, to := c.Gloss, d.Gloss
		if c.Title != d.Title {
			from, to = c.Title+": "+from, d.Title+": "+to
		}
		add(CriterionReworded, from, to)
	}
	for _, e := range d.Elements {
		if !has(c.Elements, e.Name) {
			add(ElementAdded, "", e.Gloss)
		}
	}
	for _, e := range c.Elements {
		if !has(d.Elements, e.Name) {
			add(ElementDropped, e.Gloss, "")
		}
	}
	// Numbers that moved do not make a formula another one.
	if from, to := a.titles(i), b.titles(j); from != to {
		add(FormulaChanged, a.gates[i].words(a.word, false), b.gates[j].words(b.word, false))
	}
	return changes
}

// titles is the formula of a criterion with other criteria named by title.
func (s *Standard) titles(i int) string {
	return s.gates[i].words(func(name string) string {
		for i := range s.Criteria {
			if s.Criteria[i].As == name {
				return s.Criteria[i].Title
			}
		}
		return name
	}, false)
}

// rules lists how what is no criterion differs.
func rules(a, b *Standard) (changes []Change) {
	for _, r := range []struct {
		what string
		of   func(*Standard) string
	}{
		{"scope", func(s *Standard) string { return s.Scope }},
		{"due date", func(s *Standard) string { return s.Due }},
		{"Special Watch List", func(s *Standard) string { return orNone(s.WatchList) }},
		{"data presumption", func(s *Standard) string { return orNone(s.Presumption) }},
		{"two-year rule", func(s *Standard) string { return TwoYears(s.TwoYear) }},
		{"reporting period", statutory},
		{"switches of reading", func(s *Standard) string { return orNone(switches(s)) }},
	} {
		if from, to := r.of(a), r.of(b); from != to {
			changes = append(changes, Change{Kind: RuleChanged, From: from, To: to, What: r.what})
		}
	}
	return changes
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func switches(s *Standard) string {
	var names []string
	for _, w := range s.Switches {
		names = append(names, w.Name+" ("+strings.Join(w.Values, " or ")+")")
	}
	return strings.Join(names, ", ")
}

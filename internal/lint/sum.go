package lint

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/token"
)

// whole is a figure that is broken down right behind it.
type whole struct {
	n     int64
	first int    // token of the figure
	last  int    // token behind what it counts
	what  string // what it counts, as the text has it
	head  string
}

// item is one part of a whole.
type item struct {
	n           int64
	label       string
	first, last int
}

// sums finds parts that do not fit their whole.
func (c *check) sums() {
	for i := range c.sentences {
		st := &c.sentences[i]
		if st.section == plumbline.Recommendations {
			continue
		}
		c.ofThese(i)
		for _, q := range st.quantities {
			n := c.nounBehind(st, q.Last)
			if q.Kind != token.Count || !q.Exact() || q.Approx || q.Min < 2 || n.head == "" {
				continue
			}
			w := whole{n: q.Min, first: q.First, last: n.last, what: c.Span(n.first, n.last).In(c.Source), head: n.head}
			if n.sex == "" {
				c.breakdown(st, w)
			}
			c.including(st, w)
			c.outOf(st, w)
		}
	}
}

// ofThese reads the parts of the one figure of the sentence before: "Of these,
// 19 were women and three were men".
func (c *check) ofThese(i int) {
	st := &c.sentences[i]
	if i == 0 || !c.is(st, st.First, "of these|those|them") || !c.mark(st, st.First+2, ',') || c.sentences[i-1].section != st.section {
		return
	}
	before := &c.sentences[i-1]
	var w whole
	for _, q := range before.quantities {
		if q.Kind != token.Count && q.Kind != token.Zero {
			continue
		}
		n := c.nounBehind(before, q.Last)
		if w.n > 0 && !c.is(before, q.First-2, "compared to|with") && !c.mark(before, q.First-1, '(') || !q.Exact() || q.Approx {
			return // of which?
		}
		if w.n == 0 {
			if n.head == "" || n.sex != "" {
				return
			}
			w = whole{n: q.Min, first: q.First, last: n.last, what: c.Span(n.first, n.last).In(c.Source), head: n.head}
		}
	}
	if w.n < 2 {
		return
	}
	items, all := c.items(st, st.First+3, st.Last)
	if exclusive(items) {
		c.weigh(w, items, !all, c.place(c.Span(st.First, items[len(items)-1].last)), c.place(c.Span(w.first, w.last)))
	}
}

// breakdown reads the parts that stand right behind a figure.
func (c *check) breakdown(st *sentence, w whole) {
	k := c.time(st, w.last)
	end, open := st.Last, false
	switch {
	case c.mark(st, k, '('):
		end = c.closing(st, k)
		k++
	case c.mark(st, k, ':'):
		k++
	case c.mark(st, k, '-'):
		k++
		for j := k; j < st.Last; j++ {
			if c.mark(st, j, '-') && c.Tokens[j].Is(token.Space) {
				end = j
			}
		}
	case c.mark(st, k, ',') && c.is(st, k+1, "including|comprising"), c.is(st, k, "including|comprising"):
		open = true
		if c.mark(st, k, ',') {
			k++
		}
		k++
	case c.mark(st, k, ',') && c.is(st, k+1, "of whom|which|these"):
		k += 3
	case c.mark(st, k, ',') && c.is(st, w.first-2, "of the|these|those"):
		k++
	case c.mark(st, k, ','):
		q, ok := c.countAt(st, k+1)
		if !ok || !c.is(st, q.Last, "of whom|which|these") {
			return
		}
		k++
	default:
		return
	}
	items, all := c.items(st, k, end)
	if !exclusive(items) {
		return
	}
	c.weigh(w, items, open || !all, c.place(c.Span(w.first, items[len(items)-1].last)))
}

// time returns the token behind words that say when, if they stand at token k.
func (c *check) time(st *sentence, k int) int {
	if c.is(st, k, "in") && c.year(st, k+1) > 0 {
		return k + 2
	}
	if c.is(st, k, "during") {
		for j := k; j < min(k+6, st.Last); j++ {
			if c.is(st, j, "period|year") {
				return j + 1
			}
		}
	}
	return k
}

// items reads a list of parts that begins at token k, each a figure with its
// label: "12 women, three men, and four girls". all is whether nothing says
// that there are more. A list that is of another year has no items.
func (c *check) items(st *sentence, k, end int) (items []item, all bool) {
	first := k
	if c.is(st, k, "both") {
		k++
	}
	for {
		q, ok := c.countAt(st, k)
		if !ok || q.Last > end {
			break
		}
		if !q.Exact() || q.Approx {
			return nil, false
		}
		it, next := c.item(st, q, end)
		items = append(items, it)
		if k = next; c.mark(st, k, ',') {
			k++
		}
		if c.is(st, k, "and") {
			k++
		}
		if k == next {
			break
		}
	}
	if c.has(st, first, min(k+3, end), "previous|prior|compared|respectively") {
		return nil, false
	}
	for _, q := range st.quantities {
		if q.First >= first && q.Last <= min(k+3, end) && q.Kind == token.Year && (c.Narrative.Year == 0 || atoi(q.Start) < c.Narrative.Year-1) {
			return nil, false
		}
	}
	return items, !c.has(st, first, min(k+6, end), "other|others|unknown|unspecified|remaining|rest|unidentified|undetermined|least")
}

// item reads the part whose figure is q, and returns the token behind it.
func (c *check) item(st *sentence, q token.Quantity, end int) (it item, k int) {
	it = item{n: q.Min, first: q.First, last: q.Last}
	var said []string
	for k = q.Last; k < end; k++ {
		m := c.Tokens[k].Mark
		if m == '(' {
			k = c.closing(st, k)
			continue
		}
		_, counts := c.countAt(st, k)
		_, joined := c.countAt(st, k+1)
		if m == ',' || m == ';' || m == '.' || m == ')' || m == '-' || counts || c.is(st, k, "and") && joined || c.is(st, k, "compared|while|but") {
			break
		}
		l := label[c.low[k]]
		if l == "" && k > q.Last+7 || l == "" && len(said) == 0 && (c.is(st, k, "of|for|with|who|whom|in") && label[c.word(st, k+1)] == "" && !c.is(st, k+1, "whom|which")) {
			continue
		}
		if l != "" && !oneOf(l, strings.Join(said, "|")) {
			said = append(said, l)
			it.last = k + 1
		}
	}
	slices.Sort(said)
	it.label = strings.Join(said, "+")
	if slices.Contains(said, "both") {
		it.label = "both"
	}
	return it, min(k, st.Last)
}

// countAt returns the count that begins at token k.
func (s *script) countAt(st *sentence, k int) (q token.Quantity, ok bool) {
	for _, q := range st.quantities {
		if q.First == k && (q.Kind == token.Count) {
			return q, true
		}
	}
	return q, false
}

// exclusive reports whether nobody can be in two of the items: two at least,
// each with a label of its own, all of one kind.
func exclusive(items []item) bool {
	seen := map[string]bool{}
	kinds := map[string]bool{}
	for _, it := range items {
		if it.label == "" || seen[it.label] {
			return false
		}
		seen[it.label] = true
		kinds[kindOf(it.label)] = true
	}
	if seen["children"] && !seen["adults"] && !seen["girls"] && !seen["boys"] { // women, men, and children
		delete(kinds, "age")
		if len(kinds) == 0 {
			return false
		}
	}
	return len(items) > 1 && len(kinds) == 1 && !kinds[""]
}

// kindOf says by what a label parts people: those of different kinds overlap.
func kindOf(label string) string {
	switch label {
	case "women", "men", "girls", "boys":
		return "sex and age"
	case "females", "males", "others":
		return "sex"
	case "adults", "children":
		return "age"
	case "adults+females", "adults+males", "children+females", "children+males":
		return "age with sex"
	case "sex", "labor", "labor+sex", "both":
		return "form"
	}
	return ""
}

// complete reports whether the labels of the items leave nobody out.
func complete(items []item) bool {
	seen := map[string]bool{}
	for _, it := range items {
		seen[it.label] = true
	}
	return seen["women"] && seen["men"] || seen["females"] && seen["males"] || seen["adults"] && seen["children"] ||
		seen["girls"] && seen["boys"] || seen["sex"] && seen["labor"] && (seen["both"] || seen["labor+sex"])
}

// overlapping reports whether one person can be counted under two labels after
// all: a victim of both forms, where no part is of both.
func overlapping(items []item) bool {
	seen := map[string]bool{}
	for _, it := range items {
		seen[it.label] = true
	}
	return (seen["sex"] || seen["labor"]) && !seen["both"] && !seen["labor+sex"]
}

// weigh holds the sum of the items against the whole.
func (c *check) weigh(w whole, items []item, open bool, at ...plumbline.Place) {
	var sum int64
	for _, it := range items {
		sum += it.n
	}
	switch {
	case sum > w.n && !overlapping(items):
		c.remark(plumbline.SumDiffers, plumbline.Certain,
			fmt.Sprintf("the parts add up to %s, more than the %s %s that they are parts of", thousands(sum), thousands(w.n), clean(w.what)),
			"compare the figures with the source of the sentence", at...)
	case sum < w.n && !open && complete(items):
		c.remark(plumbline.SumDiffers, plumbline.Probable,
			fmt.Sprintf("the parts add up to %s, %s fewer than the %s %s that they are told as all of", thousands(sum), thousands(w.n-sum), thousands(w.n), clean(w.what)),
			"compare the figures with the source of the sentence; perhaps some are of unknown sex or age", at...)
	}
}

// including finds a part that is larger than its whole: "18 cases, including
// 20 cases of forced labor".
func (c *check) including(st *sentence, w whole) {
	k := c.time(st, w.last)
	if c.mark(st, k, ',') {
		k++
	}
	if !c.is(st, k, "including") {
		return
	}
	c.larger(st, w, k+1)
}

// outOf finds more taken out of a whole than it has: "Of the 20 victims, 25
// were children".
func (c *check) outOf(st *sentence, w whole) {
	if !c.is(st, w.first-1, "the|these|those") || !c.is(st, w.first-2, "of") || w.first-2 != st.First && !c.mark(st, w.first-3, ',') && !c.mark(st, w.first-3, ';') {
		return
	}
	k := c.time(st, w.last)
	for k < st.Last && !c.mark(st, k, ',') {
		if _, ok := c.countAt(st, k); ok || k > w.last+12 {
			return
		}
		k++
	}
	c.larger(st, w, k+1)
}

// larger remarks on the figure at token k where it is larger than the whole
// and counts the same.
func (c *check) larger(st *sentence, w whole, k int) {
	q, ok := c.countAt(st, k)
	if !ok || !q.HasMin || q.Min <= w.n || q.Approx {
		return
	}
	n := c.nounBehind(st, q.Last)
	if n.head != w.head && (n.head != "" || !c.is(st, q.Last, "were|was|of|had|are|remained")) {
		return
	}
	c.remark(plumbline.SumDiffers, plumbline.Certain,
		fmt.Sprintf("%s of %s %s: the part is larger than the whole", thousands(q.Min), thousands(w.n), clean(w.what)),
		"compare the figures with the source of the sentence", c.place(c.Span(w.first, max(n.last, q.Last))))
}

package history

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plumbline"
)

// Options says how a clock is read. The zero value is what the Department does.
type Options struct {
	Report   int  // the year of the report under test; 0 for the year asked for
	AnyLimb  bool // count every limb of the special watch list: upgrades to Tier 1 and from Tier 3 too
	Untested bool // no report is under test: rows worked out from the text of that year count too
}

// Clock says where the country stands under the two-year rule when the report
// of year is made. Rows of the report under test, and rows worked out from its
// text, are no history for it.
func (h *History) Clock(country plumbline.CountryCode, year int, rule plumbline.TwoYearRule, opt Options) plumbline.Clock {
	c := plumbline.Clock{Country: country, Year: year}
	unit := h.countries.Find(country)
	switch {
	case rule.CountsFrom == 0:
		c.Reason = fmt.Sprintf("the law that governs the report of %d has no two-year rule", year)
		return settled(c)
	case year <= rule.CountsFrom:
		c.Reason = fmt.Sprintf("the years on Tier 2 Watch List count from the report of %d", rule.CountsFrom)
		return settled(c)
	case unit != nil && len(unit.Names) > 0 && ended(unit, year):
		_, last := span(unit)
		c.Reason = fmt.Sprintf("the reports rated this unit to %d only; it hands no years on to its successors", last)
		return settled(c)
	}
	c.Applies = true
	t := &timer{h: h, country: country, rule: rule, opt: opt, report: opt.Report}
	if t.report == 0 && !opt.Untested {
		t.report = year
	}
	r := t.run(year-1, rule.CountsFrom, t.counts)
	c.AtLeast, c.AtMost, c.Missing, c.Derived = r.sure, r.most, r.missing, r.derived
	limit := rule.Years + rule.WaiverYears
	if r.known() {
		c.Consecutive = figure(r.sure)
		c.WaiversUsed = figure(max(0, r.sure-rule.Years))
		c.WaiversLeft = figure(max(0, limit-max(r.sure, rule.Years)))
	}
	c.MustWaive = both(r, func(n int) bool { return rule.Years <= n && n < limit })
	c.Automatic = both(r, func(n int) bool { return n >= limit })
	t.relist(&c, r)
	t.ahead(&c, r)
	c.Reason = t.reason(&c, r)
	return c
}

// ahead says which reports are the next steps if the country stays on the list.
func (t *timer) ahead(c *plumbline.Clock, r run) {
	first := c.Year - r.sure // of the years that count
	switch {
	case c.Automatic == plumbline.Yes:
		c.Due, c.Last = c.Year, c.Year
		c.WaiversLeft = figure(0)
	case !r.known() || r.sure == 0 || c.Relisted == plumbline.NotSaid:
	case c.Relisted == plumbline.Yes:
		c.Due = first + t.rule.RelistingYears
		c.Last = c.Due
	default:
		c.Due = max(c.Year, first+t.rule.Years)
		c.Last = first + t.rule.Years + t.rule.WaiverYears
	}
}

func figure(n int) plumbline.Figure { return plumbline.Figure{N: int64(n), Known: true} }

func ended(c *plumbline.Country, year int) bool {
	_, last := span(c)
	return last != 0 && year > last
}

// settled completes a clock that does not run.
func settled(c plumbline.Clock) plumbline.Clock {
	c.Consecutive, c.WaiversUsed = figure(0), figure(0)
	c.Relisted, c.MustWaive, c.Automatic = plumbline.No, plumbline.No, plumbline.No
	return c
}

// timer counts the years of one clock.
type timer struct {
	h       *History
	country plumbline.CountryCode
	rule    plumbline.TwoYearRule
	opt     Options
	report  int
}

// run is a row of years that end before a report.
type run struct {
	sure, most       int // how many there are at least and at most
	end              int // the first year before it that is certainly not one; 0 where counting stopped
	missing, derived []int
}

func (r *run) known() bool { return r.sure == r.most }

// both answers a question on the number of years, where all numbers that are
// possible give the same answer.
func both(r run, is func(n int) bool) plumbline.Answer {
	first := is(r.sure)
	for n := r.sure + 1; n <= r.most; n++ {
		if is(n) != first {
			return plumbline.NotSaid
		}
	}
	if first {
		return plumbline.Yes
	}
	return plumbline.No
}

// run counts the years from year down to first for which is says yes.
func (t *timer) run(year, first int, is func(year int) (plumbline.Answer, []int)) run {
	var r run
	for ; year >= first; year-- {
		answer, derived := is(year)
		r.derived = append(r.derived, derived...)
		if answer == plumbline.No {
			r.end = year
			break
		}
		if answer == plumbline.NotSaid {
			r.missing = append(r.missing, year)
		} else if len(r.missing) == 0 {
			r.sure++
		}
		r.most++
	}
	if len(r.missing) == 0 {
		r.most = r.sure
	}
	slices.Sort(r.missing)
	slices.Sort(r.derived)
	r.derived = slices.Compact(r.derived)
	return r
}

// counts reports whether the country was on the list in the report of year, and
// which years are known from later texts only.
func (t *timer) counts(year int) (plumbline.Answer, []int) {
	now := t.h.at(t.country, year, t.report)
	if now == nil {
		return plumbline.NotSaid, nil
	}
	var derived []int
	if now.Verified == plumbline.Derived {
		derived = append(derived, year)
	}
	if now.Tier == plumbline.Tier2WL {
		return plumbline.Yes, derived
	}
	if !t.opt.AnyLimb || now.Tier != plumbline.Tier1 && now.Tier != plumbline.Tier2 {
		return plumbline.No, derived
	}
	before := t.h.at(t.country, year-1, t.report)
	switch {
	case before == nil:
		return plumbline.NotSaid, derived
	case before.Tier == plumbline.Tier3 || now.Tier == plumbline.Tier1 && now.Tier.MoveFrom(before.Tier) == plumbline.Upgraded:
		return plumbline.Yes, derived
	}
	return plumbline.No, derived
}

// relist says whether the limit of (F) holds, which comes before that of (D).
func (t *timer) relist(c *plumbline.Clock, r run) {
	c.Relisted = plumbline.No
	if t.rule.RelistingYears == 0 {
		return
	}
	if !r.known() { // how far back the years go decides it
		if r.most > 0 {
			c.Relisted = plumbline.NotSaid
			if c.Automatic != plumbline.Yes && r.most >= t.rule.RelistingYears {
				c.Automatic, c.MustWaive = plumbline.NotSaid, plumbline.NotSaid
			}
		}
		return
	}
	if r.end == 0 || t.tier(r.end) != plumbline.Tier3 {
		return
	}
	low := t.run(r.end, t.rule.CountsFrom, func(year int) (plumbline.Answer, []int) { return t.is(year, plumbline.Tier3) })
	high := run{sure: -1}
	if low.known() && low.end != 0 {
		high = t.run(low.end, t.rule.CountsFrom, t.counts)
		c.Relisted = both(high, func(n int) bool { return n >= t.rule.Years })
	} else if !low.known() {
		c.Relisted = plumbline.NotSaid
	}
	switch {
	case c.Relisted == plumbline.Yes:
		c.WaiversLeft = figure(0)
		c.MustWaive, c.Automatic = plumbline.No, answer(r.sure >= t.rule.RelistingYears)
		c.Derived = union(c.Derived, low.derived, high.derived)
	case c.Relisted == plumbline.NotSaid && c.Automatic != plumbline.Yes:
		c.Missing = union(c.Missing, low.missing, high.missing)
		c.WaiversLeft = plumbline.Figure{}
		if r.sure >= t.rule.RelistingYears {
			c.MustWaive, c.Automatic = plumbline.NotSaid, plumbline.NotSaid
		}
	}
}

func answer(yes bool) plumbline.Answer {
	if yes {
		return plumbline.Yes
	}
	return plumbline.No
}

func union(lists ...[]int) []int {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

func (t *timer) tier(year int) plumbline.Tier {
	if r := t.h.at(t.country, year, t.report); r != nil {
		return r.Tier
	}
	return ""
}

// is reports whether the country was on the tier in the report of year.
func (t *timer) is(year int, tier plumbline.Tier) (plumbline.Answer, []int) {
	r := t.h.at(t.country, year, t.report)
	if r == nil {
		return plumbline.NotSaid, nil
	}
	var derived []int
	if r.Verified == plumbline.Derived {
		derived = append(derived, year)
	}
	return answer(r.Tier == tier), derived
}

// reason says in plain words what the clock rests on and what comes next.
func (t *timer) reason(c *plumbline.Clock, r run) string {
	said := []string{t.counted(c, r)}
	if len(c.Derived) > 0 {
		said = append(said, are(c.Derived)+" known only from a later report's text")
	}
	again := fmt.Sprintf("Tier 2 Watch List in the report of %d", c.Year)
	switch {
	case c.Automatic == plumbline.Yes && c.Relisted == plumbline.Yes:
		said = append(said, again+" is barred, for after a downgrade under this rule the stay is limited to "+years(t.rule.RelistingYears)+"; list C, Tier 3, follows unless the country is rated higher")
	case c.Automatic == plumbline.Yes:
		said = append(said, again+" is barred, for no downgrade waiver is left; list C, Tier 3, follows unless the country is rated higher")
	case c.MustWaive == plumbline.Yes:
		left := "how many are left is unknown"
		if c.WaiversLeft.Known {
			left = fmt.Sprintf("%d left", c.WaiversLeft.N)
		}
		said = append(said, again+" would need a downgrade waiver ("+left+"); without one list C, Tier 3, follows")
	case c.Automatic == plumbline.No && c.MustWaive == plumbline.No:
		said = append(said, again+" would need no downgrade waiver")
		switch c.Relisted {
		case plumbline.Yes:
			said = append(said, "after a downgrade under this rule the stay would be limited to "+years(t.rule.RelistingYears))
		case plumbline.NotSaid:
			said = append(said, "whether the stay would be limited, as it is after a downgrade under this rule, is unknown: "+are(c.Missing)+" not known")
		}
	default:
		said = append(said, "whether "+again+" would need a downgrade waiver or is barred is unknown")
	}
	return strings.Join(said, "; ")
}

// counted says how many years count, and why no more.
func (t *timer) counted(c *plumbline.Clock, r run) string {
	switch {
	case r.known() && r.sure == 0:
		return fmt.Sprintf("%s in %d: no year on Tier 2 Watch List that counts", t.tier(c.Year-1).Name(), c.Year-1)
	case r.known():
		return fmt.Sprintf("%s in a row on Tier 2 Watch List, %s", years(r.sure), list(count(c.Year-r.sure, c.Year-1)))
	case r.sure > 0:
		return fmt.Sprintf("at least %s in a row on Tier 2 Watch List and at most %d, for %s not known", years(r.sure), r.most, are(r.missing))
	}
	return fmt.Sprintf("at most %s in a row on Tier 2 Watch List, for %s not known", years(r.most), are(r.missing))
}

func years(n int) string {
	if n == 1 {
		return "1 year"
	}
	return fmt.Sprintf("%d years", n)
}

// are writes years with their verb.
func are(years []int) string {
	if len(years) == 1 {
		return list(years) + " is"
	}
	return list(years) + " are"
}

func count(from, to int) []int {
	var list []int
	for ; from <= to; from++ {
		list = append(list, from)
	}
	return list
}

// list writes years as people do: 2011-2014 and 2016.
func list(years []int) string {
	var parts []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		part := strconv.Itoa(years[i])
		switch {
		case j == i+1:
			parts = append(parts, part)
			part = strconv.Itoa(years[j])
		case j > i:
			part += fmt.Sprintf("-%d", years[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
	return strings.Join(parts, "")
}

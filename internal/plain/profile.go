package plain

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"plumbline/internal/view"
	"plumbline/internal/wording"

	"plumbline"
)

// ProfileData is what Profile shows.
type ProfileData struct {
	Country   string // the name to head the page; empty for the one that Names has for the year
	Year      int    // 0 for the narrative's
	Narrative *plumbline.Narrative
	Claims    []plumbline.Claim   // of the narrative, in the order of the text
	Document  *plumbline.Document // may be nil: then headings and hedges are not quoted
	Doubts    []plumbline.Doubt   // of the narrative
	Sample    bool
	Names     plumbline.Countries
}

// profile is a page under way.
type profile struct {
	*pen
	ProfileData
	text  string
	cited citations
	acts  map[string]int // the citation at which an act was first told
}

// Profile prints a country-year: the placement, what trafficking looks like
// there, what the government did, and at the end every citation in full.
func Profile(w io.Writer, d ProfileData, s Style) error {
	if d.Year == 0 {
		d.Year = d.Narrative.Year
	}
	if d.Country == "" {
		d.Country = d.Names.Name(d.Narrative.Country, d.Year)
	}
	if d.Country == "" {
		d.Country = "Country not known"
	}
	p := &profile{pen: newPen(s), ProfileData: d, acts: map[string]int{}}
	if d.Document != nil {
		p.text, p.cited.in = d.Document.Text, d.Document
	}
	p.opens(d.Sample)
	p.head()
	p.situation()
	p.conduct()
	p.recommendations()
	p.citations(&p.cited)
	p.closes(d.Sample)
	return p.flush(w)
}

// situation prints the profile: what trafficking looks like there.
func (p *profile) situation() {
	p.part("PROFILE")
	before := p.b.Len()
	p.roles()
	p.forms()
	p.flows()
	p.estimates()
	p.schemes("Exploitation", plumbline.Exploitation)
	p.schemes("Vulnerability", plumbline.Vulnerability)
	p.schemes("Means", plumbline.Means)
	p.unknown()
	if p.b.Len() == before {
		p.blank()
		p.para(2, faint, "Nothing was read.")
	}
}

func (p *profile) roles() {
	plain, others := view.Roles(p.Narrative.Country, p.Claims)
	if len(plain)+len(others) == 0 {
		return
	}
	p.heading("Roles")
	at := map[string][]int{} // of roles that are stated flatly and without more
	for _, c := range plain {
		for _, role := range c.Participants.Roles {
			at[role] = append(at[role], p.cited.claim(c))
		}
	}
	p.where(at, []string{"source", "transit", "destination", "internal"})
	for _, c := range others {
		x := &c.Participants
		p.statement(c, wording.IDs(x.Roles), wording.Under("of ", p.otherThanOwn(x.Subject)), wording.Dots(wording.IDs(x.Victims), wording.IDs(x.Forms)))
	}
}

// where lists ids of the codebook in its order, others behind by name, each
// with the citations at which it is said.
func (p *profile) where(at map[string][]int, order []string) {
	rank := func(s string) int {
		if i := slices.Index(order, s); i >= 0 {
			return i
		}
		return len(order)
	}
	byOrder := func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) }
	for _, s := range slices.SortedFunc(maps.Keys(at), byOrder) {
		cites := slices.Compact(slices.Sorted(slices.Values(at[s])))
		p.entry(entry{indent: 2, room: statementRoom, label: wording.ID(s), body: []string{numbers(cites)}})
	}
}

// forms lists each form of exploitation with where it is said. Laws and deeds
// that name a form do not say that it occurs.
func (p *profile) forms() {
	at := map[string][]int{}
	for i := range p.Claims {
		c := &p.Claims[i]
		if !view.AssertsForms(c) {
			continue
		}
		for _, f := range c.Participants.Forms {
			at[f] = append(at[f], p.cited.claim(c))
		}
	}
	if len(at) > 0 {
		p.heading("Forms")
		p.where(at, plumbline.Forms)
	}
}

// estimates never shows a number without saying of whom it is.
func (p *profile) estimates() {
	list := view.OfType(p.Claims, plumbline.Estimate)
	if len(list) == 0 {
		return
	}
	p.heading("Estimates, and of whom they are")
	for _, c := range list {
		p.statement(c, cmp.Or(wording.ID(c.Quantity.Of), "not said of whom"), cmp.Or(wording.Amount(c.Quantity), "number not given"),
			"“"+wording.Clean(c.Citation.Quote)+"”")
	}
}

// schemes prints the claims of a type of the profile, the most common first.
func (p *profile) schemes(name string, t plumbline.ClaimType) {
	list := view.Schemes(p.Claims, t)
	if len(list) == 0 {
		return
	}
	p.heading(name)
	for _, c := range list {
		x := &c.Participants
		what := wording.IDs(x.Forms)
		if t == plumbline.Vulnerability {
			what = wording.IDs(x.Factors)
		}
		p.statement(c, wording.IDs(x.Victims), wording.Dots(what, wording.Under("in ", wording.IDs(x.Sectors)), wording.Under("by ", wording.IDs(x.Means)),
			wording.Under("at the hands of ", wording.IDs(x.Perpetrators))), "“"+wording.Clean(c.Citation.Quote)+"”")
	}
}

// unknown prints what the author says that he does not know. None of it may
// be read as saying that the thing happens, or that it does not.
func (p *profile) unknown() {
	list := view.Unknowns(p.Claims)
	if len(list) == 0 {
		return
	}
	p.heading("What the author does not know")
	for _, c := range list {
		word, _ := markWord(c)
		p.statement(c, word, "“"+wording.Clean(c.Citation.Quote)+"”")
	}
}

// The text of every statement begins in the same column.
const (
	statementRoom = 20
	conductRoom   = statementRoom - 2
)

// statement prints a claim of the profile. What is longer than about two lines
// is cut: the citation has the whole.
func (p *profile) statement(c *plumbline.Claim, label string, what ...string) {
	e := entry{indent: 2, room: statementRoom, label: cmp.Or(label, "·"), cites: []int{p.cited.claim(c)}}
	for _, s := range wording.Lines(what...) {
		e.body = append(e.body, wrapAtMost(s, p.bodyWidth(e), 2)...)
	}
	e.more = wording.Lines(wording.Dots(wording.ID(string(c.Frequency)), wording.When(c.Time), wording.Promise(c), wording.Hedge(c, p.text)), wording.Silence(c.Reporting))
	p.entry(e)
}

func (p *profile) name(code string) string { return p.country(plumbline.CountryCode(code)) }

func (p *profile) country(code plumbline.CountryCode) string { return p.Names.Name(code, p.Year) }

func (p *profile) countries(codes []string) string {
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = p.name(c)
	}
	return strings.Join(names, ", ")
}

// otherThanOwn names the countries of codes where the narrative's own is not
// among them.
func (p *profile) otherThanOwn(codes []string) string {
	if slices.Contains(codes, string(p.Narrative.Country)) {
		return ""
	}
	return p.countries(codes)
}

// numbers writes citation numbers: [1] [3].
func numbers(list []int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = "[" + strconv.Itoa(n) + "]"
	}
	return strings.Join(words, " ")
}

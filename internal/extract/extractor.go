package extract

import (
	"io/fs"
	"sync"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/mention"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// folder is where the rule files lie in the file system handed to Load.
const folder = "grammar"

// Extractor finds claims. It does not change after Load and may be used by any
// number of goroutines.
type Extractor struct {
	grammar *grammar.Grammar
	places  *mention.Gazetteer
	numbers *token.Numbers
	scanner token.Scanner
	lex     lexicons
	traits  map[*grammar.Rule]*traits
	pool    sync.Pool
}

// Load compiles the rule files of fsys. Words that they speak of are added to
// v, which must be the vocabulary that places was loaded with.
func Load(fsys fs.FS, v *token.Vocab, places *mention.Gazetteer) (*Extractor, error) {
	x := &Extractor{places: places, numbers: token.NewNumbers(v), scanner: token.Scanner{Vocab: v}}
	g, err := grammar.Load(fsys, folder, v, grammar.Options{
		Types: claimTypes(), Classes: classes, Settings: settings, Cues: cueKinds,
	})
	if err != nil {
		return nil, err
	}
	x.grammar = g
	if err := x.lex.find(g); err != nil {
		return nil, err
	}
	x.traits = make(map[*grammar.Rule]*traits, len(g.Rules))
	for _, r := range g.Rules {
		x.traits[r] = traitsOf(r)
	}
	x.pool.New = func() any { return &reader{Extractor: x} }
	return x, nil
}

// Rules returns the grammar that the Extractor was loaded with.
func (x *Extractor) Rules() *grammar.Grammar { return x.grammar }

// Extract appends the claims of narrative n of document d to dst.
func (x *Extractor) Extract(dst []plumbline.Claim, d *plumbline.Document, n *plumbline.Narrative) []plumbline.Claim {
	r := x.pool.Get().(*reader)
	defer x.pool.Put(r)
	r.begin(d, n)
	for i := range n.Sections {
		r.section(&n.Sections[i])
	}
	return append(dst, r.finish()...)
}

// reader reads one narrative. Its slices are kept from one to the next.
type reader struct {
	*Extractor
	doc       *plumbline.Document
	narrative *plumbline.Narrative
	sect      *plumbline.Section
	aliases   mention.Aliases

	text     token.Text
	mentions []mention.Mention
	figures  []token.Quantity
	marks    []grammar.Mark
	a        grammar.Analysis
	matches  []grammar.Match
	units    []unitView
	found    []found
	claims   []draft
	watch    *watch // not nil while explaining
}

// draft is a claim in the making, with the section that it lies in.
type draft struct {
	plumbline.Claim
	order int
}

func (r *reader) begin(d *plumbline.Document, n *plumbline.Narrative) {
	r.doc, r.narrative = d, n
	r.claims = r.claims[:0]
	r.aliases = mention.Aliases{Own: n.Country, Year: n.Year}
	for i := range n.Sections {
		r.scanner.Scan(&r.text, d.Text, n.Sections[i].Span, n.Furniture)
		r.places.Define(&r.text, &r.aliases)
	}
}

func (r *reader) section(s *plumbline.Section) {
	r.sect = s
	r.scanner.Scan(&r.text, r.doc.Text, s.Span, r.narrative.Furniture)
	r.mentions = r.places.Find(r.mentions[:0], &r.text, &r.aliases)
	m := 0
	for _, st := range r.text.Sentences {
		first := m
		for m < len(r.mentions) && r.mentions[m].Last <= st.Last {
			m++
		}
		r.sentence(st, r.mentions[first:m])
	}
}

// sentence reads one sentence with the places named in it.
func (r *reader) sentence(st token.Sentence, places []mention.Mention) {
	r.figures = r.numbers.Find(r.figures[:0], &r.text, st.First, st.Last)
	r.mark(places)
	r.grammar.Analyse(&r.a, &r.text, st.First, st.Last, r.marks)
	if r.sect.Name == plumbline.Recommendations {
		r.recommendations(st)
		return
	}
	r.view()
	r.matches = r.grammar.Match(r.matches[:0], &r.a, r.accepts)
	r.profile(places)
	r.conduct()
}

// accepts reports whether a rule applies in the section that is being read.
func (r *reader) accepts(rule *grammar.Rule) bool {
	return r.traits[rule].sections&sectionBit(r.sect.Name) != 0
}

// span returns the bytes of tokens [i, j).
func (r *reader) span(i, j int) text.Span { return r.text.Span(i, j) }

func claimTypes() []string {
	names := make([]string, len(plumbline.ClaimTypes))
	for i, t := range plumbline.ClaimTypes {
		names[i] = string(t)
	}
	return names
}

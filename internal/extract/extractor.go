package extract

import (
	"io/fs"
	"maps"
	"slices"
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
	traits  []traits // by Rule.Index
	pool    sync.Pool
}

// Load compiles the rule files of fsys. Words that they speak of are added to
// v, which must be the vocabulary that places was loaded with.
func Load(fsys fs.FS, v *token.Vocab, places *mention.Gazetteer) (*Extractor, error) {
	x := &Extractor{places: places, numbers: token.NewNumbers(v), scanner: token.Scanner{Vocab: v}}
	g, err := grammar.Load(fsys, folder, v, grammar.Options{
		Types: claimTypes(), Classes: classes, Settings: settings, Cues: cueKinds, Lexicons: slices.Collect(maps.Keys(x.lex.wanted())),
	})
	if err != nil {
		return nil, err
	}
	x.grammar = g
	if err := x.lex.find(g); err != nil {
		return nil, err
	}
	x.traits = make([]traits, len(g.Rules))
	for i, r := range g.Rules {
		x.traits[i] = traitsOf(r)
	}
	g.Place(func(r *grammar.Rule) uint32 { return x.traits[r.Index].where })
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
	return r.finish(dst)
}

// reader reads one narrative. Its slices are kept from one to the next.
type reader struct {
	*Extractor
	doc       *plumbline.Document
	narrative *plumbline.Narrative
	sect      *plumbline.Section
	aliases   mention.Aliases

	parts    []text.Span
	text     token.Text
	mentions []mention.Mention // of the narrative
	figures  []token.Quantity
	marks    []grammar.Mark
	a        grammar.Analysis
	matches  []grammar.Match
	units    []unitView
	refs     []reference      // of the units
	before   [2]sought        // for one, for many
	other    grammar.Analysis // of a sentence before, while it is looked at
	found    []found
	kept     []found           // of those, what becomes a claim
	cuts     []int             // of clauses
	here     []mention.Mention // the places named in the sentence
	spots    []placeList       // those of the clause that is being read
	prior    antecedent        // what the statement before was about
	own      []string          // the narrative's country
	claims   []plumbline.Claim
	evidence []plumbline.Evidence // room for that of the claims
	order    []int                // of claims, as they will stand
	place    []int                // the inverse of order

	sentenceFrom   int      // first claim of the sentence
	beforeFrom     int      // first claim of the sentence before
	undercuts      [][2]int // claims and those that undercut them, as found
	wordsA, wordsB []token.WordID
	where          uint32        // bits of the rules to try in the section
	hasParts       bool          // the narrative has sections on prosecution, protection or prevention
	without        *grammar.Rule // whose matches are passed over; nil but for ExtractWithout
	watch          *watch        // notes what leads to claims; nil but for Explain
}

func (r *reader) begin(d *plumbline.Document, n *plumbline.Narrative) {
	r.doc, r.narrative = d, n
	r.claims, r.undercuts, r.own = r.claims[:0], r.undercuts[:0], nil
	if n.Country != "" {
		r.own = []string{string(n.Country)}
	}
	r.aliases = mention.Aliases{Own: n.Country, Year: n.Year}
	r.parts = r.parts[:0]
	r.hasParts = false
	for i := range n.Sections {
		r.parts = append(r.parts, n.Sections[i].Span)
		switch n.Sections[i].Name {
		case plumbline.Prosecution, plumbline.Protection, plumbline.Prevention:
			r.hasParts = true
		}
	}
	r.scanner.ScanParts(&r.text, d.Text, r.parts, n.Furniture)
	r.places.Define(&r.text, &r.aliases)
	r.mentions = r.places.Find(r.mentions[:0], &r.text, &r.aliases)
}

func (r *reader) section(s *plumbline.Section) {
	first := len(r.claims)
	r.prior = antecedent{}
	r.sentenceFrom = first
	for st, places := range r.sentences(s) {
		r.sentence(st, places)
	}
	if s.Name == plumbline.Profile {
		r.impliedRoles(first)
	}
}

// sentence reads one sentence with the places named in it.
func (r *reader) sentence(st token.Sentence, places []mention.Mention) {
	r.beforeFrom, r.sentenceFrom = r.sentenceFrom, len(r.claims)
	r.analyse(st, places)
	r.matches = r.grammar.Match(r.matches[:0], &r.a, r.where)
	if r.without != nil {
		r.matches = slices.DeleteFunc(r.matches, func(m grammar.Match) bool { return m.Rule == r.without })
	}
	if len(r.matches) > 0 {
		r.view()
	}
	if r.sect.Name == plumbline.Recommendations {
		r.recommendations(st)
		return
	}
	r.profile()
	r.conduct()
}

// traits returns the traits of the rule that found m.
func (r *reader) traitsOf(m *grammar.Match) *traits { return &r.traits[m.Rule.Index] }

// span returns the bytes of tokens [i, j).
func (r *reader) span(i, j int) text.Span { return r.text.Span(i, j) }

func claimTypes() []string {
	names := make([]string, len(plumbline.ClaimTypes))
	for i, t := range plumbline.ClaimTypes {
		names[i] = string(t)
	}
	return names
}

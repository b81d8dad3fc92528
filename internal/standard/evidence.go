package standard

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"

	"plumbline"
	"plumbline/internal/text"
)

// Side is where a claim stands on an element.
type Side int

// The sides.
const (
	Neither Side = iota
	For
	Partly
	Against
)

// Evidence is how claims answer an element, in every version of the law.
type Evidence struct {
	Name  plumbline.ElementName
	Asks  string                // "whether ...", said when it is unknown
	Types []plumbline.ClaimType // of the claims that can answer it; none can where it is empty

	where cel.Program    // what all sides have in common; may be nil
	sides [3]cel.Program // for Against, Partly, For
	pool  *sync.Pool
}

var evidenceKeys = []string{"element", "asks", "types", "where", "for", "partly", "against"}

// The formulas of an element that has none of its own.
var defaultSides = map[string]string{"against": `valence == "-"`, "partly": `valence == "~"`, "for": `valence == "+"`}

// sideOrder is the order in which the formulas are tried: what counts against
// an element is never counted for it.
var sideOrder = [3]struct {
	key  string
	side Side
}{{"against", Against}, {"partly", Partly}, {"for", For}}

// parseEvidence reads the evidence file into b.
func (b *Book) parseEvidence(src *text.Source, c *compiler) text.Diagnostics {
	known := knownWords()
	pool := &sync.Pool{New: func() any { return &claimActivation{known: known} }}
	p := evidenceParser{parser: parser{src: src}, compiler: c, book: b, pool: pool}
	for _, e := range p.entries() {
		p.line(&e)
	}
	p.close()
	return p.faults
}

type evidenceParser struct {
	parser
	compiler *compiler
	book     *Book
	pool     *sync.Pool
	open     *Evidence
	at       text.Span
	seen     map[string]bool
}

func (p *evidenceParser) line(e *entry) {
	key, word := p.in(e.key), e.value.text
	switch {
	case !slices.Contains(evidenceKeys, key):
		p.unknown("key", e.key, evidenceKeys)
		return
	case word == "":
		p.fault(e.key, key+" says nothing", "")
		return
	case key != "element" && p.open == nil:
		p.fault(e.key, key+" before the first element", "")
		return
	case key != "element" && p.seen[key]:
		p.fault(e.key, "second "+key+" line of "+string(p.open.Name), "join the two")
		return
	}
	if key == "element" {
		p.element(e, word)
		return
	}
	p.seen[key] = true
	switch key {
	case "asks":
		p.open.Asks = word
	case "types":
		p.types(e)
	case "where":
		p.open.where = p.compiler.program(&p.parser, &e.value)
	default:
		for i, s := range sideOrder {
			if s.key == key {
				p.open.sides[i] = p.compiler.program(&p.parser, &e.value)
			}
		}
	}
}

func (p *evidenceParser) element(e *entry, name string) {
	p.close()
	p.open, p.at, p.seen = &Evidence{Name: plumbline.ElementName(name), pool: p.pool}, e.value.span(), map[string]bool{}
	if !identifier(name) {
		p.fault(p.at, "not a name", "write small letters, digits and _")
	}
	if p.book.byName[p.open.Name] != nil {
		p.fault(p.at, "second element "+name, "join the two")
	}
}

func (p *evidenceParser) types(e *entry) {
	if e.value.text == "none" {
		return
	}
	known := words(plumbline.ClaimTypes)
	for _, at := range e.value.words() {
		at.End -= len(p.in(at)) - len(strings.TrimSuffix(p.in(at), ","))
		t := plumbline.ClaimType(p.in(at))
		switch {
		case !slices.Contains(plumbline.ClaimTypes, t):
			p.unknown("claim type", at, known)
		case slices.Contains(p.open.Types, t):
			p.fault(at, fmt.Sprintf("%s twice", t), "")
		default:
			p.open.Types = append(p.open.Types, t)
		}
	}
}

// close files the open element, with the formulas that it does not have itself.
func (p *evidenceParser) close() {
	e := p.open
	if e == nil {
		return
	}
	for _, key := range []string{"asks", "types"} {
		if !p.seen[key] {
			p.fault(p.at, "no "+key+" line for "+string(e.Name), "")
		}
	}
	for i, s := range sideOrder {
		if !p.seen[s.key] {
			e.sides[i] = p.compiler.program(&p.parser, &value{text: defaultSides[s.key]})
		}
	}
	p.book.byName[e.Name] = e
	p.book.Elements = append(p.book.Elements, e)
	for _, t := range e.Types {
		p.book.byType[t] = append(p.book.byType[t], e)
	}
}

// Side tells where a claim stands on the element: the first of Against, Partly
// and For whose formula holds. A claim of another type, or one that where
// leaves out, stands on neither side.
// It is safe for use by several goroutines at once.
func (e *Evidence) Side(c *plumbline.Claim) Side {
	if !slices.Contains(e.Types, c.Type) {
		return Neither
	}
	a := e.pool.Get().(*claimActivation)
	a.claim, a.wording = c, ""
	side := e.side(a)
	a.claim = nil
	e.pool.Put(a)
	return side
}

func (e *Evidence) side(a *claimActivation) Side {
	if e.where != nil && !holds(e.where, a) {
		return Neither
	}
	for i, s := range sideOrder {
		if holds(e.sides[i], a) {
			return s.side
		}
	}
	return Neither
}

// holds reports whether a formula is true of a claim. One that fails, which it
// can where it asks a list for a place that the list does not have, says
// nothing of the claim.
func holds(formula cel.Program, a *claimActivation) bool {
	v, _, err := formula.Eval(a)
	return err == nil && v == types.True
}

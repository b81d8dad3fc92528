package mention

import (
	"slices"
	"strings"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// builtLeaf is a leaf with the place that it was read from; made ones were
// derived from a name that stands in a table.
type builtLeaf struct {
	leaf
	made   bool
	source *text.Source
	span   text.Span
}

// builder gathers names into branches.
type builder struct {
	vocab   *token.Vocab
	scan    token.Text
	faults  *faults
	root    branch
	entries []entry
}

// add adds a name as the table has it, with the spellings made from it.
func (b *builder) add(s *text.Source, name text.Cell, e entry) {
	id := b.entry(e)
	written, exact := strings.CutPrefix(name.Text, "=")
	b.put(s, name.Span, written, id, false)
	if exact {
		return
	}
	for i, v := range spellings(written) {
		if i > 0 {
			b.put(s, name.Span, v, id, true)
		}
		if e.kind == People || e.kind == RegionPeople || e.kind == Group {
			b.put(s, name.Span, v+"s", id, true)
		}
	}
}

// entry returns the number of e, the same for equal neighbours.
func (b *builder) entry(e entry) int32 {
	if n := len(b.entries); n > 0 && sameMeaning(&b.entries[n-1], &e) {
		return int32(n - 1)
	}
	b.entries = append(b.entries, e)
	return int32(len(b.entries) - 1)
}

func sameMeaning(a, b *entry) bool {
	return a.kind == b.kind && a.how == b.how && a.region == b.region && a.years == b.years && slices.Equal(a.codes, b.codes)
}

// put adds one spelling. A name that a table has goes before a made one; two
// meanings for one name are a fault unless something tells them apart.
func (b *builder) put(s *text.Source, at text.Span, name string, id int32, made bool) {
	br, l := b.path(name)
	if br == nil {
		if !made {
			b.faults.add(s, at, "", "a name has 1 to %d words and marks and begins with a word", maxTokens)
		}
		return
	}
	l.entry = id
	for i := range br.leaves {
		old := &br.leaves[i]
		if old.caps != l.caps || old.all != l.all {
			continue
		}
		x, y := &b.entries[old.entry], &b.entries[id]
		switch {
		case sameMeaning(x, y) && (made || old.made || old.span == at):
			old.made = old.made && made
			return
		case !sameMeaning(x, y) && x.conditional() != y.conditional():
			continue
		case made:
			return
		case old.made:
			*old = builtLeaf{l, false, s, at}
			return
		}
		p := old.source.Position(old.span.Start)
		b.faults.add(s, at, "", "%q is a %s already, at %s:%d", name, x.kind, old.source.Name, p.Line)
		return
	}
	br.leaves = append(br.leaves, builtLeaf{l, made, s, at})
}

// path scans a name and returns the branch at its end, or nil when it is empty,
// too long or begins with a mark.
func (b *builder) path(name string) (*branch, leaf) {
	(&token.Scanner{Vocab: b.vocab}).Scan(&b.scan, name, text.Span{End: len(name)}, nil)
	if n := len(b.scan.Tokens); n == 0 || n > maxTokens || b.scan.Tokens[0].Kind > token.Number {
		return nil, leaf{}
	}
	var l leaf
	br := &b.root
	for i, k := range b.scan.Tokens {
		if k.Kind <= token.Number {
			k.ID = b.vocab.Add(b.scan.Of(i))
		}
		if k.Is(token.Capital) {
			l.caps |= 1 << i
		}
		if k.Kind == token.Word && k.Is(token.AllCaps) {
			l.all |= 1 << i
		}
		br = br.child(keyOf(k))
	}
	return br, l
}

// spellings returns name and the ways to write it that are the same name: St.,
// St and Saint, and letters without their accents.
func spellings(name string) []string {
	all := []string{name}
	if strings.HasPrefix(name, "St. ") || strings.Contains(name, " St. ") {
		all = append(all, strings.ReplaceAll(name, "St. ", "St "), strings.ReplaceAll(name, "St. ", "Saint "))
	}
	for _, v := range all {
		if p := withoutAccents(v); p != v {
			all = append(all, p)
		}
	}
	return all
}

// plainLetters maps letters to themselves without accents.
var plainLetters = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ā", "a", "ă", "a",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i",
	"ó", "o", "ò", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u",
	"ç", "c", "ñ", "n", "ș", "s", "ş", "s", "ț", "t",
	"Á", "A", "Å", "A", "É", "E", "Í", "I", "Ó", "O", "Ú", "U", "Ç", "C")

func withoutAccents(s string) string { return plainLetters.Replace(s) }

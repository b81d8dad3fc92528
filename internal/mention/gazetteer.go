package mention

import (
	"io/fs"
	"slices"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Gazetteer knows the names of places and peoples. It is not changed after
// Load, so any number of goroutines may use it at once.
type Gazetteer struct {
	Countries plumbline.Countries

	vocab   *token.Vocab
	names   *trie
	entries []entry
	guards  []uint8 // by WordID
}

// Load reads the tables of the folder countries in fsys and adds their words
// to v. Every fault of the tables is listed, as text.Diagnostics.
func Load(fsys fs.FS, v *token.Vocab) (*Gazetteer, error) {
	countries, names, err := readTables(fsys)
	if err != nil {
		return nil, err
	}
	var f faults
	g := &Gazetteer{Countries: readCountries(countries, &f), vocab: v}
	b := &builder{vocab: v, faults: &f}
	countryEntries(countries, g.Countries, b)
	l := loader{builder: b, countries: g.Countries, guards: map[token.WordID]uint8{}}
	for _, r := range names {
		l.row(r)
	}
	l.tailed()
	l.mark()
	if err := f.list.Err(); err != nil {
		return nil, err
	}
	g.entries = b.entries
	g.names = freeze(&b.root, b.entries, v.Len())
	g.guards = make([]uint8, v.Len())
	for id, says := range l.guards {
		g.guards[id] = says
	}
	return g, nil
}

// loader reads the rows of the tables of names.
type loader struct {
	*builder
	countries  plumbline.Countries
	guards     map[token.WordID]uint8
	tails      []string
	adjectives []adjective
	persons    []row
}

// adjective is a word for a region that a tail makes its name.
type adjective struct {
	source *text.Source
	name   text.Cell
	region string
}

func (l *loader) row(r row) {
	if len(r.fields) < 3 || len(r.fields) > 4 {
		l.faults.add(r.source, r.span, "the columns are kind, ids, names and how, parted by tabs", "%d columns, want 3 or 4", len(r.fields))
		return
	}
	kind := r.fields[0]
	if !slices.Contains(rowKinds, kind.Text) {
		hint := "kinds are listed in internal/mention/doc.go"
		if near := text.Nearest(kind.Text, rowKinds); near != "" {
			hint = "did you mean " + near + "? " + hint
		}
		l.faults.add(r.source, kind.Span, hint, "unknown kind %q", kind.Text)
		return
	}
	if kind.Text == "person" {
		l.persons = append(l.persons, r)
		return
	}
	e, ok := entry{}, true
	switch k, named := nameKinds[kind.Text]; {
	case named:
		e, ok = readEntry(r, k, l.countries, l.faults)
	case kind.Text == "adjective":
		e, ok = readEntry(r, RegionPeople, l.countries, l.faults)
	case r.fields[1].Text != "-":
		l.faults.add(r.source, r.fields[1].Span, "", "want \"-\" as the ids of %s", kind.Text)
	}
	if !ok {
		return
	}
	for _, name := range r.source.Cells(r.fields[2].Span, ';') {
		if name.Text == "" {
			l.faults.add(r.source, r.fields[2].Span, "take one semicolon out", "a name is missing")
			continue
		}
		l.name(r, kind.Text, name, e)
	}
}

func (l *loader) name(r row, kind string, name text.Cell, e entry) {
	if says, ok := guardKinds[kind]; ok {
		l.guards[l.vocab.Add(name.Text)] |= says
		return
	}
	if kind == "tail" {
		l.tails = append(l.tails, name.Text)
		return
	}
	if kind == "region-people" || kind == "adjective" {
		l.adjectives = append(l.adjectives, adjective{r.source, name, e.region})
	}
	if kind != "adjective" {
		l.add(r.source, name, e)
	}
}

// tailed adds the regions that are named by an adjective and a tail.
func (l *loader) tailed() {
	for _, a := range l.adjectives {
		id := l.entry(entry{kind: Region, region: a.region})
		for _, tail := range l.tails {
			l.put(a.source, a.name.Span, a.name.Text+" "+tail, id, true)
		}
	}
}

// mark marks the names that are persons' names too.
func (l *loader) mark() {
	for _, r := range l.persons {
		for _, name := range r.source.Cells(r.fields[2].Span, ';') {
			br, _ := l.path(name.Text)
			if br == nil || len(br.leaves) == 0 {
				l.faults.add(r.source, name.Span, "", "%q is no name of these tables", name.Text)
				continue
			}
			for i := range br.leaves {
				br.leaves[i].person = true
			}
		}
	}
}

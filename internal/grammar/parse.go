package grammar

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"plumbline/internal/text"
)

// block is a head line at the margin with its indented lines.
type block struct {
	line
	lines []line
}

type line struct {
	key, args string
	at        text.Span // of args, or of key when there are none
	all       text.Span
}

func (l line) keySpan() text.Span {
	return text.Span{Start: l.all.Start, End: l.all.Start + len(l.key)}
}

// parser turns the rule files of a folder into definitions, collecting faults.
type parser struct {
	faults  text.Diagnostics
	lexes   map[string]*lexDef
	verbs   []string
	odd     map[string][2]string // irregular past and participle by base
	cues    []cueDef
	rules   []*ruleDef
	options Options
}

type lexDef struct {
	src     *text.Source
	at      text.Span
	entries []entry
}

type ruleDef struct {
	rule     *Rule
	patterns []line
	conds    []line
}

func (p *parser) fault(src *text.Source, at text.Span, hint, format string, args ...any) {
	p.faults = append(p.faults, text.Diagnostic{Source: src, Span: at, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// folder parses every rule file of dir.
func (p *parser) folder(fsys fs.FS, dir string) error {
	names, err := fs.Glob(fsys, path.Join(dir, "*.rule"))
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return fmt.Errorf("%s: no rule files", dir)
	}
	var blocks [][]block
	var sources []*text.Source
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		src := &text.Source{Name: "data/" + name, Text: string(data)}
		sources = append(sources, src)
		if at := invalid(src.Text); at >= 0 {
			p.fault(src, text.Span{Start: at, End: at + 1}, "save the file as UTF-8", "byte 0x%02x is not UTF-8", src.Text[at])
		}
		blocks = append(blocks, p.blocks(src))
	}
	for i, src := range sources { // irregular verbs first: word lists use them
		for _, b := range blocks[i] {
			if b.key == "verb" {
				p.verb(src, b)
			}
		}
	}
	for i, src := range sources {
		p.file(src, blocks[i])
	}
	return nil
}

// invalid returns the offset of the first byte that is not UTF-8, or -1.
func invalid(s string) int {
	for i, c := range s {
		if c == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

// blocks cuts a file into blocks.
func (p *parser) blocks(src *text.Source) (out []block) {
	for start := 0; start < len(src.Text); {
		end := strings.IndexByte(src.Text[start:], '\n')
		if end < 0 {
			end = len(src.Text)
		} else {
			end += start
		}
		raw := uncomment(src.Text[start:end])
		body := strings.TrimSpace(raw)
		if body != "" {
			at := start + strings.Index(raw, body)
			l := cutLine(body, at)
			switch {
			case raw[0] != ' ' && raw[0] != '\t':
				out = append(out, block{line: l})
			case len(out) == 0:
				p.fault(src, l.all, "begin a block at the left margin first", "indented line outside a block")
			default:
				b := &out[len(out)-1]
				b.lines = append(b.lines, l)
			}
		}
		start = end + 1
	}
	return out
}

func cutLine(body string, at int) line {
	key, args, _ := strings.Cut(body, " ")
	l := line{key: key, args: strings.TrimSpace(args), all: text.Span{Start: at, End: at + len(body)}}
	l.at = text.Span{Start: at, End: at + len(key)}
	if l.args != "" {
		from := at + len(key) + strings.Index(body[len(key):], l.args)
		l.at = text.Span{Start: from, End: from + len(l.args)}
	}
	return l
}

// uncomment drops a comment: # at the margin or behind white space, outside quotes.
func uncomment(s string) string {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == '#' && !quoted && (i == 0 || s[i-1] == ' ' || s[i-1] == '\t'):
			return s[:i]
		}
	}
	return s
}

func (p *parser) file(src *text.Source, blocks []block) {
	typ, doc := "", ""
	for _, b := range blocks {
		switch b.key {
		case "type":
			if typ != "" {
				p.fault(src, b.at, "put its rules into a file of their own", "second type in one file")
			}
			if typ = b.args; b.args == "" {
				p.fault(src, b.at, "write `type NAME`", "type without a name")
				typ = b.key
				continue
			}
			if len(p.options.Types) > 0 && !contains(p.options.Types, typ) {
				p.fault(src, b.at, nearest(typ, p.options.Types), "unknown type %q", typ)
			}
		case "doc":
			doc = b.args
			for _, l := range b.lines {
				doc += " " + src.Text[l.all.Start:l.all.End]
			}
		case "lexicon":
			p.lexicon(src, b)
		case "verb":
		case "cue":
			p.cue(src, b)
		case "rule":
			if typ == "" {
				p.fault(src, b.at, "put `type NAME` at the top of the file", "rule in a file without a type")
			}
			p.rule(src, b, typ, doc)
		default:
			p.fault(src, b.keySpan(), nearest(b.key, []string{"type", "doc", "lexicon", "verb", "cue", "rule"}), "unknown block %q", b.key)
		}
	}
}

// nearest says what word may have been meant. Lists that nobody would read are
// left out, and so are the lexicons that cues have without a name of their own.
func nearest(word string, candidates []string) string {
	candidates = slices.DeleteFunc(slices.Clone(candidates), func(c string) bool { return strings.Contains(c, " ") })
	if n := text.Nearest(word, candidates); n != "" {
		return fmt.Sprintf("did you mean %s?", n)
	}
	if len(candidates) > 40 {
		return ""
	}
	return "known are " + strings.Join(candidates, ", ")
}

// items cuts a list of words: bare words, "quoted phrases" and <includes>.
func (p *parser) items(src *text.Source, at text.Span) (out []entry) {
	s := src.Text
	for i := at.Start; i < at.End; {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == ',' && i+1 < at.End && s[i+1] == ' ':
			i++
		case c == '"':
			end := strings.IndexByte(s[i+1:at.End], '"')
			if end < 0 {
				p.fault(src, text.Span{Start: i, End: at.End}, `close it with "`, "quote without end")
				return out
			}
			out = append(out, entry{words: []string{s[i+1 : i+1+end]}, span: text.Span{Start: i, End: i + end + 2}})
			i += end + 2
		default:
			j := i
			for j < at.End && s[j] != ' ' && s[j] != '\t' {
				j++
			}
			word, span := s[i:j], text.Span{Start: i, End: j}
			if len(word) > 2 && word[0] == '<' && word[len(word)-1] == '>' {
				out = append(out, entry{include: word[1 : len(word)-1], span: span})
			} else {
				out = append(out, entry{words: []string{word}, span: span})
			}
			i = j
		}
	}
	return out
}

func (p *parser) lexicon(src *text.Source, b block) {
	name, _, found := strings.Cut(b.args, "=")
	name = strings.TrimSpace(name)
	if !found || name == "" || strings.ContainsAny(name, " <>\"") {
		p.fault(src, b.at, "write `lexicon NAME = words`", "lexicon without a name or =")
		return
	}
	if old := p.lexes[name]; old != nil {
		p.fault(src, b.at, "it is defined in "+old.src.Name+" too; include it there with <"+name+">", "second lexicon %q", name)
		return
	}
	def := &lexDef{src: src, at: b.at}
	first := b.at
	first.Start += strings.IndexByte(b.args, '=') + 1
	def.entries = p.items(src, first)
	for _, l := range b.lines {
		def.entries = append(def.entries, p.items(src, l.all)...)
	}
	p.lexes[name] = def
}

func (p *parser) verb(src *text.Source, b block) {
	spans := []text.Span{b.at}
	if b.args == "" {
		spans = nil
	}
	for _, l := range b.lines {
		spans = append(spans, l.all)
	}
	for _, span := range spans {
		for _, e := range p.items(src, span) {
			if e.include != "" {
				p.fault(src, e.span, "name the verbs themselves", "no <lexicon> in a verb list")
				continue
			}
			parts := strings.Split(e.words[0], "/")
			base := parts[0]
			if len(base) < 2 || len(parts) > 3 {
				p.fault(src, e.span, "write base, base/past or base/past/participle", "verb %q", e.words[0])
				continue
			}
			if len(parts) > 1 {
				p.odd[base] = [2]string{parts[1], parts[len(parts)-1]}
			}
			p.verbs = append(p.verbs, base)
		}
	}
}

// builtin are the conditions that this package itself checks.
var builtin = []string{"match", "priority", "with", "without", "verb", "subject", "not-subject", "example", "counterexample"}

func (p *parser) rule(src *text.Source, b block, typ, doc string) {
	r := &Rule{Type: typ, Name: typ + "/" + b.args, Doc: doc, Priority: 50, Settings: map[string][]string{}, Source: src, Span: b.at}
	def := &ruleDef{rule: r}
	if b.args == "" || strings.ContainsAny(b.args, " /") {
		p.fault(src, b.at, "write `rule NAME`, one word with hyphens", "rule without a plain name")
	}
	var text strings.Builder
	positive, negative, empty := false, false, false
	for _, l := range b.lines {
		text.WriteString(src.Text[l.all.Start:l.all.End])
		text.WriteByte('\n')
		switch l.key {
		case "match":
			if l.args == "" {
				p.fault(src, l.at, `write match "words"`, "match without a pattern")
				empty = true
				continue
			}
			def.patterns = append(def.patterns, l)
		case "priority":
			n, err := strconv.Atoi(l.args)
			if err != nil || n < 0 || n > 99 {
				p.fault(src, l.at, "write a number from 0 to 99", "priority %q is out of range", l.args)
			}
			r.Priority = n
		case "with", "without", "verb", "subject", "not-subject":
			def.conds = append(def.conds, l)
		case "example":
			positive = true
			p.example(src, r, l, false)
		case "counterexample":
			negative = true
			p.example(src, r, l, true)
		default:
			p.setting(src, r, l)
		}
	}
	r.Text = strings.TrimSuffix(text.String(), "\n")
	if len(def.patterns) == 0 && !empty {
		p.fault(src, b.at, "add a `match` line", "rule %s matches nothing", b.args)
	}
	if !positive {
		p.fault(src, b.at, `add a line example "..." that it must find something in`, "rule %s has no example", b.args)
	}
	if !negative {
		p.fault(src, b.at, `add a line counterexample "..." that it must find nothing in`, "rule %s has no counterexample", b.args)
	}
	p.rules = append(p.rules, def)
}

func (p *parser) setting(src *text.Source, r *Rule, l line) {
	allowed, ok := p.options.Settings[l.key]
	if !ok {
		keys := append([]string{}, builtin...)
		for k := range p.options.Settings {
			keys = append(keys, k)
		}
		sortStrings(keys)
		p.fault(src, l.keySpan(), nearest(l.key, keys), "unknown key %q", l.key)
		return
	}
	for _, e := range p.items(src, l.at) {
		value := e.include
		if value == "" {
			value = e.words[0]
		}
		if len(allowed) > 0 && !contains(allowed, value) {
			p.fault(src, e.span, nearest(value, allowed), "%s cannot be %q", l.key, value)
			continue
		}
		r.Settings[l.key] = append(r.Settings[l.key], value)
	}
}

// example reads `"TEXT" => key=value key=value`.
func (p *parser) example(src *text.Source, r *Rule, l line, counter bool) {
	if !strings.HasPrefix(l.args, `"`) {
		p.fault(src, l.at, `write example "TEXT"`, "example without quotes")
		return
	}
	end := strings.LastIndex(l.args, `"`)
	e := Example{Text: l.args[1:max(end, 1)], Counter: counter, Want: map[string]string{}, Span: l.at}
	rest := strings.TrimSpace(l.args[end+1:])
	if end < 2 {
		p.fault(src, l.at, `close it with "`, "example without a text")
		return
	}
	if rest != "" {
		fields, found := strings.CutPrefix(rest, "=>")
		if !found || counter {
			p.fault(src, l.at, `write example "TEXT" => key=value ...; a counterexample has none`, "words behind the example")
			return
		}
		for _, f := range strings.Fields(fields) {
			k, v, found := strings.Cut(f, "=")
			if !found {
				p.fault(src, l.at, "write key=value", "expectation %q", f)
			}
			e.Want[k] = v
		}
	}
	r.Examples = append(r.Examples, e)
}

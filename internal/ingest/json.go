package ingest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// readJSON takes in records as JSON: a list of objects, an object that has such
// a list, or an object a line.
func readJSON(ctx context.Context, in *Intake, data []byte, o Options) error {
	words, err := decode(in, data, "")
	if err != nil {
		return err
	}
	j := jsonRecords{ctx: ctx, words: strings.TrimPrefix(words, bom), records: records{in: in, fields: o.Fields}}
	j.decoder = json.NewDecoder(strings.NewReader(j.words))
	if err := j.read(); err != nil {
		return err
	}
	return j.end()
}

type jsonRecords struct {
	records
	ctx     context.Context
	words   string
	base    int // where in words the decoder began
	decoder *json.Decoder
}

func (j *jsonRecords) read() error {
	for {
		token, err := j.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('['):
			err = j.list()
		case json.Delim('{'):
			err = j.object(true)
		default:
			return refuse(j.where()+": no record: it is no object", "write records as objects: {\"country\": ..., \"text\": ...}")
		}
		if err != nil {
			return err
		}
	}
}

// next returns the next token. At the end it returns io.EOF.
func (j *jsonRecords) next() (json.Token, error) {
	t, err := j.decoder.Token()
	if err != nil && err != io.EOF {
		return nil, j.bad(err)
	}
	return t, err
}

// list reads the records of a list.
func (j *jsonRecords) list() error {
	for j.decoder.More() {
		token, err := j.next()
		if err != nil {
			return j.cutOff(err)
		}
		if token != json.Delim('{') {
			return refuse(j.where()+": no record: it is no object", "write records as objects: {\"country\": ..., \"text\": ...}")
		}
		if err := j.object(false); err != nil {
			return err
		}
	}
	_, err := j.next()
	return j.cutOff(err)
}

// object reads what stands behind an opening brace: a record, or at the top
// one that has no text but a list of records.
func (j *jsonRecords) object(top bool) error {
	row := jsonRow{values: map[string]string{}}
	var lists []jsonRecords
	for j.decoder.More() {
		key, err := j.next()
		if err != nil {
			return j.cutOff(err)
		}
		var raw json.RawMessage
		if err := j.decoder.Decode(&raw); err != nil {
			return j.bad(err)
		}
		name, _ := key.(string)
		if top && raw[0] == '[' && strings.HasPrefix(strings.TrimLeft(string(raw[1:min(len(raw), 64)]), " \t\r\n"), "{") {
			start := int(j.decoder.InputOffset()) - len(raw)
			lists = append(lists, jsonRecords{words: j.words[:start+len(raw)], base: start})
			continue
		}
		row.put(name, raw, 0)
	}
	if _, err := j.next(); err != nil {
		return j.cutOff(err)
	}
	if len(lists) == 0 || j.hasText(&row) {
		return j.add(j.ctx, &row, j.where)
	}
	whole, base, decoder := j.words, j.base, j.decoder
	for _, l := range lists {
		j.words, j.base = l.words, l.base
		j.decoder = json.NewDecoder(strings.NewReader(l.words[l.base:]))
		if _, err := j.next(); err != nil {
			return j.cutOff(err)
		}
		if err := j.list(); err != nil {
			return err
		}
	}
	j.words, j.base, j.decoder = whole, base, decoder
	return nil
}

// hasText reports whether an object has a field that holds a text.
func (j *jsonRecords) hasText(row *jsonRow) bool {
	if len(j.fields.Text) > 0 {
		return slices.Contains(row.order, j.fields.Text[0])
	}
	return usual(row.order, textNames) != ""
}

func (j *jsonRecords) where() string {
	at := min(j.base+int(j.decoder.InputOffset()), len(j.words))
	return fmt.Sprintf("line %d, byte offset %d", 1+strings.Count(j.words[:at], "\n"), at)
}

func (j *jsonRecords) bad(err error) error {
	var fault *json.SyntaxError
	switch {
	case err == io.EOF, errors.Is(err, io.ErrUnexpectedEOF):
		return j.cutOff(io.EOF)
	case errors.As(err, &fault):
		return refuse(fmt.Sprintf("%s: no JSON: %v", j.where(), err), "save or download it again")
	}
	return refuse(fmt.Sprintf("%s: %v", j.where(), err), "save or download it again")
}

func (j *jsonRecords) cutOff(err error) error {
	if err == io.EOF {
		return refuse("it ends in the middle of a record", "save or download it again")
	}
	return err
}

// jsonRow is an object: its values as text, those of objects inside it under
// names such as country.iso3.
type jsonRow struct {
	order  []string
	values map[string]string
}

func (r *jsonRow) names() []string { return r.order }

func (r *jsonRow) get(name string) string { return r.values[name] }

// deepest is how many objects inside each other have fields that are read.
const deepest = 4

func (r *jsonRow) put(name string, raw json.RawMessage, depth int) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || len(r.order) > mostFields {
		return
	}
	switch raw[0] {
	case '{':
		var inside map[string]json.RawMessage
		if depth < deepest && json.Unmarshal(raw, &inside) == nil {
			for _, key := range sortedKeys(inside) {
				r.put(name+"."+key, inside[key], depth+1)
			}
		}
		return
	case '[':
		var items []string
		if json.Unmarshal(raw, &items) == nil {
			r.set(name, strings.Join(items, "\n\n"))
			return
		}
		r.set(name, "")
	case '"':
		var s string
		_ = json.Unmarshal(raw, &s) // the decoder has seen that it is one
		r.set(name, s)
	default:
		if s := string(raw); s != "null" {
			r.set(name, s)
			return
		}
		r.set(name, "")
	}
}

func (r *jsonRow) set(name, value string) {
	if _, there := r.values[name]; !there {
		r.order = append(r.order, name)
	}
	r.values[name] = value
}

func sortedKeys(m map[string]json.RawMessage) []string { return slices.Sorted(maps.Keys(m)) }

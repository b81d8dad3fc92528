package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"plumbline"
)

// corpus is a folder of texts, each read once.
type corpus struct {
	dir     string
	useless bool // a file that was asked for is not there or cannot be read
	texts   map[string]string
	shorts  map[string]shortEntry
}

// shortEntry is an entry of factbook-tip.json.
type shortEntry struct {
	ID      string                `json:"id"`
	Country plumbline.CountryCode `json:"iso3"`
	Profile string                `json:"profile"`
	Rating  string                `json:"rating"`
}

const shortFile = "factbook-tip.json"

func (c *corpus) read(name string) (string, error) {
	if t, ok := c.texts[name]; ok {
		return t, nil
	}
	path := filepath.Join(c.dir, name)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		c.useless = true
		return "", &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: "no corpus file " + path, Hint: "name the folder of the texts with --corpus"}
	}
	if err != nil {
		return "", fmt.Errorf("corpus: %w", err)
	}
	if c.texts == nil {
		c.texts = map[string]string{}
	}
	c.texts[name] = string(data)
	return c.texts[name], nil
}

func (c *corpus) short(id string) (shortEntry, error) {
	if c.shorts == nil {
		data, err := c.read(shortFile)
		if err != nil {
			return shortEntry{}, err
		}
		var all []shortEntry
		if err := json.Unmarshal([]byte(data), &all); err != nil {
			c.useless = true
			return shortEntry{}, invalid("fetch the file again", "corpus file %s: %v", filepath.Join(c.dir, shortFile), err)
		}
		c.shorts = make(map[string]shortEntry, len(all))
		for _, e := range all {
			c.shorts[e.ID] = e
		}
	}
	e, ok := c.shorts[id]
	if !ok {
		return e, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("entry %s is not in %s", id, filepath.Join(c.dir, shortFile)), Hint: "take gold and corpus of one release"}
	}
	return e, nil
}

// claimLines returns the line on which each member of the top-level list
// "claims" begins.
func claimLines(data []byte) func(claim int) int {
	var lines []int
	d := json.NewDecoder(bytes.NewReader(data))
	_, _ = d.Token() // the opening brace; data was decoded before
	for d.More() {
		key, err := d.Token()
		if err != nil {
			break
		}
		var skip json.RawMessage
		if key != "claims" {
			_ = d.Decode(&skip)
			continue
		}
		_, _ = d.Token()
		for d.More() {
			start := int(d.InputOffset())
			start += len(data[start:]) - len(bytes.TrimLeft(data[start:], ", \t\r\n"))
			lines = append(lines, 1+bytes.Count(data[:start], []byte("\n")))
			_ = d.Decode(&skip)
		}
		break
	}
	return func(claim int) int {
		if claim < len(lines) {
			return lines[claim]
		}
		return 1
	}
}

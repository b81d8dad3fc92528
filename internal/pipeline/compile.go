package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"plumbline/internal/extract"
	"plumbline/internal/ingest"
	"plumbline/internal/mention"
	"plumbline/internal/pdf"
	"plumbline/internal/segment"
	"plumbline/internal/token"
)

// Compile loads the data files of fsys: countries/, layouts/ and grammar/.
// Faults in them are text.Diagnostics.
func Compile(fsys fs.FS) (*Reader, error) {
	rules, err := RulesHash(fsys)
	if err != nil {
		return nil, err
	}
	words := new(token.Vocab)
	places, err := mention.Load(fsys, words)
	if err != nil {
		return nil, err
	}
	layouts, err := segment.Load(fsys)
	if err != nil {
		return nil, err
	}
	layouts.Places = places
	claims, err := extract.Load(fsys, words, places)
	if err != nil {
		return nil, err
	}
	return &Reader{
		Countries: places.Countries, Layouts: layouts.Layouts(), Rules: rules, Extractor: claims,
		Intake: ingest.Options{PDF: new(pdf.Engine)},
		named:  places.Heading, segmenter: layouts, extractor: claims,
	}, nil
}

// shaping are the folders of data files that shape a reading.
var shaping = []string{"countries", "grammar", "layouts"}

// program counts the changes of the program that change what is read from the
// same bytes with the same data files. Raise it with each such change, so that
// stored readings are made anew.
const program = 13

// recognizedBy gives the hash of rules together with the program that made the
// text: another one, or none, makes another text of the same bytes, so that
// what is stored is then made anew.
func recognizedBy(rules, program string) string {
	sum := sha256.Sum256([]byte(rules + "\n" + program))
	return hex.EncodeToString(sum[:])
}

// RulesHash gives the hash of the data files in fsys that shape a reading: of
// their names and bytes, sorted by name.
func RulesHash(fsys fs.FS) (string, error) {
	var names []string
	for _, folder := range shaping {
		err := fs.WalkDir(fsys, folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && !strings.HasPrefix(d.Name(), ".") {
				names = append(names, name)
			}
			return err
		})
		if err != nil {
			return "", fmt.Errorf("data files: %w", err)
		}
	}
	sort.Strings(names)
	h := sha256.New()
	fmt.Fprintf(h, "program %d\n", program)
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", fmt.Errorf("data files: %w", err)
		}
		fmt.Fprintf(h, "%s %d\n", name, len(data))
		h.Write(data)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

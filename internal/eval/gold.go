package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Entry is one annotated text. Its exported fields are what the pipeline is to
// be given; what the annotators found stays inside the package.
type Entry struct {
	ID      string
	Name    string // the file name under which Score looks for its Reading
	Text    string
	Country plumbline.CountryCode
	Year    int  // 0 where only the text may say
	Single  bool // always true: an Entry is one narrative even without a heading

	gold gold
}

// gold is what the annotators found in an entry.
type gold struct {
	facts           []fact
	internal        plumbline.Answer
	roles           set
	rolesOptional   set
	forms           set
	formsOptional   set
	flows           []annotatedFlow
	flowsOptional   set
	claims          []goldClaim
	claimsOptional  []goldClaim
	trends          set
	trendsOptional  set
	recommendations []goldClaim

	hasForms, hasTrends, hasRecommendations bool

	full    bool      // a full narrative: roles and flows count in the profile only
	forming bool      // forms count where they are cited in profile
	profile text.Span // Start is -1 where the heading is not found
}

type fact struct{ name, want string }

type goldClaim struct {
	kind      plumbline.ClaimType
	span      text.Span
	valence   plumbline.Valence
	certainty plumbline.Certainty
	source    plumbline.SourceKind
	reporting plumbline.Reporting
	movement  plumbline.Movement
	count     plumbline.Figure
	previous  plumbline.Figure
	min, max  plumbline.Figure
	flows     []annotatedFlow
	topics    set
}

const profileHeading = "TRAFFICKING PROFILE"

// LoadGold reads a gold file and, from corpusDir, the texts that it is about.
// An empty corpusDir stands for the folder corpus beside the gold file's own.
// All faulty entries are reported together; the error wraps ErrNotFound where
// a file is missing and ErrInvalid where one is wrong.
func LoadGold(goldFile, corpusDir string) ([]Entry, error) {
	data, err := os.ReadFile(goldFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: "gold " + goldFile + ": no such file", Hint: "name a .json or .jsonl file of annotations"}
	}
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	if corpusDir == "" {
		corpusDir = filepath.Join(filepath.Dir(goldFile), "..", "corpus")
	}
	l := loader{file: goldFile, corpus: corpus{dir: corpusDir}}
	if strings.HasSuffix(goldFile, ".json") {
		l.single(data)
	} else {
		l.lines(data)
	}
	if len(l.faults) > 0 {
		return nil, errors.Join(l.faults...)
	}
	if len(l.entries) == 0 {
		return nil, invalid("check that it is the right file", "gold %s: no entries", goldFile)
	}
	return l.entries, nil
}

// loader gathers the entries of one gold file and all its faults.
type loader struct {
	file    string
	corpus  corpus
	entries []Entry
	faults  []error
}

func (l *loader) fault(line int, err error) {
	l.faults = append(l.faults, fmt.Errorf("gold %s:%d: %w", l.file, line, err))
}

// invalid is a fault of the gold file; hint says what to do about it.
func invalid(hint, format string, args ...any) error {
	return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf(format, args...), Hint: hint}
}

// Hints for faults that can be met in several places.
const (
	guideHint  = "gold/GUIDE.md says how an entry is written"
	corpusHint = "check that --corpus is the folder that the gold was made from; offsets count bytes"
)

// decode reads one entry, which begins on the given line.
func (l *loader) decode(data []byte, line int) (annotation, bool) {
	var r annotation
	err := json.Unmarshal(data, &r)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		line += bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n"))
		l.fault(line, invalid("mend the line, or fetch the file again", "not JSON: %v", err))
	case err != nil:
		l.fault(line, invalid(guideHint, "%v", err))
	case len(r.ID) < 5:
		l.fault(line, invalid("write it like PRK-2007", "id %q is not a country code and a year", r.ID))
	default:
		return r, true
	}
	return r, false
}

// single reads a file that is one narrative.
func (l *loader) single(data []byte) {
	r, ok := l.decode(data, 1)
	if !ok {
		return
	}
	name := strings.ToLower(r.ID) + ".txt"
	body, err := l.corpus.read(name)
	if err != nil {
		l.faults = append(l.faults, fmt.Errorf("gold %s: %w", l.file, err))
		return
	}
	certainties := map[pair][]plumbline.Certainty{}
	for i := range r.Claims {
		c := &r.Claims[i]
		c.Polarity = c.Valence
		for _, f := range c.Flows {
			certainties[f.pair] = append(certainties[f.pair], c.Certainty)
		}
	}
	for i := range r.Flows {
		f := &r.Flows[i]
		f.hedged = plumbline.No
		if said := certainties[f.pair]; len(said) > 0 && !holds(said, plumbline.Certain) {
			f.hedged = plumbline.Yes
		}
	}
	e := Entry{ID: r.ID, Name: name, Text: body, Country: plumbline.CountryCode(r.Country), Year: r.Edition, Single: true}
	l.add(e, r, claimLines(data))
}

// lines reads a file with an entry a line.
func (l *loader) lines(data []byte) {
	number := 0
	for line := range bytes.Lines(data) {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		r, ok := l.decode(bytes.TrimRight(line, "\r\n"), number)
		if !ok {
			continue
		}
		fill := l.short
		if r.Slice != nil {
			fill = l.full
		}
		e := Entry{ID: r.ID, Name: r.ID + ".txt", Single: true}
		if err := fill(&e, &r); err != nil {
			l.fault(number, err)
			if l.corpus.useless {
				return // the other entries would say the same
			}
			continue
		}
		l.add(e, r, func(int) int { return number })
	}
}

// full fills e with a narrative cut from its year's report.
func (l *loader) full(e *Entry, r *annotation) error {
	year, err := strconv.Atoi(r.ID[4:])
	if err != nil || len(r.Slice) != 2 {
		return invalid(guideHint, "entry %s: a full narrative needs an id like ABW-2018 and a slice of two offsets", r.ID)
	}
	name := fmt.Sprintf("tip-%d.txt", year)
	report, err := l.corpus.read(name)
	if err != nil {
		return err
	}
	s := text.Span{Start: r.Slice[0], End: r.Slice[1]}
	if s.Start < 0 || s.Empty() || s.End > len(report) {
		return invalid(corpusHint, "entry %s: slice %d-%d lies outside %s (%d bytes)", r.ID, s.Start, s.End, name, len(report))
	}
	e.Text, e.Year, e.Country = s.In(report), year, plumbline.CountryCode(r.ID[:3])
	e.gold.full, e.gold.forming = true, true
	e.gold.profile = text.Span{Start: strings.Index(e.Text, profileHeading), End: len(e.Text)}
	return nil
}

// short fills e with a short entry, and moves the spans of r from their fields
// to the whole text.
func (l *loader) short(e *Entry, r *annotation) error {
	b, err := l.corpus.short(r.ID)
	if err != nil {
		return err
	}
	e.Text, e.Country = b.Profile+"\n\n"+b.Rating, b.Country
	e.gold.forming = true
	e.gold.profile = text.Span{End: len(b.Profile)}
	for _, claims := range [][]annotatedClaim{r.Claims, r.ClaimsOptional} {
		for i := range claims {
			c := &claims[i]
			field, shift := len(b.Profile), 0
			switch c.Field {
			case "profile":
			case "rating":
				field, shift = len(b.Rating), len(b.Profile)+2
			default:
				return invalid("write profile or rating", "entry %s: %s claim: unknown field %q", r.ID, c.Type, c.Field)
			}
			if c.End > field {
				return invalid(corpusHint, "entry %s: %s claim: span %d-%d lies outside the %s (%d bytes)",
					r.ID, c.Type, c.Start, c.End, c.Field, field)
			}
			c.Start, c.End = c.Start+shift, c.End+shift
		}
	}
	return nil
}

func holds[T comparable](list []T, want T) bool {
	for _, x := range list {
		if x == want {
			return true
		}
	}
	return false
}

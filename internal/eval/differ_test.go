package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/text"
)

const shared = "../../../shared"

// TestSameFiguresAsTheScoringTool reads the gold with made-up mistakes, and
// holds every figure against the ones of tools/score.py.
func TestSameFiguresAsTheScoringTool(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3")
	}
	golds, _ := filepath.Glob(shared + "/gold/*.json*")
	tool := shared + "/tools/score.py"
	if _, err := os.Stat(tool); err != nil || len(golds) == 0 {
		t.Skip("needs ../shared/tools/score.py and ../shared/gold")
	}
	seeds := uint64(3)
	if testing.Short() {
		seeds = 1
	}
	for _, gold := range golds {
		for seed := range seeds {
			t.Run(fmt.Sprintf("%s, mistakes %d", filepath.Base(gold), seed), func(t *testing.T) {
				entries, err := LoadGold(gold, "")
				if err != nil {
					t.Fatal(err)
				}
				m := maker{rng: rand.New(rand.NewPCG(seed, 11)), wrong: 0.12 * float64(seed)}
				readings, lines := m.readings(entries)
				r := Score(entries, readings)
				dir := t.TempDir()
				want := runTool(t, python, tool, gold, dir, lines)
				var got bytes.Buffer
				if err := WriteJSON(&got, r); err != nil {
					t.Fatal(err)
				}
				compareReports(t, got.Bytes(), want)
				compareMistakes(t, r.Mistakes, filepath.Join(dir, "errors"))
			})
		}
	}
}

func runTool(t *testing.T, python, tool, gold, dir string, lines []byte) []byte {
	t.Helper()
	out := filepath.Join(dir, "out.jsonl")
	if err := os.WriteFile(out, lines, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, tool, "score", "--gold", gold, "--out", out, "--json", "--errors", filepath.Join(dir, "errors"))
	cmd.Stderr = os.Stderr
	printed, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	return printed
}

// compareReports holds all that the tool prints, intervals aside, against ours.
func compareReports(t *testing.T, got, want []byte) {
	t.Helper()
	flat := func(data []byte) map[string]string {
		var v struct {
			Entries int                            `json:"entries"`
			Missing int                            `json:"missing_narratives"`
			Broken  int                            `json:"broken_citations"`
			Figures map[string]map[string]jsonText `json:"figures"`
			Types   map[string]float64             `json:"types"`
		}
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		out := map[string]string{"entries": fmt.Sprint(v.Entries), "missing": fmt.Sprint(v.Missing), "broken": fmt.Sprint(v.Broken)}
		for name, row := range v.Figures {
			for key, value := range row {
				if key != "ci95" {
					out["figure "+name+" "+key] = string(value)
				}
			}
		}
		for name, value := range v.Types {
			out["type "+name] = fmt.Sprint(value)
		}
		return out
	}
	g, w := flat(got), flat(want)
	for key, value := range w {
		if g[key] != value {
			t.Errorf("%s: got %q, want %q", key, g[key], value)
		}
	}
	for key := range g {
		if _, ok := w[key]; !ok {
			t.Errorf("%s: got %q, which the tool does not print", key, g[key])
		}
	}
	if w["entries"] == "0" || len(w) < 20 {
		t.Errorf("the tool printed next to nothing: %v", w)
	}
}

// jsonText is a number as a float prints it, so that 1 and 1.0 are the same.
type jsonText string

func (j *jsonText) UnmarshalJSON(data []byte) error {
	var x float64
	if json.Unmarshal(data, &x) == nil {
		*j = jsonText(fmt.Sprint(x))
	}
	return nil
}

// compareMistakes holds the mistakes of the kinds that the tool lists too
// against its list: entry, kind, type and text of each.
func compareMistakes(t *testing.T, mistakes []Mistake, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	var want, got []string
	for line := range strings.Lines(string(data)) {
		var m struct {
			Entry, Kind, Type, Text string
			Missed, Extra           []string
		}
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		listed[m.Kind] = true
		want = append(want, fmt.Sprintf("%s %s %s %q %d %d", m.Entry, m.Kind, m.Type, m.Text, len(m.Missed), len(m.Extra)))
	}
	for _, m := range mistakes {
		ofTool := m.Type == "" || m.Type.Conduct()
		if m.Fact == "internal" || !listed[m.Kind] || !ofTool {
			continue
		}
		clean := strings.ToValidUTF8(m.Text, "\uFFFD")
		got = append(got, fmt.Sprintf("%s %s %s %q %d %d", m.Entry, m.Kind, m.Type, clean, len(m.Missed), len(m.Extra)))
	}
	sort.Strings(want)
	sort.Strings(got)
	for i := range min(len(want), len(got)) {
		if got[i] != want[i] {
			t.Fatalf("mistakes: got %s, want %s", got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d mistakes, want %d", len(got), len(want))
	}
}

// maker makes readings out of gold, wrong in every field now and then.
type maker struct {
	rng   *rand.Rand
	wrong float64
}

func (m *maker) err() bool { return m.rng.Float64() < m.wrong }

func pick[T any](m *maker, list []T) T { return list[m.rng.IntN(len(list))] }

// slip returns x, or now and then one of the others.
func slip[T any](m *maker, x T, others ...T) T {
	if m.err() {
		return pick(m, others)
	}
	return x
}

// readings makes the readings of the entries and the lines that print them.
func (m *maker) readings(entries []Entry) (map[string]*plumbline.Reading, []byte) {
	readings, lines := map[string]*plumbline.Reading{}, []byte(nil)
	for i := range entries {
		e := &entries[i]
		r := &plumbline.Reading{Claims: m.claims(e)}
		if !m.err() {
			r.Narratives = []plumbline.Narrative{{File: e.Name, Placement: m.placement(e)}}
		}
		if m.err() {
			other := plumbline.Narrative{File: e.Name, Placement: plumbline.Placement{Tier: "3"}}
			r.Narratives = append([]plumbline.Narrative{other}, r.Narratives...)
		}
		for j := range r.Narratives {
			lines = append(encode.AppendNarrative(lines, &r.Narratives[j]), '\n')
		}
		for j := range r.Claims {
			r.Claims[j].File = "some/folder/" + e.Name
			lines = append(encode.AppendClaim(lines, &r.Claims[j]), '\n')
		}
		readings[e.Name] = r
	}
	return readings, lines
}

func (m *maker) placement(e *Entry) plumbline.Placement {
	var p plumbline.Placement
	answers := map[string]plumbline.Answer{"true": plumbline.Yes, "false": plumbline.No}
	for _, f := range e.gold.facts {
		switch f.name {
		case "tier":
			p.Tier = slip(m, plumbline.Tier(f.want), "", "1", "2WL")
		case "fully_meets":
			p.FullyMeets = slip(m, answers[f.want], "", plumbline.Yes)
		case "significant_efforts":
			p.SignificantEfforts = slip(m, answers[f.want], "", plumbline.No)
		case "move":
			p.Move = slip(m, plumbline.Move(f.want), "", plumbline.Placed)
		case "consecutive":
			_, _ = fmt.Sscan(f.want, &p.Consecutive)
			p.Consecutive = slip(m, p.Consecutive, 0, 5)
		case "waiver":
			p.Waiver = slip(m, f.want == "true", true, false)
		}
	}
	return p
}

// claims makes the claims of an entry in a random order of their places.
func (m *maker) claims(e *Entry) []plumbline.Claim {
	g := &e.gold
	var out []plumbline.Claim
	out = append(out, m.profile(e)...)
	for _, list := range [][]goldClaim{g.claims, g.claimsOptional, g.recommendations} {
		for i := range list {
			for !m.err() { // none, or now and then two
				out = append(out, m.claim(e, &list[i]))
				if !m.err() {
					break
				}
			}
		}
	}
	for range int(m.wrong * 60) {
		s := m.span(e, text.Span{Start: m.rng.IntN(len(e.Text)), End: m.rng.IntN(len(e.Text))})
		out = append(out, m.claim(e, &goldClaim{kind: pick(m, plumbline.ClaimTypes), span: s}))
	}
	out = append(out, m.trends(e)...)
	m.rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// span moves s a little, within the text and whole characters.
func (m *maker) span(e *Entry, s text.Span) text.Span {
	s = text.Span{Start: min(s.Start, s.End), End: max(s.Start, s.End)}
	if m.err() {
		s.Start += m.rng.IntN(80) - 40
	}
	if m.err() {
		s.End += m.rng.IntN(400) - 100
	}
	s.Start = min(max(s.Start, 0), len(e.Text)-1)
	s.End = min(max(s.End, s.Start+1), len(e.Text))
	for s.Start > 0 && e.Text[s.Start]&0xC0 == 0x80 {
		s.Start--
	}
	for s.End < len(e.Text) && e.Text[s.End]&0xC0 == 0x80 {
		s.End++
	}
	return s
}

// cite makes a claim at a span near s.
func (m *maker) cite(e *Entry, kind plumbline.ClaimType, s text.Span) plumbline.Claim {
	s = m.span(e, s)
	c := plumbline.Claim{Type: kind, FoundBy: "made/up", Citation: plumbline.Citation{Span: s, Quote: s.In(e.Text)}}
	if m.err() {
		c.Citation.Quote = slip(m, c.Citation.Quote, c.Citation.Quote+" ")
	}
	return c
}

// inProfile is a place in the profile, or now and then anywhere.
func (m *maker) inProfile(e *Entry) text.Span {
	p := e.gold.profile
	if p.Start < 0 || p.Empty() || m.err() {
		p = text.Span{End: len(e.Text)}
	}
	at := p.Start + m.rng.IntN(p.Len())
	return text.Span{Start: at, End: min(at+50, len(e.Text))}
}

// profile makes roles, forms and flows.
func (m *maker) profile(e *Entry) []plumbline.Claim {
	g := &e.gold
	own := string(e.Country)
	var out []plumbline.Claim
	roles := append(g.roles.without(nil), g.rolesOptional.without(nil)...)
	if g.internal == plumbline.Yes {
		roles = append(roles, "internal")
	}
	for _, r := range roles {
		c := m.cite(e, plumbline.Role, m.inProfile(e))
		c.Participants.Roles = []string{slip(m, r, "transit", "internal", "destination")}
		c.Participants.Subject = slip(m, []string{own}, nil, []string{"XXX"}, []string{"XXX", own})
		out = append(out, c)
	}
	for _, f := range append(g.forms.without(nil), g.formsOptional.without(nil)...) {
		c := m.cite(e, pick(m, plumbline.ProfileTypes[2:]), m.inProfile(e))
		c.Participants.Forms = []string{slip(m, f, plumbline.Forms...)}
		out = append(out, c)
	}
	var pairs []pair
	for _, f := range g.flows {
		pairs = append(pairs, f.pair)
	}
	for _, p := range g.flowsOptional.without(nil) {
		pairs = append(pairs, pair{p[:3], p[4:]})
	}
	for _, p := range pairs {
		for range 1 + m.rng.IntN(2) {
			c := m.cite(e, plumbline.Flow, m.inProfile(e))
			c.Participants.Origin = []string{slip(m, p.from, "Asia", "RUS", own)}
			c.Participants.Destination = slip(m, []string{p.to}, []string{p.to, "USA"}, []string{"the Gulf", p.to, own}, nil)
			c.Movement = slip(m, plumbline.Trafficked, "", plumbline.LaborMigration, plumbline.Return, plumbline.Smuggling)
			c.Reporting = slip(m, "", plumbline.NoEvidence, plumbline.Stated)
			c.Certainty = pick(m, []plumbline.Certainty{plumbline.Certain, plumbline.Probable, plumbline.Possible})
			out = append(out, c)
		}
	}
	return out
}

// claim makes the claim that g annotates.
func (m *maker) claim(e *Entry, g *goldClaim) plumbline.Claim {
	kinds := []plumbline.ClaimType{pick(m, plumbline.ConductTypes)}
	for finer, olders := range older {
		if holds(olders, g.kind) {
			kinds = append(kinds, finer)
		}
	}
	sort.Slice(kinds, func(i, j int) bool { return kinds[i] < kinds[j] })
	c := m.cite(e, slip(m, g.kind, kinds...), g.span)
	c.Valence = slip(m, g.valence, "", "+", "-", "~")
	c.Certainty = slip(m, g.certainty, "", plumbline.Certain, plumbline.Probable, plumbline.Unknown)
	c.Source = slip(m, g.source, "", plumbline.Author, plumbline.NGO, plumbline.Government)
	c.Reporting = slip(m, g.reporting, "", plumbline.Stated, plumbline.NoneReported, plumbline.NotReported)
	some := []plumbline.Figure{{}, plumbline.Known(0), plumbline.Known(int64(m.rng.IntN(9)))}
	c.Quantity.Count = slip(m, g.count, some...)
	c.Quantity.Previous = slip(m, g.previous, some...)
	c.Quantity.Min = slip(m, g.min, some...)
	c.Quantity.Max = slip(m, g.max, some...)
	c.Participants.Topics = g.topics.without(nil)
	if m.err() {
		c.Participants.Topics = append(c.Participants.Topics, "law")
	}
	return c
}

// trends makes trends from the trends of gold or, where it has none, from its
// conduct.
func (m *maker) trends(e *Entry) []plumbline.Claim {
	g := &e.gold
	var out []plumbline.Claim
	add := func(p string, d plumbline.Direction, s text.Span) {
		c := m.cite(e, plumbline.Trend, s)
		c.Participants.Topics = slip(m, []string{p}, nil, []string{"protection", "prevention"}, []string{"all"})
		c.Direction = slip(m, d, "", plumbline.Uneven)
		c.Valence = pick(m, []plumbline.Valence{"+", "-", "~"})
		out = append(out, c)
	}
	for _, trend := range append(g.trends.without(nil), g.trendsOptional.without(nil)...) {
		p, d, _ := strings.Cut(trend, " ")
		if !m.err() {
			add(p, plumbline.Direction(d), m.inProfile(e))
		}
	}
	for _, p := range []string{"prevention", "prosecution", "protection"} {
		for _, c := range append(append([]goldClaim{}, g.claims...), g.claimsOptional...) {
			if c.kind == trendType[p] && m.err() {
				add(p, plumbline.Increased, c.span)
			}
		}
	}
	return out
}

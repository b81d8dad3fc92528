package extract

import (
	"plumbline"
	"plumbline/internal/grammar"
)

// settings are the keys that rule files may use beyond those of package
// grammar, with the values allowed.
var settings = map[string][]string{
	"in":         {"profile", "assessment", "recommendations", "prosecution", "protection", "prevention"},
	"actor":      {"government", "any"},    // who must act; government is the default for conduct
	"act":        {"good", "harm", "none"}, // what doing it means; good is the default
	"valence":    {"+", "-", "~"},          // whatever the cues say
	"certainty":  {"certain", "probable", "possible", "unknown"},
	"reporting":  {"stated", "none-reported", "not-reported", "no-evidence", "no-information"},
	"aspect":     {"done", "ongoing", "planned", "predicted"},
	"unit":       nil,                                     // of the count
	"span":       {"unit", "match", "clause", "sentence"}, // what is cited; unit is the default
	"with-other": {"yes", "no"},                           // whether it stands beside stronger matches of the same unit
	"form":       plumbline.Forms,
	"sector":     nil,
	"means":      nil,
	"factor":     nil,
	"frequency":  {"most-common", "common", "less-common", "rare"},
	"direction":  {"increased", "maintained", "decreased", "uneven", "none"},
	"topic":      nil,
	"terms":      nil,
	"role":       {"source", "transit", "destination", "internal"},
	"of":         nil, // of whom an estimate is
	"movement":   {"trafficked", "labor-migration", "return", "smuggling"},
	"zero":       {"yes", "no"},   // whether a negated act counts as zero
	"victims":    victimGroups[:], // counts only where no other group is named
	"beside":     plumbline.Forms, // counts only where one of these forms is spoken of too
}

// cueKinds are the kinds of cue that this package reads.
var cueKinds = []string{"neg", "neg-hedge", "bad", "partial", "hedge", "silence", "condition", "aspect", "exposure", "source", "according"}

// traits are a rule's settings, looked up once.
type traits struct {
	typ       plumbline.ClaimType
	conduct   bool
	where     uint32 // bits of the sections that the rule is tried in
	anyActor  bool
	harm      bool
	neutral   bool
	alone     bool // stands beside stronger matches
	zero      bool
	unit      string
	span      string
	valence   plumbline.Valence
	certainty plumbline.Certainty
	reporting plumbline.Reporting
	aspect    plumbline.Aspect
	direction plumbline.Direction

	forms, sectors, means, factors, topics []string
	beside, victims                        []string
	frequency                              plumbline.Frequency
}

func sectionBit(s plumbline.SectionName) uint32 {
	for i, n := range plumbline.SectionNames {
		if n == s {
			return 1 << i
		}
	}
	return 0
}

// undivided is the bit of the assessment of a narrative that has no sections
// on prosecution, protection or prevention: elsewhere their lead sentences are
// the trends, and what the summary says of a P is conduct.
const undivided uint32 = 1 << 16

// zeroTypes are the acts of which "did none" is a count of zero.
var zeroTypes = map[plumbline.ClaimType]bool{
	plumbline.Investigation: true, plumbline.ProsecutionAct: true, plumbline.Conviction: true,
	plumbline.Identification: true, plumbline.Assistance: true, plumbline.Accountability: true,
}

func traitsOf(r *grammar.Rule) traits {
	t := traits{typ: plumbline.ClaimType(r.Type)}
	t.conduct = t.typ.Conduct()
	for _, s := range r.Settings["in"] {
		t.where |= sectionBit(plumbline.SectionName(s))
	}
	if t.where == 0 {
		t.where = defaultSections(&t)
	}
	if t.typ == plumbline.Trend && t.where&sectionBit(plumbline.AssessmentPart) != 0 {
		t.where = t.where&^sectionBit(plumbline.AssessmentPart) | undivided
	}
	t.anyActor = r.Setting("actor") == "any"
	t.harm = r.Setting("act") == "harm"
	t.neutral = r.Setting("act") == "none"
	t.alone = r.Setting("with-other") == "yes"
	t.zero = zeroTypes[t.typ] && r.Setting("zero") != "no"
	t.unit, t.span = r.Setting("unit"), r.Setting("span")
	t.valence = plumbline.Valence(r.Setting("valence"))
	t.certainty = plumbline.Certainty(r.Setting("certainty"))
	t.reporting = plumbline.Reporting(r.Setting("reporting"))
	t.aspect = plumbline.Aspect(r.Setting("aspect"))
	t.direction = plumbline.Direction(r.Setting("direction"))
	t.forms, t.sectors, t.means = r.Settings["form"], r.Settings["sector"], r.Settings["means"]
	t.factors, t.topics = r.Settings["factor"], r.Settings["topic"]
	t.beside, t.victims = r.Settings["beside"], r.Settings["victims"]
	t.frequency = plumbline.Frequency(r.Setting("frequency"))
	return t
}

// defaultSections are those in which a rule of the type is tried when it names
// none: profile types in the profile, conduct in what is said of efforts. All
// conduct rules serve the topics of recommendations as well.
func defaultSections(t *traits) (bits uint32) {
	for _, s := range plumbline.SectionNames {
		inProfile := s == plumbline.Profile
		if t.conduct != inProfile || s == plumbline.Recommendations && t.conduct {
			bits |= sectionBit(s)
		}
	}
	return bits
}

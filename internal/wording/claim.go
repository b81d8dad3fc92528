package wording

import (
	"slices"
	"strings"

	"plumbline"
)

// Mark says in a word which way a claim about conduct counts, whether it is a
// deed at all, and how sure that is. Silence comes before valence, so that it
// is never read as a zero, and promises come before deeds.
func Mark(c *plumbline.Claim) (string, Tone) {
	word, how := Word(c)
	if c.Reporting == plumbline.Stated || c.Reporting == "" {
		switch c.Certainty {
		case plumbline.Probable:
			word += ", probably"
		case plumbline.Possible:
			word += ", possibly"
		}
	}
	return Sign(c) + " " + word, how
}

// Sign is the valence, or a dot where there is none.
func Sign(c *plumbline.Claim) string {
	if c.Valence == "" {
		return "·"
	}
	return string(c.Valence)
}

// Word is Mark without sign and certainty, with its tone.
func Word(c *plumbline.Claim) (string, Tone) {
	switch c.Reporting {
	case plumbline.NoneReported:
		return "none reported", Doubtful
	case plumbline.NotReported:
		return "did not say", Doubtful
	case plumbline.NoEvidence:
		return "no evidence", Neutral
	case plumbline.NoInformation:
		return "not known", Neutral
	}
	switch c.Type {
	case plumbline.Recommendation: // to the government, that it may follow or not
		return "recommended", Neutral
	case plumbline.Flow:
		return Movement(c.Movement), Neutral
	}
	switch c.Aspect {
	case plumbline.Planned:
		return "planned", Doubtful
	case plumbline.Predicted:
		return "predicted", Doubtful
	}
	if word := Conclusions[c.Type][c.Valence]; word != "" {
		return word, map[plumbline.Valence]Tone{plumbline.Good: Good, plumbline.Bad: Bad}[c.Valence]
	}
	if word := directionWords[c.Direction]; word != "" && c.Type == plumbline.Trend {
		return word, map[plumbline.Valence]Tone{plumbline.Good: Good, plumbline.Mixed: Doubtful, plumbline.Bad: Bad}[c.Valence]
	}
	harm := slices.Contains(harmful, c.Type) || c.Terms != nil && c.Terms.Kind == "used-against-victims"
	switch c.Valence {
	case plumbline.Good:
		if harm {
			return "no harm", Good
		}
		return "did", Good
	case plumbline.Mixed:
		return "partly", Doubtful
	case plumbline.Bad:
		switch {
		case harm:
			return "did harm", Bad
		case hasCue(c, plumbline.NegationCue):
			return "did not", Bad
		}
		return "fell short", Bad
	}
	if c.Certainty == plumbline.Unknown {
		return "not known", Neutral
	}
	return "noted", Neutral
}

// harmful lists the types of conduct of which doing it is the harm: under
// them "did not" would read as blame for what was rightly left undone.
var harmful = []plumbline.ClaimType{
	plumbline.StatePolicy, plumbline.Complicity, plumbline.Penalization, plumbline.ForcedReturn, plumbline.ExitRestriction,
}

// directionWords say where a trend points.
var directionWords = map[plumbline.Direction]string{
	plumbline.Increased: "increased", plumbline.Maintained: "maintained", plumbline.Decreased: "decreased",
	plumbline.Uneven: "uneven", plumbline.NoEfforts: "no efforts",
}

// Movement says what kind of movement a flow is. Only trafficking is called so.
func Movement(m plumbline.Movement) string {
	switch m {
	case plumbline.Trafficked:
		return "trafficking"
	case plumbline.LaborMigration:
		return "work abroad that the text calls possibly exploitative"
	case plumbline.Return, plumbline.Smuggling:
		return string(m)
	}
	return "movement that the text does not call trafficking"
}

// Conclusions are the words for what the publisher concludes: it is no deed.
var Conclusions = map[plumbline.ClaimType]map[plumbline.Valence]string{
	plumbline.Compliance:     {plumbline.Good: "met", plumbline.Bad: "fell short"},
	plumbline.PlacementClaim: {plumbline.Good: "raised", plumbline.Bad: "lowered", plumbline.Mixed: "placed", "": "placed"},
}

func hasCue(c *plumbline.Claim, kind plumbline.EvidenceKind) bool {
	return slices.ContainsFunc(c.Evidence, func(e plumbline.Evidence) bool { return e.What == kind })
}

// Hedge says how firmly and by whom a claim is stated, with the text's own
// words where they are known; nothing when the author states it flatly. Of a
// silence it says only whose it is.
func Hedge(c *plumbline.Claim, text string) string {
	said := sourceWords[c.Source]
	if c.Reporting == plumbline.NotReported && c.Source == plumbline.Government {
		said = "" // nobody says what he does not report
	}
	sure := CertaintyWords[c.Certainty]
	if sure == "" || c.Reporting != plumbline.Stated && c.Reporting != "" {
		return said
	}
	if cue := cueWords(c, text); cue != "" {
		sure += " (" + cue + ")"
	}
	return Dots(said, sure)
}

// CertaintyWords are the words for a certainty that is less than certain.
var CertaintyWords = map[plumbline.Certainty]string{
	plumbline.Probable: "probable", plumbline.Possible: "possible", plumbline.Unknown: "not known to the author",
}

// Promise says of a promise or forecast that it is one.
func Promise(c *plumbline.Claim) string {
	if c.Type == plumbline.Recommendation {
		return ""
	}
	switch c.Aspect {
	case plumbline.Planned, plumbline.Predicted:
		return string(c.Aspect) + ", not done"
	}
	return ""
}

var sourceWords = map[plumbline.SourceKind]string{
	plumbline.Government:         "the government says",
	plumbline.NGO:                "NGOs say",
	plumbline.InternationalOrg:   "international organizations say",
	plumbline.Media:              "media say",
	plumbline.Victim:             "victims say",
	plumbline.Defector:           "defectors say",
	plumbline.Observer:           "observers say",
	plumbline.UnspecifiedReports: "reports say",
}

// cueWords quotes the words that hedge a claim.
func cueWords(c *plumbline.Claim, text string) string {
	var words []string
	for _, e := range c.Evidence {
		if e.What != plumbline.HedgeCue && e.What != plumbline.ReportCue {
			continue
		}
		if e.Span.Start < 0 || e.Span.Empty() || e.Span.End > len(text) {
			continue
		}
		w := "“" + Clean(e.Span.In(text)) + "”"
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return strings.Join(words, ", ")
}

// Silence says what a reporting other than stated means.
func Silence(r plumbline.Reporting) string {
	switch r {
	case plumbline.NoneReported:
		return "none was reported, which is not a zero"
	case plumbline.NotReported:
		return "the government did not report it"
	case plumbline.NoEvidence:
		return "the author found no evidence and does not know"
	case plumbline.NoInformation:
		return "the author had no information and does not know"
	}
	return ""
}

// TypeName is the heading of a claim type.
func TypeName(t plumbline.ClaimType) string {
	if name := map[plumbline.ClaimType]string{
		plumbline.Compliance: "Minimum standards", plumbline.Plan: "Plan and coordination", plumbline.Sentencing: "Sentences",
		plumbline.Accountability: "Accountability of officials", plumbline.Complicity: "Complicity of officials",
		plumbline.Identification: "Identification of victims", plumbline.Assistance: "Assistance to victims",
		plumbline.Penalization: "Penalization of victims", plumbline.Repatriation: "Repatriation of victims",
		plumbline.Demand: "Reducing demand", plumbline.LaborOversight: "Oversight of labor", plumbline.Treaty: "Treaties",
		plumbline.CivilSociety: "Room for civil society", plumbline.ExitRestriction: "Restriction of leaving",
	}[t]; name != "" {
		return name
	}
	s := ID(string(t))
	return strings.ToUpper(s[:1]) + s[1:]
}

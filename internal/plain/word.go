package plain

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"plumbline"
)

// mark says in a word which way a claim about conduct counts, whether it is a
// deed at all, and how sure that is. Silence comes before valence, so that it
// is never read as a zero, and promises come before deeds.
func mark(c *plumbline.Claim) (string, paint) {
	word, how := markWord(c)
	if c.Reporting == plumbline.Stated || c.Reporting == "" {
		switch c.Certainty {
		case plumbline.Probable:
			word += ", probably"
		case plumbline.Possible:
			word += ", possibly"
		}
	}
	return sign(c) + " " + word, how
}

// sign is the valence, or a dot where there is none.
func sign(c *plumbline.Claim) string {
	if c.Valence == "" {
		return "·"
	}
	return string(c.Valence)
}

func markWord(c *plumbline.Claim) (string, paint) {
	switch c.Reporting {
	case plumbline.NoneReported:
		return "none reported", yellow
	case plumbline.NotReported:
		return "did not say", yellow
	case plumbline.NoEvidence:
		return "no evidence", none
	case plumbline.NoInformation:
		return "not known", none
	}
	switch c.Aspect {
	case plumbline.Planned:
		return "planned", yellow
	case plumbline.Predicted:
		return "predicted", yellow
	}
	if word := conclusions[c.Type][c.Valence]; word != "" {
		return word, map[plumbline.Valence]paint{plumbline.Good: green, plumbline.Bad: red}[c.Valence]
	}
	harm := slices.Contains(harmful, c.Type) || c.Terms != nil && c.Terms.Kind == "used-against-victims"
	switch c.Valence {
	case plumbline.Good:
		if harm {
			return "no harm", green
		}
		return "did", green
	case plumbline.Mixed:
		return "partly", yellow
	case plumbline.Bad:
		switch {
		case harm:
			return "did harm", red
		case hasCue(c, plumbline.NegationCue):
			return "did not", red
		}
		return "fell short", red
	}
	if c.Certainty == plumbline.Unknown {
		return "not known", none
	}
	return "noted", none
}

// harmful lists the types of conduct of which doing it is the harm: under
// them "did not" would read as blame for what was rightly left undone.
var harmful = []plumbline.ClaimType{
	plumbline.StatePolicy, plumbline.Complicity, plumbline.Penalization, plumbline.ForcedReturn, plumbline.ExitRestriction,
}

// conclusions are the words for what the publisher concludes: it is no deed.
var conclusions = map[plumbline.ClaimType]map[plumbline.Valence]string{
	plumbline.Compliance:     {plumbline.Good: "met", plumbline.Bad: "fell short"},
	plumbline.PlacementClaim: {plumbline.Good: "raised", plumbline.Bad: "lowered", plumbline.Mixed: "placed", "": "placed"},
}

func hasCue(c *plumbline.Claim, kind plumbline.EvidenceKind) bool {
	return slices.ContainsFunc(c.Evidence, func(e plumbline.Evidence) bool { return e.What == kind })
}

// hedge says how firmly and by whom a claim is stated, with the text's own
// words where they are known; nothing when the author states it flatly. Of a
// silence it says only whose it is.
func hedge(c *plumbline.Claim, text string) string {
	said := sourceWords[c.Source]
	if c.Reporting == plumbline.NotReported && c.Source == plumbline.Government {
		said = "" // nobody says what he does not report
	}
	sure := certaintyWords[c.Certainty]
	if sure == "" || c.Reporting != plumbline.Stated && c.Reporting != "" {
		return said
	}
	if cue := cueWords(c, text); cue != "" {
		sure += " (" + cue + ")"
	}
	return dots(said, sure)
}

var certaintyWords = map[plumbline.Certainty]string{
	plumbline.Probable: "probable", plumbline.Possible: "possible", plumbline.Unknown: "not known to the author",
}

// promise says of a promise or forecast that it is one.
func promise(c *plumbline.Claim) string {
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
		w := "“" + clean(e.Span.In(text)) + "”"
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return strings.Join(words, ", ")
}

// silence says what a reporting other than stated means.
func silence(r plumbline.Reporting) string {
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

// figures says what a quantity says: "convictions: 7 (before: 12)", or
// "number: 3" where nothing tells of what.
func figures(q plumbline.Quantity) string {
	s := amount(q)
	if q.Previous.Known {
		if s == "" {
			s = "number not given"
		}
		s += " (before: " + thousands(q.Previous.N) + ")"
	}
	if s == "" {
		return s
	}
	return cmp.Or(id(q.Unit), "number") + ": " + s
}

func amount(q plumbline.Quantity) string {
	var s string
	switch {
	case q.Min.Known && q.Max.Known && q.Min.N != q.Max.N:
		s = thousands(q.Min.N) + " to " + thousands(q.Max.N)
	case q.Min.Known && !q.Max.Known:
		s = "at least " + thousands(q.Min.N)
	case q.Count.Known:
		s = thousands(q.Count.N)
	case q.Min.Known && q.Max.Known:
		s = thousands(q.Min.N)
	case q.Max.Known:
		s = "at most " + thousands(q.Max.N)
	case q.Share.Known:
		s = strconv.FormatFloat(q.Share.R*100, 'f', -1, 64) + "%"
	}
	if s != "" && q.Approx {
		s = "about " + s
	}
	return s
}

// thousands writes n with commas, as the reports do.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// id shows an id of the codebook as words; the text's own words stay.
func id(s string) string {
	if strings.ContainsAny(s, " ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return clean(s)
	}
	return strings.ReplaceAll(s, "-", " ")
}

func ids(list []string) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = id(s)
	}
	return strings.Join(words, ", ")
}

// when says a time, in ISO 8601 as it is kept.
func when(t plumbline.Interval) string {
	switch {
	case t.Start == "" && t.End == "":
		return ""
	case t.Start == "":
		return "until " + day(t.End)
	case t.End == "" || t.End == t.Start:
		return "in " + day(t.Start)
	}
	return day(t.Start) + " to " + day(t.End)
}

// day writes a month or day of a year that is not said in words: "--12-03".
func day(s string) string {
	for _, layout := range []string{"--01", "--01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(map[string]string{"--01": "January", "--01-02": "2 January"}[layout])
		}
	}
	return s
}

// terms says what a law provides.
func terms(t *plumbline.Terms) string {
	if t == nil {
		return ""
	}
	var said []string
	add := func(s string) {
		if s != "" {
			said = append(said, s)
		}
	}
	add(map[string]string{"anti-trafficking": "anti-trafficking law", "related": "related law", "used-against-victims": "law used against victims"}[t.Kind])
	if len(t.Covers) > 0 {
		add("covers " + ids(t.Covers))
	}
	add(ids(t.Population))
	switch {
	case t.YearsMin.Known && t.YearsMax.Known:
		add(fmt.Sprintf("%d to %d years in prison", t.YearsMin.N, t.YearsMax.N))
	case t.YearsMin.Known:
		add(fmt.Sprintf("at least %d years in prison", t.YearsMin.N))
	case t.YearsMax.Known:
		add(fmt.Sprintf("up to %d years in prison", t.YearsMax.N))
	}
	add(map[plumbline.Answer]string{plumbline.Yes: "a fine may stand instead", plumbline.No: "no fine instead"}[t.FineOption])
	add(map[plumbline.Answer]string{
		plumbline.Yes: "force, fraud or coercion needed for children too", plumbline.No: "no force, fraud or coercion needed for children",
	}[t.ForceProof])
	add(ids(t.Judgement))
	return strings.Join(said, "; ")
}

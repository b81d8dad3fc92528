package extract

import (
	"plumbline"
	"plumbline/internal/grammar"
)

// signals are the cues that bear on one claim, by what they do to it.
type signals struct {
	neg, bad, partial int
	negEnd            int  // token behind the last plain negation
	denied            bool // that it was done, not only that something is lacking
	hedge             plumbline.Certainty
	silence           plumbline.Reporting
	aspect            string
	source            plumbline.SourceKind
}

// scope sets valence, certainty, reporting, aspect, source and evidence of a
// claim that match f of unit u carries, from the cues that bear on it. It
// reports whether the text denies that the act was done.
func (r *reader) scope(c *plumbline.Claim, u int, f found) (denied bool) {
	var s signals
	for _, cue := range r.a.Cues {
		if cue.Kind == "partial" && cue.First < r.a.Units[u].First && r.governed(u) {
			continue // "took some steps, including training police"
		}
		if !r.a.Bears(cue, u, f.Trigger) && !r.inSharedObject(cue, u, f) || !f.conduct && r.aside(cue, u) || cue.Last <= r.units[u].lead && f.Trigger >= r.units[u].lead {
			continue
		}
		if r.idle(cue, u, f) {
			continue
		}
		if cue.Kind == "partial" && cue.First == r.a.Units[u].Head && cue.Last == cue.First+1 { // "limited access", the verb
			s.bad++
		}
		r.signal(&s, cue, c)
	}
	if r.prevented(u) {
		s.neg++
	}
	c.Certainty, c.Reporting, c.Aspect, c.Source = plumbline.Certain, plumbline.Stated, plumbline.Done, plumbline.Author
	if v := &r.units[u]; v.source != "" && !r.telling(u, f) {
		c.Source, c.Certainty = v.source, plumbline.Probable
		r.witness(c, plumbline.SourceCue, v.sourceAt)
		if v.alleged && s.hedge == "" {
			s.hedge = plumbline.Possible
		}
	} else if s.source != "" {
		c.Source, c.Certainty = s.source, plumbline.Probable
	}
	if s.silence == "" && r.unreported(u) {
		s.silence = plumbline.NoneReported
	}
	if s.hedge != "" && weaker(s.hedge, c.Certainty) {
		c.Certainty = s.hedge
	}
	switch s.aspect {
	case "planned":
		c.Aspect = plumbline.Planned
	case "ongoing":
		c.Aspect = plumbline.Ongoing
	}
	c.Valence = valence(f.traits, &s)
	r.silence(c, f, &s)
	override(c, f.traits, &s)
	if !f.conduct {
		c.Valence = ""
		if f.typ == plumbline.Trend {
			c.Valence = f.valence
		}
		c.Reporting = ""
	}
	return s.denied
}

// crimeOf reports whether token k stands in what a suspect is said to have done.
func (r *reader) crimeOf(f found, k int) bool {
	if r.typeOf(f) < 0 && f.typ != plumbline.Accountability || f.typ == plumbline.Identification {
		return false
	}
	_, _, ok := r.a.Find(max(f.Trigger, r.a.Units[f.Unit].Head)+1, k, r.lex.figures.purpose)
	return ok
}

// telling reports whether what match f of unit u finds is the telling itself:
// that a government admits the problem, or publishes data.
func (r *reader) telling(u int, f found) bool {
	head := r.a.Units[u].Head
	return (f.typ == plumbline.Acknowledgement || f.typ == plumbline.Data) && f.First <= head && head < f.Last && r.a.InLexicon(head, r.lex.reportVerb) > 0
}

// prevented reports whether unit u is what somebody is kept from: "prevented
// victims from leaving".
func (r *reader) prevented(u int) bool {
	unit := &r.a.Units[u]
	if unit.Link != grammar.Adjunct || unit.Parent < 0 || unit.Start <= r.a.First || r.a.InLexicon(unit.Start-1, r.lex.from) == 0 {
		return false
	}
	head := r.a.Units[unit.Parent].Head
	return head >= 0 && r.a.InLexicon(head, r.lex.preventing) > 0
}

// idle reports whether a cue that bears on unit u changes nothing of match f.
func (r *reader) idle(cue grammar.Cue, u int, f found) bool {
	unit := &r.a.Units[u]
	switch {
	case f.conduct && cue.First > f.Trigger && r.inComparison(unit.First, cue.First):
		return true // "convicted 13 traffickers, compared with none in 2015"
	case cue.Kind == "bad" && cue.First > unit.Head && f.Trigger >= unit.Start && r.crimeOf(f, cue.First):
		return true // "arrested two guards for abuses in an overcrowded prison"
	case cue.Kind == "bad" && cue.Value == "suspended":
		return f.typ == plumbline.Accountability // who suspends an officer holds him to account
	case cue.Kind == "bad" && cue.Value == "denied":
		return f.typ == plumbline.Demand // who is denied entry there is an offender
	case cue.Kind == "neg" && f.harm && unit.Head >= 0:
		return cue.Value == "without" && cue.First > unit.Head || // "arrested women without screening them"
			cue.Value == "noun" && cue.First < unit.Start && f.Trigger >= unit.Start // "the lack of rules led to arrests of victims"
	case cue.Kind == "hedge" && cue.Reach == grammar.InGroup:
		return r.right(u, f)
	}
	return false
}

// right reports whether "may" gives a right in unit u, and hedges nothing:
// "victims may seek compensation", "the minister may grant permits".
func (r *reader) right(u int, f found) bool {
	unit := &r.a.Units[u]
	switch f.typ {
	case plumbline.Assistance, plumbline.Repatriation, plumbline.Law, plumbline.LaborOversight:
	default:
		return false
	}
	if unit.Form != grammar.Finite || unit.Head-unit.Start > 3 {
		return false
	}
	if r.a.InLexicon(unit.Head, r.lex.empowered) > 0 {
		return true
	}
	_, _, victims := r.a.Find(unit.SubjFirst, unit.SubjLast, r.lex.victim)
	_, _, people := r.a.Find(unit.SubjFirst, unit.SubjLast, r.lex.person)
	return (victims || people) && r.a.InLexicon(unit.Head, r.lex.entitled) > 0
}

// inSharedObject reports whether the cue stands in the object that unit u
// shares with the units joined to it: "prosecuted and convicted fewer people".
func (r *reader) inSharedObject(cue grammar.Cue, u int, f found) bool {
	if cue.First < r.a.Units[u].Last || cue.Last > f.to {
		return false
	}
	if cue.Kind == "hedge" || cue.Kind == "source" {
		return false // an alleged trafficker was charged all the same
	}
	own := r.a.UnitAt(cue.First)
	return cue.Reach != grammar.InGroup && r.a.Bears(cue, own, f.to)
}

var evidenceOf = map[string]plumbline.EvidenceKind{
	"neg": plumbline.NegationCue, "neg-hedge": plumbline.NegationCue, "bad": plumbline.AspectCue, "partial": plumbline.AspectCue, "hedge": plumbline.HedgeCue,
	"silence": plumbline.ReportCue, "source": plumbline.SourceCue, "exposure": plumbline.HedgeCue, "condition": plumbline.ConditionCue, "aspect": plumbline.AspectCue,
}

func (r *reader) signal(s *signals, cue grammar.Cue, c *plumbline.Claim) {
	switch cue.Kind {
	case "neg":
		if cue.Value != "" && s.negEnd > 0 && cue.First-s.negEnd < 3 && !r.parted(s.negEnd, cue.First) { // "did not fail to"
			s.neg--
			s.negEnd = 0
			break
		}
		s.neg++
		s.denied = s.denied || cue.Value != "noun" && cue.Value != "without"
		if s.negEnd = 0; cue.Value == "" {
			s.negEnd = cue.Last
		}
	case "neg-hedge": // "no known": denied as far as anyone knows
		s.neg++
		s.hedge = plumbline.Certainty(cue.Value)
	case "bad":
		s.bad++
	case "partial":
		s.partial++
	case "hedge":
		if h := plumbline.Certainty(cue.Value); s.hedge == "" || weaker(h, s.hedge) {
			s.hedge = h
		}
	case "silence":
		if s.silence == "" {
			s.silence = plumbline.Reporting(cue.Value)
		}
	case "aspect":
		if s.aspect == "" || cue.Value == "planned" {
			s.aspect = cue.Value
		}
	case "source":
		s.source = plumbline.SourceKind(cue.Value)
	case "exposure":
		if c.Type != plumbline.Flow && c.Type != plumbline.Exploitation {
			return // that people are exposed is what the others say
		}
		if s.hedge == "" || weaker(plumbline.Possible, s.hedge) {
			s.hedge = plumbline.Possible
		}
	default:
		return
	}
	r.witness(c, evidenceOf[cue.Kind], r.span(cue.First, cue.Last))
}

// weaker reports whether a is a weaker certainty than b.
func weaker(a, b plumbline.Certainty) bool { return strength(a) < strength(b) }

func strength(c plumbline.Certainty) int {
	switch c {
	case plumbline.Certain:
		return 3
	case plumbline.Probable:
		return 2
	case plumbline.Possible:
		return 1
	}
	return 0
}

// valence weighs the signals for an act that is good or harmful in itself.
func valence(t *traits, s *signals) plumbline.Valence {
	negated := s.neg > 0
	if t.harm {
		if negated {
			return plumbline.Good
		}
		return plumbline.Bad
	}
	switch {
	case negated || s.bad > 0:
		return plumbline.Bad
	case s.partial > 0 || s.aspect == "planned":
		return plumbline.Mixed
	}
	return plumbline.Good
}

// silence keeps what was not reported, and what the author does not know,
// apart from what was not done.
func (r *reader) silence(c *plumbline.Claim, f found, s *signals) {
	switch s.silence {
	case plumbline.NoneReported:
		c.Reporting = plumbline.NoneReported
		c.Valence = plumbline.Bad
		if f.harm {
			c.Valence = plumbline.Good
		}
		if weaker(plumbline.Probable, c.Certainty) {
			c.Certainty = plumbline.Probable
		}
	case plumbline.NoEvidence, plumbline.NoInformation:
		c.Reporting, c.Certainty, c.Valence = s.silence, plumbline.Unknown, ""
	}
}

// override applies what a rule says whatever the cues are.
func override(c *plumbline.Claim, t *traits, s *signals) {
	if t.valence != "" && !(t.valence == plumbline.Mixed && s.neg > 0) {
		c.Valence = t.valence
	}
	if t.certainty != "" {
		c.Certainty = t.certainty
	}
	if t.reporting != "" {
		c.Reporting = t.reporting
	}
	if t.aspect != "" {
		c.Aspect = t.aspect
	}
	if c.Reporting == plumbline.NoEvidence || c.Reporting == plumbline.NoInformation {
		c.Valence, c.Certainty = "", plumbline.Unknown
	}
}

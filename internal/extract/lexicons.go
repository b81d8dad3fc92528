package extract

import (
	"fmt"

	"plumbline/internal/grammar"
)

// lexicons are the word lists that this package itself asks for, by the name
// that they have in the rule files.
type lexicons struct {
	government, ngo, international, media, observer, victimSource, defector, reports            grammar.LexID
	victim, countedAct, that, anaphor, turn, standsFor, support, reportVerb, compared           grammar.LexID
	allege, clauseReport, telling, ruling, entitled, empowered, preventing, recount, otherState grammar.LexID
	preposition, topical, coordinator, subordinator, by, of, run                                grammar.LexID
	source, transit, destination                                                                grammar.LexID
	from, via, toward, beforeName, person, offender, tourist                                    grammar.LexID
	words                                                                                       profileWords
	law                                                                                         lawWords
	figures                                                                                     figureWords
}

// wanted gives the name of each and where its number goes.
func (l *lexicons) wanted() map[string]*grammar.LexID {
	wanted := map[string]*grammar.LexID{
		"government": &l.government, "ngo": &l.ngo, "international": &l.international, "media": &l.media,
		"observer": &l.observer, "victim-source": &l.victimSource, "defector": &l.defector, "reports": &l.reports,
		"support": &l.support, "victim": &l.victim, "counted-act": &l.countedAct, "that": &l.that, "anaphor": &l.anaphor, "turn": &l.turn, "stands-for": &l.standsFor, "report-verb": &l.reportVerb, "compared": &l.compared,
		"entitled": &l.entitled, "preventing": &l.preventing, "recount": &l.recount, "other-state": &l.otherState, "empowered": &l.empowered, "allege": &l.allege, "clause-report": &l.clauseReport, "telling": &l.telling, "ruling": &l.ruling,
		"preposition": &l.preposition, "topical": &l.topical, "coordinator": &l.coordinator, "subordinator": &l.subordinator, "by": &l.by, "run-by": &l.run, "of": &l.of,
		"role-source": &l.source, "role-transit": &l.transit, "role-destination": &l.destination,
		"from": &l.from, "via": &l.via, "toward": &l.toward, "before-name": &l.beforeName,
		"person": &l.person, "offender": &l.offender, "tourist": &l.tourist,
	}
	l.words.want(wanted)
	l.law.want(wanted)
	l.figures.want(wanted)
	return wanted
}

func (l *lexicons) find(g *grammar.Grammar) error {
	for name, id := range l.wanted() {
		lex, ok := g.Lexicon(name)
		if !ok {
			return fmt.Errorf("data/%s: no lexicon %q; define it in one of the rule files", folder, name)
		}
		*id = lex
	}
	return nil
}

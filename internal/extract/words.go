package extract

import "plumbline/internal/grammar"

// profileWords are the word lists that the reading of profiles asks for.
type profileWords struct {
	contrast, anaphor, others                                                             grammar.LexID // where a clause begins
	roleWord, territory, forWord                                                          grammar.LexID // phrases on roles
	between, countries, namely                                                            grammar.LexID // inside lists of places
	site, afterNoun                                                                       grammar.LexID // behind an adjective of people
	recipient, selling, exploiting                                                        grammar.LexID // around those who exploit or buy
	leaving, reaching, abroad, bound, originating                                         grammar.LexID // what governs a place
	nationals, including, returning, elsewhereNoun                                        grammar.LexID
	being, placesOf, placesIn, foreign, otherTrade                                        grammar.LexID
	with, among, noting, leads, local, perhaps, prisons, leadWord, these, inside, not, no grammar.LexID
	groups                                                                                [len(victimGroups)]grammar.LexID
	perpetrators                                                                          [len(perpetrators)]grammar.LexID
}

// victimGroups and perpetrators are ids of groups; the lexicon of each is
// named group- or perpetrator- and the id.
var (
	victimGroups = [...]string{
		"men", "women", "children", "girls", "boys", "migrants", "workers", "refugees", "displaced-persons",
		"minorities", "lgbti-persons", "persons-with-disabilities", "students", "prisoners", "conscripts",
	}
	perpetrators = [...]string{
		"traffickers", "criminal-groups", "family-members", "employers", "recruiters", "officials", "armed-groups",
		"tourists", "religious-teachers", "smugglers", "intimate-partners",
	}
)

func (w *profileWords) want(wanted map[string]*grammar.LexID) {
	for name, id := range map[string]*grammar.LexID{
		"contrast": &w.contrast, "same-people": &w.anaphor, "others": &w.others,
		"role-word": &w.roleWord, "country-word": &w.territory, "for-word": &w.forWord,
		"between-names": &w.between, "countries-word": &w.countries, "namely": &w.namely,
		"site": &w.site, "after-noun": &w.afterNoun,
		"recipient": &w.recipient, "selling": &w.selling, "exploiting": &w.exploiting,
		"leaving-place": &w.leaving, "reaching": &w.reaching, "other-lands": &w.abroad, "bound-for": &w.bound, "originating": &w.originating,
		"nationals": &w.nationals, "listing": &w.including, "returning": &w.returning, "situation": &w.elsewhereNoun,
		"being-at": &w.being, "places-of": &w.placesOf, "places-in": &w.placesIn, "foreign": &w.foreign, "other-trade": &w.otherTrade,
		"together-with": &w.with, "between-two": &w.among, "noting": &w.noting, "plain-not": &w.not, "plain-no": &w.no, "inside-of": &w.inside, "lead-word": &w.leadWord, "these-people": &w.these, "prisons": &w.prisons, "perhaps": &w.perhaps, "local-people": &w.local, "role-lead": &w.leads,
	} {
		wanted[name] = id
	}
	for i, id := range victimGroups {
		wanted["group-"+id] = &w.groups[i]
	}
	for i, id := range perpetrators {
		wanted["perpetrator-"+id] = &w.perpetrators[i]
	}
}

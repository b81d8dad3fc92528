package encode

import "strings"

// Field describes one key of a JSON object and the CSV column that bears the
// same name.
type Field struct {
	Name    string // its path: citation.start
	Kind    string // id, word, words, text, code, codes, number, offset, answer, bool, places
	Meaning string
	Unit    string // empty where it has none
}

// Column returns the name of the field's CSV column.
func (f Field) Column() string { return strings.ReplaceAll(f.Name, ".", "_") }

// NarrativeColumns and ClaimColumns name the CSV columns in their order.
var (
	NarrativeColumns = columns(NarrativeFields())
	ClaimColumns     = columns(ClaimFields())
)

func columns(fields []Field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Column()
	}
	return names
}

// ClaimFields describes the keys of a claim in their order.
func ClaimFields() []Field {
	fields := append([]Field{
		{"kind", "word", "always claim", ""},
		{"id", "id", "the claim's identity; it does not depend on the rule that found it", ""},
		{"narrative", "id", "the narrative that says it", ""},
		{"file", "text", "the path or name of the file that was read", ""},
		{"country", "code", "the country of the narrative, whoever acts", "ISO 3166-1 alpha-3"},
		{"year", "number", "the year of the report", "year"},
		{"section", "word", "the section that says it", ""},
		{"type", "word", "what kind of thing is said", ""},
		{"valence", "word", "which way conduct counts: + did, - did not or did harm, ~ in part or planned; null where the claim is not about conduct or the author does not know", ""},
		{"certainty", "word", "how firmly it is said: certain, probable, possible, unknown", ""},
		{"reporting", "word", "stated, none-reported, not-reported, no-evidence, no-information; only stated can be a zero", ""},
		{"aspect", "word", "done, ongoing, planned, predicted; the last two are no deeds", ""},
		{"source", "word", "who says it, as far as the text tells", ""},
		{"movement", "word", "of a flow: trafficked, labor-migration, return, smuggling; whatever counts flows takes trafficked only", ""},
		{"direction", "word", "of a trend: increased, maintained, decreased, uneven, none", ""},
		{"frequency", "word", "of a scheme: most-common, common, less-common, rare", ""},
	}, participantFields()...)
	fields = append(fields, figureFields()...)
	return append(fields,
		Field{"time.start", "date", "when it was so, as short as known", "ISO 8601"},
		Field{"time.end", "date", "until when", "ISO 8601"},
		Field{"citation.start", "offset", "where the quote begins in the document's text", "byte"},
		Field{"citation.end", "offset", "where the quote ends", "byte"},
		Field{"citation.quote", "text", "exactly those bytes", ""},
		Field{"citation.page", "number", "the page of the original on which the quote begins; null where there are no pages", "page"},
		Field{"citation.last_page", "number", "the page on which it ends", "page"},
		Field{"found_by", "word", "the rule that found it", ""},
		Field{"evidence", "places", "the words that shaped it: negation, hedge, report, condition, aspect, source, quantity, time, reference, place", "byte"},
		Field{"qualified_by", "ids", "claims beside it that undercut it", ""},
		Field{"act", "id", "shared by claims that tell the same act, which counts once", ""},
	)
}

func participantFields() []Field {
	return []Field{
		{"participants.subject", "codes", "the countries that it is about", "ISO 3166-1 alpha-3"},
		{"participants.actor", "codes", "who acts: a country, publisher, ngo or international-organization", "ISO 3166-1 alpha-3"},
		{"participants.origin", "codes", "of a flow: where from; every origin goes to every destination", "ISO 3166-1 alpha-3"},
		{"participants.origin_regions", "words", "regions of origin; never resolved into countries", ""},
		{"participants.destination", "codes", "of a flow: where to", "ISO 3166-1 alpha-3"},
		{"participants.destination_regions", "words", "regions of destination; never resolved into countries", ""},
		{"participants.transit", "codes", "of a flow: by way of", "ISO 3166-1 alpha-3"},
		{"participants.roles", "words", "source, transit, destination, internal", ""},
		{"participants.victims", "words", "who suffers it", ""},
		{"participants.perpetrators", "words", "who does it", ""},
		{"participants.buyer", "words", "who buys or profits", ""},
		{"participants.instrument", "words", "laws, treaties and plans as the text names them", ""},
		{"participants.forms", "words", "forms of exploitation", ""},
		{"participants.sectors", "words", "sectors of work", ""},
		{"participants.means", "words", "means of control", ""},
		{"participants.factors", "words", "factors of vulnerability", ""},
		{"participants.topics", "words", "of a recommendation or trend: what it concerns", ""},
	}
}

func figureFields() []Field {
	return []Field{
		{"quantity.count", "number", "the number; 0 only where the text says that none was done, null where it is not known", "quantity.unit"},
		{"quantity.min", "number", "at least", "quantity.unit"},
		{"quantity.max", "number", "at most", "quantity.unit"},
		{"quantity.share", "number", "a share", "0 to 1"},
		{"quantity.previous", "number", "the number of the period before, where the same sentence gives it", "quantity.unit"},
		{"quantity.unit", "word", "what is counted", ""},
		{"quantity.of", "word", "of an estimate: victims, potential-victims, prisoners, irregular-migrants, migrants, persons; 150,000 prisoners are not 150,000 victims", ""},
		{"quantity.approx", "bool", "whether the text calls the number approximate", ""},
		{"terms.covers", "words", "of a law: sex, labor", ""},
		{"terms.population", "words", "of a law: adults, children", ""},
		{"terms.force_proof", "answer", "whether force, fraud or coercion must be shown where the victim is a child", ""},
		{"terms.years_min", "number", "the least imprisonment", "year"},
		{"terms.years_max", "number", "the greatest imprisonment", "year"},
		{"terms.fine_option", "answer", "whether a fine may stand in place of prison", ""},
		{"terms.judgement", "words", "the author's: stringent, commensurate, not-stringent, not-commensurate", ""},
		{"terms.kind", "word", "anti-trafficking, related, used-against-victims", ""},
	}
}

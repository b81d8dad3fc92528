package api

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"plumbline"
	"plumbline/internal/pipeline"
	"plumbline/internal/reply"
	"plumbline/internal/store"
	"plumbline/internal/text"
)

// kind is how a parameter is read.
type kind int

// The kinds.
const (
	aWord    kind = iota // one of values, or any where there are none
	aList                // several of values, parted by commas
	aNumber              // from least to most
	aYear                // of a report
	aCountry             // a code, or a name in English
	aFlag                // true or false
)

// Where parameters stand.
const (
	inPath  = "path"
	inQuery = "query"
)

// parameter is something that an operation can be asked with.
type parameter struct {
	name, in    string
	kind        kind
	values      []string
	least, most int
	standard    int // what stands for it when it is left out
	about       string
	example     any
}

// words lists the values of an enumeration.
func words[S ~string](list ...S) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

// The most that is given at once, and what is given unless told otherwise.
const (
	mostAtOnce   = 1000
	usuallyGiven = 100
)

// The parameters. Each means the same wherever it stands.
var (
	countryPath   = parameter{name: "country", in: inPath, kind: aCountry, about: "ISO 3166-1 alpha-3 code (XKX for Kosovo), or a name in English", example: "MDA"}
	yearPath      = parameter{name: "year", in: inPath, kind: aYear, about: "the year of the report", example: 2018}
	narrativePath = parameter{name: "narrative", in: inPath, about: "id of a narrative"}
	claimPath     = parameter{name: "claim", in: inPath, about: "id of a claim, or enough of its beginning"}
	documentPath  = parameter{name: "document", in: inPath, about: "id of a document, or enough of its beginning"}
	standardPath  = parameter{name: "standard", in: inPath, about: "the day from which a version is in force, or the year of a report", example: "2018"}
	toPath        = parameter{name: "to", in: inPath, about: "the other version, likewise", example: "2019"}

	countryQuery = parameter{name: "country", in: inQuery, kind: aCountry, about: "of narratives on this country: ISO 3166-1 alpha-3 code, or a name in English", example: "MDA"}
	yearQuery    = parameter{name: "year", in: inQuery, kind: aYear, about: "of this report year", example: 2018}
	fromYear     = parameter{name: "from", in: inQuery, kind: aYear, about: "of this report year or later"}
	toYear       = parameter{name: "to", in: inQuery, kind: aYear, about: "of this report year or earlier"}
	tier         = parameter{name: "tier", in: inQuery, values: words(plumbline.Tier1, plumbline.Tier2, plumbline.Tier2WL, plumbline.Tier3, plumbline.SpecialCase), about: "with this tier"}
	query        = parameter{name: "q", in: inQuery, about: "words, each of them in any of its English forms; OR between two means either, -word leaves out what has it, \"words in quotes\" stand side by side, an end* is any end; everything when left out", example: "brick kilns"}
	scope        = parameter{name: "in", in: inQuery, values: words(store.InText, store.InClaims), about: "sentences of narratives (text), or quotes of claims; what only claims have asks for claims"}
	order        = parameter{name: "order", in: inQuery, values: words(store.ByRelevance, store.ByYear, store.ByCountry), about: "relevance unless told otherwise; more than 5,000 come by year"}
	place        = parameter{name: "place", in: inQuery, kind: aCountry, about: "claims that name this country as origin, destination, transit or subject"}
	claimTypes   = parameter{name: "type", in: inQuery, kind: aList, values: words(plumbline.ClaimTypes...), about: "of these claim types, parted by commas", example: "conviction,sentencing"}
	valence      = parameter{name: "valence", in: inQuery, values: []string{"good", "bad", "mixed"}, about: "which way conduct counts: good for +, bad for -, mixed for ~"}
	certainty    = parameter{name: "certainty", in: inQuery, values: words(plumbline.Certain, plumbline.Probable, plumbline.Possible, plumbline.Unknown), about: "said this firmly"}
	reporting    = parameter{name: "reporting", in: inQuery, values: words(plumbline.Stated, plumbline.NoneReported, plumbline.NotReported, plumbline.NoEvidence, plumbline.NoInformation), about: "with this kind of reporting"}
	source       = parameter{name: "source", in: inQuery, values: words(plumbline.Author, plumbline.Government, plumbline.NGO, plumbline.InternationalOrg, plumbline.Media, plumbline.Victim, plumbline.Defector, plumbline.Observer, plumbline.UnspecifiedReports), about: "said by this kind of source"}
	movement     = parameter{name: "movement", in: inQuery, values: movements, about: "of flows: with this kind of movement"}
	flowMovement = parameter{name: "movement", in: inQuery, values: movements, about: "this kind of movement; trafficked when left out"}
	section      = parameter{name: "section", in: inQuery, values: words(plumbline.SectionNames...), about: "of this section"}
	narrative    = parameter{name: "narrative", in: inQuery, about: "of this narrative; naming one of a sample asks for it"}
	document     = parameter{name: "document", in: inQuery, about: "of this document; naming a sample's asks for it"}
	origin       = parameter{name: "origin", in: inQuery, kind: aCountry, about: "from this country"}
	destination  = parameter{name: "destination", in: inQuery, kind: aCountry, about: "to this country"}
	form         = parameter{name: "form", in: inQuery, values: plumbline.Forms, about: "with this form of exploitation"}
	sector       = parameter{name: "sector", in: inQuery, about: "in this sector of work, as claims name it"}
	law          = parameter{name: "standard", in: inQuery, about: "the version of the law: the day from which it is in force, or the year of a report; the law of the report when left out", example: "2019"}
	allReadings  = parameter{name: "all_readings", in: inQuery, kind: aFlag, about: "of narratives too that do not stand for their country-year, since another document tells of it"}
	sample       = parameter{name: "sample", in: inQuery, kind: aFlag, about: "of the bundled sample too: paraphrase, not official text"}
	cursor       = parameter{name: "cursor", in: inQuery, about: "where to go on: from next of the page before"}
	limit        = parameter{name: "limit", in: inQuery, kind: aNumber, least: 1, most: mostAtOnce, standard: usuallyGiven, about: "no more than this many"}

	movements = words(plumbline.Trafficked, plumbline.LaborMigration, plumbline.Return, plumbline.Smuggling)
)

// schema describes the parameter.
func (p *parameter) schema() *huma.Schema {
	s := &huma.Schema{Type: huma.TypeString}
	for _, v := range p.values {
		s.Enum = append(s.Enum, v)
	}
	switch p.kind {
	case aList: // values parted by commas: the pattern of a list is told in words
		s.Enum = nil
	case aYear:
		s.Type = huma.TypeInteger
	case aNumber:
		least, most := float64(p.least), float64(p.most)
		s.Type, s.Minimum, s.Maximum, s.Default = huma.TypeInteger, &least, &most, p.standard
	case aFlag:
		s.Type, s.Default = huma.TypeBoolean, false
	}
	return s
}

// check reads what was given for the parameter as what is to be used.
func (p *parameter) check(given string, reader *pipeline.Reader) (string, error) {
	switch p.kind {
	case aCountry:
		code, err := reader.Country(given, 0)
		if f, ok := err.(*plumbline.Fault); ok {
			return "", p.fault(f.Fact, f.Hint)
		}
		return string(code), err
	case aYear:
		y, err := strconv.Atoi(given)
		if err == nil {
			err = pipeline.Year(y)
		}
		if err != nil {
			return "", p.fault(fmt.Sprintf("%q is not the year of a report", given), "write it with four digits, for instance 2018")
		}
	case aNumber:
		if n, err := strconv.Atoi(given); err != nil || n < p.least || n > p.most {
			return "", p.fault(fmt.Sprintf("%q is not a number from %d to %d", given, p.least, p.most), "")
		}
	case aFlag:
		if given != "true" && given != "false" {
			return "", p.fault(fmt.Sprintf("%q is neither true nor false", given), "")
		}
	case aList:
		for one := range strings.SplitSeq(given, ",") {
			if err := p.known(strings.TrimSpace(one)); err != nil {
				return "", err
			}
		}
	default:
		if p.values != nil {
			return given, p.known(given)
		}
	}
	return given, nil
}

// known refuses what is not among the values, with the one that is near.
func (p *parameter) known(given string) error {
	if slices.Contains(p.values, given) {
		return nil
	}
	hint := "it can be " + strings.Join(p.values, ", ")
	if near := text.Nearest(given, p.values); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	return p.fault(fmt.Sprintf("unknown value %q", given), hint)
}

func (p *parameter) fault(fact, hint string) error { return reply.Parameter(p.name, fact, hint) }

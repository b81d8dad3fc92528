package api

import "github.com/danielgtaylor/huma/v2"

// The shapes below only describe what package encode writes: nothing is ever
// kept in them. A pointer is a value that may be null.

// Parts of shapes that are declared elsewhere.
type (
	claimShape     struct{}
	narrativeShape struct{}
	placementShape struct{}
)

// Schema refers to the schema of claims.
func (claimShape) Schema(huma.Registry) *huma.Schema { return reference("Claim") }

// Schema refers to the schema of narratives.
func (narrativeShape) Schema(huma.Registry) *huma.Schema { return reference("Narrative") }

// Schema refers to the schema of placements.
func (placementShape) Schema(huma.Registry) *huma.Schema { return reference("Placement") }

type statusShape struct {
	Kind            string      `json:"kind"`
	Program         *string     `json:"program" doc:"version of the program"`
	API             string      `json:"api" doc:"version of this contract"`
	Generation      string      `json:"generation" doc:"names the state of the database; equal where nothing changed"`
	Rules           string      `json:"rules" doc:"hash of the rules that this program reads with"`
	Documents       int         `json:"documents" doc:"official texts"`
	Samples         int         `json:"samples" doc:"documents that are paraphrases"`
	Countries       int         `json:"countries" doc:"of narratives that stand for their country-year"`
	Narratives      int         `json:"narratives" doc:"that stand for their country-year"`
	Claims          int         `json:"claims" doc:"of them"`
	OtherNarratives int         `json:"other_narratives" doc:"of official texts that do not stand for a country-year"`
	Years           []yearCount `json:"years"`
	Types           []typeCount `json:"types"`
	Notice          string      `json:"notice"`
}

type yearCount struct {
	Year       *int `json:"year"`
	Narratives int  `json:"narratives"`
	Claims     int  `json:"claims"`
}

type typeCount struct {
	Type   string `json:"type"`
	Claims int    `json:"claims"`
}

type countryShape struct {
	Kind    string        `json:"kind"`
	Country string        `json:"country" doc:"ISO 3166-1 alpha-3, XKX for Kosovo"`
	Name    string        `json:"name" doc:"the short name in use now"`
	Names   []countryName `json:"names" doc:"the names it bore in reports"`
	Years   []int         `json:"years" doc:"report years of which the database has a narrative, the sample's left out"`
}

type countryName struct {
	Name     string  `json:"name"`
	Official *string `json:"official"`
	From     *int    `json:"from" doc:"first report year; null leaves the end open"`
	To       *int    `json:"to"`
}

type textShape struct {
	Kind      string `json:"kind"`
	Narrative string `json:"narrative"`
	Document  string `json:"document"`
	Start     int    `json:"start" doc:"byte of the document's text at which the words begin"`
	End       int    `json:"end"`
	Sample    bool   `json:"sample" doc:"paraphrase, not official text"`
	Text      string `json:"text" doc:"the words, UTF-8"`
}

type toldShape struct {
	Narrative narrativeShape `json:"narrative"`
	Claims    []claimShape   `json:"claims" doc:"in the order of the text"`
	Sample    bool           `json:"sample" doc:"paraphrase, not official text"`
	Notice    string         `json:"notice"`
}

type placementRow struct {
	Country     string  `json:"country"`
	Year        int     `json:"year" doc:"of the report"`
	Tier        *string `json:"tier"`
	Verified    string  `json:"verified" doc:"how it is known"`
	DerivedFrom *int    `json:"derived_from" doc:"the report that it was worked out from"`
	Source      string  `json:"source"`
	Document    *string `json:"document" doc:"of the database, where it comes from there"`
}

type documentRow struct {
	ID         string  `json:"id"`
	File       string  `json:"file"`
	Title      *string `json:"title"`
	Publisher  *string `json:"publisher"`
	Released   *string `json:"released" doc:"ISO 8601, as short as known"`
	Source     *string `json:"source" doc:"address that it was fetched from"`
	Retrieved  *string `json:"retrieved"`
	MediaType  string  `json:"media_type"`
	SHA256     string  `json:"sha256"`
	Sample     bool    `json:"sample" doc:"paraphrase, not official text"`
	Narratives int     `json:"narratives"`
	Claims     int     `json:"claims"`
	Bytes      int     `json:"bytes" doc:"of text"`
	ReadAt     *string `json:"read_at"`
	Tool       *string `json:"tool"`
	Rules      string  `json:"rules"`
}

type documentShape struct {
	Kind       string           `json:"kind"`
	ID         string           `json:"id"`
	File       string           `json:"file"`
	SHA256     string           `json:"sha256"`
	MediaType  string           `json:"media_type"`
	Encoding   *string          `json:"encoding"`
	Source     *string          `json:"source" doc:"address that it was fetched from"`
	Retrieved  *string          `json:"retrieved"`
	Title      *string          `json:"title"`
	Publisher  *string          `json:"publisher"`
	Released   *string          `json:"released"`
	Sample     bool             `json:"sample" doc:"paraphrase, not official text"`
	Context    readContext      `json:"context" doc:"what was said of the file before it was read"`
	Bytes      int              `json:"bytes" doc:"of text"`
	Pages      int              `json:"pages"`
	Parts      int              `json:"parts"`
	ReadAt     *string          `json:"read_at"`
	Tool       *string          `json:"tool"`
	Rules      string           `json:"rules"`
	Claims     *int             `json:"claims"`
	Narratives []narrativeShape `json:"narratives"`
	Doubts     []doubt          `json:"doubts"`
}

type readContext struct {
	Country *string `json:"country"`
	Year    *int    `json:"year"`
	Layout  *string `json:"layout"`
	Single  bool    `json:"single"`
	Fields  *string `json:"fields"`
}

type doubt struct {
	Narrative *string `json:"narrative"`
	Start     int     `json:"start"`
	End       int     `json:"end"`
	Message   string  `json:"message"`
	Hint      *string `json:"hint"`
}

type foundShape struct {
	Hits   []hitShape `json:"hits"`
	Next   *string    `json:"next" doc:"the address of the page that follows; null on the last"`
	Sample bool       `json:"sample" doc:"whether anything here is of the bundled sample: paraphrase, not official text"`
	Notice string     `json:"notice" doc:"what a tier means, to be shown beside every tier"`
	Total  int        `json:"total"`
	Order  string     `json:"order"`
	Facets []facet    `json:"facets"`
}

type hitShape struct {
	Narrative string  `json:"narrative"`
	Document  string  `json:"document"`
	File      string  `json:"file"`
	Country   *string `json:"country"`
	Year      *int    `json:"year"`
	Section   *string `json:"section"`
	Sample    bool    `json:"sample" doc:"paraphrase, not official text"`
	Claim     *string `json:"claim" doc:"null for a sentence"`
	Start     int     `json:"start" doc:"byte of the document's text"`
	End       int     `json:"end"`
	Text      string  `json:"text" doc:"of the sentence; of a claim its quote"`
	Marks     []mark  `json:"marks" doc:"in text, bytes: the words that were looked for"`
}

type mark struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type facet struct {
	Name   string       `json:"name"`
	Values []facetValue `json:"values"`
}

type facetValue struct {
	Value string `json:"value"`
	Count int    `json:"count" doc:"texts that match; not what happened"`
}

type historyShape struct {
	Kind          string          `json:"kind"`
	Country       string          `json:"country"`
	Placements    []placementYear `json:"placements"`
	Clock         clock           `json:"clock" doc:"of the two-year rule, for the report that comes next"`
	Waivers       []waiver        `json:"waivers"`
	Treaty        []treatyAction  `json:"treaty_actions"`
	ChildSoldiers []listed        `json:"child_soldier_lists"`
	ListsKnown    []int           `json:"child_soldier_lists_known" doc:"years whose list is known"`
	Successions   []succession    `json:"successions"`
	Notice        string          `json:"notice"`
}

type pastPlacement struct {
	Year        int     `json:"year"`
	Tier        *string `json:"tier" doc:"null where it is not known"`
	Verified    *string `json:"verified"`
	DerivedFrom *int    `json:"derived_from"`
	Source      *string `json:"source"`
	Document    *string `json:"document"`
}

type placementYear struct {
	Year        int             `json:"year"`
	Tier        *string         `json:"tier" doc:"null where it is not known"`
	Verified    *string         `json:"verified"`
	DerivedFrom *int            `json:"derived_from"`
	Source      *string         `json:"source"`
	Document    *string         `json:"document"`
	Move        *string         `json:"move"`
	TwoYear     *string         `json:"two_year_rule"`
	Others      []pastPlacement `json:"others" doc:"what other sources say of the year"`
}

type clock struct {
	Country     string  `json:"country"`
	Year        int     `json:"year"`
	Applies     bool    `json:"applies"`
	Consecutive *int    `json:"consecutive" doc:"years in a row on the Watch List that count; null where a needed year is missing"`
	AtLeast     int     `json:"at_least"`
	AtMost      int     `json:"at_most"`
	WaiversUsed *int    `json:"waivers_used"`
	WaiversLeft *int    `json:"waivers_left"`
	Due         *int    `json:"due" doc:"the report of the automatic downgrade without a waiver"`
	Last        *int    `json:"last" doc:"the same with all waivers"`
	Relisted    *bool   `json:"relisted"`
	MustWaive   *bool   `json:"must_waive"`
	Automatic   *bool   `json:"automatic"`
	Missing     []int   `json:"missing" doc:"years that are needed and not known"`
	Derived     []int   `json:"derived"`
	Reason      *string `json:"reason"`
}

type waiver struct {
	Kind     string `json:"kind"`
	Year     *int   `json:"year"`
	Verified string `json:"verified"`
	Source   string `json:"source"`
}

type treatyAction struct {
	Date   string `json:"date"`
	Action string `json:"action"`
	Source string `json:"source"`
}

type listed struct {
	Year   int    `json:"year"`
	Source string `json:"source"`
}

type succession struct {
	Successor   string `json:"successor"`
	Predecessor string `json:"predecessor"`
	Year        int    `json:"year"`
}

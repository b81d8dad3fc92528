package api

type assessmentShape struct {
	Country         string           `json:"country"`
	Year            int              `json:"year"`
	Standard        string           `json:"standard"`
	Placement       placementShape   `json:"placement" doc:"what the publisher printed"`
	Indicated       indicated        `json:"indicated"`
	Findings        []finding        `json:"findings"`
	Counterfactuals []counterfactual `json:"counterfactuals" doc:"smallest sets of findings whose change would change the indicated tier"`
	Clock           clock            `json:"clock"`
	Narrative       string           `json:"narrative"`
	Notes           []string         `json:"notes"`
	LeftOut         []leftOut        `json:"left_out" doc:"claims that were not counted, and why"`
	Notice          string           `json:"notice"`
}

type indicated struct {
	Law             *string  `json:"law" doc:"by rules alone; null where they cannot tell"`
	Fitted          *string  `json:"fitted" doc:"by points fitted to published tiers: a reading of past practice"`
	LawAfter        *string  `json:"law_after_two_year_rule"`
	FittedAfter     *string  `json:"fitted_after_two_year_rule"`
	LawAutomatic    bool     `json:"law_automatic_downgrade" doc:"Tier 3 by the two-year rule alone: no finding of no efforts"`
	FittedAutomatic bool     `json:"fitted_automatic_downgrade"`
	LawReasons      []string `json:"law_reasons"`
	FittedReasons   []string `json:"fitted_reasons"`
	Score           float64  `json:"score"`
	Points          []point  `json:"points"`
}

type point struct {
	Element   string   `json:"element"`
	Criterion *string  `json:"criterion"`
	Points    float64  `json:"points"`
	Claims    []string `json:"claims"`
}

type finding struct {
	Criterion string           `json:"criterion"`
	Title     string           `json:"title"`
	Verdict   string           `json:"verdict" enum:"yes,partly,no,unknown"`
	Certainty *string          `json:"certainty"`
	For       []string         `json:"for" doc:"ids of claims"`
	Against   []string         `json:"against"`
	Missing   []string         `json:"missing" doc:"what must still be known"`
	Reason    *string          `json:"reason"`
	Role      string           `json:"role"`
	Cite      string           `json:"cite"`
	Elements  []elementFinding `json:"elements"`
}

type elementFinding struct {
	Element      string   `json:"element"`
	Gloss        string   `json:"gloss"`
	Verdict      string   `json:"verdict" enum:"yes,partly,no,unknown"`
	Certainty    *string  `json:"certainty"`
	For          []string `json:"for"`
	Partly       []string `json:"partly"`
	Against      []string `json:"against"`
	Sources      []string `json:"sources"`
	Contradicted bool     `json:"contradicted"`
	Presumed     bool     `json:"presumed" doc:"by the data presumption, on a recorded request"`
	Reason       *string  `json:"reason"`
}

type counterfactual struct {
	Reading string          `json:"reading"`
	Tier    string          `json:"tier"`
	Kind    string          `json:"kind"`
	Open    bool            `json:"open"`
	Changes []findingChange `json:"changes"`
}

type findingChange struct {
	Criterion string  `json:"criterion"`
	Title     *string `json:"title"`
	From      *string `json:"from"`
	To        *string `json:"to"`
}

type leftOut struct {
	Claim string `json:"claim"`
	Why   string `json:"why"`
}

type memoShape struct {
	Country   string          `json:"country"`
	Year      int             `json:"year"`
	Standard  string          `json:"standard"`
	Narrative string          `json:"narrative"`
	Before    *string         `json:"before" doc:"the narrative of the year before, where it is stored"`
	From      memoFrom        `json:"from"`
	Placement placementShape  `json:"placement"`
	Move      *string         `json:"move"`
	Explained *bool           `json:"concrete_action_told" doc:"whether the text tells a concrete action that speaks for the move"`
	For       []action        `json:"for"`
	Against   []action        `json:"against"`
	Partly    []action        `json:"partly"`
	Turns     []turn          `json:"elements_changed"`
	Criteria  []findingChange `json:"criteria_changed"`
	Missing   []string        `json:"missing"`
	Notes     []string        `json:"notes"`
	Notice    string          `json:"notice"`
}

type memoFrom struct {
	Tier     *string `json:"tier"`
	Year     *int    `json:"year"`
	Source   *string `json:"source"`
	Verified *string `json:"verified"`
}

type action struct {
	Claim     string   `json:"claim"`
	Kind      *string  `json:"kind"`
	Type      string   `json:"type"`
	Valence   *string  `json:"valence"`
	Reporting *string  `json:"reporting"`
	Certainty *string  `json:"certainty"`
	Source    *string  `json:"source"`
	Section   *string  `json:"section"`
	Count     *int     `json:"count"`
	Previous  *int     `json:"previous"`
	Unit      *string  `json:"unit"`
	Criteria  []string `json:"criteria"`
	Elements  []string `json:"elements"`
	New       *bool    `json:"new"`
	Citation  citation `json:"citation"`
}

type citation struct {
	Start    int    `json:"start" doc:"byte of the document's text"`
	End      int    `json:"end"`
	Quote    string `json:"quote" doc:"exactly those bytes"`
	Page     *int   `json:"page"`
	LastPage *int   `json:"last_page"`
}

type turn struct {
	Criterion *string  `json:"criterion"`
	Element   *string  `json:"element"`
	Gloss     *string  `json:"gloss"`
	Kind      string   `json:"kind"`
	From      *string  `json:"from"`
	To        *string  `json:"to"`
	Then      []string `json:"claims_then"`
	Now       []string `json:"claims_now"`
}

type standardShape struct {
	Standard    string      `json:"standard"`
	Act         string      `json:"act"`
	Source      string      `json:"source" doc:"with marks: [V] read, [P] verified in part, [M] from memory"`
	FirstReport *int        `json:"first_report"`
	LastReport  *int        `json:"last_report"`
	Checked     *int        `json:"checked"`
	Scope       *string     `json:"scope"`
	Due         *string     `json:"due"`
	WatchList   *string     `json:"watch_list"`
	Presumption *string     `json:"presumption"`
	TwoYear     twoYearRule `json:"two_year_rule"`
	Periods     []period    `json:"periods"`
	Switches    []choice    `json:"switches"`
	Criteria    []criterion `json:"criteria"`
	Notice      string      `json:"notice"`
}

type twoYearRule struct {
	_              struct{} `nullable:"true"`
	CountsFrom     int      `json:"counts_from"`
	Years          int      `json:"years"`
	WaiverYears    int      `json:"waiver_years"`
	RelistingYears *int     `json:"relisting_years"`
	Cite           *string  `json:"cite"`
	Source         *string  `json:"source"`
}

type period struct {
	Year   *int    `json:"year"`
	Start  *string `json:"start"`
	End    *string `json:"end"`
	Cite   *string `json:"cite"`
	Source *string `json:"source"`
}

type choice struct {
	Name    string   `json:"name"`
	Values  []string `json:"values" doc:"the default first"`
	Gloss   string   `json:"gloss"`
	Because string   `json:"because"`
}

type criterion struct {
	Criterion string    `json:"criterion"`
	Name      string    `json:"name"`
	Role      string    `json:"role"`
	Title     string    `json:"title"`
	Gloss     string    `json:"gloss" doc:"in our words, not those of the statute"`
	Cite      string    `json:"cite"`
	Source    string    `json:"source"`
	Since     string    `json:"since"`
	Elements  []element `json:"elements"`
	When      string    `json:"when" doc:"formula over the names"`
}

type element struct {
	Name  string  `json:"name"`
	Gloss string  `json:"gloss"`
	Cite  *string `json:"cite"`
	Since *string `json:"since"`
}

type lawShape struct {
	Standard    string `json:"standard"`
	Act         string `json:"act"`
	Source      string `json:"source"`
	FirstReport *int   `json:"first_report"`
	LastReport  *int   `json:"last_report"`
	Checked     *int   `json:"checked"`
	Criteria    int    `json:"criteria"`
}

type lawChangeShape struct {
	Change string  `json:"change"`
	Old    *string `json:"old"`
	New    *string `json:"new"`
	What   string  `json:"what"`
	Before *string `json:"before"`
	After  *string `json:"after"`
}

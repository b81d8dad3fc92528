package plumbline

// TierNotice stands beside every tier that is shown.
const TierNotice = "A tier rates a government's efforts; it does not measure how much trafficking there is, nor the risk of a product or supplier."

// Assessment is the Findings of one country-year under one Standard, and the
// tier that they indicate. It is a reading of a text by rules, never the tier.
type Assessment struct {
	Country         CountryCode
	Year            int
	Standard        StandardName
	Narrative       NarrativeID
	Placement       Placement // as printed
	Findings        []Finding
	Law             Indicated
	Fitted          Indicated
	Counterfactuals []Counterfactual
	Clock           Clock
	Notes           []string // what the reader of the findings must know
	Left            []LeftOut
}

// Gloss says what an element asks; its name where no finding has it.
func (a *Assessment) Gloss(name ElementName) string {
	for i := range a.Findings {
		for j := range a.Findings[i].Elements {
			if e := &a.Findings[i].Elements[j]; e.Name == name {
				return e.Gloss
			}
		}
	}
	return string(name)
}

// DataRequest is a request for data on law enforcement that the Department is on
// record to have made to a government, 22 USC 7106(b)(1) and (7).
type DataRequest struct {
	Date   string // ISO 8601, as short as known
	Source string // what records it
}

// Indicated is the tier that one reading of the findings gives.
type Indicated struct {
	Tier      Tier // empty where the reading cannot tell
	After     Tier // after the two-year rule
	Automatic bool // After is Tier 3 by that rule alone: an automatic downgrade, no finding of no efforts
	Reasons   []string
	Points    []Point // of the fitted reading, largest first
	Score     float64
}

// Point is what one Element adds to the fitted reading.
type Point struct {
	Element   ElementName
	Criterion CriterionID
	Points    float64
	Claims    []ClaimID
}

// Counterfactual is a smallest set of Findings whose change would change the
// indicated tier of a reading.
type Counterfactual struct {
	Reading string // law, fitted
	Tier    Tier   // that would be indicated
	Open    bool   // a tier beyond it would be left open by what is unknown
	Kind    CounterfactualKind
	Changes []Change
}

// CounterfactualKind tells what would have to change.
type CounterfactualKind string

// The kinds of Counterfactual.
const (
	IfConductChanged CounterfactualKind = "conduct"   // if the government did otherwise
	IfMoreWereKnown  CounterfactualKind = "knowledge" // if what is unknown were known
)

// Change is one Finding as it is and as it would be.
type Change struct {
	Criterion CriterionID
	Title     string
	From, To  Verdict
}

// LeftOut says why a claim was not weighed.
type LeftOut struct {
	Claim ClaimID
	Why   string
}

package plumbline

// Verdict answers a Criterion or an Element.
type Verdict string

// The verdicts. Of a minimum standard yes is shown as met and no as not met; of
// an indicium of 22 USC 7106(b), as indicated and not indicated.
const (
	VerdictYes     Verdict = "yes"
	VerdictPartly  Verdict = "partly"
	VerdictNo      Verdict = "no"
	VerdictUnknown Verdict = "unknown"
)

// Finding is what the claims of a country-year say on one Criterion.
type Finding struct {
	Criterion CriterionID
	Role      CriterionRole
	Title     string
	Cite      string
	Verdict   Verdict
	Certainty Certainty // of the surest claims that suffice for the verdict; empty where it is unknown
	For       []ClaimID
	Against   []ClaimID
	Missing   []string // what must still be known
	Reason    string
	Elements  []ElementFinding
}

// ElementFinding is what the claims say on one Element. A claim that reports a
// part, a plan under way or a limit stands under Partly.
type ElementFinding struct {
	Name      ElementName
	Gloss     string
	Cite      string
	Verdict   Verdict
	Certainty Certainty
	For       []ClaimID
	Partly    []ClaimID
	Against   []ClaimID
	Sources   []SourceKind // who says so, where it is not the publisher
	Reason    string
	Presumed  bool // the claims of Against withhold data that were asked for: by 22 USC 7106(b)(1) and (7) it counts as not done
}

// Contradicted reports whether claims stand on both sides.
func (f *ElementFinding) Contradicted() bool { return len(f.For) > 0 && len(f.Against) > 0 }

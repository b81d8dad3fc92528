package plumbline

// ClaimType is what kind of thing a Claim says (codebook v1).
type ClaimType string

// The claim types: of the profile, of conduct, and of the text itself.
const (
	Role          ClaimType = "role"
	Flow          ClaimType = "flow"
	Exploitation  ClaimType = "exploitation"
	Estimate      ClaimType = "estimate"
	Vulnerability ClaimType = "vulnerability"
	Means         ClaimType = "means"

	Compliance      ClaimType = "compliance"
	Efforts         ClaimType = "efforts"
	PlacementClaim  ClaimType = "placement"
	Plan            ClaimType = "plan"
	Law             ClaimType = "law"
	Investigation   ClaimType = "investigation"
	ProsecutionAct  ClaimType = "prosecution"
	Conviction      ClaimType = "conviction"
	Sentencing      ClaimType = "sentencing"
	Complicity      ClaimType = "complicity"
	Accountability  ClaimType = "accountability"
	StatePolicy     ClaimType = "state-policy"
	Identification  ClaimType = "identification"
	Assistance      ClaimType = "assistance"
	Penalization    ClaimType = "penalization"
	Repatriation    ClaimType = "repatriation"
	Awareness       ClaimType = "awareness"
	Training        ClaimType = "training"
	Demand          ClaimType = "demand"
	LaborOversight  ClaimType = "labor-oversight"
	ChildSoldiers   ClaimType = "child-soldiers"
	Treaty          ClaimType = "treaty"
	Data            ClaimType = "data"
	Cooperation     ClaimType = "cooperation"
	Acknowledgement ClaimType = "acknowledgement"
	CivilSociety    ClaimType = "civil-society"
	ExitRestriction ClaimType = "exit-restriction"
	ForcedReturn    ClaimType = "forced-return"

	Recommendation ClaimType = "recommendation"
	Trend          ClaimType = "trend"
)

// ProfileTypes, ConductTypes and TextTypes list the claim types in the order
// in which they are shown.
var (
	ProfileTypes = []ClaimType{Role, Flow, Exploitation, Estimate, Vulnerability, Means}
	ConductTypes = []ClaimType{
		Compliance, Efforts, PlacementClaim, Acknowledgement, StatePolicy,
		Law, Investigation, ProsecutionAct, Conviction, Sentencing, Complicity, Accountability, Cooperation, Training,
		Identification, Assistance, Penalization, Repatriation, ForcedReturn, ExitRestriction,
		Plan, Awareness, Demand, LaborOversight, ChildSoldiers, Treaty, Data, CivilSociety,
	}
	TextTypes = []ClaimType{Trend, Recommendation}
)

// ClaimTypes lists every claim type.
var ClaimTypes = append(append(append([]ClaimType{}, ProfileTypes...), ConductTypes...), TextTypes...)

// Conduct reports whether claims of type t say what a government did, did not
// do, has or lacks.
func (t ClaimType) Conduct() bool {
	for _, c := range ConductTypes {
		if c == t {
			return true
		}
	}
	return false
}

// Valence says which way an act of conduct counts; empty for claims that are
// not about conduct and where the author does not know.
type Valence string

// The valences: did, has, increased; did not, lacks, does the harmful thing;
// limited, partial, planned.
const (
	Good  Valence = "+"
	Bad   Valence = "-"
	Mixed Valence = "~"
)

// Certainty says how firmly the text states a Claim, whatever its valence.
type Certainty string

// The certainties: stated flatly; "reportedly", "no known"; may, allegedly;
// the author does not know.
const (
	Certain  Certainty = "certain"
	Probable Certainty = "probable"
	Possible Certainty = "possible"
	Unknown  Certainty = "unknown"
)

// Reporting keeps silence apart from zero. Conduct claims always have one, and
// nothing may merge them.
type Reporting string

// The kinds of reporting: said; none was reported; the government did not say
// whether or how many; the author found no evidence; the author had no
// information.
const (
	Stated        Reporting = "stated"
	NoneReported  Reporting = "none-reported"
	NotReported   Reporting = "not-reported"
	NoEvidence    Reporting = "no-evidence"
	NoInformation Reporting = "no-information"
)

// Aspect tells deeds from promises and forecasts.
type Aspect string

// The aspects.
const (
	Done      Aspect = "done"
	Ongoing   Aspect = "ongoing"
	Planned   Aspect = "planned"
	Predicted Aspect = "predicted"
)

// SourceKind is who says it, as far as the text tells.
type SourceKind string

// The sources. Author is the publisher of the text.
const (
	Author             SourceKind = "author"
	Government         SourceKind = "government"
	NGO                SourceKind = "ngo"
	InternationalOrg   SourceKind = "international-organization"
	Media              SourceKind = "media"
	Victim             SourceKind = "victim"
	Defector           SourceKind = "defector"
	Observer           SourceKind = "observer"
	UnspecifiedReports SourceKind = "unspecified-reports"
)

// Movement is what kind of movement a flow is. Whatever counts or draws flows
// takes Trafficked only.
type Movement string

// The movements.
const (
	Trafficked     Movement = "trafficked"
	LaborMigration Movement = "labor-migration"
	Return         Movement = "return"
	Smuggling      Movement = "smuggling"
)

// Direction is where a trend points.
type Direction string

// The directions of a trend.
const (
	Increased  Direction = "increased"
	Maintained Direction = "maintained"
	Decreased  Direction = "decreased"
	Uneven     Direction = "uneven"
	NoEfforts  Direction = "none"
)

// Frequency is how common the text calls a scheme.
type Frequency string

// The frequencies.
const (
	MostCommon Frequency = "most-common"
	Common     Frequency = "common"
	LessCommon Frequency = "less-common"
	Rare       Frequency = "rare"
)

// Forms lists the forms of exploitation.
var Forms = []string{
	"sex-trafficking", "child-sex-tourism", "forced-labor", "domestic-servitude", "debt-bondage",
	"forced-marriage", "forced-begging", "child-soldiering", "forced-child-labor", "forced-criminality",
	"organ-removal", "hereditary-slavery", "state-imposed-forced-labor", "camel-jockeying",
}

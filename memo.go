package plumbline

// Memo is what 22 USC 7107(b)(1)(H) asks for of a country that changed lists,
// as far as the text has it: which concrete actions, or which lack of them,
// speak for the move and which against it, each with its link to the
// standards. It says what the text tells. It never says what led to the move.
type Memo struct {
	Country   CountryCode
	Year      int
	Standard  StandardName
	Narrative NarrativeID
	Before    NarrativeID   // of the year before; empty where it is not stored
	From      PastPlacement // of the year before; its Tier is empty where it is not known
	Placement Placement     // as printed
	Move      Move          // from tier to tier: upgraded, downgraded, remained; empty where either is not known
	Explained Answer        // whether a concrete action, or a lack of one, speaks for the move; not said without a move
	For       []Action      // what speaks for the move; without one, for a better list
	Against   []Action
	Partly    []Action // done in part, or less than the year before: it speaks for neither
	Turns     []Turn   // elements that are answered otherwise than the year before
	Criteria  []Change // criteria that are answered otherwise than the year before
	Missing   []string // what would have to be known to explain the move
	Notes     []string // what the reader must know
}

// Action is a claim that bears on a move.
type Action struct {
	Claim     ClaimID
	Kind      ActionKind // empty where the list of concrete actions does not have it
	Type      ClaimType
	Valence   Valence
	Reporting Reporting
	Certainty Certainty
	Source    SourceKind
	Section   SectionName
	Quantity  Quantity
	Criteria  []CriterionID
	Elements  []ElementName
	New       Answer // whether the narrative of the year before tells nothing like it; not said where it is not stored
	Citation  Citation
}

// ActionKind is a kind of concrete action, 22 USC 7102(5).
type ActionKind string

// The kinds of concrete action.
const (
	EnforcementAction ActionKind = "enforcement"
	InvestigationsRun ActionKind = "investigations"
	ProsecutionsHeld  ActionKind = "prosecutions"
	ConvictionsWon    ActionKind = "convictions"
	TrainingGiven     ActionKind = "training"
	Partnerships      ActionKind = "programs and partnerships"
	PreventionEfforts ActionKind = "prevention"
	VictimServices    ActionKind = "victim services"
	MoneyCommitted    ActionKind = "money"
)

// Turn is an Element whose answer differs from that of the year before.
type Turn struct {
	Criterion CriterionID
	Element   ElementName
	Gloss     string
	Kind      TurnKind
	From, To  Verdict
	Then, Now []ClaimID // on which the answers rest
}

// TurnKind says how an answer differs.
type TurnKind string

// The kinds of Turn. What one text does not tell is not known; that it is gone
// does not say that it was no longer so.
const (
	Appeared TurnKind = "appeared" // told now and not the year before
	Gone     TurnKind = "gone"     // told the year before and not now
	Turned   TurnKind = "changed"
)

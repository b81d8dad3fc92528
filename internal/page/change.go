package page

import (
	"plumbline"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// Change is the tier-change memo of a country-year: concrete actions, or the
// lack of them, that speak for a move between lists and against it. It says what
// the text tells, never what led to the move.
type Change struct {
	Heading     string
	Links       []Link
	From        plumbline.Tier // empty where it is not known
	FromKnown   string         // of which year and how it is known
	Now         plumbline.Tier
	Placed      string
	Move        string
	Law         Link
	Other       bool // the law is not that of the report's year
	Versions    []MarkChoice
	Kept        []HiddenField
	Narrative   Link
	Before      *Link // the narrative of the year before; nil where it is not stored
	Notes       []string
	Unexplained bool // no concrete action speaks for the move
	Parts       []ActionPart
	Turns       []TurnGroup
	Criteria    []CriterionTurn
	Missing     []string
}

// ActionPart is the actions that stand on one side.
type ActionPart struct {
	Title  string
	Anchor string
	Groups []ActionGroup
}

// ActionGroup is actions of one kind, in the order of the text.
type ActionGroup struct {
	Kind    string
	Actions []Action
}

// Action is a claim that bears on a move.
type Action struct {
	Line
	Fewer    string // that the same words tell of more in the period before; may be empty
	New      string // whether the year before tells the like; empty where that is not stored
	Criteria []Link
}

// TurnGroup is elements that are answered otherwise than the year before.
type TurnGroup struct {
	Title string
	Turns []Turn
}

// Turn is an element with its two answers.
type Turn struct {
	Criterion Link
	Gloss     string
	From, To  string
	Then, Now []Line
}

// CriterionTurn is a criterion with its two answers.
type CriterionTurn struct {
	Criterion Link
	Title     string
	From, To  string
}

func (Change) template() string { return "change" }

// SetActions sets the actions of one side, by kind in the order of the statute.
func SetActions(title, anchor string, list []plumbline.Action, lines *Lines, criterion func(plumbline.CriterionID) Link) ActionPart {
	part := ActionPart{Title: title, Anchor: anchor}
	for _, kind := range view.ActionKinds {
		g := ActionGroup{Kind: wording.Upper(string(kind))}
		if kind == "" {
			g.Kind = "Not in the list of concrete actions"
		}
		for i := range list {
			a := &list[i]
			if a.Kind != kind {
				continue
			}
			set := Action{New: map[plumbline.Answer]string{
				plumbline.Yes: "new: the year before tells nothing like it", plumbline.No: "the year before tells the like",
			}[a.New]}
			if q := &a.Quantity; q.Count.Known && q.Previous.Known && q.Count.N < q.Previous.N {
				set.Fewer = "fewer than the period before"
			}
			for _, line := range lines.Of(a.Claim) {
				set.Line = line
			}
			for _, id := range a.Criteria {
				set.Criteria = append(set.Criteria, criterion(id))
			}
			g.Actions = append(g.Actions, set)
		}
		if len(g.Actions) > 0 {
			part.Groups = append(part.Groups, g)
		}
	}
	return part
}

// SetTurns groups what is answered otherwise than the year before.
func SetTurns(list []plumbline.Turn, lines *Lines, criterion func(plumbline.CriterionID) Link) []TurnGroup {
	var groups []TurnGroup
	for _, kind := range []struct {
		of    plumbline.TurnKind
		title string
	}{
		{plumbline.Appeared, "Told now, not the year before"},
		{plumbline.Gone, "Told the year before, not now, which does not say that it ended"},
		{plumbline.Turned, "Answered otherwise"},
	} {
		g := TurnGroup{Title: kind.title}
		for i := range list {
			if t := &list[i]; t.Kind == kind.of {
				g.Turns = append(g.Turns, Turn{Criterion: criterion(t.Criterion), Gloss: t.Gloss, From: string(t.From), To: string(t.To),
					Then: lines.Of(t.Then...), Now: lines.Of(t.Now...)})
			}
		}
		if len(g.Turns) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// SetCriteria sets the criteria that are answered otherwise than the year
// before.
func SetCriteria(list []plumbline.Change, criterion func(plumbline.CriterionID) Link, role func(plumbline.CriterionID) plumbline.CriterionRole) []CriterionTurn {
	var out []CriterionTurn
	for _, c := range list {
		from, _ := wording.Verdict(role(c.Criterion), c.From)
		to, _ := wording.Verdict(role(c.Criterion), c.To)
		out = append(out, CriterionTurn{criterion(c.Criterion), c.Title, from, to})
	}
	return out
}

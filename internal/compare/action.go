package compare

import (
	"strings"

	"plumbline"
)

// kinds says which kind of concrete action, 22 USC 7102(5), claims of a type
// tell of.
var kinds = map[plumbline.ClaimType]plumbline.ActionKind{
	plumbline.Investigation:  plumbline.InvestigationsRun,
	plumbline.ProsecutionAct: plumbline.ProsecutionsHeld,
	plumbline.Conviction:     plumbline.ConvictionsWon,
	plumbline.Sentencing:     plumbline.ConvictionsWon,
	plumbline.Accountability: plumbline.EnforcementAction,
	plumbline.LaborOversight: plumbline.EnforcementAction,
	plumbline.Training:       plumbline.TrainingGiven,
	plumbline.Cooperation:    plumbline.Partnerships,
	plumbline.Plan:           plumbline.PreventionEfforts,
	plumbline.Awareness:      plumbline.PreventionEfforts,
	plumbline.Demand:         plumbline.PreventionEfforts,
	plumbline.Identification: plumbline.VictimServices,
	plumbline.Assistance:     plumbline.VictimServices,
	plumbline.Repatriation:   plumbline.VictimServices,
}

// money are the words by which a claim tells that money was committed.
var money = []string{"allocat", "budget", "funded", "funding", "appropriat", "disburs"}

// kindOf returns the kind of concrete action that c tells of, or "" where the
// list has none for it.
func kindOf(c *plumbline.Claim) plumbline.ActionKind {
	kind := kinds[c.Type]
	if kind == "" {
		return ""
	}
	words := strings.ToLower(c.Citation.Quote)
	for _, w := range money {
		if strings.Contains(words, w) {
			return plumbline.MoneyCommitted
		}
	}
	return kind
}

// side is what an action speaks for.
type side int

const (
	better side = iota
	worse
	neither
)

// sideOf says whether an action speaks for a better or a worse list. A deed of
// which there was less than the year before speaks for neither, nor does what
// was done in part, or only may have been.
func sideOf(a *plumbline.Action) side {
	switch {
	case a.Certainty == plumbline.Possible:
	case a.Valence == plumbline.Good && !fewer(a):
		return better
	case a.Valence == plumbline.Bad:
		return worse
	}
	return neither
}

// fewer reports whether there was less of an action than the year before, and
// grew whether there was more.
func fewer(a *plumbline.Action) bool {
	q := a.Quantity
	return a.Kind != "" && q.Count.Known && q.Previous.Known && q.Count.N < q.Previous.N
}

func grew(a *plumbline.Action) bool {
	q := a.Quantity
	return a.Kind != "" && q.Count.Known && q.Previous.Known && q.Count.N > q.Previous.N
}

package page

import (
	"fmt"

	"plumbline/internal/standard"
)

// LawChanges is how one version of the law differs from another.
type LawChanges struct {
	From, To LawVersion
	Changes  []LawChange
}

func (LawChanges) template() string { return "lawchanges" }

// LawChange is what differs in one criterion or rule.
type LawChange struct {
	Title string
	Href  string // of the criterion in the later version, or else in the earlier; empty for a rule
	Steps []LawStep
}

// LawStep is one difference, its two sides in words.
type LawStep struct{ Kind, Before, After string }

// NewLawChanges sets the differences out.
func NewLawChanges(from, to *standard.Standard, changes []standard.Change) LawChanges {
	version := func(s *standard.Standard) LawVersion {
		return LawVersion{Name: s.Name, Href: LawPath(s.Name), Since: standard.Day(string(s.Name)), Act: s.Act, Governs: standard.Governs(&s.Standard)}
	}
	body := LawChanges{From: version(from), To: version(to)}
	for i := range changes {
		c := &changes[i]
		if i == 0 || changes[i-1].What != c.What || changes[i-1].New != c.New {
			body.Changes = append(body.Changes, heading(from, to, c))
		}
		last := &body.Changes[len(body.Changes)-1]
		last.Steps = append(last.Steps, LawStep{string(c.Kind), c.From, c.To})
	}
	return body
}

// heading names what changed, and links to it.
func heading(from, to *standard.Standard, c *standard.Change) LawChange {
	in, id := to, c.New
	if id == "" {
		in, id = from, c.Old
	}
	if id == "" {
		return LawChange{Title: sentence(c.What)[:len(c.What)]}
	}
	h := LawChange{Title: fmt.Sprintf("%s %s", id, c.What)}
	for i := range in.Criteria {
		if k := &in.Criteria[i]; k.ID == id {
			h.Href = LawPath(in.Name) + "#" + k.As
		}
	}
	return h
}

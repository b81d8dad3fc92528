package compare

import (
	"cmp"
	"slices"
	"strings"

	"plumbline"
)

// Told says on which of two sides something is told. What one side does not tell
// it does not deny.
type Told string

// The ways in which two narratives tell of something.
const (
	Both      Told = "both"
	Otherwise Told = "otherwise" // both tell of it, and not the same
	First     Told = "first"     // the first alone
	Second    Told = "second"
)

// Side is the claims of one of two narratives.
type Side struct {
	Country plumbline.CountryCode // of which the narrative is
	Claims  []plumbline.Claim
}

// Subject is something that two narratives may tell of.
type Subject struct {
	Type plumbline.ClaimType
	Name string // of the profile: the ids of what it is about, joined by "; "; of conduct empty
	Told Told
	Rows []Row
}

// Row is the claims of the two sides that stand alike: of conduct a deed, a
// lack, a promise and each kind of silence are rows of their own.
type Row struct {
	Standing      string // of conduct: "+", "-", "~", planned, predicted, none-reported...; of the profile empty
	First, Second []*plumbline.Claim
}

// Sides lists what two narratives tell, in the order of the codebook: of the
// profile by type and participants, of conduct by type, and in it by valence or
// silence. An act that is told twice is told once. What others than the
// narrative's government did, flows, recommendations and trends are left out.
func Sides(first, second *Side) []Subject {
	at := map[[2]string]int{}
	var list []Subject
	add := func(side *Side, second bool) {
		acts := map[string]bool{}
		for i := range side.Claims {
			c := &side.Claims[i]
			if c.Act != "" {
				key := c.Act + string(c.Type) + standing(c)
				if acts[key] {
					continue
				}
				acts[key] = true
			}
			for _, name := range subjects(side.Country, c) {
				key := [2]string{string(c.Type), name}
				k, known := at[key]
				if !known {
					k, at[key] = len(list), len(list)
					list = append(list, Subject{Type: c.Type, Name: name})
				}
				list[k].add(c, second)
			}
		}
	}
	add(first, false)
	add(second, true)
	for i := range list {
		list[i].settle()
	}
	slices.SortStableFunc(list, func(a, b Subject) int {
		return cmp.Or(cmp.Compare(slices.Index(plumbline.ClaimTypes, a.Type), slices.Index(plumbline.ClaimTypes, b.Type)), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// subjects names what a claim is about; none for what is left out here.
func subjects(own plumbline.CountryCode, c *plumbline.Claim) []string {
	x := &c.Participants
	switch {
	case c.Type.Conduct():
		if len(x.Actor) > 0 && !slices.Contains(x.Actor, string(own)) && !conclusion(c.Type) {
			return nil
		}
		return []string{""}
	case c.Reporting == plumbline.NoEvidence || c.Reporting == plumbline.NoInformation:
		return nil // the author does not know: nothing is told
	}
	switch c.Type {
	case plumbline.Role:
		if len(x.Subject) > 0 && !slices.Contains(x.Subject, string(own)) {
			return nil
		}
		return x.Roles
	case plumbline.Exploitation:
		return pairs(x.Forms, x.Sectors)
	case plumbline.Vulnerability:
		return x.Factors
	case plumbline.Means:
		return x.Means
	case plumbline.Estimate:
		return []string{cmp.Or(c.Quantity.Of, "not said of whom")}
	}
	return nil
}

// conclusion reports whether claims of a type are the office's own conclusions
// on the government.
func conclusion(t plumbline.ClaimType) bool {
	return t == plumbline.Compliance || t == plumbline.Efforts || t == plumbline.PlacementClaim
}

// pairs joins each form with each sector.
func pairs(forms, sectors []string) (list []string) {
	if len(forms) == 0 {
		return sectors
	}
	for _, f := range forms {
		for _, s := range sectors {
			list = append(list, f+"; "+s)
		}
	}
	if len(list) == 0 {
		return forms
	}
	return list
}

// standing says how a claim stands to its subject: its silence, its promise, else
// its valence; of the profile its certainty.
func standing(c *plumbline.Claim) string {
	switch {
	case !c.Type.Conduct():
		return string(c.Certainty)
	case c.Reporting != plumbline.Stated && c.Reporting != "":
		return string(c.Reporting)
	case c.Aspect == plumbline.Planned || c.Aspect == plumbline.Predicted:
		return string(c.Aspect)
	}
	return string(c.Valence)
}

func (s *Subject) add(c *plumbline.Claim, second bool) {
	how := ""
	if c.Type.Conduct() {
		how = standing(c)
	}
	k := slices.IndexFunc(s.Rows, func(r Row) bool { return r.Standing == how })
	if k < 0 {
		k, s.Rows = len(s.Rows), append(s.Rows, Row{Standing: how})
	}
	if r := &s.Rows[k]; second {
		r.Second = append(r.Second, c)
	} else {
		r.First = append(r.First, c)
	}
}

// standings are in the order in which rows are shown.
var standings = []string{"+", "~", "-", "planned", "predicted", "none-reported", "not-reported", "no-evidence", "no-information", ""}

// settle says which side tells of s, and whether they tell the same.
func (s *Subject) settle() {
	var first, second []string
	for i := range s.Rows {
		r := &s.Rows[i]
		if len(r.First) > 0 {
			first = append(first, how(r.Standing, r.First))
		}
		if len(r.Second) > 0 {
			second = append(second, how(r.Standing, r.Second))
		}
	}
	slices.Sort(first)
	slices.Sort(second)
	switch {
	case len(second) == 0:
		s.Told = First
	case len(first) == 0:
		s.Told = Second
	case slices.Equal(first, second):
		s.Told = Both
	default:
		s.Told = Otherwise
	}
	slices.SortStableFunc(s.Rows, func(a, b Row) int {
		return cmp.Compare(slices.Index(standings, a.Standing), slices.Index(standings, b.Standing))
	})
}

// how is a standing with the surest certainty of the claims: what is said flatly
// and what may be are not the same.
func how(standing string, claims []*plumbline.Claim) string {
	order := []plumbline.Certainty{plumbline.Certain, plumbline.Probable, plumbline.Possible, plumbline.Unknown}
	best := len(order) - 1
	for _, c := range claims {
		if k := slices.Index(order, c.Certainty); k >= 0 {
			best = min(best, k)
		}
	}
	return strings.Join([]string{standing, string(order[best])}, " ")
}

package standard

import "plumbline"

// Verdict answers the criterion with index i from the answers to its elements
// and to the criteria before it, by the names that formulas use. Of a verdict
// that is unknown it lists the names that it still depends on.
//
// The criterion is met where its formula holds with what is answered yes. It
// is not met where the formula would fail even if all that is unknown were
// answered yes. It is partly met where it holds once partly counts as yes.
// A better answer never makes a verdict worse.
func (s *Standard) Verdict(i int, verdicts func(name string) plumbline.Verdict) (plumbline.Verdict, []string) {
	v := s.gates[i].verdict(verdicts)
	if v != plumbline.VerdictUnknown {
		return v, nil
	}
	return v, s.gates[i].residual(nil, verdicts)
}

// Names lists the names that the formula of the criterion with index i is
// made of, in its order.
func (s *Standard) Names(i int) []string { return s.gates[i].names(nil) }

// Period returns the time that the report of a year covers, if it is known.
func (s *Standard) Period(year int) (plumbline.Period, bool) {
	for _, p := range s.Periods {
		if p.Year == year {
			return p, true
		}
	}
	return plumbline.Period{}, false
}

// Switch returns a switch by its name, if there is one.
func (s *Standard) Switch(name string) (plumbline.Switch, bool) {
	for _, w := range s.Switches {
		if w.Name == name {
			return w, true
		}
	}
	return plumbline.Switch{}, false
}

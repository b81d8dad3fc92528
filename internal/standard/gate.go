package standard

import "plumbline"

// gate is a formula over answers. It has no negation, so that a better answer
// never makes its value worse.
type gate struct {
	name string // of a leaf: an element or criterion
	need int    // how many of args must hold: all for &&, one for ||
	args []gate
}

// truth is what a formula says where some of its names are not known.
type truth int8

const (
	no truth = iota - 1
	open
	yes
)

// value gives the truth of g when partly counts as the given truth. It is yes
// or no exactly when no answer to what is unknown could change it, which
// holds because g is monotone.
func (g *gate) value(verdicts func(string) plumbline.Verdict, partly truth) truth {
	if g.args == nil {
		switch verdicts(g.name) {
		case plumbline.VerdictYes:
			return yes
		case plumbline.VerdictNo:
			return no
		case plumbline.VerdictPartly:
			return partly
		}
		return open
	}
	hold, may := 0, 0
	for i := range g.args {
		switch g.args[i].value(verdicts, partly) {
		case yes:
			hold++
		case open:
			may++
		}
		if hold >= g.need {
			return yes
		}
		if hold+may+len(g.args)-i-1 < g.need {
			return no
		}
	}
	return open
}

// verdict answers g.
func (g *gate) verdict(verdicts func(string) plumbline.Verdict) plumbline.Verdict {
	if g.value(verdicts, no) == yes {
		return plumbline.VerdictYes
	}
	switch g.value(verdicts, yes) {
	case yes:
		return plumbline.VerdictPartly
	case no:
		return plumbline.VerdictNo
	}
	return plumbline.VerdictUnknown
}

// residual appends the names that g still depends on, in the order of the
// formula, each once.
func (g *gate) residual(dst []string, verdicts func(string) plumbline.Verdict) []string {
	if g.value(verdicts, yes) != open {
		return dst
	}
	if g.args == nil {
		for _, s := range dst {
			if s == g.name {
				return dst
			}
		}
		return append(dst, g.name)
	}
	for i := range g.args {
		dst = g.args[i].residual(dst, verdicts)
	}
	return dst
}

// names appends the names that g is made of, in its order.
func (g *gate) names(dst []string) []string {
	if g.args == nil {
		return append(dst, g.name)
	}
	for i := range g.args {
		dst = g.args[i].names(dst)
	}
	return dst
}

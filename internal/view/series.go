package view

import (
	"slices"

	"plumbline"
)

// Series is what narratives say of one thing that is counted, by year. A
// number, a zero, none reported and not reported are four different things, and
// several numbers of one year are never summed.
type Series struct {
	Type   plumbline.ClaimType
	Unit   string
	Claims []*plumbline.Claim
}

// counted lists what is followed over years, in the order in which it is shown.
var counted = []struct {
	Type plumbline.ClaimType
	Unit string
}{
	{plumbline.Investigation, "investigations"}, {plumbline.Investigation, "cases"},
	{plumbline.ProsecutionAct, "prosecutions"}, {plumbline.ProsecutionAct, "defendants"}, {plumbline.ProsecutionAct, "cases"},
	{plumbline.Conviction, "convictions"}, {plumbline.Sentencing, "traffickers"},
	{plumbline.Identification, "victims-identified"}, {plumbline.Identification, "victims-referred"},
	{plumbline.Assistance, "victims-assisted"}, {plumbline.Assistance, "shelters"},
	{plumbline.Repatriation, "victims-repatriated"}, {plumbline.Training, "officials-trained"},
	{plumbline.LaborOversight, "inspections"}, {plumbline.Awareness, "calls"},
}

// CountedTypes are the claim types that Counted draws from.
func CountedTypes() []plumbline.ClaimType {
	types := []plumbline.ClaimType{plumbline.Data}
	for _, k := range counted {
		if !slices.Contains(types, k.Type) {
			types = append(types, k.Type)
		}
	}
	return types
}

// Counted puts claims of several years into series. Left out are promises and
// forecasts, what others than the government of own did, an act that is told
// again, and claims that give neither a number nor a silence. withheld are the
// statements that the government did not report something; what that is the
// claim's words alone tell.
func Counted(own plumbline.CountryCode, claims []plumbline.Claim) (series []Series, withheld []*plumbline.Claim) {
	acts := map[string]bool{}
	by := map[[2]string][]*plumbline.Claim{}
	for i := range claims {
		c := &claims[i]
		if c.Aspect == plumbline.Planned || c.Aspect == plumbline.Predicted || Foreign(own, c) {
			continue
		}
		if c.Type == plumbline.Data {
			if c.Reporting == plumbline.NotReported {
				withheld = append(withheld, c)
			}
			continue
		}
		q := &c.Quantity
		says := q.Count.Known || q.Min.Known || q.Max.Known || c.Reporting == plumbline.NoneReported || c.Reporting == plumbline.NotReported
		if !says || q.Unit == "" {
			continue
		}
		if c.Act != "" {
			key := string(c.Narrative) + c.Act + q.Unit
			if acts[key] {
				continue
			}
			acts[key] = true
		}
		key := [2]string{string(c.Type), q.Unit}
		by[key] = append(by[key], c)
	}
	for _, k := range counted {
		if list := by[[2]string{string(k.Type), k.Unit}]; len(list) > 0 {
			series = append(series, Series{k.Type, k.Unit, list})
		}
	}
	return series, withheld
}

// OnTopics returns the claims about conduct of which the type is among topics:
// what a narrative says on what was recommended. It does not say that a
// recommendation was followed.
func OnTopics(own plumbline.CountryCode, claims []plumbline.Claim, topics []string) []*plumbline.Claim {
	return choose(claims, func(c *plumbline.Claim) bool {
		return slices.Contains(topics, string(c.Type)) && c.Type.Conduct() && !Foreign(own, c)
	})
}

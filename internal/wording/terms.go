package wording

import (
	"fmt"
	"strings"

	"plumbline"
)

// Terms says what a law provides.
func Terms(t *plumbline.Terms) string {
	if t == nil {
		return ""
	}
	var said []string
	add := func(s string) {
		if s != "" {
			said = append(said, s)
		}
	}
	add(map[string]string{"anti-trafficking": "anti-trafficking law", "related": "related law", "used-against-victims": "law used against victims"}[t.Kind])
	if len(t.Covers) > 0 {
		add("covers " + IDs(t.Covers))
	}
	add(IDs(t.Population))
	switch {
	case t.YearsMin.Known && t.YearsMax.Known:
		add(fmt.Sprintf("%d to %d years in prison", t.YearsMin.N, t.YearsMax.N))
	case t.YearsMin.Known:
		add(fmt.Sprintf("at least %d years in prison", t.YearsMin.N))
	case t.YearsMax.Known:
		add(fmt.Sprintf("up to %d years in prison", t.YearsMax.N))
	}
	add(map[plumbline.Answer]string{plumbline.Yes: "a fine may stand instead", plumbline.No: "no fine instead"}[t.FineOption])
	add(map[plumbline.Answer]string{
		plumbline.Yes: "force, fraud or coercion needed for children too", plumbline.No: "no force, fraud or coercion needed for children",
	}[t.ForceProof])
	add(IDs(t.Judgement))
	return strings.Join(said, "; ")
}

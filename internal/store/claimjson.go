package store

import (
	"plumbline"
	"plumbline/internal/text"
)

// claimJSON holds the columns of a claim that are JSON, in the form in which
// they stand there. Roles without anybody are left out.
type claimJSON struct {
	participants participants
	terms        *terms
	evidence     []evidence
}

// into puts the columns into c. Every list in c is then new.
func (j *claimJSON) into(c *plumbline.Claim) {
	c.Participants = plumbline.Participants(j.participants)
	c.Terms = nil
	if t := j.terms; t != nil {
		c.Terms = &plumbline.Terms{
			Covers: t.Covers, Population: t.Population, ForceProof: t.ForceProof,
			YearsMin: known(t.YearsMin), YearsMax: known(t.YearsMax),
			FineOption: t.FineOption, Judgement: t.Judgement, Kind: t.Kind,
		}
	}
	c.Evidence = nil
	if len(j.evidence) > 0 {
		c.Evidence = make([]plumbline.Evidence, len(j.evidence))
	}
	for i, e := range j.evidence {
		c.Evidence[i] = plumbline.Evidence{What: e.What, Span: text.Span{Start: e.Start, End: e.End}}
	}
}

// participants is plumbline.Participants; a role added there has to be added
// here.
type participants struct {
	Subject            []string `json:"subject,omitempty"`
	Actor              []string `json:"actor,omitempty"`
	Origin             []string `json:"origin,omitempty"`
	OriginRegions      []string `json:"origin_regions,omitempty"`
	Destination        []string `json:"destination,omitempty"`
	DestinationRegions []string `json:"destination_regions,omitempty"`
	Transit            []string `json:"transit,omitempty"`
	Roles              []string `json:"roles,omitempty"`
	Victims            []string `json:"victims,omitempty"`
	Perpetrators       []string `json:"perpetrators,omitempty"`
	Buyer              []string `json:"buyer,omitempty"`
	Instrument         []string `json:"instrument,omitempty"`
	Forms              []string `json:"forms,omitempty"`
	Sectors            []string `json:"sectors,omitempty"`
	Means              []string `json:"means,omitempty"`
	Factors            []string `json:"factors,omitempty"`
	Topics             []string `json:"topics,omitempty"`
}

func participantsJSON(p *plumbline.Participants) any {
	s := marshal((*participants)(p))
	if s == "{}" {
		return nil
	}
	return s
}

type terms struct {
	Covers     []string         `json:"covers,omitempty"`
	Population []string         `json:"population,omitempty"`
	ForceProof plumbline.Answer `json:"force_proof,omitempty"`
	YearsMin   *int64           `json:"years_min,omitempty"`
	YearsMax   *int64           `json:"years_max,omitempty"`
	FineOption plumbline.Answer `json:"fine_option,omitempty"`
	Judgement  []string         `json:"judgement,omitempty"`
	Kind       string           `json:"kind,omitempty"`
}

func termsJSON(t *plumbline.Terms) any {
	if t == nil {
		return nil
	}
	return marshal(&terms{
		Covers: t.Covers, Population: t.Population, ForceProof: t.ForceProof,
		YearsMin: pointer(t.YearsMin), YearsMax: pointer(t.YearsMax),
		FineOption: t.FineOption, Judgement: t.Judgement, Kind: t.Kind,
	})
}

func pointer(f plumbline.Figure) *int64 {
	if !f.Known {
		return nil
	}
	return &f.N
}

func known(n *int64) plumbline.Figure {
	if n == nil {
		return plumbline.Figure{}
	}
	return plumbline.Known(*n)
}

type evidence struct {
	What  plumbline.EvidenceKind `json:"what"`
	Start int                    `json:"start"`
	End   int                    `json:"end"`
}

func evidenceJSON(es []plumbline.Evidence) any {
	out := make([]evidence, len(es))
	for i, e := range es {
		out[i] = evidence{e.What, e.Span.Start, e.Span.End}
	}
	return list(out)
}

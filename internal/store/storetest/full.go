package storetest

import (
	"plumbline"
	"plumbline/internal/text"
)

// Full makes a reading of three claims: one with every field set, one with
// every field empty that may be, and one whose figures are all zero, which is
// not the same.
func Full() *plumbline.Reading {
	r := Maker{File: "full report.pdf", Country: "AUT", Year: 2018, Claims: 3}.Reading()
	fullDocument(&r.Document)
	r.Document.ID = plumbline.NewDocumentID(r.Document.SHA256, r.Document.Context)
	n := &r.Narratives[0]
	n.Document = r.Document.ID
	n.ID = plumbline.NewNarrativeID(n.Document, n.Country, n.Year, n.Span)
	fullNarrative(n)
	for i := range r.Claims {
		r.Claims[i].Narrative = n.ID
	}
	fullClaim(&r.Claims[0], r.Claims[1].ID)
	c := &r.Claims[1]
	*c = plumbline.Claim{
		ID: c.ID, Narrative: c.Narrative, File: c.File, Country: c.Country, Year: c.Year,
		Type: plumbline.Role, Citation: c.Citation, FoundBy: c.FoundBy,
	}
	c = &r.Claims[2]
	c.Quantity = plumbline.Quantity{
		Count: plumbline.Known(0), Min: plumbline.Known(0), Max: plumbline.Known(0), Previous: plumbline.Known(0),
		Share: plumbline.Ratio{Known: true},
	}
	c.Terms = &plumbline.Terms{YearsMin: plumbline.Known(0)}
	r.Doubts = []plumbline.Doubt{
		{Narrative: n.ID, Span: n.Heading, Message: "heading says 2, outcome says 3", Hint: "see the page"},
		{Message: "no year"},
	}
	return r
}

func fullDocument(d *plumbline.Document) {
	d.MediaType = "application/pdf"
	d.Boxes = boxesOf(d.Text)
	d.Pages = []plumbline.Page{{Number: 1}, {Number: 2, Start: 30}, {Number: 4, Start: 30}}
	d.Context = plumbline.Context{Country: "AUT", Year: 2018, Layout: "tip-2017", Single: true}
	d.Parts = []plumbline.Part{{Path: []string{"A <chapter>"}}, {Path: []string{"A <chapter>", "Its part"}, Start: 12}}
	d.Context.Fields = "text=a,b country=c year="
	d.Encoding, d.Source, d.Retrieved = "windows-1252", "https://example.org/a?b=c&d", "2026-03-04T05:06:07Z"
	d.Title, d.Publisher, d.Released, d.Sample = "A <report> & more", "Office", "2018-06", true
}

func fullNarrative(n *plumbline.Narrative) {
	n.Placement = plumbline.Placement{
		Tier: plumbline.Tier2WL, HeadingTier: plumbline.Tier2WL, OutcomeTier: plumbline.Tier3,
		FullyMeets: plumbline.No, SignificantEfforts: plumbline.Yes,
		Move: plumbline.Downgraded, Consecutive: 2, Waiver: true, Basis: plumbline.Automatic,
	}
	body := n.Sections[0].Span
	n.Sections = []plumbline.Section{
		{Name: plumbline.Prosecution, Span: text.Span{Start: body.Start + 10, End: body.Start + 20}, Heading: text.Span{Start: body.Start, End: body.Start + 10}},
		{Name: plumbline.Profile, Span: text.Span{Start: body.Start + 20, End: body.End}},
	}
	n.Furniture = []text.Span{{Start: body.Start + 12, End: body.Start + 14}, {Start: body.End - 3, End: body.End - 2}}
}

func fullClaim(c *plumbline.Claim, other plumbline.ClaimID) {
	c.Type, c.Valence, c.Certainty, c.Reporting = plumbline.Law, plumbline.Mixed, plumbline.Possible, plumbline.NoneReported
	c.Aspect, c.Source, c.Movement = plumbline.Planned, plumbline.Defector, plumbline.LaborMigration
	c.Direction, c.Frequency = plumbline.Uneven, plumbline.LessCommon
	c.Participants = plumbline.Participants{
		Subject: []string{"AUT"}, Actor: []string{"publisher", "ngo"},
		Origin: []string{"UKR", "PRK"}, OriginRegions: []string{"Eastern Europe"},
		Destination: []string{"AUT"}, DestinationRegions: []string{"the Gulf"}, Transit: []string{"HUN"},
		Roles: []string{"source", "internal"}, Victims: []string{"women", "children <18 & older>"},
		Perpetrators: []string{`"agents"`}, Buyer: []string{"tourists"}, Instrument: []string{"section 104(a) – Strafgesetzbuch"},
		Forms: []string{"sex-trafficking"}, Sectors: []string{"fishing"}, Means: []string{"debt"},
		Factors: []string{"poverty"}, Topics: []string{"law", "protection"},
	}
	c.Quantity = plumbline.Quantity{
		Count: plumbline.Known(1 << 40), Min: plumbline.Known(0), Max: plumbline.Known(-1),
		Share: plumbline.Ratio{R: 1.0 / 3, Known: true}, Previous: plumbline.Known(7),
		Unit: "victims-identified", Of: "prisoners", Approx: true,
	}
	c.Terms = &plumbline.Terms{
		Covers: []string{"sex", "labor"}, Population: []string{"adults"}, ForceProof: plumbline.No,
		YearsMin: plumbline.Known(0), YearsMax: plumbline.Known(20), FineOption: plumbline.Yes,
		Judgement: []string{"stringent"}, Kind: "anti-trafficking",
	}
	c.Time = plumbline.Interval{Start: "2017", End: "2018-03-31"}
	c.Citation.Page, c.Citation.LastPage = 1, 2
	at := c.Citation.Span
	c.Evidence = []plumbline.Evidence{
		{What: plumbline.HedgeCue, Span: text.Span{Start: at.Start - 5, End: at.Start - 1}},
		{What: plumbline.NegationCue, Span: at},
	}
	c.QualifiedBy, c.Act = []plumbline.ClaimID{other, "deadbeefdeadbeef"}, "act-1"
}

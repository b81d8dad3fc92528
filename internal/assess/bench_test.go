package assess

import (
	"testing"

	"plumbline"
)

// long is a narrative of about 120 claims, of every type that the evidence file
// asks for, in turn good, bad and in part.
func long() []plumbline.Claim {
	types := []plumbline.ClaimType{
		plumbline.Law, plumbline.Investigation, plumbline.ProsecutionAct, plumbline.Conviction, plumbline.Sentencing, plumbline.Identification,
		plumbline.Assistance, plumbline.Training, plumbline.Awareness, plumbline.Plan, plumbline.LaborOversight, plumbline.Cooperation,
		plumbline.Complicity, plumbline.Accountability, plumbline.Data, plumbline.Demand, plumbline.Penalization, plumbline.Repatriation,
		plumbline.CivilSociety, plumbline.Trend,
	}
	words := []string{"The police referred the cases to prosecutors and gave shelter to the victims", "The ministry did not fund care for foreign victims at the border",
		"Courts issued partly suspended sentences under the labor code", "The government trained diplomats and peacekeepers with an international organization"}
	valences := []plumbline.Valence{plumbline.Good, plumbline.Bad, plumbline.Good, plumbline.Mixed}
	var out []plumbline.Claim
	for i := range 120 {
		c := act(types[i%len(types)], valences[i%len(valences)], words[i%len(words)])
		c.Citation.Span.Start, c.Citation.Span.End = i*100, i*100+90
		c.ID = plumbline.ClaimID(rune('a'+i%26)) + plumbline.ClaimID(rune('0'+i/26))
		if i%5 == 0 {
			c.Quantity.Count, c.Quantity.Previous = plumbline.Known(int64(i)), plumbline.Known(50)
		}
		out = append(out, c)
	}
	return out
}

func BenchmarkAssess(b *testing.B) {
	book, points := bundled(b)
	a := New(book, points)
	claims := long()
	for _, name := range []string{"2006-01-10", "2013-03-07", "2023-01-05"} {
		law, err := book.Find(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: 2018}, Claims: claims, Standard: law})
			}
		})
	}
}

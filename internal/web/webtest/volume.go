package webtest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"plumbline"
)

// Volume writes a report of a year on the given countries, in the form of the
// reports of 2017 and 2018. The same arguments give the same text.
func Volume(year int, countries plumbline.Countries) string {
	var b strings.Builder
	for i := range countries {
		c := &countries[i]
		w := writer{Rand: rand.New(rand.NewPCG(uint64(year), uint64(i)+1)), year: year, name: c.Name(year),
			others: []string{countries[(i+1)%len(countries)].Name(year), countries[(i+3)%len(countries)].Name(year)}}
		w.narrative(&b)
	}
	return b.String()
}

// writer writes one narrative.
type writer struct {
	*rand.Rand
	year   int
	name   string
	others []string
}

func (w *writer) pick(list ...string) string { return list[w.IntN(len(list))] }

func (w *writer) narrative(b *strings.Builder) {
	tier := []string{"TIER 1", "TIER 2", "TIER 2 WATCH LIST", "TIER 3"}[w.IntN(4)]
	fmt.Fprintf(b, "%s: %s\n\n", strings.ToUpper(w.name), tier)
	placed := map[string]string{"TIER 1": "remained on Tier 1", "TIER 2": "remained on Tier 2",
		"TIER 2 WATCH LIST": "was placed on Tier 2 Watch List", "TIER 3": "remained on Tier 3"}[tier]
	meets := map[bool]string{true: "fully meets", false: "does not fully meet"}[tier == "TIER 1"]
	fmt.Fprintf(b, "The Government of %s %s the minimum standards for the elimination of trafficking. Officials opened new cases and paid for a shelter. %s %s.\n\n",
		w.name, meets, w.name, placed)
	if tier != "TIER 1" {
		fmt.Fprintf(b, "RECOMMENDATIONS FOR %s\n\nProsecute and convict traffickers; train labor inspectors to find victims; fund shelters for men; %s.\n\n",
			strings.ToUpper(w.name), w.pick("adopt a national action plan", "amend the law so that fines are no alternative to prison"))
	}
	fmt.Fprintf(b, "PROSECUTION\n\nThe government %s law enforcement efforts. Authorities investigated %d cases, compared with %d the year before. %s Courts convicted %d traffickers. %s\n\n",
		w.pick("increased", "maintained", "decreased"), 3+w.IntN(90), 3+w.IntN(90),
		w.pick("The government prosecuted 12 suspected traffickers.", "The government did not report any prosecutions.", "The government did not report the number of prosecutions."),
		w.IntN(40)+1, w.pick("NGOs reported that some police officers took bribes from brothel owners.", "There were no reports that officials were complicit in trafficking."))
	fmt.Fprintf(b, "PROTECTION\n\nOfficials identified %d victims, including %d children. %s The government did not report whether victims received compensation. %s\n\n",
		20+w.IntN(300), 1+w.IntN(19), w.pick("The government provided shelter and medical care to 40 victims.", "The government did not provide shelter to male victims."),
		w.pick("Police reportedly detained some foreign victims for immigration violations.", "There were no reports that authorities penalized victims."))
	fmt.Fprintf(b, "PREVENTION\n\nThe government conducted awareness campaigns in schools. %s The government did not make efforts to reduce the demand for commercial sex acts.\n\n",
		w.pick("It planned to adopt a new action plan in the coming year.", "It adopted a national action plan.", "It did not have a national action plan."))
	fmt.Fprintf(b, "TRAFFICKING PROFILE\n\nAs reported over the past five years, %s is a source and destination country for women subjected to sex trafficking. Women from %s are subjected to sex trafficking in %s. Men from %s are exploited in forced labor in %s, mainly in construction. %s\n\n",
		w.name, w.name, w.others[0], w.others[1], w.name,
		w.pick("Some children may be forced to beg in cities.", "Migrant workers are vulnerable to trafficking because recruiters keep their passports.", "Domestic workers are often subjected to domestic servitude."))
}

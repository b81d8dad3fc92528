package assess

import "plumbline"

// twoYears puts the two-year rule of 22 USC 7107(b)(2)(D) on top of both
// readings. The rule itself asks for the downgrade; a waiver is an exception
// that somebody must tell of, in the text or in another record.
func twoYears(in *Input, as *plumbline.Assessment) {
	for _, r := range []*plumbline.Indicated{&as.Law, &as.Fitted} {
		r.After = r.Tier
		if r.Tier == plumbline.Tier2WL && as.Clock.Applies {
			apply(in, as, r)
		}
	}
}

func apply(in *Input, as *plumbline.Assessment, r *plumbline.Indicated) {
	say := func(s string) { r.Reasons = append(r.Reasons, s) }
	switch c := &as.Clock; {
	case c.Automatic == plumbline.Yes:
		r.After, r.Automatic = plumbline.Tier3, true
		say("a further year on Tier 2 Watch List is barred: automatic downgrade to Tier 3, which is no finding of no efforts")
	case c.MustWaive == plumbline.Yes && as.Placement.Waiver:
		say("a further year on Tier 2 Watch List needs a downgrade waiver, and the text says that one was granted")
	case c.MustWaive == plumbline.Yes && in.Waived != "":
		say("a further year on Tier 2 Watch List needs a downgrade waiver, and one is on record: " + in.Waived)
	case c.MustWaive == plumbline.Yes:
		r.After, r.Automatic = plumbline.Tier3, true
		say("a further year on Tier 2 Watch List needs a downgrade waiver, and none is told: automatic downgrade to Tier 3, which is no finding of no efforts")
	case c.Automatic == plumbline.NotSaid || c.MustWaive == plumbline.NotSaid:
		r.After = ""
		say("the two-year rule cannot be applied: " + c.Reason)
	}
}

// Package assess holds claims against the law: a finding for each criterion of
// a standard, the tier that the findings indicate under two readings, what
// would change it, and the two-year rule on top.
//
// In go a narrative's printed placement, its claims, a compiled standard and
// the clock of that country; out comes a plumbline.Assessment. Nothing here
// reads a file, a clock or a database, and nothing here says what the tier is:
// an indicated tier is what these rules make of one text.
//
// # Evidence
//
// A claim is weighed only if it is conduct of the assessed government, not the
// publisher's own conclusion (compliance, efforts, placement, trend) nor a
// recommendation; if it is no promise or forecast; if its time is neither after
// the period that the report covers nor, for acts, wholly before it; if the
// author knows (no-evidence and no-information count for nothing); and if no
// claim beside it undercuts it. Of claims that tell one act, one is weighed.
//
// # Verdicts
//
// An element is answered yes by claims for it and none against, no by claims
// against it and none for it or for a part of it, partly by anything between,
// and unknown where no claim bears on it: absence of evidence is never no. A
// criterion is answered by its formula (internal/standard). A finding's
// certainty is that of the strongest claims that suffice for its verdict.
//
// # Readings
//
// The law reading follows the lists of 22 USC 7107(b): rules only, with
// switches where the statute leaves room; it says nothing where the findings do
// not decide. The fitted reading adds up points (data/standards/fitted.points)
// that were calibrated on published tiers; it is a reading of past practice.
// Neither is ever made worse by more evidence of good conduct.
package assess

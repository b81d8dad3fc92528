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
// claim beside it, or words behind it, undercut it. Of claims that tell one act
// the one of a section is weighed; where that one is left out, the summary that
// tells it too is left out with it.
//
// # Data presumption
//
// Of what a government gives no data on after a reasonable request, as far as it
// could, 22 USC 7106(b)(1) and (7) presume that it was not done. It is applied
// only with a recorded request of the report's time, to an element that no claim
// bears on and of which the text says that data were withheld, and not where the
// text tells of a lack of capacity. The answer is then no, possible at most, and
// marked as presumed.
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
// Neither is ever made worse by more evidence of good conduct, and nothing leads
// past a policy or pattern that the statute takes as proof of failure while it
// stands. The two-year rule comes on top: a Tier 3 by that rule alone is an
// automatic downgrade.
//
// # Counterfactuals
//
// The smallest sets of findings whose change would change a tier, found by exact
// search: by other conduct those that are known, by more knowledge those with
// something unknown in them. Of a law reading that cannot tell they are those
// that would settle it. They name findings, never numbers.
package assess

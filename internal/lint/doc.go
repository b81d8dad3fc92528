// Package lint holds a narrative against itself.
//
// In goes a narrative with its document, its claims and what was doubted while
// it was read; with it, where they are known, the time that its report covers
// and the narrative of the same country of the year before. Out come Remarks,
// each with its places, what does not fit, and how sure that is. Nothing says
// which side is right: that is for whoever looks at the page.
//
// The kinds, and what is not a contradiction:
//
//   - figures: a figure of the whole country told twice with two numbers, in
//     the summary and in a section, or as the figure of the year before and in
//     that year's narrative. Figures of an agency, a form, a place, a group or
//     a case are not held against those of the country; nor are cases against
//     persons, suspected against confirmed victims, one time against another,
//     or anything hedged, rounded or bounded.
//   - trend: "an increase from" a larger number; a section that begins with
//     increased law enforcement efforts while every figure in it fell, two at
//     least.
//   - sum: a part larger than its whole; parts that exclude each other (women,
//     men, girls and boys; adults and children) and add up to more than the
//     whole, or to less where they are told as all of it. Behind "including"
//     fewer is no fault.
//   - formula: what reading the placement doubted; a missing formula; a tier
//     that no list has; a move or a number of years that the narrative of the
//     year before does not bear out.
//   - period: an act that is dated by month behind the end of the time covered,
//     or dated before its beginning where the summary or a section tells it as
//     one of its acts. Laws, plans, treaties, comparisons and what began
//     earlier are background.
//   - unchanged: sentences that stood in the narrative of the year before,
//     word for word or all but a few words. Formulas are left out.
//
// The package reads no store, keeps no state and is deterministic.
package lint

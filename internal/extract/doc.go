// Package extract turns the sections of a Narrative into cited Claims.
//
// In go a Document and one of its Narratives; out come Claims in the order of
// the text, each with the span that carries it, the rule that found it and the
// cues that shaped it. What words mean which claim is said by the rule files
// of data/grammar; this package binds their matches to the codebook:
//
//   - conduct.go: which matches of a unit become claims, and who acts;
//   - scope.go: valence, certainty, reporting, aspect and source from cues;
//   - figure.go: count and year; comparison.go: the figure of the period before;
//   - law.go: terms of a law;
//   - clause.go, profile.go: what a profile says in one go, of whom;
//   - places.go, ends.go: lists of places, and what each is to a movement;
//   - flow.go, role.go, estimate.go: movements, roles, numbers of people;
//   - text.go: recommendations, trends, outcome sentences;
//   - finish.go: order, identity, acts told twice, claims that undercut others.
//
// It reads one narrative at a time and keeps nothing between narratives. It
// does not decide what a claim means under the law.
package extract

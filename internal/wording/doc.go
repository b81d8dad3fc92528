// Package wording has the words in which the vocabulary is shown to people: how
// a claim is hedged, what a silence means, how a figure, a time, a verdict and
// a placement are said.
//
// In go values of the root package; out come short plain phrases. The terminal
// and the web pages use the same ones, so that a hedge is worded once. The
// package lays nothing out: it knows neither columns nor HTML.
package wording

// SampleNote is said wherever the sample is shown.
const SampleNote = "sample: paraphrase, not official text"

// Tone says how a word is to be taken, for a colour beside it: never the
// colour alone.
type Tone string

// The tones.
const (
	Neutral  Tone = ""
	Good     Tone = "good"
	Bad      Tone = "bad"
	Doubtful Tone = "doubtful" // in part, promised, or withheld
	Faint    Tone = "faint"    // not known
)

// Package backtest holds the tiers that assessments indicate against the tiers
// that were published, in a way that cannot cheat: the readings see evidence
// only, and no country is read with points that it helped to calibrate.
//
// In go country-years with their claims and text; out come a row for each, the
// figures of both readings, and those of baselines in the same folds.
//
// # What is hidden
//
// The assessment section and the recommendations, and in the rest every
// sentence with a claim of compliance, efforts, placement or trend, with all
// claims that stand in it. What is left is what the government did, section by
// section, and the profile.
//
// # Folds
//
// Countries are put in the order of a hash of their code and dealt out to ten
// folds in turn. The points with which a fold is read are calibrated on the
// other nine.
//
// # Baselines
//
// majority: the most frequent tier of the other folds. words: a naive Bayes on
// the words that are left to see. history: the last tier that is known from
// before and was not worked out from the report under test; majority where
// none is. leak: the naive Bayes shown only the words of outcome formulas in
// what is left; where hiding works it does no better than majority.
package backtest

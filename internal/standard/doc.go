// Package standard holds the law that the reports are made under, version by
// version, as data.
//
// In goes the folder data/standards: a .standard file for each version of the
// law, named by the day from which it is in force; standards.sum, which holds
// them to what they were; and evidence.elements, which says how claims answer
// what the law asks. Out comes a Book: which Standard governs the report of a
// year, where a claim stands on an Element, the verdict on a Criterion, and how
// one version differs from another. The package weighs nothing by itself and
// knows no country; package assess does.
//
// # Files
//
// A line is a fact: a key and its value. Indentation is free, but a line that
// begins at or behind the column of the value above continues that value; #
// begins a line of comment. All faults are reported, with line and caret.
//
//	standard  2008-12-23             the day from which it is in force, as in the file's name
//	act       TEXT                   with public law and Statutes at Large
//	source    TEXT                   what it was read in, with a mark: [V] read in the source
//	                                 named, [P] verified in part, [M] from memory
//	reports   2009-2012              first and last report made under it; 2023- checked 2025 while
//	                                 it is in force, with the last report for which that was looked
//	                                 at; none where no report was made under it
//	due       TEXT                   when the report is due
//	scope     TEXT                   which governments it covers
//	watch-list TEXT                  who stands on the Special Watch List beside the limbs below
//	presumption TEXT                 the data presumption
//	two-year  from 2009, years 2, waiver-years 2, relisting-years 0
//	  cite    TEXT                   0 relisting years are no limit
//	  source  TEXT
//	period    2010 2009-02-01 2010-02-15
//	  cite    TEXT                   only where the statute lays it down
//	  source  TEXT
//	switch    NAME VALUE | VALUE     a choice where the law leaves room, the default first; one
//	                                 value alone is a choice that cannot be made otherwise here
//	  gloss   TEXT
//	  because TEXT
//	criterion 108(b)(1) as b1 indicium
//	  title   TEXT                   the same in all versions while it asks the same
//	  gloss   TEXT                   in our words
//	  cite    22 USC 7106(b)(1)
//	  source  TEXT
//	  since   2000-10-28             the version that brought it
//	  element NAME
//	    gloss TEXT
//	    cite  TEXT                   where left out, the criterion's
//	    since DATE                   the same
//	  when    FORMULA
//
// The roles of a criterion are standard, indicium, factor, proof, complies,
// efforts and limb, see plumbline.CriterionRole. Elements of a proof or a limb
// are worded as the bad thing: yes speaks against the government.
//
// A version that was in force never changes. Its SHA-256 stands in
// standards.sum, and Load refuses a file that differs: a change in the law is a
// new file with a new line there. Between them the versions govern every report
// once.
//
// # Formulas of criteria
//
// They are CEL, of which only names, && and ||, brackets and atLeast(2, [a, b,
// c]) are taken. Names are the criterion's elements and the criteria above it.
// There is no negation, so that a better answer to an element never makes the
// answer to a criterion worse.
//
// Verdicts are four-valued. A criterion is met where its formula holds by what
// is answered yes; not met where it fails even if all that is not known were
// answered yes; partly met where it holds once partly counts as yes; else it is
// unknown, with what it still depends on. Since formulas are monotone this is
// exact; it agrees with CEL's own partial evaluation, which gives up on a list
// with an unknown member.
//
// # Evidence
//
// evidence.elements has a block for each element, shared by all versions:
//
//	element NAME
//	  asks     whether ...           said where the element is unknown
//	  types    law, sentencing       the claims that can answer it; none where none can
//	  where    FORMULA               what holds of every claim that counts; may be left out
//	  for      FORMULA               where left out: valence == "+"
//	  partly   FORMULA               valence == "~"
//	  against  FORMULA               valence == "-"
//
// These are whole CEL, without macros, over one claim. Strings: type, valence,
// certainty, reporting, aspect, source, section, movement, direction,
// frequency, quote, wording (the quote in lower case), unit, of, and of a law's
// terms kind, fine and force_proof; what the text does not say is "". Lists of
// strings: actor, victims, perpetrators, forms, sectors, means, factors,
// topics, instrument, roles, and covers, population, judgement. Numbers: count,
// previous, min, max, years_min, years_max; -1 where not known. And foreign:
// somebody else than the country's government acts. s.says(["shelter", "safe
// house"]) holds where a word of s begins so. A word that a variable of the
// codebook can never be is a fault.
//
// A claim stands on the first side whose formula holds: against, partly, for.
package standard

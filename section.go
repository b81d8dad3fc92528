package plumbline

import "plumbline/internal/text"

// SectionName is one of the six parts of a Narrative.
type SectionName string

// The sections of a Narrative. Assessment is the part that says how the
// country stands to the minimum standards, with the summary of its efforts.
const (
	Profile         SectionName = "profile"
	AssessmentPart  SectionName = "assessment"
	Recommendations SectionName = "recommendations"
	Prosecution     SectionName = "prosecution"
	Protection      SectionName = "protection"
	Prevention      SectionName = "prevention"
)

// SectionNames lists the sections in the order in which reports since 2019 and
// this project show them.
var SectionNames = []SectionName{AssessmentPart, Recommendations, Prosecution, Protection, Prevention, Profile}

// Section is a part of a Narrative. Span covers its text without its heading.
type Section struct {
	Name    SectionName
	Span    text.Span
	Heading text.Span // empty where the section has none
}

package token

// word is a word that quantities are told with and that is looked for by itself.
type word uint8

const (
	noWord word = iota
	wOne
	wA
	wAn
	wOf
	wTo
	wAnd
	wOr
	wThan
	wIn
	wOut
	wAt
	wUp
	wBetween
	wFrom
	wThrough
	wUntil
	wPer
	wCent
	wPercent
	wPercentage
	wOld
	wAge
	wAges
	wAged
	wEvery
	wLife
	wMore
	wGreater
	wLarger
	wHigher
	wFewer
	wLess
	wLower
	wYounger
	wOlder
	wAbove
	wOver
	wBelow
	wUnder
	wExceeding
	wExceed
	wLeast
	wMost
	wMany
	wMuch
	wFew
	wSeveral
	wAs
	wYoung
	wHigh
	wLow
	wLong
	wNo
	wNot
	wMinimum
	wMaximum
	wUpwards
	wExcess
	wAverage
	wClose
	wNear
	wSome
	wAbout
	wWell
	wSlightly
	wJust
	wFar
	wEnd
	wBeginning
	wStart
	wEarly
	wLate
	wMid
	wFiscal
	wYear
	wFy
	wCalendar
	wFirst
	wLast
	wLatter
	wNumber
	wConsecutive
	wStraight
	wSuccessive
	wTime
	wDay
	wWeek
	wWhich
	wAnother
	wOnly
	wBis
	wTer
	wQuater
	wSt
	wNd
	wRd
	wTh
	wS
	wThe
	wLonger
	wRange
	wRanged
	wRanges
	wRanging
	wEstimate
	wAm
	wAny
	wBn
	wCan
	wCould
	wEach
	wEstimated
	wFor
	wGreat
	wHer
	wHis
	wIts
	wK
	wLarge
	wLittle
	wM
	wMay
	wMight
	wMn
	wMust
	wNew
	wNos
	wOlds
	wOur
	wOverwhelming
	wPm
	wSecond
	wShould
	wThat
	wTheir
	wVast
	wWould
)

var wordNames = [...]string{
	wOne: "one", wA: "a", wAn: "an", wOf: "of", wTo: "to", wAnd: "and", wOr: "or", wThan: "than", wIn: "in",
	wOut: "out", wAt: "at", wUp: "up", wBetween: "between", wFrom: "from", wThrough: "through", wUntil: "until",
	wPer: "per", wCent: "cent", wPercent: "percent", wPercentage: "percentage", wOld: "old", wAge: "age",
	wAges: "ages", wAged: "aged", wEvery: "every", wLife: "life", wMore: "more", wGreater: "greater",
	wLarger: "larger", wHigher: "higher", wFewer: "fewer", wLess: "less", wLower: "lower", wYounger: "younger",
	wOlder: "older", wAbove: "above", wOver: "over", wBelow: "below", wUnder: "under", wExceeding: "exceeding",
	wExceed: "exceed", wLeast: "least", wMost: "most", wMany: "many", wMuch: "much", wFew: "few",
	wSeveral: "several", wAs: "as", wYoung: "young", wHigh: "high", wLow: "low", wLong: "long", wNo: "no",
	wNot: "not", wMinimum: "minimum", wMaximum: "maximum", wUpwards: "upwards", wExcess: "excess",
	wAverage: "average", wClose: "close", wNear: "near", wSome: "some", wAbout: "about", wWell: "well",
	wSlightly: "slightly", wJust: "just", wFar: "far", wEnd: "end", wBeginning: "beginning", wStart: "start",
	wEarly: "early", wLate: "late", wMid: "mid", wFiscal: "fiscal", wYear: "year", wFy: "fy",
	wCalendar: "calendar", wFirst: "first", wLast: "last", wLatter: "latter", wNumber: "number",
	wConsecutive: "consecutive", wStraight: "straight", wSuccessive: "successive", wTime: "time", wDay: "day",
	wWeek: "week", wWhich: "which", wAnother: "another", wOnly: "only", wBis: "bis", wTer: "ter",
	wQuater: "quater", wSt: "st", wNd: "nd", wRd: "rd", wTh: "th", wS: "s", wThe: "the", wLonger: "longer",
	wRange: "range", wRanged: "ranged", wRanges: "ranges", wRanging: "ranging", wEstimate: "estimate",
	wAm: "am", wAny: "any", wBn: "bn", wCan: "can", wCould: "could", wEach: "each", wEstimated: "estimated",
	wFor: "for", wGreat: "great", wHer: "her", wHis: "his", wIts: "its", wK: "k", wLarge: "large",
	wLittle: "little", wM: "m", wMay: "may", wMight: "might", wMn: "mn", wMust: "must", wNew: "new",
	wNos: "nos", wOlds: "olds", wOur: "our", wOverwhelming: "overwhelming", wPm: "pm", wSecond: "second",
	wShould: "should", wThat: "that", wTheir: "their", wVast: "vast", wWould: "would",
}

package token

import "strings"

// role is what a word can do in a quantity; a word may have several.
type role uint64

const (
	isUnit       role = 1 << iota // one ... nineteen
	isTens                        // twenty ... ninety, and twenty-one ...
	isAndHalf                     // two-and-a-half
	isScale                       // hundred, thousand, dozen
	isPlural                      // hundreds, thousands, dozens
	isOrdinal                     // first, second
	isFraction                    // third, quarters
	isHalf                        // half
	isShare                       // two-thirds
	isMajority                    // majority
	isMonth                       // January
	isMidMonth                    // mid-January
	isShortMonth                  // Jan
	isTime                        // years
	isTimeWord                    // five-year
	isAgeWord                     // year-old
	isAged                        // five-year-old
	isReference                   // article
	isCapitalRef                  // Phase, which is a reference only with a capital
	isLaw                         // law, decree: a year may stand behind
	isPluralRef                   // articles
	isCurrency                    // manat
	isCode                        // USD, in capitals
	isChange                      // increase
	isCounted                     // victims
	isFunction                    // and, of, were
	isYearBefore                  // in, since
	isTopic                       // information, before "about"
	isSeason                      // spring
	isNoPronoun                   // new, before "one"
	isApprox                      // nearly
	isAlways                      // hotline, behind "247"
	isNoMajority                  // party, behind "majority"
	isSign                        // US, before "$"
	isDoubtful                    // marks, which may be no currency
)

const opens = isUnit | isTens | isScale | isPlural | isOrdinal | isFraction | isHalf |
	isShare | isMajority | isMonth | isMidMonth | isTimeWord | isAged

// isMeasure is what may follow a number as its unit.
const isMeasure = isTime | isAgeWord | isCurrency | isCode

// entry is a word's role and its value: a number, the index of a scale or
// currency, a month, a Unit, or for a pair first*16+second.
type entry struct {
	role  role
	value int32
	word  word
}

var scales = [...]int64{100, 1e3, 1e6, 1e9, 1e12, 12, 10, 20}

const (
	scaleHundred  = 0
	scaleThousand = 1
	scaleDozen    = 5
	scaleTens     = 6
)

func (n *Numbers) put(id WordID, r role, value int) {
	for int(id) >= len(n.entries) {
		n.entries = append(n.entries, entry{})
	}
	n.entries[id].role |= r
	if old := n.entries[id].value; old != 0 && value != 0 && old != int32(value) {
		panic("BUG: a word of numbers with two values")
	}
	if value != 0 {
		n.entries[id].value = int32(value)
	}
}

// list gives the words of a line the values from, from+1, ...
func (n *Numbers) list(v *Vocab, r role, from int, line string) {
	for i, w := range strings.Fields(line) {
		n.put(v.Add(w), r, from+i)
	}
}

// set gives the words of a line a role and no value.
func (n *Numbers) set(v *Vocab, r role, line string) {
	for _, w := range strings.Fields(line) {
		n.put(v.Add(w), r, 0)
	}
}

const (
	units    = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
	tens     = `twenty thirty forty fifty sixty seventy eighty ninety`
	ordinals = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`
	months   = `january february march april may june july august september october november december`
)

func (n *Numbers) addWords(v *Vocab) {
	for w, name := range wordNames {
		if name != "" {
			id := v.Add(name)
			n.put(id, 0, 0)
			n.entries[id].word = word(w)
		}
	}
	n.list(v, isUnit, 1, units)
	n.put(v.Add("zero"), isUnit, 0)
	n.addTens(v)
	n.list(v, isScale, 0, `hundred thousand million billion trillion dozen`)
	n.list(v, isPlural, 0, `hundreds thousands millions billions trillions dozens tens scores`)
	n.list(v, isOrdinal, 1, ordinals)
	n.addParts(v)
	n.addTimes(v)
	n.addReferences(v)

	n.set(v, isChange, `increase increased increases increasing decrease decreased decreases decreasing
		rise rose risen rises rising fall fell fallen falls falling grow grew grown growing raise raised raising
		drop dropped dropping decline declined declining reduce reduced reducing reduction
		up down change changed changing went expand expanded expanding jumped doubled tripled quadrupled
		lower lowered lowering cut growth upgraded improved extend extended extending lengthened`)
	n.set(v, isCounted, `victims cases investigations prosecutions convictions people persons individuals men women
		children girls boys youth youths minors adults workers laborers labourers migrants refugees nationals
		officials officers police traffickers suspects defendants offenders perpetrators calls students teachers
		inspections inspectors judges prosecutors soldiers combatants households families employers complaints permits
		visas sessions trainings participants arrests inmates prisoners citizens residents businesses companies
		posters brochures leaflets pamphlets workshops schools prostitutes foreigners orphans recruits fighters
		potential suspected alleged possible presumed kilometers miles`)
	n.set(v, isFunction, `and or of to in on at by for from with without who whom whose which that when where while
		were was are is be been being had has have as if into but because may can could must should would
		during before after since through the a an he she they it their his her not also than among`)
	n.set(v, isYearBefore, `in since until till before during the its their by late early mid year years both
		after throughout beyond through`)
	n.set(v, isTopic, `information report reports concern concerns complaint complaints awareness campaign campaigns training
		trainings data statistics knowledge questions learn know knew inform informed details allegations
		educate educated talk talked warn warned worry worried guidance`)
	n.set(v, isApprox, `nearly almost approximately roughly estimated circa about around some`)
	n.set(v, isAlways, `hotline hotlines helpline helplines security shelter service services telephone phone call access
		support emergency toll-free assistance`)
	n.set(v, isNoMajority, `population party group vote leader opinion ethnic owned owner shareholder stake rule muslim christian`)
	n.set(v, isNoPronoun, `no the any every each which another new previous existing similar last current draft old
		earlier larger this that first second third some same single separate former latter better everyone`)
}

func (n *Numbers) addTens(v *Vocab) {
	for i, t := range strings.Fields(tens) {
		n.put(v.Add(t), isTens, 10*(i+2))
		for j, u := range strings.Fields(units)[:9] {
			n.put(v.Add(t+"-"+u), isTens, 10*(i+2)+j+1)
		}
	}
	for i, u := range strings.Fields(units)[:9] {
		n.put(v.Add(u+"-and-a-half"), isAndHalf|isUnit, i+1)
	}
}

// addParts adds the words of fractions: a third, two thirds, two-thirds.
func (n *Numbers) addParts(v *Vocab) {
	for i, o := range strings.Fields(ordinals)[2:10] {
		n.put(v.Add(o), isFraction, i+3)
		n.put(v.Add(o+"s"), isFraction, i+3)
	}
	n.put(v.Add("quarter"), isFraction, 4)
	n.put(v.Add("quarters"), isFraction, 4)
	n.put(v.Add("half"), isHalf, 2)
	n.put(v.Add("one-half"), isShare, 1*16+2)
	n.put(v.Add("majority"), isMajority, 0)
	for i, u := range strings.Fields(units)[:9] {
		for j, o := range strings.Fields(ordinals)[2:10] {
			if i > 0 {
				o += "s"
			}
			if i+1 < j+3 {
				n.put(v.Add(u+"-"+o), isShare, (i+1)*16+j+3)
			}
		}
	}
	n.put(v.Add("one-quarter"), isShare, 1*16+4)
	n.put(v.Add("three-quarters"), isShare, 3*16+4)
}

// addTimes adds months and units of time, with the words joined from them.
func (n *Numbers) addTimes(v *Vocab) {
	n.list(v, isMonth, 1, months)
	for i, m := range strings.Fields(months) {
		for _, before := range [...]string{"mid-", "pre-", "post-", "early-", "late-"} {
			n.put(v.Add(before+m), isMonth|isMidMonth, i+1)
		}
	}
	for i, m := range strings.Fields(`jan feb mar apr - jun jul aug sep oct nov dec`) {
		if m != "-" {
			n.put(v.Add(m), isMonth|isShortMonth, i+1)
		}
	}
	n.put(v.Add("sept"), isMonth|isShortMonth, 9)
	n.set(v, isSeason, `spring summer fall autumn winter`)

	numbers := strings.Fields(units)
	numbers = append(numbers, strings.Fields(tens)...)
	for i, u := range strings.Fields(`minute hour day week month year`) {
		unit := i + 1
		n.put(v.Add(u), isTime, unit)
		n.put(v.Add(u+"s"), isTime, unit)
		for _, number := range numbers {
			value := int(n.entries[v.Add(number)].value)*16 + unit
			n.put(v.Add(number+"-"+u), isTimeWord, value)
			n.put(v.Add(number+"-"+u+"s"), isTimeWord, value)
			if Unit(unit) >= Days {
				n.put(v.Add(number+"-"+u+"-old"), isAged, value)
				n.put(v.Add(number+"-"+u+"-olds"), isAged, value)
			}
		}
	}
	for i, u := range strings.Fields(`day week month year`) {
		for _, tail := range [...]string{"-old", "-olds", "s-old"} {
			n.put(v.Add(u+tail), isAgeWord, int(Days)+i)
		}
	}
}

func (n *Numbers) addReferences(v *Vocab) {
	n.set(v, isReference, `article section chapter paragraph clause art sec para annex appendix tier phase proclamation page
		resolution subsection sub-section schedule`)
	n.set(v, isReference|isPluralRef, `articles sections chapters paragraphs clauses arts secs paras nos pages resolutions
		subsections tiers`)
	n.set(v, isReference|isLaw, `law act decree convention protocol ordinance statute directive regulation bill amendment
		treaty declaration edict order-law decree-law`)
	n.set(v, isReference|isLaw|isPluralRef, `laws acts decrees conventions protocols ordinances directives regulations bills`)
	n.set(v, isReference|isCapitalRef, `order part target goal title rule level category group route form kilo camp
		objective pillar table figure item`)
	n.set(v, isReference|isCapitalRef|isLaw, `code`)
}

package lint

import "plumbline/internal/token"

// noun is the noun phrase behind a figure: what it counts.
type noun struct {
	head        string // case, victim, suspect, investigation, prosecution, conviction...
	sex         string // of "12 women": women
	potential   bool   // alleged, potential, suspected
	narrowed    bool   // by a form, a nation, an age or another modifier
	first, last int    // tokens, the figure left out
}

// heads gives the words for what is counted under one name.
var heads = map[string]string{
	"case": "case", "cases": "case", "victim": "victim", "victims": "victim",
	"suspect": "suspect", "suspects": "suspect", "trafficker": "trafficker", "traffickers": "trafficker",
	"defendant": "suspect", "defendants": "suspect", "offender": "trafficker", "offenders": "trafficker",
	"perpetrator": "suspect", "perpetrators": "suspect", "individual": "person", "individuals": "person", "person": "person",
	"persons": "person", "people": "person", "investigation": "investigation", "investigations": "investigation",
	"prosecution": "prosecution", "prosecutions": "prosecution", "conviction": "conviction", "convictions": "conviction",
	"arrest": "arrest", "arrests": "arrest", "inspection": "inspection", "inspections": "inspection", "child": "child",
	"children": "child", "call": "call", "calls": "call", "official": "official", "officials": "official", "worker": "worker",
	"workers": "worker", "company": "company", "companies": "company", "violation": "violation", "violations": "violation",
	"shelter": "shelter", "shelters": "shelter", "training": "training", "trainings": "training", "referral": "referral",
	"referrals": "referral", "women": "person", "men": "person", "girls": "child", "boys": "child", "woman": "person",
	"man": "person", "girl": "child", "boy": "child", "complaint": "complaint", "complaints": "complaint",
	"citizens": "person", "nationals": "person", "migrants": "person", "foreigners": "person", "indictments": "indictment",
	"indictment": "indictment", "sentences": "sentence", "report": "report", "reports": "report", "incidents": "case",
	"minors": "child", "adults": "person", "females": "person", "males": "person", "laborers": "worker",
}

// hedged words before a head make it one that is not established.
var hedged = map[string]bool{
	"alleged": true, "potential": true, "suspected": true, "possible": true, "presumed": true, "accused": true, "likely": true,
}

// neutral words before a head change nothing of what is counted.
var neutral = map[string]bool{
	"trafficking": true, "human": true, "new": true, "additional": false, "confirmed": true, "official": true, "total": true,
	"in": true, "persons": true, "-": true, "trafficking-related": false, "formal": true,
}

// label tells parts of a whole that exclude each other.
var label = map[string]string{
	"women": "women", "woman": "women", "men": "men", "man": "men", "girls": "girls", "girl": "girls", "boys": "boys", "boy": "boys",
	"female": "females", "females": "females", "male": "males", "males": "males", "adult": "adults", "adults": "adults",
	"child": "children", "children": "children", "minor": "children", "minors": "children", "juveniles": "children",
	"transgender": "others", "lgbti": "others", "sex": "sex", "labor": "labor", "both": "both",
}

// nounBehind reads the noun phrase that begins at token i.
func (s *script) nounBehind(st *sentence, i int) (n noun) {
	n.first, n.last = i, i
	if s.is(st, i, "of the") {
		i += 2
	}
	for k := i; k < min(i+8, st.Last); k++ {
		t := s.Tokens[k]
		if t.Kind == token.Punct || t.Kind == token.Number {
			break
		}
		w := s.low[k]
		if stops[w] {
			break
		}
		if label[w] != "" && n.sex == "" {
			n.sex = label[w]
		}
		if head := heads[w]; head != "" {
			if n.head != "" && label[w] == "" && n.sex == "" {
				n.narrowed = n.narrowed || !neutral[s.low[n.last-1]]
			}
			n.head, n.last = head, k+1
			continue
		}
		switch {
		case hedged[w]:
			n.potential = true
		case w == "and" || w == "or":
			if _, counts := s.countAt(st, k+1); n.head != "" || counts {
				return n
			}
			n.narrowed = true
		case !neutral[w]:
			if n.head != "" {
				return n
			}
			n.narrowed = true
		}
	}
	return n
}

// stops end a noun phrase.
var stops = map[string]bool{
	"were": true, "was": true, "are": true, "is": true, "had": true, "have": true, "who": true, "that": true, "which": true, "during": true,
	"compared": true, "for": true, "from": true, "with": true, "to": true, "at": true, "on": true, "by": true, "under": true,
	"including": true, "involving": true, "between": true, "as": true, "through": true, "while": true, "but": true, "since": true,
	"whom": true, "of": true, "into": true, "against": true, "within": true, "among": true, "across": true, "received": true, "an": true,
	"a": true, "the": true, "it": true, "its": true, "their": true, "remained": true, "after": true, "before": true, "been": true, "subjected": true,
}

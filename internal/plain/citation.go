package plain

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// citations numbers the places that a page cites, in the order in which they
// are first named. Claims that stand on the same words share a number.
type citations struct {
	in   *plumbline.Document // may be nil: then no headings are named
	list []cited
	at   map[text.Span]int // index in list
}

type cited struct {
	plumbline.Citation
	where  string   // the section
	part   []string // the headings of the original that it stands under
	claims []plumbline.ClaimID
}

// number returns the number of a place, counted from 1.
func (cs *citations) number(c plumbline.Citation, where string, claim *plumbline.Claim) int {
	i, known := cs.at[c.Span]
	if !known {
		if cs.at == nil {
			cs.at = map[text.Span]int{}
		}
		i = len(cs.list)
		cs.at[c.Span] = i
		one := cited{Citation: c, where: where}
		if cs.in != nil {
			one.part = cs.in.PartAt(c.Span.Start)
		}
		cs.list = append(cs.list, one)
	}
	if claim != nil && claim.ID != "" && !slices.Contains(cs.list[i].claims, claim.ID) {
		cs.list[i].claims = append(cs.list[i].claims, claim.ID)
	}
	return i + 1
}

// claim returns the number of the claim's citation.
func (cs *citations) claim(c *plumbline.Claim) int {
	where := string(c.Section)
	if where == "" {
		where = "no section"
	}
	return cs.number(c.Citation, where, c)
}

// citations prints every place that the page cites, with the full quote.
func (p *pen) citations(cs *citations) {
	if len(cs.list) == 0 {
		return
	}
	p.part("CITATIONS")
	p.blank()
	room := len(fmt.Sprint(len(cs.list))) + 4
	for i, c := range cs.list {
		label := numbers([]int{i + 1})
		where := wrap(c.place(), p.width-room)
		claims := wording.Under("claim ", joinIDs(c.claims))
		gap := p.width - room - columns(where[0]) - columns(claims)
		beside := claims != "" && len(where) == 1 && gap > 1
		if beside {
			where[0] += strings.Repeat(" ", gap) + claims
		}
		p.line(padLeft("", room-2-len(label)), p.put(cyan, label), "  ", p.put(faint, where[0]))
		for _, l := range where[1:] {
			p.line(padLeft("", room), p.put(faint, l))
		}
		p.para(room, none, "“"+wording.Clean(c.Quote)+"”")
		if !beside && claims != "" {
			p.para(room, faint, claims)
		}
	}
}

// place says where the quote stands: section, bytes, page, and the chapter and
// headings above it.
func (c *cited) place() string {
	s := fmt.Sprintf("%s, bytes %d-%d", c.where, c.Span.Start, c.Span.End)
	switch {
	case c.Page == 0:
	case c.LastPage > c.Page:
		s += fmt.Sprintf(", pages %d-%d", c.Page, c.LastPage)
	default:
		s += fmt.Sprintf(", page %d", c.Page)
	}
	return s + wording.Under(", under ", wording.Clean(strings.Join(c.part, " › ")))
}

func joinIDs(list []plumbline.ClaimID) string {
	words := make([]string, len(list))
	for i, id := range list {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}

package plain

import (
	"fmt"
	"io"
	"strings"

	"plumbline/internal/wording"

	"plumbline"
)

// StatementsData is what Statements shows.
type StatementsData struct {
	Statements []plumbline.Statement
	Narratives int // that were looked at
	Undated    int // narratives left out because they have no country, year or tier
	Names      plumbline.Countries
	All        bool // every statement; otherwise conflicts only
}

// Statements prints how what narratives say of their countries' past stands to
// the history, and each conflict with its quote and what the history has.
func Statements(w io.Writer, d StatementsData, s Style) error {
	p := newPen(s)
	p.table([]string{"what is said", "n", "agree", "conflict", "unknown", "agreement"}, tallies(d.Statements))
	p.blank()
	p.para(0, faint, "Unknown: a needed year is missing, or is known from the same text only. Agreement is among those that are not unknown.")
	if d.Undated > 0 {
		p.para(0, faint, fmt.Sprintf("Left out: %d of %d narratives, without country, year or tier.", d.Undated, d.Narratives))
	}
	for i := range d.Statements {
		x := &d.Statements[i]
		if x.Verdict != plumbline.Conflicts && !d.All {
			continue
		}
		p.heading(fmt.Sprintf("%s %d: %s", wording.Clean(d.Names.Name(x.Country, x.Year)), x.Year, x.Says))
		how := map[plumbline.StatementVerdict]paint{plumbline.Agrees: green, plumbline.Conflicts: red, plumbline.Untested: none}[x.Verdict]
		p.entry(entry{indent: 2, room: 11, label: string(x.Verdict), how: how, body: []string{wording.Clean(x.Reason)}})
		if x.Quote != "" {
			p.entry(entry{indent: 2, room: 11, label: "quote", body: []string{"“" + wording.Clean(x.Quote) + "”"}})
		}
		p.entry(entry{indent: 2, room: 11, label: "read from", body: []string{wording.Clean(x.File)}})
	}
	p.blank()
	p.para(0, none, plumbline.TierNotice)
	return p.flush(w)
}

var statementWords = []struct {
	kind  plumbline.StatementKind
	words string
}{
	{plumbline.ConsecutiveStatement, "years in a row"},
	{plumbline.WaiverStatement, "downgrade waiver granted"},
	{plumbline.AutomaticStatement, "downgrade required"},
	{plumbline.MoveStatement, "move from the year before"},
	{"", "all of these"},
	{plumbline.TierStatement, "the printed tier"},
}

// tallies counts the statements of each kind.
func tallies(list []plumbline.Statement) [][]string {
	var rows [][]string
	for _, k := range statementWords {
		count := map[plumbline.StatementVerdict]int{}
		n := 0
		for i := range list {
			if s := &list[i]; s.Kind == k.kind || k.kind == "" && s.Kind != plumbline.TierStatement {
				count[s.Verdict]++
				n++
			}
		}
		row := []string{k.words}
		for _, x := range []int{n, count[plumbline.Agrees], count[plumbline.Conflicts], count[plumbline.Untested]} {
			row = append(row, fmt.Sprint(x))
		}
		if tested := count[plumbline.Agrees] + count[plumbline.Conflicts]; tested > 0 {
			row = append(row, strings.TrimSuffix(fmt.Sprintf("%.1f", 100*float64(count[plumbline.Agrees])/float64(tested)), ".0")+"%")
		}
		rows = append(rows, row)
	}
	return rows
}

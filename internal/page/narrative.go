package page

import (
	"slices"
	"strings"
	"unicode"

	"plumbline"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// Narrative is the text of a narrative with its claims marked in it.
type Narrative struct {
	Heading  string
	Tier     plumbline.Tier
	Placed   string // what the outcome sentence says of it
	Origin   Origin
	Links    []Link // other pages on the same country-year
	Doubts   []string
	Choices  []MarkChoice
	Kept     []HiddenField // of the query that the choice of marks leaves as it is
	Marked   int           // how many claims are marked
	Sections []Link        // of the text, by their places in it
	Passages []Passage
	Claims   []ClaimNote // of those marked, in the order of the text
	Scan     *Scan       // the page of the original beside the text; nil where none is shown
	Scans    *Link       // to the text with the pages beside it; nil where there are none
}

// HiddenField is a field of a form that nobody sees.
type HiddenField struct{ Name, Value string }

// MarkChoice is one way of marking claims.
type MarkChoice struct {
	Value  string
	Text   string
	Chosen bool
}

// Origin is what a text was read from.
type Origin struct {
	Document  Link
	Title     string
	Publisher string
	Released  string
	Source    string // address; empty unless it is one of the web
	Retrieved string
}

// Scan is a page of the original as a picture.
type Scan struct {
	Number        int
	Image         string // address of the picture
	Boxes         string // address of the drawing that boxes the words of a claim; may be empty
	Quote         string // those words
	Before, After *Link  // the pages beside it; nil where the narrative does not reach
	Hide          string // address without the pages
}

// ClaimNote is a claim as the list below the text has it.
type ClaimNote struct {
	Line
	Anchor string // of the note itself
	Rule   plumbline.RuleName
	Flatly string // who says it, where it has no hedge
	Scan   string // address of the text with the page of the claim beside it; may be empty
}

// Passage is a heading or a paragraph.
type Passage struct {
	Kind      view.PassageKind
	Anchor    string // of a section; may be empty
	Sentences []Sentence
}

// Sentence is what a citation is shown in.
type Sentence struct {
	Pieces []Piece
	Here   string // the anchor of the sentence that was asked for; empty for the others
}

// Piece is words that the same claims stand on.
type Piece struct {
	Words     string
	Furniture bool
	Anchors   []string // of claims that begin here, but for that of the link itself
	Anchor    string   // of the link
	Href      string   // of the claim of the fewest words; empty where none is marked
	Tone      wording.Tone
	Title     string // types and marks of the claims
	Claims    string // ids of all claims marked here, those of the fewest words first
	Inner     bool   // no claim begins here: it is passed over by the keyboard
	Chosen    bool
}

func (Narrative) template() string { return "narrative" }

// SectionLinks lead to the sections of a narrative, in the order of the text.
func SectionLinks(n *plumbline.Narrative) []Link {
	var list []Link
	for _, s := range n.Sections {
		link := Link{Href: "#" + SectionAnchor(s.Name), Text: wording.Upper(string(s.Name))}
		if len(list) == 0 || list[len(list)-1] != link {
			list = append(list, link)
		}
	}
	return list
}

// Marking says which claims are to be marked.
type Marking struct {
	None   bool
	Type   plumbline.ClaimType // this type only; empty for all
	Chosen plumbline.ClaimID   // to be highlighted; may be empty
	At     int                 // a byte of the document whose sentence is to be highlighted; 0 for none
}

// Marks reports whether a claim is marked.
func (m *Marking) Marks(c *plumbline.Claim) bool {
	return !m.None && (m.Type == "" || m.Type == c.Type)
}

// SetPassages sets the passages of a narrative.
func SetPassages(list []view.Passage, claims []plumbline.Claim, src string, m Marking) []Passage {
	out := make([]Passage, len(list))
	var section plumbline.SectionName
	for i, p := range list {
		set := Passage{Kind: p.Kind, Sentences: make([]Sentence, len(p.Sentences))}
		if p.Section != "" && p.Section != section {
			section, set.Anchor = p.Section, SectionAnchor(p.Section)
		}
		for j, s := range p.Sentences {
			pieces := make([]Piece, len(s.Pieces))
			for k := range s.Pieces {
				pieces[k] = setPiece(&s.Pieces[k], claims, src, m)
			}
			set.Sentences[j].Pieces = pieces
			if n := len(s.Pieces); n > 0 && m.At > 0 && s.Pieces[0].Span.Start <= m.At && m.At < s.Pieces[n-1].Span.End {
				set.Sentences[j].Here = SentenceAnchor
			}
		}
		out[i] = set
	}
	return out
}

func setPiece(p *view.Piece, claims []plumbline.Claim, src string, m Marking) Piece {
	out := Piece{Words: visible(p.Span.In(src)), Furniture: p.Furniture}
	var ids, titles []string
	for _, i := range p.Claims {
		c := &claims[i]
		out.Chosen = out.Chosen || m.Chosen != "" && c.ID == m.Chosen
		if p.Furniture || !m.Marks(c) {
			continue
		}
		word, tone := wording.Mark(c)
		if len(ids) == 0 {
			out.Href, out.Tone = ClaimPath(c.ID), tone
		}
		ids = append(ids, string(c.ID))
		if title := wording.TypeName(c.Type) + ": " + word; !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	out.Claims, out.Title = strings.Join(ids, " "), strings.Join(titles, "; ")
	out.Inner = true
	for _, i := range p.Begins {
		anchor := ClaimAnchor(claims[i].ID)
		if out.Anchor == "" && out.Href != "" {
			out.Anchor = anchor
		} else {
			out.Anchors = append(out.Anchors, anchor)
		}
		out.Inner = out.Inner && !m.Marks(&claims[i])
	}
	return out
}

// visible keeps words as they are, but for what would steer the reader's
// screen.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return wording.Shown(r)
	}, s)
}

// NewClaimNote sets a claim for the list below the text.
func NewClaimNote(c *plumbline.Claim, text string, name func(plumbline.CountryCode) string) ClaimNote {
	n := ClaimNote{Line: NewLine(c, text, name), Anchor: NoteAnchor(c.ID), Rule: c.FoundBy}
	if n.Hedge == "" {
		n.Flatly = wording.Dots(string(c.Certainty), wording.SourceSays(c.Source))
	}
	return n
}

// NewOrigin says what a text was read from.
func NewOrigin(d *plumbline.Document) Origin {
	return Origin{
		Document: Link{Href: DocumentPath(d.ID), Text: wording.FileName(d.File)}, Title: wording.Clean(d.Title), Publisher: wording.Clean(d.Publisher),
		Released: wording.Clean(d.Released), Source: webAddress(d.Source), Retrieved: wording.Clean(d.Retrieved),
	}
}

// webAddress gives back an address of the web; nothing for any other.
func webAddress(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	return ""
}

package encode

import (
	"slices"
	"strconv"

	"plumbline"
	"plumbline/internal/view"
)

// Listing is a page of a list as one JSON object: the things under Key, the
// address of the page that follows, whether anything on it is of a sample, and
// the notice on tiers.
type Listing struct {
	Key    string
	Next   string // empty on the last page
	Sample bool
}

// Append appends the page with n things on it; one appends that with an index.
func (l Listing) Append(dst []byte, n int, one func(dst []byte, i int) []byte) []byte {
	dst = append(appendString(append(dst, '{'), l.Key), ':', '[')
	for i := range n {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = one(append(dst, '\n'), i)
	}
	dst = appendWord(append(dst, ']'), `,"next":`, l.Next)
	dst = appendBool(dst, `,"sample":`, l.Sample)
	return append(appendWord(dst, `,"notice":`, plumbline.TierNotice), '}')
}

// AppendRow appends a row as one JSON object with the columns as keys. A value
// is a string, an int, an int64 or a bool; nil is null.
func AppendRow(dst []byte, columns []string, row []any) []byte {
	for i, v := range row {
		between := byte(',')
		if i == 0 {
			between = '{'
		}
		dst = append(appendString(append(dst, between), columns[i]), ':')
		switch v := v.(type) {
		case nil:
			dst = append(dst, "null"...)
		case string:
			dst = appendString(dst, v)
		default:
			dst = append(dst, csvCell(v)...)
		}
	}
	return append(dst, '}')
}

// AppendCountry appends a country with the years of which there is a narrative.
func AppendCountry(dst []byte, c *plumbline.Country, years []int) []byte {
	dst = appendWord(dst, `{"kind":"country","country":`, c.Code)
	dst = appendWord(dst, `,"name":`, c.Name(0))
	dst = appendEach(dst, `,"names":`, c.Names, func(dst []byte, n *plumbline.CountryName) []byte {
		dst = appendWord(dst, `{"name":`, n.Text)
		dst = appendWord(dst, `,"official":`, n.Official)
		dst = appendInt(dst, `,"from":`, n.From)
		return append(appendInt(dst, `,"to":`, n.To), '}')
	})
	return append(appendYears(dst, `,"years":`, years), '}')
}

// AppendText appends the text of a narrative: bytes Start to End of its
// document.
func AppendText(dst []byte, n *plumbline.Narrative, d *plumbline.Document) []byte {
	dst = appendWord(dst, `{"kind":"text","narrative":`, n.ID)
	dst = appendWord(dst, `,"document":`, n.Document)
	dst = append(dst, ',')
	dst = appendSpan(dst, n.Span)
	dst = appendBool(dst, `,"sample":`, d.Sample)
	return append(appendString(append(dst, `,"text":`...), n.Span.In(d.Text)), '}')
}

// Holding is what a database holds, as a status tells it.
type Holding struct {
	Program, API, Generation, Rules                          string
	Documents, Samples, Countries, Narratives, Claims, Other int
	Years                                                    []HoldingCount // by report year
	Types                                                    []HoldingCount // by claim type
}

// HoldingCount is how much there is of a year or a type.
type HoldingCount struct {
	Year               int
	Type               plumbline.ClaimType
	Narratives, Claims int
}

// AppendHolding appends h as one JSON object. Years and types count what sums
// may be drawn from: narratives that stand for their country-year, official
// texts only.
func AppendHolding(dst []byte, h *Holding) []byte {
	dst = appendWord(dst, `{"kind":"status","program":`, h.Program)
	dst = appendWord(dst, `,"api":`, h.API)
	dst = appendWord(dst, `,"generation":`, h.Generation)
	dst = appendWord(dst, `,"rules":`, h.Rules)
	for _, one := range []struct {
		key string
		n   int
	}{{"documents", h.Documents}, {"samples", h.Samples}, {"countries", h.Countries}, {"narratives", h.Narratives}, {"claims", h.Claims}, {"other_narratives", h.Other}} {
		dst = append(appendString(append(dst, ','), one.key), ':')
		dst = strconv.AppendInt(dst, int64(one.n), 10)
	}
	dst = appendEach(dst, `,"years":`, h.Years, func(dst []byte, c *HoldingCount) []byte {
		dst = appendInt(dst, `{"year":`, c.Year)
		dst = strconv.AppendInt(append(dst, `,"narratives":`...), int64(c.Narratives), 10)
		return append(strconv.AppendInt(append(dst, `,"claims":`...), int64(c.Claims), 10), '}')
	})
	dst = appendEach(dst, `,"types":`, h.Types, func(dst []byte, c *HoldingCount) []byte {
		dst = appendWord(dst, `{"type":`, c.Type)
		return append(strconv.AppendInt(append(dst, `,"claims":`...), int64(c.Claims), 10), '}')
	})
	return append(appendWord(dst, `,"notice":`, plumbline.TierNotice), '}')
}

// AppendWhole appends a narrative with its claims as AppendTold does, whether it
// is of a sample, and the notice on tiers.
func AppendWhole(dst []byte, n *plumbline.Narrative, claims []plumbline.Claim, sample bool) []byte {
	dst = AppendTold(dst, n, claims)
	dst = appendBool(dst[:len(dst)-1], `,"sample":`, sample)
	return append(appendWord(dst, `,"notice":`, plumbline.TierNotice), '}')
}

// AppendFoundPage appends a page of what a search found as AppendFound does,
// with the address of the page that follows and whether anything on it is of a
// sample.
func AppendFoundPage(dst []byte, f *view.Found, next string) []byte {
	sample := slices.ContainsFunc(f.Hits, func(h view.Hit) bool { return h.Sample })
	dst = AppendFound(dst, f)
	dst = appendWord(dst[:len(dst)-1], `,"next":`, next)
	return append(appendBool(dst, `,"sample":`, sample), '}')
}

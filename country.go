package plumbline

import "sort"

// CountryCode is an ISO 3166-1 alpha-3 code, XKX for Kosovo, and the withdrawn
// SCG, ANT and YUG for their years.
type CountryCode string

// Country is a country or territory that the reports name.
type Country struct {
	Code  CountryCode
	Names []CountryName // the short names by date first, newest last
}

// CountryName is a name that a country bore in the reports of some years.
type CountryName struct {
	Text     string // the short form, as a page heads it
	Official string // the full form; may be empty
	From, To int    // report years, inclusive; 0 leaves the end open
}

// Name returns the short name that the country bore in the given report year,
// the newest one for year 0.
func (c *Country) Name(year int) string {
	for i := len(c.Names) - 1; i >= 0; i-- {
		n := c.Names[i]
		if year == 0 || (n.From == 0 || n.From <= year) && (n.To == 0 || year <= n.To) {
			return n.Text
		}
	}
	return string(c.Code)
}

// Countries is the table of all countries, sorted by code.
type Countries []Country

// Find returns the country with the given code, or nil.
func (cs Countries) Find(code CountryCode) *Country {
	i := sort.Search(len(cs), func(i int) bool { return cs[i].Code >= code })
	if i < len(cs) && cs[i].Code == code {
		return &cs[i]
	}
	return nil
}

// Name returns the short name of the country with the given code in the given
// report year, or the code itself when the table lacks it.
func (cs Countries) Name(code CountryCode, year int) string {
	if c := cs.Find(code); c != nil {
		return c.Name(year)
	}
	return string(code)
}

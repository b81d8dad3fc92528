package page

import (
	"net/url"
	"strconv"
	"strings"

	"plumbline"
)

// Addresses are made here alone, so that the routes of the site and the links
// to them cannot part. They are stable: ids and codes, never row numbers.

// WorldPath is the address of the tiers of a year.
func WorldPath(year int) string { return "/world/" + strconv.Itoa(year) }

// CountryPath is the address of a country; of one year of it unless that is 0.
func CountryPath(c plumbline.CountryCode, year int) string {
	if year == 0 {
		return "/country/" + url.PathEscape(string(c))
	}
	return "/country/" + url.PathEscape(string(c)) + "/" + strconv.Itoa(year)
}

// AssessmentPath is the address of a country-year held against the law.
func AssessmentPath(c plumbline.CountryCode, year int) string {
	return CountryPath(c, year) + "/assessment"
}

// ChangePath is the address of the tier-change memo of a country-year.
func ChangePath(c plumbline.CountryCode, year int) string { return CountryPath(c, year) + "/change" }

// PackPath is the address of the country pack: what to file away.
func PackPath(c plumbline.CountryCode, year int) string { return CountryPath(c, year) + "/pack" }

// ElsewherePath is the address of what other narratives say of a country.
func ElsewherePath(c plumbline.CountryCode) string { return CountryPath(c, 0) + "/elsewhere" }

// ElsewhereYearPath is the address of what the other narratives of a year say.
func ElsewhereYearPath(c plumbline.CountryCode, year int) string {
	return ElsewherePath(c) + "?year=" + strconv.Itoa(year)
}

// FeedPath is the address of a country's feed.
func FeedPath(c plumbline.CountryCode) string { return CountryPath(c, 0) + "/feed.xml" }

// CitePath is the address of what to cite a country-year by: bib or ris.
func CitePath(c plumbline.CountryCode, year int, form string) string {
	return CountryPath(c, year) + "/cite." + form
}

// NarrativePath is the address of a narrative's text.
func NarrativePath(id plumbline.NarrativeID) string {
	return "/narrative/" + url.PathEscape(string(id))
}

// CitationPath is the address of the words that carry a claim, in their text.
func CitationPath(n plumbline.NarrativeID, c plumbline.ClaimID) string {
	return NarrativePath(n) + "#" + ClaimAnchor(c)
}

// SentencePath is the address of the sentence around a byte of a document, in
// its narrative.
func SentencePath(id plumbline.NarrativeID, at int) string {
	return NarrativePath(id) + "?at=" + strconv.Itoa(at) + "#" + SentenceAnchor
}

// SentenceAnchor names the sentence that SentencePath leads to.
const SentenceAnchor = "here"

// SectionAnchor names a section on the page of a narrative.
func SectionAnchor(s plumbline.SectionName) string { return "s-" + string(s) }

// NoteAnchor names what is said of a claim below the text of its narrative.
func NoteAnchor(c plumbline.ClaimID) string { return "n-" + string(c) }

// DocumentPath is the address of what is known of a document.
func DocumentPath(d plumbline.DocumentID) string { return "/document/" + url.PathEscape(string(d)) }

// PageImagePath is the address of the picture of a page of a document.
func PageImagePath(d plumbline.DocumentID, page int) string {
	return DocumentPath(d) + "/page/" + strconv.Itoa(page) + ".png"
}

// PageBoxesPath is the address of the drawing that boxes the words of a claim
// on the picture of a page.
func PageBoxesPath(d plumbline.DocumentID, page int, c plumbline.ClaimID) string {
	return DocumentPath(d) + "/page/" + strconv.Itoa(page) + ".svg?claim=" + url.QueryEscape(string(c))
}

// ScanPath is the address of a narrative's text with a page of the original
// beside it, the words of a claim boxed on it unless that is empty.
func ScanPath(n plumbline.NarrativeID, page int, c plumbline.ClaimID) string {
	if c == "" {
		return NarrativePath(n) + "?page=" + strconv.Itoa(page)
	}
	return NarrativePath(n) + "?claim=" + url.QueryEscape(string(c)) + "&page=" + strconv.Itoa(page) + "#" + ClaimAnchor(c)
}

// ClaimAnchor names the place of a claim on the page of its narrative.
func ClaimAnchor(c plumbline.ClaimID) string { return "c-" + string(c) }

// ClaimPath is the address of what is known of one claim.
func ClaimPath(c plumbline.ClaimID) string { return "/claim/" + url.PathEscape(string(c)) }

// LawPath is the address of a version of the law.
func LawPath(s plumbline.StandardName) string { return "/law/" + url.PathEscape(string(s)) }

// LawOfReportPath is the address of the law that the report of a year was made
// under.
func LawOfReportPath(year int) string { return "/law/" + strconv.Itoa(year) }

// LawChangesPath is the address of what differs between two versions of the law.
func LawChangesPath(from, to plumbline.StandardName) string {
	return LawPath(from) + "/" + url.PathEscape(string(to))
}

// RulePath is the address of a rule in the codebook: type/name becomes the place
// of the name on the page of its type.
func RulePath(r plumbline.RuleName) string {
	t, name, _ := strings.Cut(string(r), "/")
	return TypePath(plumbline.ClaimType(t)) + "#" + url.PathEscape(name)
}

// TypePath is the address of a claim type in the codebook.
func TypePath(t plumbline.ClaimType) string { return "/method/" + url.PathEscape(string(t)) }

// DataPath is the address of a file of the data: of one report year unless that
// is 0, the sample left out unless it is asked for.
func DataPath(file string, year int, sample bool) string {
	query := url.Values{}
	if year != 0 {
		query.Set("year", strconv.Itoa(year))
	}
	if sample {
		query.Set("sample", "true")
	}
	path := "/data/" + file
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	return path
}

// DataAboutPath is the address of what the data hold and were read from.
func DataAboutPath(year int, sample bool) string { return DataPath("about.json", year, sample) }

// FlowsPath is the address of the flows that the reports of a year tell of.
func FlowsPath(year int) string { return "/flows?year=" + strconv.Itoa(year) }

// FlowPath is the address of the sentences that tell of a flow between two
// countries, in the reports of first to last.
func FlowPath(from, to plumbline.CountryCode, first, last int) string {
	path := "/flows/" + url.PathEscape(string(from)) + "/" + url.PathEscape(string(to)) + "?"
	if first != last {
		path += "from=" + strconv.Itoa(first) + "&"
	}
	return path + "year=" + strconv.Itoa(last)
}

// ComparePath is the address of two country-years side by side.
func ComparePath(a plumbline.CountryCode, yearA int, b plumbline.CountryCode, yearB int) string {
	return "/compare?a=" + CountryYearWord(a, yearA) + "&b=" + CountryYearWord(b, yearB)
}

// CountryYearWord names a country-year in a query: ARM-2018.
func CountryYearWord(c plumbline.CountryCode, year int) string {
	return url.QueryEscape(string(c)) + "-" + strconv.Itoa(year)
}

// TwinPath is the address of a page in another form: json or csv.
func TwinPath(path, query, form string) string {
	if path == "/" {
		path = "/index"
	}
	path += "." + form
	if query != "" {
		path += "?" + query
	}
	return path
}

// CriterionAnchor names a criterion on the page of an assessment.
func CriterionAnchor(c plumbline.CriterionID) string {
	return "f-" + strings.NewReplacer("(", "-", ")", "").Replace(string(c))
}

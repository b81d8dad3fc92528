package page

// Data is what the database holds, and how to take it along.
type Data struct {
	Documents, Samples, Countries, Narratives, Claims, Others int
	Files                                                     []DataFile
	Whole                                                     string // everything in one archive
	Sampled                                                   string // the same with the sample; empty where there is none
	Years                                                     []DataYear
	Sources                                                   []DataSource
	More                                                      int // sources that are not listed
	Citation                                                  string
	BibTeX                                                    string
	API                                                       bool
}

func (Data) template() string { return "data" }

// DataFile is one table that can be taken along.
type DataFile struct {
	Name, Meaning    string
	CSV, JSON, Lines string // addresses
}

// DataYear is what there is of a report year.
type DataYear struct {
	Year               int // 0 where it is not known
	Narratives, Claims int
	Whole              string
	Files              []Link
}

// DataSource is a document that the data were read from.
type DataSource struct {
	Title, From, Href string
	Narratives        int
}

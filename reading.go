package plumbline

// Reading is all that was read from one file: what the pipeline hands to the
// store and the encoder.
type Reading struct {
	Document   Document
	Narratives []Narrative
	Claims     []Claim  // in the order of the text
	Printed    [][]byte // of each narrative, where it was printed as it was read; then Claims is empty
	Doubts     []Doubt
	Apart      *Apart // what stands beside the narratives; nil where nobody asked
	Tool       string // version of the program that read it, and of the one that recognised text on its pages; may be empty
	Rules      string // hash of the data files that it was read with, and of what recognised its text
	Original   []byte // the file's bytes, where they are to be kept; they are those of Document.SHA256
}

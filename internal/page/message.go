package page

// Message is a page that says that something is not there, or what to do.
type Message struct {
	Heading string
	Fact    string
	Hint    string
	Links   []Link // where to go on
}

func (Message) template() string { return "message" }

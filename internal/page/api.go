package page

// API is the guide to the API with its reference, drawn from the OpenAPI
// document.
type API struct {
	Guide      Prose
	Version    string
	About      string
	Base       string
	Operations []APIGroup
	Shapes     []APIShape
}

func (API) template() string { return "api" }

// APIGroup is operations that belong together.
type APIGroup struct {
	Name, About string
	Operations  []APIOperation
}

// APIOperation is one thing that programs can ask.
type APIOperation struct {
	Anchor, Path, Summary, About string
	Try                          string // an address that works; empty where it needs an id
	Parameters                   []APIParameter
	Answers                      Link
}

// APIParameter is something that an operation can be asked with.
type APIParameter struct {
	Name, In, About, Values string
}

// APIShape is what an operation answers.
type APIShape struct {
	Name, About string
	Fields      []APIField
}

// APIField is a key of an answer.
type APIField struct {
	Name, Kind, About string
	Shape             Link // what it is, or is a list of; none for words and numbers
}

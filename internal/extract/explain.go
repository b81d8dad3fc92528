package extract

// watch collects what was seen on the way to the claims of one sentence.
type watch struct{}

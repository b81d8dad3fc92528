package chart_test

import (
	"bytes"
	"compress/gzip"
	"html/template"
)

// zipped is how many bytes svg is over the wire.
func zipped(svg template.HTML) int {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(svg))
	_ = z.Close()
	return b.Len()
}

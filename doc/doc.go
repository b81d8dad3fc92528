// Package doc holds the guides of this folder that the explorer shows too, as
// files: the codebook, what was measured, what the maps mean, and how to use the data.
package doc

import "embed"

// FS holds the guides, their links as they stand in this folder.
//
//go:embed api.md borders.md codebook.md quality.md
var FS embed.FS

// Package data holds what the reader is taught, as readable text: the names of
// countries, the layouts of reports, the grammar, the law by date, what is known
// of past placements, the shapes of the world, where pages of reports stand, and a
// small sample to read.
//
// FS has one folder for each: countries/, layouts/, grammar/, standards/,
// history/, atlas/, sites/ and sample/. The loaders of the other packages take an fs.FS and
// specify their own formats; only cmd hands them this one.
package data

import "embed"

// FS holds the data files under their paths in this folder.
//
//go:embed countries layouts grammar standards history atlas sites sample
var FS embed.FS

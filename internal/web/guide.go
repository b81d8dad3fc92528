package web

import (
	"fmt"
	"io/fs"
	"strings"

	"plumbline/internal/page"
)

// guides are the texts of the folder doc/ that pages show.
type guides struct {
	codebook, quality, api page.Prose
}

// guideAddresses say where the links between guides lead on this site. What is
// not here is words only.
var guideAddresses = map[string]string{
	"codebook.md": "/method", "quality.md": "/method/quality", "borders.md": "/borders", "api.md": "/api", "data.md": "/data",
}

// loadGuides reads the guides of fsys. Without one they are empty.
func loadGuides(fsys fs.FS) (g guides, err error) {
	if fsys == nil {
		return g, nil
	}
	for name, into := range map[string]*page.Prose{"codebook.md": &g.codebook, "quality.md": &g.quality, "api.md": &g.api} {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return g, fmt.Errorf("guides: %w", err)
		}
		if *into, err = page.ParseProse(string(text), guideAddress); err != nil {
			return g, fmt.Errorf("guide %s: %w", name, err)
		}
	}
	return g, nil
}

func guideAddress(href string) string {
	if strings.HasPrefix(href, "#") {
		return href
	}
	return guideAddresses[href]
}

package web

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"plumbline"
	"plumbline/internal/page"
)

// guides are the texts of the folder doc/ that pages show.
type guides struct {
	codebook, quality, api, borders page.Prose
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
	for name, into := range map[string]*page.Prose{"codebook.md": &g.codebook, "quality.md": &g.quality, "api.md": &g.api, "borders.md": &g.borders} {
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

// borders says what the lines and names on the maps mean.
func (s *Server) borders(_ context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	if len(s.guides.borders) == 0 {
		return nil, fmt.Errorf("guide borders.md: %w", plumbline.ErrNotFound)
	}
	return &answer{
		frame: page.Frame{Title: "Borders and names on the maps", Here: "World", Trail: []page.Link{{Href: "/", Text: "World"}},
			Lead: "Where the shapes of the maps come from, and that no line on them is a statement on the status of a territory."},
		body: page.Guide{Text: s.guides.borders},
	}, nil
}

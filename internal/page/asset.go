package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"

	"plumbline/internal/chart"
)

//go:embed asset
var assetFiles embed.FS

// Asset is a file that pages use. Its address holds the hash of its bytes, so
// that it may be kept for ever.
type Asset struct {
	Name      string
	Path      string
	MediaType string
	Bytes     []byte
}

// assetTypes lists the assets with their media types and the files that each is
// made of, in the order of their names. A style sheet may name the assets above
// it as {{asset NAME}}.
var assetTypes = [...]struct{ name, files, mediaType string }{
	{"serif.woff2", "serif.woff2", "font/woff2"},
	{"serif-italic.woff2", "serif-italic.woff2", "font/woff2"},
	{"serif-license.txt", "serif-license.txt", "text/plain; charset=utf-8"},
	{"icon.svg", "icon.svg", "image/svg+xml"},
	{"page.css", "style/*.css", "text/css; charset=utf-8"},
	{"page.js", "script/*.js", "text/javascript; charset=utf-8"},
}

func loadAssets() []Asset {
	var list []Asset
	for _, a := range assetTypes {
		b := joined("asset/" + a.files)
		if a.name == "page.css" {
			b = append([]byte(chart.CSS), b...) // pages may set anew what charts look like
		}
		for _, known := range list {
			b = bytes.ReplaceAll(b, fmt.Appendf(nil, "{{asset %s}}", known.Name), []byte(known.Path))
		}
		sum := sha256.Sum256(b)
		list = append(list, Asset{a.name, "/static/" + hex.EncodeToString(sum[:6]) + "-" + a.name, a.mediaType, b})
	}
	return list
}

// joined is the text of the files that match a pattern.
func joined(pattern string) []byte {
	names, err := fs.Glob(assetFiles, pattern)
	if err != nil || len(names) == 0 {
		panic("BUG: no asset " + pattern)
	}
	var all []byte
	for _, name := range names {
		b, err := assetFiles.ReadFile(name)
		if err != nil {
			panic("BUG: " + err.Error())
		}
		all = append(all, b...)
	}
	return all
}

// Assets lists the files that pages use.
func (p *Pages) Assets() []Asset { return p.assets }

// AssetPath is the address of an asset.
func (p *Pages) AssetPath(name string) (string, error) {
	for _, a := range p.assets {
		if a.Name == name {
			return a.Path, nil
		}
	}
	return "", fmt.Errorf("asset %s: not there", name)
}

package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
)

//go:embed asset/*
var assetFiles embed.FS

// Asset is a file that pages use. Its address holds the hash of its bytes, so
// that it may be kept for ever.
type Asset struct {
	Name      string
	Path      string
	MediaType string
	Bytes     []byte
}

// assetTypes lists the assets with their media types. A style sheet may name
// those above it as {{asset NAME}}.
var assetTypes = [...]struct{ name, mediaType string }{
	{"serif.woff2", "font/woff2"},
	{"serif-italic.woff2", "font/woff2"},
	{"serif-license.txt", "text/plain; charset=utf-8"},
	{"icon.svg", "image/svg+xml"},
	{"page.css", "text/css; charset=utf-8"},
	{"page.js", "text/javascript; charset=utf-8"},
}

func loadAssets() []Asset {
	var list []Asset
	for _, a := range assetTypes {
		b, err := assetFiles.ReadFile("asset/" + a.name)
		if err != nil {
			panic("BUG: " + err.Error())
		}
		for _, known := range list {
			b = bytes.ReplaceAll(b, fmt.Appendf(nil, "{{asset %s}}", known.Name), []byte(known.Path))
		}
		sum := sha256.Sum256(b)
		list = append(list, Asset{a.name, "/static/" + hex.EncodeToString(sum[:6]) + "-" + a.name, a.mediaType, b})
	}
	return list
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

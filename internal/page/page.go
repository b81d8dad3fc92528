package page

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"

	"plumbline"
	"plumbline/internal/wording"
)

//go:embed template/*.html
var templateFiles embed.FS

// Body is what one kind of page shows. Its template bears its name.
type Body interface{ template() string }

// Pages sets pages. It is safe for use by several goroutines at once.
type Pages struct {
	set    map[string]*template.Template
	assets []Asset
}

// New loads the templates and assets.
func New() (*Pages, error) {
	p := &Pages{set: map[string]*template.Template{}, assets: loadAssets()}
	shared, err := template.New("base").Funcs(p.funcs()).ParseFS(templateFiles, "template/base.html", "template/part-*.html")
	if err != nil {
		return nil, fmt.Errorf("page templates: %w", err)
	}
	names, err := fs.Glob(templateFiles, "template/*.html")
	if err != nil {
		return nil, err
	}
	for _, file := range names {
		name := strings.TrimSuffix(path.Base(file), ".html")
		if name == "base" || strings.HasPrefix(name, "part-") {
			continue
		}
		t, err := shared.Clone()
		if err == nil {
			_, err = t.ParseFS(templateFiles, file)
		}
		if err != nil {
			return nil, fmt.Errorf("page templates: %w", err)
		}
		p.set[name] = t
	}
	return p, nil
}

// Render writes a page: the body set in its frame. Nothing is written when the
// template faults.
func (p *Pages) Render(w io.Writer, f *Frame, b Body) error {
	t := p.set[b.template()]
	if t == nil {
		return fmt.Errorf("page %s: no template", b.template())
	}
	var out bytes.Buffer
	err := t.ExecuteTemplate(&out, "base.html", struct {
		*Frame
		Body Body
	}{f, b})
	if err != nil {
		return fmt.Errorf("page %s: %w", b.template(), err)
	}
	_, err = w.Write(out.Bytes())
	return err
}

// funcs are the functions that templates may call.
func (p *Pages) funcs() template.FuncMap {
	return template.FuncMap{
		"asset":      p.AssetPath,
		"tierNotice": func() string { return plumbline.TierNotice },
		"plainMark":  func(mark string) string { return strings.TrimPrefix(mark, "· ") },
		"sampleNote": func() string { return wording.SampleNote },
		"thousands":  func(n int) string { return wording.Thousands(int64(n)) },
		"words":      wording.ID,
		"tierClass":  TierClass,
		"pair":       func(first, second string, p ComparedPart) labelledPart { return labelledPart{first, second, p} },
		"knownNote":  func() string { return wording.KnownNote },
	}
}

// TierClass is the class of the style sheet and of charts for a tier.
func TierClass(t plumbline.Tier) string {
	if t == "" {
		return "none"
	}
	return strings.ToLower(string(t))
}

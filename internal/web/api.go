package web

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"plumbline/internal/page"
)

// contract is the part of an OpenAPI document that people read.
type contract struct {
	Info  struct{ Description, Version string }
	Tags  []struct{ Name, Description string }
	Paths map[string]struct {
		Get struct {
			OperationID, Summary, Description string
			Tags                              []string
			Parameters                        []struct {
				Name, In, Description string
				Schema                contractSchema
				Example               any
			}
			Responses map[string]struct {
				Content map[string]struct{ Schema contractSchema }
			}
		}
	}
	Components struct{ Schemas map[string]contractSchema }
}

type contractSchema struct {
	Ref         string `json:"$ref"`
	Type        any    // a word, or a list of them
	Description string
	Enum        []any
	Default     any
	Minimum     *float64
	Maximum     *float64
	Items       *contractSchema
	Properties  map[string]contractSchema
}

// api shows the guide to the API with its reference.
func (s *Server) api(_ context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	body := page.API{Guide: s.guides.api}
	a := &answer{frame: page.Frame{Title: "API", Here: "Data", Trail: []page.Link{{Href: "/data", Text: "Data"}}, Lead: "How programs ask for claims, narratives, placements, assessments and the law: every operation, with its parameters and answers."}}
	if len(s.Contract) > 0 {
		var c contract
		if err := json.Unmarshal(s.Contract, &c); err != nil {
			return nil, fmt.Errorf("OpenAPI document: %w", err)
		}
		c.into(&body)
		a.json = value(func(dst []byte) []byte { return append(dst, s.Contract...) })
	}
	a.body = body
	var rows [][]any
	for _, g := range body.Operations {
		for _, o := range g.Operations {
			for _, p := range o.Parameters {
				rows = append(rows, []any{o.Anchor, o.Path, p.Name, p.In, p.About, p.Values})
			}
		}
	}
	_, a.csv = table([]string{"operation", "path", "parameter", "in", "meaning", "values"}, rows)
	return a, nil
}

// into sets out the document.
func (c *contract) into(body *page.API) {
	body.Version, body.About, body.Base = c.Info.Version, c.Info.Description, "/api/v1"
	for _, tag := range c.Tags {
		g := page.APIGroup{Name: tag.Name, About: tag.Description}
		for _, path := range slices.Sorted(maps.Keys(c.Paths)) {
			if o := c.Paths[path].Get; slices.Contains(o.Tags, tag.Name) {
				g.Operations = append(g.Operations, c.operation(path))
			}
		}
		body.Operations = append(body.Operations, g)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Components.Schemas)) {
		shape := c.Components.Schemas[name]
		one := page.APIShape{Name: name, About: shape.Description}
		one.Fields = shape.fields("", nil)
		body.Shapes = append(body.Shapes, one)
	}
}

func (c *contract) operation(path string) page.APIOperation {
	o := c.Paths[path].Get
	one := page.APIOperation{Anchor: o.OperationID, Path: path, Summary: o.Summary, About: o.Description, Try: path}
	for _, p := range o.Parameters {
		if p.In == "path" {
			if p.Example == nil {
				one.Try = ""
			}
			one.Try = strings.ReplaceAll(one.Try, "{"+p.Name+"}", fmt.Sprint(p.Example))
		}
		one.Parameters = append(one.Parameters, page.APIParameter{Name: p.Name, In: p.In, About: p.Description, Values: p.Schema.values()})
	}
	for _, content := range o.Responses["200"].Content {
		one.Answers = content.Schema.link()
	}
	return one
}

// values says what a parameter can be.
func (s *contractSchema) values() string {
	var words []string
	for _, v := range s.Enum {
		words = append(words, fmt.Sprint(v))
	}
	said := strings.Join(words, ", ")
	if s.Minimum != nil && s.Maximum != nil {
		said = fmt.Sprintf("%g to %g", *s.Minimum, *s.Maximum)
	}
	if s.Default != nil {
		said = strings.TrimPrefix(said+"; "+fmt.Sprint(s.Default)+" unless told otherwise", "; ")
	}
	return said
}

// link leads to the shape that a schema refers to.
func (s *contractSchema) link() page.Link {
	name := strings.TrimPrefix(s.Ref, "#/components/schemas/")
	if name == "" {
		return page.Link{}
	}
	return page.Link{Href: "#shape-" + name, Text: name}
}

// fields lists the keys of an object, those of objects inside by their paths.
func (s *contractSchema) fields(above string, list []page.APIField) []page.APIField {
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		p := s.Properties[name]
		switch {
		case p.Properties != nil:
			list = p.fields(above+name+".", list)
		case p.Items != nil && p.Items.Properties != nil:
			list = p.Items.fields(above+name+"[].", list)
		case p.Items != nil:
			list = append(list, page.APIField{Name: above + name, Kind: strings.TrimSpace("list of " + p.Items.kind()), About: p.Description, Shape: p.Items.link()})
		default:
			list = append(list, page.APIField{Name: above + name, Kind: p.kind(), About: p.Description, Shape: p.link()})
		}
	}
	return list
}

// kind says what a value is.
func (s *contractSchema) kind() string {
	said, _ := s.Type.(string)
	if list, ok := s.Type.([]any); ok {
		var words []string
		for _, v := range list {
			words = append(words, fmt.Sprint(v))
		}
		said = strings.Join(words, " or ")
	}
	var values []string
	for _, v := range s.Enum {
		if v != nil && len(s.Enum) < 12 {
			values = append(values, fmt.Sprint(v))
		}
	}
	return cmp.Or(strings.Join(values, ", "), said)
}

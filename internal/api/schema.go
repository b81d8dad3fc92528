package api

import (
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/reply"
)

// newSchemas declares what operations answer: claims and narratives as package
// encode lists their fields, the rest by the shapes of this package.
func newSchemas() huma.Registry {
	r := huma.NewMapRegistry(schemas, huma.DefaultSchemaNamer)
	all := r.Map()
	all["Claim"] = drawn("A cited statement. What the text does not say is null, and null is never zero.", encode.ClaimFields())
	all["Narrative"] = drawn("One country in one report.", encode.NarrativeFields())
	all["Placement"] = all["Narrative"].Properties["placement"]
	all["Narrative"].Properties["placement"] = reference("Placement")
	for name, shape := range map[string]any{
		"Problem": reply.Problem{}, "Status": statusShape{}, "Country": countryShape{}, "History": historyShape{}, "Text": textShape{},
		"Document": documentShape{}, "Assessment": assessmentShape{}, "Memo": memoShape{}, "Standard": standardShape{},
		"Told": toldShape{}, "LawVersion": lawShape{}, "LawChange": lawChangeShape{}, "PlacementOfYear": placementRow{}, "DocumentRow": documentRow{}, "Hit": hitShape{}, "Found": foundShape{},
	} {
		all[name] = huma.SchemaFromType(r, reflect.TypeOf(shape))
	}
	for name, of := range map[string][2]string{
		"Countries": {"countries", "Country"}, "Placements": {"placements", "PlacementOfYear"}, "Narratives": {"narratives", "Narrative"},
		"Claims": {"claims", "Claim"}, "Documents": {"documents", "DocumentRow"}, "Laws": {"laws", "LawVersion"}, "LawChanges": {"changes", "LawChange"},
	} {
		all[name] = listing(of[0], of[1])
	}
	for _, s := range all {
		exact(s)
	}
	return r
}

// listing is a page of a list.
func listing(key, of string) *huma.Schema {
	return object("", map[string]*huma.Schema{
		key:      {Type: huma.TypeArray, Items: reference(of)},
		"next":   {Type: huma.TypeString, Nullable: true, Description: "the address of the page that follows; null on the last"},
		"sample": {Type: huma.TypeBoolean, Description: "whether anything here is of the bundled sample: paraphrase, not official text"},
		"notice": {Type: huma.TypeString, Description: "what a tier means, to be shown beside every tier"},
	})
}

func object(about string, properties map[string]*huma.Schema) *huma.Schema {
	s := &huma.Schema{Type: huma.TypeObject, Description: about, Properties: properties}
	for name := range properties {
		s.Required = append(s.Required, name)
	}
	slices.Sort(s.Required)
	return s
}

// exact makes of a schema that every key is there and no other, and that lists
// are never null.
func exact(s *huma.Schema) {
	if s == nil {
		return
	}
	switch s.Type {
	case huma.TypeObject:
		s.AdditionalProperties = false
	case huma.TypeArray:
		s.Nullable = false
	}
	for _, p := range s.Properties {
		exact(p)
	}
	exact(s.Items)
	s.PrecomputeMessages()
}

// enumerations are the values of words that have a closed list.
var enumerations = map[string][]string{
	"kind": nil, "type": words(plumbline.ClaimTypes...), "section": words(plumbline.SectionNames...),
	"valence": words(plumbline.Good, plumbline.Bad, plumbline.Mixed), "certainty": certainty.values, "reporting": reporting.values,
	"aspect": words(plumbline.Done, plumbline.Ongoing, plumbline.Planned, plumbline.Predicted), "source": source.values, "movement": movements,
	"direction":      words(plumbline.Increased, plumbline.Maintained, plumbline.Decreased, plumbline.Uneven, plumbline.NoEfforts),
	"frequency":      words(plumbline.MostCommon, plumbline.Common, plumbline.LessCommon, plumbline.Rare),
	"placement.tier": tier.values, "placement.heading_tier": tier.values, "placement.outcome_tier": tier.values,
}

// always are the fields that are never null.
var always = []string{"kind", "id", "narrative", "document", "type", "file", "citation.quote", "found_by"}

// drawn makes a schema of a list of fields.
func drawn(about string, fields []encode.Field) *huma.Schema {
	top := object(about, map[string]*huma.Schema{})
	for _, f := range fields {
		in, name := top, f.Name
		if outer, inner, ok := strings.Cut(f.Name, "."); ok {
			if top.Properties[outer] == nil {
				top.Properties[outer] = object("", map[string]*huma.Schema{})
				top.Properties[outer].Nullable = outer == "terms" // of laws only
				top.Required = append(top.Required, outer)
			}
			in, name = top.Properties[outer], inner
		}
		in.Properties[name] = fieldSchema(f)
		in.Required = append(in.Required, name)
	}
	return top
}

func fieldSchema(f encode.Field) *huma.Schema {
	s := &huma.Schema{Type: huma.TypeString, Description: f.Meaning, Nullable: !slices.Contains(always, f.Name)}
	if f.Unit != "" {
		s.Description += "; unit: " + f.Unit
	}
	switch f.Kind {
	case "number":
		s.Type = huma.TypeNumber
		if !strings.HasSuffix(f.Name, "share") {
			s.Type = huma.TypeInteger
		}
	case "offset":
		s.Type, s.Nullable = huma.TypeInteger, false
	case "bool":
		s.Type, s.Nullable = huma.TypeBoolean, false
	case "answer":
		s.Type = huma.TypeBoolean
	case "words", "codes", "ids":
		s.Type, s.Items = huma.TypeArray, &huma.Schema{Type: huma.TypeString}
	case "places":
		name := map[string]string{"evidence": "what", "sections": "name"}[f.Name]
		s.Type, s.Items = huma.TypeArray, object("", map[string]*huma.Schema{
			name: {Type: huma.TypeString}, "start": {Type: huma.TypeInteger}, "end": {Type: huma.TypeInteger},
		})
	}
	for _, v := range enumerations[f.Name] {
		s.Enum = append(s.Enum, v)
	}
	if s.Enum != nil && s.Nullable {
		s.Enum = append(s.Enum, nil)
	}
	return s
}

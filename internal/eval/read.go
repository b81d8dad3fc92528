package eval

import (
	"context"

	"plumbline"
	"plumbline/internal/pipeline"
)

// runner reads inputs in order; *pipeline.Reader is one.
type runner interface {
	Run(ctx context.Context, inputs []pipeline.Input, o pipeline.Options, sink func(*plumbline.Reading) error) error
}

// Input is the entry as the pipeline takes it.
func (e *Entry) Input() pipeline.Input {
	return pipeline.Input{
		File:    e.Name,
		Data:    []byte(e.Text),
		Context: plumbline.Context{Country: e.Country, Year: e.Year, Single: e.Single},
	}
}

// Read reads the entries and returns their Readings as Score takes them. What
// cannot be read is told to o.Refused and is missing from the Readings; without
// o.Refused Read ends with the first such error.
func Read(ctx context.Context, r runner, entries []Entry, o pipeline.Options) (map[string]*plumbline.Reading, error) {
	inputs := make([]pipeline.Input, len(entries))
	for i := range entries {
		inputs[i] = entries[i].Input()
	}
	readings := make(map[string]*plumbline.Reading, len(entries))
	err := r.Run(ctx, inputs, o, func(reading *plumbline.Reading) error {
		readings[reading.Document.File] = reading
		return nil
	})
	return readings, err
}

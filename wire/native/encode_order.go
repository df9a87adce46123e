package native

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// allocation is the written form of an order, nil where it says nothing.
func (e *encoder) allocation(path string, o allocation.Order) *allocationForm {
	f := &allocationForm{Preset: o.Name, Processing: wordOf(e, path+"/processing", o.Processing)}
	rest := wordOf(e, path+"/unallocated", o.Rest)
	if o.Name != "" {
		e.isPreset(path+"/preset", o)
		// What a preset does on its own goes without saying.
		f.Processing = ""
		if o.Rest == allocation.Hold {
			rest = ""
		}
	}
	f.Unallocated = rest
	f.Direction = wordOf(e, path+"/direction", o.Direction)
	if o.Name == "" {
		if o.Processing != 0 && len(o.Rungs) == 0 {
			e.addf(path+"/processing", "without rungs, want it beside rungs only")
		}
		for i, r := range o.Rungs {
			f.Rungs = append(f.Rungs, e.rung(fmt.Sprintf("%s/rungs/%d", path, i), r))
		}
	}
	if f.Preset == "" && len(f.Rungs) == 0 && f.Unallocated == "" && f.Direction == "" {
		return nil
	}
	return f
}

// isPreset checks that a named order is what the name stands for, since only the
// name is written.
func (e *encoder) isPreset(path string, o allocation.Order) {
	named, err := preset(o.Name)
	if err != nil {
		e.addError(path, err)
		return
	}
	named.Rest, named.Direction = o.Rest, o.Direction
	if !reflect.DeepEqual(named, o) {
		e.addf(path, "%s with other rungs than the preset, want the preset or rungs without a name", quote(o.Name))
	}
}

func (e *encoder) rung(path string, r allocation.Rung) rungForm {
	f := rungForm{
		Codes: e.texts(path+"/codes", r.Codes), Groups: e.texts(path+"/groups", r.Groups),
		Components: wordsOf(e, path+"/components", r.Components), Due: wordsOf(e, path+"/due", r.Due),
	}
	if r.Sequence >= allocation.MostOnerous {
		e.addf(path+"/order", "%s belongs to presets, want another order of the items", r.Sequence)
	}
	f.Order = wordOf(e, path+"/order", r.Sequence)
	if r.Citation != "" {
		e.addf(path, "the citation %s has no place in the format, want none", quote(r.Citation))
	}
	return f
}

// elements gives the written form of each element of a bounded list.
func elements[T any](e *encoder, path string, list []T, form func(at string, v T) string) []string {
	if len(list) > maxWords {
		e.addf(path, "%d entries, want at most %d", len(list), maxWords)
		return nil
	}
	all := make([]string, len(list))
	for i, v := range list {
		all[i] = form(fmt.Sprintf("%s/%d", path, i), v)
	}
	return all
}

// wordsOf is a list of constants.
func wordsOf[T constant](e *encoder, path string, list []T) []string {
	return elements(e, path, list, func(at string, v T) string { return needWord(e, at, v) })
}

// texts is a list of texts of which none is empty.
func (e *encoder) texts(path string, list []string) []string {
	return elements(e, path, list, func(at, s string) string {
		if s == "" {
			e.addf(at, "empty, want a text")
		}
		return e.text(at, s)
	})
}

// component is the one word for what a debtor directs money to.
func (e *encoder) component(path string, components []allocation.Component) string {
	switch {
	case slices.Equal(components, allocation.Interest()):
		return "interest"
	case len(components) == 1:
		return needWord(e, path, components[0])
	case len(components) > 1:
		e.addf(path, "%v have no word together, want one, or both interests with default interest first", components)
	}
	return ""
}

// rounding is the written form of a rounding, nil where it says nothing.
func (e *encoder) rounding(r interest.Rounding) *roundingForm {
	if r == (interest.Rounding{}) {
		return nil
	}
	f := &roundingForm{}
	switch {
	case !r.Mode.Valid():
		e.addf("/rounding/mode", "%s, want one of the constants", r.Mode)
		return f
	case r.Mode.Mode() != money.Exactly:
		f.Mode = r.Mode.Mode().String()
	}
	if r.Mode.Step() > 1 {
		f.Quantum = money.FromMinor(r.Mode.Step(), e.currency).Number()
	}
	if f.Place = r.Place.String(); f.Place == "" && r.Place != 0 {
		e.addf("/rounding/place", "%d has no word, want one of the constants", uint8(r.Place))
	}
	return f
}

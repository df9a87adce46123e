package ledger

import (
	"fmt"
	"slices"
)

// renamed is a case whose facts name the fees that stay.
func (m *merger) renamed(n int, c Case) Case {
	stays := map[string]string{}
	for _, d := range m.dropped {
		if d.Case == n && d.Fee {
			stays[d.ID] = d.Stays
		}
	}
	if len(stays) == 0 {
		return c
	}
	for i, a := range c.Adjustments {
		m.twice(fmt.Sprintf("/%d/adjustments/%d/item", n, i), stays[a.Item])
	}
	for i, w := range c.WriteOffs {
		m.twice(fmt.Sprintf("/%d/writeOffs/%d/item", n, i), stays[w.Item])
	}
	c.Payments, c.Holds = slices.Clone(c.Payments), slices.Clone(c.Holds)
	for i := range c.Payments {
		spec := slices.Clone(c.Payments[i].Specification)
		for k := range spec {
			if id, gone := stays[spec[k].Item]; gone {
				spec[k].Item = id
			}
		}
		c.Payments[i].Specification = spec
	}
	for i := range c.Holds {
		items := slices.Clone(c.Holds[i].Items)
		for k := range items {
			if id, gone := stays[items[k]]; gone {
				items[k] = id
			}
		}
		c.Holds[i].Items = items
	}
	return c
}

// twice refuses a change of a fee for which another stays.
func (m *merger) twice(path, stays string) {
	if stays != "" {
		m.Addf(path, "the fee is charged once as %q, want no change of the one that is left out", clip(stays))
	}
}

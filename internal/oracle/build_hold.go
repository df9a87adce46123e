package oracle

import (
	"fmt"
	"slices"
)

func (b *builder) hold(i int, in *holdInput) {
	path := fmt.Sprintf("/holds/%d", i)
	if in.ID != "" {
		b.id(path, in.ID)
	}
	h := hold{b.date(path+"/from", in.From), endless}
	if in.Through != "" {
		if h.through = b.day(path+"/through", in.Through); h.through < h.from {
			b.fail(path+"/through", fmt.Errorf("%s is before %s", h.through, h.from))
		}
	}
	for k, name := range in.Items {
		if b.allClaims[name] == nil && b.allFees[name] == nil && !b.noteIDs[name] {
			b.fail(fmt.Sprintf("%s/items/%d", path, k), fmt.Errorf("no claim or fee %q", name))
		}
	}
	if !slices.Contains([]string{"interest", "dunning", "fees", "payments"}, in.Scope) {
		b.fail(path+"/scope", fmt.Errorf("%q is not known", in.Scope))
	}
	if b.view.sees(h.from, b.known(path, in.Recorded, h.from)) {
		b.held(in, h)
	}
}

// held lets a hold in view act on what it names.
func (b *builder) held(in *holdInput, h hold) {
	if in.Scope == "payments" {
		b.book.blocks = append(b.book.blocks, block{h, in.Items})
	}
	for name, c := range b.allClaims {
		if in.Scope == "interest" && (len(in.Items) == 0 || slices.Contains(in.Items, name)) {
			c.holds = append(c.holds, h)
		}
	}
	for name, f := range b.allFees {
		if in.Scope == "interest" && (len(in.Items) == 0 || slices.Contains(in.Items, name)) {
			f.debt.holds = append(f.debt.holds, h)
		}
		inside := h.from <= f.date && f.date <= h.through
		if in.Scope == "fees" && inside && (len(in.Items) == 0 || slices.Contains(in.Items, name)) {
			f.held = true
		}
	}
}

// raisable takes out the fees that are held.
func (b *builder) raisable() {
	kept := slices.DeleteFunc(slices.Clone(b.book.fees), func(f *fee) bool { return f.held })
	b.book.feeHeld = len(kept) < len(b.book.fees)
	b.book.fees = kept
}

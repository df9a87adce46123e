package rival

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// combine gives the merged case the places and bills of its parts, whose entries follow
// each other but for those that were dropped.
func (d *Document) combine(m *made, group []*post, dropped []ledger.Dropped) {
	moved := map[string]int{} // list → entries so far
	for n, p := range group {
		gone := d.gone(p, n, dropped)
		for _, at := range p.places {
			if lists[at.list] && at.index != all {
				if gone[at.list][at.index] {
					continue
				}
				at.index = moved[at.list] + at.index - before(gone[at.list], at.index)
			} else if n > 0 && at.list != "closed" {
				continue
			}
			m.places = append(m.places, at)
		}
		for i, b := range p.bills {
			if !gone["claims"][i] {
				m.bills = append(m.bills, b)
			}
		}
		for list, size := range p.sizes() {
			moved[list] += size - len(gone[list])
		}
	}
}

// gone are the entries of a case that a merge left out, by list, with findings of them.
func (d *Document) gone(p *post, n int, dropped []ledger.Dropped) map[string]map[int]bool {
	gone := map[string]map[int]bool{"claims": {}, "fees": {}, "titles": {}}
	for _, x := range dropped {
		if x.Case != n {
			continue
		}
		list := "claims"
		switch {
		case x.Fee:
			list = "fees"
		case x.Title:
			list = "titles"
		}
		gone[list][x.Position] = true
		if len(d.findings) < document.MaxProblems {
			d.find(FindingMerged, ledger.Info, p.placeOf(list, x.Position), "the merged case has it already as %s", x.Stays)
		}
	}
	return gone
}

// sizes are the lengths of the lists of a case.
func (p *post) sizes() map[string]int {
	c := p.facts
	return map[string]int{
		"claims": len(c.Claims), "fees": len(c.Fees), "payments": len(c.Payments), "titles": len(c.Titles),
		"notices": len(c.Notices), "holds": len(c.Holds),
	}
}

// before counts the positions below one.
func before(gone map[int]bool, index int) int {
	n := 0
	for at := range gone {
		if at < index {
			n++
		}
	}
	return n
}

// placeOf is where an entry of a list comes from.
func (p *post) placeOf(list string, index int) string {
	for _, at := range p.places {
		if at.list == list && at.index == index && at.rest == "" {
			return at.foreign
		}
	}
	return p.path
}

// mergeProblems gives the problems of a merge their places: their paths begin with the
// number of the case in the group.
func (d *Document) mergeProblems(group []*post, err error) {
	for _, x := range ledger.AsProblems(err) {
		head, rest, _ := strings.Cut(strings.TrimPrefix(x.Path, "/"), "/")
		n, err := strconv.Atoi(head)
		if err != nil || n >= len(group) {
			d.in.Problemf("", "%s", x.Message)
			continue
		}
		part := &made{path: group[n].path, places: group[n].places}
		d.in.Problemf(part.locate("/"+rest), "%s", part.inWords(x.Message))
	}
}

// duplicates reads what counts as a case given twice.
func (d *Document) duplicates(v document.Value) {
	switch word := v.Text(); word {
	case "", "ExtRefNo", "ExtRefnoWithinClient", "InvoicenoWithinClient":
		d.unique = word
	default:
		v.Problemf("%s, want one of ExtRefNo, ExtRefnoWithinClient, InvoicenoWithinClient", v)
	}
}

// checkDuplicates refuses cases that the document asked to be told of.
func (d *Document) checkDuplicates() {
	seen := map[string]string{}
	note := func(path, key, what string) {
		if first, twice := seen[key]; twice && first != path {
			d.in.Problemf(path, "%s is given already at %s, want it once as CheckDuplicates asks", what, firstOf(first, "the start"))
			return
		}
		seen[key] = path
	}
	for _, p := range d.posts {
		ref := string(p.echo["ExtRefNo"])
		switch {
		case d.unique == "InvoicenoWithinClient":
			for _, b := range p.bills {
				if b.no != document.Nothing {
					note(below(b.path, "InvoiceNo"), fmt.Sprintf("%q %q", p.clientID, b.no), "invoice "+string(b.no))
				}
			}
		case ref == string(document.Nothing):
		case d.unique == "ExtRefNo":
			note(below(p.path, "ExtRefNo"), ref, "reference "+ref)
		case d.unique == "ExtRefnoWithinClient":
			note(below(p.path, "ExtRefNo"), fmt.Sprintf("%q %q", p.clientID, ref), "reference "+ref)
		}
	}
}

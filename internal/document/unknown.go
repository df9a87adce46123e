package document

// Unknown is a field that nobody asked for and nobody said to be unused.
type Unknown struct {
	// Path is the JSON Pointer of the field.
	Path string
	// Value is what it holds, as it was written.
	Value JSON
	// Note says what it holds for a message, in bounded length.
	Note string
}

// Unknown lists, in the order of the document, the fields for which nobody asked in the
// objects that were read, and says how many there are beyond the limit. An object that
// nobody asked for is one field, whatever is in it.
func (d *Document) Unknown() (list []Unknown, more int) {
	var walk func(n *node)
	walk = func(n *node) {
		for i := range n.kids {
			kid := &n.kids[i]
			if !n.opened || kid.asked || kid.unused {
				walk(kid)
				continue
			}
			if len(list) >= d.limits.Problems {
				more++
				continue
			}
			v := Value{d: d, n: kid}
			list = append(list, Unknown{v.Path(), v.JSON(), v.String()})
		}
	}
	walk(&d.root)
	return list, more
}

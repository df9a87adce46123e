package native

// maxWords bounds lists of words.
const maxWords = 1000

// list gives the elements of a list, of which at most limit are looked at. It
// reports false where not all of them are given.
func (o object) list(name string, limit int) ([]kid, bool) {
	n := o.field(name)
	switch {
	case n == nil:
		return nil, true
	case n.kind != isList:
		o.problemf(name, "%s, want a list", n)
		return nil, false
	case len(n.kids) > limit:
		o.problemf(name, "%d entries, want at most %d", len(n.kids), limit)
		return n.kids[:limit], false
	}
	return n.kids, true
}

// objects reads a list of objects. What is no object stays a zero value in its
// place, so that positions are those of the file. It reports false where not all
// could be looked at.
func objects[T any](o object, name string, limit int, names []string, read func(object) T) ([]T, bool) {
	kids, ok := o.list(name, limit)
	if len(kids) == 0 {
		return nil, ok
	}
	in := o.in.field(name)
	all := make([]T, len(kids))
	for i := range kids {
		at := in.element(i)
		element, isObject := o.d.object(&at, &kids[i].node, names)
		if isObject {
			all[i] = read(element)
		}
		ok = ok && isObject
	}
	return all, ok
}

// words reads a list of strings, each by read; an empty one is noted, because it
// would mean something else than no entry.
func words[T any](o object, name string, read func(string) (T, error)) []T {
	kids, _ := o.list(name, maxWords)
	in := o.in.field(name)
	var all []T
	for i := range kids {
		at, n := in.element(i), &kids[i].node
		v, ok := parseAt(o.d, at, n, wantText, read)
		if ok && n.text == "" {
			o.d.addf(at.String(), "empty, want a text")
			ok = false
		}
		if ok {
			all = append(all, v)
		}
	}
	return all
}

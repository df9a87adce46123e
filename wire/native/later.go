package native

// notSupported is the message about a field that says something that this version
// would have to leave out.
const notSupported = "not supported by this version, want it empty or absent"

// later refuses a field that says something that this version does not work with;
// it may be there as long as it says nothing. The names are those of its fields where
// it is an object.
func (o object) later(name string, k kind, names []string) {
	n := o.field(name)
	switch {
	case n == nil:
		return
	case k == isObject:
		if _, ok := o.child(name, names); !ok {
			return
		}
	default:
		if _, ok := o.text(name); !ok {
			return
		}
	}
	if !n.blank() {
		o.problemf(name, notSupported)
	}
}

package document

import "unsafe"

// within reports whether s lies in the memory of text.
func within(text, s string) bool {
	start, at := uintptr(unsafe.Pointer(unsafe.StringData(text))), uintptr(unsafe.Pointer(unsafe.StringData(s)))
	return s != "" && at >= start && at < start+uintptr(len(text))
}

// Package document reads the JSON documents of other systems and writes answers in
// their shapes. It answers: what exactly does this document say at this place, what is
// wrong with it, and what does it say that nobody asked for?
//
// # Reading
//
// [Parse] and [Read] make a tree of a document within [Limits], so that a hostile one
// costs no more than its size. A [Document] collects everything that is wrong, each
// [Problem] with a JSON Pointer (RFC 6901), the offending value, cut to a bounded
// length, and what was wanted. Of what is not one JSON value in UTF-8 nothing is read; a
// problem at the empty pointer says the line and the column.
//
// Fields are asked for by their exact names: [Object.Field] for those that may be
// missing, [Object.Need] for those that may not. The [Value] that comes back tells
// absent, null and given apart, and its readers (Text, Bool, Int, Decimal, Amount, Date,
// Object, List) note what they cannot read and give the zero value, as they do where
// there is nothing to read. So a whole document is read to its end before anybody looks
// at [Document.Problems].
//
// Numbers are read from their text, never through a binary fraction: 1e2, 100.0 and 100
// are one [Decimal]. Timestamps become the calendar day in a time zone: to a creditor in
// Stockholm 2024-05-31T22:00:00Z is 1 June.
//
// Fields that nobody asked for are no problem: [Document.Unknown] lists them with their
// pointers and their JSON, and [Object.Kept] hands them to whoever writes the object
// again. Strings and JSON handed out are copies; they do not keep the document alive.
//
// # Writing
//
// [JSON] is a value on its way out. Objects keep the order of their members, numbers are
// plain decimals, and kept members follow the others.
//
// The package knows no system, no law and no figures; a Document belongs to one
// goroutine.
package document

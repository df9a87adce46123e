// Package conformance answers one question: does skuld give the figures that
// other projects and official texts have published for the same questions?
//
// The vectors stay outside the repository, because some of their licences are
// share-alike: tests read them from the directory that SKULD_VECTORS names and
// skip with a message where it is unset. A runner translates the terms of a
// vector into the public API, compares, and prints passed, attempted and out of
// scope by feature. It may translate and compare; it may not compute. Vectors are
// judged by what they ask for, never by their name, count or position, so any
// other file of the same form can be run.
package conformance

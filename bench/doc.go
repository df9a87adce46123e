// Package bench measures skuld against what its users would write instead.
//
// Package portfolio draws the cases, the packages under plain do the jobs with other
// libraries, package own does them with skuld, package compare counts where they
// differ and asks package reckon who is right, and package suite lists the
// benchmarks. The command marks runs them interleaved and writes RESULTS.md,
// throughput.svg and testdata. README.md says what is compared with what.
//
// No test asserts a time: times are read, not checked.
package bench

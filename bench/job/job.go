// Package job is what every side of a comparison offers: work over a range of a
// portfolio, prepared in the side's own types beforehand, and results to compare.
package job

import "github.com/skuld-go/skuld/bench/portfolio"

// Job is prepared work over the cases of a portfolio.
type Job interface {
	// Run works out the cases lo up to hi, hi not included, and keeps the results in
	// the side's own types. Disjoint ranges may run at the same time.
	Run(lo, hi int)
	// Total is the result of case i after Run, in minor units.
	Total(i int) portfolio.Total
}

// Maker prepares a job; the time that takes is not measured.
type Maker func(p *portfolio.Portfolio) Job

// Row is a row of a schedule in minor units.
type Row struct{ Interest, Principal, Closing int64 }

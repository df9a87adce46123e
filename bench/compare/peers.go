package compare

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/plain/floats"
	"github.com/skuld-go/skuld/bench/plain/gofinancial"
	"github.com/skuld-go/skuld/bench/plain/govalues"
	"github.com/skuld-go/skuld/bench/plain/shopspring"
	"github.com/skuld-go/skuld/bench/plain/udecimal"
)

// Peer is a library and the jobs written plainly with it; a job that it is not meant
// for is nil.
type Peer struct {
	Name                   string
	Walk, Lines, Statement job.Maker
	Loan                   Scheduler
	Rate                   Solver
}

// Peers are all libraries that are compared.
func Peers() []Peer {
	return []Peer{
		{"shopspring", shopspring.Walk, shopspring.WalkLines, shopspring.Statement, shopspring.Loan, shopspring.Rate12},
		{"govalues", govalues.Walk, govalues.WalkLines, govalues.Statement, govalues.Loan, govalues.Rate12},
		{"udecimal", udecimal.Walk, udecimal.WalkLines, udecimal.Statement, udecimal.Loan, udecimal.Rate12},
		{"float64", floats.Walk, floats.WalkLines, floats.Statement, floats.Loan, floats.Rate12},
		{Name: "go-financial", Loan: gofinancial.Loan},
	}
}

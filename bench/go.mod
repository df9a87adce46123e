module github.com/skuld-go/skuld/bench

go 1.25

require (
	github.com/shopspring/decimal v1.6.0
	github.com/skuld-go/skuld v0.0.0
)

require github.com/rickar/cal/v2 v2.1.13 // indirect

replace github.com/skuld-go/skuld => ../

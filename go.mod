module github.com/skuld-go/skuld

go 1.25

require (
	github.com/google/go-cmp v0.7.0
	github.com/leanovate/gopter v0.2.11
	github.com/rickar/cal/v2 v2.1.13
	github.com/shopspring/decimal v1.6.0
	github.com/spf13/pflag v1.0.10
	golang.org/x/text v0.34.0
)

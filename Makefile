.PHONY: check test fuzz bench golden api docs

# Everything that must hold before a change lands.
check:
	bash .ci/run

test:
	go test ./...

# Every fuzz target for a while: make fuzz FUZZTIME=1m
FUZZTIME ?= 30s
fuzz:
	.ci/fuzz $(FUZZTIME)

# Measures everything beside what a user would write instead, and writes bench/RESULTS.md,
# bench/throughput.svg and bench/testdata: make bench, or make bench BENCHFLAGS=-short.
BENCHFLAGS ?=
bench:
	go -C bench run ./cmd/marks $(BENCHFLAGS)

# Rewrites the goldens whose oracle is "self", and nothing else.
golden:
	go test . ./report ./cmd/skuld -update

# Rewrites the listing of the public API after a change that was meant.
api:
	go test . -run '^TestAPI$$' -update

# Rewrites docs/jurisdictions from the rules and tables, docs/dunning.md from the policies,
# docs/wire.md from the tables beside the goldens of other systems.
docs:
	go test . -run '^Test(JurisdictionDocs|WireDocs)$$' -update
	go test ./jurisdiction -run '^TestDunningDocs$$' -update

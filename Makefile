.PHONY: check test fuzz nightly bench golden api docs

# Everything that must hold before a change lands.
check:
	bash .ci/run

test:
	go test ./...

# Every fuzz target for a while: make fuzz FUZZTIME=1m
FUZZTIME ?= 30s
fuzz:
	.ci/fuzz $(FUZZTIME)

# The comparisons with oracles at a size for the night: a million claims through every form
# of the kernel, a million cases in totals against their statements, and the rest tenfold.
nightly:
	go test ./interest -timeout 6h -run '^TestMeter' -meter.claims=1000000
	go test . -timeout 6h -run '^TestTotals' -totals.cases=1000000
	go test . -timeout 6h -run 'Agreement$$' -agreement.first=1000000 -agreement.cases=100000 -agreement.plans=100000 -agreement.caseplans=3000
	go test ./dunning -timeout 6h -run '^TestAgreement$$' -dunning.first=1000000 -dunning.cases=100000

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

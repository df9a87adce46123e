package skuld_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/casegen"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/internal/oracle"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/native"
)

var (
	agreementCases = flag.Int("agreement.cases", 10_000, "how many generated cases to compare with the oracle")
	agreementFirst = flag.Uint64("agreement.first", 0, "the first seed")
)

// TestAgreement compares generated cases with the day-by-day oracle, which
// shares no code with the library and reads the same files: every total, every
// account, every segment, every line of every allocation, per diem and payoff.
func TestAgreement(t *testing.T) {
	tables, err := oracle.Load(os.DirFS("law/rates"))
	if err != nil {
		t.Fatal(err)
	}
	cases := *agreementCases
	if testing.Short() {
		cases = min(cases, 500)
	}
	coverage := map[string]int{}
	for i := range cases {
		seed := *agreementFirst + uint64(i)
		g := casegen.Generate(seed)
		for _, f := range g.Features {
			coverage[f]++
		}
		diffs := disagreements(t, g, tables)
		if len(diffs) > 0 {
			t.Fatalf("seed %d, as of %s, known at %q:\n%s\n%s", seed, g.AsOf, g.KnownAt, strings.Join(diffs, "\n"), g.JSON)
		}
	}
	printCoverage(t, coverage, cases)
}

// printCoverage shows how often each feature occurred and wants 5 % of each.
func printCoverage(t *testing.T, coverage map[string]int, cases int) {
	features := make([]string, 0, len(coverage))
	for f := range coverage {
		features = append(features, f)
	}
	sort.Strings(features)
	t.Logf("%d cases agree with the oracle to the cent and the segment", cases)
	for _, f := range features {
		share := 100 * coverage[f] / cases
		t.Logf("%5d  %3d %%  %s", coverage[f], share, f)
		if share < 5 && cases >= 10_000 {
			t.Errorf("%s occurs in %d of %d cases, want 5 %%", f, coverage[f], cases)
		}
	}
}

func disagreements(t *testing.T, g casegen.Generated, tables *oracle.Tables) []string {
	t.Helper()
	c, err := native.DecodeCase(bytes.NewReader(g.JSON))
	if err != nil {
		return []string{"decode: " + err.Error()}
	}
	at := skuld.At{AsOf: calendar.MustParseDate(g.AsOf)}
	if g.KnownAt != "" {
		at.KnownAt = calendar.MustParseDate(g.KnownAt)
	}
	want, err := tables.Statement(g.JSON, oracle.At{AsOf: g.AsOf, KnownAt: g.KnownAt})
	if err != nil {
		t.Fatalf("oracle: %v\n%s", err, g.JSON)
	}
	st, err := skuld.Default().Statement(c, at)
	if err != nil {
		return []string{"statement: " + err.Error()}
	}
	if err := st.Verify(); err != nil {
		return []string{"verify: " + err.Error()}
	}
	shown := *st
	shown.Allocations = merged(st.Allocations)
	diffs := compare(t, expected(want), func(b *bytes.Buffer) error { return native.EncodeStatement(b, &shown) })
	if have := codes(st.Findings); !slices.Equal(have, want.Findings) {
		diffs = append(diffs, fmt.Sprintf("findings: got %v, want %v", have, want.Findings))
	}
	payable, err := tables.Payoff(g.JSON, g.PayoffOn)
	if err != nil {
		t.Fatalf("oracle: %v\n%s", err, g.JSON)
	}
	quote, err := skuld.Default().Payoff(c, calendar.MustParseDate(g.PayoffOn))
	if err != nil {
		return append(diffs, "payoff: "+err.Error())
	}
	return append(diffs, compare(t, map[string]any{"amount": payable.Amount, "breakdown": totals(payable.Breakdown)},
		func(b *bytes.Buffer) error { return native.EncodePayoff(b, quote) })...)
}

// merged joins what a payment that waited settled on several days, as the oracle
// reports it: one line for each component.
func merged(in []ledger.PaymentAllocation) []ledger.PaymentAllocation {
	out := slices.Clone(in)
	for i := range out {
		var lines []ledger.Line
		for _, l := range out[i].Lines {
			k := slices.IndexFunc(lines, func(m ledger.Line) bool {
				return out[i].Reversal == "" && m.Item == l.Item && m.Component == l.Component && (m.Rung == 0) == (l.Rung == 0)
			})
			if k < 0 {
				lines = append(lines, l)
				continue
			}
			lines[k].Amount = money.FromMinor(lines[k].Amount.Minor()+l.Amount.Minor(), l.Amount.Currency())
			if l.Base != (money.Amount{}) {
				lines[k].Base = money.FromMinor(lines[k].Base.Minor()+l.Base.Minor(), l.Base.Currency())
			}
			if l.VAT != (money.Amount{}) {
				lines[k].VAT = money.FromMinor(lines[k].VAT.Minor()+l.VAT.Minor(), l.VAT.Currency())
			}
		}
		out[i].Lines = lines
	}
	return out
}

func compare(t *testing.T, want any, encode func(*bytes.Buffer) error) []string {
	t.Helper()
	wanted, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := encode(&got); err != nil {
		t.Fatal(err)
	}
	diffs, err := golden.Subset(wanted, got.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return diffs
}

// codes lists the codes of findings that follow from facts and tables alone. The
// oracle has no holidays, and no opinion on how well a value is evidenced or which preset a lender
// should have named. Limitation has a walk of its own, in its package.
func codes(findings []skuld.Finding) []string {
	out := []string{}
	for _, f := range findings {
		switch f.Code {
		case ledger.FindingEvidence, ledger.FindingConsumerOrder, ledger.FindingOldLaw, ledger.FindingRateUnknown, ledger.FindingDueDay,
			ledger.FindingPerDiemProvisional, ledger.FindingFeeWithoutBase,
			ledger.FindingBarred, ledger.FindingInterestBarred, ledger.FindingLimitationNear, ledger.FindingLimitationUnknown,
			ledger.FindingSuspended, ledger.FindingAfterLimitation, ledger.FindingDelivery:
		default:
			out = append(out, f.Code)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func totals(t oracle.Totals) map[string]any {
	return map[string]any{"principal": t.Principal, "capitalized": t.Capitalized, "interest": t.Interest,
		"contractInterest": t.ContractInterest, "defaultInterest": t.DefaultInterest, "fees": t.Fees, "total": t.Total}
}

// expected writes the oracle's result in the form of the statement's JSON.
func expected(r *oracle.Result) map[string]any {
	items, allocations := []any{}, []any{}
	for _, it := range r.Items {
		items = append(items, expectedItem(it))
	}
	for _, a := range r.Allocations {
		allocations = append(allocations, expectedAllocation(a))
	}
	var perDiem any = r.PerDiem
	if r.PerDiem == "" {
		perDiem = nil
	}
	p := r.Paid
	out := map[string]any{
		"case": r.Case, "currency": r.Currency, "totals": totals(r.Totals), "perDiem": perDiem, "items": items, "allocations": allocations,
		"paid": map[string]any{"principal": p.Principal, "capitalized": p.Capitalized, "interest": p.Interest, "fees": p.Fees,
			"total": p.Total, "unallocated": p.Unallocated},
		"recoverableVat": r.RecoverableVAT,
		"balance": map[string]any{"status": r.Balance.Status, "held": r.Balance.Held, "refundDue": r.Balance.RefundDue,
			"overRefunded": r.Balance.OverRefunded},
	}
	if c := r.Closing; c != nil {
		out["closing"] = map[string]any{"date": c.Date, "disposition": c.Disposition, "lines": disposed(c.Lines), "vat": c.VAT}
	}
	if len(r.WriteOffs) > 0 {
		writeOffs := []any{}
		for _, w := range r.WriteOffs {
			writeOffs = append(writeOffs, map[string]any{"id": w.ID, "date": w.Date, "kind": w.Kind, "lines": disposed(w.Lines), "vat": w.VAT})
		}
		out["writeOffs"] = writeOffs
	}
	return out
}

func disposed(in []oracle.Line) []any {
	lines := []any{}
	for _, l := range in {
		lines = append(lines, map[string]any{"item": l.Item, "component": l.Component, "amount": l.Amount, "vat": l.VAT})
	}
	return lines
}

func expectedAllocation(a oracle.Allocation) map[string]any {
	lines := []any{}
	for _, l := range a.Lines {
		line := map[string]any{"item": l.Item, "component": l.Component, "amount": l.Amount, "rung": l.Rung}
		if l.VAT != "" || !a.CreditNote {
			line["vat"] = l.VAT
		}
		if l.Base != "" {
			line["base"] = l.Base
		}
		lines = append(lines, line)
	}
	out := map[string]any{"payment": a.Payment, "date": a.Date, "amount": a.Amount, "lines": lines, "unallocated": a.Unallocated}
	some(out, "reversal", a.Reversal)
	some(out, "refund", a.Refund)
	if x := a.Exchange; x != nil {
		out["exchange"] = map[string]any{"currency": x.Currency, "amount": x.Amount, "rate": x.Rate, "base": x.Base, "received": x.Received,
			"booked": x.Booked, "difference": x.Difference}
	}
	if a.CreditNote {
		out["creditNote"] = true
	}
	return out
}

// some adds a field that says something; the library leaves out what is zero.
func some(to map[string]any, name, value string) {
	if strings.Trim(value, "-0.") != "" {
		to[name] = value
	}
}

func expectedItem(it oracle.Item) map[string]any {
	switch it.Kind {
	case "fee":
		fee := map[string]any{"original": it.Fee.Original, "paid": it.Fee.Paid, "remaining": it.Fee.Remaining}
		some(fee, "adjusted", it.Fee.Adjusted)
		some(fee, "disposed", it.Fee.Disposed)
		some(fee, "cappedAway", it.Fee.CappedAway)
		out := map[string]any{"id": it.ID, "kind": it.Kind, "code": it.Code, "fee": fee}
		if it.Interest.Accrued != "" {
			out["interest"] = expectedInterest(it.Interest)
			if len(it.Segments) > 0 {
				out["segments"] = expectedSegments(it.Segments)
			}
		}
		if a := it.Assessed; a != nil {
			out["assessed"] = map[string]any{"base": a.Base, "net": a.Net, "vat": a.VAT}
		}
		return out
	case "credit-note":
		c := it.Credit
		return map[string]any{"id": it.ID, "kind": it.Kind, "credit": map[string]any{"original": c.Original, "used": c.Used, "remaining": c.Remaining}}
	}
	p, c, i := it.Principal, it.Capitalized, it.Interest
	principal := map[string]any{"original": p.Original, "adjusted": p.Adjusted, "paid": p.Paid, "remaining": p.Remaining}
	if p.VATRemaining != "" { // the oracle keeps no memo where there is no tax
		principal["vatRemaining"] = p.VATRemaining
	}
	some(principal, "opening", p.Opening)
	some(principal, "disposed", p.Disposed)
	capitalized := map[string]any{"raised": c.Raised, "paid": c.Paid, "remaining": c.Remaining}
	some(capitalized, "original", c.Original)
	some(capitalized, "opening", c.Opening)
	some(capitalized, "adjusted", c.Adjusted)
	some(capitalized, "disposed", c.Disposed)
	out := map[string]any{
		"id": it.ID, "kind": it.Kind, "rate": it.Rate, "segments": expectedSegments(it.Segments),
		"principal": principal, "capitalized": capitalized, "interest": expectedInterest(i),
	}
	if b := it.Base; b != nil {
		out["base"] = map[string]any{"currency": b.Currency, "principal": b.Principal, "capitalized": b.Capitalized,
			"interest": b.Interest, "total": b.Total}
	}
	if k := it.Cap; k != nil {
		limits := map[string]any{"limit": k.Limit, "prior": k.Prior, "used": k.Used, "left": k.Left, "cappedAway": k.CappedAway, "reached": nil}
		if k.Component != "" {
			limits["reached"] = map[string]any{"component": k.Component, "first": k.First, "last": k.Last}
		}
		if k.Collection {
			out["collectionCap"] = limits
		} else {
			out["cap"] = limits
		}
	}
	if len(it.ContractSegments) > 0 {
		out["contractSegments"] = expectedSegments(it.ContractSegments)
	}
	return out
}

func expectedInterest(i oracle.Interest) map[string]any {
	out := map[string]any{"accrued": i.Accrued, "exact": i.Exact, "paid": i.Paid, "adjusted": i.Adjusted, "remaining": i.Remaining,
		"cappedAway": i.CappedAway}
	some(out, "capitalized", i.Capitalized)
	some(out, "disposed", i.Disposed)
	return out
}

func expectedSegments(in []oracle.Segment) []any {
	segments := []any{}
	for _, s := range in {
		segments = append(segments, map[string]any{"first": s.First, "last": s.Last, "days": s.Days, "principal": s.Principal,
			"rate": s.Rate, "fraction": s.Fraction, "interest": s.Interest, "provisional": s.Provisional, "held": s.Held})
	}
	return segments
}

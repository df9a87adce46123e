package oracle

import (
	"fmt"
	"strings"
	"testing"
)

func shownWriteOffs(all []WriteOff) string {
	var out []string
	for _, w := range all {
		one := fmt.Sprintf("%s %s %s %s:", w.ID, w.Date[5:], w.Kind, w.VAT)
		for _, l := range w.Lines {
			one += fmt.Sprintf(" %s %s %s", l.Item, l.Component, l.Amount)
			if l.VAT != "" {
				one += " (" + l.VAT + ")"
			}
		}
		out = append(out, one)
	}
	return strings.Join(out, "; ")
}

// 1.00 a day from 1 January on 3 650.00 with 20 in 100 of tax, and a fee of 60.00.
func TestWriteOff(t *testing.T) {
	const rest = `, "fees": [{"id": "F", "code": "notice", "date": "2025-01-02", "amount": "60.00"}], "writeOffs": [%s]`
	for _, c := range []struct{ name, claim, writeOffs, shown, segments, totals, tax string }{
		{
			"all: the day's interest too", "", `{"id": "W", "date": "2025-01-10"}`,
			"W 01-10 write-off 730.00: C default-interest 10.00 C principal 3650.00 (730.00) F fee 60.00",
			"01-01 01-10 3650.00", "0.00 0.00 0.00", "730.00",
		},
		{
			"nor does a free payment day keep it out", `, "paymentDay": "free"`, `{"id": "W", "date": "2025-01-10", "item": "C"}`,
			"W 01-10 write-off 730.00: C default-interest 10.00 C principal 3650.00 (730.00)",
			"01-01 01-10 3650.00", "0.00 0.00 60.00", "730.00",
		},
		{
			"a tenth of the principal: 0.90 a day on 21 days", "", `{"id": "W", "date": "2025-01-10", "item": "C", "component": "principal", "amount": "365.00"}`,
			"W 01-10 write-off 73.00: C principal 365.00 (73.00)",
			"01-01 01-10 3650.00, 01-11 01-31 3285.00", "3285.00 28.90 60.00", "73.00",
		},
		{
			"a waiver is no loss", "", `{"id": "V", "date": "2025-01-31", "kind": "waiver", "item": "C", "component": "principal", "amount": "3285.00"}, {"id": "W", "date": "2025-01-31", "component": "principal"}`,
			"V 01-31 waiver 657.00: C principal 3285.00 (657.00); W 01-31 write-off 73.00: C principal 365.00 (73.00)",
			"01-01 01-31 3650.00", "0.00 31.00 60.00", "73.00",
		},
		{
			"interest, then nothing, then a fee", "",
			`{"id": "W", "date": "2025-01-10", "component": "interest"}, {"id": "V", "date": "2025-01-10", "item": "C", "component": "interest"}, {"id": "U", "date": "2025-01-10", "recorded": "2025-01-11", "item": "F", "component": "fee"}`,
			"W 01-10 write-off 0.00: C default-interest 10.00; V 01-10 write-off 0.00:; U 01-10 write-off 0.00: F fee 60.00",
			"01-01 01-31 3650.00", "3650.00 21.00 0.00", "0.00",
		},
		{
			"with an amount interest is default interest", "", `{"id": "W", "date": "2025-01-10", "item": "C", "component": "interest", "amount": "4.00"}`,
			"W 01-10 write-off 0.00: C default-interest 4.00",
			"01-01 01-31 3650.00", "3650.00 27.00 60.00", "0.00",
		},
	} {
		r := statement(t, lifeCase(c.claim+`}, "vat": "730.00"`, fmt.Sprintf(rest, c.writeOffs)), "2025-01-31")
		wantEqual(t, c.name, []string{shownWriteOffs(r.WriteOffs), short(r.Items[0].Segments), r.Totals.Principal + " " + r.Totals.Interest + " " + r.Totals.Fees, r.RecoverableVAT},
			[]string{c.shown, c.segments, c.totals, c.tax})
		wantEqual(t, c.name+", paid", r.Paid.Total, "0.00")
	}
}

// 366.00 have joined on the anniversary; less of them bears on.
func TestWriteOffOfCompounded(t *testing.T) {
	r := statement(t, lifeCase(`, "from": "2024-01-01", "compounding": "annual"}`, `, "writeOffs": [
		{"id": "W", "date": "2025-01-05", "item": "C", "component": "default-interest", "amount": "100.00"},
		{"id": "V", "date": "2025-01-10", "component": "interest"}]`), "2025-01-20")
	// 5 × 4 016 / 3 650 = 5.50; 5 × 3 916 / 3 650 = 5.36, together 10.8657…; 266.00 + 10.87 go on the 10th.
	wantEqual(t, "segments", short(r.Items[0].Segments), "01-01 12-31 3650.00, 01-01 01-05 4016.00, 01-06 01-10 3916.00, 01-11 01-20 3650.00")
	wantEqual(t, "lines", shownWriteOffs(r.WriteOffs), "W 01-05 write-off 0.00: C default-interest 100.00; V 01-10 write-off 0.00: C default-interest 276.87")
}

// A write-off comes after the payment of its day and before the closing.
func TestWriteOffInItsDay(t *testing.T) {
	r := statement(t, lifeCase(`}, "vat": "730.00"`, `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "1835.00"}],
		"writeOffs": [{"id": "W", "date": "2025-01-10", "item": "C", "component": "principal", "amount": "365.00"}],
		"closed": {"date": "2025-01-10", "disposition": "written-off"}`), "2025-01-31")
	wantEqual(t, "write-off", shownWriteOffs(r.WriteOffs), "W 01-10 write-off 73.00: C principal 365.00 (73.00)")
	wantEqual(t, "closing", r.Closing, &Closing{"2025-01-10", "written-off", "292.00", []Line{{Item: "C", Component: "principal", Amount: "1460.00", VAT: "292.00"}}})
	wantEqual(t, "sums", []string{r.RecoverableVAT, r.Items[0].Principal.Disposed, r.Balance.Status}, []string{"365.00", "1825.00", "settled"})
	r = statement(t, lifeCase(`}, "vat": "730.00"`, `, "closed": {"date": "2025-01-10", "disposition": "waived"}`), "2025-01-31")
	wantEqual(t, "waived", []string{r.Closing.VAT, r.RecoverableVAT}, []string{"730.00", "0.00"})
	r = statementKnown(t, lifeCase(`}`, `, "writeOffs": [{"id": "W", "date": "2025-01-10", "recorded": "2025-01-20"}]`), At{"2025-01-31", "2025-01-19"})
	wantEqual(t, "not yet known", []any{len(r.WriteOffs), r.Totals.Total}, []any{0, "3681.00"})
}

func TestWriteOffRefused(t *testing.T) {
	const opening = `}, "opening": {"through": "2025-01-10", "principal": "1.00"}`
	for _, c := range []struct{ path, claim, writeOff string }{
		{"/amount", `}`, `"item": "C", "component": "principal", "amount": "3650.01"`},
		{"/amount", `}`, `"item": "C", "component": "interest", "amount": "10.01"`},
		{"/amount", `}`, `"item": "C", "amount": "1.00"`},
		{"/amount", `}`, `"component": "principal", "amount": "1.00"`},
		{"/amount", `}`, `"item": "C", "component": "principal", "amount": "0.00"`},
		{"/item", `}`, `"item": "D"`},
		{"/item", `}, "issued": "2025-01-11"`, `"item": "C"`},
		{"/component", `}`, `"item": "C", "component": "fee"`},
		{"/component", `}`, `"component": "tax"`},
		{"/kind", `}`, `"kind": "gift"`},
		{"/date", opening, `"item": "C"`},
		{"/date", opening, `"component": "fee"`},
	} {
		_, err := Statement([]byte(lifeCase(c.claim, `, "writeOffs": [{"id": "W", "date": "2025-01-10", `+c.writeOff+`}]`)), At{AsOf: "2025-01-31"}, fixture)
		if err == nil || !strings.HasPrefix(err.Error(), "/writeOffs/0"+c.path+":") {
			t.Errorf("want an error at %s, got %v for %s", c.path, err, c.writeOff)
		}
	}
}

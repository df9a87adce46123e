package fee_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	. "github.com/skuld-go/skuld/fee"
)

const head = "code,audience,valid_from,valid_to,selector,over,up_to,upper,shape,amount,percent,per,factor,unit,min,max,vat,currency,guards,legal_basis,source,evidence\n"

// wrong are the problems of a file, one per line, "" for none.
func wrong(t *testing.T, text string) string {
	t.Helper()
	ts, err := Read(strings.NewReader(text))
	if err == nil {
		return ""
	}
	if !errors.Is(err, ErrTariff) || ts != nil {
		t.Errorf("%v with %d tariffs, want only problems of %v", err, len(ts), ErrTariff)
	}
	return err.Error()
}

// Every row is refused for exactly this.
func TestReadProblems(t *testing.T) {
	const tail = ",EUR,,law,book,sourced"
	two := func(a, b string) string { return a + tail + "\n" + b + tail }
	for rows, want := range map[string]string{
		"a,all,2020-01-01,,,,,,flat,1,,,,,,," + tail:                                          "",
		"A b,all,2020-01-01,,,,,,flat,1,,,,,,," + tail:                                        `row 2: code: "A b" is not a code, want lower-case words with hyphens, at most 40 bytes`,
		"a,both,2020-01-01,,,,,,flat,1,,,,,,," + tail:                                         `row 2: audience: "both" is not an audience, want one of consumer, business, all`,
		"a,all,2020-02-30,,,,,,flat,1,,,,,,," + tail:                                          `row 2: valid_from: "2020-02-30"`,
		"a,all,,,,,,,flat,1,,,,,,," + tail:                                                    `row 2: valid_from: ""`,
		"a,all,1899-12-31,,,,,,flat,1,,,,,,," + tail:                                          "row 2: valid_from: 1899-12-31 is out of range, want a day from 1900-01-01 through 2200-12-31",
		"a,all,2020-01-01,x,,,,,flat,1,,,,,,," + tail:                                         `row 2: valid_to: "x"`,
		"a,all,2020-01-02,2020-01-01,,,,,flat,1,,,,,,," + tail:                                "row 2: valid_to: 2020-01-01 is before the first day 2020-01-02, want that day or later",
		"a,all,2020-01-01,,now,,,,flat,1,,,,,,," + tail:                                       `row 2: selector: "now" is not a selector, want one of measure, sent, mandate, paid, due, origin`,
		"a,all,2020-01-01,,,,,,flat,,,,,,,," + tail:                                           "row 2: amount: is missing, want it for the shape flat",
		"a,all,2020-01-01,,,,,,flat,x,,,,,,," + tail:                                          `row 2: amount: "x" is not an amount`,
		"a,all,2020-01-01,,,,,,flat,1.001,,,,,,," + tail:                                      `row 2: amount: "1.001" has more than the 2 decimals of EUR`,
		"a,all,2020-01-01,,,,,,flat,-1,,,,,,," + tail:                                         "row 2: amount: -1.00 EUR, want 0 to 10^15 minor units",
		"a,all,2020-01-01,,,,,,flat,1,2,,,,,," + tail:                                         `row 2: percent: "2" is of no use to this shape, want nothing`,
		"a,all,2020-01-01,,,,,,flat,1,,3,,,,," + tail:                                         "row 2: per: is of no use to the shape flat, want none",
		"a,all,2020-01-01,,,,,,flat,1,,,1,,,," + tail:                                         `row 2: factor: "1" is of no use to this shape, want nothing`,
		"a,all,2020-01-01,,,,,,round,1,,,,,,," + tail:                                         `row 2: shape: "round" is not a shape, want one of flat, percent, percent-of-excess, marginal, plus-percent, step, multiple`,
		"a,all,2020-01-01,,,,,,percent,,,,,,,," + tail:                                        "row 2: percent: is missing, want it for this shape",
		"a,all,2020-01-01,,,,,,percent,,0,,,,,," + tail:                                       "",
		"a,all,2020-01-01,,,,,,percent,,1e3,,,,,," + tail:                                     `row 2: percent: "1e3", want a number from 0 to 1000 with at most 6 decimals`,
		"a,all,2020-01-01,,,,,,percent,,-1,,,,,," + tail:                                      "row 2: percent: -1 %, want 0 to 1000",
		"a,all,2020-01-01,,,,,,plus-percent,,1,,,,,," + tail:                                  "row 2: amount: is missing, want it for the shape plus-percent",
		"a,all,2020-01-01,,,,,,step,1,,,,,,," + tail:                                          "row 2: per: is missing, want it for the shape step",
		"a,all,2020-01-01,,,,,,step,1,,0,,,,," + tail:                                         "row 2: per: 0.00 EUR, want more than 0",
		"a,all,2020-01-01,,,,,,multiple,,,,,b,,," + tail:                                      "row 2: factor: is missing, want it for this shape\nrow 2: unit: \"b\" is no tariff for all, want one of this file",
		"a,all,2020-01-01,,,,,,multiple,,,,-1,,,," + tail:                                     "row 2: unit: stands with no multiple, or a multiple without it, want both or none\nrow 2: factor: -1, want above 0 and at most 1000",
		"a,all,2020-01-01,,,,,,flat,1,,,,B,,," + tail:                                         `row 2: unit: "B" is not a code`,
		"a,all,2020-01-01,,,,,,flat,1,,,,,x,," + tail:                                         `row 2: min: "x" is not an amount`,
		"a,all,2020-01-01,,,,,,flat,1,,,,,2,1," + tail:                                        "row 2: min: 2.00 EUR is above the maximum of 1.00 EUR, want at most that",
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,0" + tail:                                         `row 2: vat: "0" is not a VAT, want none, included or a per cent above 0 and at most 100 with at most 6 decimals`,
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,100.1" + tail:                                     `row 2: vat: "100.1" is not a VAT`,
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,,XXY,,law,book,sourced":                           `row 2: currency: `,
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,,EUR,,,book,sourced":                              "row 2: legal_basis: is missing, want it in the first row of the version at least",
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,,EUR,,law,,sourced":                               "row 2: source: is missing",
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,,EUR,,law,book,sure":                              `row 2: evidence: "sure" is not an evidence, want one of sourced, derived, secondary, unverified`,
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,,EUR,,law\a,book,sourced":                         "row 2: legal_basis: \"law\\a\" has characters that do not print, want plain text on one line",
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,,EUR,,law,book," + strings.Repeat("s", 500):       "row 2: evidence: ",
		"a,all,2020-01-01,,,,,,flat,1,,,,,,,,EUR,," + strings.Repeat("s", 401) + ",b,sourced": "row 2: legal_basis: ",
		"a,all":        "row 2: 2 fields, want 22 as in the header",
		"a,\"all\"x,1": "row 2: a stray quote, want the field in quotes and each quote inside it doubled",
		// Borders.
		"a,all,2020-01-01,,,5,,up,flat,1,,,,,,," + tail:                                                                                                    `row 2: upper: "up", want inclusive, exclusive or nothing`,
		"a,all,2020-01-01,,,5,5,,flat,1,,,,,,," + tail:                                                                                                     "row 2: up_to: 5.00 EUR, want more than 5.00 EUR",
		"a,all,2020-01-01,,,5,,,marginal,,1,,,,,," + tail:                                                                                                  "row 2: over: 5.00 EUR, want marginal bands from 0",
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,,6,,,flat,1,,,,,,,"):                                                                "row 3: over: 6.00 EUR does not continue the band up to 5.00 EUR, want bands without gap or overlap",
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,,4,,,flat,1,,,,,,,"):                                                                "row 3: over: 4.00 EUR does not continue",
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,,,,,flat,1,,,,,,,"):                                                                 "row 3: over: 0.00 EUR does not continue",
		two("a,all,2020-01-01,,,,,,flat,1,,,,,,,", "a,all,2020-01-01,,,6,,,flat,1,,,,,,,"):                                                                 "row 2: up_to: is missing, want it on every band but the last",
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,,5,,,marginal,,1,,,,,,"):                                                            "row 3: shape: marginal stands on flat, want marginal below, or plus-percent here",
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,,5,,,percent,,1,,,,,,"):                                                             "",
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,2020-02-02,,5,,,flat,1,,,,,,,"):                                                      `row 3: valid_to: "2020-02-02", want "" as in the first row of the version, or nothing`,
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,1,,", "a,all,2020-01-01,,,5,,,flat,1,,,,,2,,"):                                                              `row 3: min: "2", want "1" as in the first row of the version, or nothing`,
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,,5,,,flat,3,,,,,2,,"):                                                               "",
		two("a,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,,5,,,flat,1,,,,,,,x"):                                                               `row 3: vat: "x" is not a VAT`,
		two("a,all,2020-01-01,,sent,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,due,5,,,flat,1,,,,,,,"):                                                         `row 3: selector: "due", want "sent" as in the other rows of the tariff, or nothing`,
		two("b,all,2020-01-01,,,,5,,flat,1,,,,,,,", "a,all,2020-01-01,,,,5,,multiple,,,,2,b,,,") + "\n" + two("a,all,2020-01-01,,,5,,,step,1,,1,,,,,", ""): "row 4: shape: step stands on a multiple, want an amount or a per cent below\nrow 5: 6 fields",
		"a,all,2020-01-01,,,,5,,flat,1,,,,,,,,EUR,,law,book,sourced\na,all,2020-01-01,,,5,,,flat,1,,,,,,,,SEK,,law,book,sourced":                           `row 3: currency: "SEK", want "EUR" as in the first row of the version, or nothing`,
		two("a,all,2020-01-01,,,,,,flat,1,,,,,,,", "a,all,2020-01-01,,,,,,flat,1,,,,,,,"):                                                                  "row 3: over: the band of row 2 is there again, want each once",
		"A b,both,2020-02-30,x,now,,,up,round,1,,,,,,,x,XXY,,,,sure":                                                                                       `row 2: code: "A b" is not a code, want lower-case words with hyphens, at most 40 bytes` + strings.Repeat("\n", 11),
		// Versions, and tariffs beside each other.
		two("a,all,2020-01-01,2030-01-01,,,,,flat,1,,,,,,,", "a,all,2021-01-01,2021-02-01,,,,,flat,1,,,,,,,") + "\n" + "a,all,2022-01-01,,,,,,flat,1,,,,,,," + tail: "row 3: valid_from: 2021-01-01 begins before the version of 2020-01-01 has ended on 2030-01-01, want a later day\nrow 4: valid_from: 2022-01-01 begins before the version of 2020-01-01",
		two("a,all,2020-01-01,,,,,,flat,1,,,,,,,", "a,all,2021-01-01,,,,,,flat,1,,,,,,,"):                                                                           "row 3: valid_from: 2021-01-01 begins while the version of 2020-01-01 has no last day, want one",
		two("a,all,2020-01-01,2021-01-01,,,,,flat,1,,,,,,,", "a,all,2021-01-01,,,,,,flat,1,,,,,,,"):                                                                 "row 3: valid_from: 2021-01-01 begins before the version of 2020-01-01 has ended on 2021-01-01, want a later day",
		two("a,all,2020-01-01,2020-12-31,,,,,flat,1,,,,,,,", "a,all,2022-01-01,,,,,,flat,1,,,,,,,"):                                                                 "",
		two("a,all,2021-01-01,2021-12-31,,,,,flat,1,,,,,,,", "a,all,2020-01-01,2020-12-31,,,,,flat,1,,,,,,,"):                                                       "row 3: valid_from: 2020-01-01 stands after 2021-01-01, want versions in order of date and each day once",
		two("a,all,2020-01-01,,,,,,flat,1,,,,,,,", "a,consumer,2020-01-01,,,,,,flat,1,,,,,,,"):                                                                      `row 3: audience: "a" is there for all too, want one or the other`,
		two("a,business,2020-01-01,,,,,,flat,1,,,,,,,", "a,consumer,2020-01-01,,,,,,flat,1,,,,,,,"):                                                                 "",
		two("b,business,2020-01-01,,,,,,flat,1,,,,,,,", "a,consumer,2020-01-01,,,,,,multiple,,,,1,b,,,"):                                                            `row 3: unit: "b" is no tariff for consumer, want one of this file`,
		two("b,all,2020-01-01,,,,,,flat,1,,,,,,,", "a,consumer,2020-01-01,,,,,,multiple,,,,1,b,,,"):                                                                 "",
		two("b,all,2020-01-01,,,,,,multiple,,,,1,a,,,", "a,all,2020-01-01,,,,,,multiple,,,,1,b,,,"):                                                                 "row 2: unit: leads back here or over more than 8 units, want fewer\nrow 3: unit: leads back",
		"b,all,2020-01-01,,,,,,flat,1,,,,,,,,SEK,,law,book,sourced\na,all,2020-01-01,,,,,,multiple,,,,1,b,,," + tail:                                                `row 3: unit: "b" is never in EUR, want a unit in the currency of the version`,
	} {
		if got := wrong(t, head+rows); !strings.HasPrefix(got, strings.TrimRight(want, "\n")) || want == "" && got != "" || strings.Count(got, "\n") != strings.Count(want, "\n") {
			t.Errorf("%s\n got %s\nwant %s", rows, got, want)
		}
	}
}

func TestReadGuardProblems(t *testing.T) {
	for guards, want := range map[string]string{
		"free":                          `"free" is not a guard, want one of agreed, after-due,`,
		"gap(14":                        `"gap(14" has no closing bracket, want name(parameters)`,
		"gap()":                         `"gap"(), want parameters in the brackets and a blank behind them`,
		"gap(14)agreed":                 `"gap"(14), want parameters in the brackets and a blank behind them`,
		"gap":                           "guard gap without its number, want e.g. gap(14)",
		"gap(reminder)":                 `guard gap: "reminder" is not a number, want e.g. gap(14)`,
		"gap(014)":                      `guard gap: "014" is not a number`,
		"gap(-1)":                       "guard gap(-1): the number -1, want",
		"gap(4000)":                     "guard gap(4000): the number 4000, want",
		"count(0)":                      "guard count(0): the number 0, want 1 to 3660 fees",
		"letter(14)":                    "guard letter without its number, want e.g. letter(demand,14)",
		"letter(demand,x)":              `guard letter: "x" is not a number`,
		"letter(demand,14,plan)":        "guard letter(14,demand,plan): 2 kinds of notice, want one",
		"excludes":                      "guard excludes: 0 codes, want 1 to 60",
		"excludes(a,a)":                 `guard excludes: "a", want each code once`,
		"excludes(A)":                   `guard excludes: "A", want each code once`,
		"gap(1,run)":                    `guard gap: "run", want each code once, as lower-case words with hyphens and not "run"`,
		"own(a)":                        "guard own(a): codes, want none",
		"total":                         "guard total: want a limit in total, and only there",
		"total(cap)":                    `"cap" is no tariff for consumer, want one of this file`,
		strings.Repeat("agreed ", 21):   "21 guards, want at most 20",
		"excludes(a" + many(",b") + ")": "guard excludes(a,b0,",
	} {
		got := wrong(t, fmt.Sprintf(finnish, guards))
		if !strings.HasPrefix(got, "row 5: guards: "+want) || strings.Contains(got, "\n") {
			t.Errorf("%s\n got %s\nwant %s", guards, got, want)
		}
	}
}

func many(s string) string {
	var b strings.Builder
	for i := range 70 {
		fmt.Fprint(&b, s, i)
	}
	return b.String()
}

func TestReadFileProblems(t *testing.T) {
	row := "a,all,2020-01-01,flat,EUR,x,y,sourced\n"
	short := "code,audience,valid_from,shape,currency,legal_basis,source,evidence\n"
	for name, tt := range map[string]struct{ text, want string }{
		"empty":     {"", "row 1: no header, want the names of the columns"},
		"comment":   {"# nothing\n", "row 1: no header"},
		"unknown":   {"code,price\n", `row 1: "price" is not a column or there twice, want some of code, audience,`},
		"twice":     {"# x\ncode,code\n", `row 2: "code" is not a column or there twice`},
		"missing":   {"code,audience,valid_from,shape,currency\n" + row, "row 1: legal_basis: the column is missing, want code, audience"},
		"not UTF-8": {"code\xff", "not UTF-8 text, want UTF-8"},
		"large":     {strings.Repeat(" ", 8<<20+1), "larger than 8388608 bytes, want less"},
		"long":      {short + strings.Repeat("x\n", 10_001), "row 2: 1 fields, want 8 as in the header"},
		"no amount": {short + row, "row 2: amount: is missing"},
		"only head": {short, ""},
		"BOM":       {"\ufeff" + short, ""},
	} {
		if got := wrong(t, tt.text); !strings.HasPrefix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s: %.200s, want %s", name, got, tt.want)
		}
	}
	all := wrong(t, short+strings.Repeat("x\n", 10_001))
	if n := strings.Count(all, "\n") + 1; n != 1001 || !strings.HasSuffix(all, "more problems, want these 1000 solved first") {
		t.Errorf("%d problems", n)
	}
	var good strings.Builder
	good.WriteString(strings.Replace(short, "shape", "amount,shape", 1))
	for i := range 10_001 {
		fmt.Fprintf(&good, "a%d%s", i, strings.Replace(row, "flat", "1,flat", 1)[1:])
	}
	if got := wrong(t, good.String()); !strings.Contains(got, "row 10002: row 10001, want at most 10000") {
		t.Errorf("%.200s", got)
	}
	if _, err := Read(iotest.ErrReader(io.ErrClosedPipe)); !errors.Is(err, io.ErrClosedPipe) || errors.Is(err, ErrTariff) {
		t.Errorf("%v, want the error of the reader", err)
	}
}

// All problems are reported at once, in the order of the file, each with its row.
func TestReadReportsAll(t *testing.T) {
	err := wrong(t, head+"a,all,2020-01-01,,,,,,flat,x,,,,,,,,EUR,,,,\nb,x,y,,,,,,flat,1,,,,,,,,EUR,,l,s,sourced\na,all,2019-01-01,,,,,,percent,,,,,,,,,EUR,,l,s,sourced\n")
	want := `row 2: legal_basis: is missing, want it in the first row of the version at least
row 2: source: is missing, want it in the first row of the version at least
row 2: evidence: "" is not an evidence, want one of sourced, derived, secondary, unverified
row 2: amount: "x" is not an amount, want digits as 10000.00 in at most 30 characters
row 3: audience: "x" is not an audience, want one of consumer, business, all
row 3: valid_from: "y" is not a date, want YYYY-MM-DD
row 4: percent: is missing, want it for this shape
row 4: valid_from: 2019-01-01 stands after 2020-01-01, want versions in order of date and each day once`
	if diff := cmp.Diff(want, err); diff != "" {
		t.Error(diff)
	}
}

// Rows of a version share what one of them says, wherever it stands; columns may
// come in any order, and be left out.
func TestReadShares(t *testing.T) {
	ts, err := Read(strings.NewReader(`evidence,source,legal_basis,shape,currency,valid_from,audience,code,amount,factor,unit,up_to,over,max,guards,selector
sourced,book,law 1,flat,EUR,2020-01-01,all,a,5,,,10,,,,
derived,,law 2,multiple,,2020-01-01,all,a,,2,b,,10,99,agreed,sent
sourced,book,law 3,flat,EUR,2020-01-01,all,b,7,,,,,,,
`))
	if err != nil {
		t.Fatal(err)
	}
	a := ts[0]
	v := a.Versions[0]
	if a.Selector != Sent || a.Guards.String() != "agreed" || a.Guards[0].Citation != "law 2" || v.Max.Number() != "99.00" || v.Unit != &ts[1] {
		t.Errorf("%+v", a)
	}
	if v.Citation != "law 1" || v.Bands[0].Citation != "" || v.Bands[1].Citation != "law 2" || v.Bands[1].Source != "book" || v.Bands[1].Evidence.String() != "derived" {
		t.Errorf("%+v", v)
	}
}

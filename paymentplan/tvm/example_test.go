package tvm_test

import (
	"fmt"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/tvm"
)

// A loan of 10 000.00 EUR at 6 % a year over twelve months. Payments are negative,
// because the borrower looks at it.
func ExamplePMT() {
	loan := tvm.Annuity{Rate: tvm.MustParse("0.06/12"), Periods: 12, Present: tvm.Whole(10_000), When: tvm.End}
	payment, err := tvm.PMT(loan)
	if err != nil {
		fmt.Println(err)
		return
	}
	due, err := money.ExactOfRat(payment.Rat(), money.MustCurrency("EUR")).Round(money.HalfUp)
	fmt.Println(due, err)
	fmt.Println(payment.Round(20, money.HalfEven))
	// Output:
	// -860.66 EUR <nil>
	// -860.66429707080662686093 <nil>
}

// Interest and principal of each payment add up to it exactly; the table of the
// documentation of numpy-financial.
func ExampleIPMT() {
	loan := tvm.Annuity{Rate: tvm.MustParse("0.0824/12"), Periods: 12, Present: tvm.Whole(2500), When: tvm.End}
	for _, per := range []int{1, 2, 12} {
		interest, err1 := tvm.IPMT(loan, per)
		principal, err2 := tvm.PPMT(loan, per)
		if err1 != nil || err2 != nil {
			fmt.Println(err1, err2)
			return
		}
		i, _ := interest.Round(2, money.HalfUp)
		p, _ := principal.Round(2, money.HalfUp)
		fmt.Println(per, i, p)
	}
	// Output:
	// 1 -17.17 -200.58
	// 2 -15.79 -201.96
	// 12 -1.49 -216.26
}

// What 300 a month grow to in ten years at 3 % a year.
func ExampleFV() {
	saving := tvm.Annuity{Rate: tvm.MustParse("0.03/12"), Periods: 120, Payment: tvm.Whole(-300), When: tvm.Begin}
	value, err := tvm.FV(saving)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(value.Round(2, money.HalfUp))
	// Output: 42027.23 <nil>
}

// The yearly rate of a loan of 18 000 that is paid with 350 a month for five years,
// with proven decimals.
func ExampleRATE() {
	loan := tvm.Annuity{Periods: 60, Payment: tvm.Whole(-350), Present: tvm.Whole(18_000), When: tvm.End}
	s, err := tvm.RATE(loan, tvm.DefaultDigits)
	if err != nil {
		fmt.Println(err)
		return
	}
	if rate, ok := s.Root(); ok {
		low, high := rate.Borders()
		fmt.Println(rate, "between", low, "and", high)
	}
	// Output: 0.005199730969 between 0.0051997309685 and 0.0051997309695
}

// How many months 150 take to pay 8 000 at 7 % a year, and that 40 never do.
func ExampleNPER() {
	loan := tvm.Annuity{Rate: tvm.MustParse("0.07/12"), Present: tvm.Whole(8000), When: tvm.End}
	for _, payment := range []int64{-150, -40} {
		loan.Payment = tvm.Whole(payment)
		s, err := tvm.NPER(loan, 4)
		fmt.Println(s.Outcome, s.Roots, err)
	}
	// Output:
	// found [64.0733] <nil>
	// none [] <nil>
}

// Answers are found, none or ambiguous; of several rates the caller takes one.
func ExampleIRR() {
	for _, flows := range [][]int64{{-100, 39, 59, 55, 20}, {100, 20, 30}, {-100, 100, 0, -7}} {
		var values []tvm.Number
		for _, v := range flows {
			values = append(values, tvm.Whole(v))
		}
		s, err := tvm.IRR(values, 6)
		if err != nil {
			fmt.Println(err)
			return
		}
		usual, _ := s.Usual()
		fmt.Println(s.Outcome, s.Roots, usual)
	}
	// Output:
	// found [0.280948] 0.280948
	// none [] 0
	// ambiguous [-0.678894 -0.083300] -0.083300
}

// The first value counts in full. The NPV of spreadsheets is this one over 1+rate.
func ExampleNPV() {
	flows := []tvm.Number{tvm.Whole(-1000), tvm.Whole(600), tvm.Whole(600)}
	value, err := tvm.NPV(tvm.MustParse("0.1"), flows)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(value, "is about")
	fmt.Println(value.Round(2, money.HalfUp))
	// Output:
	// 5000/121 is about
	// 41.32 <nil>
}

// Money that comes in is put out again at 12 %, and losses are financed at 10 %.
func ExampleMIRR() {
	var flows []tvm.Number
	for _, v := range []int64{-120_000, 39_000, 30_000, 21_000, 37_000, 46_000} {
		flows = append(flows, tvm.Whole(v))
	}
	s, err := tvm.MIRR(flows, tvm.MustParse("0.10"), tvm.MustParse("0.12"), 6)
	fmt.Println(s.Outcome, s.Roots, err)
	// Output: found [0.126094] <nil>
}

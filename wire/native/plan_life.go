package native

import (
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

type standingForm struct {
	AsOf     string `json:"asOf"`
	State    string `json:"state"`
	Since    string `json:"since"`
	Reason   string `json:"reason"`
	Shortage string `json:"shortage"`
	Overpaid string `json:"overpaid"`
}

type settlementForm struct {
	On        string `json:"on"`
	Amount    string `json:"amount"`
	Principal string `json:"principal"`
	Interest  string `json:"interest"`
	Fee       string `json:"fee"`
	Prepaid   string `json:"prepaid"`
	Saved     string `json:"saved"`
}

type returnedForm struct {
	On        string `json:"on"`
	Reason    string `json:"reason"`
	Total     string `json:"total"`
	Principal string `json:"principal"`
	Interest  string `json:"interest"`
	Fee       string `json:"fee"`
	// Revived is within interest; Segments explain it.
	Revived  string        `json:"revived"`
	Segments []segmentForm `json:"segments,omitempty"`
}

type restructuredForm struct {
	On           string        `json:"on"`
	Change       string        `json:"change"`
	Interest     string        `json:"interest"` // what became of open interest
	Principal    string        `json:"principal"`
	OpenInterest string        `json:"openInterest"`
	OpenFees     string        `json:"openFees"`
	Schedule     *scheduleForm `json:"schedule"`
}

func standing(s *paymentplan.Standing, sum func(money.Amount) string) *standingForm {
	if s == nil {
		return nil
	}
	return &standingForm{s.AsOf.String(), s.State.String(), s.Since.String(), s.Reason, sum(s.Shortage), sum(s.Overpaid)}
}

func settlement(s *paymentplan.Settlement, sum func(money.Amount) string) *settlementForm {
	if s == nil {
		return nil
	}
	return &settlementForm{
		On: s.On.String(), Amount: sum(s.Amount), Principal: sum(s.Principal), Interest: sum(s.Interest), Fee: sum(s.Fee),
		Prepaid: sum(s.Prepaid), Saved: sum(s.Saved),
	}
}

func returned(r *paymentplan.Returned, sum func(money.Amount) string) *returnedForm {
	if r == nil {
		return nil
	}
	return &returnedForm{
		On: r.On.String(), Reason: r.Reason, Total: sum(r.Total), Principal: sum(r.Principal), Interest: sum(r.Interest),
		Fee: sum(r.Fee), Revived: sum(r.Revived), Segments: each(r.Segments, segment),
	}
}

func restructured(r *paymentplan.Restructured, sum func(money.Amount) string) *restructuredForm {
	if r == nil {
		return nil
	}
	return &restructuredForm{
		On: r.On.String(), Change: r.Change.String(), Interest: r.Interest.String(), Principal: sum(r.Principal),
		OpenInterest: sum(r.OpenInterest), OpenFees: sum(r.OpenFees), Schedule: schedule(r.Schedule),
	}
}

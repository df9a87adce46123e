package solaris

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// maxNumber bounds numbers of installments.
const maxNumber = 1_000_000

// loan reads the loan and its schedule.
func (d *decoder) loan(v document.Value, h *History) {
	o, ok := v.Object()
	if !ok {
		return
	}
	h.IDs.Loan = o.Need("id").Text()
	h.Request.Loan = &dunning.Loan{
		Nominal: d.money(o.Need("loan_amount")), Start: o.Need("start_date").Date(d.zone), Months: int(o.Need("term").Int(1, dunning.MaxInstallments)),
		Matures: o.Field("maturity_date").Date(d.zone), Secured: o.Field("secured_by_land").Bool(),
	}
	h.Request.Installments = document.Each(o.Need("installments"), dunning.MaxInstallments, func(o document.Object) dunning.Installment {
		return dunning.Installment{
			No: int(o.Need("number").Int(1, maxNumber)), Due: o.Need("due_date").Date(d.zone),
			Amount: d.money(o.Need("amount")), Principal: d.money(o.Field("principal")),
		}
	})
}

func (d *decoder) repayment(o document.Object) ledger.Payment {
	return ledger.Payment{
		ID: o.Need("id").Text(), Date: o.Need("booking_date").Date(d.zone), Recorded: o.Field("recorded_at").Date(d.zone),
		Amount: d.money(o.Need("amount")),
	}
}

// returns reads the direct debits that came back. One that names a repayment takes it
// back, as if it had never been made.
func (d *decoder) returns(v document.Value, h *History) {
	list := v.List(ledger.MaxLife)
	all := make([]dunning.Return, len(list))
	for i := range list {
		o, ok := list[i].Object()
		if !ok {
			continue
		}
		r := dunning.Return{
			Date: o.Need("booking_date").Date(d.zone), Recorded: o.Field("recorded_at").Date(d.zone), Amount: d.money(o.Need("amount")),
			Code: o.Field("reason_code").Text(),
		}
		id := o.Need("id").Text()
		if payment := o.Field("repayment_id").Text(); payment != "" {
			c := &h.Request.Case
			c.Reversals = append(c.Reversals, ledger.Reversal{ID: id, Payment: payment, Date: r.Date, Recorded: r.Recorded})
			h.returns = append(h.returns, i)
		}
		all[i] = r
	}
	if h.Request.Loan != nil {
		h.Request.Loan.Returns = all
	}
}

func (d *decoder) fee(o document.Object) ledger.Fee {
	return ledger.Fee{
		ID: o.Need("id").Text(), Code: o.Need("type").Text(), Date: o.Need("booking_date").Date(d.zone),
		Recorded: o.Field("recorded_at").Date(d.zone), Amount: d.money(o.Need("amount")),
	}
}

// notifications reads the letters that were sent.
func (d *decoder) notifications(v document.Value, h *History) {
	list := v.List(ledger.MaxLife)
	h.Notifications = make([]Notification, len(list))
	h.Request.Case.Notices = make([]ledger.Notice, len(list))
	for i := range list {
		if o, ok := list[i].Object(); ok {
			h.Notifications[i], h.Request.Case.Notices[i] = d.notification(o)
		}
	}
}

// notification reads a letter. What its type means is for the policy to say.
func (d *decoder) notification(o document.Object) (Notification, ledger.Notice) {
	kind := o.Need("type")
	n := Notification{ID: o.Need("id").Text(), Type: kind.Text(), Title: o.Need("title").TextUpTo(maxTitle)}
	if titles[n.Type] == "" {
		d.known(kind, n.Type, nil)
	}
	n.Sent = document.TextAs(o.Need("created_at"), `a timestamp such as "2021-04-16T13:52:05Z"`, func(s string) (calendar.Date, error) {
		n.CreatedAt = s
		return document.ParseDay(s, d.zone)
	})
	notice := ledger.Notice{
		ID: n.ID, Kind: n.Type, Sent: n.Sent, Delivered: o.Field("delivered_at").Date(d.zone), Through: o.Field("deadline").Date(d.zone),
	}
	n.kept = o.Kept()
	return n, notice
}

// maxTitle bounds the titles of letters, in bytes.
const maxTitle = 1000

func (d *decoder) stop(o document.Object) ledger.Hold {
	return ledger.Hold{
		ID: o.Need("id").Text(), Scope: ledger.HoldDunning, From: o.Need("from").Date(d.zone), Through: o.Field("through").Date(d.zone),
		Reason: o.Field("reason").Text(),
	}
}

func (d *decoder) promise(o document.Object) ledger.Promise {
	return ledger.Promise{
		ID: o.Need("id").Text(), Date: o.Need("created_at").Date(d.zone), Due: o.Need("due_date").Date(d.zone), Amount: d.money(o.Need("amount")),
	}
}

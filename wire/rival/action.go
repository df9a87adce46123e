package rival

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// maxActions bounds the actions of a case.
const maxActions = ledger.MaxFees

// planned is an action that is to come.
type planned struct {
	day  calendar.Date
	name string
}

// history is an action as an answer has it.
type history struct {
	members []document.Member
	id      int64
	day     calendar.Date
	name    string
	done    bool
}

// planBlock is an installment plan that an answer tells of.
type planBlock struct {
	agreed  bool
	request *paymentplan.Request
	stated  document.JSON // the block as it came
}

// readActions reads what was done and what is to be done.
func (d *Document) readActions(o document.Object, p *post) {
	if a, ok := o.Field("Action").Object(); ok {
		d.readNext(a, p)
	}
	response := planned{day: o.Field("StartDateResponseAction").Date(d.opt.Zone), name: o.Field("ResponseAction").Code()}
	if !response.day.IsZero() {
		p.planned = append(p.planned, response)
	}
	p.costsStated = o.Field("RemainingCostAmount").Given()
	document.Each(o.Field("Actions"), maxActions, func(a document.Object) struct{} {
		d.readAction(a, p)
		return struct{}{}
	})
}

// readNext reads the next action. One of a chain keeps dunning back until its day.
func (d *Document) readNext(a document.Object, p *post) {
	v := a.Field("Date")
	next := planned{day: v.Date(d.opt.Zone), name: a.Field("Name").Code()}
	separate := a.Field("Separate").Bool()
	if next.day.IsZero() {
		if !says(v) && next.name != "" {
			v.Problemf("%s beside the name of an action, want its day", v)
		}
		return
	}
	p.planned = append(p.planned, next)
	if !separate {
		p.waits = append(p.waits, wait{next, v.Path()})
	}
}

// wait is a planned action before which the chain does not go on.
type wait struct {
	planned
	path string
}

// readAction reads an action of an answer. What was carried out is a letter, and costs
// what the tariff of its code says unless the answer states its costs.
func (d *Document) readAction(a document.Object, p *post) {
	h := history{
		id: a.Field("ActionID").Int(0, 1<<52), day: a.Field("Date").Date(d.opt.Zone), name: a.Field("Name").Code(),
		done: a.Field("Processed").Int(0, 9) != 0,
	}
	a.Field("Type").Int(0, 1<<31)
	a.Field("Text").TextUpTo(maxNote)
	a.Field("Downloadable").Bool()
	for _, name := range actionFields {
		h.members = append(h.members, document.Member{Name: name, Value: asItCame(a.Field(name))})
	}
	p.history = append(p.history, h)
	if !h.done {
		return
	}
	act, word := read(a.Field("Name"), d.opt.Codes.Actions)
	if h.day.IsZero() {
		if v := a.Field("Date"); !v.Given() {
			a.Need("Date").Date(d.opt.Zone)
		}
		return
	}
	id := "action-" + count(len(p.history)) + suffix(len(d.posts))
	if act.Notice != "" {
		p.fields("notices", len(p.facts.Notices), a.Path(), "sent", "Date", "kind", "Name")
		p.facts.Notices = append(p.facts.Notices, ledger.Notice{ID: id, Kind: act.Notice, Sent: h.day})
	}
	if act.Fee != "" && word != "" && !(p.costsStated && h.day <= p.through) {
		p.fields("fees", len(p.facts.Fees), a.Path(), "date", "Date", "code", "Name")
		p.facts.Fees = append(p.facts.Fees, ledger.Fee{ID: id + "-cost", Code: act.Fee, Date: h.day})
	}
}

// actionFields are the fields of an action in the order of an answer.
var actionFields = []string{"ActionID", "Date", "Type", "Name", "Text", "Processed", "Downloadable"}

// maxInstallmentDays bounds PaymentIntervalDays.
const maxInstallmentDays = 366

// readPlan reads an installment plan that is agreed.
func (d *Document) readPlan(o document.Object, p *post) {
	agreed := o.Field("InstallmentPlan").Bool()
	v := o.Field("Installment")
	if !v.Given() && !agreed {
		return
	}
	p.plan = &planBlock{agreed: true, stated: asItCame(v)}
	i, ok := v.Object()
	if !ok {
		return
	}
	days, next := i.Need("PaymentIntervalDays").Int(0, maxInstallmentDays), i.Need("NextPaymentDate").Date(d.opt.Zone)
	standard := i.Need("StandardPaymentAmount").Amount(p.currency)
	i.Field("RemainingPayments").Int(0, paymentplan.MaxRows)
	amount := i.Field("NextPaymentAmount").Amount(p.currency)
	if next.IsZero() || standard.Sign() <= 0 {
		return
	}
	days = max(days, 1)
	r := &paymentplan.Request{
		Kind: paymentplan.FixedAmount, Start: max(next.AddDays(-int(days)), p.through), First: next, Every: calendar.DaySpan(int(days)), Amount: standard,
	}
	if amount.Sign() > 0 && amount != standard {
		r.Deviations = []paymentplan.Deviation{{No: 1, Amount: amountOf(amount)}}
	}
	p.plan.request = r
	p.at("plan", 0, "", v.Path())
}

func amountOf(a money.Amount) *money.Amount { return &a }

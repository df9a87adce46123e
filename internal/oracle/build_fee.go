package oracle

import "fmt"

func (b *builder) fee(i int, in *feeInput) {
	path := fmt.Sprintf("/fees/%d", i)
	b.id(path, in.ID)
	if in.Date == "" || in.Interest.Basis != "" && in.Interest.Basis != "none" {
		b.fail(path, fmt.Errorf("want a date and no interest"))
	}
	f := &fee{index: i, id: in.ID, code: in.Code, original: b.amount(path+"/amount", in.Amount), date: b.day(path+"/date", in.Date)}
	f.account.remaining = f.original
	f.recorded = b.known(path, in.Recorded, f.date)
	b.allFees[in.ID] = f
	if b.view.sees(f.date, f.recorded) {
		b.book.fees = append(b.book.fees, f)
	}
}

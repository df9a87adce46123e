package oracle

import (
	"fmt"
	"slices"
)

// view says which facts count.
type view struct {
	asOf, knownAt day
}

func (v view) sees(date, recorded day) bool {
	return date <= v.asOf && recorded <= v.knownAt
}

// builder turns the file into a book.
type builder struct {
	in     *caseInput
	tables *Tables
	view   view
	book   *book
	ids    map[string]bool
	titled day // of the earliest title in view, or endless

	// All in the file, in view or not, by id.
	allClaims   map[string]*claim
	allFees     map[string]*fee
	allPayments map[string]*payment
	noteIDs     map[string]bool // of credit notes

	err error // the first one; later steps then read nonsense harmlessly
}

func build(in *caseInput, tables *Tables, v view) (*book, error) {
	digits, err := digitsOf(in.Currency)
	if err != nil {
		return nil, fmt.Errorf("/currency: %w", err)
	}
	if j := in.Jurisdiction; j != "" && !slices.Contains([]string{"SE", "FI", "NO", "DK", "DE", "AT", "NL", "GB", "EU"}, j) {
		return nil, fmt.Errorf("/jurisdiction: the oracle does not know %q", j)
	}
	b := &builder{in: in, tables: tables, view: v, ids: map[string]bool{}, titled: endless,
		allClaims: map[string]*claim{}, allFees: map[string]*fee{}, allPayments: map[string]*payment{}, noteIDs: map[string]bool{}}
	b.book = &book{currency: in.Currency, digits: digits}
	if in.Base != "" && in.Base != in.Currency {
		b.book.base = in.Base
		if b.book.baseDigits, err = digitsOf(in.Base); err != nil {
			return nil, fmt.Errorf("/base: %w", err)
		}
	}
	if b.book.rounding, err = readRounding(in.Rounding, digits); err != nil {
		return nil, err
	}
	if b.book.order, err = readOrder(in.Allocation, in.Jurisdiction); err != nil {
		return nil, err
	}
	b.items()
	b.life()
	return b.book, b.err
}

// items reads claims, fees, payments and what they depend on.
func (b *builder) items() {
	in := b.in
	for i := range in.Titles {
		b.title(i, &in.Titles[i])
	}
	for i := range in.Claims {
		b.claim(i, &in.Claims[i])
	}
	for i := range in.Fees {
		b.fee(i, &in.Fees[i])
	}
	for i := range in.Payments {
		b.payment(i, &in.Payments[i])
	}
	for i := range in.Holds {
		b.hold(i, &in.Holds[i])
	}
	b.raisable()
	b.totalCaps()
	for _, c := range b.book.claims {
		b.book.items = append(b.book.items, c)
	}
	for _, f := range b.book.fees {
		b.book.items = append(b.book.items, f)
	}
}

// life reads what happens to them.
func (b *builder) life() {
	in := b.in
	b.openings()
	for i := range in.Reversals {
		b.reversal(i, &in.Reversals[i])
	}
	for i := range in.Refunds {
		b.refund(i, &in.Refunds[i])
	}
	for i := range in.Adjustments {
		b.adjustment(i, &in.Adjustments[i])
	}
	for i := range in.Capitalizations {
		b.capitalization(i, &in.Capitalizations[i])
	}
	for i := range in.WriteOffs {
		b.writeOff(i, &in.WriteOffs[i])
	}
	b.data()
	b.closed(in.Closed)
}

func (b *builder) fail(path string, err error) {
	if b.err == nil && err != nil {
		b.err = fmt.Errorf("%s: %w", path, err)
	}
}

func (b *builder) day(path, s string) day {
	d, err := parseDay(s)
	b.fail(path, err)
	return d
}

func (b *builder) amount(path, s string) int64 { return b.amountOf(path, s, b.book.digits) }

// amountOf reads an amount of a currency with that many decimals.
func (b *builder) amountOf(path, s string, digits int) int64 {
	n, err := parseMinor(s, digits)
	if err == nil && n <= 0 {
		err = fmt.Errorf("%q is not above 0", s)
	}
	b.fail(path, err)
	return n
}

func (b *builder) id(path, id string) {
	if id == "" || b.ids[id] {
		b.fail(path, fmt.Errorf("id %q is empty or used twice", id))
	}
	b.ids[id] = true
}

func (b *builder) title(i int, in *titleInput) {
	path := fmt.Sprintf("/titles/%d", i)
	b.id(path, in.ID)
	if in.Date == "" {
		b.fail(path+"/date", fmt.Errorf("want a date"))
	}
	on := b.day(path+"/date", in.Date)
	if b.view.sees(on, b.day(path+"/recorded", or(in.Recorded, in.Date))) {
		b.titled = min(b.titled, on)
	}
}

func (b *builder) claim(i int, in *claimInput) {
	path := fmt.Sprintf("/claims/%d", i)
	b.id(path, in.ID)
	switch in.Kind {
	case "", "invoice", "loan", "consumer-credit", "mortgage", "rent", "damages", "other", "capitalized-interest":
	case "credit-note":
		b.noteIDs[in.ID] = true
		b.creditNote(path, i, in)
		return
	default:
		b.fail(path+"/kind", fmt.Errorf("the oracle does not know %q", in.Kind))
	}
	c := &claim{
		index: i, path: path, id: in.ID, group: in.Group, secured: in.Secured,
		original: b.amount(path+"/principal", in.Principal), hasVAT: in.VAT != "",
		raise: b.day(path+"/issued", in.Issued), due: b.day(path+"/due", in.Due), digits: b.book.digits,
	}
	c.body = compPrincipal
	if in.Kind == "capitalized-interest" {
		c.body = compCapitalized
	}
	c.account(c.body).remaining = c.original
	if c.hasVAT {
		vat, err := parseMinor(in.VAT, b.book.digits)
		b.fail(path+"/vat", err)
		c.vat = vat
	}
	c.recorded = b.known(path, in.Recorded, c.raise)
	for _, s := range []string{in.Contracted, in.Demanded, in.Accelerated} {
		b.day(path, s)
	}
	b.exchange(path+"/exchange", in.Exchange, c)
	b.terms(path, in, c)
	b.opening(path+"/opening", in.Opening, c)
	b.credit(path+"/credit", in, c)
	b.allClaims[in.ID] = c
	if b.view.sees(c.raise, c.recorded) {
		b.book.claims = append(b.book.claims, c)
	}
}

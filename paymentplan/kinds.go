package paymentplan

import "github.com/skuld-go/skuld/internal/words"

// Kind is how a plan pays a debt off. The zero value is invalid.
type Kind uint8

const (
	// Annuity: rows of one amount, of which interest takes less and less.
	Annuity Kind = iota + 1
	// AnnuityLimited: at most so many rows of one amount; a residual may be left.
	AnnuityLimited
	// Linear: rows of one principal part with the interest on top.
	Linear
	// LinearLimited: at most so many rows of one principal part; a residual may be
	// left.
	LinearLimited
	// DebtRelief: rows without interest, shared pro rata among the creditors; the
	// residual is waived when the plan is fulfilled.
	DebtRelief
	// FixedAmount: rows of an amount that the parties fixed, until nothing is open.
	FixedAmount
	// InterestOnly: rows of interest; the principal falls due with the last one.
	InterestOnly
	// Bullet: one row with principal and interest.
	Bullet
)

var kindWords = []string{"annuity", "annuity-limited", "linear", "linear-limited", "debt-relief", "fixed-amount", "interest-only", "bullet"}

// ParseKind reads the word of a kind, such as "annuity-limited".
func ParseKind(s string) (Kind, error) { return words.Parse[Kind](kindWords, "a kind of plan", s) }

// String is the word used in files, or kind(n) for an invalid value.
func (k Kind) String() string { return words.Of(kindWords, "kind", k) }

// limited reports whether a plan of the kind ends after its rows whatever is open.
func (k Kind) limited() bool { return k == AnnuityLimited || k == LinearLimited }

// linear reports whether the level of a plan of the kind is a principal part.
func (k Kind) linear() bool { return k == Linear || k == LinearLimited }

// level reports whether a plan of the kind has rows of one level at all.
func (k Kind) level() bool { return k != InterestOnly && k != Bullet }

// LastRow says how a level that is solved from a number of rows meets the step. The
// zero value means Lower.
type LastRow uint8

const (
	// Lower is the smallest level with a last row that is not above it.
	Lower LastRow = iota + 1
	// Similar is the exact level rounded to the nearest step, half up.
	Similar
	// Higher is the largest level with a last row that is not below it. Where the last row
	// lies in a period with an amount of its own, that is the level it is held against,
	// here as in the others.
	Higher
	// Balanced starts from Similar, where no interest runs with halves to the even step.
	// If the last row then differs from the level by more minor units than half the rows
	// after the grace, rounded down, the level moves by the difference over those rows,
	// rounded half to even to the minor unit and then to the step, provided that this
	// makes the difference smaller; at most three times.
	Balanced
)

var lastRowWords = []string{"lower", "similar", "higher", "balanced"}

// ParseLastRow reads "lower", "similar", "higher" or "balanced".
func ParseLastRow(s string) (LastRow, error) {
	return words.Parse[LastRow](lastRowWords, "a last row", s)
}

// String is the word used in files, or last row(n) for an invalid value.
func (l LastRow) String() string { return words.Of(lastRowWords, "last row", l) }

var postingWords = []string{"rounded", "unrounded"}

// ParsePosting reads "rounded" or "unrounded".
func ParsePosting(s string) (Posting, error) {
	return words.Parse[Posting](postingWords, "a posting", s)
}

// String is the word used in files, or posting(n) for an invalid value.
func (p Posting) String() string { return words.Of(postingWords, "posting", p) }

// Residual says what becomes of what is open after the last row. The zero value
// leaves it to the kind: Open for limited kinds, Waive for debt relief, Balloon for
// interest only.
type Residual uint8

const (
	// Open leaves it owed.
	Open Residual = iota + 1
	// Balloon adds it to the last row.
	Balloon
	// Waive releases the debtor once the last row is paid.
	Waive
)

var residualWords = []string{"open", "balloon", "waive"}

// ParseResidual reads "open", "balloon" or "waive".
func ParseResidual(s string) (Residual, error) {
	return words.Parse[Residual](residualWords, "a use of the residual", s)
}

// String is the word used in files, or residual(n) for an invalid value.
func (r Residual) String() string { return words.Of(residualWords, "residual", r) }

// AccrueOn says which dates bound the interest of a row where due dates move to
// business days. The zero value means Unadjusted.
type AccrueOn uint8

const (
	// Unadjusted keeps the dates of the schedule: a debtor pays no interest for a
	// weekend.
	Unadjusted AccrueOn = iota + 1
	// Adjusted accrues to the day on which the row is due.
	Adjusted
)

var accrueOnWords = []string{"unadjusted", "adjusted"}

// ParseAccrueOn reads "unadjusted" or "adjusted".
func ParseAccrueOn(s string) (AccrueOn, error) {
	return words.Parse[AccrueOn](accrueOnWords, "a way to accrue", s)
}

// String is the word used in files, or accrual(n) for an invalid value.
func (a AccrueOn) String() string { return words.Of(accrueOnWords, "accrual", a) }

// OnShortage says what a row that is short does to a plan. With the zero value it stays
// payable by itself and is what is payable next.
type OnShortage uint8

const (
	// Carry adds what is past due to the row that falls due next.
	Carry OnShortage = iota + 1
	// Break ends the plan where more is missing than is tolerated.
	Break
)

var onShortageWords = []string{"carry", "break"}

// ParseOnShortage reads "carry" or "break".
func ParseOnShortage(s string) (OnShortage, error) {
	return words.Parse[OnShortage](onShortageWords, "an answer to a shortage", s)
}

// String is the word used in files, or shortage(n) for an invalid value.
func (o OnShortage) String() string { return words.Of(onShortageWords, "shortage", o) }

// Change says how a plan goes on after a restructuring. The zero value is invalid.
type Change uint8

const (
	// Reamortize keeps the due dates that are left and spreads what is open over
	// them.
	Reamortize Change = iota + 1
	// Reage begins anew, with dates and rows of its own.
	Reage
)

var changeWords = []string{"re-amortize", "re-age"}

// ParseChange reads "re-amortize" or "re-age".
func ParseChange(s string) (Change, error) {
	return words.Parse[Change](changeWords, "a restructuring", s)
}

// String is the word used in files, or change(n) for an invalid value.
func (c Change) String() string { return words.Of(changeWords, "change", c) }

// InterestPolicy says what a restructuring does with interest that is open on its
// day. The zero value is invalid: nobody restructures without saying it.
type InterestPolicy uint8

const (
	// ToFirstRow is paid with the first row.
	ToFirstRow InterestPolicy = iota + 1
	// Spread is paid in equal parts with every row.
	Spread
	// Capitalize joins the principal and bears interest.
	Capitalize
	// WaiveInterest releases the debtor of it.
	WaiveInterest
	// Keep leaves it due beside the plan; not over a case.
	Keep
	// ByOrder leaves it to the order of settlement; only over a case.
	ByOrder
)

var policyWords = []string{"first-row", "spread", "capitalize", "waive", "keep", "order"}

// ParseInterestPolicy reads "first-row", "spread", "capitalize", "waive",
// "keep" or "order".
func ParseInterestPolicy(s string) (InterestPolicy, error) {
	return words.Parse[InterestPolicy](policyWords, "an interest policy", s)
}

// String is the word used in files, or policy(n) for an invalid value.
func (p InterestPolicy) String() string { return words.Of(policyWords, "policy", p) }

// Objective is what a search wants least of. The zero value means Cost.
type Objective uint8

const (
	// Cost is the interest and the fees of all rows.
	Cost Objective = iota + 1
	// FewestRows is the number of rows.
	FewestRows
	// SmallestAmount is the largest amount of a row, without the registration fee.
	SmallestAmount
)

var objectiveWords = []string{"cost", "count", "amount"}

// ParseObjective reads "cost", "count" or "amount".
func ParseObjective(s string) (Objective, error) {
	return words.Parse[Objective](objectiveWords, "an objective", s)
}

// String is the word used in files, or objective(n) for an invalid value.
func (o Objective) String() string { return words.Of(objectiveWords, "objective", o) }

// State says where a plan stands. The zero value is invalid.
type State uint8

const (
	// Proposed: not agreed yet; it changes nothing.
	Proposed State = iota + 1
	// Active: rows are open and the plan holds.
	Active
	// Broken: a row was short beyond what the plan tolerates.
	Broken
	// Fulfilled: every row is paid.
	Fulfilled
	// Ended: a party ended the plan.
	Ended
)

var stateWords = []string{"proposed", "active", "broken", "fulfilled", "ended"}

// String is the word used in files, or state(n) for an invalid value.
func (s State) String() string { return words.Of(stateWords, "state", s) }

package dunning

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Policy says when which letter follows. It is plain data and may be shared.
// Days are whole and at least 0; zero values mean what the comments say.
type Policy struct {
	Name string
	// Citation is what levels rest on that cite nothing themselves.
	Citation string
	// Anchor is the day from which the days of a level count; zero means the due day.
	Anchor Anchor
	Grace  Grace
	// Minimum is what has to be overdue for any level.
	Minimum Threshold
	// Cure is what may stay overdue when arrears count as cured; zero means nothing.
	Cure Threshold
	// MaxStep is how many levels of a track a decision may go up at once; zero means 1.
	MaxStep int
	// Levels in the order in which they follow each other, 1 to MaxLevels.
	Levels []Level
	// Calendar tells business days, Banking the days on which banks work. Either may be
	// nil where nothing asks for it.
	Calendar, Banking *calendar.Calendar
	// Delivery is how many days after sending a letter counts as delivered while its
	// delivery is not known.
	Delivery int
	// Review is after how many days to look again where nothing says when a block ends;
	// zero means 30.
	Review int
	// Buckets are the last days of the aging buckets, rising; none means 30, 60, 90
	// and 180. Another bucket takes what is older.
	Buckets []int
	// Tariffs are where the fees of levels come from.
	Tariffs []fee.Tariff
	// Returns and Repayment tell of debit returns and of payments; the zero values tell
	// nothing.
	Returns   Returns
	Repayment Repayment
	Stages    Stages
	// Deadlines are those within which others have to be told.
	Deadlines []Report
}

// Anchor is the day from which the days of a level count.
type Anchor uint8

// The anchors. A debt that lacks the day is counted from its due day, with a finding.
const (
	// AnchorDue is the last day on which paying is in time.
	AnchorDue Anchor = iota + 1
	// AnchorInvoice is the day of the invoice.
	AnchorInvoice
	// AnchorNotice is the day of the first demand.
	AnchorNotice
	// AnchorService is the day on which a court document was served.
	AnchorService
)

// Grace is how long after its due day a debt may be paid and still be in time.
type Grace struct {
	Days int
	// Business counts Days as business days.
	Business bool
	// Roll first moves a due day that is no business day to the next one.
	Roll bool
	// Retroactive counts the days of a level from the due day once the grace has
	// passed, and not from its end.
	Retroactive bool
}

// Threshold is a sum, a share of what fell due in the present arrears, or both. The
// zero value is none.
type Threshold struct {
	// Amount in the currency of the case; the zero Amount is none.
	Amount money.Amount
	// Percent is a share in per cent, 0 to 100; zero is none.
	Percent interest.Percent
}

// Track is one of the ladders that go on beside each other. The zero value means
// TrackClaim.
type Track uint8

// The tracks.
const (
	// TrackClaim is asking the debtor out of court.
	TrackClaim Track = iota + 1
	// TrackLegal is getting a title.
	TrackLegal
	// TrackEnforcement is enforcing it.
	TrackEnforcement
	// TrackSurveillance is keeping watch over what could not be enforced.
	TrackSurveillance
)

// Tracks is how many tracks there are.
const Tracks = 4

// Level is a step of a ladder and the letter that takes it.
type Level struct {
	// Kind of the letter, as notices have it; required.
	Kind  string
	Track Track
	// Stage of the track while this level is the highest reached; "" means Kind.
	Stage string
	// Audience is for whom the level is; zero means everybody.
	Audience fee.Audience
	// After is how many days after the anchor of the oldest overdue debt the level may
	// come, Gap how many days after the letter before it on the track, at least 1.
	After, Gap int
	// Expired waits until the day after the deadline of the letter before it.
	Expired bool
	// Minimum is what has to be overdue, beside that of the policy.
	Minimum Threshold
	// Gate is what the law or the contract asks for; nil asks for nothing.
	Gate *Gate
	// Requires names kinds of letters whose deadlines have to have passed.
	Requires []string
	// Title asks for an enforceable title, NoTitle that there is none yet.
	Title, NoTitle bool
	// Term is the time that the letter gives.
	Term Term
	// Fee is the code of the tariff that the letter costs; Announces that of a fee which
	// it names as the consequence of not paying.
	Fee, Announces string
	// Waits keeps the letter back until its fee may be charged.
	Waits bool
	// Accelerates makes the whole debt due with the letter.
	Accelerates bool
	// Citation of the law or contract behind the level, and words for its letter.
	Citation, Text string
}

// Term is the time that a letter gives. Its last day is inclusive.
type Term struct {
	Days int
	// Business counts business days.
	Business bool
	// Delivered counts from the day of delivery instead of that of sending; the day
	// itself does not count.
	Delivered bool
	// Roll moves a last day that is no business day to the next one.
	Roll bool
	// Least says that the letter cannot give less.
	Least bool
	// Proven says that the term does not run out while the delivery is not known.
	Proven bool
}

// Gate is a test that arrears have to meet, as BGB § 498 (1) has one. What is zero
// asks for nothing; equality suffices.
type Gate struct {
	// Consecutive is how many debts that follow each other by their due days have to be
	// open and late, Missed how many in all.
	Consecutive, Missed int
	// Days that the oldest has to be past due.
	Days int
	// Shares of the nominal amount that have to be overdue: the first whose Months the
	// term of the loan does not exceed decides. Secured stands in for them where the
	// loan is secured by land. Without a loan the base is what fell due.
	Shares  []Share
	Secured interest.Percent
}

// Share is a part of the nominal amount of loans of at most Months; zero Months means
// of any length.
type Share struct {
	Months  int
	Percent interest.Percent
}

// Returns says what is told of a debit that came back.
type Returns struct {
	// Kind of the letter; "" tells nothing.
	Kind string
	// RetryDays is after how many bank days the debit may be tried again; zero never.
	RetryDays int
	// NoRetry lists reason codes after which trying again is no use.
	NoRetry []string
}

// Repayment says which letters tell of payments on arrears that were dunned; "" tells
// nothing.
type Repayment struct{ Partial, Full string }

// Stages names the stages that no level has; "" means "new", "closed" and the name of
// Closed.
type Stages struct{ New, Closed, Matured string }

// Report is a deadline within which somebody has to be told of a debt that is overdue:
// a credit insurer, a credit register.
type Report struct {
	Kind string
	// Days after the due day, business days where Business is set.
	Days     int
	Business bool
	// MaxTerm is how many days of credit are covered at most, from the invoice to the
	// due day; zero has no bound.
	MaxTerm int
}

const (
	// MaxLevels of a policy.
	MaxLevels = 50
	// MaxDays bounds every number of days in a policy.
	MaxDays = 3660
)

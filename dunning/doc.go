// Package dunning says, from the facts alone, at which stage a debt stands, which
// letters are due with which fee and deadline, and why others are not.
//
// [Next] is a function of a policy, a history and a day. Nothing is counted and
// nothing remembered: the level reached follows from the letters sent in the present
// unbroken period of arrears, the thresholds from what is still open, so that a fact
// that arrives late gives the decision that would have been right. A level is not
// skipped unless the policy says so, not sent twice, and nothing is sent on a debt
// that is settled. [Timeline] asks again and again as if each decision were carried
// out and nothing paid.
//
// A [Policy] is plain data. Package jurisdiction has one for each country and those
// of loans under BGB § 498.
package dunning

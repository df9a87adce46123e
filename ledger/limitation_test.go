package ledger

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
)

// ten is a rule under which every point in time begins ten years anew, and what lasts
// begins them with its end.
func ten() *limitation.Rule {
	r := limitation.Rule{Law: "X", Period: calendar.Years(10), From: limitation.FromDue, Citation: "§ 1"}
	for act := limitation.Payment; act < limitation.TitleObtained; act++ {
		does := limitation.Restarts
		if lasts(act) {
			does = limitation.RestartsAfter
		}
		r.Acts = append(r.Acts, limitation.Effect{Act: act, Does: does, Citation: "§ 2"})
	}
	return &r
}

func limited(t *testing.T, change func(*Case), at At) (*Limitation, []string) {
	t.Helper()
	c, r := simple(t)
	c.Fees = nil
	change(&c)
	for i := range c.Claims {
		if i >= len(r.Claims) {
			r.Claims = append(r.Claims, r.Claims[0])
		}
		r.Claims[i].Limitation = ten()
	}
	st := fold(t, c, r, at)
	var codes []string
	for _, f := range st.Findings {
		if f.Path != "/claims/0/interest" {
			codes = append(codes, f.Code+" "+f.Path)
		}
	}
	return st.Items[0].Limitation, codes
}

// Which facts of a case are acts, on which day, and which are not.
func TestLimitationActsOfACase(t *testing.T) {
	at := At{AsOf: day("2026-01-02"), KnownAt: day("2025-12-31")}
	notice := func(n Notice) func(*Case) { return func(c *Case) { c.Notices = []Notice{n} } }
	for name, c := range map[string]struct {
		change func(*Case)
		last   string // of the interruption: act, id and day
	}{
		"nothing":                    {func(*Case) {}, ""},
		"demand by its delivery":     {notice(Notice{ID: "N", Kind: "reminder", Sent: day("2024-05-01"), Delivered: day("2024-05-03")}), "demand N 2024-05-03"},
		"demand by its sending":      {notice(Notice{ID: "N", Kind: "reminder", Sent: day("2024-05-01")}), "demand N 2024-05-01"},
		"demand delivered later":     {notice(Notice{ID: "N", Kind: "reminder", Sent: day("2025-12-30"), Delivered: day("2026-01-03")}), ""},
		"demand not known yet":       {notice(Notice{ID: "N", Kind: "reminder", Sent: day("2024-05-01"), Recorded: day("2026-01-01")}), ""},
		"offer of a plan":            {notice(Notice{ID: "N", Kind: "plan-offer", Sent: day("2024-05-01")}), ""},
		"notice without a kind":      {notice(Notice{ID: "N", Sent: day("2024-05-01")}), ""},
		"action by its filing":       {notice(Notice{ID: "N", Kind: "action", Sent: day("2024-05-01"), Delivered: day("2024-06-01"), Through: day("2024-07-01")}), "action N 2024-05-01"},
		"payment order":              {notice(Notice{ID: "N", Kind: "payment-order", Sent: day("2024-05-01"), Through: day("2024-07-01")}), "action N 2024-05-01"},
		"application":                {notice(Notice{ID: "N", Kind: "application", Sent: day("2024-05-01"), Through: day("2024-07-01")}), "action N 2024-05-01"},
		"claim form":                 {notice(Notice{ID: "N", Kind: "claim-form", Sent: day("2024-05-01"), Through: day("2024-07-01")}), "action N 2024-05-01"},
		"enforcement":                {notice(Notice{ID: "N", Kind: "enforcement", Sent: day("2024-05-01")}), "enforcement N 2024-05-01"},
		"bankruptcy":                 {notice(Notice{ID: "N", Kind: "bankruptcy", Sent: day("2024-05-01")}), "bankruptcy N 2024-05-01"},
		"acknowledgement":            {notice(Notice{ID: "N", Kind: "acknowledgement", Sent: day("2024-05-01"), Delivered: day("2024-05-03")}), "acknowledgement N 2024-05-01"},
		"acknowledgement in writing": {notice(Notice{ID: "N", Kind: "written-acknowledgement", Sent: day("2024-05-01")}), "written-acknowledgement N 2024-05-01"},
		"promise": {func(c *Case) {
			c.Promises = []Promise{{ID: "M", Date: day("2024-05-01"), Due: day("2024-06-01"), Amount: sek("1.00")}}
		}, "promise M 2024-05-01"},
		"promise not known yet": {func(c *Case) {
			c.Promises = []Promise{{ID: "M", Date: day("2024-05-01"), Due: day("2024-06-01"), Recorded: day("2026-01-02"), Amount: sek("1.00")}}
		}, ""},
		"plan":          {func(c *Case) { c.PlanAgreed = day("2024-05-01") }, "promise plan 2024-05-01"},
		"plan to come":  {func(c *Case) { c.PlanAgreed = day("2026-01-03") }, ""},
		"title":         {func(c *Case) { c.Titles = []Title{{ID: "T", Date: day("2024-05-01")}} }, "title T 2024-05-01"},
		"title to come": {func(c *Case) { c.Titles = []Title{{ID: "T", Date: day("2026-01-03")}} }, ""},
		"payment":       {func(c *Case) { c.Payments = []Payment{{ID: "P", Date: day("2024-05-01"), Amount: sek("1.00")}} }, "payment P 2024-05-01"},
		"void payment": {func(c *Case) {
			c.Payments = []Payment{{ID: "P", Date: day("2024-05-01"), Amount: sek("1.00")}}
			c.Reversals = []Reversal{{ID: "R", Payment: "P", Date: day("2024-06-01")}}
		}, ""},
		"payment of something else": {func(c *Case) {
			c.Fees = []Fee{{ID: "F", Date: day("2024-03-01"), Amount: sek("5.00")}}
			c.Payments = []Payment{{ID: "P", Date: day("2024-05-01"), Amount: sek("5.00")}}
		}, ""},
		"credit note": {func(c *Case) {
			c.Claims = append(c.Claims, Claim{ID: "K", Kind: CreditNote, Principal: sek("5.00"), Issued: day("2024-05-01")})
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			l, _ := limited(t, c.change, at)
			got := ""
			if e := l.Interrupted; e.Act != 0 {
				got = fmt.Sprintf("%s %s %s", e.Act, e.ID, e.Day)
			}
			if got != c.last {
				t.Errorf("interrupted by %q, want %q", got, c.last)
			}
		})
	}
}

// Every letter that asks for payment is a demand, by whatever name.
func TestLettersAreDemands(t *testing.T) {
	for _, kind := range []string{
		"reminder", "notice", "first-dunning", "further-dunning", "demand", "second-demand", "own-demand", "enforceable-demand",
		"second-enforceable-demand", "letter", "tratta", "bankruptcy-notice", "fourteen-day-letter", "reminder-2", "final-demand",
		"letter-before-claim", "dunning_letter", "pre_termination_letter", "termination_letter", "pre_collection_letter",
	} {
		if actOf(kind) != limitation.Demand {
			t.Errorf("%s is %s", kind, actOf(kind))
		}
	}
	for _, kind := range []string{"", "plan-offer", "call", "REMINDER"} {
		if actOf(kind) != 0 {
			t.Errorf("%q is %s", kind, actOf(kind))
		}
	}
}

func TestLimitationFindings(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Case)
		asOf   string
		want   []string
	}{
		"long before":           {func(*Case) {}, "2026-01-02", nil},
		"the eve of the margin": {func(c *Case) { c.Claims[0].Due = day("2024-01-31") }, "2033-11-01", nil},
		"the margin":            {func(c *Case) { c.Claims[0].Due = day("2024-01-31") }, "2033-11-02", []string{"limitation-near /claims/0"}},
		"the last day":          {func(c *Case) { c.Claims[0].Due = day("2024-01-31") }, "2034-01-31", []string{"limitation-near /claims/0"}},
		"barred":                {func(c *Case) { c.Claims[0].Due = day("2024-01-31") }, "2034-02-01", []string{"claim-barred /claims/0"}},
		"own margin": {func(c *Case) {
			c.Claims[0].Due = day("2024-01-31")
			c.Claims[0].Limitation = &LimitationFacts{Margin: calendar.DaySpan(0)}
		}, "2034-01-30", nil},
		"own interval": {func(c *Case) {
			c.Claims[0].Due = day("2024-01-31")
			c.Claims[0].Limitation = &LimitationFacts{Interval: calendar.Years(2)}
		}, "2026-01-31", []string{"limitation-near /claims/0"}},
		"sent and not known to have arrived": {func(c *Case) { c.Notices = []Notice{{ID: "N", Kind: "letter", Sent: day("2024-05-01")}} }, "2026-01-02", []string{"delivery-not-known /notices/0/delivered"}},
		"once for all claims": {func(c *Case) {
			more := c.Claims[0]
			more.ID = "INV-9"
			c.Claims = append(c.Claims, more)
			c.Notices = []Notice{{ID: "N", Kind: "letter", Sent: day("2024-05-01")}}
		}, "2026-01-02", []string{"delivery-not-known /notices/0/delivered"}},
		"lasting": {func(c *Case) { c.Notices = []Notice{{ID: "N", Kind: "bankruptcy", Sent: day("2024-05-01")}} }, "2044-01-02", []string{"limitation-suspended /claims/0"}},
		"late": {func(c *Case) {
			c.Claims[0].Due = day("2024-01-31")
			c.Notices = []Notice{{ID: "N", Kind: "letter", Sent: day("2034-05-01")}, {ID: "O", Kind: "letter", Sent: day("2034-05-02")}}
		}, "2035-01-02", []string{"act-after-limitation /claims/0", "claim-barred /claims/0"}},
		"paid": {func(c *Case) { c.Payments = []Payment{{ID: "P", Date: day("2024-05-01"), Amount: sek("99999.00")}} }, "2044-01-02", nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, got := limited(t, c.change, At{AsOf: day(c.asOf)})
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLimitationDays(t *testing.T) {
	for _, c := range []struct{ due, accelerated, contracted, issued, wantDue, wantOrigin string }{
		{"2024-01-31", "", "", "", "2024-01-31", "2024-01-31"},
		{"2028-01-31", "2024-03-15", "", "", "2024-03-15", "2024-03-15"},
		{"2024-01-31", "2024-03-15", "", "2024-01-02", "2024-01-31", "2024-01-02"},
		{"2024-01-31", "", "2023-12-01", "2024-01-02", "2024-01-31", "2023-12-01"},
	} {
		date := func(s string) calendar.Date {
			if s == "" {
				return 0
			}
			return day(s)
		}
		cl := Claim{Due: date(c.due), Accelerated: date(c.accelerated), Contracted: date(c.contracted), Issued: date(c.issued)}
		if cl.LimitationDue().String() != c.wantDue || cl.Origin().String() != c.wantOrigin {
			t.Errorf("%+v: due %s, origin %s", c, cl.LimitationDue(), cl.Origin())
		}
	}
}

func TestValidateLimitation(t *testing.T) {
	c, _ := simple(t)
	c.Claims[0].Limitation = &LimitationFacts{
		Law: string(make([]byte, MaxText+1)), Instrument: 9, Period: calendar.Years(101), Interval: calendar.DaySpan(-1), Margin: calendar.Years(101),
	}
	more := c.Claims[0]
	more.ID, more.Limitation = "INV-9", &LimitationFacts{Instrument: Deed, Period: calendar.Years(100), Interval: calendar.DaySpan(1), Margin: calendar.DaySpan(0)}
	c.Claims = append(c.Claims, more, Claim{ID: "K", Kind: CreditNote, Principal: sek("1.00"), Issued: day("2024-01-01"), Limitation: &LimitationFacts{}})
	c.Notices = []Notice{
		{ID: "A", Kind: "action", Sent: day("2024-02-02"), Through: day("2024-02-01")},
		{ID: "B", Kind: "reminder", Sent: day("2024-02-02"), Through: day("2024-02-01")},
	}
	var paths []string
	for _, p := range AsProblems(c.Validate()) {
		paths = append(paths, p.Path)
	}
	want := []string{
		"/claims/0/limitation/law", "/claims/0/limitation/instrument", "/claims/0/limitation/period", "/claims/0/limitation/interval",
		"/claims/0/limitation/margin", "/claims/2/limitation", "/notices/0/through",
	}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Error(diff)
	}
}

func TestVerifyLimitation(t *testing.T) {
	for name, break1 := range map[string]func(*Limitation){
		"last day":         func(l *Limitation) { l.Last++ },
		"days left":        func(l *Limitation) { l.DaysLeft++ },
		"next":             func(l *Limitation) { l.NextInterruption = l.Last + 1 },
		"final":            func(l *Limitation) { l.Final = l.Last - 1 },
		"period":           func(l *Limitation) { l.Period = calendar.Years(20) },
		"steps":            func(l *Limitation) { l.Steps = nil },
		"no last day left": func(l *Limitation) { l.Last, l.Steps[len(l.Steps)-1].Last = 0, 0 },
	} {
		c, r := simple(t)
		r.Claims[0].Limitation = ten()
		st := fold(t, c, r, At{AsOf: day("2026-01-02")})
		break1(st.Items[0].Limitation)
		if err := st.Verify(); !errors.Is(err, ErrVerify) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

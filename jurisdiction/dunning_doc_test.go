package jurisdiction

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/internal/golden"
)

// docMarker is the line of docs/dunning.md below which everything is written from the
// policies themselves; what is above it is written by hand and left alone.
const docMarker = "<!-- Written from the policies by make docs; a test fails when it is stale. -->\n"

// docs/dunning.md shows the ladders as the library has them.
func TestDunningDocs(t *testing.T) {
	const path = "../docs/dunning.md"
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	byHand, written, ok := strings.Cut(string(have), docMarker)
	if !ok {
		t.Fatalf("%s has no line %q", path, docMarker)
	}
	var b bytes.Buffer
	for _, r := range All() {
		if len(r.Ladder.Levels) > 0 {
			policySection(&b, r.Code+" "+r.Name, r.Ladder)
		}
	}
	for _, p := range loanPolicies() {
		policySection(&b, p.Name, p)
	}
	if golden.Updating() {
		if err := os.WriteFile(path, []byte(byHand+docMarker+b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(written, b.String()); diff != "" {
		t.Errorf("%s is stale (make docs, if the change is meant):\n%s", path, diff)
	}
}

func policySection(b *bytes.Buffer, title string, p dunning.Policy) {
	fmt.Fprintf(b, "\n## %s\n\nPolicy `%s`, %d levels. %s\n\n", title, p.Name, len(p.Levels), frame(p))
	b.WriteString("| | letter | to | track: stage | when | time given | costs | rests on |\n|---|---|---|---|---|---|---|---|\n")
	for i, l := range p.Levels {
		stage := l.Stage
		if stage == "" {
			stage = l.Kind
		}
		fmt.Fprintf(b, "| %d | `%s` | %s | %s: %s | %s | %s | %s | %s |\n", i+1, l.Kind, audienceText(l), trackText(l), stage,
			whenText(l, i == 0), termText(l.Term), costText(l), l.Citation)
	}
	b.WriteString("\n")
	for i, l := range p.Levels {
		fmt.Fprintf(b, "%d. %s\n", i+1, l.Text)
	}
	if r := p.Returns; r.Kind != "" {
		fmt.Fprintf(b, "\nTells of debit returns (`%s`) and of payments (`%s`, `%s`); a debit is tried again %d bank days after its return by %s, not after %s.\n",
			r.Kind, p.Repayment.Partial, p.Repayment.Full, r.RetryDays, p.Banking.Code(), strings.Join(r.NoRetry, ", "))
	}
}

// frame says what a policy has beside its levels.
func frame(p dunning.Policy) string {
	text := fmt.Sprintf("Days count from the %s day, rolled to a business day of %s; a letter counts as delivered after %d days; at most %d level at once.",
		p.Anchor, p.Calendar.Code(), p.Delivery, p.MaxStep)
	if s := p.Stages; s != (dunning.Stages{}) {
		text += fmt.Sprintf(" Stages without a level: `%s`, `%s`, `%s`.", s.New, s.Closed, s.Matured)
	}
	return text
}

func audienceText(l dunning.Level) string {
	if l.Audience == 0 || l.Audience == fee.Everybody {
		return "all"
	}
	return l.Audience.String()
}

func trackText(l dunning.Level) string {
	if l.Track == 0 {
		return dunning.TrackClaim.String()
	}
	return l.Track.String()
}

// whenText says what a level waits for.
func whenText(l dunning.Level, first bool) string {
	var parts []string
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if l.After > 0 || first {
		add("%d days after the due day", l.After)
	}
	if l.Gap > 1 {
		add("%d days after the letter before", l.Gap)
	}
	if l.Expired {
		add("the time of the letter before is over")
	}
	for _, kind := range l.Requires {
		add("the time of the %s is over", kind)
	}
	if l.Title {
		add("there is a title")
	}
	if l.NoTitle {
		add("there is no title yet")
	}
	if l.Gate != nil {
		add("%s", gateText(l.Gate))
	}
	if l.Waits {
		add("the fee may be taken")
	}
	if len(parts) == 0 {
		return "the letter before was sent"
	}
	return strings.Join(parts, "; ")
}

func gateText(g *dunning.Gate) string {
	var parts []string
	if g.Consecutive > 0 {
		parts = append(parts, fmt.Sprintf("%d consecutive installments late", g.Consecutive))
	}
	if g.Missed > 0 {
		parts = append(parts, fmt.Sprintf("%d installments late", g.Missed))
	}
	if g.Days > 0 {
		parts = append(parts, fmt.Sprintf("the oldest %d days past due", g.Days))
	}
	for _, s := range g.Shares {
		text := fmt.Sprintf("%s %% of the nominal amount overdue", s.Percent)
		if s.Months > 0 {
			text += fmt.Sprintf(" up to %d months", s.Months)
		}
		parts = append(parts, text)
	}
	if g.Secured != 0 {
		parts = append(parts, fmt.Sprintf("%s %% if secured by land", g.Secured))
	}
	return strings.Join(parts, ", ")
}

func termText(term dunning.Term) string {
	if term == (dunning.Term{}) {
		return "none"
	}
	from := "sent"
	if term.Delivered {
		from = "delivered"
	}
	text := fmt.Sprintf("%d days from %s", term.Days, from)
	for _, x := range []struct {
		is   bool
		text string
	}{{term.Roll, "rolled"}, {term.Least, "at least"}, {term.Proven, "only if delivery is known"}} {
		if x.is {
			text += ", " + x.text
		}
	}
	return text
}

func costText(l dunning.Level) string {
	var parts []string
	if l.Fee != "" {
		parts = append(parts, "`"+l.Fee+"`")
	}
	if l.Announces != "" {
		parts = append(parts, "names `"+l.Announces+"`")
	}
	if l.Accelerates {
		parts = append(parts, "makes the whole debt due")
	}
	return strings.Join(parts, "; ")
}

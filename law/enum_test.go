package law_test

import (
	"encoding"
	"testing"

	"github.com/skuld-go/skuld/law"
)

// TestEnumText holds for every constant: the text form is as published, parses
// back, and marshals as it prints.
func TestEnumText(t *testing.T) {
	check := func(v encoding.TextMarshaler, back encoding.TextUnmarshaler, got any, want string) {
		t.Helper()
		text, err := v.MarshalText()
		if err != nil || string(text) != want {
			t.Errorf("MarshalText(%v) = %q, %v; want %q", v, text, err, want)
		}
		if err := back.UnmarshalText(text); err != nil {
			t.Errorf("UnmarshalText(%q): %v", text, err)
		}
		if got != want {
			t.Errorf("String() = %q, want %q", got, want)
		}
	}
	for v, want := range map[law.Evidence]string{law.Sourced: "sourced", law.Derived: "derived", law.Secondary: "secondary", law.Unverified: "unverified"} {
		var back law.Evidence
		if check(v, &back, v.String(), want); back != v || !v.Valid() {
			t.Errorf("%s came back as %s, valid %v", v, back, v.Valid())
		}
	}
	for v, want := range map[law.ChangeRule]string{law.AnyDay: "any-day", law.MonthStart: "month", law.HalfYear: "half-year", law.YearStart: "year"} {
		var back law.ChangeRule
		if check(v, &back, v.String(), want); back != v || !v.Valid() {
			t.Errorf("%s came back as %s, valid %v", v, back, v.Valid())
		}
	}
	for v, want := range map[law.Kind]string{law.Reference: "reference", law.Total: "total", law.Margin: "margin", law.Ceiling: "ceiling", 0: ""} {
		var back law.Kind
		if check(v, &back, v.String(), want); back != v {
			t.Errorf("%s came back as %s", v, back)
		}
	}
}

func TestEnumInvalid(t *testing.T) {
	for _, v := range []encoding.TextMarshaler{law.Evidence(0), law.Evidence(5), law.ChangeRule(0), law.ChangeRule(5), law.Kind(5)} {
		if text, err := v.MarshalText(); err == nil {
			t.Errorf("MarshalText of an invalid %T = %q, want an error", v, text)
		}
	}
	if got := law.Evidence(9).String() + " " + law.ChangeRule(0).String() + " " + law.Kind(7).String(); got != "evidence(9) change rule(0) kind(7)" {
		t.Errorf("invalid values print as %q", got)
	}
	if law.Evidence(0).Valid() || law.ChangeRule(0).Valid() || law.Evidence(5).Valid() {
		t.Error("an invalid value is Valid")
	}
	_, err := law.ParseEvidence("Sourced")
	if want := `"Sourced" is not an evidence, want one of sourced, derived, secondary, unverified`; err == nil || err.Error() != want {
		t.Errorf("ParseEvidence: %v, want %s", err, want)
	}
	evidence, rule, kind := law.Derived, law.HalfYear, law.Total
	for _, back := range []encoding.TextUnmarshaler{&evidence, &rule, &kind} {
		if err := back.UnmarshalText([]byte("nonsense")); err == nil {
			t.Errorf("UnmarshalText(nonsense) into %T: no error", back)
		}
	}
	if evidence != law.Derived || rule != law.HalfYear || kind != law.Total {
		t.Error("a failed UnmarshalText changed its receiver")
	}
}

func TestChangeRuleAllows(t *testing.T) {
	for _, c := range []struct {
		day   string
		rules []law.ChangeRule
	}{
		{"2024-01-01", []law.ChangeRule{law.AnyDay, law.MonthStart, law.HalfYear, law.YearStart}},
		{"2024-07-01", []law.ChangeRule{law.AnyDay, law.MonthStart, law.HalfYear}},
		{"2024-08-01", []law.ChangeRule{law.AnyDay, law.MonthStart}},
		{"2024-07-02", []law.ChangeRule{law.AnyDay}},
	} {
		want := map[law.ChangeRule]bool{}
		for _, r := range c.rules {
			want[r] = true
		}
		for r := law.ChangeRule(0); r <= law.YearStart+1; r++ {
			if got := r.Allows(day(c.day)); got != want[r] {
				t.Errorf("%s.Allows(%s) = %v, want %v", r, c.day, got, want[r])
			}
		}
	}
	if law.AnyDay.Allows(0) {
		t.Error("AnyDay allows no date at all")
	}
}

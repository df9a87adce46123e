package rates_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
)

// file is a table file with one row of the given value.
func file(series, value string) string {
	return "# series: " + series + "\n# name: own rate\n# unit: percent per year\n# citation: contract § 1\n# changes: any-day\n# known-through: 2025-12-31\n" +
		"valid_from,value,citation,source,url,evidence\n2020-01-01," + value + ",,price list,,sourced\n"
}

func table(t testing.TB, series, value string) *rates.Table {
	t.Helper()
	own, err := law.ReadRates(strings.NewReader(file(series, value)), series)
	if err != nil {
		t.Fatal(err)
	}
	return own
}

func set(t testing.TB, tables ...*rates.Table) *rates.Set {
	t.Helper()
	s, err := rates.NewSet(tables...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWith(t *testing.T) {
	own := set(t, table(t, "SE", "9"), table(t, "OWN", "7"))
	both := rates.BuiltIn().With(own)
	if got, want := len(both.Series()), len(rates.BuiltIn().Series())+1; got != want {
		t.Errorf("%d series, want %d", got, want)
	}
	for series, want := range map[string]string{"SE": "9", "OWN": "7", "FI": "4.5"} {
		found, ok := both.Lookup(series)
		if !ok {
			t.Fatalf("no series %s", series)
		}
		if v, err := found.At(day("2024-01-01")); err != nil || !v.Value.Equal(decimal.RequireFromString(want)) {
			t.Errorf("%s = %s, %v; want %s", series, v.Value, err, want)
		}
	}
	if v, _ := rates.SE().At(day("2024-01-01")); !v.Value.Equal(decimal.New(4, 0)) {
		t.Errorf("the built-in SE became %s", v.Value)
	}
	if _, ok := rates.BuiltIn().Lookup("OWN"); ok {
		t.Error("OWN came into the built-in set")
	}
	if rates.BuiltIn().With(nil) != rates.BuiltIn() {
		t.Error("With(nil) gives another set")
	}
}

func TestLookupUnknown(t *testing.T) {
	for _, series := range []string{"", "se", "SE ", "XX"} {
		if found, ok := rates.BuiltIn().Lookup(series); ok || found != nil {
			t.Errorf("Lookup(%q) = %v, want none", series, found)
		}
	}
	var zero rates.Set
	if _, ok := zero.Lookup("SE"); ok || len(zero.Series()) != 0 || zero.Digest() != set(t).Digest() {
		t.Error("the zero Set is not the empty set")
	}
}

func TestSetExtended(t *testing.T) {
	long := rates.BuiltIn().Extended()
	for _, series := range long.Series() {
		found, _ := long.Lookup(series)
		if v, err := found.At(day("2150-01-01")); err != nil || !v.Provisional {
			t.Errorf("%s in 2150: provisional %v, %v; want a provisional value", series, v.Provisional, err)
		}
	}
	if _, err := rates.SE().At(day("2150-01-01")); !errors.Is(err, law.ErrNotKnown) {
		t.Errorf("SE in 2150: %v, want ErrNotKnown", err)
	}
	if long.Digest() != rates.BuiltIn().Digest() {
		t.Error("extending changed the digest, which is of the content alone")
	}
}

func TestNewSetProblems(t *testing.T) {
	fine := table(t, "A", "1")
	entries := fine.Entries()
	entries[0].Value = decimal.New(1, -7)
	meta := fine.Meta()
	meta.Series = "B"
	tooFine, err := law.NewTable(meta, entries)
	if err != nil {
		t.Fatal(err)
	}
	_, err = rates.NewSet(fine, tooFine, fine)
	const want = "table B: 2020-01-01: value is not a rate, want at most 1000 % with at most 6 decimals\nseries A is there twice, want one table for it"
	if err == nil || err.Error() != want {
		t.Errorf("error\n%v, want\n%s", err, want)
	}
}

// TestDigest: equal content, equal digest; any difference in content, another.
func TestDigest(t *testing.T) {
	digest := func(files ...string) string {
		dir := fstest.MapFS{}
		for i, text := range files {
			dir[string(rune('a'+i))+".csv"] = &fstest.MapFile{Data: []byte(text)}
		}
		s, err := rates.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		return s.Digest()
	}
	a, b := file("A", "1.5"), file("B", "2")
	base := digest(a, b)
	if len(base) != len("sha256:")+64 || !strings.HasPrefix(base, "sha256:") {
		t.Errorf("Digest() = %q, want sha256: and 64 digits", base)
	}
	for name, same := range map[string]string{
		"other order":    digest(b, a),
		"zeros":          digest(file("A", "1.500000"), b),
		"CR LF":          digest(strings.ReplaceAll(a, "\n", "\r\n"), b),
		"explicit kind":  digest("# kind: reference\n"+a, b),
		"own over equal": rates.BuiltIn().With(set(t, table(t, "A", "1.5"), table(t, "B", "2"))).Digest(),
	} {
		want := base
		if name == "own over equal" {
			want = rates.BuiltIn().With(set(t, table(t, "B", "2"))).With(set(t, table(t, "A", "1.50"))).Digest()
		}
		if same != want {
			t.Errorf("%s: %s, want %s", name, same, want)
		}
	}
	seen := map[string]string{base: "base"}
	for name, text := range map[string]string{
		"value":         file("A", "1.500001"),
		"sign":          file("A", "-1.5"),
		"series":        file("C", "1.5"),
		"source":        strings.Replace(a, "price list", "price  list", 1),
		"citation":      strings.Replace(a, "§ 1", "§ 2", 1),
		"day":           strings.Replace(a, "2020-01-01", "2020-01-02", 1),
		"known through": strings.Replace(a, "2025-12-31", "2025-12-30", 1),
		"evidence":      strings.Replace(a, "sourced", "derived", 1),
		"kind":          "# kind: total\n" + a,
		"note":          "# note: n\n" + a,
	} {
		d := digest(text, b)
		if other, ok := seen[d]; ok {
			t.Errorf("%s and %s have the same digest", name, other)
		}
		seen[d] = name
	}
	if one := digest(a); one == base || one == digest(b) {
		t.Error("a set and a part of it have the same digest")
	}
}

// TestDigestIgnoresSettings sets every printing global of the decimal package to
// another value than its default.
func TestDigestIgnoresSettings(t *testing.T) {
	texts := func() (out []string) {
		for _, series := range rates.BuiltIn().Series() {
			var b bytes.Buffer
			found, _ := rates.BuiltIn().Lookup(series)
			if err := law.WriteRates(&b, found); err != nil {
				t.Fatal(err)
			}
			out = append(out, b.String())
		}
		return out
	}
	want := texts()
	precision, trim, scientific, quotes := decimal.DivisionPrecision, decimal.TrimTrailingZeros, decimal.UseScientificNotation, decimal.MarshalJSONWithoutQuotes
	t.Cleanup(func() {
		decimal.DivisionPrecision, decimal.TrimTrailingZeros, decimal.UseScientificNotation, decimal.MarshalJSONWithoutQuotes = precision, trim, scientific, quotes
	})
	decimal.DivisionPrecision, decimal.TrimTrailingZeros, decimal.UseScientificNotation, decimal.MarshalJSONWithoutQuotes = 1, !trim, !scientific, !quotes
	if diff := cmp.Diff(want, texts()); diff != "" {
		t.Errorf("with other settings, want -, got +:\n%s", diff)
	}
}

func TestSetProperties(t *testing.T) {
	names := []string{"A", "B", "C", "D"}
	genSet := gen.Int64Range(0, 1<<20).Map(func(seed int64) *rates.Set {
		var tables []*rates.Table
		for i, name := range names {
			if bits := seed >> (4 * i) & 15; bits != 0 {
				tables = append(tables, table(t, name, decimal.New(bits, 0).String()))
			}
		}
		return set(t, tables...)
	})
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("With takes over's tables and keeps the rest", prop.ForAll(
		func(a, b *rates.Set) bool {
			both := a.With(b)
			for _, name := range names {
				want, ok := b.Lookup(name)
				if !ok {
					want, ok = a.Lookup(name)
				}
				got, found := both.Lookup(name)
				if got != want || found != ok || slices.Contains(both.Series(), name) != ok {
					return false
				}
			}
			return true
		}, genSet, genSet))
	properties.Property("digests are equal where the content is", prop.ForAll(
		func(a, b, c *rates.Set) bool {
			left, right := a.With(b).With(c), a.With(b.With(c))
			return left.Digest() == right.Digest() && a.With(a).Digest() == a.Digest()
		}, genSet, genSet, genSet))
	properties.TestingRun(t)
}

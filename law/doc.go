// Package law answers the question: what did the law say on a given day, who
// says so, and up to which day is that known?
//
// A [Table] is a list of dated values: reference rates, fee ceilings, multipliers,
// periods. Each [Entry] holds from its first day until the day before the next
// entry, and carries the text of law that fixes it, the publication it was read
// in and how good that [Evidence] is. The last entry holds through the table's
// KnownThrough day and not a day longer: asking beyond it is an error that wraps
// [ErrNotKnown], never zero and never silently the last value. A caller who wants
// the last value to go on says so with [Table.Extended], and every answer that
// rests on it is then marked Provisional.
//
//	value on day d = the entry with the latest From <= d, if From of the first
//	                 entry <= d <= KnownThrough
//
// All days are inclusive unless a type says otherwise ([calendar.Period] is
// half-open). Values keep the unit that Meta.Unit names; rates are percent per
// year, exact decimals, so that "11.5" means 11.5 % a year.
//
// # Tables in files
//
// [ReadRates] reads a rate table from CSV (RFC 4180, UTF-8): leading lines of the
// form "# key: value", then the header
//
//	valid_from,value,citation,source,url,evidence
//
// then one row per value, oldest first. The keys:
//
//	series         short name, letters, digits, '-', '_' and '.'       required
//	name           what the series is called where it is published     required
//	unit           percent per year                                    required
//	known-through  last day the table knows, YYYY-MM-DD                required
//	changes        any-day, month, half-year or year: the days on
//	               which the law lets the value change                 required
//	jurisdiction   SE, DE, …                                           optional
//	citation       text of law for rows that name none                 optional
//	kind           reference (default), total, margin or ceiling       optional
//	exceptions     days outside the rule on which it did change        optional
//	superseded     DAY decided DAY, replaced DAY: what replaced it;
//	               the first day names a row, may be repeated          optional
//	note           a remark for the reader, may be repeated            optional
//
// The reader is strict, bounded, and reports every problem of a file at once,
// each with its line, its column and what was wanted ([RowError]). [WriteRates]
// gives the same file in one canonical form.
//
// # What this package does not do
//
// It does not know which country uses which table, which day of a claim picks the
// value of a table, adds no margins, applies no ceilings and computes no interest.
// It is not bitemporal: a corrected value replaces the old one, [Meta].Superseded
// says that it did, and a result that must be reproducible records the digest of
// its tables. It does not fetch anything.
package law

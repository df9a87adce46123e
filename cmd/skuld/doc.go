// Command skuld says what is owed on a debt, and why, from files.
//
//	skuld statement [--as-of DATE] [--known-at DATE] FILE
//	skuld payoff --on DATE FILE
//	skuld plan FILE
//	skuld dunning [--as-of DATE] [--known-at DATE] [--timeline DATE] FILE
//	skuld diff FILE [FILE]
//	skuld rates [SERIES]
//	skuld fees --jurisdiction CODE
//	skuld version [--rates DIR]
//
// FILE is a case in the native form, for plan a plan request, for dunning a dunning
// file (a case with a loan, a policy and facts beside it), or - for standard input.
// Results go to standard output as text, or as JSON with --format json. Dates are
// YYYY-MM-DD and inclusive; --as-of defaults to the present day of the local time
// zone, which is the only place where skuld reads a clock.
//
// With --from aptic or rival, FILE is a document of that system (statement, payoff; plan
// for Aptic's requests), with --from solaris the history of a loan (dunning). JSON then is
// the answer in the system's own shape; dunning --answer picks one of Solaris's three.
// --zone says where timestamps become days, by default in the country whose law applies;
// --jurisdiction, --debtor and --base say what a document leaves open.
//
// Every command takes --rates DIR, a directory of own rate tables beside or over
// the built-in ones; version then prints the digest of both together, which is the
// one that statements name. All but version take --extend-rates, to use the last
// known rates beyond what the tables know: that changes no table and no digest, so
// version refuses it.
//
// The exit code is 0 when the work is done; 1 when the input is invalid or a case
// cannot be worked out; 2 for wrong usage, or for a command or format that this
// version does not have. Under 1, standard error has one line for each problem,
// "PATH: what is wrong, what was wanted", where PATH is a JSON Pointer into the
// file, or the name of the file for what concerns the whole file; standard output
// stays empty.
//
// The command calculates nothing itself and keeps nothing between runs.
package main

package rival

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// all stands for a whole list of the case.
const all = -1

// place says where in the document a part of the case comes from.
type place struct {
	// list of the native form with the position in it, and the rest of the path.
	list  string
	index int
	rest  string
	// foreign is the place in the document.
	foreign string
}

// at notes where a part of the case comes from.
func (p *post) at(list string, index int, rest, foreign string) {
	p.places = append(p.places, place{list, index, rest, foreign})
}

// fields notes where the fields of an entry of a list come from: pairs of a native path
// and a field below base.
func (p *post) fields(list string, index int, base string, pairs ...string) {
	p.at(list, index, "", base)
	for i := 0; i+1 < len(pairs); i += 2 {
		p.at(list, index, pairs[i], below(base, pairs[i+1]))
	}
}

// below is a path under another one; an absolute one stays.
func below(base, field string) string {
	if strings.HasPrefix(field, "/") {
		return field
	}
	return base + "/" + field
}

// native is the JSON Pointer of a place into the native form.
func (p place) native() string {
	path := ""
	if p.list != "" {
		path = "/" + p.list
	}
	if lists[p.list] && p.index != all {
		path += "/" + strconv.Itoa(p.index)
	}
	if p.rest != "" {
		path += "/" + p.rest
	}
	return path
}

// lists are the parts of a case that have entries.
var lists = map[string]bool{
	"claims": true, "fees": true, "payments": true, "titles": true, "notices": true, "holds": true, "debtors": true,
}

// locate is the place in the document that a path into the native form came from: that
// of the nearest part around it that is known.
func (m *made) locate(path string) string {
	if m.index == nil {
		m.index = indexOf(m.places)
	}
	for {
		if foreign, known := m.index[path]; known {
			return foreign
		}
		cut := strings.LastIndexByte(path, '/')
		if cut < 0 {
			return m.path
		}
		path = path[:cut]
	}
}

// indexOf lists places by their native paths; a later closing stands for an earlier one.
func indexOf(places []place) map[string]string {
	index := make(map[string]string, len(places))
	for _, p := range places {
		index[p.native()] = p.foreign
	}
	return index
}

// InFile gives the problems of a run over a case, such as rates that are not known, their
// places in the document. i is the number of the case among [Document.Cases].
func (d *Document) InFile(i int, err error) error { return d.inFile(i, err).Err() }

func (d *Document) inFile(i int, err error) ledger.Problems {
	var out ledger.Problems
	for _, p := range ledger.AsProblems(err) {
		m := d.cases[i]
		out = append(out, &ledger.Problem{Path: m.locate(ofCase(p.Path)), Message: m.inWords(p.Message), Cause: p.Cause})
	}
	return out
}

// ofCase is a path into a case; that of a plan has the case below it.
func ofCase(path string) string {
	if rest, ok := strings.CutPrefix(path, "/case"); ok && (rest == "" || rest[0] == '/') {
		return rest
	}
	return path
}

// pathWord is a path into the lists of a case, or of the case of a plan, as messages name
// it: a word of its own.
var pathWord = regexp.MustCompile(`(^|[ (])((?:/case)?/(?:claims|fees|payments|titles|notices|holds|debtors|reversals|promises)/[0-9]+(?:/[A-Za-z0-9]+)*|/case)\b`)

// inWords gives the paths in a message their places in the document.
func (m *made) inWords(message string) string {
	if !strings.Contains(message, "/") {
		return message
	}
	return pathWord.ReplaceAllStringFunc(message, func(s string) string {
		at := strings.IndexByte(s, '/')
		if foreign := m.locate(ofCase(s[at:])); foreign != "" {
			return s[:at] + foreign
		}
		return s[:at] + "the case"
	})
}

// FindingsInFile gives the findings of a statement their places in the document.
func (d *Document) FindingsInFile(i int, list []ledger.Finding) []ledger.Finding {
	out := make([]ledger.Finding, len(list))
	for k, f := range list {
		m := d.cases[i]
		f.Path, f.Message = m.locate(ofCase(f.Path)), m.inWords(f.Message)
		out[k] = f
	}
	return out
}

package dunning_test

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// track is the levels of a track in their order.
func (w *world) track(t dunning.Track) []rung {
	var list []rung
	for _, l := range w.ladder {
		if l.Track == t {
			list = append(list, l)
		}
	}
	return list
}

// read takes in the notices of a day, on which a run may have ended. Findings about
// levels are those of the present run alone.
func (w *world) read(day calendar.Date) {
	if len(w.runs) == 0 {
		return
	}
	r := w.runs[len(w.runs)-1]
	if r.end != 0 && r.end != day {
		return
	}
	if r.since == day {
		delete(w.findings, "notice-unfounded")
		delete(w.findings, "level-skipped")
	}
	for _, n := range w.h.Notices {
		if n.Sent == day {
			w.sent(n, r)
		}
	}
	if r.end == day {
		delete(w.findings, "notice-unfounded")
		delete(w.findings, "level-skipped")
	}
}

// sent is one notice in a run.
func (w *world) sent(n ledger.Notice, r *run) {
	l, ok := w.levelOf(n, r)
	if !ok {
		return
	}
	if l.Gate != nil && !w.gate(l.Gate, n.Sent, r) {
		w.findings["notice-unfounded"] = true
		return
	}
	before := place(w.track(l.Track), r)
	r.letters = append(r.letters, letter{n, l})
	if place(w.track(l.Track), r)-before > w.maxStep() {
		w.findings["level-skipped"] = true
	}
	if l.Accelerates && w.called == 0 && r.end == 0 {
		w.called = n.Sent
	}
}

// levelOf is the level that a notice is about: the one it states, else the first of its
// kind that none before it reached.
func (w *world) levelOf(n ledger.Notice, r *run) (rung, bool) {
	for _, l := range w.ladder {
		if n.Level != 0 && l.no == n.Level && l.Kind == n.Kind {
			return l, true
		}
	}
	for _, l := range w.ladder {
		taken := false
		for _, before := range r.letters {
			taken = taken || before.rung.no == l.no
		}
		if l.Kind == n.Kind && !taken {
			return l, true
		}
	}
	return rung{}, false
}

func (w *world) maxStep() int {
	if w.p.MaxStep == 0 {
		return 1
	}
	return w.p.MaxStep
}

// place is how far up a track the letters of a run have come, from 1; 0 is not at all.
func place(track []rung, r *run) int {
	highest := 0
	for i, l := range track {
		for _, sent := range r.letters {
			if sent.rung.no == l.no {
				highest = i + 1
			}
		}
	}
	return highest
}

// reached is how far up a track the present run has come.
func (w *world) reached(t dunning.Track) int {
	if r := w.present(); r != nil {
		return place(w.track(t), r)
	}
	return 0
}

// latest is the letter of a track that was sent last, nil where there is none.
func (r *run) latest(t dunning.Track) *letter {
	var last *letter
	for i, l := range r.letters {
		if l.rung.Track == t {
			last = &r.letters[i]
		}
	}
	return last
}

// latestOf is the last letter of a kind.
func (r *run) latestOf(kind string) *letter {
	var last *letter
	for i, l := range r.letters {
		if l.Kind == kind {
			last = &r.letters[i]
		}
	}
	return last
}

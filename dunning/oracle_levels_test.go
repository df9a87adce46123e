package dunning_test

import (
	"slices"

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

// sent is one notice in a run. Letters that count no more when it comes stay out for
// good if it reaches a level.
func (w *world) sent(n ledger.Notice, r *run) {
	standing := w.standing(r, n.Sent)
	l, ok := w.levelOf(n, standing)
	if !ok {
		return
	}
	if l.Gate != nil && !w.gate(l.Gate, n.Sent, r) || l.Accelerates && !w.warned(l, n.Sent, standing) {
		w.findings["notice-unfounded"] = true
		w.hasMet("accelerates without a warning", l.Gate == nil || w.gate(l.Gate, n.Sent, r))
		return
	}
	before := place(w.track(l.Track), standing)
	w.leaveOut(r, n.Sent)
	w.hasMet("level sent again", slices.ContainsFunc(r.letters, func(x letter) bool { return x.out && x.rung.no == l.no }))
	r.letters = append(r.letters, letter{Notice: n, rung: l})
	if place(w.track(l.Track), append(standing, letter{rung: l}))-before > w.maxStep() {
		w.findings["level-skipped"] = true
	}
	if l.Accelerates && r.end == 0 {
		r.whole = true
		if w.called == 0 {
			w.called = n.Sent
		}
	}
}

// levelOf is the level that a notice is about: the one it states, else the first of its
// kind that none of the letters before it reached.
func (w *world) levelOf(n ledger.Notice, letters []letter) (rung, bool) {
	for _, l := range w.ladder {
		if n.Level != 0 && l.no == n.Level && l.Kind == n.Kind {
			return l, true
		}
	}
	for _, l := range w.ladder {
		taken := false
		for _, before := range letters {
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

// place is how far up a track some letters have come, from 1; 0 is not at all.
func place(track []rung, letters []letter) int {
	highest := 0
	for i, l := range track {
		for _, sent := range letters {
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
		return place(w.track(t), w.standing(r, w.day))
	}
	return 0
}

// latest is the letter of a track that was sent last, nil where there is none.
func latest(letters []letter, t dunning.Track) *letter {
	var last *letter
	for i, l := range letters {
		if l.rung.Track == t {
			last = &letters[i]
		}
	}
	return last
}

// latestOf is the last letter of a kind.
func latestOf(letters []letter, kind string) *letter {
	var last *letter
	for i, l := range letters {
		if l.Kind == kind {
			last = &letters[i]
		}
	}
	return last
}

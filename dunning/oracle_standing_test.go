package dunning_test

import "github.com/skuld-go/skuld/calendar"

// about is the debts that were late, or would have been, when a letter was sent and are
// open on a day.
func (w *world) about(l letter, day calendar.Date) []int {
	var list []int
	for i, open := range w.open(day, day) {
		if open > 0 && w.lateFrom(i) <= l.Sent {
			list = append(list, i)
		}
	}
	return list
}

// standing is the letters of a run that count on a day: those that are still about
// something, and all of them once the whole debt is due.
func (w *world) standing(r *run, day calendar.Date) []letter {
	return keep(r.letters, func(l letter) bool {
		return !l.out && (r.whole || len(w.about(l, day)) > 0)
	})
}

// leaveOut puts out the letters that do not count on a day.
func (w *world) leaveOut(r *run, day calendar.Date) {
	for i, l := range r.letters {
		if !r.whole && len(w.about(l, day)) == 0 {
			r.letters[i].out = true
		}
	}
}

// answerable is the letters that what comes next has to go by: those that count today
// and are about something that no hold keeps out.
func (w *world) answerable(r *run) []letter {
	return keep(w.standing(r, w.day), func(l letter) bool {
		return r.whole || !w.allHeld(w.about(l, w.day), w.day)
	})
}

// warned reports whether the letter that the law or the contract asks for before the
// whole debt may fall due was sent, and its time has proven to be over before a day.
// Deliveries after that day were not known on it.
func (w *world) warned(l rung, day calendar.Date, letters []letter) bool {
	warning, needed := w.warning(l, letters)
	if !needed || warning == nil {
		return !needed
	}
	known := *warning
	if known.Delivered > day {
		known.Delivered = 0
	}
	return w.deadline(known) < day && !unproven(known)
}

// warning is the latest letter of the nearest level with a gate below another, and
// whether there is such a level.
func (w *world) warning(l rung, letters []letter) (last *letter, needed bool) {
	gated := 0
	for _, below := range w.track(l.Track) {
		if below.no < l.no && below.Gate != nil {
			gated = below.no
		}
	}
	for i, sent := range letters {
		if sent.rung.no == gated {
			last = &letters[i]
		}
	}
	return last, gated != 0
}

// onLadder is the late debts by due day that no hold keeps out today.
func (w *world) onLadder() []int {
	late := w.late(w.day, w.open(w.day, w.day))
	return keep(late, func(i int) bool { return !w.held(i, w.day) })
}

// firstTitle is the day of the oldest title.
func (w *world) firstTitle() calendar.Date {
	first := w.day
	for _, t := range w.h.Titles {
		first = min(first, t.Date)
	}
	return first
}

// hasMet notes what the walk came upon.
func (w *world) hasMet(what string, yes bool) {
	if yes {
		w.notes[what] = true
	}
}

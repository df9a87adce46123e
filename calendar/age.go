package calendar

// Age is how many years lie between a birth and a day: it grows on each birthday, which
// for those born on 29 February is 28 February in common years, as time limits end (lag
// 1930:173 1 §). It is 0 before the birth and for dates that are not valid.
func Age(born, on Date) int {
	if !born.Valid() || !on.Valid() || on < born {
		return 0
	}
	years := on.Year() - born.Year()
	if born.AddYears(years) > on {
		years--
	}
	return years
}

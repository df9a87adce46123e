package fee

import "github.com/skuld-go/skuld/calendar"

// On gives the version in force on a day, the day that the tariff's selector names,
// and false where the tariff is not known on it.
func (t Tariff) On(d calendar.Date) (Version, bool) {
	for i := range t.Versions {
		if t.Versions[i].covers(d) {
			return t.Versions[i], true
		}
	}
	return Version{}, false
}

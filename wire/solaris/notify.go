package solaris

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
)

// EncodeNotifications writes the notifications of a case as the API lists them: those
// that were sent, as they came in, and behind them those that the decision says are due
// on its day. Without a decision only the former are written.
//
// A notification that is due has an id that follows from the case, the type and what gave
// rise to it: asking again, also on another day, gives the same one until it was sent. Its
// created_at is the beginning of the day in the zone of the history. A program that sends
// it adds it to its notifications as it is.
func EncodeNotifications(w io.Writer, a Answer) error {
	list := make([]document.JSON, 0, len(a.History.Notifications))
	for _, n := range a.History.Notifications {
		list = append(list, notification(n.ID, document.Text(n.CreatedAt), n.Title, n.Type, n.kept))
	}
	if a.Decision != nil {
		list = append(list, a.due()...)
	}
	return write(w, document.Values(list...), nil)
}

// due are the notifications that may be sent on the day of the decision. Steps that are
// no letters of the claim, such as court proceedings, are no notifications.
func (a Answer) due() []document.JSON {
	used := map[string]bool{}
	for _, n := range a.History.Notifications {
		used[n.ID] = true
	}
	var list []document.JSON
	for _, x := range a.Decision.Actions {
		if x.Track != dunning.TrackClaim && x.Track != 0 {
			continue
		}
		id := ""
		// Two debits may come back on one day: the second is the second also when the
		// first was told of.
		for n := 1; id == "" || used[id]; n++ {
			id = name(fmt.Sprintf("%q %q %d %s %d", a.History.IDs.Case, x.Kind, x.Level, x.Since, n))
		}
		used[id] = true
		list = append(list, notification(id, document.Midnight(x.Day, a.History.Zone), title(x.Kind), x.Kind, nil))
	}
	return list
}

func notification(id string, created document.JSON, title, kind string, kept []document.Member) document.JSON {
	return document.Members([]document.Member{
		{Name: "id", Value: document.Text(id)},
		{Name: "created_at", Value: created},
		{Name: "title", Value: document.Text(title)},
		{Name: "type", Value: document.Text(kind)},
	}, kept...)
}

// title of a letter to come; a type of a policy of one's own is its own title.
func title(kind string) string {
	if t := titles[kind]; t != "" {
		return t
	}
	return strings.ReplaceAll(kind, "_", " ")
}

// name makes an id in the form of a UUID of version 8 (RFC 9562) of a text.
func name(text string) string {
	h := sha256.Sum256([]byte(text))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

package oracle

import (
	"encoding/json"
	"fmt"
)

// later takes the place of what the oracle does not know; anything but an
// empty value is an error.
type later struct{}

func (*later) UnmarshalJSON(text []byte) error {
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		return err
	}
	if !blank(v) {
		return fmt.Errorf("the oracle does not know %s", text)
	}
	return nil
}

// blank says whether a JSON value holds nothing at any depth.
func blank(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == ""
	case []any:
		for _, e := range v {
			if !blank(e) {
				return false
			}
		}
		return true
	case map[string]any:
		for _, e := range v {
			if !blank(e) {
				return false
			}
		}
		return true
	}
	return false
}

package ledger

import (
	"crypto/sha256"
	"encoding"
	"encoding/hex"
	"fmt"
	"io"
	"reflect"
)

// LooksWrong is the quick look at a case, Wrongs the thorough one.
func LooksWrong(c Case) bool {
	v := validator{c: &c}
	v.check()
	return v.wrong
}

func Wrongs(c Case) Problems {
	v := validator{c: &c, problems: new(Problems)}
	v.check()
	return *v.problems
}

// PlainDigest is [digest] by the shortest code that there is for it.
func PlainDigest(c Case, st *Statement) (string, error) {
	bare := *st
	bare.Versions, bare.Digest = Versions{}, ""
	h := sha256.New()
	for _, x := range []any{c.withoutDefaults(), bare} {
		if err := canonical(h, reflect.ValueOf(x)); err != nil {
			return "", err
		}
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}

func canonical(w io.Writer, v reflect.Value) error {
	if text, ok := v.Interface().(encoding.TextMarshaler); ok && v.Kind() != reflect.Pointer {
		b, err := text.MarshalText()
		if err != nil {
			return fmt.Errorf("digest: %w", err)
		}
		_, err = fmt.Fprintf(w, "%q", b)
		return err
	}
	switch v.Kind() {
	case reflect.Pointer:
		return canonical(w, v.Elem())
	case reflect.Struct:
		return canonicalStruct(w, v)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if _, err := io.WriteString(w, "["); err != nil {
				return err
			}
			if err := canonical(w, v.Index(i)); err != nil {
				return err
			}
		}
		return nil
	}
	_, err := fmt.Fprintf(w, "%#v", v.Interface())
	return err
}

func canonicalStruct(w io.Writer, v reflect.Value) error {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		value := v.Field(i)
		if !field.IsExported() || value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "{%s:", field.Name); err != nil {
			return err
		}
		if err := canonical(w, value); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "}")
	return err
}

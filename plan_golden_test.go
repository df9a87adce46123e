package skuld_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/wire/native"
)

// TestPlanGoldens answers every request of testdata/plans that an expectation in
// testdata/golden-plans asks for, and refuses what those in testdata/invalid-plans are.
func TestPlanGoldens(t *testing.T) {
	eachGolden(t, checkPlan, [2]string{"testdata/golden-plans", "testdata/plans"}, [2]string{"testdata/invalid-plans", "testdata/invalid-plans"})
}

func checkPlan(t *testing.T, f *golden.File, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	calc := skuld.Default()
	calc.ExtendRates = f.Get("extend-rates") == "true"
	answer, err := planAnswer(calc, raw)
	judge(t, f, answer, err)
}

// planAnswer is the JSON that answers a plan request.
func planAnswer(calc skuld.Calculator, raw []byte) ([]byte, error) {
	p, err := native.DecodePlan(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if p.Search != nil {
		found, err := searchPlans(calc, p)
		if err != nil {
			return nil, err
		}
		err = native.EncodeFound(&out, found)
		return out.Bytes(), err
	}
	s, err := buildPlan(calc, p)
	if err != nil {
		return nil, err
	}
	err = native.EncodeSchedule(&out, s)
	return out.Bytes(), err
}

func buildPlan(calc skuld.Calculator, p native.Plan) (*skuld.Schedule, error) {
	if p.Case != nil {
		return calc.Plan(*p.Case, p.Request)
	}
	return calc.DebtPlan(p.Facts, p.Request)
}

func searchPlans(calc skuld.Calculator, p native.Plan) (*skuld.PlansFound, error) {
	if p.Case != nil {
		return calc.SearchPlans(*p.Case, p.Request, *p.Search)
	}
	return calc.SearchDebtPlans(p.Facts, p.Request, *p.Search)
}

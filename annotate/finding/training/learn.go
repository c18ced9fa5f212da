package training

import (
	"math"
	"slices"
)

// How learning goes: steps of Adam (Kingma and Ba, 2015) over all lists at once, which is the same each time.
const (
	steps    = 80
	stepSize = 0.1
)

// learn finds the weights by which the relevant papers of each list are most likely drawn first: a softmax over the list
// (ListNet's, Cao and others 2007), with a penalty on weights' squares. Features are scaled to a deviation of 1 within
// lists meanwhile, so that the penalty treats them alike.
func learn(lists []list, penalty float64) []float64 {
	lists = slices.DeleteFunc(slices.Clone(lists), func(l list) bool {
		return !slices.ContainsFunc(l.gain, func(g float64) bool { return g > 0 })
	})
	if len(lists) == 0 {
		return nil
	}
	scale := deviations(lists)
	w := make([]float64, len(scale))
	mean, square := make([]float64, len(w)), make([]float64, len(w))
	grad := make([]float64, len(w))
	for step := 1; step <= steps; step++ {
		clear(grad)
		for i := range lists {
			addGradient(grad, &lists[i], w, scale)
		}
		for j := range w {
			g := grad[j]/float64(len(lists)) + 2*penalty*w[j]
			mean[j] = 0.9*mean[j] + 0.1*g
			square[j] = 0.999*square[j] + 0.001*g*g
			m, s := mean[j]/(1-math.Pow(0.9, float64(step))), square[j]/(1-math.Pow(0.999, float64(step)))
			w[j] -= stepSize * m / (math.Sqrt(s) + 1e-8)
		}
	}
	for j := range w {
		w[j] /= scale[j]
	}
	return w
}

// addGradient adds the gradient of a list's loss.
func addGradient(grad []float64, l *list, w, scale []float64) {
	p := make([]float64, len(l.features))
	most, total, gains := math.Inf(-1), 0.0, 0.0
	by := make([]float64, len(w))
	for j := range w {
		by[j] = w[j] / scale[j]
	}
	for i, f := range l.features {
		p[i] = dot(by, f)
		most = max(most, p[i])
		gains += l.gain[i]
	}
	for i := range p {
		p[i] = math.Exp(p[i] - most)
		total += p[i]
	}
	for i, f := range l.features {
		d := p[i]/total - l.gain[i]/gains
		for j, x := range f {
			grad[j] += d * x / scale[j]
		}
	}
}

// deviations is how much each feature varies within lists.
func deviations(lists []list) []float64 {
	out := make([]float64, len(lists[0].features[0]))
	for j := range out {
		n, sum := 0.0, 0.0
		for _, l := range lists {
			mean := 0.0
			for _, f := range l.features {
				mean += f[j] / float64(len(l.features))
			}
			for _, f := range l.features {
				sum += (f[j] - mean) * (f[j] - mean)
				n++
			}
		}
		if out[j] = math.Sqrt(sum / n); out[j] == 0 {
			out[j] = 1
		}
	}
	return out
}

package annotate

// Page asks for a part of a list: up to Limit items after the place that After names.
type Page struct {
	After string // List.Next of the page before; empty for the first page. Another string is ErrInvalid.
	Limit int    // 1 to MaxPage; 0 stands for DefaultPage, more than MaxPage for MaxPage
}

// How many items a page holds.
const (
	DefaultPage = 50
	MaxPage     = 500
)

// Size is how many items the page asks for.
func (p Page) Size() int {
	switch {
	case p.Limit <= 0:
		return DefaultPage
	case p.Limit > MaxPage:
		return MaxPage
	}
	return p.Limit
}

// List is one page of a list. Total counts the whole list at the time of the call; First is the number, from 1, of the
// page's first item in it, 0 when the page is empty. Next asks for the page after this one and is empty on the last.
type List[T any] struct {
	Items []T    `json:"items"`
	Total int    `json:"total"`
	First int    `json:"first"`
	Next  string `json:"next,omitempty"`
}

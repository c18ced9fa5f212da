package ui

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"golang.org/x/net/html"

	"claimlens/annotate"
)

// migraine is the article about migraine, with its claims.
func (s *site) migraine() (annotate.ArticleRow, []annotate.MentionRow) {
	s.Helper()
	row, err := s.store.ArticleByURL(s.Context(), "https://www.example.org/migraine.md")
	if err != nil {
		s.Fatal(err)
	}
	list, err := s.store.Mentions(s.Context(), row.ID, 0, annotate.Page{Limit: annotate.MaxPage})
	if err != nil {
		s.Fatal(err)
	}
	return row, list.Items
}

// says says whether the article makes a claim with this text.
func (s *site) says(text string) bool {
	s.Helper()
	_, rows := s.migraine()
	return slices.ContainsFunc(rows, func(r annotate.MentionRow) bool { return r.Claim.Text == text })
}

// form is the fields of the editor's form on a page, as a browser would send them, and its address.
func (s *site) form(address string) (string, url.Values) {
	s.Helper()
	status, body := s.get(address)
	if status != http.StatusOK {
		s.Fatalf("%s: got %d", address, status)
	}
	return formIn(s.TB, body)
}

func formIn(t testing.TB, body string) (action string, values url.Values) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	values = url.Values{}
	for n := range doc.Descendants() {
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
		}
		if _, ok := attr["data-editor"]; ok && n.Data == "form" && action == "" {
			action = attr["action"]
		}
		_, checked := attr["checked"]
		_, selected := attr["selected"]
		switch name := attr["name"]; {
		case action == "":
		case n.Data == "input" && attr["type"] != "radio" && attr["type"] != "checkbox", n.Data == "input" && checked:
			values.Add(name, attr["value"])
		case n.Data == "textarea":
			text := ""
			if n.FirstChild != nil {
				text = n.FirstChild.Data
			}
			values.Set(name, text)
		case n.Data == "option" && (selected || !values.Has(selectName(n))):
			values.Set(selectName(n), attr["value"])
		}
	}
	if action == "" {
		t.Fatalf("there is no form:\n%.3000s", body)
	}
	return action, values
}

func selectName(option *html.Node) string {
	for _, a := range option.Parent.Attr {
		if a.Key == "name" {
			return a.Val
		}
	}
	return ""
}

// send sends a form that must lead back to the article, and is that page.
func (s *site) send(action string, form url.Values) string {
	s.Helper()
	resp, body := s.post(action, form)
	if resp.StatusCode != http.StatusSeeOther {
		s.Fatalf("%s %v: got %d\n%.3000s", action, form, resp.StatusCode, body)
	}
	to := resp.Header.Get("Location")
	if !strings.Contains(to, "?done=") || !strings.Contains(to, "#claim-") {
		s.Errorf("%s leads to %s", action, to)
	}
	status, body := s.get(to)
	if status != http.StatusOK || !strings.Contains(body, `class="done just"`) {
		s.Errorf("%s: got %d, without what was done", to, status)
	}
	return body
}

var undoForm = regexp.MustCompile(`action="(/edits/[^"]+/undo)"`)

// undoes sends the first form of a page that takes an edit back.
func (s *site) undoes(page string) string {
	s.Helper()
	m := undoForm.FindStringSubmatch(page)
	if m == nil {
		s.Fatalf("nothing can be undone:\n%.3000s", page)
	}
	return s.send(m[1], url.Values{})
}

// Without scripts everything is a page and a form.
func TestEditForms(t *testing.T) {
	s := newSite(t)
	s.fill()
	_, rows := s.migraine()

	action, form := s.form(mentionPath(rows[0], "edit"))
	form.Set("text1", "Migraine is edited.")
	form.Set("kind1", "safety")
	form.Set("population1", "adults")
	page := s.send(action, form)
	if !s.says("Migraine is edited.") || s.says(rows[0].Claim.Text) || !strings.Contains(page, "adults") {
		t.Error("the claim was not edited")
	}
	if page = s.undoes(page); !s.says(rows[0].Claim.Text) || s.says("Migraine is edited.") || !strings.Contains(page, "Do it again") {
		t.Error("the edit was not undone")
	}

	action, form = s.form(mentionPath(rows[0], "split"))
	form.Set("text1", "Migraine is one.")
	form.Set("text2", "Migraine is two.")
	form.Set("text3", " ")
	s.sameOrigin = true // as browsers say, which makes the token needless, and nobody has read the form for it
	s.send(action, form)
	if !s.says("Migraine is one.") || !s.says("Migraine is two.") || s.says(rows[0].Claim.Text) {
		t.Error("the claim was not split")
	}
	_, rows = s.migraine()
	one := slices.IndexFunc(rows, func(r annotate.MentionRow) bool { return r.Claim.Text == "Migraine is one." })
	two := slices.IndexFunc(rows, func(r annotate.MentionRow) bool { return r.Claim.Text == "Migraine is two." })
	action, form = s.form(mentionPath(rows[one], "merge") + "?with=" + rows[two].Mention.ID.String())
	if got := form.Get("text1"); got != "Migraine is one; Migraine is two." && got != "Migraine is two; Migraine is one." {
		t.Errorf("the merged claim is proposed as %q", got)
	}
	form.Set("text1", "Migraine is whole.")
	s.send(action, form)
	if !s.says("Migraine is whole.") || s.says("Migraine is one.") || s.says("Migraine is two.") {
		t.Error("the claims were not merged")
	}
}

func TestDropForms(t *testing.T) {
	s := newSite(t)
	s.fill()
	row, rows := s.migraine()
	address := mentionPath(rows[0], "drop")
	action, form := s.form(address)
	form.Set("reason", "other")
	if resp, body := s.post(action, form); resp.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "The comment is missing.") {
		t.Errorf("no comment: got %d", resp.StatusCode)
	}
	form.Set("comment", "A joke.")
	page := s.send(action, form)
	if s.says(rows[0].Claim.Text) || !strings.Contains(page, "1 claim was dropped or replaced") || !strings.Contains(page, "A joke.") {
		t.Error("the claim was not dropped, or the page does not say so")
	}
	if _, body := s.get(address); !strings.Contains(body, "Ada Brandt dropped a claim here") {
		t.Error("a dropped claim’s form does not say that it was dropped")
	}
	if resp, _ := s.post(address, form); resp.StatusCode != http.StatusConflict {
		t.Errorf("dropped again: got %d", resp.StatusCode)
	}
	s.send(mentionPath(rows[0], "restore"), url.Values{})
	if !s.says(rows[0].Claim.Text) {
		t.Error("the claim was not restored")
	}
	_, body := s.get("/articles/" + row.ID.String() + "/history")
	for _, want := range []string{"dropped a claim", "restored a claim", "A joke.", "imported the article"} {
		if !strings.Contains(body, want) {
			t.Errorf("the history lacks %q", want)
		}
	}
	_, body = s.get("/claims/" + rows[0].Claim.ID.String())
	if !strings.Contains(body, "dropped a claim") || !strings.Contains(body, "Why is this a claim?") {
		t.Error("the claim’s page lacks the edits, or why it is a claim")
	}
	if _, body = s.get("/events"); !strings.Contains(body, "edited claims of the article") || !strings.Contains(body, "dropped: “") {
		t.Error("the history of everything lacks the edits")
	}
}

func TestAddForms(t *testing.T) {
	s := newSite(t)
	s.fill()
	row, _ := s.migraine()
	address := "/articles/" + row.ID.String() + "/add"
	if _, body := s.get(address + "?quote=" + url.QueryEscape("words that nobody wrote")); !strings.Contains(body, "These words are not in the article") {
		t.Error("words that are not there are not refused")
	}
	text, err := s.store.Article(t.Context(), row.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	end := text.Blocks[1].End
	across, ok := annotate.NewText(text.Text).Slice(end-12, end+12)
	if !ok {
		t.Fatal("the text has one paragraph only")
	}
	if _, body := s.get(address + "?quote=" + url.QueryEscape(across)); !strings.Contains(body, "These words lie in more than one paragraph") {
		t.Errorf("%q, of two paragraphs, is not refused at once", across)
	}
	_, body := s.get(address + "?quote=migraine")
	if !strings.Contains(body, "Which do you mean?") || strings.Count(body, `name="at"`) < 2 {
		t.Error("words that stand at several places can’t be chosen among")
	}
	at := annotate.NewText(text.Text).Places("migraine", 5)[1].Start
	m := regexp.MustCompile(`name="at" value="(\d+)"`).FindAllStringSubmatch(body, -1)[1][1]
	action, form := s.form(address + "?quote=migraine&at=" + m)
	form.Set("text1", "Migraine is added.")
	page := s.send(action, form)
	_, rows := s.migraine()
	i := slices.IndexFunc(rows, func(r annotate.MentionRow) bool { return r.Claim.Text == "Migraine is added." })
	if i < 0 || rows[i].Mention.Anchor.Start != at || rows[i].Mention.By != "Ada Brandt" {
		t.Fatalf("the claim was not added where it was to be")
	}
	if !strings.Contains(page, "Ada Brandt wrote it down by hand.") {
		t.Error("the page does not say who added it")
	}
	form.Set("quote1", "words that nobody wrote")
	if resp, body := s.post(action, form); resp.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "Migraine is added.") || !strings.Contains(body, "words that nobody wrote") {
		t.Errorf("words that are not there: got %d, or what was typed is lost", resp.StatusCode)
	}
	form.Set("quote1", "migraine")
	if resp, body := s.post(action, form); resp.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "made at these words already") {
		t.Errorf("added twice: got %d", resp.StatusCode)
	}
}

// What editors did is done to a changed text again; what it has lost is listed.
func TestEditsOfChangedText(t *testing.T) {
	s := newSite(t)
	s.fill()
	row, rows := s.migraine()
	if _, err := s.desk.DropClaim(t.Context(), "Ada Brandt", []uuid.UUID{rows[1].Mention.ID}, annotate.NotAClaim, ""); err != nil {
		t.Fatal(err)
	}
	a, err := s.store.Article(t.Context(), row.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	last := a.Blocks[len(a.Blocks)-1]
	_, err = s.desk.AddClaim(t.Context(), "Mina Sato", row.ID, 1, annotate.Entry{Start: last.Start, End: last.Start + 12, Text: "Migraine is lost."})
	if err != nil {
		t.Fatal(err)
	}
	old := mentionPath(rows[2], "edit")
	a.Text = strings.Join([]string{rows[1].Mention.Anchor.Exact, "and that is all."}, " ")
	a.Blocks = []annotate.Block{{Kind: annotate.Paragraph, End: len([]rune(a.Text))}}
	if _, err := s.desk.Import(t.Context(), "Ada Brandt", a.Complete()); err != nil {
		t.Fatal(err)
	}
	_, body := s.get("/articles/" + row.ID.String())
	for _, want := range []string{"1 claim of editors is no longer in the text", "Migraine is lost.", "Mina Sato had put it in"} {
		if !strings.Contains(body, want) {
			t.Errorf("the changed article lacks %q", want)
		}
	}
	if s.says(rows[1].Claim.Text) {
		t.Error("what was dropped is back")
	}
	if _, body := s.get(old); !strings.Contains(body, "The article was read again") {
		t.Error("the form of a former text’s claim does not say that the text changed")
	}
	if _, body := s.get("/articles/" + row.ID.String() + "/history"); strings.Contains(body, "/undo") {
		t.Error("the history offers to undo what was done to a former text")
	}
	if _, body := s.get("/articles/" + row.ID.String() + "?revision=1"); strings.Contains(body, `class="acts edits"`) || strings.Contains(body, "/restore") {
		t.Error("a former text can be edited")
	}
}

// What is not shown of a long list is said.
func TestEditFormsSayWhatTheyLeaveOut(t *testing.T) {
	s := newSite(t)
	a := annotate.Article{Title: "Zinc", Language: "en", Text: strings.Repeat("Zinc shortens colds. ", 30)}
	a.Blocks = []annotate.Block{{Kind: annotate.Paragraph, End: len(a.Text)}}
	done, err := s.desk.Import(t.Context(), "Ada Brandt", a.Complete())
	if err != nil {
		t.Fatal(err)
	}
	article := done.Article
	for i := range maxNear + 4 {
		if _, err := s.desk.AddClaim(t.Context(), "Ada Brandt", article.ID, 1, annotate.Entry{Start: 21 * i, End: 21*i + 19, Text: "Zinc shortens colds."}); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.store.Mentions(t.Context(), article.ID, 0, annotate.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{
		"/articles/" + article.ID.String() + "/add?quote=Zinc": "They stand there more than 20 times.",
		mentionPath(list.Items[0], "merge"):                    "The 12 nearest of 15 are shown.",
	} {
		if _, body := s.get(address); !strings.Contains(body, want) {
			t.Errorf("%s lacks %q", address, want)
		}
	}
}

// The forms of editors are for this site's own pages alone.
func TestForgedEdits(t *testing.T) {
	s := newSite(t)
	s.fill()
	row, rows := s.migraine()
	edit, err := s.desk.DropClaim(t.Context(), "Ada Brandt", []uuid.UUID{rows[1].Mention.ID}, annotate.NotAClaim, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{
		mentionPath(rows[0], "edit"), mentionPath(rows[0], "split"), mentionPath(rows[0], "merge"), mentionPath(rows[0], "drop"),
		mentionPath(rows[1], "restore"), "/edits/" + edit.ID.String() + "/undo", "/articles/" + row.ID.String() + "/add",
	} {
		resp, err := s.client.PostForm(s.web.URL+address, url.Values{"text1": {"Forged."}, "quote1": {"migraine"}, "reason": {"duplicate"}})
		if err != nil {
			t.Fatal(err)
		}
		read(t, resp)
		if resp.StatusCode != http.StatusForbidden && resp.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: got %d", address, resp.StatusCode)
		}
	}
	if s.says("Forged.") {
		t.Error("a forged form was heard")
	}
	for _, address := range []string{"/mentions/" + uuid.NewString() + "/edit", "/mentions/x/split", "/articles/" + uuid.NewString() + "/add", "/articles/" + uuid.NewString() + "/history"} {
		if status, _ := s.get(address); status != http.StatusNotFound {
			t.Errorf("%s: got %d, want 404", address, status)
		}
	}
}

package ui

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// The second of two editors learns what the first one did, and keeps what they typed.
func TestEditConflict(t *testing.T) {
	s := newSite(t)
	s.fill()
	_, rows := s.migraine()
	action, form := s.form(mentionPath(rows[0], "edit"))
	e := rows[0].Entry()
	e.Text = "Migraine is Mina's."
	if _, err := s.desk.EditClaim(t.Context(), "Mina Sato", rows[0].Mention.ID, e); err != nil {
		t.Fatal(err)
	}
	form.Set("text1", "Migraine is Ada's.")
	resp, body := s.post(action, form)
	if resp.StatusCode != http.StatusConflict || !strings.Contains(body, "Mina Sato changed the words of a claim here") ||
		!strings.Contains(body, "Migraine is Mina&#39;s.") || !strings.Contains(body, "Migraine is Ada&#39;s.") {
		t.Fatalf("got %d, without what changed or what was typed:\n%s", resp.StatusCode, body)
	}
	s.send(formIn(t, body))
	if !s.says("Migraine is Ada's.") || s.says("Migraine is Mina's.") {
		t.Error("the second edit does not take the place of the first")
	}
}

// What was typed into a form of several claims can be saved over what became of them, however often they were edited, and
// is an edit of the one that they are by now; where there is none in their place it is kept, but not saved.
func TestSeveralEditedMeanwhile(t *testing.T) {
	for _, x := range []struct {
		what, form string
		meanwhile  func(*site, []annotate.MentionRow)
		over       bool
	}{
		{"split, edited twice", "split", func(s *site, rows []annotate.MentionRow) {
			s.edits(s.edits(rows[0].Mention.ID, "Migraine is Lena's."), "Migraine is Mina's.")
		}, true},
		{"split, split", "split", func(s *site, rows []annotate.MentionRow) { s.splits(rows[0].Mention.ID) }, false},
		{"merge, the first edited", "merge", func(s *site, rows []annotate.MentionRow) { s.edits(rows[0].Mention.ID, "Migraine is Mina's.") }, true},
		{"merge, the other edited", "merge", func(s *site, rows []annotate.MentionRow) { s.edits(rows[1].Mention.ID, "Migraine is Mina's.") }, true},
		{"merge, both edited", "merge", func(s *site, rows []annotate.MentionRow) {
			s.edits(rows[0].Mention.ID, "Migraine is Mina's.")
			s.edits(rows[1].Mention.ID, "Migraine is Mina's.")
		}, true},
		{"merge, merged", "merge", func(s *site, rows []annotate.MentionRow) {
			s.made(s.desk.MergeClaims(s.Context(), "Mina Sato", []uuid.UUID{rows[0].Mention.ID, rows[1].Mention.ID}, written(rows[0], "Migraine is Mina's.")))
		}, true},
	} {
		t.Run(x.what, func(t *testing.T) {
			s := newSite(t)
			s.fill()
			_, rows := s.migraine()
			action, form := s.form(mentionPath(rows[0], x.form) + "?with=" + rows[1].Mention.ID.String())
			form.Set("text1", "Migraine is Ada's.")
			if x.form == "split" {
				form.Set("text2", "Migraine is hers too.")
			}
			x.meanwhile(s, rows)
			resp, body := s.post(action, form)
			if resp.StatusCode != http.StatusConflict || !strings.Contains(body, "Migraine is Ada&#39;s.") || strings.Contains(body, "in the place of what is there now") != x.over {
				t.Fatalf("got %d, without what was typed or what can be done with it:\n%s", resp.StatusCode, body)
			}
			if !x.over {
				return
			}
			s.send(formIn(t, body))
			if !s.says("Migraine is Ada's.") || s.says("Migraine is Mina's.") {
				t.Error("what was typed does not take the place of what is there")
			}
		})
	}
}

// written is the claim of a row in other words.
func written(row annotate.MentionRow, text string) annotate.Entry {
	e := row.Entry()
	e.Text = text
	return e
}

// made is the first claim that an edit of somebody else made.
func (s *site) made(e annotate.Edit, err error) uuid.UUID {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
	return e.Keeps[0]
}

// edits is what somebody else makes of a claim.
func (s *site) edits(mention uuid.UUID, text string) uuid.UUID {
	s.Helper()
	row, err := s.store.Mention(s.Context(), mention)
	if err != nil {
		s.Fatal(err)
	}
	return s.made(s.desk.EditClaim(s.Context(), "Mina Sato", mention, written(row, text)))
}

// splits is somebody else's splitting of a claim.
func (s *site) splits(mention uuid.UUID) {
	s.Helper()
	row, err := s.store.Mention(s.Context(), mention)
	if err != nil {
		s.Fatal(err)
	}
	s.made(s.desk.SplitClaim(s.Context(), "Mina Sato", mention, []annotate.Entry{written(row, "Migraine is one."), written(row, "Migraine is two.")}))
}

// A claim that was dropped and then added anew is not put back beside itself.
func TestRestoreOfWhatIsThere(t *testing.T) {
	s := newSite(t)
	s.fill()
	row, rows := s.migraine()
	e, err := s.desk.DropClaim(t.Context(), "Ada Brandt", []uuid.UUID{rows[0].Mention.ID}, annotate.NotAClaim, "")
	if err != nil {
		t.Fatal(err)
	}
	_, form := s.form("/articles/" + row.ID.String() + "/add")
	if _, err := s.desk.AddClaim(t.Context(), "Mina Sato", row.ID, 1, rows[0].Entry()); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{mentionPath(rows[0], "restore"), "/edits/" + e.ID.String() + "/undo"} {
		if resp, body := s.post(address, form); resp.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "was added at these words since") {
			t.Errorf("%s: got %d, without what happened", address, resp.StatusCode)
		}
	}
}

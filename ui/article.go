package ui

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// maxMentions bounds how many mentions of an article its page shows; the page says so when there are more.
const maxMentions = 2000

// articlePage is an article with its claims in place.
type articlePage struct {
	page
	Article   annotate.Article
	Row       annotate.ArticleRow
	Published string
	Address   string // of the page that was read, where it has one that can be followed
	Self      string // of this page
	Groups    []group
	Revisions []revision
	Claims    int // different claims on this page
	Graded    int
	Differ    int
	Shown     int // mentions on this page, of Mentions in all
	Mentions  int

	Dropped      []dropped // what does not stand in this text, of DroppedTotal in all
	DroppedTotal int
	Lost         int // of them, what editors had made and the text has lost
	Done         *doneView
}

// Latest says whether the page shows the latest text, the only one whose claims can be edited.
func (p *articlePage) Latest() bool { return p.Article.Revision == p.Row.Revision }

// DroppedOnly is how many claims editors dropped or replaced.
func (p *articlePage) DroppedOnly() int { return p.DroppedTotal - p.Lost }

// revision leads to one state of the article.
type revision struct {
	Number int
	Here   bool
	Latest bool
}

// Open is how many claims of the page nobody has graded.
func (p *articlePage) Open() int { return p.Claims - p.Graded }

// card is a claim in the margin.
type card struct {
	annotate.MentionRow
	Also  []annotate.Mention // where else in the article it is made
	Edits bool               // the article is the latest, so that the claim can be edited
	Self  string             // the address of the article's page, to which forms lead back
	Lang  string             // of the article, and so of the claim's words
	Open  bool               // with its forms and its evidence
	Grade gradeFields
	Link  linkFields
	Said  []annotate.Grade // in force

	Evidence []evidenceView
	Total    int
}

func (s *Server) article(c echo.Context) error {
	p, mentions, err := s.readArticle(c)
	if err != nil {
		return err
	}
	cards, err := s.cards(c, p, mentions)
	if err != nil {
		return err
	}
	p.Groups = groups(p.Article, mentions, cards)
	if err := s.droppedOf(c, p); err != nil {
		return err
	}
	if p.Done, err = s.done(c, p.Article.ID); err != nil {
		return err
	}
	return s.show(c, http.StatusOK, "article", p)
}

// readArticle is the revision of the article that a request asks for, with its mentions.
func (s *Server) readArticle(c echo.Context) (*articlePage, []annotate.MentionRow, error) {
	ctx, store := c.Request().Context(), s.config.Store
	id, err := identifier(c, "id")
	if err != nil {
		return nil, nil, err
	}
	wanted, err := revisionAsked(c.QueryParam("revision"))
	if err != nil {
		return nil, nil, err
	}
	p := &articlePage{}
	if p.Row, err = store.ArticleRow(ctx, id); err != nil {
		return nil, nil, err
	}
	if p.Article, err = store.Article(ctx, id, wanted); err != nil {
		return nil, nil, err
	}
	mentions, err := s.mentions(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	p.frame()
	p.count(mentions)
	return p, mentions, nil
}

func revisionAsked(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("revision %q: %w", text, annotate.ErrNotFound)
	}
	return n, nil
}

func (s *Server) mentions(ctx context.Context, p *articlePage) ([]annotate.MentionRow, error) {
	mentions, total, err := s.allMentions(ctx, p.Article.ID, p.Article.Revision)
	p.Shown, p.Mentions = len(mentions), total
	return mentions, err
}

// frame fills in what stands around the text.
func (p *articlePage) frame() {
	p.Section, p.Title = "articles", p.Article.Title
	if p.Title == "" {
		p.Title = "Untitled article"
	}
	p.Published = published(p.Article.Published)
	if annotate.PublicPage(p.Article.URL) {
		p.Address = p.Article.URL
	}
	p.Self = "/articles/" + p.Article.ID.String()
	if p.Article.Revision != p.Row.Revision {
		p.Self += "?revision=" + strconv.Itoa(p.Article.Revision)
	}
	for n := 1; n <= p.Row.Revision; n++ {
		p.Revisions = append(p.Revisions, revision{Number: n, Here: n == p.Article.Revision, Latest: n == p.Row.Revision})
	}
}

func (p *articlePage) count(mentions []annotate.MentionRow) {
	met := map[uuid.UUID]bool{}
	for _, m := range mentions {
		if met[m.Claim.ID] {
			continue
		}
		met[m.Claim.ID] = true
		p.Claims++
		if m.Standing.Graders > 0 {
			p.Graded++
		}
		if m.Standing.State == annotate.Conflict {
			p.Differ++
		}
	}
}

// cards are the claims of the mentions, each once, in the order of the text. The one that the request names is open.
func (s *Server) cards(c echo.Context, p *articlePage, mentions []annotate.MentionRow) ([]*card, error) {
	open, _ := uuid.Parse(c.QueryParam("claim")) // what is no identifier opens no card
	var cards []*card
	byClaim := map[uuid.UUID]*card{}
	for _, m := range mentions {
		if held := byClaim[m.Claim.ID]; held != nil {
			held.Also = append(held.Also, m.Mention)
			continue
		}
		x := &card{MentionRow: m, Self: p.Self, Lang: p.Article.Language, Edits: p.Latest()}
		byClaim[m.Claim.ID] = x
		cards = append(cards, x)
	}
	if x := byClaim[open]; x != nil {
		return cards, s.openCard(c, x)
	}
	return cards, nil
}

func (s *Server) openCard(c echo.Context, x *card) error {
	ctx, id := c.Request().Context(), x.Claim.ID
	grades, err := s.grades(ctx, id, noTime)
	if err != nil {
		return err
	}
	rows, total, err := s.claimEvidence(ctx, id, noTime)
	if err != nil {
		return err
	}
	x.Open, x.Total, x.Said = true, total, annotate.CurrentGrades(grades)
	to := x.Address() + "#claim-" + id.String()
	x.Grade = s.gradeFrom(c, id, grades, to)
	x.Link = linkFields{Claim: id, Back: to, CSRF: token(c)}
	for _, row := range rows {
		x.Evidence = append(x.Evidence, s.viewEvidence(c, row, to, true))
	}
	return nil
}

// Address is the article's page with this card open.
func (x *card) Address() string {
	mark := "?"
	if strings.Contains(x.Self, "?") {
		mark = "&"
	}
	return x.Self + mark + "claim=" + x.Claim.ID.String()
}

// articlesPage is the list of articles.
type articlesPage struct {
	page
	List  annotate.List[annotate.ArticleRow]
	Pager pager
}

func (s *Server) articles(c echo.Context) error {
	list, err := s.config.Store.Articles(c.Request().Context(), pageOf(c, annotate.DefaultPage))
	if err != nil {
		return err
	}
	p := &articlesPage{List: list, Pager: pagerOf(c, list)}
	p.Title, p.Section = "Articles", "articles"
	return s.show(c, http.StatusOK, "articles", p)
}

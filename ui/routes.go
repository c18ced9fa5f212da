package ui

import "github.com/labstack/echo/v4"

// routes is the table of addresses.
func (s *Server) routes() *echo.Echo {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.IPExtractor = echo.ExtractIPDirect()
	e.HTTPErrorHandler = s.fail
	s.protect(e)

	e.GET("/", s.home)

	e.GET("/import", s.importForm)
	e.POST("/import", s.importStart)
	e.GET("/imports/:id", s.importJob)
	e.GET("/imports/:id/progress", s.importProgress)
	e.POST("/imports/:id/cancel", s.importCancel)

	e.GET("/articles", s.articles)
	e.GET("/articles/:id", s.article)
	e.GET("/articles/:id/report", s.report)
	e.GET("/articles/:id/history", s.history)
	e.GET("/articles/:id/add", s.addForm)
	e.POST("/articles/:id/add", s.add)

	e.GET("/mentions/:id/edit", s.editForm)
	e.POST("/mentions/:id/edit", s.edit)
	e.GET("/mentions/:id/split", s.splitForm)
	e.POST("/mentions/:id/split", s.split)
	e.GET("/mentions/:id/merge", s.mergeForm)
	e.POST("/mentions/:id/merge", s.merge)
	e.GET("/mentions/:id/drop", s.dropForm)
	e.POST("/mentions/:id/drop", s.drop)
	e.POST("/mentions/:id/restore", s.restore)
	e.POST("/edits/:id/undo", s.undo)

	e.GET("/claims", s.claims)
	e.GET("/claims/:id", s.claim)
	e.GET("/claims/:id/grade", s.gradeForm)
	e.POST("/claims/:id/grade", s.grade)
	e.GET("/claims/:id/evidence", s.linkForm)
	e.POST("/claims/:id/evidence", s.link)
	e.GET("/claims/:id/find", s.find)
	e.POST("/claims/:id/find", s.answer)
	e.GET("/claims/:id/look", s.look)
	e.POST("/claims/:id/searches", s.record)
	e.GET("/evidence/:id", s.evidence)
	e.POST("/evidence/:id", s.decide)

	e.GET("/citations", s.citations)
	e.POST("/citations", s.citationsImport)
	e.POST("/citations/fetch", s.citationFetch)
	e.GET("/citations/:pmid", s.citation)

	e.GET("/search", s.search)
	e.GET("/events", s.events)
	e.GET("/help", s.helpIndex)
	e.GET("/help/:topic", s.helpTopic)
	e.GET("/about", s.about)

	e.GET("/api/v1/overlay", s.overlay)
	e.GET("/healthz", s.healthz)
	e.GET("/web/:version/*", s.file)
	e.GET("/favicon.ico", s.favicon)
	return e
}

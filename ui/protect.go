package ui

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// What bounds a request.
const (
	requestTime = 30 * time.Second
	formLimit   = "1M"
	uploadLimit = "256M" // fifty web pages are far below it; what is above would have to be held in memory
)

// policy is the whole content security policy: nothing from elsewhere, nothing inline, in no frame.
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

// protect puts what every request passes through around the table of addresses.
func (s *Server) protect(e *echo.Echo) {
	e.Use(s.logRequests())
	e.Use(middleware.RecoverWithConfig(middleware.RecoverConfig{
		DisablePrintStack: true,
		LogErrorFunc: func(c echo.Context, err error, stack []byte) error {
			s.log.Error("panic", "path", c.Request().URL.Path, "err", err, "stack", string(stack))
			return err
		},
	}))
	e.Use(middleware.SecureWithConfig(middleware.SecureConfig{
		ContentTypeNosniff:    "nosniff",
		XFrameOptions:         "DENY",
		ContentSecurityPolicy: policy,
		ReferrerPolicy:        "same-origin",
	}))
	e.Use(s.checkHost)
	e.Use(middleware.BodyLimitWithConfig(middleware.BodyLimitConfig{Limit: uploadLimit, Skipper: func(c echo.Context) bool { return !takesFiles(c) }}))
	e.Use(middleware.BodyLimitWithConfig(middleware.BodyLimitConfig{Limit: formLimit, Skipper: takesFiles}))
	e.Use(middleware.CSRFWithConfig(middleware.CSRFConfig{
		TokenLookup:    "form:csrf,header:X-CSRF-Token",
		CookieName:     "claimlens_csrf",
		CookiePath:     "/",
		CookieHTTPOnly: true,
		CookieSameSite: http.SameSiteStrictMode,
	}))
	e.Use(limitTime)
}

// takesFiles says whether a request may carry more than a form's worth of bytes.
func takesFiles(c echo.Context) bool {
	path := c.Request().URL.Path
	return c.Request().Method == http.MethodPost && (path == "/import" || path == "/citations")
}

// checkHost refuses requests that name a host which this server is not: a page elsewhere whose name was made to lead
// here (DNS rebinding) would otherwise read everything.
func (s *Server) checkHost(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		host := c.Request().Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			if host = name; strings.Contains(name, ":") {
				host = "[" + name + "]"
			}
		}
		if !slices.Contains(s.config.Hosts, strings.ToLower(host)) {
			return echo.NewHTTPError(http.StatusMisdirectedRequest)
		}
		return next(c)
	}
}

// limitTime ends what a request waits for after requestTime; a job's progress is watched for as long as it runs.
func limitTime(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Path() == "/imports/:id/progress" {
			return next(c)
		}
		ctx, cancel := context.WithTimeoutCause(c.Request().Context(), requestTime, errTooSlow)
		defer cancel()
		c.SetRequest(c.Request().WithContext(ctx))
		err := next(c)
		if err != nil && errors.Is(context.Cause(ctx), errTooSlow) {
			return echo.NewHTTPError(http.StatusServiceUnavailable).SetInternal(err)
		}
		return err
	}
}

var errTooSlow = errors.New("the request took too long")

// logRequests writes one line for each request, with the error that only the log may know.
func (s *Server) logRequests() echo.MiddlewareFunc {
	return middleware.RequestLoggerWithConfig(middleware.RequestLoggerConfig{
		LogMethod: true, LogURIPath: true, LogStatus: true, LogLatency: true, LogError: true, HandleError: true,
		LogValuesFunc: func(c echo.Context, v middleware.RequestLoggerValues) error {
			level := slog.LevelDebug
			if v.Status >= http.StatusInternalServerError {
				level = slog.LevelError
			}
			attrs := []slog.Attr{
				slog.String("method", v.Method), slog.String("path", v.URIPath),
				slog.Int("status", v.Status), slog.Duration("took", v.Latency),
			}
			if v.Error != nil {
				attrs = append(attrs, slog.Any("err", v.Error))
			}
			s.log.LogAttrs(c.Request().Context(), level, "request", attrs...)
			return nil
		},
	})
}

// Package ui is the web face of claimlens: the pages, the forms, the small API and the files that browsers load.
//
// A page is a struct and a template of the same name; routes.go is the one table of addresses. A handler reads the
// request, calls the desk or the store, and returns a page or an error; the one error handler turns the domain's four
// kinds of error into statuses and into pages that say what happened, what was kept and what to do.
//
// Every page works without JavaScript: forms are posted, answered with 303, and read again. The modules in web add keys,
// grading in place and live progress through the same addresses: they fetch the page that a form leads to and take from
// it the element that they show.
package ui

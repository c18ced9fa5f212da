// Package literature is what the services that give papers have in common: how they are asked, and what comes of it. The
// services themselves are in packages of their own, ncbi and europepmc.
//
// A Client asks politely: no faster than a service wants to be asked, counted by host for the whole process, with the
// name of this program; again, ever more slowly, when a server is busy or an answer came in pieces; and not at all for
// what it was told before, which is kept on disk. An answer is read whole, up to a bound, before anything is made of it.
// Redirects are followed within the same site, and names are dialled past the guard of package importers, so that no
// answer leads to this machine's own network.
//
// Whatever goes wrong is a Failure: a sentence that is fit to show, of one of the domain's kinds, annotate.ErrUnavailable
// where the same question may fare better later. Secrets are in no sentence and in no file.
package literature

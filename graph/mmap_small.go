//go:build !((linux || darwin) && (amd64 || arm64 || loong64 || ppc64le || riscv64 || s390x))

package graph

// initialMmapSize is left to bolt where the address space is small, or where, as on Windows, a large map makes a large
// file. A writer that outgrows the map waits there until every reader is done.
const initialMmapSize = 0

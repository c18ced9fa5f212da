//go:build (linux || darwin) && (amd64 || arm64 || loong64 || ppc64le || riscv64 || s390x)

package graph

// initialMmapSize is how much of the address space a record is mapped into. A writer that outgrows it waits until every
// reader is done, and new readers wait for the writer; 64 GiB, some 130 million quads, is not outgrown. Only addresses
// are taken, neither memory nor disk.
const initialMmapSize = 64 << 30

package main

import (
	"bufio"
	"os"
	"strconv"
	"strings"
)

// peakMemory is the most memory that the process has held, in bytes, as the kernel counts it (VmHWM: pages of the
// store's file that are mapped count too); 0 if that is not known.
func peakMemory() int64 {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kb, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			if err != nil {
				return 0
			}
			return kb << 10
		}
	}
	return 0
}

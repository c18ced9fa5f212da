module claimlens

go 1.26.8

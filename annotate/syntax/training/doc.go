// Package training makes the model that package syntax reads with: from treebanks in CoNLL-U it learns to tag and to
// parse. The same data give the same model to the byte, on every machine: numbers are whole, chance has a fixed seed,
// and work that runs side by side is put together in a fixed order. The product does not link it.
package training

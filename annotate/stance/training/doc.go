// Package training learns the model that package stance judges with, from SciFact, PubMedQA and Evidence Inference. It is
// for the command that makes the model; nothing else needs it.
package training

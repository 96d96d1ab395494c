// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc::server {

// One file each, pure, 0 (nothing in common) to 1 (the same). The first text is the one that is graded, the
// second what it is graded against. What they agree with, and how, is said in README.md of the graders.

/** The indel ratio of rapidfuzz: 2 * longest common subsequence / both lengths, in code points. Two empty
 * texts: 1. */
double fuzzyMatch(const QString &input, const QString &reference);

/**
 * Sentence BLEU with up to four words and one reference. Where longer n-grams have no match they count 1/2,
 * 1/4, ... (the "exp" smoothing of sacrebleu, method 3 of Chen and Cherry 2014); a text shorter than four
 * words is judged by the n-grams it has, so that a one-word answer can be perfect.
 */
double bleu(const QString &input, const QString &reference);

/** Google BLEU: the smaller one of precision and recall of all n-grams of one to four words. */
double gleu(const QString &input, const QString &reference);

/**
 * METEOR with alpha 0.9, beta 3, gamma 0.5: words match when they are equal, then when their Porter stems
 * are. There is no thesaurus, so synonyms do not match.
 */
double meteor(const QString &input, const QString &reference);

/** ROUGE-N: F1 of the n-grams of \p length words. */
double rougeN(const QString &input, const QString &reference, int length);

/** ROUGE-L: F1 of the longest common subsequence of words, over the whole texts. */
double rougeL(const QString &input, const QString &reference);

/**
 * The cosine of how often each word occurs. The service compares embeddings here, which takes a model; this
 * one sees the words and not what they mean, so its numbers are lower for paraphrases.
 */
double cosine(const QString &input, const QString &reference);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace odc::server {

/** Contents of the sample files, the same for the same arguments. JSONL ends with a line end. */

/** Batch input lines for chat completions, custom ids <prefix>-000001 and on. */
QByteArray chatBatchInput(int lines, const QByteArray &prefix);
/** The output of such a batch, in another order than the input, as the service gives it; without the lines
 * that failed. */
QByteArray chatBatchOutput(int lines, const QByteArray &prefix, int failedStep = 0);
/** Lines of a batch's error file: every \p step th request of the input failed. */
QByteArray chatBatchErrors(int lines, const QByteArray &prefix, int step);
/** Batch input lines for embeddings. */
QByteArray embeddingsBatchInput(int lines);
/** Chat examples for supervised fine-tuning. */
QByteArray trainingExamples(int lines, int seed);
/** Preference pairs for direct preference optimisation. */
QByteArray preferencePairs(int lines);
/** A fine-tuning result table with validation cells on every tenth row. */
QByteArray stepMetrics(int steps, bool complete = true);
/** Evaluation items: text and expected label, with a sample when \p withSample. */
QByteArray evalItems(int lines, bool withSample);
/** A product catalogue as CSV with German headings. */
QByteArray catalogueCsv(int rows);
/** Sales figures as CSV. */
QByteArray salesCsv(int rows);
/** Phone calls, one JSON object a line. */
QByteArray callTranscripts(int calls);

QByteArray handbookMarkdown();
QByteArray returnsPolicyMarkdown();
QByteArray releaseNotesMarkdown();
QByteArray faqHtml();
QByteArray storeDirectoryJson();
QByteArray glossaryText();

} // namespace odc::server

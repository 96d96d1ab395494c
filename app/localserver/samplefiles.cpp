// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/samplefiles.h"

#include "localserver/sampleimages.h"
#include "localserver/sampletexts.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QStringList handbookLines()
{
    return QString::fromUtf8(handbookMarkdown()).split(u'\n');
}

/** What came in today. */
QList<SampleFile> recentFiles()
{
    return {
        {u"support-tickets-2026-q3.jsonl"_s,
         u"batch"_s,
         2 * minute,
         30 * day - 2 * minute,
         chatBatchInput(1200, "t"),
         {}},
        {u"returns-by-shelf.png"_s, u"assistants_output"_s, 3 * minute, 0, samplePng(640, 420, 77), {}},
        {u"train_v14.jsonl"_s, u"fine-tune"_s, 4 * minute, 0, trainingExamples(420, 0), {}},
        {u"handbook-2026.pdf"_s, u"assistants"_s, 11 * minute, 0, samplePdf(handbookLines()), {}},
        {u"catalogue-de.csv"_s, u"user_data"_s, 18 * minute, 0, catalogueCsv(640), {}},
        {u"batch_0192_output.jsonl"_s, u"batch_output"_s, hour, 0, chatBatchOutput(1000, "n", 50), {}},
        {u"batch_0192_errors.jsonl"_s, u"batch_output"_s, hour, 0, chatBatchErrors(1000, "n", 50), {}},
        {u"nightly-batch-12.jsonl"_s,
         u"batch"_s,
         5 * hour,
         30 * day - 5 * hour,
         chatBatchInput(1000, "n"),
         {}},
        {u"train_v13_broken.jsonl"_s, u"fine-tune"_s, hour + 20 * minute, 0,
         trainingExamples(12, 900) + "{\"messages\": [{\"role\": \"user\"\n",
         u"Line 13 is not valid JSON: the object is not closed."_s},
        {u"step_metrics.csv"_s, u"fine-tune-results"_s, 2 * hour, 0, stepMetrics(180), {}},
        {u"shelf-photo-0381.png"_s, u"vision"_s, 3 * hour, 0, samplePng(480, 320, 381), {}},
        {u"triage-golden.jsonl"_s, u"evals"_s, 5 * hour, 0, evalItems(250, false), {}},
    };
}

QList<SampleFile> filesOfThisWeek()
{
    return {
        {u"invoice-extract-0081.jsonl"_s,
         u"batch"_s,
         29 * day + 18 * hour,
         6 * hour,
         chatBatchInput(90, "inv"),
         {}},
        {u"valid_v14.jsonl"_s, u"fine-tune"_s, day + hour, 0, trainingExamples(60, 500), {}},
        {u"stores-cleaned.json"_s, u"assistants_output"_s, day + hour, 0, storeDirectoryJson(), {}},
        {u"handbook-summary.md"_s, u"assistants_output"_s, day + hour, 0, handbookMarkdown(), {}},
        {u"press-kit.md"_s, u"assistants"_s, day + 2 * hour, 29 * day, releaseNotesMarkdown(), {}},
        {u"returns-policy.md"_s, u"user_data"_s, day + 4 * hour, 0, returnsPolicyMarkdown(), {}},
        {u"faq-fr.html"_s, u"assistants"_s, day + 5 * hour, 0, faqHtml(), {}},
        {u"batch_0191_output.jsonl"_s, u"batch_output"_s, 2 * day, 0, chatBatchOutput(300, "m"), {}},
        {u"nightly-batch-11.jsonl"_s,
         u"batch"_s,
         2 * day + hour,
         28 * day - hour,
         chatBatchInput(300, "m"),
         {}},
        {u"embeddings-in-44.jsonl"_s, u"batch"_s, 3 * day, 27 * day, embeddingsBatchInput(800), {}},
        {u"pricing-2026-11.csv"_s, u"user_data"_s, 3 * day + 3 * hour, 0, salesCsv(180), {}},
        {u"call-transcripts-w46.jsonl"_s, u"evals"_s, 3 * day + 5 * hour, 0, callTranscripts(160), {}},
        {u"shelf-photo-0380.png"_s, u"vision"_s, 3 * day + 6 * hour, 0, samplePng(480, 320, 380), {}},
        {u"shelf-photo-0379.png"_s, u"vision"_s, 3 * day + 6 * hour, 0, samplePng(320, 480, 379), {}},
        {u"dpo-pairs-01.jsonl"_s, u"fine-tune"_s, 4 * day, 0, preferencePairs(150), {}},
        {u"step_metrics_dpo.csv"_s, u"fine-tune-results"_s, 4 * day - 2 * hour, 0, stepMetrics(90), {}},
        {u"nightly-eval-input.jsonl"_s, u"evals"_s, 5 * day, 0, evalItems(400, true), {}},
        {u"support-tone.txt"_s, u"user_data"_s, 6 * day, 2 * day, glossaryText(), {}},
    };
}

QList<SampleFile> olderFiles()
{
    return {
        {u"manual-x200.pdf"_s,
         u"assistants"_s,
         10 * day,
         0,
         samplePdf({u"X200 coffee machine"_s, QString(), u"1. Fill the tank with fresh water."_s,
                    u"2. Press the button until the lamp is steady."_s,
                    u"3. Descale every three months (see page 4)."_s}),
         {}},
        {u"train_v12.jsonl"_s, u"fine-tune"_s, 12 * day, 0, trainingExamples(300, 1000), {}},
        {u"valid_v12.jsonl"_s, u"fine-tune"_s, 12 * day, 0, trainingExamples(40, 1400), {}},
        {u"step_metrics_v12.csv"_s, u"fine-tune-results"_s, 11 * day + 20 * hour, 0, stepMetrics(240), {}},
        {u"step_metrics_v11.csv"_s, u"fine-tune-results"_s, 16 * day, 0, stepMetrics(60, false),
         u"The job was cancelled before the table was complete."_s},
        {u"store-directory.json"_s, u"user_data"_s, 14 * day, 0, storeDirectoryJson(), {}},
        {u"glossary.txt"_s, u"assistants"_s, 15 * day, 0, glossaryText(), {}},
        {u"triage-silver.jsonl"_s, u"evals"_s, 17 * day, 0, evalItems(120, true), {}},
        {u"shelf-photo-0322.png"_s, u"vision"_s, 18 * day, 12 * day, samplePng(640, 400, 322), {}},
        {u"batch_0174_output.jsonl"_s, u"batch_output"_s, 20 * day, 0, chatBatchOutput(200, "k"), {}},
        {u"reviews-in-09.jsonl"_s,
         u"batch"_s,
         20 * day + hour,
         10 * day - hour,
         chatBatchInput(200, "k"),
         {}},
        {u"sales-weekly.csv"_s, u"user_data"_s, 24 * day, 0, salesCsv(60), {}},
        {u"handbook-2025.md"_s, u"assistants"_s, 33 * day, 0, handbookMarkdown(), {}},
        {u"umlaute-größen.csv"_s, u"user_data"_s, 40 * day, 0, catalogueCsv(25), {}},
    };
}

} // namespace

QList<SampleFile> sampleFiles()
{
    return recentFiles() + filesOfThisWeek() + olderFiles();
}

} // namespace odc::server

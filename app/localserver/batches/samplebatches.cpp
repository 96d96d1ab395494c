// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/samplebatches.h"

#include "localserver/ids.h"
#include "localserver/sampletexts.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

SampleFate answered(int)
{
    return SampleFate::Answered;
}

/** The lines of \p input that did not get an answer, as they are sent again. */
QByteArray restOf(const QByteArray &input, const std::function<SampleFate(int)> &fate)
{
    QByteArray rest;
    int number = 0;
    for (const QByteArray &line : input.split('\n')) {
        if (!line.isEmpty() && fate(++number) != SampleFate::Answered)
            rest += line + '\n';
    }
    return rest;
}

QByteArray withLine(const QByteArray &input, int number, const QByteArray &what, const QByteArray &by)
{
    QByteArrayList lines = input.split('\n');
    lines[number - 1].replace(what, by);
    return lines.join('\n');
}

QList<SampleBatch> olderBatches()
{
    const auto untilTheEvening = [](int line) {
        if (line > 358)
            return SampleFate::NotReached;
        return line % 71 == 0 ? SampleFate::TooLarge : SampleFate::Answered;
    };
    QByteArray translations = chatBatchInput(500, "tr");
    for (int line = 71; line <= 358; line += 71)
        translations = withLine(translations, line, "\"max_tokens\":8", "\"max_tokens\":900000");
    const auto untilCancelled = [](int line) {
        return line > 312 ? SampleFate::NotReached : SampleFate::Answered;
    };
    return {
        {u"reviews"_s,
         u"reviews-in-09.jsonl"_s,
         {},
         20 * day + hour / 2,
         28 * minute,
         u"completed"_s,
         {{u"job"_s, u"reviews"_s}, {u"owner"_s, u"mara"_s}},
         answered,
         u"batch_0174_output.jsonl"_s,
         {}},
        {u"translations"_s,
         u"translations-q4.jsonl"_s,
         translations,
         6 * day,
         day - minute,
         u"expired"_s,
         {{u"job"_s, u"translations"_s}, {u"owner"_s, u"ines"_s}},
         untilTheEvening,
         {},
         {}},
        {u"embeddings"_s,
         u"embeddings-in-44.jsonl"_s,
         {},
         3 * day - minute,
         41 * minute,
         u"cancelled"_s,
         {{u"job"_s, u"search index"_s}},
         untilCancelled,
         {},
         {}},
        {u"nightly 11"_s,
         u"nightly-batch-11.jsonl"_s,
         {},
         2 * day + hour / 2,
         28 * minute,
         u"completed"_s,
         {{u"job"_s, u"nightly"_s}, {u"owner"_s, u"mara"_s}, {u"run"_s, u"11"_s}},
         answered,
         u"batch_0191_output.jsonl"_s,
         {}},
    };
}

/** The same requests three times, until each has an answer. */
QList<SampleBatch> attempts()
{
    const auto first = [](int line) {
        if (line % 13 != 0)
            return SampleFate::Answered;
        return line % 26 == 0 ? SampleFate::Broken : SampleFate::Busy;
    };
    const auto second = [](int line) { return line % 5 == 0 ? SampleFate::Busy : SampleFate::Answered; };
    const QByteArray input = chatBatchInput(240, "sum");
    const QByteArray rest = restOf(input, first);
    SampleBatch begin{u"summaries"_s,
                      u"summaries-w46.jsonl"_s,
                      input,
                      day + 3 * hour,
                      55 * minute,
                      u"completed"_s,
                      {{u"job"_s, u"summaries"_s}, {u"owner"_s, u"ines"_s}},
                      first,
                      {},
                      {}};
    SampleBatch again = begin;
    again.metadata[u"odc_first_batch"_s] = begin.id();
    again.metadata[u"odc_attempt"_s] = u"1"_s;
    again.name = u"summaries 1"_s;
    again.filename = u"summaries-w46-rest-1.jsonl"_s;
    again.input = rest;
    again.ageSeconds = day + hour;
    again.tookSeconds = 9 * minute;
    again.fate = second;
    SampleBatch last = again;
    last.metadata[u"odc_attempt"_s] = u"2"_s;
    last.name = u"summaries 2"_s;
    last.filename = u"summaries-w46-rest-2.jsonl"_s;
    last.input = restOf(rest, second);
    last.ageSeconds = 22 * hour;
    last.tookSeconds = 4 * minute;
    last.fate = answered;
    return {begin, again, last};
}

QList<SampleBatch> partsOfOneList()
{
    QList<SampleBatch> parts;
    for (const int part : {1, 2}) {
        const QJsonObject metadata{{u"job"_s, u"catalogue"_s},
                                   {u"odc_group"_s, u"7f3a91c2"_s},
                                   {u"odc_group_part"_s, u"%1/2"_s.arg(part)}};
        parts.append({u"catalogue %1"_s.arg(part),
                      u"catalogue-texts-%1-of-2.jsonl"_s.arg(part),
                      chatBatchInput(part == 1 ? 150 : 110, "cat" + QByteArray::number(part)),
                      9 * hour - part,
                      (10 + 3 * part) * minute,
                      u"completed"_s,
                      metadata,
                      answered,
                      {},
                      {}});
    }
    return parts;
}

QList<SampleBatch> batchesOfToday()
{
    const auto oneInFifty = [](int line) { return line % 50 == 0 ? SampleFate::Busy : SampleFate::Answered; };
    QByteArray slip = chatBatchInput(60, "tone");
    slip.replace("gpt-4.1-mini", "gtp-4.1-mini");
    QByteArray mixed = chatBatchInput(40, "imp");
    for (const int line : {7, 8, 21})
        mixed = withLine(mixed, line, "/v1/chat/completions", "/v1/responses");
    mixed = withLine(mixed, 33, "gpt-4.1-mini", "gpt-4.1-nano");
    // Some of its lines are answered only when they are sent again.
    QByteArray live = chatBatchInput(600, "live");
    for (const int line : {88, 240, 511})
        live = withLine(live, line, "\",\"role\":\"user\"", " [[never before 1]]\",\"role\":\"user\"");
    return {
        {u"nightly 12"_s,
         u"nightly-batch-12.jsonl"_s,
         {},
         5 * hour - minute,
         3 * hour + 50 * minute,
         u"completed"_s,
         {{u"job"_s, u"nightly"_s}, {u"owner"_s, u"mara"_s}, {u"run"_s, u"12"_s}},
         oneInFifty,
         u"batch_0192_output.jsonl"_s,
         u"batch_0192_errors.jsonl"_s},
        {u"tone check"_s,
         u"tone-check-0042.jsonl"_s,
         slip,
         2 * hour,
         2 * minute,
         u"completed"_s,
         {{u"job"_s, u"tone check"_s}},
         [](int) { return SampleFate::NoModel; },
         {},
         {}},
        {u"import"_s,
         u"import-mixed.jsonl"_s,
         mixed,
         50 * minute,
         0,
         u"failed"_s,
         {{u"job"_s, u"import"_s}, {u"owner"_s, u"ines"_s}},
         {},
         {},
         {}},
        {u"live"_s,
         u"support-tickets-live.jsonl"_s,
         live,
         2 * minute,
         10 * minute,
         u"validating"_s,
         {{u"job"_s, u"triage"_s}, {u"owner"_s, u"mara"_s}},
         {},
         {},
         {}},
    };
}

} // namespace

QString SampleBatch::id() const
{
    return stableId("batch_"_L1, u"sample:"_s + name);
}

QList<SampleBatch> sampleBatches()
{
    return olderBatches() + attempts() + partsOfOneList() + batchesOfToday();
}

} // namespace odc::server

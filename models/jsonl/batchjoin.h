// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/jsonlwork.h"

#include <QList>
#include <QString>

#include <vector>

namespace odc {

/// What became of one request of a batch. By `status_code` and `error`, never by whether there is a body (WIRE §8).
enum class BatchRowState : quint8 {
    Answered, ///< 2xx
    Failed,   ///< another HTTP status, or an error that is none of the following
    Expired,  ///< the batch's time was over
    Cancelled,
    Missing ///< in no file
};

/// A file with answers: the output or the error file of one batch.
struct BatchAnswerFile
{
    QString path;
    int attempt = 0; ///< 0: the first batch, 1: what was sent again, ...
};

/// A stretch of one of the files: a line.
struct BatchLine
{
    qint64 offset = -1; ///< -1: there is none
    quint32 size = 0;
    bool isThere() const { return offset >= 0; }
};

/// One request and its answer; 48 bytes, whatever their size: lines are read when they are shown.
struct BatchRow
{
    BatchLine input;
    BatchLine answer;
    quint32 inputTokens = 0;
    quint32 outputTokens = 0;
    quint16 httpStatus = 0; ///< 0: none; users have seen a 0 that was sent, too
    quint16 error = 0;      ///< into BatchResults::errors; 0: none
    quint16 file = 0;       ///< into BatchResults::files, of `answer`
    BatchRowState state = BatchRowState::Missing;
    bool isDuplicate = false; ///< answered more than once; the first success counts, else the last answer
};

/// A kind of failure, and how many rows ended with it.
struct BatchErrorKind
{
    int httpStatus = 0;
    QString code;    ///< `code`, else `type`; the server's words
    QString message; ///< of the first one
    qint64 count = 0;
    bool isOthers = false; ///< it stands for all the kinds that are too many to be told apart
};

/// What filters and tables call the kinds that are not told apart.
constexpr QLatin1StringView otherKindsWord{"(other kinds)"};

/// Requests and answers of a batch, and of those that were sent for what it left, joined on `custom_id`. A value; share it
/// by pointer.
struct BatchResults
{
    QString input; ///< path; empty: the input file is not at hand, and rows are what was answered
    QList<BatchAnswerFile> files;
    std::vector<BatchRow> rows;   ///< in the order of the input; then answers to ids that it does not have
    QList<BatchErrorKind> errors; ///< the first one means none
    qint64 counts[5] = {};        ///< rows by BatchRowState
    qint64 duplicates = 0;        ///< rows answered more than once
    qint64 strays = 0;            ///< rows whose id is not in the input
    qint64 unreadable = 0;        ///< lines of the answers that are no JSON or have no id
    int unreadableAttempt = -1;   ///< the last attempt that has such lines
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    bool stopped = false; ///< on request: nothing else can be relied on
    /// Empty lines of the input are no requests: a row that some stand right before, and how many do up to there.
    struct Gap
    {
        quint32 row = 0;
        quint32 emptyLines = 0;
    };
    std::vector<Gap> gaps; ///< in the order of the rows

    qint64 count(BatchRowState state) const { return counts[size_t(state)]; }
    /// It looks as if it had no answer, but a line that cannot be read may be one: of the attempt that had
    /// it, or of a later one.
    bool mayBeAnswered(const BatchRow &row) const;
    /// The word of its error for filters and tables: the server's own, or that for the kinds not told apart.
    QString errorCode(const BatchRow &row) const;
    /// The line of the input, from 1, that row number `row` is; 0 when it is in no input.
    qint64 inputLineNumber(size_t row) const;
    /// The line as it stands in its file; empty when there is none, or it cannot be read any more.
    QByteArray inputOf(const BatchRow &row) const;
    QByteArray answerOf(const BatchRow &row) const;
};

/// Joins. Takes a moment for 3 x 200 MB: call it on the pool. An error when a file cannot be read.
Result<BatchResults> joinBatch(const QString &inputPath, const QList<BatchAnswerFile> &answers,
                               const JsonlWorkPtr &work = {});

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/batchjoin.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace odc {

/// What one side says: a message, a text to be embedded, an answer.
struct BatchMessage
{
    QString role; ///< the wire's word: "system", "user", "assistant", "input", "prompt"; never empty
    QString text;
    bool operator==(const BatchMessage &) const = default;
};

/// The beginnings of what a row's two lines say, as a table shows them.
struct BatchCells
{
    QString customId;
    QString request; ///< the last thing the user said
    QString answer;  ///< what was answered, or why not
    QString requestId;
    std::optional<double> seconds; ///< that the answer took, where it says when it was made
};

/// A row as a whole, for reading.
struct BatchReading
{
    QString customId;
    QString requestId;
    QString model;
    QList<BatchMessage> request;
    QList<BatchMessage> answer; ///< empty when there is none, or only an error
    QString errorMessage;
    QString errorCode;
    QString errorType;
    QString errorParam;
    QString finishReason;
    bool tooLong = false; ///< a line was too long to be read here
};

/// Where a text is looked for.
enum class BatchPlace : quint8 { Anywhere, CustomId, Request, Answer, RequestId };

/// Reads what the lines of a batch's files say to a person, whatever endpoint they are of. Lines are read
/// from the files when they are asked for: call it on the pool, from one thread at a time. It keeps the files
/// open while it lives.
class BatchTextReader
{
public:
    /// A longer line is not taken apart; the files' viewer shows any.
    static constexpr quint32 longestLine = 16 * 1024 * 1024;

    explicit BatchTextReader(std::shared_ptr<const BatchResults> results);
    ~BatchTextReader();

    /// No text is longer than `most` UTF-16 units.
    BatchCells cells(const BatchRow &row, int most);
    BatchReading reading(const BatchRow &row);
    /// Whether the texts in that place have `folded`, which is case folded UTF-8: what people read, not names
    /// of JSON members.
    bool mentions(const BatchRow &row, BatchPlace place, const QByteArray &folded);
    /// The lines as they stand in the files; empty when there is none, or it cannot be read any more.
    QByteArray inputLine(const BatchRow &row);
    QByteArray answerLine(const BatchRow &row);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace odc

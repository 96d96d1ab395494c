// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

class QIODevice;

namespace odc {

/// A line of the data that cannot be used.
struct RowProblem
{
    qint64 line = 0; ///< from 1
    QString message; ///< translated
};

/// The rows of JSONL data as a run takes them: each {"item":{…}, "sample":{…}?}. Lines that are plain objects
/// are taken for items.
struct EvalRows
{
    QJsonArray content;
    QList<qint64> lines;        ///< where each row stood, from 1
    QList<RowProblem> problems; ///< the first ones
    qint64 problemCount = 0;
    qint64 bytes = 0;   ///< read
    qint64 total = 0;   ///< bytes there are
    qint64 plain = 0;   ///< rows that were plain objects
    qint64 samples = 0; ///< rows that bring a sample
    QString error;      ///< translated; the data could not be read at all

    bool isComplete() const { return bytes >= total; }
};

/// Where reading ends, whichever comes first.
struct RowLimits
{
    qint64 bytes = 16 * 1024 * 1024;
    qint64 rows = 50'000;
};

/// Reads rows, and checks each against the schema of the eval's items (empty: any). Pure; any thread.
EvalRows readRows(QIODevice &device, const QJsonObject &itemSchema, const RowLimits &limits = {});
EvalRows readRows(const QByteArray &text, const QJsonObject &itemSchema, const RowLimits &limits = {});
EvalRows readRowsOfFile(const QString &path, const QJsonObject &itemSchema, const RowLimits &limits = {});

/// Checks rows that are there already.
QList<RowProblem> checkRows(const QJsonArray &content, const QJsonObject &itemSchema, qsizetype most);

/// Why a text is no JSON, with line and column counted from 1.
struct JsonFault
{
    QString message; ///< translated; empty: it is JSON
    int line = 0;
    int column = 0;
    /// "Line 3, column 7: …"
    QString sentence() const;
};
/// Reads any JSON value; undefined, and `fault` is set, when it is none.
QJsonValue parseJson(const QByteArray &text, JsonFault *fault);

} // namespace odc

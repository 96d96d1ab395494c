// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchexport.h"

#include "base/csv.h"
#include "batches/batchtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QSaveFile>

#include <simdjson.h>

#include <limits>

namespace odc {

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

namespace {

constexpr int whole = std::numeric_limits<int>::max() / 8; ///< no text is cut
constexpr int tellEvery = 100;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BatchExport)
};

/// Members of a line, letter for letter as they stand there: numbers that no program could hold stay what
/// they are.
QHash<QByteArray, QByteArray> membersOf(const QByteArray &line)
{
    QHash<QByteArray, QByteArray> members;
    const simdjson::padded_string padded(line.constData(), size_t(line.size()));
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    if (line.isEmpty() || parser.iterate(padded).get(document) || document.get_object().get(object))
        return members;
    for (auto field : object) {
        std::string_view key;
        if (field.unescaped_key().get(key))
            return members;
        const QByteArray name(key.data(), qsizetype(key.size()));
        std::string_view raw;
        ondemand::value value;
        if (field.value().get(value) || simdjson::to_json_string(value).get(raw))
            return members;
        members.insert(name, QByteArray(raw.data(), qsizetype(raw.size())).trimmed());
    }
    return members;
}

QString stateWord(BatchRowState state)
{
    switch (state) {
    case BatchRowState::Answered:
        return u"answered"_s;
    case BatchRowState::Failed:
        return u"failed"_s;
    case BatchRowState::Expired:
        return u"expired"_s;
    case BatchRowState::Cancelled:
        return u"cancelled"_s;
    case BatchRowState::Missing:
        break;
    }
    return u"missing"_s;
}

QVariant positive(qint64 number)
{
    return number > 0 ? QVariant(number) : QVariant();
}

/// What goes into the file for a row; empty: nothing. An error when its lines cannot be read any more.
Result<QByteArray> textOf(const BatchExport &wanted, int number, BatchTextReader &reader)
{
    const BatchRow &row = wanted.results->rows[size_t(number)];
    if (wanted.format == BatchExportFormat::Csv) {
        const BatchCells cells = reader.cells(row, whole);
        QStringList fields;
        for (const QByteArray &column : wanted.columns)
            fields << csv::field(batchValue(*wanted.results, number, cells, column));
        return fields.join(u',').toUtf8() + "\r\n";
    }
    const QByteArray answer = reader.answerLine(row);
    const bool joined = wanted.format == BatchExportFormat::JoinedLines;
    const QByteArray input = joined ? reader.inputLine(row) : QByteArray();
    if (answer.size() != qsizetype(row.answer.size) || (joined && input.size() != qsizetype(row.input.size)))
        return failure(ApiError::make(ApiError::Kind::LocalFile,
                                      Tr::tr("The files of the batch became shorter while they were read.")));
    if (!joined)
        return answer.isEmpty() ? answer : answer + '\n';
    return joinedLine(input, answer,
                      row.answer.isThere() ? wanted.results->files.at(row.file).attempt + 1 : 0) +
           '\n';
}

} // namespace

QVariant batchValue(const BatchResults &results, int number, const BatchCells &cells,
                    const QByteArray &column)
{
    const BatchRow &row = results.rows[size_t(number)];
    if (column == "custom_id")
        return cells.customId;
    if (column == "status")
        return stateWord(row.state);
    if (column == "http")
        return positive(row.httpStatus);
    if (column == "request")
        return cells.request;
    if (column == "answer")
        return cells.answer;
    if (column == "tokens")
        return positive(qint64(row.inputTokens) + row.outputTokens);
    if (column == "input_tokens")
        return positive(row.inputTokens);
    if (column == "output_tokens")
        return positive(row.outputTokens);
    if (column == "seconds")
        return cells.seconds ? QVariant(*cells.seconds) : QVariant();
    if (column == "attempt")
        return row.answer.isThere() ? QVariant(results.files.at(row.file).attempt + 1) : QVariant();
    if (column == "line")
        return positive(results.inputLineNumber(size_t(number)));
    if (column == "request_id")
        return cells.requestId;
    if (column == "error")
        return row.error > 0 ? QVariant(results.errorCode(row)) : QVariant();
    if (column == "note")
        return row.isDuplicate                                    ? u"duplicate"_s
               : !row.input.isThere() && !results.input.isEmpty() ? u"stray"_s
                                                                  : QString();
    return {};
}

QByteArray joinedLine(const QByteArray &input, const QByteArray &answer, int attempt)
{
    const QHash<QByteArray, QByteArray> request = membersOf(input);
    const QHash<QByteArray, QByteArray> result = membersOf(answer);
    const QByteArray none = "null";
    const QByteArray id =
        request.contains("custom_id") ? request.value("custom_id") : result.value("custom_id", none);
    return "{\"custom_id\":" + id + ",\"request\":" + request.value("body", none) +
           ",\"response\":" + result.value("response", none) + ",\"error\":" + result.value("error", none) +
           ",\"attempt\":" + (attempt > 0 ? QByteArray::number(attempt) : none) + '}';
}

Result<qint64> writeBatchExport(const BatchExport &wanted, const JsonlWorkPtr &work)
{
    QSaveFile file(wanted.path);
    const auto notWritten = [&] {
        return failure(
            ApiError::make(ApiError::Kind::LocalFile,
                           Tr::tr("%1 could not be written: %2").arg(wanted.path, file.errorString())));
    };
    if (!file.open(QIODevice::WriteOnly))
        return notWritten();
    if (wanted.format == BatchExportFormat::Csv) {
        const QByteArray header = wanted.columns.join(',') + "\r\n";
        if (file.write(header) != header.size())
            return notWritten();
    }
    BatchTextReader reader(wanted.results);
    qint64 written = 0;
    int told = 0;
    for (const int row : wanted.rows) {
        const Result<QByteArray> text = textOf(wanted, row, reader);
        if (!text)
            return failure(text.error());
        if (!text->isEmpty()) {
            if (file.write(*text) != text->size())
                return notWritten();
            ++written;
        }
        if (work && ++told % tellEvery == 0) {
            work->done = told;
            if (work->stop)
                return failure(ApiError::make(ApiError::Kind::Cancelled));
        }
    }
    // flush(): on a full disk Qt 6.4's commit() does not notice that the last block was refused.
    if (!file.flush() || file.error() != QFileDevice::NoError || !file.commit())
        return notWritten();
    return written;
}

} // namespace odc

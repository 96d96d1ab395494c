// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jsonl/jsonlwork.h"
#include "jsonl/table.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// What each row of a table is asked. Texts hold placeholders: {{column}}, with blanks inside or not; \{{ is
/// just two braces.
struct BatchTemplate
{
    QString endpoint{}; ///< "/v1/chat/completions", "/v1/responses" or "/v1/embeddings"
    QString model{};
    QString system{};                  ///< may be empty; not used for embeddings
    QString user{};                    ///< for embeddings, the input
    std::optional<qint64> maxTokens{}; ///< of the answer
    std::optional<double> temperature{};
    QString more{};     ///< more members of the body: empty or a JSON object, no placeholders; they win over
                        ///< those above
    QString idColumn{}; ///< whose values are the custom_ids; empty: "row-1", "row-2", ...
};

enum class BatchTemplateField : quint8 {
    Endpoint,
    Model,
    System,
    User,
    MaxTokens,
    Temperature,
    More,
    IdColumn
};

/// Something wrong in a template, and where.
struct BatchTemplateProblem
{
    BatchTemplateField field = BatchTemplateField::User;
    qsizetype position = 0; ///< in the field's text, in UTF-16 units
    qsizetype length = 0;   ///< 0: the whole field
    QString message;        ///< translated sentence
    bool isWarning = false;
};

/// A placeholder as it stands in a text.
struct BatchPlaceholder
{
    qsizetype position = 0; ///< of its opening braces, in UTF-16 units
    qsizetype length = 0;   ///< with all braces
    QString column;         ///< between them, trimmed
    bool isClosed = true;
};

/// The endpoints that a table can be sent to.
const QStringList &tableEndpoints();

/// The placeholders of `text`, in order; an unclosed one reaches to the end of its line.
QList<BatchPlaceholder> batchPlaceholders(const QString &text);

/// What is wrong with the template for a table of these columns; empty: it can be used. Pure.
QList<BatchTemplateProblem> checkBatchTemplate(const BatchTemplate &what, const QStringList &columns);

/// `text` with the row's values in it; what the row does not have is empty. Pure.
QString fillPlaceholders(const QString &text, const QStringList &columns, const TableRow &row);

/// The request's body of a row. The template has no problems. Pure.
QJsonObject batchBodyOf(const BatchTemplate &what, const QStringList &columns, const TableRow &row);
/// The row's custom_id; empty when its column is.
QString batchIdOf(const BatchTemplate &what, const QStringList &columns, const TableRow &row);
/// {"custom_id":…,"method":"POST","url":…,"body":{…}} as it stands in the batch file, without a line end.
/// Pure.
QByteArray batchLineOf(const BatchTemplate &what, const QStringList &columns, const TableRow &row);

/// What became of a table.
struct TableBatch
{
    qint64 lines = 0;
    QList<TableProblem>
        problems; ///< the first ones: ids that are empty or used twice; then nothing was written
    qint64 problemCount = 0;
};

/// Writes a batch line for each row to `path`, whole or not at all; with problems nothing is written.
/// Splitting is for splitBatchFile(). An error when a file cannot be read or written, the template has
/// problems, or on request (Cancelled). Call it on the pool.
Result<TableBatch> writeBatchFromTable(const Table &table, const BatchTemplate &what, const QString &path,
                                       const JsonlWorkPtr &work = {});

} // namespace odc

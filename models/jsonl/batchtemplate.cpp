// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchtemplate.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <unordered_map>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

using Field = BatchTemplateField;

constexpr qsizetype mostProblems = 1000;
constexpr qint64 leastOutputTokens = 16; // of /v1/responses

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BatchTemplate)
};

tl::unexpected<ApiError> fails(const QString &why)
{
    return failure(ApiError::make(ApiError::Kind::LocalFile, why));
}

bool isEmbedding(const BatchTemplate &what)
{
    return what.endpoint == "/v1/embeddings"_L1;
}

bool isResponses(const BatchTemplate &what)
{
    return what.endpoint == "/v1/responses"_L1;
}

QJsonObject message(const QString &role, const QString &text)
{
    return {{u"role"_s, role}, {u"content"_s, text}};
}

/// A text as JSON writes it, with its quotation marks.
QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

void checkText(const QString &text, Field field, const QStringList &columns,
               QList<BatchTemplateProblem> &problems)
{
    const QList<BatchPlaceholder> places = batchPlaceholders(text);
    for (const BatchPlaceholder &place : places) {
        const auto add = [&](const QString &why) {
            problems.append({field, place.position, place.length, why});
        };
        if (!place.isClosed)
            add(Tr::tr("The placeholder is not closed: }} is missing."));
        else if (place.column.isEmpty())
            add(Tr::tr("The placeholder is empty: it names a column, as in {{%1}}.").arg(columns.value(0)));
        else if (!columns.contains(place.column))
            add(Tr::tr("The table has no column “%1”.").arg(place.column));
    }
}

void checkMore(const QString &more, QList<BatchTemplateProblem> &problems)
{
    if (more.trimmed().isEmpty())
        return;
    const QByteArray bytes = more.toUtf8();
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError) {
        const qsizetype at = std::clamp<qsizetype>(fault.offset, 0, bytes.size());
        problems.append({Field::More, QString::fromUtf8(bytes.first(at)).size(), 1,
                         Tr::tr("This is no JSON: %1.").arg(fault.errorString())});
    } else if (!document.isObject()) {
        problems.append({Field::More, 0, 0, Tr::tr("More members are a JSON object: {\"top_p\": 0.9}.")});
    } else if (document.object().value("stream"_L1).toBool()) {
        problems.append({Field::More, 0, 0, Tr::tr("A batch cannot stream its answers.")});
    }
}

} // namespace

const QStringList &tableEndpoints()
{
    static const QStringList endpoints{u"/v1/chat/completions"_s, u"/v1/responses"_s, u"/v1/embeddings"_s};
    return endpoints;
}

QList<BatchPlaceholder> batchPlaceholders(const QString &text)
{
    QList<BatchPlaceholder> places;
    for (qsizetype at = 0; (at = text.indexOf("{{"_L1, at)) >= 0;) {
        if (at > 0 && text[at - 1] == u'\\') {
            at += 2;
            continue;
        }
        const qsizetype stop = text.indexOf("}}"_L1, at + 2);
        qsizetype lineEnd = text.indexOf(u'\n', at);
        if (lineEnd < 0)
            lineEnd = text.size();
        const bool closed = stop >= 0 && stop < lineEnd;
        const qsizetype end = closed ? stop + 2 : lineEnd;
        const qsizetype inside = closed ? stop : lineEnd;
        places.append({at, end - at, text.sliced(at + 2, inside - at - 2).trimmed(), closed});
        at = end;
    }
    return places;
}

QString fillPlaceholders(const QString &text, const QStringList &columns, const TableRow &row)
{
    QString filled;
    qsizetype at = 0;
    const auto addPlain = [&](qsizetype to) {
        filled += text.sliced(at, to - at).replace("\\{{"_L1, "{{"_L1);
        at = to;
    };
    const QList<BatchPlaceholder> places = batchPlaceholders(text);
    for (const BatchPlaceholder &place : places) {
        if (!place.isClosed)
            continue;
        addPlain(place.position);
        filled += row.values.value(columns.indexOf(place.column));
        at = place.position + place.length;
    }
    addPlain(text.size());
    return filled;
}

QList<BatchTemplateProblem> checkBatchTemplate(const BatchTemplate &what, const QStringList &columns)
{
    QList<BatchTemplateProblem> problems;
    const auto add = [&](Field field, const QString &why) { problems.append({field, 0, 0, why}); };
    if (!tableEndpoints().contains(what.endpoint))
        add(Field::Endpoint, Tr::tr("Tables can be sent to %1.").arg(tableEndpoints().join(u", "_s)));
    if (what.model.trimmed().isEmpty())
        add(Field::Model, Tr::tr("The model is missing."));
    if (!isEmbedding(what))
        checkText(what.system, Field::System, columns, problems);
    if (what.user.trimmed().isEmpty())
        add(Field::User, Tr::tr("The text that is asked is missing."));
    checkText(what.user, Field::User, columns, problems);
    if (!isEmbedding(what)) {
        if (what.maxTokens && *what.maxTokens < 1)
            add(Field::MaxTokens, Tr::tr("At least one token."));
        else if (what.maxTokens && isResponses(what) && *what.maxTokens < leastOutputTokens)
            add(Field::MaxTokens, Tr::tr("At least %1 tokens for this endpoint.").arg(leastOutputTokens));
        if (what.temperature && !(*what.temperature >= 0 && *what.temperature <= 2))
            add(Field::Temperature, Tr::tr("The temperature is from 0 to 2."));
    }
    checkMore(what.more, problems);
    if (!what.idColumn.isEmpty() && !columns.contains(what.idColumn))
        add(Field::IdColumn, Tr::tr("The table has no column “%1”.").arg(what.idColumn));
    const bool asksTheSame = batchPlaceholders(what.user).isEmpty() &&
                             (isEmbedding(what) || batchPlaceholders(what.system).isEmpty());
    if (asksTheSame && !what.user.trimmed().isEmpty()) {
        problems.append({Field::User, 0, 0, Tr::tr("No placeholder: every row asks the same."), true});
    }
    return problems;
}

QJsonObject batchBodyOf(const BatchTemplate &what, const QStringList &columns, const TableRow &row)
{
    QJsonObject body{{u"model"_s, what.model.trimmed()}};
    const QString user = fillPlaceholders(what.user, columns, row);
    if (isEmbedding(what)) {
        body.insert("input"_L1, user);
    } else {
        const QString system = fillPlaceholders(what.system, columns, row);
        const bool hasSystem = !what.system.trimmed().isEmpty();
        if (isResponses(what)) {
            body.insert("input"_L1, user);
            if (hasSystem)
                body.insert("instructions"_L1, system);
        } else {
            QJsonArray messages;
            if (hasSystem)
                messages.append(message(u"system"_s, system));
            messages.append(message(u"user"_s, user));
            body.insert("messages"_L1, messages);
        }
        if (what.maxTokens)
            body.insert(isResponses(what) ? "max_output_tokens"_L1 : "max_completion_tokens"_L1,
                        *what.maxTokens);
        if (what.temperature)
            body.insert("temperature"_L1, *what.temperature);
    }
    const QJsonObject more = QJsonDocument::fromJson(what.more.toUtf8()).object();
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

QString batchIdOf(const BatchTemplate &what, const QStringList &columns, const TableRow &row)
{
    return what.idColumn.isEmpty() ? u"row-%1"_s.arg(row.number)
                                   : row.values.value(columns.indexOf(what.idColumn)).trimmed();
}

QByteArray batchLineOf(const BatchTemplate &what, const QStringList &columns, const TableRow &row)
{
    // By hand, in the order in which everybody writes it.
    return R"({"custom_id":)" + quoted(batchIdOf(what, columns, row)) + R"(,"method":"POST","url":)" +
           quoted(what.endpoint) + R"(,"body":)" +
           QJsonDocument(batchBodyOf(what, columns, row)).toJson(QJsonDocument::Compact) + '}';
}

Result<TableBatch> writeBatchFromTable(const Table &table, const BatchTemplate &what, const QString &path,
                                       const JsonlWorkPtr &work)
{
    const QList<BatchTemplateProblem> wrong = checkBatchTemplate(what, table.columns);
    for (const BatchTemplateProblem &problem : wrong) {
        if (!problem.isWarning)
            return fails(problem.message);
    }
    TableBatch batch;
    const auto add = [&](qint64 line, const QString &why) {
        ++batch.problemCount;
        if (batch.problems.size() < mostProblems)
            batch.problems.append({line, why});
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fails(Tr::tr("%1 could not be written: %2").arg(path, file.errorString()));
    TableReader reader(table.path, table.format, table.columns);
    if (table.format.kind == TableFormat::Kind::Separated && table.format.hasHeader)
        reader.next();
    std::unordered_map<QByteArray, qint64> ids; // and the line of the first row that has it
    qint64 told = 0;
    for (qint64 number = 1; auto row = reader.next(); ++number) {
        row->number = number;
        row->values.resize(table.columns.size());
        if (!what.idColumn.isEmpty()) {
            const QString id = batchIdOf(what, table.columns, *row);
            const auto [first, isNew] = ids.try_emplace(id.toUtf8(), row->line);
            if (id.isEmpty())
                add(row->line,
                    Tr::tr("The row has no value in “%1”, which is its custom_id.").arg(what.idColumn));
            else if (!isNew)
                add(row->line,
                    Tr::tr("The custom_id “%1” is used in line %2 already.").arg(id).arg(first->second));
        }
        if (batch.problemCount == 0)
            file.write(batchLineOf(what, table.columns, *row) + '\n');
        ++batch.lines;
        if (work) {
            work->done += reader.position() - told;
            told = reader.position();
            if (work->stop)
                return failure(ApiError::make(ApiError::Kind::Cancelled));
        }
    }
    if (!reader.error().isEmpty())
        return fails(reader.error());
    if (batch.lines != table.rows)
        return fails(Tr::tr("%1 changed since it was read.").arg(table.path));
    if (batch.problemCount > 0)
        return batch;
    if (batch.lines == 0)
        return fails(Tr::tr("The table has no row."));
    if (!file.commit())
        return fails(Tr::tr("%1 could not be written: %2").arg(path, file.errorString()));
    return batch;
}

} // namespace odc

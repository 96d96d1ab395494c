// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryset.h"

#include "base/csv.h"
#include "jsonl/table.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

/// Q_INIT_RESOURCE works outside of namespaces only.
static void takeStoresResource()
{
    Q_INIT_RESOURCE(stores);
}

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto nameKey = "name"_L1;
constexpr auto queriesKey = "queries"_L1;
constexpr auto queryKey = "query"_L1;
constexpr auto expectedKey = "expected"_L1;
constexpr auto idKey = "file_id"_L1;
constexpr auto filenameKey = "filename"_L1;
constexpr auto noteKey = "note"_L1;

constexpr auto queryColumn = "query"_L1;
constexpr auto fileColumn = "expected_file"_L1;
constexpr auto fileIdColumn = "expected_file_id"_L1;
constexpr auto noteColumn = "note"_L1;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(QuerySet)
};

/// csv::field() puts an apostrophe before what a spreadsheet would run. One that stands there already gets
/// another, so that taking one away gives back what was written.
QString csvField(const QString &text)
{
    return csv::field(text.startsWith(u'\'') ? u'\'' + text : text);
}

QString fromField(const QString &text)
{
    return text.size() > 1 && text.front() == u'\'' && u"'=+-@\t\r\n"_s.contains(text.at(1)) ? text.mid(1)
                                                                                             : text;
}

void addExpected(QList<ExpectedFile> &files, const ExpectedFile &file)
{
    if (file.id.isEmpty() && file.name.isEmpty())
        return;
    for (ExpectedFile &there : files) {
        const bool same = file.id.isEmpty() || there.id.isEmpty()
                              ? !file.name.isEmpty() && file.name == there.name
                              : file.id == there.id;
        if (same) { // what the one does not know, the other may
            there.id = there.id.isEmpty() ? file.id : there.id;
            there.name = there.name.isEmpty() ? file.name : there.name;
            return;
        }
    }
    files.append(file);
}

} // namespace

QString queryText(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            lines << trimmed;
    }
    return lines.join(u'\n');
}

QStringList SetQuery::queries() const
{
    return queryText(text).split(u'\n', Qt::SkipEmptyParts);
}

bool SetQuery::expects(const QString &fileId, const QString &filename) const
{
    return std::any_of(expected.cbegin(), expected.cend(),
                       [&](const ExpectedFile &file) { return file.matches(fileId, filename); });
}

qsizetype QuerySet::indexOf(const QString &text) const
{
    const QString wanted = queryText(text);
    for (qsizetype i = 0; i < queries.size(); ++i) {
        if (queries.at(i).text == wanted)
            return i;
    }
    return -1;
}

void QuerySet::add(const SetQuery &query)
{
    const QString text = queryText(query.text);
    if (text.isEmpty())
        return;
    qsizetype at = indexOf(text);
    if (at < 0) {
        at = queries.size();
        queries.append({text});
    }
    SetQuery &there = queries[at];
    for (const ExpectedFile &file : query.expected)
        addExpected(there.expected, file);
    if (there.note.isEmpty())
        there.note = query.note;
}

void QuerySet::setExpected(const QString &text, const ExpectedFile &file, bool expected)
{
    if (expected) {
        add({text, {file}});
        return;
    }
    const qsizetype at = indexOf(text);
    if (at < 0)
        return;
    queries[at].expected.removeIf(
        [&file](const ExpectedFile &there) { return there.matches(file.id, file.name); });
}

QJsonObject QuerySet::toJson() const
{
    QJsonArray all;
    for (const SetQuery &query : queries) {
        QJsonObject object{{queryKey, query.text}};
        QJsonArray files;
        for (const ExpectedFile &file : query.expected) {
            QJsonObject entry;
            if (!file.id.isEmpty())
                entry.insert(idKey, file.id);
            if (!file.name.isEmpty())
                entry.insert(filenameKey, file.name);
            files.append(entry);
        }
        object.insert(expectedKey, files);
        if (!query.note.isEmpty())
            object.insert(noteKey, query.note);
        all.append(object);
    }
    return {{nameKey, name}, {queriesKey, all}};
}

std::optional<QuerySet> QuerySet::fromJson(const QJsonObject &object)
{
    if (!object.value(queriesKey).isArray() || !object.value(nameKey).isString())
        return {};
    QuerySet set;
    set.name = object.value(nameKey).toString();
    const QJsonArray all = object.value(queriesKey).toArray();
    for (const QJsonValue &value : all) {
        SetQuery query{value[queryKey].toString(), {}, value[noteKey].toString()};
        const QJsonArray files = value[expectedKey].toArray();
        for (const QJsonValue &file : files)
            query.expected.append({file[idKey].toString(), file[filenameKey].toString()});
        set.add(query);
    }
    return set;
}

QByteArray QuerySet::toCsv() const
{
    QString text;
    const auto line = [&text](const QStringList &fields) { text += fields.join(u',') + u"\r\n"_s; };
    line({queryColumn, fileColumn, fileIdColumn, noteColumn});
    for (const SetQuery &query : queries) {
        const QList<ExpectedFile> files = query.expected.isEmpty() ? QList<ExpectedFile>{{}} : query.expected;
        for (qsizetype i = 0; i < files.size(); ++i) {
            line({csvField(query.text), csvField(files.at(i).name), csvField(files.at(i).id),
                  i == 0 ? csvField(query.note) : QString()});
        }
    }
    return text.toUtf8();
}

Result<QuerySet> QuerySet::readCsv(const QString &path, QStringList *leftOut)
{
    const auto table = readTable(path);
    if (!table)
        return failure(table.error());
    const auto refused = [](const QString &why) {
        return failure(ApiError::make(ApiError::Kind::LocalFile, why));
    };
    const auto column = [&table](QLatin1StringView name) {
        for (qsizetype i = 0; i < table->columns.size(); ++i) {
            if (table->columns.at(i).trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return i;
        }
        return qsizetype(-1);
    };
    const qsizetype query = column(queryColumn);
    if (query < 0)
        return refused(Tr::tr("There is no column “query” in this file."));
    QuerySet set;
    set.name = QFileInfo(path).completeBaseName();
    QStringList said;
    for (const TableProblem &problem : table->problems)
        said << (problem.line > 0 ? Tr::tr("Line %1: %2").arg(problem.line).arg(problem.message)
                                  : problem.message);
    TableReader reader(path, table->format, table->columns);
    if (table->format.hasHeader && table->format.kind == TableFormat::Kind::Separated)
        (void)reader.next();
    while (const auto row = reader.next()) {
        const auto field = [&row](qsizetype at) {
            return at < 0 || at >= row->values.size() ? QString() : fromField(row->values.at(at));
        };
        const SetQuery read{field(query),
                            {{field(column(fileIdColumn)).trimmed(), field(column(fileColumn)).trimmed()}},
                            field(column(noteColumn))};
        if (queryText(read.text).isEmpty()) {
            said << Tr::tr("Line %1 has no query.").arg(row->line);
        } else if (set.queries.size() >= mostQueries && set.indexOf(read.text) < 0) {
            said << Tr::tr("A set has at most %1 queries; those from line %2 on were left out.")
                        .arg(mostQueries)
                        .arg(row->line);
            break;
        } else {
            set.add(read);
        }
    }
    if (!reader.error().isEmpty())
        return refused(reader.error());
    if (set.queries.isEmpty())
        return refused(Tr::tr("There is no query in this file."));
    if (leftOut)
        *leftOut = said;
    return set;
}

QuerySet sampleQuerySet()
{
    takeStoresResource();
    QFile file(u":/stores/sampleset.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QuerySet set = QuerySet::fromJson(QJsonDocument::fromJson(file.readAll()).object()).value_or(QuerySet());
    set.name = Tr::tr("Sample");
    return set;
}

} // namespace odc

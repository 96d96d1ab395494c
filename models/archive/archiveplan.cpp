// SPDX-License-Identifier: GPL-3.0-or-later
#include "archiveplan.h"

#include "api/evalrun.h"
#include "api/jsonfields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString asSegment(const QString &id)
{
    // As in every path of the API: colons stay, "." and ".." cannot be named.
    if (id.isEmpty() || id == "."_L1 || id == ".."_L1)
        return {};
    return QString::fromLatin1(QUrl::toPercentEncoding(id, ":"));
}

QList<ArchivePart> makePlan()
{
    const QRegularExpression plainId(u"\\A[^/\\x00-\\x1f\\x7f]{1,256}\\z"_s);
    ArchivePart evals;
    evals.list = u"evals"_s;
    evals.path = u"/evals"_s;
    evals.idName = u"eval_id"_s;
    evals.id = plainId;

    ArchivePart runs;
    runs.list = u"runs"_s;
    runs.parent = evals.list;
    runs.path = u"/evals/%1/runs"_s;
    runs.idName = u"run_id"_s;
    runs.id = plainId;

    ArchivePart items;
    items.list = u"output_items"_s;
    items.parent = runs.list;
    items.path = u"/evals/%1/runs/%2/output_items"_s;
    items.id = plainId;
    items.settled = [](const QJsonObject &run) { return EvalRun::fromJson(run).isFinished(); };
    items.expected = [](const QJsonObject &run) -> std::optional<qint64> {
        return EvalRun::fromJson(run).counts.total;
    };

    // Before the files: what a batch names as its files is in a list of files read after it.
    ArchivePart batches;
    batches.list = u"batches"_s;
    batches.path = u"/batches"_s;
    batches.id = plainId;

    ArchivePart files;
    files.list = u"files"_s;
    files.path = u"/files"_s;
    files.id.setPattern(u"\\A[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}\\z"_s); // the name of a file, there
    files.pageSize = 1000;
    files.contentBytes = [](const QJsonObject &file) { return json::integer(file, "bytes"_L1).value_or(-1); };

    return {evals, runs, items, batches, files};
}

} // namespace

const QList<ArchivePart> &archivePlan()
{
    static const QList<ArchivePart> plan = makePlan();
    return plan;
}

const ArchivePart *archivePart(const QString &list)
{
    const QList<ArchivePart> &plan = archivePlan();
    const auto it =
        std::find_if(plan.cbegin(), plan.cend(), [&](const ArchivePart &part) { return part.list == list; });
    return it == plan.cend() ? nullptr : &*it;
}

QStringList ancestorsOf(const ArchivePart &part)
{
    QStringList names;
    for (const ArchivePart *at = archivePart(part.parent); at; at = archivePart(at->parent))
        names.prepend(at->list);
    return names;
}

QString archivePartTitle(const QString &list)
{
    if (list == "evals"_L1)
        return QCoreApplication::translate("ArchivePlan", "Evals");
    if (list == "runs"_L1)
        return QCoreApplication::translate("ArchivePlan", "Runs");
    if (list == "output_items"_L1)
        return QCoreApplication::translate("ArchivePlan", "Output items");
    if (list == "batches"_L1)
        return QCoreApplication::translate("ArchivePlan", "Batches");
    if (list == "files"_L1)
        return QCoreApplication::translate("ArchivePlan", "Files");
    if (list == "contents"_L1)
        return QCoreApplication::translate("ArchivePlan", "File contents");
    return list;
}

QString archiveObjectTitle(const QJsonObject &object)
{
    for (const auto key : {"name"_L1, "filename"_L1, "id"_L1}) {
        if (const QString title = json::text(object, key); !title.isEmpty())
            return title;
    }
    return {};
}

QString ArchiveUnit::key() const
{
    QStringList escaped;
    for (const QString &id : parents)
        escaped << QString::fromLatin1(QUrl::toPercentEncoding(id, ":"));
    return escaped.join(u'/');
}

QStringList ArchiveUnit::parentsOf(const QString &key)
{
    QStringList ids;
    const QStringList escaped = key.isEmpty() ? QStringList() : key.split(u'/');
    for (const QString &id : escaped)
        ids << QUrl::fromPercentEncoding(id.toLatin1());
    return ids;
}

QString ArchiveUnit::path() const
{
    const ArchivePart *part = archivePart(list);
    if (!part)
        return {};
    // In one go: an id may hold what looks like a place for the next.
    QString made;
    const QStringList pieces = part->path.split(u'%');
    made = pieces.first();
    for (qsizetype i = 1; i < pieces.size(); ++i) {
        const QString segment = asSegment(parents.value(i - 1));
        if (segment.isEmpty())
            return {};
        made += segment + pieces.at(i).mid(1);
    }
    return made;
}

QJsonObject ArchiveUnit::parentIds() const
{
    QJsonObject ids;
    const ArchivePart *part = archivePart(list);
    const QStringList above = part ? ancestorsOf(*part) : QStringList();
    for (qsizetype i = 0; i < above.size(); ++i)
        ids.insert(archivePart(above.at(i))->idName, parents.value(i));
    return ids;
}

QString archiveKey(const ArchiveUnit &unit, const QString &id)
{
    ArchiveUnit object = unit;
    object.parents << id;
    return object.key();
}

ArchiveChoice ArchiveChoice::everything()
{
    ArchiveChoice choice;
    for (const ArchivePart &part : archivePlan())
        choice.lists << part.list;
    return choice;
}

QJsonObject ArchiveChoice::toJson() const
{
    return {{u"lists"_s, QJsonArray::fromStringList(lists)}, {u"contents"_s, contents}};
}

ArchiveChoice ArchiveChoice::fromJson(const QJsonObject &object)
{
    const QJsonArray stored = object.value("lists"_L1).toArray();
    ArchiveChoice choice;
    for (const QJsonValue &name : stored)
        choice.lists << name.toString();
    choice.contents = object.value("contents"_L1).toBool(true);
    return choice.lists.isEmpty() ? everything() : choice;
}

} // namespace odc

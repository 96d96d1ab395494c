// SPDX-License-Identifier: GPL-3.0-or-later
#include "archiveplan.h"

#include "api/evalrun.h"
#include "api/finetuningjob.h"
#include "api/jsonfields.h"
#include "api/storefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
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

/// Stores count loosely, and a server may say anything.
qint64 counted(qint64 files)
{
    constexpr qint64 mostInAStore = 100'000'000;
    return std::min(files, mostInAStore);
}

/// What a file was cut from and how, and what its content tells of it besides.
QString textBasis(const QJsonObject &file)
{
    QJsonObject basis;
    for (const auto key : {"usage_bytes"_L1, "created_at"_L1, "chunking_strategy"_L1, "attributes"_L1})
        basis.insert(key, file.value(key));
    const QByteArray digest = QCryptographicHash::hash(QJsonDocument(basis).toJson(QJsonDocument::Compact),
                                                       QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(32));
}

/// In either of the two shapes that were seen.
std::optional<bool> isWholeText(const QJsonObject &answer)
{
    if (!answer.value("data"_L1).isArray() && !answer.value("content"_L1).isArray())
        return {};
    return !json::boolean(answer, "has_more"_L1);
}

/// Vector stores, what is in them, and the texts that were made of it.
QList<ArchivePart> storeParts(const QRegularExpression &id)
{
    ArchivePart stores;
    stores.list = u"vector_stores"_s;
    stores.path = u"/vector_stores"_s;
    stores.idName = u"vector_store_id"_s;
    stores.id = id;
    stores.underWay = [](const QJsonObject &store) { return VectorStore::fromJson(store).isIndexing(); };

    // Walked in every go: a store does not tell that the attributes of a file in it are others now.
    ArchivePart files;
    files.list = u"vector_store_files"_s;
    files.parent = stores.list;
    files.path = u"/vector_stores/%1/files"_s;
    files.idName = u"file_id"_s;
    files.id = id;
    files.expected = [](const QJsonObject &store) -> std::optional<qint64> {
        return counted(VectorStore::fromJson(store).counts.total);
    };
    files.expectedLoosely = true;
    files.underWay = [](const QJsonObject &file) { return !StoreFile::fromJson(file).isFinished(); };

    ArchivePart texts;
    texts.list = u"vector_store_contents"_s;
    texts.parent = files.list;
    texts.path = u"/vector_stores/%1/files/%2/content"_s;
    texts.expected = [](const QJsonObject &store) -> std::optional<qint64> {
        return counted(VectorStore::fromJson(store).counts.completed);
    };
    texts.expectedBy = stores.list;
    texts.document = isWholeText;
    texts.given = [](const QJsonObject &file) { return json::text(file, "status"_L1) == "completed"_L1; };
    texts.basis = textBasis;
    return {stores, files, texts};
}

/// Fine-tuning jobs, what happened to them, what they kept, and who may use it.
QList<ArchivePart> fineTuningParts(const QRegularExpression &id)
{
    const auto ended = [](const QJsonObject &job) { return FineTuningJob::fromJson(job).isFinished(); };
    const auto notSaid = [](const QJsonObject &) { return std::optional<qint64>(); };
    ArchivePart jobs;
    jobs.list = u"fine_tuning_jobs"_s;
    jobs.path = u"/fine_tuning/jobs"_s;
    jobs.idName = u"job_id"_s;
    jobs.id = id;
    jobs.order.clear();
    jobs.underWay = [ended](const QJsonObject &job) { return !ended(job); };

    ArchivePart events;
    events.list = u"fine_tuning_events"_s;
    events.parent = jobs.list;
    events.path = u"/fine_tuning/jobs/%1/events"_s;
    events.id = id;
    events.order.clear();
    events.settled = ended;
    events.expected = notSaid;
    events.expectedLoosely = true;

    ArchivePart checkpoints = events;
    checkpoints.list = u"fine_tuning_checkpoints"_s;
    checkpoints.path = u"/fine_tuning/jobs/%1/checkpoints"_s;
    checkpoints.idName = u"checkpoint"_s;
    // Permissions hang on the model that a checkpoint is, not on its id.
    checkpoints.nameBelow = [](const QJsonObject &object) {
        return json::text(object, "fine_tuned_model_checkpoint"_L1);
    };

    ArchivePart permissions;
    permissions.list = u"checkpoint_permissions"_s;
    permissions.parent = checkpoints.list;
    permissions.path = u"/fine_tuning/checkpoints/%2/permissions"_s;
    permissions.id = id;
    permissions.order = u"descending"_s;
    // The model that came of a job at its end is granted like those of its checkpoints, but is not in their list.
    permissions.alsoOf = jobs.list;
    permissions.nameAlso = [](const QJsonObject &job) { return json::text(job, "fine_tuned_model"_L1); };
    permissions.needsAdminKey = true;
    permissions.expected = notSaid;
    permissions.expectedLoosely = true;
    return {jobs, events, checkpoints, permissions};
}

QList<ArchivePart> makePlan()
{
    // "." and ".." cannot be named in a path: what is called so could not be read again.
    const QRegularExpression plainId(u"\\A(?!\\.{1,2}\\z)[^/\\x00-\\x1f\\x7f]{1,256}\\z"_s);
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

    // Before the files: what a batch, a job or a store names as its files is in a list of files read after it.
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

    return QList<ArchivePart>{evals, runs, items, batches} + fineTuningParts(plainId) + storeParts(plainId) + QList<ArchivePart>{files};
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

bool isArchiveDocument(const QString &list)
{
    const ArchivePart *part = archivePart(list);
    return part && part->document;
}

bool isArchiveContent(const QString &list)
{
    return list == "contents"_L1 || isArchiveDocument(list);
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
    if (list == "fine_tuning_jobs"_L1)
        return QCoreApplication::translate("ArchivePlan", "Fine-tuning jobs");
    if (list == "fine_tuning_events"_L1)
        return QCoreApplication::translate("ArchivePlan", "Events of jobs");
    if (list == "fine_tuning_checkpoints"_L1)
        return QCoreApplication::translate("ArchivePlan", "Checkpoints");
    if (list == "checkpoint_permissions"_L1)
        return QCoreApplication::translate("ArchivePlan", "Permissions of checkpoints");
    if (list == "vector_stores"_L1)
        return QCoreApplication::translate("ArchivePlan", "Vector stores");
    if (list == "vector_store_files"_L1)
        return QCoreApplication::translate("ArchivePlan", "Files in stores");
    if (list == "vector_store_contents"_L1)
        return QCoreApplication::translate("ArchivePlan", "Texts in stores");
    if (list == "files"_L1)
        return QCoreApplication::translate("ArchivePlan", "Files");
    if (list == "contents"_L1)
        return QCoreApplication::translate("ArchivePlan", "File contents");
    return list;
}

QString archiveObjectTitle(const QJsonObject &object)
{
    for (const auto key : {"name"_L1, "filename"_L1, "user_provided_suffix"_L1, "fine_tuned_model_checkpoint"_L1, "id"_L1}) {
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
        const QString segment = asSegment(parents.value(pieces.at(i).at(0).digitValue() - 1));
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
    for (qsizetype i = 0; i < above.size(); ++i) {
        if (part->path.contains(u'%' + QString::number(i + 1)))
            ids.insert(archivePart(above.at(i))->idName, parents.value(i));
    }
    return ids;
}

std::optional<ArchiveUnit> ArchiveUnit::below(const ArchivePart &part, const QString &id,
                                              const QJsonObject &object) const
{
    if (part.alsoOf == list) {
        // As if it hung on a parent below this object: so the path knows it, and it is the same from either side.
        const QString name = part.nameAlso(object);
        if (name.isEmpty())
            return {};
        return ArchiveUnit{part.list, parents + QStringList{id, name}};
    }
    const ArchivePart *mine = archivePart(list);
    const QString name = mine && mine->nameBelow ? mine->nameBelow(object) : id;
    if (name.isEmpty())
        return {};
    return below(part.list, name);
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

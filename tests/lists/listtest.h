// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apibench.h"
#include "lists/filesmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>

namespace odc::test {

using namespace Qt::StringLiterals;

/// A file as the API would give it; missing fields stay missing.
inline FileObject fileOf(const QString &id, const QString &name = u"a.jsonl"_s, qint64 bytes = 3,
                         std::optional<qint64> created = 1'760'000'000, std::optional<qint64> expires = {},
                         const QString &purpose = u"batch"_s)
{
    QJsonObject object{{u"id"_s, id},       {u"object"_s, u"file"_s}, {u"filename"_s, name},
                       {u"bytes"_s, bytes}, {u"purpose"_s, purpose},  {u"status"_s, u"processed"_s}};
    if (created)
        object.insert(u"created_at"_s, *created);
    if (expires)
        object.insert(u"expires_at"_s, *expires);
    return FileObject::fromJson(object);
}

/// "file-000", "file-001", ... created one second after another.
inline QString idOf(int i)
{
    return u"file-%1"_s.arg(i, 5, 10, QChar(u'0'));
}

inline QList<FileObject> filesOf(int count, int from = 0)
{
    QList<FileObject> files;
    for (int i = from; i < from + count; ++i)
        files << fileOf(idOf(i), u"name %1.jsonl"_s.arg(i), i, 1'760'000'000 + i);
    return files;
}

/// The answer of GET /files with these.
inline FakeReply pageOf(const QList<FileObject> &files, bool more = false)
{
    QJsonArray data;
    for (const FileObject &file : files)
        data.append(file.toJson());
    return FakeReply::json(
        QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}})
            .toJson());
}

inline QStringList idsOf(const RowModelBase &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.rowId(row);
    return ids;
}

inline QStringList idsOf(const QList<FileObject> &files)
{
    QStringList ids;
    for (const FileObject &file : files)
        ids << file.id;
    return ids;
}

/// What a walk through the list does when just `ids` of the rows are still there.
inline void walk(FilesModel &model, const QStringList &ids)
{
    QList<FileObject> alive;
    for (const QString &id : ids)
        alive << (model.item(id) ? *model.item(id) : fileOf(id));
    model.beginWalk();
    model.merge(alive);
    model.endWalk();
}

/// A list of files on a fake wire, watched by the model tester from the beginning.
struct ListBench : ApiBench
{
    ListBench() : files(*session), tester(&files, QAbstractItemModelTester::FailureReportingMode::QtTest) {}

    const QString path = u"/v1/files"_s;
    FilesModel files;
    QAbstractItemModelTester tester;
};

} // namespace odc::test

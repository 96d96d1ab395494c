// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/objectindex.h"
#include "support/fakeclock.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace odc::test {

using namespace Qt::StringLiterals;
using Query = QList<QPair<QString, QString>>;

inline QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A page of a list.
inline QByteArray listOf(const QJsonArray &data, bool hasMore = false)
{
    return json({{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, hasMore}});
}

inline QJsonObject fileNamed(const QString &id, const QString &status = u"processed"_s)
{
    return {{u"id"_s, id},          {u"object"_s, u"file"_s},        {u"bytes"_s, 12},
            {u"created_at"_s, 100}, {u"filename"_s, id + u".txt"_s}, {u"purpose"_s, u"user_data"_s},
            {u"status"_s, status}};
}

inline QJsonObject batchNamed(const QString &id, const QString &status, int completed = 0)
{
    return {
        {u"id"_s, id},
        {u"object"_s, u"batch"_s},
        {u"status"_s, status},
        {u"endpoint"_s, u"/v1/responses"_s},
        {u"created_at"_s, 100},
        {u"input_file_id"_s, u"file-in"_s},
        {u"request_counts"_s, QJsonObject{{u"total"_s, 10}, {u"completed"_s, completed}, {u"failed"_s, 0}}}};
}

inline QJsonObject storeFileIn(const QString &storeId, const QString &fileId,
                               const QString &status = u"completed"_s)
{
    return {{u"id"_s, fileId},
            {u"object"_s, u"vector_store.file"_s},
            {u"vector_store_id"_s, storeId},
            {u"status"_s, status},
            {u"usage_bytes"_s, 5}};
}

/// An index that is told what a test says, and what it tells.
struct IndexBench
{
    explicit IndexBench(ObjectIndex::Options options = {}) : index(std::move(options), clock)
    {
        QObject::connect(&index, &ObjectIndex::changed, &index, [this](const QList<IndexChange> &some) {
            changes += some;
            sizes << some.size();
        });
        QObject::connect(&index, &ObjectIndex::wholeChanged, &index,
                         [this](ObjectKind kind, const QString &parent) {
                             ended.append({kind, parent});
                         });
    }
    void get(const QString &path, const QByteArray &body, const Query &query = {}, int status = 200)
    {
        index.answered({"GET", path, query, status, body, clock.unixSeconds()});
    }
    void post(const QString &path, const QByteArray &body)
    {
        index.answered({"POST", path, {}, 200, body, clock.unixSeconds()});
    }
    void remove(const QString &path, const QByteArray &body, int status = 200)
    {
        index.answered({"DELETE", path, {}, status, body, clock.unixSeconds()});
    }
    /// All of it is in.
    void settle()
    {
        bool isSettled = false;
        index.whenSettled(&index, [&] {
            isSettled = true;
            m_loop.quit();
        });
        wait(isSettled);
    }
    void open()
    {
        QSignalSpy loaded(&index, &ObjectIndex::loaded);
        index.open();
        QVERIFY(index.isLoaded() || loaded.wait());
    }
    /// "+file-1 ~batch_1 -vs_1": what was told since the last time, by id.
    QString told()
    {
        QStringList words;
        for (const IndexChange &change : std::as_const(changes)) {
            const QChar sign = change.what == IndexChange::What::Added     ? u'+'
                               : change.what == IndexChange::What::Changed ? u'~'
                                                                           : u'-';
            words << sign + change.object().key();
        }
        changes.clear();
        words.sort();
        return words.join(u' ');
    }
    /// Keys of all of a kind, sorted.
    QString keys(ObjectKind kind) const
    {
        QStringList keys;
        for (const IndexedObject &object : index.objects(kind))
            keys << object.key();
        keys.sort();
        return keys.join(u' ');
    }
    QList<QByteArray> raw(ObjectKind kind)
    {
        QList<QByteArray> found;
        bool isThere = false;
        settle();
        index.rawObjects(kind, &index, [&](const QList<QByteArray> &some) {
            found = some;
            isThere = true;
            m_loop.quit();
        });
        wait(isThere);
        return found;
    }
    QList<HistoryEntry> history(qint64 since = 0, int most = 1000)
    {
        QList<HistoryEntry> found;
        bool isThere = false;
        settle();
        index.history(since, most, &index, [&](const QList<HistoryEntry> &some) {
            found = some;
            isThere = true;
            m_loop.quit();
        });
        wait(isThere);
        return found;
    }
    /// "+file-1: >processed", newest first.
    QStringList lines(qint64 since = 0)
    {
        QStringList words;
        const QList<HistoryEntry> entries = history(since);
        for (const HistoryEntry &entry : entries) {
            const QChar sign = entry.what == IndexChange::What::Added     ? u'+'
                               : entry.what == IndexChange::What::Changed ? u'~'
                                                                          : u'-';
            words << sign + entry.key + u": "_s + entry.from + u'>' + entry.to +
                         (entry.failed ? u"!"_s : QString());
        }
        return words;
    }

    FakeClock clock;
    ObjectIndex index;
    QList<IndexChange> changes;
    QList<qsizetype> sizes; ///< of each changed()
    QList<QPair<ObjectKind, QString>> ended;

private:
    /// Until the loop is left; a test has hundreds of these, which are too many to look every 50 ms.
    void wait(const bool &isDone)
    {
        QTimer patience;
        QObject::connect(&patience, &QTimer::timeout, &m_loop, &QEventLoop::quit);
        patience.start(30'000);
        if (!isDone)
            m_loop.exec();
        QVERIFY(isDone);
    }

    QEventLoop m_loop;
};

/// All of an object but when it was seen, for comparisons.
inline QString described(const IndexedObject &object)
{
    QStringList refs;
    for (const FileRef &ref : object.refs)
        refs << QString::number(int(ref.role)) + u'=' + ref.fileId;
    const auto field = [](const char *name, const QString &value) {
        return value.isEmpty() ? QString() : u' ' + QString::fromLatin1(name) + u'=' + value;
    };
    const auto number = [&](const char *name, qint64 value) {
        return value == 0 ? QString() : field(name, QString::number(value));
    };
    return QString::number(int(object.kind)) + u' ' + object.id + field("in", object.parentId) +
           field("name", object.name) + field("status", object.status) + field("detail", object.detail) +
           field("reason", object.reason) + field("metadata", object.metadata) +
           number("created", object.createdAt) + number("ended", object.endedAt) +
           number("expires", object.expiresAt) + number("bytes", object.bytes) +
           number("total", object.total) + number("done", object.done) + number("failed", object.failed) +
           number("finish", object.finishAt) + field("refs", refs.join(u','));
}

} // namespace odc::test

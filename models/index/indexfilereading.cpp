// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexfile.h"

#include "index/indexblob.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

bool IndexFile::load(Loaded &loaded)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT kind, count(*) FROM objects GROUP BY kind"_s))
        return false;
    qint64 total = 0;
    while (query.next()) {
        const int kind = query.value(0).toInt();
        const int count = query.value(1).toInt();
        total += count;
        if (kind >= int(ObjectKind::File) && kind <= int(ObjectKind::Model))
            loaded.table.reserve(ObjectKind(kind), std::min(count, m_mostObjects));
    }
    QString select = u"SELECT light, seen FROM objects"_s;
    if (total > m_mostObjects)
        select += u" ORDER BY seen DESC LIMIT %1"_s.arg(m_mostObjects);
    if (!query.exec(select))
        return false;
    BlobReader reader;
    while (query.next()) {
        IndexedObject object;
        ObjectTable::Note note;
        if (!reader.read(query.value(0).toByteArray(), object, note.rawHash))
            return false;
        note.writtenAt = query.value(1).toLongLong();
        const QString key = object.key();
        if (loaded.table.rowOf(object.kind, key) < 0)
            loaded.table.add(key, std::move(object), note);
    }
    if (query.lastError().isValid() || !query.exec(u"SELECT kind, parent, at FROM whole"_s))
        return false;
    // Where not all that is there was read no list is whole.
    while (total <= m_mostObjects && query.next())
        loaded.whole.insert({ObjectKind(query.value(0).toInt()), query.value(1).toString()},
                            query.value(2).toLongLong());
    return !query.lastError().isValid();
}

QList<QByteArray> IndexFile::raw(ObjectKind kind)
{
    QList<QByteArray> found;
    if (!m_database.isOpen())
        return found;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT body FROM raw WHERE kind = ? ORDER BY created DESC, rowid DESC"_s);
    query.bindValue(0, int(kind));
    if (query.exec()) {
        while (query.next())
            found.append(query.value(0).toByteArray());
    }
    return found;
}

QList<HistoryEntry> IndexFile::history(qint64 sinceUnix, int most)
{
    QList<HistoryEntry> found;
    if (!m_database.isOpen())
        return found;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT at, kind, key, name, what, was, now, reason, failed FROM history WHERE at >= ?"
                  " ORDER BY at DESC, id DESC LIMIT ?"_s);
    query.bindValue(0, sinceUnix);
    query.bindValue(1, most);
    if (!query.exec())
        return found;
    while (query.next()) {
        HistoryEntry entry;
        entry.atUnix = query.value(0).toLongLong();
        entry.kind = ObjectKind(query.value(1).toInt());
        entry.key = query.value(2).toString();
        entry.name = query.value(3).toString();
        entry.what = IndexChange::What(query.value(4).toInt());
        entry.from = query.value(5).toString();
        entry.to = query.value(6).toString();
        entry.reason = query.value(7).toString();
        entry.failed = query.value(8).toInt() != 0;
        found.append(std::move(entry));
    }
    return found;
}

QList<IndexedObject> IndexFile::read(const QString &file)
{
    QList<IndexedObject> found;
    if (!QFile::exists(file))
        return found;
    const QString name = nextName();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        query.setForwardOnly(true);
        BlobReader reader;
        size_t rawHash = 0;
        if (database.isOpen() && query.exec(u"PRAGMA user_version"_s) && query.next() &&
            query.value(0).toInt() == format && query.exec(u"SELECT light FROM objects"_s)) {
            while (query.next()) {
                IndexedObject object;
                if (reader.read(query.value(0).toByteArray(), object, rawHash))
                    found.append(std::move(object));
            }
        }
        query.finish();
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return found;
}

void IndexFile::remove(const QString &file)
{
    if (file.isEmpty())
        return;
    const QFileInfo info(file);
    const QString name = info.fileName();
    QDir folder(info.absolutePath());
    // Also what was put aside: it is about the same objects.
    const QStringList files = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &other : files) {
        if (other == name || other == name + u"-wal"_s || other == name + u"-shm"_s ||
            other.startsWith(name + u".bad-"_s))
            folder.remove(other);
    }
}

} // namespace odc

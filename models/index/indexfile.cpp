// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexfile.h"

#include "base/jsontext.h"
#include "index/indexblob.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <array>
#include <atomic>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype goneAtOnce = 256; ///< with one statement
constexpr qint64 mostMemory = 64'000'000; ///< bytes, where there is no file
constexpr size_t mostEarly = 2000;        ///< turns that are kept until the file is open

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(IndexFile)
};

/// A null string would be NULL, which no key may be.
QVariant bound(const QString &text)
{
    return text.isNull() ? QVariant(u""_s) : QVariant(text);
}

/// Binding takes longer than what SQLite does with the value, and a line of the history is mostly as the one before it.
void bindIfNew(QSqlQuery &query, int place, const QVariant &value)
{
    if (query.boundValue(place) != value)
        query.bindValue(place, value);
}

constexpr std::array schema{
    "CREATE TABLE objects (kind INTEGER NOT NULL, key TEXT NOT NULL, seen INTEGER NOT NULL, light BLOB NOT "
    "NULL,"
    " PRIMARY KEY (kind, key)) WITHOUT ROWID",
    // Apart from what is read at the start: its pages are not even touched then.
    "CREATE TABLE raw (kind INTEGER NOT NULL, key TEXT NOT NULL, created INTEGER NOT NULL, body BLOB NOT "
    "NULL,"
    " UNIQUE (kind, key))",
    "CREATE INDEX raw_newest ON raw (kind, created)",
    "CREATE TABLE history (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL, key TEXT NOT "
    "NULL,"
    " name TEXT, what INTEGER NOT NULL, was TEXT, now TEXT, reason TEXT, failed INTEGER NOT NULL)",
    "CREATE INDEX history_at ON history (at)",
    "CREATE TABLE whole (kind INTEGER NOT NULL, parent TEXT NOT NULL, at INTEGER NOT NULL,"
    " PRIMARY KEY (kind, parent)) WITHOUT ROWID",
};

} // namespace

QString IndexFile::nextName()
{
    static std::atomic<quint64> serial{0};
    return u"odc-index-"_s + QString::number(++serial);
}

struct IndexFile::Statements
{
    explicit Statements(const QSqlDatabase &database)
        : putObject(database), removeObjects(database), putRaw(database), removeRaw(database), removeRaws(database),
          putHistory(database), putWhole(database), removeWhole(database)
    {
    }
    bool prepare()
    {
        // Of a clean-up thousands go at a time, and a statement for each would cost more than the deletion.
        // Not "(kind, key) IN": for that SQLite reads the whole table.
        const QString several = u"kind = ? AND key IN (SELECT value FROM json_each(?))"_s;
        return putObject.prepare(
                   u"INSERT OR REPLACE INTO objects (kind, key, seen, light) VALUES (?, ?, ?, ?)"_s) &&
               removeObjects.prepare(u"DELETE FROM objects WHERE "_s + several) &&
               removeRaws.prepare(u"DELETE FROM raw WHERE "_s + several) &&
               putRaw.prepare(
                   u"INSERT INTO raw (kind, key, created, body) VALUES (?, ?, ?, ?) ON CONFLICT (kind, key)"
                   " DO UPDATE SET created = excluded.created, body = excluded.body"_s) &&
               removeRaw.prepare(u"DELETE FROM raw WHERE kind = ? AND key = ?"_s) &&
               putHistory.prepare(u"INSERT INTO history (at, kind, key, name, what, was, now, reason, failed)"
                                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s) &&
               putWhole.prepare(u"INSERT OR REPLACE INTO whole (kind, parent, at) VALUES (?, ?, ?)"_s) &&
               removeWhole.prepare(u"DELETE FROM whole WHERE kind = ? AND parent = ?"_s);
    }

    QSqlQuery putObject;
    QSqlQuery removeObjects;
    QSqlQuery putRaw;
    QSqlQuery removeRaw;
    QSqlQuery removeRaws;
    QSqlQuery putHistory;
    QSqlQuery putWhole;
    QSqlQuery removeWhole;
};

IndexFile::IndexFile(QString file, qint64 mostBytes, int mostObjects)
    : m_file(std::move(file)), m_mostBytes(mostBytes), m_mostObjects(mostObjects)
{
}

IndexFile::~IndexFile() = default;

IndexFile::Loaded IndexFile::open()
{
    Loaded loaded;
    m_isOpen = true;
    if (m_file.isEmpty()) {
        if (!m_isInMemory)
            useMemory();
        return loaded;
    }
    Fault fault = connectFile();
    if (fault == Fault::None && !load(loaded))
        fault = Fault::Damaged;
    switch (fault) {
    case Fault::None:
        break;
    case Fault::Locked:
        loaded.problem =
            Tr::tr("Another window of this program has this profile open. What is seen here is not kept.");
        break;
    case Fault::Unopenable:
        loaded.problem =
            Tr::tr("%1 cannot be used. What is seen is not kept.").arg(QDir::toNativeSeparators(m_file));
        break;
    case Fault::Newer:
        loaded.problem =
            Tr::tr("What was kept of this profile is from a newer version of this program. It was put "
                   "aside, and keeping begins anew.");
        break;
    case Fault::Foreign:
    case Fault::Damaged:
        loaded.problem = Tr::tr(
            "What was kept of this profile cannot be read. It was put aside, and keeping begins anew.");
        break;
    }
    if (fault == Fault::Newer || fault == Fault::Foreign || fault == Fault::Damaged) {
        loaded.table = {};
        loaded.whole.clear();
        if (setAside())
            fault = connectFile();
    }
    if (fault != Fault::None)
        useMemory();
    for (const IndexWrite &early : std::exchange(m_early, {}))
        writeAll(early);
    return loaded;
}

IndexFile::Fault IndexFile::connectFile()
{
    const QFileInfo info(m_file);
    if (!QDir().mkpath(info.absolutePath()))
        return Fault::Unopenable;
    if (!m_lock) {
        auto lock = std::make_unique<QLockFile>(m_file + u".lock"_s);
        lock->setStaleLockTime(0); // a program may well run for a month
        if (!lock->tryLock(0))
            return lock->error() == QLockFile::LockFailedError ? Fault::Locked : Fault::Unopenable;
        m_lock = std::move(lock);
    }
    m_connection = nextName();
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(m_file);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    const Fault fault = m_database.open() ? prepare() : Fault::Unopenable;
    if (fault != Fault::None)
        disconnect();
    return fault;
}

IndexFile::Fault IndexFile::prepare()
{
    const qint64 version = number(u"PRAGMA user_version"_s);
    if (version < 0)
        return isDamage() ? Fault::Damaged : Fault::Unopenable;
    if (version > format)
        return Fault::Newer;
    const qint64 tables = number(u"SELECT count(*) FROM sqlite_master"_s);
    if (tables < 0)
        return isDamage() ? Fault::Damaged : Fault::Unopenable;
    if (version == 0 && tables > 0)
        return Fault::Foreign;
    if (version == 0 && !run(u"PRAGMA auto_vacuum = FULL"_s)) // only before anything is there
        return Fault::Unopenable;
    // Nothing is lost that the server could not say again: a power cut may cost the last moments, never the
    // file.
    if (!run(u"PRAGMA journal_mode = WAL"_s) || !run(u"PRAGMA synchronous = NORMAL"_s) ||
        !run(u"PRAGMA journal_size_limit = 4000000"_s) || !run(u"PRAGMA temp_store = MEMORY"_s))
        return isDamage() ? Fault::Damaged : Fault::Unopenable;
    if (version == 0) {
        m_database.transaction();
        const bool made = std::all_of(schema.begin(), schema.end(), [this](const char *statement) {
            return run(QString::fromLatin1(statement));
        });
        if (!made || !run(u"PRAGMA user_version = %1"_s.arg(format)) || !m_database.commit()) {
            m_database.rollback();
            return Fault::Unopenable;
        }
    }
    m_statements = std::make_unique<Statements>(m_database);
    return m_statements->prepare() ? Fault::None : Fault::Damaged;
}

void IndexFile::useMemory()
{
    disconnect();
    m_lock.reset();
    m_isOpen = m_isInMemory = true;
    m_connection = nextName();
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(u":memory:"_s);
    if (!m_database.open() || prepare() != Fault::None) {
        disconnect();
        m_isBroken = true;
    }
}

void IndexFile::disconnect()
{
    m_statements.reset();
    if (m_connection.isEmpty())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(std::exchange(m_connection, {}));
}

void IndexFile::close()
{
    disconnect();
    m_lock.reset();
}

bool IndexFile::setAside()
{
    disconnect();
    constexpr int mostKept = 3; // a disk that damages files does so again and again
    QString aside;
    for (int n = 1; n <= mostKept; ++n) {
        aside = m_file + u".bad-%1"_s.arg(n);
        if (!QFile::exists(aside))
            break;
    }
    QFile::remove(aside);
    QFile::remove(aside + u"-wal"_s);
    QFile::remove(m_file + u"-shm"_s);
    if (QFile::exists(m_file + u"-wal"_s) && !QFile::rename(m_file + u"-wal"_s, aside + u"-wal"_s))
        QFile::remove(m_file + u"-wal"_s);
    return QFile::rename(m_file, aside);
}

QString IndexFile::write(const IndexWrite &write)
{
    if (!m_isOpen && !m_file.isEmpty()) {
        if (m_early.size() < mostEarly)
            m_early.push_back(write);
        return {};
    }
    if (!m_isOpen && !m_isInMemory)
        useMemory();
    if (m_isBroken || writeAll(write)) {
        keepBound();
        return {};
    }
    if (m_isInMemory) {
        m_isBroken = true;
        return Tr::tr("What is seen is not kept: %1").arg(m_database.lastError().text());
    }
    if (isDamage() && setAside() && connectFile() == Fault::None) {
        writeAll(write);
        return Tr::tr(
            "What was kept of this profile cannot be read. It was put aside, and keeping begins anew.");
    }
    const QString reason = m_errorText;
    useMemory();
    writeAll(write);
    return Tr::tr("What is seen is not kept from now on: %1").arg(reason);
}

bool IndexFile::writeAll(const IndexWrite &write)
{
    if (!m_statements)
        return false;
    const auto good = [this](QSqlQuery &query) {
        const bool done = query.exec();
        if (!done)
            keepError(query.lastError());
        return done;
    };
    if (!m_database.transaction()) {
        keepError(m_database.lastError());
        return false;
    }
    Statements &to = *m_statements;
    const auto all = [&] {
        // In their order: what is gone may come again, and the other way round.
        qsizetype gone = 0;
        for (qsizetype i = 0; i < qsizetype(write.items.size()); ++i) {
            const bool isGone = !write.items[size_t(i)].object;
            const bool goesOn = isGone && gone < goneAtOnce && gone > 0 &&
                                write.items[size_t(i)].kind == write.items[size_t(i - 1)].kind;
            if (gone > 0 && !goesOn) {
                if (!removeItems(&write.items[size_t(i - gone)], gone))
                    return false;
                gone = 0;
            }
            if (isGone)
                ++gone;
            else if (!writeItem(write.items[size_t(i)]))
                return false;
        }
        if (gone > 0 && !removeItems(&write.items[write.items.size() - size_t(gone)], gone))
            return false;
        for (const HistoryEntry &entry : write.history) {
            bindIfNew(to.putHistory, 0, entry.atUnix);
            bindIfNew(to.putHistory, 1, int(entry.kind));
            bindIfNew(to.putHistory, 2, bound(entry.key));
            bindIfNew(to.putHistory, 3, entry.name);
            bindIfNew(to.putHistory, 4, int(entry.what));
            bindIfNew(to.putHistory, 5, entry.from);
            bindIfNew(to.putHistory, 6, entry.to);
            bindIfNew(to.putHistory, 7, entry.reason);
            bindIfNew(to.putHistory, 8, int(entry.failed));
            if (!good(to.putHistory))
                return false;
        }
        for (const auto &[list, at] : write.whole) {
            QSqlQuery &query = at > 0 ? to.putWhole : to.removeWhole;
            query.bindValue(0, int(list.kind));
            query.bindValue(1, bound(list.parentId));
            if (at > 0)
                query.bindValue(2, at);
            if (!good(query))
                return false;
        }
        return true;
    };
    if (!all()) {
        m_database.rollback();
        return false;
    }
    if (m_database.commit())
        return true;
    keepError(m_database.lastError());
    m_database.rollback();
    return false;
}

bool IndexFile::removeItems(const IndexWrite::Item *first, qsizetype count)
{
    QByteArray keys;
    for (const IndexWrite::Item *item = first; item != first + count; ++item) {
        keys += keys.isEmpty() ? '[' : ',';
        jsontext::append(keys, item->key);
    }
    keys += ']';
    const QString list = QString::fromUtf8(keys);
    for (QSqlQuery *query : {&m_statements->removeObjects, &m_statements->removeRaws}) {
        query->bindValue(0, int(first->kind));
        query->bindValue(1, list);
        if (!query->exec()) {
            keepError(query->lastError());
            return false;
        }
    }
    return true;
}

bool IndexFile::writeItem(const IndexWrite::Item &item)
{
    const auto exec = [&](QSqlQuery &query) {
        query.bindValue(0, int(item.kind));
        query.bindValue(1, bound(item.key));
        const bool done = query.exec();
        if (!done)
            keepError(query.lastError());
        return done;
    };
    Statements &to = *m_statements;
    to.putObject.bindValue(2, item.object->seenAt);
    to.putObject.bindValue(3, toBlob(*item.object, item.rawHash));
    if (!exec(to.putObject))
        return false;
    if (!item.hasNewRaw)
        return true;
    if (item.raw.isEmpty())
        return exec(to.removeRaw);
    to.putRaw.bindValue(2, item.object->createdAt);
    to.putRaw.bindValue(3, item.raw);
    return exec(to.putRaw);
}

void IndexFile::keepBound()
{
    if (!m_statements)
        return;
    const qint64 pageSize = number(u"PRAGMA page_size"_s);
    const qint64 most =
        (m_isInMemory ? std::min(m_mostBytes, mostMemory) : m_mostBytes) / std::max<qint64>(1, pageSize);
    const auto used = [this] { return number(u"PRAGMA page_count"_s) - number(u"PRAGMA freelist_count"_s); };
    if (number(u"PRAGMA page_count"_s) <= most)
        return;
    constexpr int mostRounds = 100;
    for (int round = 0; round < mostRounds && used() > most / 10 * 9; ++round) {
        // A tenth at a time, and never so little that there would be no end.
        const auto part = [](qint64 count) { return std::max<qint64>(100, count / 10); };
        if (const qint64 lines = number(u"SELECT count(*) FROM history"_s); lines > 0)
            run(u"DELETE FROM history WHERE id IN (SELECT id FROM history ORDER BY at, id LIMIT %1)"_s.arg(
                part(lines)));
        else if (const qint64 bodies = number(u"SELECT count(*) FROM raw"_s); bodies > 0)
            run(u"DELETE FROM raw WHERE rowid IN (SELECT raw.rowid FROM raw LEFT JOIN objects ON "
                u"objects.kind = raw.kind "
                "AND objects.key = raw.key ORDER BY objects.seen LIMIT %1)"_s.arg(part(bodies)));
        else if (const qint64 objects = number(u"SELECT count(*) FROM objects"_s); objects > 0)
            // What is missing then is missing in some list: the next start must take none for whole.
            run(u"DELETE FROM whole"_s) &&
                run(u"DELETE FROM objects WHERE (kind, key) IN (SELECT kind, key FROM objects ORDER BY seen LIMIT %1)"_s
                        .arg(part(objects)));
        else
            break;
    }
    if (!m_isInMemory)
        run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

bool IndexFile::run(const QString &statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(statement)) {
        keepError(query.lastError());
        return false;
    }
    while (query.next()) {
        // some say something, and are done only then
    }
    return true;
}

qint64 IndexFile::number(const QString &statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (query.exec(statement) && query.next())
        return query.value(0).toLongLong();
    keepError(query.lastError());
    return -1;
}

void IndexFile::keepError(const QSqlError &error)
{
    m_errorCode = error.nativeErrorCode().toInt() & 0xff; // an extended code has the plain one below
    m_errorText = error.databaseText();
}

bool IndexFile::isDamage() const
{
    constexpr int corrupt = 11;
    constexpr int noDatabase = 26;
    return m_errorCode == corrupt || m_errorCode == noDatabase;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/storage.h"

#include "localserver/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QUrl>

#include <atomic>
#include <optional>
#include <unordered_map>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcStorage, "odc.localserver.storage")

namespace odc::server {

namespace {

constexpr auto databaseName = "store.sqlite"_L1;

/** A named connection that is taken down with its owner. */
class Connection
{
public:
    explicit Connection(const QString &name) : m_name(name) {}
    ~Connection() { QSqlDatabase::removeDatabase(m_name); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    const QString m_name;
};

/** This thread's connections, one per storage; Qt lets a connection be used by the thread that made it only.
 */
std::unordered_map<quint64, std::unique_ptr<Connection>> &threadConnections()
{
    thread_local std::unordered_map<quint64, std::unique_ptr<Connection>> connections;
    return connections;
}

/**
 * Whether a rollback journal names a journal of several databases. SQLite removes the file of that name when
 * it rolls back. Ours are never changed together with others: such a journal was put there, and may name
 * anything.
 */
bool journalNamesAnother(const QString &database)
{
    constexpr QByteArrayView mark("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
    QFile journal(database + u"-journal"_s);
    return journal.open(QIODevice::ReadOnly) && journal.size() >= mark.size() &&
           journal.seek(journal.size() - mark.size()) && journal.read(mark.size()) == mark;
}

/** Statements that make, in one connection and empty, what an older database lacks. Nothing when it differs
 * in more than tables that it does not have. */
std::optional<QStringList> standInsFor(const QList<QStringList> &steps)
{
    const QString table = u"CREATE TABLE "_s;
    const QString index = u"CREATE INDEX "_s;
    QStringList made;
    for (const QStringList &step : steps) {
        for (const QString &statement : step) {
            if (statement.startsWith(table))
                made.append(u"CREATE TEMP TABLE "_s + statement.mid(table.size()));
            else if (statement.startsWith(index))
                made.append(u"CREATE INDEX temp."_s + statement.mid(index.size()));
            else
                return std::nullopt;
        }
    }
    return made;
}

quint64 nextSerial()
{
    static std::atomic<quint64> counter{0};
    return ++counter;
}

} // namespace

Storage::Storage(const QString &dataDir, bool readOnly)
    : m_dataDir(dataDir), m_readOnly(readOnly), m_serial(nextSerial()), m_blobs(dataDir)
{
}

Storage::~Storage()
{
    threadConnections().erase(m_serial);
}

void Storage::leaveThread() const
{
    threadConnections().erase(m_serial);
}

bool Storage::existsOnDisk() const
{
    return QFileInfo::exists(m_dataDir + u'/' + databaseName);
}

std::unique_ptr<Storage> Storage::open(const QString &dataDir, bool readOnly, QString *error)
{
    const QString folder = QDir(dataDir).absolutePath();
    const QString shown = QDir::toNativeSeparators(folder);
    std::unique_ptr<Storage> storage(new Storage(folder, readOnly));
    if (readOnly && !storage->existsOnDisk()) {
        *error = u"There is no data to open read-only in %1."_s.arg(shown);
        return nullptr;
    }
    if (!readOnly && !QDir().mkpath(folder)) {
        *error = u"The data folder %1 cannot be made."_s.arg(shown);
        return nullptr;
    }
    if (!storage->m_lock.lock(folder, readOnly ? FolderLock::Mode::Shared : FolderLock::Mode::Exclusive,
                              error))
        return nullptr;
    if (!readOnly && !storage->m_blobs.prepare(error))
        return nullptr;
    return storage->openDatabase(error) ? std::move(storage) : nullptr;
}

bool Storage::openDatabase(QString *error)
{
    const QString path = m_dataDir + u'/' + databaseName;
    // A database in WAL mode needs its side files even for reading. On read-only media there can be no
    // writer, and SQLite may be told so; but then it would pass over what a killed one left in the log.
    m_immutable = m_readOnly && !QFileInfo(m_dataDir).isWritable() && QFileInfo(path + u"-wal"_s).size() == 0;
    try {
        if (journalNamesAnother(path))
            throw StorageError{u"its journal belongs to another database, too"_s};
        QSqlQuery check = run(u"PRAGMA quick_check(1)"_s);
        const QString verdict = check.next() ? check.value(0).toString() : check.lastError().text();
        if (verdict != "ok"_L1)
            throw StorageError{verdict};
        return migrate(error);
    } catch (const StorageError &failure) {
        *error =
            u"The database %1 cannot be used: %2. Nothing was changed; move it away to start with an empty one."_s
                .arg(QDir::toNativeSeparators(path), failure.text.simplified());
        return false;
    }
}

bool Storage::migrate(QString *error)
{
    const QList<QStringList> steps = schemaSteps();
    QSqlQuery current = run(u"PRAGMA user_version"_s);
    const qsizetype version = current.next() ? current.value(0).toLongLong() : 0;
    current.finish();
    if (version > steps.size()) {
        *error = u"The data folder %1 was written by a newer version of this program."_s.arg(
            QDir::toNativeSeparators(m_dataDir));
        return false;
    }
    if (version == steps.size())
        return true;
    if (m_readOnly) {
        // An archive is not touched, whatever has been added since: what it cannot have is empty.
        const std::optional<QStringList> standIns = standInsFor(steps.mid(version));
        if (version > 0 && standIns) {
            m_standIns = *standIns;
            leaveThread();
            return true;
        }
        *error =
            u"The data folder %1 was written by an older version of this program; open it once for writing."_s
                .arg(QDir::toNativeSeparators(m_dataDir));
        return false;
    }
    Transaction transaction(*this);
    for (const QStringList &step : steps.mid(version)) {
        for (const QString &statement : step)
            run(statement);
    }
    run(u"PRAGMA user_version = %1"_s.arg(steps.size()));
    transaction.commit();
    return true;
}

QSqlDatabase Storage::connection() const
{
    auto &connections = threadConnections();
    const auto known = connections.find(m_serial);
    if (known != connections.end())
        return QSqlDatabase::database(known->second->m_name, false);

    static std::atomic<quint64> counter{0};
    const QString name = u"odc-localserver-%1"_s.arg(++counter);
    auto owner = std::make_unique<Connection>(name);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    const QString path = m_dataDir + u'/' + databaseName;
    QString options = u"QSQLITE_BUSY_TIMEOUT=20000"_s;
    if (m_readOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (m_immutable) {
        options += u";QSQLITE_OPEN_URI"_s;
        const QByteArray encoded = QUrl::toPercentEncoding(path, "/");
        database.setDatabaseName(u"file:%1?immutable=1"_s.arg(QString::fromLatin1(encoded)));
    } else {
        database.setDatabaseName(path);
    }
    database.setConnectOptions(options);
    if (!database.open())
        throw StorageError{database.lastError().text()};
    QStringList pragmas{u"PRAGMA cache_size = -1024"_s};
    if (!m_readOnly)
        pragmas +=
            {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA foreign_keys = ON"_s};
    for (const QString &pragma : pragmas + m_standIns) {
        QSqlQuery query(database);
        if (!query.exec(pragma))
            throw StorageError{query.lastError().text()};
    }
    connections.emplace(m_serial, std::move(owner));
    return database;
}

QSqlQuery Storage::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done) {
        qCWarning(lcStorage) << "statement failed:" << sql << query.lastError().text();
        throw StorageError{query.lastError().text()};
    }
    return query;
}

Transaction::Transaction(const Storage &storage) : m_storage(storage)
{
    // IMMEDIATE: two writers queue up here instead of failing half way.
    m_storage.run(u"BEGIN IMMEDIATE"_s);
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    QSqlQuery(m_storage.connection()).exec(u"ROLLBACK"_s);
}

void Transaction::commit()
{
    m_storage.run(u"COMMIT"_s);
    m_open = false;
}

} // namespace odc::server

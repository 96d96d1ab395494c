// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/listwalks.h"
#include "index/objecttable.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <memory>
#include <optional>
#include <vector>

class QLockFile;
class QSqlError;

namespace odc {

/// What is to be written of one turn, in order.
struct IndexWrite
{
    struct Item
    {
        ObjectKind kind = ObjectKind::File;
        QString key;
        std::optional<IndexedObject> object; ///< none: it is gone
        bool hasNewRaw = false;
        QByteArray raw; ///< empty: it is not kept
        size_t rawHash = 0;
    };
    std::vector<Item> items;
    QList<HistoryEntry> history;
    QList<QPair<ListKey, qint64>> whole; ///< 0: nothing is known of the list any more

    bool isEmpty() const { return items.empty() && history.isEmpty() && whole.isEmpty(); }
};

/// What is kept of an index: an SQLite file, or memory where there is none or it cannot be used. All of it by
/// one thread.
class IndexFile
{
public:
    struct Loaded
    {
        ObjectTable table;
        QHash<ListKey, qint64> whole;
        QString problem;
    };
    IndexFile(QString file, qint64 mostBytes, int mostObjects);
    ~IndexFile();

    /// Opens it and reads what is light. What was to be written before is written then.
    Loaded open();
    /// Not before it is open where there is a file. Why it could not be written, translated; told once.
    QString write(const IndexWrite &write);
    /// Newest first.
    QList<QByteArray> raw(ObjectKind kind);
    QList<HistoryEntry> history(qint64 sinceUnix, int most);
    void close();

    static QList<IndexedObject> read(const QString &file);
    static void remove(const QString &file);

    static constexpr int format = 1;

private:
    /// Connections have a name that no other thread's has.
    static QString nextName();
    enum class Fault { None, Locked, Unopenable, Foreign, Newer, Damaged };
    Fault connectFile();
    Fault prepare();
    bool load(Loaded &loaded);
    void useMemory();
    /// The file is out of the way under another name; false: it could not be moved.
    bool setAside();
    void disconnect();
    bool run(const QString &statement);
    qint64 number(const QString &statement);
    bool writeAll(const IndexWrite &write);
    bool writeItem(const IndexWrite::Item &item); ///< one that is there
    /// At most goneAtOnce that are gone, all of one kind.
    bool removeItems(const IndexWrite::Item *first, qsizetype count);
    void keepBound();
    void keepError(const QSqlError &error);
    bool isDamage() const;

    const QString m_file;
    const qint64 m_mostBytes;
    const int m_mostObjects;
    QString m_connection;
    QSqlDatabase m_database;
    int m_errorCode = 0; ///< of SQLite, of the last statement that failed
    QString m_errorText;
    bool m_isOpen = false;
    bool m_isInMemory = false;
    bool m_isBroken = false; ///< nothing more is written
    std::unique_ptr<QLockFile> m_lock;
    std::vector<IndexWrite> m_early;
    struct Statements;
    std::unique_ptr<Statements> m_statements;
};

} // namespace odc

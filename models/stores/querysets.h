// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonstore.h"
#include "stores/queryset.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <optional>

namespace odc {

/// The sets of queries of one vector store and how it was last searched, kept on this computer in one file.
/// Written on the pool shortly after a change, and at the end; only what changed here is changed in the file,
/// for another window may have it open. GUI thread.
class QuerySets : public QObject
{
    Q_OBJECT
public:
    /// Reads the file of this store below `folder`; a file that cannot be used is put aside, see problem().
    QuerySets(const QString &folder, const QString &storeId, QObject *parent = nullptr);
    /// Writes what is not written yet, also what could not be written before.
    ~QuerySets() override;

    /// In the order of their names.
    QStringList names() const;
    std::optional<QuerySet> set(const QString &name) const;
    /// Under its name, in place of the one that has it.
    void put(const QuerySet &set);
    void remove(const QString &name);
    /// False when the new name is blank or taken.
    bool rename(const QString &from, const QString &to);
    /// `wanted`, or with a number behind it where there is one of that name.
    QString freeName(const QString &wanted) const;

    /// How the store was last searched; what is in it is for whoever put it there.
    QJsonObject state() const { return m_content.state; }
    void setState(const QJsonObject &state);

    /// Why the file could not be read; translated, empty when all was well.
    QString problem() const { return m_store.problem(); }
    QString path() const { return m_store.path(); }
    /// Everything is in the file.
    bool isSaved() const { return m_changes.isEmpty() && !m_writing; }

    /// The folder of a profile's sets.
    static QString folderOf(const QString &settingsFolder, const QString &profileId);

Q_SIGNALS:
    /// A set was put, removed or has another name.
    void changed();
    /// The file could not be written; what was changed holds until the program ends.
    void saveFailed(const odc::ApiError &error);
    void saved();

private:
    struct Content
    {
        QHash<QString, QuerySet> sets;
        QJsonObject state;
    };
    struct Changes
    {
        QHash<QString, std::optional<QuerySet>> sets; ///< null: removed
        std::optional<QJsonObject> state;

        bool isEmpty() const { return sets.isEmpty() && !state; }
        /// What came later goes over what was before.
        void add(const Changes &later);
    };
    static Content fromJson(const QJsonObject &content);
    static QJsonObject toJson(const Content &content);
    static void apply(const Changes &changes, Content &content);
    /// Brings the changes into the file; on the pool, or at the end.
    static Result<void> save(JsonStore store, const Changes &changes, const Content &all);
    void saveLater();
    void write();

    JsonStore m_store;
    QThreadPool m_pool; ///< one thread: files are written in the order of the changes
    Content m_content;
    Changes m_changes;      ///< since what was last handed to the pool
    Changes m_inFlight;     ///< what was last handed to the pool
    bool m_due = false;     ///< a write comes with the next turn
    bool m_writing = false; ///< the pool is at it
};

} // namespace odc

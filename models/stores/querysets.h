// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mergedfile.h"
#include "stores/queryset.h"

#include <QHash>

#include <optional>

namespace odc {

/// What is in the file of a store's sets.
struct KeptQuerySets
{
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
        void add(const Changes &later);
    };
    static Content fromJson(const QJsonObject &object);
    static QJsonObject toJson(const Content &content);
    static void apply(const Changes &changes, Content &content);
};

/// The sets of queries of one vector store and how it was last searched, kept on this computer.
class QuerySets : public MergedFileOf<KeptQuerySets>
{
    Q_OBJECT
public:
    /// Reads the file of this store below `folder`.
    QuerySets(const QString &folder, const QString &storeId, QObject *parent = nullptr);

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
    QJsonObject state() const { return content().state; }
    void setState(const QJsonObject &state);

    /// The folder of a profile's sets.
    static QString folderOf(const QString &settingsFolder, const QString &profileId);

Q_SIGNALS:
    /// A set was put, removed or has another name.
    void changed();
};

} // namespace odc

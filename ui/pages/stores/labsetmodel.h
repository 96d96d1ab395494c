// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchrun.h"

#include <QAbstractTableModel>

namespace odc {

/// The queries of a set with how each setting did: the rank of the first expected file, and how much of what
/// was expected is among the first k.
class LabSetModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Query, Expected, FirstSetting, ColumnCount = FirstSetting + SearchSetting::most };

    explicit LabSetModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// The same queries again keep their rows.
    void setQueries(const QList<SetQuery> &queries);
    /// Of queries of the set, in any order.
    void setResults(const SearchResults &results, int k);
    const QList<SetQuery> &queries() const { return m_queries; }
    /// Where the results have this query; -1: it was not searched for.
    qsizetype resultOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant queryCell(const SetQuery &query, int role) const;
    QVariant expectedCell(const SetQuery &query, int role) const;
    QVariant settingCell(int row, int setting, int role) const;

    QList<SetQuery> m_queries;
    SearchResults m_results;
    QHash<QString, qsizetype> m_places; ///< in the results, by text
    int m_k = 5;
};

/// The means, a row for each setting.
class LabMeansModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Setting, Recall, Mrr, HitRate, Latency, Counted, ColumnCount };

    explicit LabMeansModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// Before anything was searched, the settings alone.
    void setResults(const SearchResults &results, const QList<SearchSetting> &settings, int k);
    const SearchResults::Summary &summary(int row) const { return m_summaries.at(row); }
    /// That something was searched under these conditions, for a person.
    static QString conditionsText(const SearchFilter &conditions);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<SearchSetting> m_settings;
    QList<SearchResults::Summary> m_summaries;
    SearchFilter m_shared; ///< what the searches had to fulfil
    int m_k = 5;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/cleaningitem.h"
#include "lists/rowmodelbase.h"

#include <QHash>
#include <QSet>

namespace odc {

class Clock;

/// What may go, each with a box. Nothing has a check until a person gives it one.
class CleaningModel final : public RowModelBase
{
    Q_OBJECT
public:
    enum Column { Name, Category, Reason, Uses, Size, Created, Id };

    /// `chosen`: keys of items that have a check, as far as they are there.
    CleaningModel(const QList<CleaningItem> &items, const QSet<QString> &chosen, const Clock &clock,
                  QObject *parent = nullptr);

    const QList<CleaningItem> &items() const { return m_items; }
    QList<CleaningItem> chosen() const;
    QSet<QString> chosenKeys() const;
    int chosenCount() const { return int(m_chosen.size()); }
    int chosenCount(CleaningCategory category) const { return m_counts.value(int(category)); }
    /// How many of these are only taken out of a vector store.
    int chosenEntries() const { return m_entries; }
    qint64 chosenBytes() const { return m_bytes; }
    void choose(const QList<int> &rows, bool isChosen);
    bool isChosen(int row) const { return m_chosen.contains(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QString rowId(int row) const override;
    int rowOf(const QString &id) const override;
    QJsonObject rowJson(int row) const override;
    QVariant rawValue(int row, int column) const override;
    int compareRows(int column, int left, int right) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void set(int row, bool isChosen);
    QString text(const CleaningItem &item, int column) const;

    const QList<CleaningItem> m_items;
    const Clock &m_clock;
    QHash<QString, int> m_rows;
    QSet<int> m_chosen;
    QHash<int, int> m_counts; ///< of the chosen, by category
    qint64 m_bytes = 0;
    int m_entries = 0;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodelbase.h"
#include "stores/attributesjob.h"

#include <QHash>
#include <QSet>

namespace odc {

/// A staged change of attributes, as it stands before it is sent.
struct ReviewedChange
{
    AttributeChange change;
    bool isConflict = false; ///< somebody else changed the cell since it was edited
    QString problem;         ///< why it cannot be sent, translated; empty: it can
};

/// Staged changes, each with a box: what is to be sent. Conflicts are to be chosen by hand, since they
/// overwrite what somebody else wrote; what cannot be sent has no box.
class ReviewModel final : public RowModelBase
{
    Q_OBJECT
public:
    enum Column { File, Key, Before, After, Note };

    explicit ReviewModel(const QList<ReviewedChange> &changes, QObject *parent = nullptr);

    /// Those with a check.
    QList<AttributeChange> chosen() const;
    int chosenCount() const { return int(m_chosen.size()); }
    int chosenFileCount() const;
    /// All that can be sent without overwriting others, or none.
    void chooseAll(bool all);
    /// These at once, but for those that cannot be sent.
    void choose(const QList<int> &rows, bool isChosen);

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
    QString text(const ReviewedChange &change, int column) const;

    QList<ReviewedChange> m_changes;
    QSet<int> m_chosen;
    QHash<QString, int> m_rows;
};

} // namespace odc

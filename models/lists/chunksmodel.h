// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodelbase.h"

#include <QStringList>

#include <vector>

namespace odc {

/// The chunks of a file in order, with their sizes. What takes a look through the text is worked out when it
/// is asked for.
class ChunksModel final : public RowModelBase
{
    Q_OBJECT
public:
    enum Column { Number, Text, Characters, Tokens, Overlap };

    explicit ChunksModel(QObject *parent = nullptr);

    /// The chunks of another file.
    void setChunks(const QStringList &chunks);
    const QStringList &chunks() const { return m_chunks; }
    /// Characters at its beginning that repeat the end of the one before.
    int overlap(int row) const;
    qint64 tokens(int row) const;
    qint64 totalCharacters() const { return m_characters; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QString rowId(int row) const override;
    int rowOf(const QString &id) const override;
    QJsonObject rowJson(int row) const override;
    QVariant rawValue(int row, int column) const override;
    int compareRows(int column, int left, int right) const override;

private:
    QStringList m_chunks;
    qint64 m_characters = 0;
    mutable std::vector<int> m_overlaps;  ///< -1: not asked for yet
    mutable std::vector<qint64> m_tokens; ///< the same
};

} // namespace odc

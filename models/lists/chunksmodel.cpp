// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunksmodel.h"

#include "base/format.h"
#include "lists/textorder.h"
#include "stores/chunktext.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownText = 200;
constexpr int tooltipText = 1000;

} // namespace

ChunksModel::ChunksModel(QObject *parent) : RowModelBase(parent)
{
    setColumns({{"chunk"_ba, tr("Chunk"), ColumnType::Number, 64},
                {"text"_ba, tr("Begins"), ColumnType::Text, 150},
                {"characters"_ba, tr("Characters"), ColumnType::Number, 88},
                {"tokens"_ba, tr("≈ Tokens"), ColumnType::Number, 78},
                {"overlap"_ba, tr("Overlap"), ColumnType::Number, 74}});
}

void ChunksModel::setChunks(const QStringList &chunks)
{
    beginResetModel(); // another file: nothing of the one before stays
    m_chunks = chunks;
    m_overlaps.assign(size_t(chunks.size()), -1);
    m_tokens.assign(size_t(chunks.size()), -1);
    m_characters = 0;
    for (const QString &chunk : chunks)
        m_characters += chunk.size();
    endResetModel();
    Q_EMIT countChanged();
}

int ChunksModel::overlap(int row) const
{
    if (row <= 0 || row >= m_chunks.size())
        return 0;
    int &known = m_overlaps[size_t(row)];
    if (known < 0)
        known = int(chunktext::overlap(m_chunks.at(row - 1), m_chunks.at(row)));
    return known;
}

qint64 ChunksModel::tokens(int row) const
{
    if (row < 0 || row >= m_chunks.size())
        return 0;
    qint64 &known = m_tokens[size_t(row)];
    if (known < 0)
        known = chunktext::tokens(m_chunks.at(row));
    return known;
}

int ChunksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chunks.size());
}

QVariant ChunksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_chunks.size())
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (Column(index.column())) {
        case Number:
            return format::number(row + 1);
        case Text:
            // What is new in it, which is what tells it from the one before.
            return format::oneLine(m_chunks.at(row).mid(overlap(row), 2 * shownText).trimmed(), shownText);
        case Characters:
            return format::number(m_chunks.at(row).size());
        case Tokens:
            return format::number(tokens(row));
        case Overlap:
            return overlap(row) > 0 ? format::number(overlap(row)) : QString();
        }
        return {};
    case Qt::ToolTipRole:
        switch (Column(index.column())) {
        case Text:
            return format::severalLines(m_chunks.at(row), tooltipText);
        case Tokens:
            return tr("An estimate");
        case Overlap:
            return overlap(row) > 0
                       ? tr("So many characters at its beginning repeat the end of the chunk before")
                       : QString();
        default:
            return {};
        }
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case SortRole:
        return rawValue(row, index.column());
    default:
        return {};
    }
}

QString ChunksModel::rowId(int row) const
{
    return row >= 0 && row < m_chunks.size() ? QString::number(row) : QString();
}

int ChunksModel::rowOf(const QString &id) const
{
    bool ok = false;
    const int row = id.toInt(&ok);
    return ok && row >= 0 && row < m_chunks.size() ? row : -1;
}

QJsonObject ChunksModel::rowJson(int row) const
{
    return row >= 0 && row < m_chunks.size()
               ? QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, m_chunks.at(row)}}
               : QJsonObject();
}

QVariant ChunksModel::rawValue(int row, int column) const
{
    if (row < 0 || row >= m_chunks.size())
        return {};
    switch (Column(column)) {
    case Number:
        return row + 1;
    case Text:
        return m_chunks.at(row);
    case Characters:
        return m_chunks.at(row).size();
    case Tokens:
        return tokens(row);
    case Overlap:
        return overlap(row);
    }
    return {};
}

int ChunksModel::compareRows(int column, int left, int right) const
{
    switch (Column(column)) {
    case Number:
        return order(left, right);
    case Text:
        return compareText(m_chunks.at(left), m_chunks.at(right));
    case Characters:
        return order(m_chunks.at(left).size(), m_chunks.at(right).size());
    case Tokens:
        return order(tokens(left), tokens(right));
    case Overlap:
        return order(overlap(left), overlap(right));
    }
    return 0;
}

} // namespace odc

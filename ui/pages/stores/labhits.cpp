// SPDX-License-Identifier: GPL-3.0-or-later
#include "labhits.h"

#include "base/format.h"
#include "ui/theme/plaintooltip.h"

#include <QJsonDocument>
#include <QLocale>

namespace odc {

using namespace Qt::StringLiterals;

QString scoreText(double score)
{
    return QLocale().toString(score, 'f', 2);
}

void LabHitsModel::setHits(const QList<StoreSearchHit> &hits, const QStringList &queries)
{
    beginResetModel();
    m_hits = hits;
    m_terms = QueryTerms(queries);
    m_expanded.clear();
    endResetModel();
}

void LabHitsModel::setExpected(const SetQuery &query)
{
    if (m_expectation == query)
        return;
    m_expectation = query;
    if (!m_hits.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_hits.size()) - 1), {ExpectedRole, Qt::AccessibleTextRole});
}

bool LabHitsModel::isExpected(int row) const
{
    return m_expectation.expects(m_hits.at(row).fileId, m_hits.at(row).filename);
}

void LabHitsModel::setExpanded(int row, bool expanded)
{
    if (row < 0 || row >= m_hits.size() || m_expanded.contains(row) == expanded)
        return;
    if (expanded)
        m_expanded.insert(row);
    else
        m_expanded.remove(row);
    Q_EMIT dataChanged(index(row), index(row), {ExpandedRole, Qt::SizeHintRole});
}

void LabHitsModel::toggleExpanded(int row)
{
    setExpanded(row, !isExpanded(row));
}

int LabHitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QString LabHitsModel::attributesText(const QJsonObject &attributes)
{
    QStringList parts;
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        const QString value =
            it.value().isString() ? it.value().toString() : it.value().toVariant().toString();
        parts << format::oneLine(it.key(), 64) + u": "_s + format::oneLine(value, 80);
    }
    return parts.join(u" · "_s);
}

QString LabHitsModel::spoken(int row) const
{
    const StoreSearchHit &hit = m_hits.at(row);
    QStringList parts{
        tr("%1, score %2").arg(hit.filename.isEmpty() ? hit.fileId : hit.filename, scoreText(hit.score))};
    if (isExpected(row))
        parts << tr("expected");
    parts << hit.texts.join(u' ').simplified().left(300);
    return parts.join(u", "_s);
}

QVariant LabHitsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.size())
        return {};
    const StoreSearchHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return hit.filename.isEmpty() ? hit.fileId : hit.filename;
    case ScoreRole:
        return hit.score;
    case TextRole:
        return hit.texts.join(u'\n');
    case AttributesRole:
        return attributesText(hit.attributes);
    case ExpectedRole:
        return isExpected(index.row());
    case ExpandedRole:
        return isExpanded(index.row());
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case Qt::ToolTipRole:
        return plainToolTip(
            tr("%1\n%2\nScore %3").arg(hit.filename, hit.fileId, QLocale().toString(hit.score, 'g', 6)) +
            (hit.attributes.isEmpty() ? QString() : u'\n' + attributesText(hit.attributes)));
    }
    return {};
}

} // namespace odc

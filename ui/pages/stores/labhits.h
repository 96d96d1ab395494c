// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storesearch.h"
#include "stores/queryset.h"
#include "stores/queryterms.h"

#include <QAbstractListModel>
#include <QSet>
#include <QStyledItemDelegate>

namespace odc {

class Theme;

/// What a search found under one setting, best first.
class LabHitsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ScoreRole = Qt::UserRole + 1,
        NameRole,
        TextRole,
        AttributesRole,
        ExpectedRole,
        ExpandedRole
    };

    explicit LabHitsModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    /// `queries` as they were searched for: their words are marked in the texts.
    void setHits(const QList<StoreSearchHit> &hits, const QStringList &queries);
    /// Which files the query should find.
    void setExpected(const SetQuery &query);
    void toggleExpanded(int row);
    void setExpanded(int row, bool expanded);
    bool isExpanded(int row) const { return m_expanded.contains(row); }
    const StoreSearchHit &hit(int row) const { return m_hits.at(row); }
    bool isExpected(int row) const;
    const QueryTerms &terms() const { return m_terms; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// "lang: en · year: 2025"; empty when there are none.
    static QString attributesText(const QJsonObject &attributes);

private:
    QString spoken(int row) const;

    QList<StoreSearchHit> m_hits;
    QueryTerms m_terms;
    SetQuery m_expectation;
    QSet<int> m_expanded;
};

/// Draws a hit: its score as a number and a bar, the file, whether it was expected, its attributes, and its
/// text with the words of the query set off; a few lines of it, or all.
class LabHitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    LabHitDelegate(const Theme &theme, const LabHitsModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Lays the text out for `width`, draws it when there is a painter, and returns its height.
    int text(QPainter *painter, const QPoint &at, int width, const QModelIndex &index) const;
    void paintHead(QPainter *painter, const QRect &rect, const QModelIndex &index,
                   Qt::LayoutDirection direction) const;
    bool hasAttributes(const QModelIndex &index) const;
    /// What a row may use of the width of its list: the same with a scroll bar and without one, so that the
    /// bar, which comes because of the rows' heights, does not change them.
    static int usableWidth(const QStyleOptionViewItem &option);
    int headHeight(int width) const;
    /// Too narrow for a score and a name beside each other.
    static bool isNarrow(int width);

    const Theme &m_theme;
    const LabHitsModel &m_model;
};

/// A score as it is shown: two digits after the point.
QString scoreText(double score);

} // namespace odc

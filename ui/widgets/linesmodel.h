// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/shownline.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>

#include <memory>

namespace odc {

/// The lines of an indexed file, one a row. Lines are read in pages, on the thread pool, when somebody asks
/// for them; until then a row is empty.
class LinesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit LinesModel(QObject *parent = nullptr);

    /// Null: no lines. The index may still grow: see takeNewLines().
    void setIndex(std::shared_ptr<const LineIndex> index);
    /// Lines should be JSON; those that are not are flagged.
    void setJson(bool json);
    bool isJson() const { return m_json; }
    /// Shows the lines that were found since.
    void takeNewLines();

    /// Null until it is read, which this asks for.
    const ShownLine *line(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Page
    {
        QList<ShownLine> lines;
        bool isUnreadable = false;
    };
    void want(int page) const;
    void fetchNext();
    void fetched(int number, const Page &page);

    std::shared_ptr<const LineIndex> m_index;
    mutable QCache<int, Page> m_pages;
    mutable QList<int> m_wanted; ///< the last one is read first: it is on the screen
    mutable bool m_isAsked = false;
    QSet<int> m_fetching;
    quint64 m_round = 0; ///< what is fetched for another file or kind is not taken
    int m_rows = 0;
    bool m_json = true;
};

} // namespace odc

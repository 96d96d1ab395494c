// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linesmodel.h"

#include "base/background.h"
#include "base/format.h"

#include <limits>

namespace odc {

namespace {

constexpr int linesPerPage = 64;
constexpr int pagesKept = 64;
constexpr int mostWanted = 8; // more than a screen can show; older wishes were scrolled past
constexpr int mostAtOnce = 2;
constexpr qint64 bytesRead = 64 * 1024; // of a line: enough to tell of most whether they are JSON
constexpr qsizetype bytesShown = 1024;  // more than any screen is wide

} // namespace

LinesModel::LinesModel(QObject *parent) : QAbstractListModel(parent), m_pages(pagesKept) {}

void LinesModel::setIndex(std::shared_ptr<const LineIndex> index)
{
    beginResetModel();
    ++m_round;
    m_index = std::move(index);
    m_pages.clear();
    m_wanted.clear();
    m_fetching.clear();
    m_rows = 0;
    endResetModel();
    takeNewLines();
}

void LinesModel::setJson(bool json)
{
    if (m_json == json)
        return;
    m_json = json;
    ++m_round;
    m_pages.clear();
    m_fetching.clear();
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

void LinesModel::takeNewLines()
{
    const qint64 known =
        m_index ? std::min<qint64>(m_index->count(), std::numeric_limits<int>::max() - 1) : 0;
    if (known <= m_rows)
        return;
    beginInsertRows({}, m_rows, int(known) - 1);
    // The last page was not full.
    m_pages.remove(m_rows / linesPerPage);
    m_rows = int(known);
    endInsertRows();
}

const ShownLine *LinesModel::line(int row) const
{
    const int number = row / linesPerPage;
    const Page *page = m_pages.object(number);
    if (!page || page->lines.size() <= row % linesPerPage) {
        if (row < m_rows && !(page && page->isUnreadable))
            want(number);
        return nullptr;
    }
    return &page->lines.at(row % linesPerPage);
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const ShownLine *shown = line(index.row());
    if (role == Qt::DisplayRole)
        return shown ? shown->text : QString();
    if (role == Qt::ToolTipRole)
        return shown ? shown->why : QString();
    const QString place = tr("Line %1").arg(format::number(qint64(index.row()) + 1));
    if (!shown)
        return place;
    return shown->isFine() ? tr("%1: %2").arg(place, shown->text)
                           : tr("%1: %2 %3").arg(place, shown->why, shown->text);
}

void LinesModel::want(int page) const
{
    if (m_fetching.contains(page))
        return;
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > mostWanted)
        m_wanted.removeFirst();
    // After the painting that asks for all of them.
    if (!std::exchange(m_isAsked, true))
        QMetaObject::invokeMethod(const_cast<LinesModel *>(this), &LinesModel::fetchNext,
                                  Qt::QueuedConnection);
}

void LinesModel::fetchNext()
{
    m_isAsked = false;
    while (m_fetching.size() < mostAtOnce && !m_wanted.isEmpty()) {
        const int number = m_wanted.takeLast();
        m_fetching.insert(number);
        const auto read = [index = m_index, number, json = m_json] {
            Page page;
            const auto lines = index->lines(qint64(number) * linesPerPage + 1, linesPerPage, bytesRead);
            page.isUnreadable = !lines;
            for (const IndexedLine &line : lines ? *lines : QList<IndexedLine>())
                page.lines.append(shownLine(line, json, bytesShown));
            return page;
        };
        inBackground(this, read, [this, number, round = m_round](const Page &page) {
            if (round == m_round)
                fetched(number, page);
            fetchNext();
        });
    }
}

void LinesModel::fetched(int number, const Page &page)
{
    m_fetching.remove(number);
    m_pages.insert(number, new Page(page));
    const int first = number * linesPerPage;
    if (first < m_rows)
        Q_EMIT dataChanged(index(first), index(std::min(m_rows, first + linesPerPage) - 1));
}

} // namespace odc

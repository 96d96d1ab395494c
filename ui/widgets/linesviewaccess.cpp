// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linesviewaccess.h"

#include "ui/widgets/linesview.h"

#include <QPointer>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 256; ///< kept for a screen reader that comes back to them

/// One line. It keeps no more than its number: what it says is asked of the model each time.
class LineAccess final : public QAccessibleInterface
{
public:
    LineAccess(LinesView *view, int row) : m_view(view), m_row(row) {}
    int row() const { return m_row; }

    bool isValid() const override { return m_view && m_row < m_view->model()->rowCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? parent()->window() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text which) const override
    {
        if (!isValid())
            return {};
        switch (which) {
        case QAccessible::Name:
            return index().data(Qt::AccessibleTextRole).toString();
        case QAccessible::Description:
            return index().data(Qt::ToolTipRole).toString();
        default:
            return {};
        }
    }

    QRect rect() const override
    {
        if (!isOnScreen())
            return {};
        const QRect rect = m_view->visualRect(index());
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        state.selected = m_view->selectionModel()->isSelected(index());
        state.focused = m_view->hasFocus() && m_view->currentIndex() == index();
        state.active = state.focused;
        state.invisible = !m_view->isVisible();
        state.offscreen = !isOnScreen();
        return state;
    }

private:
    QModelIndex index() const { return m_view->model()->index(m_row, 0); }
    bool isOnScreen() const
    {
        return isValid() && m_view->visualRect(index()).intersects(m_view->viewport()->rect());
    }

    QPointer<LinesView> m_view;
    int m_row;
};

QAccessibleInterface *make(const QString &className, QObject *object)
{
    auto *view = className == "odc::LinesView"_L1 ? qobject_cast<LinesView *>(object) : nullptr;
    return view ? new LinesViewAccess(view) : nullptr;
}

} // namespace

LinesViewAccess::LinesViewAccess(LinesView *view) : QAccessibleWidget(view, QAccessible::List) {}

LinesViewAccess::~LinesViewAccess()
{
    for (const QAccessible::Id id : std::as_const(m_lines))
        QAccessible::deleteAccessibleInterface(id);
}

void LinesViewAccess::install()
{
    QAccessible::installFactory(make);
}

LinesView *LinesViewAccess::view() const
{
    return qobject_cast<LinesView *>(object());
}

QList<int> LinesViewAccess::rows() const
{
    QList<int> rows;
    const LinesView *lines = view();
    if (!lines)
        return rows;
    const int count = lines->model()->rowCount();
    const QModelIndex first = lines->indexAt({0, 0});
    if (first.isValid()) {
        const QModelIndex last = lines->indexAt({0, lines->viewport()->height() - 1});
        for (int row = first.row(); row <= (last.isValid() ? last.row() : count - 1); ++row)
            rows << row;
    }
    const int current = lines->currentIndex().row();
    if (current >= 0 && (rows.isEmpty() || current < rows.first() || current > rows.last()))
        rows << current;
    return rows;
}

void LinesViewAccess::forgetOthers() const
{
    const QList<int> kept = rows();
    for (auto it = m_lines.begin(); it != m_lines.end();) {
        if (kept.contains(it.key())) {
            ++it;
            continue;
        }
        QAccessible::deleteAccessibleInterface(*it);
        it = m_lines.erase(it);
    }
}

QAccessibleInterface *LinesViewAccess::line(int row) const
{
    if (!view() || row < 0 || row >= view()->model()->rowCount())
        return nullptr;
    if (const auto known = m_lines.constFind(row); known != m_lines.cend())
        return QAccessible::accessibleInterface(*known);
    if (m_lines.size() >= mostLines)
        forgetOthers();
    auto *made = new LineAccess(view(), row);
    m_lines.insert(row, QAccessible::registerAccessibleInterface(made));
    return made;
}

int LinesViewAccess::childCount() const
{
    return int(rows().size());
}

QAccessibleInterface *LinesViewAccess::child(int index) const
{
    return line(rows().value(index, -1));
}

int LinesViewAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *line = dynamic_cast<const LineAccess *>(child);
    return line && line->parent() == this ? int(rows().indexOf(line->row())) : -1;
}

QAccessibleInterface *LinesViewAccess::childAt(int x, int y) const
{
    if (!view())
        return nullptr;
    const QPoint place = view()->viewport()->mapFromGlobal(QPoint(x, y));
    return view()->viewport()->rect().contains(place) ? line(view()->indexAt(place).row()) : nullptr;
}

QAccessibleInterface *LinesViewAccess::focusChild() const
{
    return view() && view()->hasFocus() ? line(view()->currentIndex().row()) : nullptr;
}

} // namespace odc

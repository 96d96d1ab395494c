// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace odc {

class LinesView;

/// A LinesView as a screen reader sees it: a list of the lines on the screen and the current one. Not of all
/// of them, which may be millions, and of which each would have to be read from the file to have a name.
class LinesViewAccess final : public QAccessibleWidget
{
public:
    explicit LinesViewAccess(LinesView *view);
    ~LinesViewAccess() override;

    /// Before the first view; more than once does no harm.
    static void install();
    LinesView *view() const;
    /// The line as an item of the list; null when there is none.
    QAccessibleInterface *line(int row) const;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    /// Rows on the screen, and behind them the current one when it is elsewhere.
    QList<int> rows() const;
    void forgetOthers() const;

    mutable QHash<int, QAccessible::Id> m_lines; ///< by row
};

} // namespace odc

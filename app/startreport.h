// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace odc {

class MainWindow;

/// Says "filled" on the standard output once the page that is open shows something and is on the screen, and ends the
/// program: how long a start takes is measured from outside.
class StartReport final : public QObject
{
    Q_OBJECT
public:
    /// `rows`: how many a list must have to count as filled.
    StartReport(MainWindow &window, int rows);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isFilled() const;

    MainWindow &m_window;
    int m_rows;
    bool m_said = false;
};

} // namespace odc

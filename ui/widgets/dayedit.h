// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace odc {

class Theme;

/// A day, typed or chosen in a calendar that looks as the rest does.
class DayEdit final : public QDateEdit
{
    Q_OBJECT
public:
    explicit DayEdit(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void paintCalendar();

    const Theme &m_theme;
    bool m_isPainted = false; ///< a calendar is many widgets: not before it may be wanted
};

} // namespace odc

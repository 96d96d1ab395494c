// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace odc {

/// A column of fields that scrolls where the window is too low for it: no frame, the ground of a dialog, only up and
/// down. Where its parent lets it, it is no narrower than its content. What gets the focus comes into sight, and a
/// field without the focus leaves the mouse's wheel to the column: scrolling changes no value.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes `content`.
    explicit ScrollColumn(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    bool event(QEvent *event) override;

private:
    void guardFields();
};

} // namespace odc

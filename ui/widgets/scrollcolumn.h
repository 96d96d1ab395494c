// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace odc {

/// A column of fields that scrolls where the window is too low for it: no frame, the ground of a dialog, only up and
/// down. It is never narrower than its content; Tab brings into sight what has the focus.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes `content`.
    explicit ScrollColumn(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

#include <QWidget>

class QPushButton;

namespace odc {

class Theme;
class ElidedLabel;

/// The bar alone, 8 px high, for forms and cards.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(const Theme &theme, QWidget *parent = nullptr);
    void setProgress(const CellProgress &progress);
    const CellProgress &progress() const { return m_progress; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    CellProgress m_progress;
};

/// Long work inside a page: the bar, what goes on with rate and time left, and Stop.
class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStrip(const Theme &theme, QWidget *parent = nullptr);
    /// `text` is the line beside the bar: "4,871 of 10,000 · 312 a second · 16 s left".
    void setProgress(const CellProgress &progress, const QString &text);
    void setStopVisible(bool visible);
    void setStopEnabled(bool enabled);

Q_SIGNALS:
    void stopRequested();

private:
    ProgressLine *m_line;
    ElidedLabel *m_text;
    QPushButton *m_stop;
};

} // namespace odc

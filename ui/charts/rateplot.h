// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/ratehistory.h"

#include <QWidget>

class QTimer;

namespace odc {

class RateLines;
class TextLabel;
class Theme;
class TransferQueue;

/// How fast the queue sends and receives: the figures of now, and a plot of the last five minutes. Not there while the
/// queue is empty.
class RatePlot final : public QWidget
{
    Q_OBJECT
public:
    RatePlot(const Theme &theme, TransferQueue &queue, QWidget *parent = nullptr);

    const RateHistory &history() const { return m_history; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void sample();
    void showSamples();

    const Theme &m_theme;
    TransferQueue &m_queue;
    RateHistory m_history;
    QTimer *m_timer;
    TextLabel *m_upload;
    TextLabel *m_download;
    TextLabel *m_peak;
    RateLines *m_lines;
};

} // namespace odc

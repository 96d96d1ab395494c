// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchtimes.h"
#include "lists/cellvalue.h"

#include <QWidget>

namespace odc {

class Theme;

/// When a batch was what: its steps one below the other, the time between two of them on the line that joins them, and
/// what is to come at the latest.
class BatchTimeline final : public QWidget
{
    Q_OBJECT
public:
    explicit BatchTimeline(const Theme &theme, QWidget *parent = nullptr);

    /// `last`: how the end is to be taken.
    void setSteps(const QList<BatchStep> &steps, Tone last, qint64 nowUnix);
    const QList<BatchStep> &steps() const { return m_steps; }
    /// "in progress", translated: what a batch became at that moment.
    static QString name(BatchMoment moment);
    /// The whole of it, a line a step.
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int stepHeight() const;
    Tone toneOf(qsizetype step) const;
    QString between(qsizetype step) const;

    const Theme &m_theme;
    QList<BatchStep> m_steps;
    Tone m_last = Tone::None;
    qint64 m_now = 0;
};

} // namespace odc

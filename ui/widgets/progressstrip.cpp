// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressstrip.h"

#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace odc {

ProgressLine::ProgressLine(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::setProgress(const CellProgress &progress)
{
    if (progress == m_progress) {
        return;
    }
    m_progress = progress;
    setAccessibleDescription(progress.done < 0 ? tr("not known yet")
                             : progress.failed > 0
                                 ? tr("%1 %, %2 % failed")
                                       .arg(QLocale().toString(progress.done * 100, 'f', 0),
                                            QLocale().toString(progress.failed * 100, 'f', 0))
                                 : tr("%1 %").arg(QLocale().toString(progress.done * 100, 'f', 0)));
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {metrics::navWidth, metrics::barHeight};
}

QSize ProgressLine::minimumSizeHint() const
{
    return {metrics::navHeight, metrics::barHeight};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::progress(&painter, rect(), m_progress, m_theme, layoutDirection());
}

ProgressStrip::ProgressStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_line(new ProgressLine(theme, this)),
      m_text(new ElidedLabel(theme, Theme::FontRole::Body, Token::Secondary, this)),
      m_stop(makeButton(theme, tr("Stop"), Icon::Stop, ButtonRole::Default, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::edge, metrics::tight, metrics::edge, metrics::tight);
    layout->setSpacing(metrics::between);
    m_line->setMaximumWidth(metrics::textWidth);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_text, 2);
    layout->addWidget(m_stop);
    setFocusProxy(m_stop); // of all of it the keyboard has use for this alone
    connect(m_stop, &QPushButton::clicked, this, &ProgressStrip::stopRequested);
}

void ProgressStrip::setProgress(const CellProgress &progress, const QString &text)
{
    m_line->setProgress(progress);
    m_text->setFullText(text);
}

void ProgressStrip::setStopVisible(bool visible)
{
    m_stop->setVisible(visible);
}

void ProgressStrip::setStopEnabled(bool enabled)
{
    m_stop->setEnabled(enabled);
}

} // namespace odc

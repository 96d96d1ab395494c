// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filteredit.h"

#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

namespace odc {

namespace {
constexpr int typingPauseMs = 150;
} // namespace

FilterEdit::FilterEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent), m_theme(theme), m_pause(new QTimer(this))
{
    addAction(theme.icon(Icon::Search, Token::Secondary), LeadingPosition);
    setClearButtonEnabled(true);
    setPlaceholderText(tr("Filter"));
    setAccessibleName(tr("Filter"));
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connect(m_pause, &QTimer::timeout, this, &FilterEdit::tell);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) {
            tell();
        } else {
            m_pause->start();
        }
    });
}

void FilterEdit::setFilter(const QString &text)
{
    setText(text);
    tell();
}

void FilterEdit::setProblem(const QString &problem)
{
    m_problem = problem;
    setToolTip(problem);
    setAccessibleDescription(problem);
    update();
}

QSize FilterEdit::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 38, metrics::buttonHeight};
}

void FilterEdit::tell()
{
    m_pause->stop();
    if (text() == m_told) {
        return;
    }
    m_told = text();
    Q_EMIT filterChanged(m_told);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        tell();
        Q_EMIT leaveToList();
        event->accept();
        return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            event->accept();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_problem.isEmpty()) {
        QPainter painter(this);
        shapes::box(&painter, rect(), metrics::radius, {}, m_theme.colour(Token::Bad));
    }
}

} // namespace odc

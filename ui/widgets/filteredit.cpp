// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filteredit.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QTimer>

namespace odc {

namespace {
constexpr int typingPauseMs = 150;

/// The problem in words, on a ground of its own with a warning sign.
class ProblemNote : public TextLabel
{
public:
    ProblemNote(const Theme &theme, QWidget *parent)
        : TextLabel(theme, Theme::FontRole::Small, Token::Text, {}, parent), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setWordWrap(true);
        setContentsMargins(metrics::inside + metrics::iconSize + metrics::inside, metrics::tight, metrics::inside,
                           metrics::tight);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        {
            QPainter painter(this);
            shapes::box(&painter, rect(), metrics::radius, m_theme.colour(Token::Base), m_theme.colour(Token::Bad));
            const QRect place = QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter,
                                                    {metrics::iconSize, metrics::iconSize},
                                                    rect().adjusted(metrics::inside, 0, -metrics::inside, 0));
            m_theme.icons().paint(&painter, place, Icon::Warning, m_theme.colour(Token::Bad));
        }
        TextLabel::paintEvent(event);
    }

private:
    const Theme &m_theme;
};
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
        if (!isModified())
            home(false); // not typed: of a long filter that a link brought the beginning is seen
        if (text.isEmpty()) {
            tell();
        } else {
            m_pause->start();
        }
    });
}

FilterEdit::~FilterEdit()
{
    delete m_note;
}

void FilterEdit::setFilter(const QString &text)
{
    setText(text);
    tell();
}

void FilterEdit::setProblem(const QString &problem)
{
    m_problem = problem;
    setAccessibleDescription(problem);
    placeNote();
    update();
}

void FilterEdit::dropNote()
{
    if (!m_note) {
        return;
    }
    // Not at once: whoever hides our parent goes through its children, of which the note is one.
    m_note->setObjectName({});
    m_note->hide();
    m_note->deleteLater();
    m_note.clear();
}

void FilterEdit::placeNote()
{
    if (m_problem.isEmpty() || !isVisible() || isWindow()) {
        dropNote();
        return;
    }
    if (!m_note) {
        m_note = new ProblemNote(m_theme, parentWidget());
        m_note->setObjectName(QStringLiteral("filterProblem"));
    }
    m_note->setText(format::oneLine(m_problem));
    const int room = qMax(width(), parentWidget()->width() - x() - metrics::inside);
    const int most = qMin(isRightToLeft() ? geometry().right() + 1 - metrics::inside : room, metrics::textWidth);
    const QMargins margins = m_note->contentsMargins();
    const int wanted = m_note->fontMetrics().horizontalAdvance(m_note->text()) + margins.left() + margins.right() + 2;
    const int across = qMax(1, qMin(wanted, most));
    const int left = isRightToLeft() ? geometry().right() + 1 - across : x();
    m_note->setGeometry(left, geometry().bottom() + 1 + metrics::tight / 2, across, m_note->heightForWidth(across));
    m_note->show();
    m_note->raise();
}

bool FilterEdit::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // else the page's Escape would stop the loading instead
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !text().isEmpty()) {
            event->accept();
            return true;
        }
        break;
    case QEvent::ParentChange:
        dropNote();
        [[fallthrough]];
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide: {
        const bool done = QLineEdit::event(event);
        placeNote();
        return done;
    }
    default:
        break;
    }
    return QLineEdit::event(event);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linefindbar.h"

#include "base/background.h"
#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

namespace odc {

using namespace Qt::StringLiterals;

LineFindBar::LineFindBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_case(new QToolButton(this)),
      m_result(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_progress(new QTimer(this))
{
    m_edit->setObjectName(u"lineFind"_s);
    m_edit->setPlaceholderText(tr("Find in all lines"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(theme.icon(Icon::Search, Token::Secondary), QLineEdit::LeadingPosition);
    m_case->setText(tr("Aa", "match case"));
    m_case->setToolTip(tr("Tell capital letters from small ones"));
    m_case->setAccessibleName(m_case->toolTip());
    m_case->setCheckable(true);
    m_case->setAutoRaise(true);
    auto *previous = makeIconButton(theme, Icon::ChevronUp, tr("Previous match"), this);
    auto *next = makeIconButton(theme, Icon::ChevronDown, tr("Next match"), this);
    auto *closing = makeIconButton(theme, Icon::Close, tr("Close search"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_result);
    layout->addWidget(m_case);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(closing);
    m_progress->setInterval(100);
    connect(m_progress, &QTimer::timeout, this, &LineFindBar::showProgress);
    // While typing, the match under way grows instead of jumping on.
    const auto anew = [this] { start(false, true); };
    connect(m_edit, &QLineEdit::textChanged, this, anew);
    connect(m_case, &QToolButton::toggled, this, anew);
    connect(previous, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(next, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(closing, &QToolButton::clicked, this, &LineFindBar::close);
    hide();
}

LineFindBar::~LineFindBar()
{
    stop();
}

QString LineFindBar::text() const
{
    return m_edit->text();
}

bool LineFindBar::isCaseSensitive() const
{
    return m_case->isChecked();
}

void LineFindBar::setIndex(std::shared_ptr<const LineIndex> index)
{
    stop();
    m_index = std::move(index);
    m_result->clear();
    setLine(1);
}

void LineFindBar::setLine(qint64 number)
{
    m_line = number;
    m_match = -1;
}

void LineFindBar::open()
{
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void LineFindBar::close()
{
    stop();
    hide();
    Q_EMIT closed();
}

void LineFindBar::findNext(bool backward)
{
    if (text().isEmpty()) {
        open();
        return;
    }
    start(backward, false);
}

void LineFindBar::start(bool backward, bool again)
{
    stop();
    m_result->clear();
    if (text().isEmpty() || !m_index)
        return;
    m_work = std::make_shared<JsonlWork>();
    m_progress->start();
    const auto find =
        [index = m_index, work = m_work, line = m_line, match = m_match, again,
         search =
             LineSearch{.text = text(), .caseSensitive = isCaseSensitive(), .backward = backward}]() mutable {
            if (match >= 0)
                search.offset = match + (search.backward || again ? 0 : 1);
            else if (const auto begin = index->line(line, 0))
                search.offset = begin->offset;
            return index->find(search, work);
        };
    inBackground(
        this, find,
        [this, work = m_work](const Result<std::optional<LineMatch>> &result) {
            if (work == m_work)
                take(result);
        },
        longWorkPool());
}

void LineFindBar::take(const Result<std::optional<LineMatch>> &result)
{
    m_work.reset();
    m_progress->stop();
    if (!result) {
        m_result->setToken(Token::Bad);
        m_result->setText(result.error().message);
        return;
    }
    m_result->setToken(Token::Secondary);
    if (!*result) {
        m_result->setText(tr("not found"));
        return;
    }
    const LineMatch &match = **result;
    if (match.line == 0) {
        m_result->setText(tr("found in a line that is not known yet"));
        return;
    }
    const QString line = tr("line %1").arg(format::number(match.line));
    m_result->setText(match.wrapped ? tr("%1, once around").arg(line) : line);
    Q_EMIT found(match);
    m_match = match.offset;
}

void LineFindBar::stop()
{
    if (m_work)
        m_work->stop = true;
    m_work.reset();
    m_progress->stop();
}

void LineFindBar::showProgress()
{
    if (!m_work || !m_index || m_index->size() == 0)
        return;
    m_result->setToken(Token::Secondary);
    m_result->setText(tr("searching, %1 %").arg(100 * m_work->done / m_index->size()));
}

bool LineFindBar::event(QEvent *event)
{
    // From any control in the bar: they let these keys through, and the page has shortcuts on them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LineFindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        findNext(event->modifiers() & Qt::ShiftModifier);
        return;
    case Qt::Key_Escape:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace odc

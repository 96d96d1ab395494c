// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linefindbar.h"

#include "base/background.h"
#include "base/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

namespace odc {

using namespace Qt::StringLiterals;

LineFindBar::LineFindBar(const Theme &theme, QWidget *parent)
    : FindBarBase(theme, tr("Find in all lines"), parent), m_case(new QToolButton(this)),
      m_progress(new QTimer(this))
{
    edit()->setObjectName(u"lineFind"_s);
    edit()->setClearButtonEnabled(true);
    m_case->setText(tr("Aa", "match case"));
    m_case->setToolTip(tr("Tell capital letters from small ones"));
    m_case->setAccessibleName(m_case->toolTip());
    m_case->setCheckable(true);
    m_case->setAutoRaise(true);
    addOption(m_case);
    m_progress->setInterval(100);
    connect(m_progress, &QTimer::timeout, this, &LineFindBar::showProgress);
    // While typing, the match under way grows instead of jumping on.
    const auto anew = [this] { start(false, true); };
    connect(edit(), &QLineEdit::textChanged, this, anew);
    connect(m_case, &QToolButton::toggled, this, anew);
}

LineFindBar::~LineFindBar()
{
    stop();
}

bool LineFindBar::isCaseSensitive() const
{
    return m_case->isChecked();
}

void LineFindBar::setIndex(std::shared_ptr<const LineIndex> index)
{
    stop();
    m_index = std::move(index);
    result()->clear();
    setLine(1);
}

void LineFindBar::setLine(qint64 number)
{
    m_line = number;
    m_match = -1;
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
    result()->clear();
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
        [this, work = m_work](const Result<std::optional<LineMatch>> &outcome) {
            if (work == m_work)
                take(outcome);
        },
        longWorkPool());
}

void LineFindBar::take(const Result<std::optional<LineMatch>> &outcome)
{
    m_work.reset();
    m_progress->stop();
    if (!outcome) {
        result()->setToken(Token::Bad);
        result()->setText(outcome.error().message);
        return;
    }
    result()->setToken(Token::Secondary);
    if (!*outcome) {
        result()->setText(tr("not found"));
        return;
    }
    const LineMatch &match = **outcome;
    if (match.line == 0) {
        result()->setText(tr("found in a line that is not known yet"));
        return;
    }
    const QString line = tr("line %1").arg(format::number(match.line));
    result()->setText(match.wrapped ? tr("%1, once around").arg(line) : line);
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
    result()->setToken(Token::Secondary);
    result()->setText(tr("searching, %1 %").arg(100 * m_work->done / m_index->size()));
}

} // namespace odc

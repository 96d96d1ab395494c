// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunkfindbar.h"

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
#include <QToolButton>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPauseMs = 150;

} // namespace

ChunkFindBar::ChunkFindBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_case(new QToolButton(this)),
      m_result(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_pause(new QTimer(this))
{
    m_edit->setObjectName(u"chunkFind"_s);
    m_edit->setPlaceholderText(tr("Find in all chunks"));
    m_edit->setAccessibleName(tr("Find in all chunks"));
    m_edit->addAction(theme.icon(Icon::Search, Token::Secondary), QLineEdit::LeadingPosition);
    m_case->setText(u"Aa"_s);
    m_case->setCheckable(true);
    m_case->setToolTip(tr("Capital letters matter"));
    m_case->setAccessibleName(tr("Capital letters matter"));
    setButtonRole(m_case, ButtonRole::Flat);
    m_result->setObjectName(u"chunkFindResult"_s);
    auto *previous = makeIconButton(theme, Icon::ChevronUp, tr("Previous match"), this);
    auto *next = makeIconButton(theme, Icon::ChevronDown, tr("Next match"), this);
    auto *closing = makeIconButton(theme, Icon::Close, tr("Close search"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::between, metrics::tight, metrics::between, metrics::tight);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_result);
    for (QToolButton *button : {m_case, previous, next, closing})
        layout->addWidget(button);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ChunkFindBar::search);
    connect(m_edit, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_case, &QToolButton::toggled, this, &ChunkFindBar::search);
    connect(previous, &QToolButton::clicked, this, [this] { step(true); });
    connect(next, &QToolButton::clicked, this, [this] { step(false); });
    connect(closing, &QToolButton::clicked, this, &ChunkFindBar::close);
    hide();
}

ChunkFindBar::~ChunkFindBar()
{
    stop();
}

void ChunkFindBar::setChunks(const QStringList &chunks)
{
    stop();
    m_chunks = chunks;
    m_matches.clear();
    m_current = -1;
    m_result->clear();
    if (isVisible() && !m_edit->text().isEmpty())
        search();
}

void ChunkFindBar::open(const QString &text)
{
    if (!text.isEmpty() && !text.contains(u'\n'))
        m_edit->setText(text);
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    if (m_matches.isEmpty() && !m_edit->text().isEmpty())
        search();
}

void ChunkFindBar::close()
{
    hide();
    stop();
    m_matches.clear();
    m_current = -1;
    Q_EMIT changed();
    Q_EMIT closed();
}

void ChunkFindBar::stop()
{
    m_pause->stop();
    if (m_stop)
        *std::exchange(m_stop, nullptr) = true;
}

void ChunkFindBar::search()
{
    stop();
    const QString text = m_edit->text();
    if (text.isEmpty()) {
        take({});
        return;
    }
    m_stop = std::make_shared<std::atomic_bool>(false);
    const Qt::CaseSensitivity sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    inBackground(
        this,
        [chunks = m_chunks, text, sensitivity, stop = m_stop] {
            return chunktext::find(chunks, text, sensitivity, stop);
        },
        [this, own = m_stop](const QList<chunktext::Match> &matches) {
            if (own != m_stop)
                return; // another search was begun
            m_stop.reset();
            take(matches);
        });
}

void ChunkFindBar::take(const QList<chunktext::Match> &matches)
{
    m_matches = matches;
    const auto first =
        std::lower_bound(matches.cbegin(), matches.cend(), m_from,
                         [](const chunktext::Match &match, int chunk) { return match.chunk < chunk; });
    m_current = matches.isEmpty() ? -1 : first == matches.cend() ? 0 : first - matches.cbegin();
    tell();
}

void ChunkFindBar::step(bool backward)
{
    if (!isVisible() || m_edit->text().isEmpty()) {
        open();
        return;
    }
    if (m_pause->isActive()) {
        search(); // typed, and Enter at once
        return;
    }
    if (m_matches.isEmpty())
        return;
    const qsizetype count = m_matches.size();
    m_current = (m_current + (backward ? count - 1 : 1)) % count; // round and round
    tell();
}

void ChunkFindBar::tell()
{
    if (m_matches.isEmpty())
        m_result->setText(m_edit->text().isEmpty() ? QString() : tr("not found"));
    else if (m_matches.size() >= chunktext::mostMatches)
        m_result->setText(
            tr("%1 of more than %2").arg(format::number(m_current + 1), format::number(m_matches.size())));
    else
        m_result->setText(
            tr("%1 of %2").arg(format::number(m_current + 1), format::number(m_matches.size())));
    Q_EMIT changed();
}

bool ChunkFindBar::event(QEvent *event)
{
    // From any control in the bar: they let these keys through, and the page has shortcuts on them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_Escape ||
            key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_F3) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ChunkFindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        open();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        step(event->modifiers() & Qt::ShiftModifier);
        return;
    case Qt::Key_Escape:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace odc

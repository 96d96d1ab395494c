// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunkfindbar.h"

#include "base/background.h"
#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QLayout>
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
    : FindBarBase(theme, tr("Find in all chunks"), parent), m_case(new QToolButton(this)),
      m_pause(new QTimer(this))
{
    edit()->setObjectName(u"chunkFind"_s);
    m_case->setText(u"Aa"_s);
    m_case->setCheckable(true);
    m_case->setToolTip(tr("Capital letters matter"));
    m_case->setAccessibleName(tr("Capital letters matter"));
    setButtonRole(m_case, ButtonRole::Flat);
    result()->setObjectName(u"chunkFindResult"_s);
    addOption(m_case);
    layout()->setContentsMargins(metrics::between, metrics::tight, metrics::between, metrics::tight);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connect(m_pause, &QTimer::timeout, this, &ChunkFindBar::search);
    connect(edit(), &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_case, &QToolButton::toggled, this, &ChunkFindBar::search);
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
    result()->clear();
    if (isVisible() && !text().isEmpty())
        search();
}

void ChunkFindBar::opened()
{
    if (m_matches.isEmpty() && !text().isEmpty())
        search();
}

void ChunkFindBar::leave()
{
    stop();
    m_matches.clear();
    m_current = -1;
    Q_EMIT changed();
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
    if (text().isEmpty()) {
        take({});
        return;
    }
    m_stop = std::make_shared<std::atomic_bool>(false);
    const Qt::CaseSensitivity sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    inBackground(
        this,
        [chunks = m_chunks, text = text(), sensitivity, stop = m_stop] {
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

void ChunkFindBar::findNext(bool backward)
{
    if (!isVisible() || text().isEmpty()) {
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
        result()->setText(text().isEmpty() ? QString() : tr("not found"));
    else if (m_matches.size() >= chunktext::mostMatches)
        result()->setText(
            tr("%1 of more than %2").arg(format::number(m_current + 1), format::number(m_matches.size())));
    else
        result()->setText(
            tr("%1 of %2").arg(format::number(m_current + 1), format::number(m_matches.size())));
    Q_EMIT changed();
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "expiryedit.h"

#include "transfers/uploadcheck.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourSeconds = 3600;
constexpr qint64 daySeconds = 24 * hourSeconds;
constexpr qint64 byDays = -1;
constexpr qint64 unsaidSeconds = 0;

} // namespace

ExpiryEdit::ExpiryEdit(const QString &unsaid, bool offersHour, QWidget *parent)
    : QWidget(parent), m_choice(new QComboBox(this)), m_days(new QSpinBox(this))
{
    m_choice->setObjectName(u"expiry"_s);
    m_choice->setAccessibleName(tr("When the files expire"));
    m_choice->addItem(unsaid, unsaidSeconds);
    if (offersHour)
        m_choice->addItem(tr("After 1 hour"), hourSeconds);
    m_choice->addItem(tr("After 1 day"), daySeconds);
    m_choice->addItem(tr("After 7 days"), 7 * daySeconds);
    m_choice->addItem(tr("After 30 days"), 30 * daySeconds);
    m_choice->addItem(tr("After a number of days…"), byDays);
    m_days->setObjectName(u"expiryDays"_s);
    m_days->setAccessibleName(tr("Days until the files expire"));
    m_days->setRange(1, int(longestExpirySeconds / daySeconds));
    m_days->setValue(14);
    m_days->setMinimumWidth(m_days->sizeHint().width() + metrics::edge);
    m_days->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_choice);
    layout->addWidget(m_days);
    layout->addStretch(1);
    setFocusProxy(m_choice);
    setFocusPolicy(Qt::StrongFocus); // else the letter of its label does not reach it
    connect(m_choice, &QComboBox::currentIndexChanged, this,
            [this] { m_days->setVisible(m_choice->currentData().toLongLong() == byDays); });
}

std::optional<qint64> ExpiryEdit::seconds() const
{
    const qint64 value = m_choice->currentData().toLongLong();
    if (value == unsaidSeconds)
        return std::nullopt;
    return value == byDays ? m_days->value() * daySeconds : value;
}

} // namespace odc

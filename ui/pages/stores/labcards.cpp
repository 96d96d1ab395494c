// SPDX-License-Identifier: GPL-3.0-or-later
#include "labcards.h"

#include "labcard.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QListView>
#include <QScrollBar>
#include <QToolButton>

namespace odc {

using namespace Qt::StringLiterals;

LabCards::LabCards(const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_row(new QWidget(this)), m_layout(new QHBoxLayout(m_row))
{
    setObjectName(u"labCards"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(metrics::rowHeight * 6);
    m_layout->setContentsMargins(0, 0, 0, metrics::inside);
    m_layout->setSpacing(metrics::between);
    setWidget(m_row);
    viewport()->setAutoFillBackground(false);
    m_row->setAutoFillBackground(false);
}

LabCard *LabCards::make()
{
    auto *made = new LabCard(m_theme, m_row);
    m_layout->addWidget(made, 1);
    m_cards.append(made);
    connect(made, &LabCard::focused, this, [this, made] { setActive(made); });
    connect(made, &LabCard::currentChanged, this, [this, made] {
        if (made == m_active)
            Q_EMIT activeChanged();
    });
    connect(made, &LabCard::leaveRequested, this, [this, made](int by) { step(made, by); });
    const auto forward = [this, made](auto own) {
        return [this, made, own](auto &&...with) {
            setActive(made);
            Q_EMIT(this->*own)(std::forward<decltype(with)>(with)...);
        };
    };
    connect(made, &LabCard::contentsRequested, this, forward(&LabCards::contentsRequested));
    connect(made, &LabCard::retryRequested, this, forward(&LabCards::retryRequested));
    connect(made, &LabCard::editRequested, this, forward(&LabCards::editRequested));
    connect(made, &LabCard::hitMenuRequested, this, [this, made](const QPoint &place) {
        setActive(made);
        Q_EMIT hitMenuRequested(place);
    });
    connect(made, &LabCard::settingMenuRequested, this, [this, made](const QPoint &place) {
        setActive(made);
        Q_EMIT settingMenuRequested(place);
    });
    made->show();
    return made;
}

void LabCards::setSettings(const QList<SearchSetting> &settings)
{
    QList<LabCard *> kept;
    for (const SearchSetting &setting : settings) {
        LabCard *there = card(setting.name);
        if (!there) {
            there = make();
            there->showNothing(true);
        }
        there->setSetting(setting);
        kept.append(there);
    }
    for (LabCard *old : std::as_const(m_cards)) {
        if (kept.contains(old))
            continue;
        if (m_active == old)
            m_active = nullptr;
        old->hide();
        old->deleteLater(); // its own menu may have asked for it
    }
    m_cards = kept;
    QWidget *before = nullptr;
    for (LabCard *each : std::as_const(m_cards)) {
        m_layout->removeWidget(each);
        m_layout->addWidget(each, 1);
        if (before)
            QWidget::setTabOrder(before, each->menuButton());
        QWidget::setTabOrder(each->menuButton(), each->list());
        before = each->list();
    }
    if (!m_active && !m_cards.isEmpty())
        m_active = m_cards.first();
    Q_EMIT activeChanged();
}

LabCard *LabCards::active() const
{
    return m_active;
}

LabCard *LabCards::card(const QString &name) const
{
    const auto found = std::find_if(m_cards.cbegin(), m_cards.cend(),
                                    [&name](const LabCard *each) { return each->setting().name == name; });
    return found == m_cards.cend() ? nullptr : *found;
}

void LabCards::setActive(LabCard *card)
{
    if (m_active == card)
        return;
    m_active = card;
    ensureWidgetVisible(card, 0, 0);
    Q_EMIT activeChanged();
}

void LabCards::focusActive()
{
    if (m_active)
        m_active->list()->setFocus(Qt::OtherFocusReason);
}

void LabCards::step(LabCard *from, int by)
{
    const qsizetype to = m_cards.indexOf(from) + by;
    if (to < 0 || to >= m_cards.size())
        return;
    QListView *list = m_cards.at(to)->list();
    if (!list->currentIndex().isValid())
        list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus(Qt::TabFocusReason);
}

void LabCards::showNothing(bool hasQuery)
{
    for (LabCard *each : std::as_const(m_cards))
        each->showNothing(hasQuery);
    Q_EMIT activeChanged();
}

void LabCards::showSearching()
{
    for (LabCard *each : std::as_const(m_cards)) {
        each->showSearching();
        each->setStale(false);
    }
    Q_EMIT activeChanged();
}

void LabCards::showRow(const SearchResults &results, qsizetype row)
{
    for (LabCard *each : std::as_const(m_cards))
        showCell(each, results, row);
    Q_EMIT activeChanged();
}

void LabCards::showCell(LabCard *card, const SearchResults &results, qsizetype row)
{
    const qsizetype setting = results.settingOf(card->setting().name);
    if (setting < 0)
        card->showNothing(true);
    else
        card->showCell(results.cell(row, setting), results.queries.at(row).queries());
}

void LabCards::markStale(const SearchResults &results, const SearchFilter &shared)
{
    for (LabCard *each : std::as_const(m_cards)) {
        const qsizetype setting = results.settingOf(each->setting().name);
        each->setStale(setting >= 0 &&
                       (results.settings.at(setting) != each->setting() || results.shared != shared));
    }
}

void LabCards::setExpected(const SetQuery &query)
{
    for (LabCard *each : std::as_const(m_cards))
        each->setExpected(query);
    Q_EMIT activeChanged();
}

void LabCards::resizeEvent(QResizeEvent *event)
{
    m_row->setFixedHeight(viewport()->height()); // sideways only
    QScrollArea::resizeEvent(event);
}

} // namespace odc

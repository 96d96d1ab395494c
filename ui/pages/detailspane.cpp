// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailspane.h"

#include "base/clock.h"
#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"
#include "watch/jobwatch.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

DetailsPane::DetailsPane(const PageContext &context, const Texts &texts, QWidget *parent)
    : QWidget(parent), m_context(context), m_hint(texts.nothing)
{
    const Theme &theme = context.shell.theme;
    setGround(this, Token::Window);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_nothing = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, texts.nothing, this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    outer->addWidget(m_nothing);

    m_content = new QWidget(this);
    outer->addWidget(m_content);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, metrics::between, 0, 0);
    layout->setSpacing(metrics::tight);
    m_head = new QWidget(m_content);
    auto *head = new QVBoxLayout(m_head);
    head->setContentsMargins(metrics::edge, 0, metrics::edge, 0);
    head->setSpacing(metrics::tight);
    layout->addWidget(m_head);
    m_name = new ElidedLabel(theme, Theme::FontRole::Heading, Token::Text, m_head);
    m_name->setObjectName(u"detailsName"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    head->addWidget(m_name);
    // In a line of its own: at the end of a long name nobody would see it.
    m_others = new ElidedLabel(theme, Theme::FontRole::Body, Token::Text, m_head);
    m_others->setObjectName(u"detailsOthers"_s);
    m_others->hide();
    head->addWidget(m_others);
    auto *idRow = new QHBoxLayout;
    idRow->setSpacing(metrics::tight);
    m_id = new ElidedLabel(theme, Theme::FontRole::Mono, Token::Secondary, m_head);
    m_id->setElideMode(Qt::ElideMiddle);
    m_copyId = new CopyButton(theme, tr("Copy ID"), m_head);
    idRow->addWidget(m_id);
    idRow->addWidget(m_copyId);
    idRow->addStretch(1);
    head->addLayout(idRow);
    m_stuck = new TextLabel(theme, Theme::FontRole::Body, Token::Warn, {}, m_head);
    m_stuck->setObjectName(u"detailsStuck"_s);
    m_stuck->setWordWrap(true);
    m_stuck->hide();
    head->addWidget(m_stuck);
    connect(&context.watch, &JobWatch::updated, this, &DetailsPane::showStuck);

    m_tabs = new QTabBar(m_content);
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDrawBase(true);
    m_tabs->setExpanding(false);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(metrics::edge, 0, metrics::edge, 0);
    tabs->addWidget(m_tabs);
    layout->addLayout(tabs);
    m_stack = new QStackedWidget(m_content);
    layout->addWidget(m_stack, 1);

    auto *scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *summary = new QWidget(scroll);
    m_summary = new QVBoxLayout(summary);
    m_summary->setContentsMargins(metrics::edge, metrics::inside, metrics::edge, metrics::between);
    m_fields = new FieldGrid(theme, summary);
    m_summary->addWidget(m_fields);
    m_summary->addStretch(1);
    scroll->setWidget(summary);
    setGround(scroll->viewport(), Token::Window);
    setGround(summary, Token::Window);
    m_json = new JsonView(theme, m_stack);
    m_json->setObjectName(u"detailsJson"_s);
    m_json->setAccessibleName(texts.json);
    m_tabs->addTab(tr("Summary"));
    m_stack->addWidget(scroll);
    m_tabs->addTab(tr("JSON", "tab"));
    m_stack->addWidget(withMargins(m_json));
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailsPane::tabChanged);

    m_content->hide();
}

QWidget *DetailsPane::withMargins(QWidget *content)
{
    auto *page = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::edge, 0, metrics::edge, metrics::between);
    layout->addWidget(content);
    return page;
}

int DetailsPane::addTab(const QString &title, QWidget *content, Margins margins)
{
    const int place =
        m_stack->insertWidget(m_stack->count() - 1, margins == Margins::None ? content : withMargins(content));
    return m_tabs->insertTab(place, title);
}

void DetailsPane::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

int DetailsPane::currentTab() const
{
    return m_tabs->currentIndex();
}

int DetailsPane::tabOf(const QWidget *widget) const
{
    for (int i = 0; i < m_stack->count(); ++i) {
        if (m_stack->widget(i) == widget || m_stack->widget(i)->isAncestorOf(widget))
            return i;
    }
    return -1;
}

void DetailsPane::setHintShown(bool shown)
{
    m_nothing->setText(shown ? m_hint : QString());
}

void DetailsPane::setTabTitle(int tab, const QString &title)
{
    m_tabs->setTabText(tab, title);
}

void DetailsPane::setTabShown(int tab, bool shown)
{
    // Qt 6.4 forgets that the tabs are to be laid out anew when one is told what it is already.
    if (m_tabs->isTabVisible(tab) != shown)
        m_tabs->setTabVisible(tab, shown);
}

bool DetailsPane::isTabShown(int tab) const
{
    return m_tabs->isTabVisible(tab);
}

void DetailsPane::addAboveFields(QWidget *widget)
{
    m_summary->insertWidget(m_summary->indexOf(m_fields), widget);
}

void DetailsPane::addToSummary(QWidget *widget)
{
    m_summary->insertWidget(m_summary->count() - 1, widget);
}

void DetailsPane::setHeadShown(bool shown)
{
    m_head->setVisible(shown);
}

void DetailsPane::showStuck()
{
    const QString why = m_context.watch.stuckText(m_shownId);
    m_stuck->setText(why.isEmpty() ? QString() : tr("Looks stuck · %1").arg(why));
    m_stuck->setVisible(!why.isEmpty());
}

void DetailsPane::clear()
{
    m_content->hide();
    m_nothing->show();
}

void DetailsPane::showTabsAlone()
{
    m_nothing->hide();
    m_content->show();
    setTabShown(0, false);
    setTabShown(m_tabs->count() - 1, false);
}

void DetailsPane::showObject(const QString &name, const QString &id, const QJsonObject &json, int others)
{
    m_nothing->hide();
    m_content->show();
    setTabShown(0, true);
    setTabShown(m_tabs->count() - 1, true);
    m_name->setFullText(name);
    m_others->setFullText(others > 0 ? tr("One of %Ln selected", nullptr, others + 1) : QString());
    m_others->setVisible(others > 0);
    m_id->setFullText(id);
    m_copyId->setText(id);
    m_copyId->setVisible(!id.isEmpty());
    m_shownId = id;
    showStuck();
    m_json->setContent(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

qint64 DetailsPane::nowUnix() const
{
    return m_context.shell.clock.unixSeconds();
}

FieldValue DetailsPane::exactTime(std::optional<qint64> at) const
{
    if (!at)
        return {tr("unknown")};
    FieldValue value{format::exactTime(*at)};
    value.tooltip = tr("%1 (%2)", "time, number").arg(format::relativeTime(*at, nowUnix())).arg(*at);
    return value;
}

FieldValue DetailsPane::distantTime(std::optional<qint64> at) const
{
    if (!at)
        return {tr("never")};
    FieldValue value{
        tr("%1 (%2)", "date, distance").arg(format::date(*at), format::relativeTime(*at, nowUnix()))};
    value.tooltip = tr("%1 (%2)", "time, number").arg(format::exactTime(*at)).arg(*at);
    return value;
}

} // namespace odc

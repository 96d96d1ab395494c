// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventspane.h"

#include "base/format.h"
#include "lists/eventsmodel.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/pages/listpane.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollBar>

namespace odc {

using namespace Qt::StringLiterals;

EventsPane::EventsPane(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_model(new EventsModel(context.shell.clock, this)),
      m_list(new ListPane(context, *m_model, u"jobevents"_s, *m_actions, this)),
      m_follow(new QCheckBox(this)),
      m_note(new TextLabel(context.shell.theme, Theme::FontRole::Small, Token::Secondary, {}, this))
{
    setObjectName(u"jobEvents"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    buildBand();
    m_list->setDefaultSort(EventsModel::Time, Qt::AscendingOrder);
    ListPane::Facet level{u"level"_s, tr("level: any"), {}};
    for (const auto &[wire, name] : {std::pair(u"error"_s, tr("errors")),
                                     std::pair(u"warn"_s, tr("warnings")), std::pair(u"info"_s, tr("info"))})
        level.choices.append({tr("level: %1").arg(name), u"level="_s + wire});
    m_list->addFacet(level);
    m_list->addFacet({u"type"_s,
                      tr("type: any"),
                      {{tr("type: messages"), u"type=message"_s}, {tr("type: metrics"), u"type=metrics"_s}}});
    ListTexts texts;
    texts.icon = Icon::Activity;
    texts.thingsName = tr("Events");
    texts.filterExample = tr("Filter events");
    texts.unavailable = tr("The job is not there any more.");
    texts.emptySentence = tr("Nothing has happened yet.");
    m_list->setTexts(texts);

    QScrollBar *bar = m_list->table()->verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this, &EventsPane::followHand);
    connect(bar, &QScrollBar::rangeChanged, this, &EventsPane::goToEnd);
    connect(m_list, &ListPane::selectionChanged, this, [this] {
        if (m_list->selectedCount() > 0)
            m_follow->setChecked(false); // it is being read
        showNote();
    });
    connect(m_follow, &QCheckBox::toggled, this, [this](bool follows) {
        if (follows) {
            m_list->table()->clearSelection();
            goToEnd();
        }
    });
    connect(m_model, &RowModelBase::countChanged, this, &EventsPane::showNote);
    connect(m_model, &RowModelBase::loadStateChanged, this, &EventsPane::showNote);
    connect(m_list, &ListPane::contextMenuRequested, this,
            [this](const QPoint &pos) { popUpMenu(this, ownActions(), pos); });
}

EventsPane::~EventsPane()
{
    // The model goes before the list, which hears of it: nothing of that is for a pane that is gone.
    m_list->table()->verticalScrollBar()->disconnect(this);
    m_list->disconnect(this);
}

void EventsPane::buildBand()
{
    auto *band = new QWidget(m_list);
    auto *row = new QHBoxLayout(band);
    row->setContentsMargins(metrics::between, 0, metrics::between, metrics::inside);
    row->setSpacing(metrics::between);
    m_follow->setText(tr("Follow the end"));
    m_follow->setObjectName(u"followEnd"_s);
    m_follow->setToolTip(tr("The newest event stays in view; scrolling up or selecting one lets go of it"));
    m_follow->setChecked(true);
    row->addWidget(m_follow);
    m_note->setObjectName(u"eventsNote"_s);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_note, 1);
    m_list->setBand(band);
}

void EventsPane::setFeed(JobFeed *feed)
{
    m_model->setFeed(feed);
    m_follow->setChecked(true);
    showNote();
}

void EventsPane::focusContent()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

void EventsPane::focusFilter()
{
    m_list->focusFilter();
}

QList<QAction *> EventsPane::ownActions() const
{
    return m_list->editActions() + QList<QAction *>{nullptr} + m_list->exportActions();
}

bool EventsPane::followsEnd() const
{
    return m_follow->isChecked();
}

void EventsPane::goToEnd()
{
    if (!m_follow->isChecked() || m_goesToEnd)
        return;
    m_goesToEnd = true;
    // After the view has put back what it holds in place.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_goesToEnd = false;
            if (m_follow->isChecked())
                m_list->table()->scrollToBottom();
        },
        Qt::QueuedConnection);
}

void EventsPane::followHand()
{
    // Where the hand wants it, which its value follows: a way to the end that is posted already must not undo that.
    const QScrollBar *bar = m_list->table()->verticalScrollBar();
    m_follow->setChecked(bar->sliderPosition() >= bar->maximum());
}

void EventsPane::showNote()
{
    const int all = m_model->rowCount();
    const int shown = m_list->shownCount();
    QStringList parts;
    if (all > 0)
        parts << (shown == all ? tr("%Ln event(s)", nullptr, all)
                               : tr("%1 of %Ln event(s)", nullptr, all).arg(format::number(shown)));
    if (all > 0 && m_model->loadState() == LoadState::Loading && m_model->refreshedAt() == 0)
        parts << tr("reading older ones…");
    m_note->setText(parts.join(u" · "_s));
}

void EventsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    goToEnd();
}

} // namespace odc

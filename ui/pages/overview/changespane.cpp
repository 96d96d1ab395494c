// SPDX-License-Identifier: GPL-3.0-or-later
#include "changespane.h"

#include "base/clock.h"
#include "index/objectindex.h"
#include "overview/changesmodel.h"
#include "overview/overviewtally.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/pages/listpane.h"
#include "ui/pages/overview/overviewrows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dayedit.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int restMs = 300;
constexpr int leastLetters = 10; ///< of a choice, where there is little room
/// A long list is put together again less often: that is felt.
constexpr int longRestMs = 3000;
constexpr int manyRows = 2000;
constexpr qint64 day = 24 * 3600;
constexpr qint64 sinceVisit = -1;
constexpr qint64 sinceDay = -2;
constexpr int dayAtFirst = 7; ///< so many days ago

} // namespace

ChangesPane::ChangesPane(const PageContext &context, OverviewTally &tally, ActionCollection &actions,
                         QWidget *parent)
    : QWidget(parent), m_context(context), m_tally(tally), m_due(new QTimer(this))
{
    setObjectName(u"changes"_s);
    m_model = new ChangesModel(
        context.index, context.watch, context.shell.clock, [this] { return m_tally.frame(); }, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_pane = new ListPane(context, *m_model, u"changes"_s, actions, this);
    layout->addWidget(m_pane);

    m_what = new QComboBox(this);
    m_what->setObjectName(u"changesWhat"_s);
    m_what->setAccessibleName(tr("What is listed"));
    m_what->addItem(tr("All changes seen"), int(ChangesModel::Shows::Changes));
    m_what->addItem(tr("Jobs that ended"), int(ChangesModel::Shows::EndedJobs));
    m_period = new QComboBox(this);
    m_period->setObjectName(u"changesPeriod"_s);
    m_period->setAccessibleName(tr("Since when"));
    m_period->addItem(tr("Since your last visit"), sinceVisit);
    m_period->addItem(tr("Last 24 hours"), day);
    m_period->addItem(tr("Last 7 days"), 7 * day);
    m_period->addItem(tr("Last 30 days"), 30 * day);
    m_period->addItem(tr("From a day on"), sinceDay);
    m_period->addItem(tr("All that is known"), qint64(0));
    m_period->setItemData(m_period->findData(sinceVisit), overviewrows::visitHint(), Qt::ToolTipRole);
    m_what->setItemData(0, tr("Each with the time at which this console saw it: what happened while it was closed has that "
                              "of the next look."),
                        Qt::ToolTipRole);
    m_day = new DayEdit(context.shell.theme, this);
    m_day->setObjectName(u"changesDay"_s);
    m_day->setAccessibleName(tr("From this day on"));
    m_day->setDate(QDateTime::fromSecsSinceEpoch(context.shell.clock.unixSeconds()).date().addDays(-dayAtFirst));
    m_day->hide();
    // Long words of a language must not make the window wider than the screen.
    for (QComboBox *choice : {m_what, m_period})
        choice->setMinimumContentsLength(leastLetters);
    m_pane->addTool(m_what);
    m_pane->addTool(m_day); // the last that is added stands first
    m_pane->addTool(m_period);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ChangesPane::reload);
    connect(m_period, &QComboBox::currentIndexChanged, this, &ChangesPane::choosePeriod);
    connect(m_day, &QDateTimeEdit::dateChanged, this, &ChangesPane::reload);

    m_open = actions.add(u"changes.open"_s, tr("&Go to the object"), Icon::External);
    connect(m_open, &QAction::triggered, this, &ChangesPane::open);
    connect(m_pane, &ListPane::activated, this, &ChangesPane::open);

    ListTexts texts;
    texts.icon = Icon::Clock;
    texts.thingsName = tr("Changes");
    texts.filterExample = tr("Filter: name, kind:batch, result=failed, to=completed …");
    texts.emptySentence = tr("Nothing has changed in this time.");
    texts.emptyHint =
        tr("What comes, goes and ends at the server is noted here as soon as the console sees it.");
    m_pane->setTexts(texts);
    m_pane->setDefaultSort(ChangesModel::Time, Qt::DescendingOrder);
    connect(m_pane, &ListPane::selectionChanged, this, [this] {
        m_open->setEnabled(m_pane->currentRow() >= 0);
        Q_EMIT summaryChanged();
    });
    connect(m_pane, &ListPane::contextMenuRequested, this,
            [this](const QPoint &pos) { popUpMenu(this, objectActions(), pos); });
    connect(m_pane, &ListPane::profileRequested, this, &ChangesPane::profileRequested);
    connect(m_model, &RowModelBase::countChanged, this, &ChangesPane::summaryChanged);
    connect(m_model, &RowModelBase::loadStateChanged, this, &ChangesPane::summaryChanged);
    m_open->setEnabled(false);

    m_due->setSingleShot(true);
    connect(m_due, &QTimer::timeout, this, &ChangesPane::reload);
    const auto later = [this] {
        if (isVisible() && !m_due->isActive())
            m_due->start(m_model->rowCount() > manyRows ? longRestMs : restMs);
    };
    connect(&context.index, &ObjectIndex::changed, this, later);
    connect(&context.index, &ObjectIndex::loaded, this, later);
    connect(&tally, &OverviewTally::changed, this, later);
}

void ChangesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

qint64 ChangesPane::since() const
{
    const qint64 chosen = m_period->currentData().toLongLong();
    if (chosen == sinceVisit)
        return m_tally.frame().since;
    if (chosen == sinceDay)
        return m_day->date().startOfDay().toSecsSinceEpoch();
    return chosen == 0 ? 0 : m_context.shell.clock.unixSeconds() - chosen;
}

void ChangesPane::choosePeriod()
{
    m_day->setVisible(m_period->currentData().toLongLong() == sinceDay);
    reload();
}

void ChangesPane::reload()
{
    m_model->show(ChangesModel::Shows(m_what->currentData().toInt()), since());
}

void ChangesPane::showEnded(const QString &filter)
{
    m_what->setCurrentIndex(m_what->findData(int(ChangesModel::Shows::EndedJobs)));
    m_period->setCurrentIndex(m_period->findData(sinceVisit));
    m_pane->setFilter(filter);
    reload();
}

void ChangesPane::setFirstVisit(bool first)
{
    m_period->setItemText(m_period->findData(sinceVisit),
                          first ? tr("First visit: last 24 hours") : tr("Since your last visit"));
}

void ChangesPane::showChanges()
{
    m_what->setCurrentIndex(m_what->findData(int(ChangesModel::Shows::Changes)));
    m_pane->setFilter({});
    reload();
}

void ChangesPane::open()
{
    const ChangeRow *row = m_model->item(m_pane->currentRow());
    if (!row || ChangesModel::pageOf(row->kind).isEmpty())
        return;
    Q_EMIT chosen(overviewrows::objectTarget(row->kind, row->key));
}

void ChangesPane::focusFilter()
{
    m_pane->focusFilter();
}

void ChangesPane::focusList()
{
    m_pane->table()->setFocus(Qt::OtherFocusReason);
}

QString ChangesPane::summary() const
{
    const int all = m_model->rowCount();
    QString text = tr("%Ln line(s)", nullptr, all);
    if (const int shown = m_pane->shownCount(); shown != all)
        text += u" · "_s + tr("%Ln shown", nullptr, shown);
    return text;
}

QList<QAction *> ChangesPane::objectActions() const
{
    QList<QAction *> all{m_open, nullptr};
    all << m_pane->editActions() << nullptr << m_pane->exportActions() << nullptr << m_pane->stopAction();
    return all;
}

QAction *ChangesPane::refreshAction() const
{
    return m_pane->refreshAction();
}

} // namespace odc

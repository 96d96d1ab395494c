// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewboard.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "finetuning/hostedservice.h"
#include "settings/pricetable.h"
#include "settings/settings.h"
#include "stores/storagecost.h"
#include "transfers/transferqueue.h"
#include "ui/pages/overview/overviewcards.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/variants.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taborder.h"
#include "watch/jobwatch.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Widths of the board from which it has all its columns, and two.
constexpr int wideBoard = 1040;
constexpr int middleBoard = 660;
/// What a project may hold at the hosted service.
constexpr qint64 hostedLimit = 2'500'000'000'000;

const auto byStoreWord = "store";
const auto runningWord = "running"; ///< a target: the list on the board itself

/// For plurals.
int countOf(qint64 number)
{
    return int(std::min<qint64>(number, 1'000'000'000));
}

} // namespace

OverviewBoard::OverviewBoard(const PageContext &context, QWidget *parent)
    : QScrollArea(parent), m_context(context), m_content(new QWidget(this)),
      m_grid(new QGridLayout(m_content))
{
    const Theme &theme = context.shell.theme;
    setObjectName(u"overviewBoard"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its cards take the keyboard
    setGround(viewport(), Token::Window);
    setGround(m_content, Token::Window);
    m_grid->setContentsMargins(metrics::edge, metrics::between, metrics::edge, metrics::edge);
    m_grid->setSpacing(metrics::between);
    m_running = new FigureCard(theme, u"running"_s, m_content);
    m_failed = new FigureCard(theme, u"failed"_s, m_content);
    m_storage = new FigureCard(theme, u"storage"_s, m_content);
    m_cost = new FigureCard(theme, u"cost"_s, m_content);
    m_runs = new RowsCard(theme, u"running"_s, m_content);
    m_needs = new RowsCard(theme, u"needs"_s, m_content);
    m_shares = new RowsCard(theme, u"shares"_s, m_content);
    m_expiring = new RowsCard(theme, u"expiring"_s, m_content);
    m_ended = new RowsCard(theme, u"ended"_s, m_content);
    for (FigureCard *card : {m_running, m_failed, m_storage, m_cost}) {
        connect(card, &FigureCard::chosen, this, [this](const OverviewTarget &target) {
            if (target.page == QLatin1StringView(runningWord))
                m_runs->table()->setFocus(Qt::OtherFocusReason); // what it counts is all there
            else
                Q_EMIT chosen(target);
        });
    }
    for (RowsCard *card : {m_runs, m_needs, m_shares, m_expiring, m_ended})
        connect(card, &RowsCard::chosen, this, &OverviewBoard::chosen);
    m_runs->setHeading(tr("Running"));
    m_needs->setHeading(tr("Needs you"));
    m_needs->setEmptyText(tr("Nothing needs you."));

    auto *group = new QButtonGroup(this);
    const auto choice = [&](const QString &text, const QString &name) {
        auto *button = new QToolButton(m_shares);
        button->setText(text);
        button->setCheckable(true);
        button->setObjectName(name);
        setButtonRole(button, ButtonRole::Flat);
        group->addButton(button);
        m_shares->addTool(button);
        return button;
    };
    m_byPurpose = choice(tr("by purpose"), u"sharesByPurpose"_s);
    m_byStore = choice(tr("by store"), u"sharesByStore"_s);
    m_byPurpose->setAccessibleName(tr("Storage by purpose"));
    m_byStore->setAccessibleName(tr("Storage by vector store"));
    const QString scope = context.scope(u"overview.shares"_s);
    const bool byStore =
        context.shell.settings.text(Setting::FilterText, scope) == QLatin1StringView(byStoreWord);
    (byStore ? m_byStore : m_byPurpose)->setChecked(true);
    connect(group, &QButtonGroup::buttonClicked, this, [this, scope] {
        m_context.shell.settings.set(Setting::FilterText,
                                     m_byStore->isChecked() ? QString::fromLatin1(byStoreWord) : QString(),
                                     scope);
        showShares();
    });
    auto *all = new QToolButton(m_ended);
    all->setObjectName(u"endedAll"_s);
    all->setText(tr("All"));
    all->setAccessibleName(tr("All jobs that ended"));
    setButtonRole(all, ButtonRole::Link);
    m_ended->addTool(all);
    connect(all, &QToolButton::clicked, this, [this] { Q_EMIT chosen({u"ended"_s, {}, {}}); });
    m_all = all;
    for (RowsCard *card : {m_runs, m_needs, m_shares, m_expiring, m_ended})
        connect(card, &RowsCard::tableMade, this, &OverviewBoard::orderKeys);
    orderKeys();
    setWidget(m_content);
    arrange();
}

void OverviewBoard::orderKeys()
{
    // Keys go as the eye does.
    m_lineFocus = m_cost->line()->focusPolicy();
    putInOrder({m_cost->figure(), m_cost->line(), m_runs->madeTable(), m_needs->madeTable(), m_byPurpose, m_byStore,
                m_shares->madeTable(), m_expiring->madeTable(), m_all, m_ended->madeTable()});
}

QWidget *OverviewBoard::lastKey() const
{
    return m_ended->madeTable() ? static_cast<QWidget *>(m_ended->madeTable()) : m_all;
}

void OverviewBoard::arrange()
{
    const int columns = width() >= wideBoard ? 3 : width() >= middleBoard ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item; // the cards stay
    for (int row = 0; row < 12; ++row)
        m_grid->setRowStretch(row, 0);
    struct Place
    {
        QWidget *card;
        int row, column, span;
    };
    QList<Place> places;
    QList<int> stretches; ///< of rows: figures are as high as they are, lists share the rest
    switch (columns) {
    case 3:
        places = {{m_running, 0, 0, 3}, {m_failed, 0, 3, 3},   {m_storage, 0, 6, 3},
                  {m_cost, 0, 9, 3},    {m_runs, 1, 0, 7},     {m_needs, 1, 7, 5},
                  {m_shares, 2, 0, 4},  {m_expiring, 2, 4, 4}, {m_ended, 2, 8, 4}};
        stretches = {0, 5, 4};
        break;
    case 2:
        places = {{m_running, 0, 0, 6}, {m_failed, 0, 6, 6},   {m_storage, 1, 0, 6},
                  {m_cost, 1, 6, 6},    {m_runs, 2, 0, 6},     {m_needs, 2, 6, 6},
                  {m_shares, 3, 0, 6},  {m_expiring, 3, 6, 6}, {m_ended, 4, 0, 12}};
        stretches = {0, 0, 5, 4, 4}; // what needs somebody is seen without scrolling
        break;
    default:
        places = {{m_running, 0, 0, 12}, {m_failed, 1, 0, 12},   {m_storage, 2, 0, 12},
                  {m_cost, 3, 0, 12},    {m_runs, 4, 0, 12},     {m_needs, 5, 0, 12},
                  {m_shares, 6, 0, 12},  {m_expiring, 7, 0, 12}, {m_ended, 8, 0, 12}};
        stretches = {0, 0, 0, 0, 5, 4, 4, 4, 4};
        break;
    }
    for (int column = 0; column < 12; ++column)
        m_grid->setColumnStretch(column, 1);
    for (int row = 0; row < stretches.size(); ++row)
        m_grid->setRowStretch(row, stretches.at(row));
    for (const Place &place : std::as_const(places)) {
        // What is in a card does not decide how wide it is: those above each other stay aligned.
        place.card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        m_grid->addWidget(place.card, place.row, place.column, 1, place.span);
    }
}

void OverviewBoard::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void OverviewBoard::showFigures(const OverviewFigures &figures, const Look &look)
{
    m_figures = figures;
    const qint64 now = m_context.shell.clock.unixSeconds();
    showRunning(figures, look);
    showFailed(figures, look);
    showStorage(figures);
    showCost(figures);
    m_needs->setRows(overviewrows::needs(figures, m_context.watch.attention(), m_context.transfers, now));
    showShares();
    m_expiring->setHeading(tr("Expires in %Ln day(s)", nullptr, look.expiresDays));
    m_expiring->setEmptyText(tr("Nothing expires soon."));
    m_expiring->setRows(overviewrows::expiring(figures, look.expiresDays, now));
    m_ended->setHeading(look.firstVisit ? tr("Ended in the last 24 hours")
                                        : tr("Ended since your last visit"));
    m_ended->setHeadingHint(look.firstVisit ? QString() : overviewrows::visitHint());
    m_failed->setToolTip(look.firstVisit ? QString() : overviewrows::visitHint());
    m_ended->setEmptyText(tr("Nothing has ended."));
    m_ended->setRows(overviewrows::ended(figures, now));
    if (m_cost->line()->focusPolicy() != m_lineFocus)
        orderKeys();
}

void OverviewBoard::showRunning(const OverviewFigures &figures, const Look &look)
{
    // What is paused waits for a person; it does not run. It stands last of the parts, and in the list.
    const auto paused = std::count_if(figures.running.cbegin(), figures.running.cend(), std::mem_fn(&RunningJob::isPaused));
    const int count = int(figures.running.size() - paused) + m_context.transfers.counts().active;
    const QList<overviewrows::Part> parts = overviewrows::runningParts(figures, m_context.transfers);
    // One kind: the number leads to its list; several: to that of all of them, and each has a link of its
    // own.
    const OverviewTarget several =
        count > 0 ? OverviewTarget{QString::fromLatin1(runningWord), {}, {}} : OverviewTarget{};
    const bool oneKind = count > 0 && parts.size() == (paused > 0 ? 2 : 1);
    const OverviewTarget only = oneKind ? parts.first().target : several;
    m_running->setFigure(tr("Running now"), format::number(count), Token::Text, only);
    const QString nothing = look.watched ? tr("Nothing runs.") : tr("Not watched: Refresh looks.");
    m_running->setParts(parts.isEmpty() ? QList<overviewrows::Part>{{nothing, {}}} : parts);
    m_runs->setEmptyText(look.watched
                             ? tr("Batches, eval runs, fine-tuning jobs, stores that index, and transfers "
                                  "appear here while they run.")
                             : tr("What runs is not watched. Refresh looks once."));
    m_runs->setRows(overviewrows::running(figures, m_context.transfers, m_context.shell.clock.unixSeconds()));
}

void OverviewBoard::showFailed(const OverviewFigures &figures, const Look &look)
{
    QList<overviewrows::Part> parts;
    for (const OverviewJob &job : figures.ended) {
        if (job.bad && parts.size() < 1)
            parts << overviewrows::Part{
                format::oneLine((job.name.isEmpty() ? job.key : job.name) +
                                    (job.reason.isEmpty() ? QString() : u": "_s + job.reason),
                                70),
                overviewrows::objectTarget(job.kind, job.key)};
    }
    if (figures.failedCount > 1)
        parts << overviewrows::Part{tr("and %Ln more", nullptr, figures.failedCount - 1),
                                    {u"ended"_s, {}, u"result=failed"_s}};
    if (parts.isEmpty())
        parts << overviewrows::Part{tr("%Ln job(s) ended", nullptr, figures.endedCount),
                                    figures.endedCount > 0 ? OverviewTarget{u"ended"_s, {}, {}}
                                                           : OverviewTarget{}};
    const OverviewTarget target =
        figures.failedCount > 0 ? OverviewTarget{u"ended"_s, {}, u"result=failed"_s} : OverviewTarget{};
    m_failed->setFigure(
        look.firstVisit ? tr("Failed in the last 24 hours") : tr("Failed since your last visit"),
        format::number(figures.failedCount), figures.failedCount > 0 ? Token::Bad : Token::Text, target);
    m_failed->setParts(parts);
}

void OverviewBoard::showStorage(const OverviewFigures &figures)
{
    m_storage->setFigure(tr("Storage"), format::size(figures.fileBytes), Token::Text,
                         figures.files > 0 ? OverviewTarget{u"files"_s, {}, {}} : OverviewTarget{});
    QList<overviewrows::Part> parts{
        {tr("%Ln file(s)", nullptr, countOf(figures.files)), {u"files"_s, {}, {}}}};
    if (figures.filesAdded > 0)
        parts << overviewrows::Part{tr("%Ln new", "files", countOf(figures.filesAdded)),
                                    overviewrows::filesSince(figures.since)};
    if (figures.orphans > 0)
        parts << overviewrows::Part{
            tr("%1 that nothing uses", "a size").arg(format::size(figures.orphanBytes)),
            {u"cleaner"_s, {}, {}}};
    const bool hosted = isHostedService(m_context.profile.effectiveUrl());
    if (hosted)
        parts << overviewrows::Part{tr("of %1", "a size").arg(format::size(hostedLimit)), {}};
    m_storage->setShare(hosted ? std::min(1.0, double(figures.fileBytes) / double(hostedLimit)) : -1);
    m_storage->setParts(parts);
}

void OverviewBoard::showCost(const OverviewFigures &figures)
{
    const StoragePrice price = pricesOf(m_context.shell.settings).storage;
    const OverviewTarget stores =
        figures.storeCount > 0 ? OverviewTarget{u"stores"_s, {}, {}} : OverviewTarget{};
    m_cost->setFigure(tr("Vector stores, a day"), moneyText(storageCost(figures.storeBytes, price)),
                      Token::Text, stores);
    m_cost->setParts(
        {{tr("%Ln store(s)", nullptr, countOf(figures.storeCount)), stores},
         {format::size(figures.storeBytes), {}},
         {tr("the first %1 free of charge", "a size").arg(format::size(qint64(price.freeGb * 1e9))), {}}});
}

void OverviewBoard::showShares()
{
    const bool byStore = m_byStore->isChecked();
    m_shares->setHeading(tr("Storage"));
    m_shares->setEmptyText(byStore ? tr("There are no vector stores.") : tr("There are no files."));
    m_shares->setRows(byStore ? overviewrows::stores(m_figures, pricesOf(m_context.shell.settings).storage)
                              : overviewrows::purposes(m_figures));
}

void OverviewBoard::focusFirst()
{
    const auto takes = [this](const RowsCard *card) {
        TableView *table = card->madeTable();
        if (!table || !table->isVisibleTo(this))
            return false;
        table->setFocus(Qt::OtherFocusReason);
        return true;
    };
    if (takes(m_runs))
        return;
    if (m_running->figure()->isEnabled())
        m_running->figure()->setFocus(Qt::OtherFocusReason);
    else if (!takes(m_needs))
        m_byPurpose->setFocus(Qt::OtherFocusReason);
}

} // namespace odc

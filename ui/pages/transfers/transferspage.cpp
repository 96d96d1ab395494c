// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferspage.h"

#include "api/filesapi.h"
#include "base/format.h"
#include "lists/transfersmodel.h"
#include "ui/actions/actioncollection.h"
#include "ui/charts/rateplot.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/pages/transfers/transfercommands.h"
#include "ui/pages/transfers/transferdetails.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QPushButton>

namespace odc {

using namespace Qt::StringLiterals;
using State = TransferRecord::State;

TransfersPage::TransfersPage(const PageContext &context, QWidget *parent)
    : TransfersPage(context, new TransfersModel(context.transfers), parent)
{
}

TransfersPage::TransfersPage(const PageContext &context, TransfersModel *model, QWidget *parent)
    : ListPage(context, u"transfers"_s, model, parent, Holds::OwnObjects), m_model(*model),
      m_details(new TransferDetails(context))
{
    setDetails(m_details);
    setBand(new RatePlot(context.shell.theme, context.transfers, this));
    const Theme &theme = context.shell.theme;
    auto *bars = new ProgressDelegate(theme, this);
    bars->setShowsText(true);
    pane()->table()->setItemDelegateForColumn(TransfersModel::Progress, bars);
    pane()->table()->setItemDelegateForColumn(TransfersModel::Parts, new ProgressDelegate(theme, this));
    buildActions();
    buildFacets();
    finish(texts());
}

TransfersPage::~TransfersPage() = default;

qint64 TransfersPage::navigationCount() const
{
    const int active = context().transfers.counts().active;
    return active > 0 ? active : -1;
}

void TransfersPage::buildActions()
{
    m_upload = actions().add(u"transfers.upload"_s, tr("Upload files…"), Icon::Upload,
                             {QKeySequence(u"Ctrl+O"_s), QKeySequence(u"Ctrl+U"_s)});
    marksChange(m_upload);
    connect(m_upload, &QAction::triggered, this, [this] { Q_EMIT uploadRequested({}); });
    m_commands = new TransferCommands(context(), u"transfers"_s, actions(), TransferCommands::Extent::All,
                                      [this] { return pane()->selectedIds(); }, this, messages());
    connect(m_commands, &TransferCommands::fileRequested, this,
            [this](const QString &fileId) { Q_EMIT objectRequested(u"files"_s, fileId); });
    // Seldom possible, so they show only then; leftmost, so that no other button moves.
    const auto addSeldom = [this](QAction *action, const QString &name) {
        auto *button = header()->addAction(action, ButtonRole::Default);
        button->setObjectName(name);
        button->setVisible(action->isEnabled());
        connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isEnabled()); });
    };
    addSeldom(m_commands->answerAction(), u"answerButton"_s);
    addSeldom(m_commands->retryAction(), u"retryButton"_s);
    QAction *pauseAction = m_commands->pauseAction();
    QAction *resumeAction = m_commands->resumeAction();
    QAction *answerAction = m_commands->answerAction();
    auto *pause = header()->addAction(pauseAction, ButtonRole::Default);
    pause->setObjectName(u"pauseButton"_s);
    auto *resume = header()->addAction(resumeAction, ButtonRole::Default);
    resume->setObjectName(u"resumeButton"_s);
    // Where all there is to do is to answer, they make room: long words of a language must not widen the window.
    const auto makeRoom = [=] {
        const bool onlyAsks = answerAction->isEnabled() && !pauseAction->isEnabled() && !resumeAction->isEnabled();
        pause->setVisible(!onlyAsks);
        resume->setVisible(!onlyAsks);
    };
    for (QAction *action : {pauseAction, resumeAction, answerAction})
        connect(action, &QAction::changed, header(), makeRoom);
    header()->addAction(m_commands->cancelAction(), ButtonRole::Danger)->setObjectName(u"cancelButton"_s);
    header()->addAction(m_upload, ButtonRole::Primary)->setObjectName(u"uploadFromTransfers"_s);
    connect(pane(), &ListPane::activated, this, &TransfersPage::activate);
}

void TransfersPage::activate()
{
    const QStringList ids = pane()->selectedIds();
    if (ids.isEmpty())
        return;
    const TransferRecord &record = context().transfers.record(ids.first());
    if (record.state == State::Unknown)
        m_commands->answer(record.id);
    else
        toggleDetails(true);
}

void TransfersPage::buildFacets()
{
    pane()->setDefaultSort(TransfersModel::State, Qt::AscendingOrder);
    pane()->addFacet({u"direction"_s,
                      tr("uploads and downloads"),
                      {{tr("uploads"), u"direction=upload"_s}, {tr("downloads"), u"direction=download"_s}}});
    pane()->addFacet({u"state"_s,
                      tr("state: any"),
                      {{tr("state: not done"), u"-state=completed -state=cancelled"_s},
                       {tr("state: working"), u"state=running"_s},
                       {tr("state: paused"), u"state=paused"_s},
                       {tr("state: failed"), u"state=failed"_s},
                       {tr("state: answer lost"), u"state=unknown"_s},
                       {tr("state: done"), u"state=completed"_s}}});
}

ListPageTexts TransfersPage::texts() const
{
    ListPageTexts texts;
    texts.title = tr("Transfers");
    texts.about = tr("Uploads and downloads: how they stand, and in which order they go.");
    texts.loading = texts.about;
    texts.list.icon = Icon::Transfers;
    texts.list.thingsName = tr("Transfers");
    texts.list.filterExample = tr("Filter: name, state:failed …");
    texts.list.refreshable = false; // it follows the queue
    texts.list.emptySentence = tr("Nothing is being transferred.");
    texts.list.emptyHint = tr("Uploads and downloads appear here, and go on after a restart.");
    if (mayChange()) {
        texts.list.emptyHint = tr("Drop files or folders anywhere in this window. Transfers go on after a restart.");
        texts.list.emptyAction = m_upload;
    }
    return texts;
}

QList<QAction *> TransfersPage::ownActions() const
{
    QList<QAction *> all{m_upload, nullptr};
    all << m_commands->menuActions() << nullptr << detailsAction();
    return all;
}

void TransfersPage::updateActions(int)
{
    m_upload->setEnabled(mayChange());
    m_commands->update();
}

void TransfersPage::showDetails(int row, int others)
{
    if (const TransferRow *transfer = m_model.item(row))
        m_details->setTransfer(*transfer, others);
    else
        m_details->clear();
}

QString TransfersPage::summaryOfAll() const
{
    const TransferQueue::Totals totals = context().transfers.totals();
    const int paused = context().transfers.counts().paused;
    QStringList parts;
    if (totals.active > 0) {
        parts << tr("%1 of %2 working", "transfers").arg(format::number(totals.working), format::number(totals.active));
        parts << tr("%1 left", "bytes").arg(format::size(totals.bytesLeft));
        const double rate = totals.uploadRate + totals.downloadRate;
        if (rate > 0)
            parts << format::rate(rate);
        if (totals.secondsLeft >= 0)
            parts << tr("%1 to go", "a duration").arg(format::duration(totals.secondsLeft));
    } else if (paused > 0 || totals.failed > 0) {
        parts << tr("%Ln transfer(s)", nullptr, m_model.rowCount());
    } else {
        parts << tr("%Ln transfer(s), nothing to do", nullptr, m_model.rowCount());
    }
    if (paused > 0)
        parts << tr("%Ln paused", nullptr, paused);
    if (totals.failed > 0)
        parts << tr("%Ln need(s) you", nullptr, totals.failed);
    return parts.join(u", "_s);
}

QString TransfersPage::summaryOf(const QList<int> &rows) const
{
    qint64 bytes = 0;
    for (const int row : rows)
        bytes += m_model.item(row)->status.record.size;
    return tr("%Ln selected, %1", nullptr, int(rows.size())).arg(format::size(bytes));
}

QString TransfersPage::objectPath(const QString &id) const
{
    const QString fileId = context().transfers.record(id).fileId;
    return fileId.isEmpty() ? QString() : FilesApi::path(fileId);
}

} // namespace odc

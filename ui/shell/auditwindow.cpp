// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditwindow.h"

#include "api/operationtable.h"
#include "audit/auditlog.h"
#include "base/format.h"
#include "index/objectindex.h"
#include "lists/auditmodel.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/listpane.h"
#include "ui/shell/auditdetails.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const QString scope = u"auditLog"_s;

} // namespace

AuditWindow::AuditWindow(const PageContext &context, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("Change log"), parent), m_context(context),
      m_model(new AuditModel(context.audit, this)),
      m_actions(new ActionCollection(context.shell.theme, this, this))
{
    setObjectName(u"auditWindow"_s);
    setModal(false);
    setIntroduction(
        context.profile.temporary || context.profile.isArchive()
            ? tr("Every change this console asked of “%1” since it was opened. Keys are never in it.")
                  .arg(context.profile.name)
            : tr("Every change this console asked of “%1”, kept on this computer. Keys are never in it.")
                  .arg(context.profile.name));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_pane = new ListPane(context, *m_model, u"audit"_s, *m_actions, m_splitter);
    m_details = new AuditDetails(context, m_splitter);
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({860, 340});
    body()->addWidget(m_splitter, 1);

    buildActions();
    addFacets();
    ListTexts texts;
    texts.refreshable = false; // it grows by itself
    texts.filterExample = tr("Filter: name, object id, result:failed, when<7d …");
    texts.icon = Icon::Clock;
    texts.thingsName = tr("Changes");
    texts.emptySentence = tr("Nothing was changed yet.");
    texts.emptyHint = tr("What this console makes, changes or deletes appears here.");
    m_pane->setTexts(texts);
    m_pane->setDefaultSort(AuditModel::Time, Qt::DescendingOrder);
    connect(m_pane, &ListPane::selectionChanged, this, &AuditWindow::updateActions);
    connect(m_pane, &ListPane::contextMenuRequested, this, &AuditWindow::showContextMenu);
    connect(m_pane, &ListPane::activated, m_show, &QAction::trigger);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                if (const int row = m_pane->currentRow(); row >= from.row() && row <= to.row())
                    updateActions();
            });
    connect(&context.audit, &AuditLog::problemChanged, this, &AuditWindow::sayProblem);
    connect(m_model, &RowModelBase::loadStateChanged, this, &AuditWindow::sayProblem);

    // A filter is kept from the last time: what it hides is said.
    m_count = new TextLabel(context.shell.theme, Theme::FontRole::Small, Token::Secondary, {}, this);
    m_count->setObjectName(u"auditCount"_s);
    addToRow(m_count);
    const auto *shown = m_pane->table()->model();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(shown, signal, this, &AuditWindow::showCount);
    connect(shown, &QAbstractItemModel::modelReset, this, &AuditWindow::showCount);
    connect(shown, &QAbstractItemModel::layoutChanged, this, &AuditWindow::showCount);
    connect(m_model, &RowModelBase::countChanged, this, &AuditWindow::showCount);
    showCount();

    QPushButton *close = addButton(tr("Close"), ButtonRole::Default);
    close->setAutoDefault(false); // Enter is the list's
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setWantedSize({1240, 700});
    restoreGeometry(context.shell.settings.bytes(Setting::WindowGeometry, scope));
    m_splitter->restoreState(context.shell.settings.bytes(Setting::SplitterState, scope));
    updateActions();
    sayProblem();
    m_pane->table()->setFocus();
}

AuditWindow::~AuditWindow()
{
    m_pane->table()->model()->disconnect(this); // it is reset when the model below it goes
    m_context.shell.settings.set(Setting::WindowGeometry, saveGeometry(), scope);
    m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(), scope);
}

void AuditWindow::buildActions()
{
    m_show = m_actions->add(u"audit.show"_s, tr("&Show the object"), Icon::Eye);
    m_curl = m_actions->add(u"audit.copyCurl"_s, tr("Copy as cUR&L"), Icon::Terminal,
                            {QKeySequence(u"Ctrl+Shift+U"_s)});
    m_python = m_actions->add(u"audit.copyPython"_s, tr("Copy as P&ython"), Icon::Code);
    QAction *filter =
        m_actions->add(u"audit.filter"_s, tr("&Filter the list"), Icon::Search, {QKeySequence::Find});
    connect(m_show, &QAction::triggered, this, [this] {
        const Place place = placeOf(m_pane->currentRow());
        if (!place.pageId.isEmpty())
            Q_EMIT objectRequested(place.pageId, place.objectId);
    });
    connect(m_curl, &QAction::triggered, this, [this] { copy(true); });
    connect(m_python, &QAction::triggered, this, [this] { copy(false); });
    connect(filter, &QAction::triggered, m_pane, &ListPane::focusFilter);
    auto *curl = new ActionButton(m_curl, ButtonRole::Flat, this);
    curl->setObjectName(u"auditCopyCurl"_s);
    m_pane->addTool(curl);
}

void AuditWindow::addFacets()
{
    m_pane->addFacet({u"time"_s,
                      tr("sent: any time"),
                      {{tr("sent: last 24 h"), u"when<1d"_s},
                       {tr("sent: last 7 days"), u"when<7d"_s},
                       {tr("sent: last 30 days"), u"when<30d"_s}}});
    m_pane->addFacet({u"result"_s,
                      tr("result: any"),
                      {{tr("result: done"), u"result=done"_s},
                       {tr("result: failed"), u"result=failed"_s},
                       {tr("result: already gone"), u"result=gone"_s},
                       {tr("result: not known"), u"result=unknown"_s}}});
    m_pane->addFacet({u"operation"_s,
                      tr("operation: any"),
                      {{tr("operation: delete"), u"method=DELETE"_s},
                       {tr("operation: upload or create"), u"operation:create"_s},
                       {tr("operation: change"), u"operation:update"_s},
                       {tr("operation: cancel"), u"operation:cancel"_s}}});
}

AuditWindow::Place AuditWindow::placeOf(int row) const
{
    const ApiOperation *operation = m_model->operation(row);
    const QStringList ids = m_model->ids(row);
    if (!operation || !operation->isOffered() || ids.isEmpty())
        return {};
    const AuditEntry *entry = m_model->entry(row);
    const bool deletes = entry->call.method == "DELETE" && entry->outcome == AuditEntry::Outcome::Done;
    const auto isThere = [this](const QString &id) { return m_context.index.findId(id) != nullptr; };
    // From the inside out: of a file that was taken out of a store, the store is still there.
    for (auto id = ids.crbegin(); id != ids.crend(); ++id) {
        const IndexedObject *known = m_context.index.findId(*id);
        if (!known)
            continue;
        switch (known->kind) {
        case ObjectKind::File:
        case ObjectKind::StoreFile:
            return {u"files"_s, *id};
        case ObjectKind::Batch:
            return {u"batches"_s, *id};
        case ObjectKind::Store:
            return {u"stores"_s, *id};
        case ObjectKind::Eval:
        case ObjectKind::EvalRun:
            return {u"evals"_s, *id};
        case ObjectKind::Job:
            return {u"finetuning"_s, *id};
        case ObjectKind::Checkpoint:
        case ObjectKind::Model:
            if (isThere(known->parentId))
                return {u"finetuning"_s, known->parentId};
            break;
        }
    }
    // What was not seen since may be there all the same; what was deleted is not.
    if (deletes || operation->pageId == "transfers"_L1)
        return {};
    return {operation->pageId, ids.first()};
}

void AuditWindow::copy(bool curl)
{
    QStringList texts;
    const QList<int> rows = m_pane->selectedRows();
    for (const int row : rows) {
        const AuditEntry *entry = m_model->entry(row);
        if (!entry->lacksBody())
            texts << (curl ? RequestLog::toCurl(entry->call) : RequestLog::toPython(entry->call));
    }
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(u'\n'));
    Message message;
    message.kind = Message::Kind::Ok;
    message.key = u"copied"_s;
    message.text = curl ? tr("Copied as cURL.") : tr("Copied as Python.");
    m_pane->messages()->showMessage(message);
}

void AuditWindow::updateActions()
{
    const int row = m_pane->currentRow();
    const AuditEntry *entry = m_model->entry(row);
    const bool repeatable = entry && !entry->lacksBody();
    m_curl->setEnabled(repeatable);
    m_python->setEnabled(repeatable);
    m_show->setEnabled(!placeOf(row).pageId.isEmpty());
    if (entry)
        m_details->setRow(*m_model, row, m_pane->selectedCount() - 1);
    else
        m_details->clear();
}

void AuditWindow::showCount()
{
    const int all = m_model->rowCount();
    const int shown = m_pane->shownCount();
    const QString changes = tr("%Ln change(s)", nullptr, all);
    m_count->setText(shown == all ? changes : tr("%1 of %2 shown").arg(format::number(shown), changes));
}

void AuditWindow::showContextMenu(const QPoint &pos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_show);
    menu->addSeparator();
    menu->addActions({m_curl, m_python});
    menu->addSeparator();
    menu->addActions(m_pane->editActions());
    menu->addSeparator();
    menu->addActions(m_pane->exportActions());
    menu->popup(pos);
}

void AuditWindow::sayProblem()
{
    const QString key = u"audit"_s;
    Message message;
    message.key = key;
    message.kind = Message::Kind::Warning;
    message.text = m_context.audit.problem();
    if (!message.text.isEmpty()) {
        message.text += u' ' + tr("What is changed is remembered until the profile is closed.");
    } else if (const int lines = m_context.audit.unreadableLines(); lines > 0) {
        message.text = tr("%Ln line(s) of the change log could not be read. They are left where they are.",
                          nullptr, lines);
    }
    if (message.text.isEmpty())
        m_pane->messages()->dismiss(key);
    else
        m_pane->messages()->showMessage(message);
}

} // namespace odc

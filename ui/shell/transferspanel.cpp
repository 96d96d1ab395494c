// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferspanel.h"

#include "base/clock.h"
#include "lists/filterproxy.h"
#include "lists/transfersmodel.h"
#include "ui/actions/actioncollection.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/pages/transfers/transfercommands.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

TransfersPanel::TransfersPanel(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_model(new TransfersModel(context.transfers, this)), m_proxy(new FilterProxy(this)),
      m_actions(new ActionCollection(context.shell.theme, this, this))
{
    setObjectName(u"transfersPanel"_s);
    m_proxy->setRows(m_model);
    m_proxy->setFilterText(u"-state=completed -state=cancelled"_s, context.shell.clock.unixSeconds());
    buildTable(context.shell.theme);
    m_commands = new TransferCommands(context, u"dock"_s, *m_actions, TransferCommands::Extent::Few,
                                      [this] { return selectedIds(); }, this, nullptr);
    m_open = m_actions->add(u"dock.open"_s, tr("Open in Transfers"), Icon::Transfers);
    connect(m_open, &QAction::triggered, this, [this] { Q_EMIT transferRequested(selectedIds().value(0)); });
    connect(m_commands, &TransferCommands::fileRequested, this, &TransfersPanel::fileRequested);
    connect(m_table, &QTableView::activated, m_open, &QAction::trigger);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TransfersPanel::showContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, m_commands, &TransferCommands::update);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &TransfersPanel::showState);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &TransfersPanel::showState);
    showState();
}

void TransfersPanel::buildTable(const Theme &theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_table = new TableView(theme, this);
    m_table->setObjectName(u"dockTransfers"_s);
    m_table->setAccessibleName(tr("Transfers that are not done"));
    m_table->setModel(m_proxy);
    QList<ColumnSpec> specs;
    const QList<int> shown{TransfersModel::Name,  TransfersModel::State, TransfersModel::Progress, TransfersModel::Parts,
                           TransfersModel::Size,  TransfersModel::Rate,  TransfersModel::TimeLeft, TransfersModel::Note};
    for (int column = 0; column < m_model->columns().size(); ++column) {
        const ColumnInfo &info = m_model->columns().at(column);
        ColumnSpec spec;
        spec.width = info.width;
        spec.minimum = std::min(info.width, 72);
        spec.stretch = column == TransfersModel::Note;
        spec.shown = shown.contains(column);
        specs << spec;
    }
    specs[TransfersModel::Name].maximum = metrics::textWidth;
    m_table->setColumns(specs);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TransfersModel::State, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *bars = new ProgressDelegate(theme, this);
    bars->setShowsText(true);
    m_table->setItemDelegateForColumn(TransfersModel::Progress, bars);
    m_table->setItemDelegateForColumn(TransfersModel::Parts, new ProgressDelegate(theme, this));
    m_overlay = new StateOverlay(theme, m_table);
    layout->addWidget(m_table);
}

QStringList TransfersPanel::selectedIds() const
{
    QStringList ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids << m_model->rowId(m_proxy->sourceRow(row));
    return ids;
}

int TransfersPanel::count() const
{
    return m_proxy->rowCount();
}

QList<QAction *> TransfersPanel::tools() const
{
    return {m_commands->pauseAction(), m_commands->resumeAction(), m_commands->cancelAction(), m_open};
}

void TransfersPanel::showState()
{
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::None;
    if (count() == 0) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Transfers;
        state.sentence = tr("Nothing is being transferred.");
    }
    m_overlay->setState(state);
    Q_EMIT countChanged();
}

void TransfersPanel::fillMenu(QMenu &menu) const
{
    menu.addActions(m_commands->menuActions());
    menu.addSeparator();
    menu.addAction(m_open);
}

void TransfersPanel::showContextMenu(const QPoint &pos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(m_table->viewport()->mapToGlobal(pos));
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefailurespane.h"

#include "api/session.h"
#include "lists/storelistmodel.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/pages/listpane.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

StoreFailuresPane::StoreFailuresPane(const PageContext &context, FileNames &names, QWidget *parent)
    : QWidget(parent), m_context(context), m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_model(new StoreListModel(context.session, names, this))
{
    setObjectName(u"storeFailures"_s);
    m_retry = m_actions->add(u"storefailures.retry"_s, tr("Tr&y again…"), Icon::Retry);
    m_retry->setToolTip(tr("Takes them out and puts them in anew, with their attributes and chunking"));
    m_show = m_actions->add(u"storefailures.show"_s, tr("&Show in the list"), Icon::Search);
    m_list = new ListPane(context, *m_model, u"storefailures"_s, *m_actions, this);
    m_list->setDefaultSort(StoreListModel::Created, Qt::DescendingOrder);
    buildBand();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    connect(m_state, &QComboBox::currentIndexChanged, this, &StoreFailuresPane::showList);
    connect(m_retry, &QAction::triggered, this, &StoreFailuresPane::retry);
    connect(m_show, &QAction::triggered, this, [this] {
        if (const QString id = m_model->rowId(m_list->currentRow()); !id.isEmpty())
            Q_EMIT fileRequested(m_store.id, id);
    });
    connect(m_list, &ListPane::activated, m_show, &QAction::trigger);
    connect(m_list, &ListPane::selectionChanged, this, &StoreFailuresPane::followSelection);
    connect(m_model, &RowModelBase::countChanged, this, &StoreFailuresPane::followSelection);
    connect(m_list, &ListPane::contextMenuRequested, this,
            [this](const QPoint &pos) { popUpMenu(this, ownActions(), pos); });
    ListTexts texts;
    texts.icon = Icon::CheckCircle;
    texts.thingsName = tr("Files by state");
    texts.filterExample = tr("Filter: name, reason …");
    texts.unavailable = tr("The store is not there any more.");
    texts.emptySentence = tr("There are no such files.");
    m_list->setTexts(texts);
    followSelection();
}

void StoreFailuresPane::buildBand()
{
    auto *band = new QWidget(m_list);
    auto *row = new QHBoxLayout(band);
    row->setContentsMargins(metrics::between, 0, metrics::between, metrics::inside);
    row->setSpacing(metrics::inside);
    m_state = new QComboBox(band);
    m_state->setObjectName(u"failuresState"_s);
    m_state->setAccessibleName(tr("Which files"));
    for (const auto &[text, filter] :
         {std::pair(tr("failed"), u"failed"_s), std::pair(tr("cancelled"), u"cancelled"_s),
          std::pair(tr("in progress"), u"in_progress"_s), std::pair(tr("completed"), u"completed"_s),
          std::pair(tr("any state"), QString())})
        m_state->addItem(text, filter);
    row->addWidget(m_state);
    auto *retry = new ActionButton(m_retry, ButtonRole::Default, band);
    retry->setObjectName(u"retryFailures"_s);
    row->addWidget(retry);
    row->addStretch(1);
    m_list->setBand(band);
}

StoreFailuresPane::~StoreFailuresPane() = default;

void StoreFailuresPane::show(const VectorStore &store, const QString &batchId, const StoreFileCounts &counts)
{
    const bool isSame = store.id == m_store.id && batchId == m_batchId;
    const bool moved = !(m_counts == counts);
    m_store = store;
    m_batchId = batchId;
    m_counts = counts;
    if (!isSame) {
        // What is wrong comes first; a store where nothing is shows what moves, and a batch all of it.
        const QString wanted = !batchId.isEmpty() && counts.failed == 0 ? QString()
                               : counts.failed > 0                      ? u"failed"_s
                               : counts.cancelled > 0                   ? u"cancelled"_s
                               : counts.inProgress > 0                  ? u"in_progress"_s
                                                                        : u"failed"_s;
        const QSignalBlocker block(m_state);
        m_state->setCurrentIndex(m_state->findData(wanted));
    }
    if (!isSame)
        showList();
    else if (moved)
        m_model->refresh();
}

void StoreFailuresPane::showList()
{
    m_model->show(m_store.id, m_batchId, m_state->currentData().toString());
    followSelection();
}

void StoreFailuresPane::clear()
{
    m_store = {};
    m_batchId.clear();
    m_counts = {};
    m_model->show({}, {}, {});
}

void StoreFailuresPane::focusContent()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> StoreFailuresPane::ownActions() const
{
    QList<QAction *> all{m_retry, m_show, nullptr};
    all << m_list->editActions() << nullptr << m_list->exportActions();
    return all;
}

void StoreFailuresPane::followSelection()
{
    const bool completed = m_state->currentData().toString() == "completed"_L1;
    m_retry->setEnabled(!m_context.session.isReadOnly() && m_model->rowCount() > 0 && !completed);
    const int selected = m_list->selectedCount();
    m_retry->setText(selected > 0 ? tr("Tr&y %Ln again…", nullptr, selected) : tr("Tr&y all again…"));
    m_show->setEnabled(selected == 1);
}

void StoreFailuresPane::retry()
{
    QStringList ids = m_list->selectedIds();
    if (ids.isEmpty()) {
        for (const StoreFile &file : m_model->items()) {
            if (file.status != "completed"_L1)
                ids << file.id;
        }
    }
    if (!ids.isEmpty())
        Q_EMIT retryRequested(m_store.id, ids);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storechoicedialog.h"

#include "base/clock.h"
#include "lists/filterproxy.h"
#include "lists/vectorstoresmodel.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

StoreChoiceDialog::StoreChoiceDialog(const PageContext &context, VectorStoresModel &stores,
                                     const QString &about, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("Which vector store?"), parent), m_stores(stores),
      m_proxy(new FilterProxy(this)), m_filter(new FilterEdit(theme(), this)),
      m_table(new TableView(theme(), this)),
      m_state(new TextLabel(theme(), Theme::FontRole::Small, Token::Secondary, {}, this))
{
    setObjectName(u"storeChoiceDialog"_s);
    setIntroduction(about);
    m_filter->setObjectName(u"storeChoiceFilter"_s);
    m_filter->setAccessibleName(tr("Filter stores"));
    m_filter->setPlaceholderText(tr("Filter stores"));
    body()->addWidget(m_filter);
    m_proxy->setRows(&stores);
    m_table->setObjectName(u"storeChoice"_s);
    m_table->setAccessibleName(tr("Vector stores"));
    m_table->setModel(m_proxy);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QList<ColumnSpec> specs;
    for (int column = 0; column < stores.columns().size(); ++column) {
        ColumnSpec spec;
        spec.width = stores.columns().at(column).width;
        spec.minimum = std::min(spec.width, 72);
        spec.shown = column == VectorStoresModel::Name || column == VectorStoresModel::Files ||
                     column == VectorStoresModel::State || column == VectorStoresModel::Active;
        specs << spec;
    }
    m_table->setColumns(specs);
    m_table->sortByColumn(VectorStoresModel::Active, Qt::DescendingOrder);
    body()->addWidget(m_table, 1);
    m_state->setObjectName(u"storeChoiceState"_s);
    body()->addWidget(m_state);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    cancel->setObjectName(u"cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QPushButton *fresh = addButton(tr("New store…"), ButtonRole::Default);
    fresh->setObjectName(u"newStoreInstead"_s);
    connect(fresh, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT newStoreWanted();
    });
    m_choose = addButton(tr("Add to this store"), ButtonRole::Primary);
    m_choose->setObjectName(u"chooseStore"_s);
    connect(m_choose, &QPushButton::clicked, this, &StoreChoiceDialog::choose);
    connect(m_table, &QAbstractItemView::activated, this, &StoreChoiceDialog::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &StoreChoiceDialog::followSelection);
    connect(m_filter, &FilterEdit::filterChanged, this,
            [this, &context = context.shell](const QString &text) {
                m_proxy->setFilterText(text, context.clock.unixSeconds());
                m_filter->setProblem(m_proxy->filterError());
                followSelection();
            });
    connect(m_filter, &FilterEdit::leaveToList, m_table, qOverload<>(&QWidget::setFocus));
    connect(&stores, &RowModelBase::loadStateChanged, this, &StoreChoiceDialog::followSelection);
    connect(&stores, &RowModelBase::countChanged, this, &StoreChoiceDialog::followSelection);
    if (stores.loadState() == LoadState::Idle)
        stores.refresh();
    setWantedSize({640, 460});
    m_filter->setFocus();
    followSelection();
}

void StoreChoiceDialog::followSelection()
{
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_table->selectRow(0);
    const VectorStore *store = m_stores.item(m_proxy->sourceRow(m_table->currentIndex()));
    m_choose->setEnabled(store && !store->isExpired());
    m_choose->setToolTip(store && store->isExpired() ? tr("This store has expired.") : QString());
    const bool loading = m_stores.loadState() == LoadState::Loading && m_stores.rowCount() == 0;
    m_state->setText(loading                                     ? tr("Loading…")
                     : m_stores.loadState() == LoadState::Failed ? m_stores.loadError().headline()
                     : m_stores.loadState() == LoadState::Unavailable
                         ? tr("This server has no vector stores.")
                     : m_stores.rowCount() == 0 ? tr("There are no stores yet: make a new one.")
                                                : QString());
    m_state->setVisible(!m_state->text().isEmpty());
}

void StoreChoiceDialog::choose()
{
    const VectorStore *store = m_stores.item(m_proxy->sourceRow(m_table->currentIndex()));
    if (!store || store->isExpired())
        return;
    const VectorStore taken = *store;
    accept();
    Q_EMIT chosen(taken);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "treepane.h"

#include "base/clock.h"
#include "lists/listtreemodel.h"
#include "lists/listtreeproxy.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/delegates/statedelegate.h"
#include "ui/pages/columnspecs.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/selection.h"
#include "ui/widgets/treeview.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// The rows above stand out from those below them.
class NameDelegate final : public StateDelegate
{
public:
    using StateDelegate::StateDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        StateDelegate::initStyleOption(option, index);
        if (!index.parent().isValid())
            option->font = theme().font(Theme::FontRole::Strong);
    }
};

} // namespace

TreePane::TreePane(const PageContext &context, ListTreeModel &model, ListTreeProxy &proxy,
                   const Options &options, ActionCollection &actions, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(model), m_proxy(proxy), m_options(options)
{
    const Theme &theme = context.shell.theme;
    m_filter = new FilterEdit(theme, this);
    m_messages = new MessageBar(theme, this);
    m_tree = new TreeView(theme, this);
    m_tree->setObjectName(options.name + u"Tree"_s);
    m_tree->setModel(&m_proxy);
    m_tree->setItemDelegateForColumn(0, new NameDelegate(theme, m_tree));
    m_minute = new QTimer(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildActions(actions);
    buildRow();
    layout->addWidget(m_messages);
    layout->addWidget(m_tree, 1);

    m_tree->columns()->setColumns(columnSpecs(model.columns(), options.leastFirst));
    m_tree->sortByColumn(options.sortColumn, Qt::DescendingOrder);
    restore();

    connect(m_filter, &FilterEdit::filterChanged, this, &TreePane::applyFilter);
    connect(m_filter, &FilterEdit::leaveToList, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_tree->columns(), &HeaderColumns::changed, this, &TreePane::save);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        selectIfNothingIs(*m_tree->selectionModel(), index);
        Q_EMIT activated();
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &pos) { Q_EMIT contextMenuRequested(m_tree->viewport()->mapToGlobal(pos)); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TreePane::selectionChanged);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TreePane::selectionChanged);
    connect(&model.top(), &RowModelBase::loadStateChanged, this, &TreePane::showState);
    connect(&model.top(), &RowModelBase::countChanged, this, &TreePane::showState);
    // What comes while a filter is on is opened as what was there.
    connect(&m_proxy, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &parent, int first, int last) {
                for (int row = first; m_filtered && !parent.isValid() && row <= last; ++row) {
                    if (m_proxy.rowCount(m_proxy.index(row, 0)) > 0)
                        m_tree->expand(m_proxy.index(row, 0));
                }
                if (m_filtered && parent.isValid() && m_proxy.rowCount(parent) == last - first + 1)
                    m_tree->expand(parent); // the first below it
                showState();
            });
    connect(&m_proxy, &QAbstractItemModel::rowsRemoved, this, &TreePane::showState);
    m_minute->setInterval(30'000); // relative times grow old by themselves
    connect(m_minute, &QTimer::timeout, m_tree->viewport(), qOverload<>(&QWidget::update));
    m_minute->start();
    showState();
}

void TreePane::buildActions(ActionCollection &actions)
{
    m_refresh = actions.add(m_options.name + u".refresh"_s, tr("&Refresh"), Icon::Refresh);
    m_stop = actions.add(m_options.name + u".stopLoading"_s, tr("S&top loading"), Icon::Stop,
                         {QKeySequence(Qt::Key_Escape)});
    m_expand = actions.add(m_options.name + u".expandAll"_s, tr("E&xpand all"), {},
                           {QKeySequence(u"Ctrl+Shift+E"_s)});
    m_collapse = actions.add(m_options.name + u".collapseAll"_s, tr("Collapse all"), {},
                             {QKeySequence(u"Ctrl+Shift+L"_s)});
    m_stop->setEnabled(false);
    m_states = new ListStates(m_context.shell.theme, m_model.top(), m_tree, *m_messages, {m_refresh, m_stop});
    connect(m_states, &ListStates::refreshWanted, &m_model, &ListTreeModel::refresh);
    connect(m_states, &ListStates::stopWanted, &m_model, &ListTreeModel::stop);
    connect(m_states, &ListStates::filterUnwanted, this, [this] { setFilter({}); });
    connect(m_states, &ListStates::profileRequested, this, &TreePane::profileRequested);
    connect(m_expand, &QAction::triggered, m_tree, &QTreeView::expandAll);
    connect(m_collapse, &QAction::triggered, m_tree, &QTreeView::collapseAll);
}

void TreePane::buildRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::between, metrics::inside, metrics::inside, metrics::inside);
    row->setSpacing(metrics::tight);
    m_filter->setObjectName(m_options.name + u"Filter"_s);
    m_filter->setAccessibleName(m_options.filterName);
    m_filter->setToolTip(m_options.filterHelp);
    row->addWidget(m_filter, 1);
    QToolButton *columns = makeIconButton(m_context.shell.theme, Icon::Columns, tr("Columns"), this);
    columns->setObjectName(m_options.name + u"Columns"_s);
    connect(columns, &QToolButton::clicked, this, [this, columns] {
        QMenu *menu = m_tree->columns()->createMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(columns->mapToGlobal(QPoint(0, columns->height())));
    });
    row->addWidget(columns);
    auto *refresh = new ActionButton(m_refresh, ButtonRole::Flat, this, true);
    refresh->setObjectName(m_options.name + u"Refresh"_s);
    row->addWidget(refresh);
    auto *stop = new ActionButton(m_stop, ButtonRole::Flat, this, true);
    stop->setObjectName(m_options.name + u"Stop"_s);
    m_stop->setVisible(false);
    row->addWidget(stop);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void TreePane::setTexts(const ListTexts &texts)
{
    m_states->setTexts(texts);
    m_tree->setAccessibleName(texts.thingsName);
    m_filter->setPlaceholderText(texts.filterExample);
    showState();
}

void TreePane::restore()
{
    m_restoring = true;
    const Settings &settings = m_context.shell.settings;
    const QString scope = m_context.scope(m_options.name);
    m_tree->columns()->restoreState(settings.bytes(Setting::TableState, scope));
    m_filter->setText(settings.text(Setting::FilterText, scope));
    applyFilter();
    m_restoring = false;
}

void TreePane::save()
{
    if (m_restoring)
        return;
    const QString scope = m_context.scope(m_options.name);
    m_context.shell.settings.set(Setting::TableState, m_tree->columns()->saveState(), scope);
    m_context.shell.settings.set(Setting::FilterText, m_filter->text(), scope);
}

void TreePane::setFilter(const QString &text)
{
    m_filter->setFilter(text);
    applyFilter();
}

void TreePane::keepOpen()
{
    m_open.clear();
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        const QModelIndex above = m_proxy.index(row, 0);
        if (m_tree->isExpanded(above))
            m_open.insert(m_model.idAt(m_proxy.mapToSource(above)));
    }
}

void TreePane::applyFilter()
{
    const bool wasFiltered = m_filtered;
    const QString text = m_filter->text().trimmed();
    if (!wasFiltered && !text.isEmpty())
        keepOpen();
    if (const QModelIndex here = current(); here.isValid())
        m_left = here;
    m_proxy.setFilterText(text, m_context.shell.clock.unixSeconds());
    m_filter->setProblem(m_proxy.filterError());
    m_filtered = m_proxy.isFiltering();
    if (m_filtered) {
        expandFound();
    } else if (wasFiltered) {
        for (int row = 0; row < m_proxy.rowCount(); ++row) {
            const QModelIndex above = m_proxy.index(row, 0);
            m_tree->setExpanded(above, m_open.contains(m_model.idAt(m_proxy.mapToSource(above))));
        }
    }
    // What was selected is so again when it is back.
    if (!selected().isEmpty() || (m_left.isValid() && selectRow(m_left)))
        m_left = QModelIndex();
    showState();
    save();
    Q_EMIT selectionChanged();
}

void TreePane::expandFound()
{
    // What was found must be seen. Rows without any below them may fetch some when they are opened: not for
    // this.
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        if (const QModelIndex above = m_proxy.index(row, 0); m_proxy.rowCount(above) > 0)
            m_tree->expand(above);
    }
}

void TreePane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QModelIndexList TreePane::selected() const
{
    // By ranges: selectedRows() asks for each row whether all of it is selected, and pages ask at each poll.
    struct Place
    {
        int above;
        int below; ///< -1: a row of the upper level
        QModelIndex index;
    };
    std::vector<Place> places;
    const QItemSelection selection = m_tree->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        const QModelIndex parent = range.parent();
        for (int row = range.top(); row <= range.bottom(); ++row)
            places.push_back({parent.isValid() ? parent.row() : row, parent.isValid() ? row : -1,
                              m_proxy.index(row, 0, parent)});
    }
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        return std::pair(a.above, a.below) < std::pair(b.above, b.below);
    });
    QModelIndexList rows;
    rows.reserve(qsizetype(places.size()));
    for (const Place &place : places)
        rows << m_proxy.mapToSource(place.index);
    return rows;
}

QModelIndex TreePane::current() const
{
    const QModelIndex current = m_tree->currentIndex();
    // Whatever cells of it: a column that came after the row was selected is not selected in it.
    if (current.isValid() && m_tree->selectionModel()->rowIntersectsSelection(current.row(), current.parent()))
        return m_proxy.mapToSource(current.siblingAtColumn(0));
    const QModelIndexList rows = selected();
    return rows.isEmpty() ? QModelIndex() : rows.first();
}

QModelIndexList TreePane::shown() const
{
    QModelIndexList rows;
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        const QModelIndex above = m_proxy.index(row, 0);
        rows << m_proxy.mapToSource(above);
        for (int below = 0; below < m_proxy.rowCount(above); ++below)
            rows << m_proxy.mapToSource(m_proxy.index(below, 0, above));
    }
    return rows;
}

bool TreePane::selectId(const QString &id)
{
    return selectRow(m_model.indexOf(id));
}

bool TreePane::selectRow(const QModelIndex &row)
{
    const QModelIndex index = m_proxy.mapFromSource(row);
    if (!index.isValid())
        return false;
    if (index.parent().isValid())
        m_tree->expand(index.parent());
    m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                         QItemSelectionModel::Rows);
    m_tree->scrollTo(index);
    return true;
}

void TreePane::showState()
{
    m_states->show(m_proxy.rowCount(), m_proxy.filterError());
}

void TreePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LocaleChange)
        m_tree->viewport()->update();
}

} // namespace odc

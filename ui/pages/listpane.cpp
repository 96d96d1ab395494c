// SPDX-License-Identifier: GPL-3.0-or-later
#include "listpane.h"

#include "base/clock.h"
#include "lists/filterproxy.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/columnspecs.h"
#include "ui/pages/rowactions.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/selection.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taborder.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>
#include <QTimer>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowPane = 720;
constexpr int narrowFilter = 150;
constexpr int afterFilter = 2; ///< place in the row: the filter, the chips
constexpr int leastFirst = 160; ///< width of the first column

QList<QByteArray> keysOf(const QList<ColumnInfo> &columns)
{
    QList<QByteArray> keys;
    for (const ColumnInfo &column : columns)
        keys << column.key;
    return keys;
}

} // namespace

ListPane::ListPane(const PageContext &context, RowModelBase &model, const QString &name, ActionCollection &actions,
                   QWidget *parent)
    : QWidget(parent), m_context(context), m_model(model), m_name(name), m_proxy(new FilterProxy(this))
{
    const Theme &theme = context.shell.theme;
    setObjectName(name + u"Pane"_s);
    m_filter = new FilterEdit(theme, this);
    m_chips = new ChipBar(theme, this);
    m_messages = new MessageBar(theme, this);
    m_table = new TableView(theme, this);
    m_table->setObjectName(name + u"Table"_s);
    m_proxy->setRows(&model);
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_minute = new QTimer(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_rows = new RowActions(context, *m_proxy, *m_table, *m_messages, name, actions, this);
    buildActions(name, actions);
    buildRow();
    layout->addLayout(m_row);
    m_secondRow = new QHBoxLayout;
    m_secondRow->setSpacing(metrics::inside);
    layout->addLayout(m_secondRow);
    layout->addWidget(m_messages);
    layout->addWidget(m_table, 1);

    takeColumns();
    restore();

    connect(m_filter, &FilterEdit::filterChanged, this, &ListPane::applyFilter);
    connect(m_filter, &FilterEdit::leaveToList, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_chips, &ChipBar::activated, this, &ListPane::chooseFacet);
    connect(m_chips, &ChipBar::removeRequested, this, [this](const QString &id) {
        m_facetTerms.remove(id);
        applyFilter();
    });
    connect(m_table, &TableView::columnsChanged, this, &ListPane::save);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        selectIfNothingIs(*m_table->selectionModel(), index);
        Q_EMIT activated();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &pos) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(pos)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListPane::selectionChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ListPane::selectionChanged);
    connect(&m_model, &RowModelBase::loadStateChanged, this, &ListPane::showState);
    connect(&m_model, &RowModelBase::countChanged, this, &ListPane::showState);
    // Rows that changed, or were found by a search, pass the filter a moment later.
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &ListPane::showState);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &ListPane::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (keysOf(m_model.columns()) == m_columnKeys)
            return;
        m_columnsVary = true;
        m_restoring = true;
        takeColumns();
        m_restored = m_table->restoreState(m_context.shell.settings.bytes(Setting::TableState, tableScope()));
        if (m_defaultSort && !m_restored)
            m_table->sortByColumn(m_defaultSort->first, m_defaultSort->second);
        m_restoring = false;
        m_filter->setProblem(m_proxy->filterError());
    });
    connect(&m_model, &QAbstractItemModel::columnsInserted, this, &ListPane::takeMoreColumns);
    // Relative times grow old by themselves; only what is on the screen is asked again.
    m_minute->setInterval(30'000);
    connect(m_minute, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    m_minute->start();
    showState();
}

ListPane::~ListPane() = default;

QList<ColumnSpec> ListPane::specs()
{
    m_columnKeys = keysOf(m_model.columns());
    return columnSpecs(m_model.columns(), leastFirst);
}

void ListPane::takeColumns()
{
    m_table->setColumns(specs());
}

void ListPane::takeMoreColumns()
{
    // Those there were stay as they are seen, unless the person once arranged as many.
    m_columnsVary = true;
    m_restoring = true;
    m_table->addColumns(specs());
    m_restored = m_table->restoreState(m_context.shell.settings.bytes(Setting::TableState, tableScope())) || m_restored;
    m_restoring = false;
    // A row is selected as a whole: without the cells that came, it counts as not selected.
    QItemSelectionModel *selected = m_table->selectionModel();
    selected->select(selected->selection(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_filter->setProblem(m_proxy->filterError());
    showState();
    Q_EMIT selectionChanged();
}

void ListPane::buildActions(const QString &name, ActionCollection &actions)
{
    m_refresh = actions.add(name + u".refresh"_s, tr("&Refresh"), Icon::Refresh);
    m_stop = actions.add(name + u".stopLoading"_s, tr("S&top loading"), Icon::Stop, {QKeySequence(Qt::Key_Escape)});
    m_stop->setEnabled(false);
    m_states = new ListStates(m_context.shell.theme, m_model, m_table, *m_messages, {m_refresh, m_stop});
    connect(m_states, &ListStates::refreshWanted, &m_model, &RowModelBase::refresh);
    connect(m_states, &ListStates::stopWanted, &m_model, &RowModelBase::stop);
    connect(m_states, &ListStates::filterUnwanted, this, [this] { setFilter({}); });
    connect(m_states, &ListStates::profileRequested, this, &ListPane::profileRequested);
}

void ListPane::buildRow()
{
    const Theme &theme = m_context.shell.theme;
    m_row = new QHBoxLayout;
    m_row->setContentsMargins(metrics::between, metrics::inside, metrics::between, metrics::inside);
    m_row->setSpacing(metrics::inside);
    m_filter->setObjectName(m_name + u"Filter"_s);
    m_filter->setAccessibleName(tr("Filter the list"));
    m_filter->setToolTip(tr("Words look everywhere. purpose:batch looks in one field, -word leaves out.\n"
                            "size>10MB, created<7d, expires<3d and created>=2026-11-01 compare."));
    m_row->addWidget(m_filter, 3);
    m_row->addWidget(m_chips);

    m_filter->setMinimumWidth(narrowFilter);
    QPushButton *columns = m_columns = makeButton(theme, tr("Columns"), Icon::Columns, ButtonRole::Flat, this);
    columns->setAccessibleName(columns->text());
    columns->setObjectName(m_name + u"Columns"_s);
    connect(columns, &QPushButton::clicked, this, [this, columns] {
        QMenu *menu = m_table->createColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(columns->mapToGlobal(QPoint(0, columns->height())));
    });
    m_row->addWidget(columns);
    QPushButton *exports = m_exports = makeButton(theme, tr("Export"), Icon::Export, ButtonRole::Flat, this);
    exports->setAccessibleName(exports->text());
    exports->setObjectName(m_name + u"Export"_s);
    connect(exports, &QPushButton::clicked, this, [this, exports] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(exportActions());
        menu->popup(exports->mapToGlobal(QPoint(0, exports->height())));
    });
    m_row->addWidget(exports);
    m_refreshButton = new ActionButton(m_refresh, ButtonRole::Flat, this, true);
    m_refreshButton->setObjectName(m_name + u"Refresh"_s);
    m_row->addWidget(m_refreshButton);
    m_stopButton = new ActionButton(m_stop, ButtonRole::Flat, this, true);
    m_stopButton->setObjectName(m_name + u"Stop"_s);
    m_stop->setVisible(false);
    m_row->addWidget(m_stopButton);
}

void ListPane::layOutRow()
{
    // All chips in one line beside the filter, or, where that leaves the filter no room, in a line of their own.
    const int chips = m_chips->sizeHint().width();
    int beside = m_filter->sizeHint().width() + 6 * metrics::between;
    for (const QWidget *tool : {static_cast<QWidget *>(m_columns), static_cast<QWidget *>(m_exports)})
        beside += tool->sizeHint().width();
    bool below = chips > 0 && width() < beside + chips + metrics::buttonHeight;
    int tools = 0;
    for (const QWidget *tool : std::as_const(m_tools))
        tools += tool->isHidden() ? 0 : tool->sizeHint().width() + metrics::inside;
    // What an area adds to the row is not squeezed either.
    if (chips > 0 && tools > 0)
        below = below || width() < beside - m_filter->sizeHint().width() + narrowFilter + chips + tools + metrics::buttonHeight;
    QHBoxLayout *wanted = below ? m_secondRow : m_row;
    if (m_chipsBelow != below) {
        (below ? m_row : m_secondRow)->removeWidget(m_chips);
        wanted->insertWidget(below ? 0 : 1, m_chips);
        m_chipsBelow = below;
    }
    moveTools(chips == 0 && tools > 0 &&
              width() < beside - m_filter->sizeHint().width() + narrowFilter + tools + metrics::buttonHeight);
    m_secondRow->setContentsMargins(metrics::between, 0, metrics::between, below || m_toolsBelow ? metrics::inside : 0);
    QWidget *previous = m_filter;
    const auto buttons = m_chips->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QAbstractButton *chip : buttons) {
        setTabOrder(previous, chip);
        previous = chip;
    }
    for (auto tool = m_tools.crbegin(); tool != m_tools.crend(); ++tool) { // the last that was added stands first
        if ((*tool)->focusPolicy() == Qt::NoFocus)
            continue;
        setTabOrder(previous, *tool);
        previous = *tool;
    }
    putInOrder({previous, m_columns, m_exports, m_refreshButton, m_stopButton, m_table});
}

void ListPane::moveTools(bool below)
{
    if (below == m_toolsBelow)
        return;
    m_toolsBelow = below;
    if (below && m_secondRow->count() == 0)
        m_secondRow->addStretch(1);
    for (QWidget *tool : std::as_const(m_tools)) { // the last that was added stands first
        (below ? m_row : m_secondRow)->removeWidget(tool);
        (below ? m_secondRow : m_row)->insertWidget(below ? 0 : afterFilter, tool);
    }
}

void ListPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // A narrow list keeps its room for the filter; what the buttons are for is in their tooltips then.
    const bool narrow = width() < narrowPane;
    for (QPushButton *button : {m_columns, m_exports}) {
        button->setText(narrow ? QString() : button->accessibleName());
        button->setToolTip(narrow ? button->accessibleName() : QString());
    }
    layOutRow();
}

void ListPane::setCopyActions(const QList<QAction *> &actions, QAction *copyIds)
{
    m_copyActions = actions;
    m_rows->retire();
    connect(m_table, &TableView::copyRequested, copyIds, &QAction::trigger);
}

void ListPane::setBand(QWidget *band)
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_messages), band);
}

void ListPane::addTool(QWidget *tool)
{
    (m_toolsBelow ? m_secondRow : m_row)->insertWidget(m_toolsBelow ? 0 : afterFilter, tool);
    m_tools << tool;
    tool->installEventFilter(this); // it may get wider by itself
}

bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::ShowToParent ||
        event->type() == QEvent::HideToParent)
        layOutRow();
    return QWidget::eventFilter(watched, event);
}

void ListPane::setTexts(const ListTexts &texts)
{
    m_states->setTexts(texts);
    m_table->setAccessibleName(texts.thingsName);
    m_filter->setPlaceholderText(texts.filterExample);
    showState();
}

void ListPane::addFacet(const Facet &facet)
{
    const bool isGiven = m_given && m_filter->text() == *m_given;
    // What a link asked for is not narrowed down by what was chosen the last time.
    const QString term = isGiven ? m_facetTerms.value(facet.id)
                                 : m_context.shell.settings.text(Setting::FilterText, facetScope(facet.id));
    m_facetTerms.remove(facet.id);
    for (const auto &[label, choice] : facet.choices) {
        if (choice == term)
            m_facetTerms.insert(facet.id, term);
    }
    const auto place = std::find_if(m_facets.begin(), m_facets.end(), [&](const Facet &f) { return f.id == facet.id; });
    if (facet.choices.isEmpty()) {
        if (place != m_facets.end())
            m_facets.erase(place);
        m_chips->removeChip(facet.id);
    } else if (place != m_facets.end()) {
        *place = facet;
    } else {
        m_facets << facet;
    }
    giveToChips();
    applyFilter();
}

void ListPane::setDefaultSort(int column, Qt::SortOrder order)
{
    m_defaultSort = {column, order};
    if (!m_restored)
        m_table->sortByColumn(column, order);
}

void ListPane::chooseFacet(const QString &id)
{
    const auto facet = std::find_if(m_facets.cbegin(), m_facets.cend(), [&](const Facet &f) { return f.id == id; });
    if (facet == m_facets.cend())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString chosen = m_facetTerms.value(id);
    const auto choose = [this, id](const QString &term) {
        m_facetTerms.insert(id, term);
        applyFilter();
    };
    QList<QPair<QString, QString>> choices{{facet->any, QString()}};
    choices += facet->choices;
    for (const auto &[label, term] : std::as_const(choices)) {
        QAction *action = menu->addAction(label);
        action->setCheckable(true);
        action->setChecked(term == chosen);
        connect(action, &QAction::triggered, this, [choose, term = term] { choose(term); });
    }
    menu->popup(m_chips->menuPlace(id));
}

void ListPane::setFilter(const QString &text)
{
    m_facetTerms.clear();
    m_filter->setFilter(text);
    m_given = text;
    giveToChips();
    applyFilter();
}

bool ListPane::isInFilter(const Facet &facet, const QString &filter)
{
    if (facet.choices.isEmpty() || !facet.any.contains(u':'))
        return false;
    const QString &example = facet.choices.constFirst().second; // "status=failed", "created>=7d"
    const auto end = std::find_if(example.cbegin(), example.cend(), [](QChar each) { return u"=<>"_s.contains(each); });
    const QString column = QString(example.constData(), end - example.cbegin());
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    return end != example.cend() && std::any_of(words.cbegin(), words.cend(), [&](QStringView word) {
               if (word.startsWith(u'-'))
                   word = word.mid(1);
               return word.startsWith(column) && word.size() > column.size() && u"=<>"_s.contains(word.at(column.size()));
           });
}

void ListPane::giveToChips()
{
    if (!m_given || m_filter->text() != *m_given)
        return; // the person has written on
    if (m_given->contains(u'"'))
        return; // what is quoted is no condition
    QString rest = u' ' + *m_given + u' ';
    for (const Facet &facet : std::as_const(m_facets)) {
        for (const auto &[label, term] : facet.choices) {
            const qsizetype at = rest.indexOf(u' ' + term + u' ');
            if (at < 0)
                continue;
            rest.remove(at, term.size() + 1);
            m_facetTerms.insert(facet.id, term);
            break;
        }
    }
    m_given = rest.trimmed();
    if (m_filter->text() != *m_given)
        m_filter->setFilter(*m_given);
}

void ListPane::applyFilter()
{
    QStringList terms{m_filter->text().trimmed()};
    for (const Facet &facet : std::as_const(m_facets)) {
        const QString term = m_facetTerms.value(facet.id);
        QString label = facet.any;
        for (const auto &[choice, choiceTerm] : facet.choices) {
            if (!term.isEmpty() && choiceTerm == term)
                label = choice;
        }
        if (term.isEmpty() && isInFilter(facet, terms.constFirst()))
            label = tr("%1: in the filter", "a column").arg(facet.any.section(u':', 0, 0));
        m_chips->setChip(facet.id, label, !term.isEmpty());
        if (!term.isEmpty())
            terms << term;
    }
    layOutRow();
    m_proxy->setFilterText(terms.join(u' ').trimmed(), m_context.shell.clock.unixSeconds());
    m_filter->setProblem(m_proxy->filterError());
    showState();
    save();
    Q_EMIT selectionChanged();
}

void ListPane::restore()
{
    m_restoring = true;
    const Settings &settings = m_context.shell.settings;
    const QString scope = m_context.scope(m_name);
    m_restored = m_table->restoreState(settings.bytes(Setting::TableState, tableScope()));
    m_filter->setText(settings.text(Setting::FilterText, scope));
    m_proxy->setFilterText(m_filter->text().trimmed(), m_context.shell.clock.unixSeconds());
    m_restoring = false;
}

QString ListPane::tableScope() const
{
    // What was chosen for so many columns is kept for lists of as many: which they are may differ each time.
    return m_context.scope(m_columnsVary ? m_name + u'.' + QString::number(m_columnKeys.size()) : m_name);
}

QString ListPane::facetScope(const QString &facetId) const
{
    return m_context.scope(m_name + u'.' + facetId);
}

void ListPane::save()
{
    if (m_restoring || m_columnKeys.size() != m_model.columns().size())
        return;
    const QString scope = m_context.scope(m_name);
    m_context.shell.settings.set(Setting::TableState, m_table->saveState(), tableScope());
    m_context.shell.settings.set(Setting::FilterText, m_filter->text(), scope);
    for (const Facet &facet : std::as_const(m_facets))
        m_context.shell.settings.set(Setting::FilterText, m_facetTerms.value(facet.id), facetScope(facet.id));
}

void ListPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QStringList ListPane::selectedIds() const
{
    return m_rows->selectedIds();
}

QList<int> ListPane::selectedRows() const
{
    return m_rows->selectedRows();
}

int ListPane::selectedCount() const
{
    return m_rows->selectedCount();
}

int ListPane::currentRow() const
{
    const QModelIndex current = m_table->selectionModel()->currentIndex();
    if (!current.isValid() || !m_table->selectionModel()->isRowSelected(current.row(), {}))
        return -1;
    return m_proxy->sourceRow(current);
}

void ListPane::selectId(const QString &id)
{
    const int row = m_model.rowOf(id);
    const QModelIndex index = row < 0 ? QModelIndex() : m_proxy->mapFromSource(m_model.index(row, 0));
    if (!index.isValid())
        return;
    m_table->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

int ListPane::shownCount() const
{
    return m_proxy->rowCount();
}

QList<QAction *> ListPane::editActions() const
{
    return m_copyActions.isEmpty() ? m_rows->copyActions() : m_copyActions;
}

QList<QAction *> ListPane::exportActions() const
{
    return m_exportActions.isEmpty() ? m_rows->exportActions() : m_exportActions;
}

void ListPane::showState()
{
    m_states->show(m_proxy->rowCount(), m_proxy->filterError());
}

void ListPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LocaleChange)
        m_table->viewport()->update();
}

} // namespace odc

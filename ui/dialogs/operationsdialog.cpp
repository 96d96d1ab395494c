// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationsdialog.h"

#include "api/operationtable.h"
#include "lists/cellvalue.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/treeview.h"

#include <QAction>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Column { Title, Where, Shortcut, Name, Call, Number, columnTotal };
/// Of the first cell of a row: its place in apiOperations().
constexpr int operationRole = Qt::UserRole + 101;
constexpr int lookAgainMs = 250;

const ApiOperation *operationOf(const QModelIndex &index)
{
    const QVariant place = index.siblingAtColumn(Title).data(operationRole);
    return place.isValid() ? &apiOperations().at(place.toInt()) : nullptr;
}

QStandardItem *cell(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

} // namespace

/// In the order of the reference; but what has exactly the name that is looked for comes first.
class OperationsDialog::Proxy final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWanted(const QString &text)
    {
        m_wanted = text;
        m_words = {text};
        bool isSaidSo = false;
        for (int area = 0; area < sourceModel()->rowCount() && !isSaidSo; ++area)
            isSaidSo = filterAcceptsRow(area, {});
        if (!isSaidSo) // not in these words: then with each of them, in any order
            m_words = text.split(u' ', Qt::SkipEmptyParts);
        invalidate();
    }

protected:
    /// Each word stands somewhere in the row, or is in the name of its area.
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        if (!parent.isValid()) { // an area is shown with what is shown of it
            const QModelIndex area = sourceModel()->index(row, 0);
            for (int each = 0; each < sourceModel()->rowCount(area); ++each) {
                if (filterAcceptsRow(each, area))
                    return true;
            }
            return false;
        }
        QString all = parent.data().toString();
        for (int column = 0; column < columnTotal; ++column)
            all += u' ' + sourceModel()->index(row, column, parent).data().toString();
        return std::all_of(m_words.cbegin(), m_words.cend(), [&all](const QString &word) {
            return all.contains(word, Qt::CaseInsensitive);
        });
    }
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const bool isLeft = isWanted(left);
        return isLeft != isWanted(right) ? isLeft : left.row() < right.row();
    }

private:
    /// It has the name, or one of its area has.
    bool isWanted(const QModelIndex &index) const
    {
        if (m_wanted.isEmpty())
            return false;
        const QModelIndex first = index.siblingAtColumn(0);
        for (int row = 0; row < sourceModel()->rowCount(first); ++row) {
            if (isWanted(sourceModel()->index(row, 0, first)))
                return true;
        }
        return index.siblingAtColumn(Name).data().toString().compare(m_wanted, Qt::CaseInsensitive) == 0;
    }

    QString m_wanted;
    QStringList m_words;
};

OperationsDialog::OperationsDialog(const Theme &theme, const QList<Area> &areas,
                                   std::function<QAction *(const QString &)> find, QWidget *parent)
    : ConsoleDialog(theme, tr("Operations"), parent), m_find(std::move(find)),
      m_model(new QStandardItemModel(0, columnTotal, this)), m_proxy(new Proxy(this)),
      m_filter(new FilterEdit(theme, this)), m_tree(new TreeView(theme, this)),
      m_count(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_later(new QTimer(this))
{
    setObjectName(u"operationsDialog"_s);
    setModal(false);
    setIntroduction(
        tr("Each operation of the API, where it is in the window, and its shortcut. Enter goes there."));
    m_model->setHorizontalHeaderLabels(
        {tr("Operation"), tr("Where"), tr("Shortcut"), tr("Name in the API"), tr("Request"), tr("No.")});
    m_filter->setObjectName(u"operationsFilter"_s);
    m_filter->setPlaceholderText(tr("Filter: delete, vector_stores, Ctrl+O …"));
    m_filter->setAccessibleName(tr("Filter the operations"));
    body()->addWidget(m_filter);

    m_proxy->setSourceModel(m_model);
    m_tree->setObjectName(u"operationsTree"_s);
    m_tree->setAccessibleName(tr("Operations"));
    m_tree->setSortingEnabled(false); // before there is anything: else it is sorted by its titles
    m_tree->setModel(m_proxy);
    m_proxy->sort(0); // in the order of the reference
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    int name = 0; // no name is cut: it is what one has from the reference
    const QFontMetrics mono(theme.font(Theme::FontRole::Mono));
    for (const ApiOperation &operation : apiOperations())
        name = std::max(name, mono.horizontalAdvance(QString::fromLatin1(operation.name)));
    name += 4 * metrics::inside;
    m_tree->columns()->setColumns({{.width = 240, .minimum = 160, .stretch = true},
                                   {.width = 380, .minimum = 160, .stretch = true},
                                   {.width = 90, .minimum = 72},
                                   {.width = name, .minimum = name},
                                   {.width = 300, .minimum = 100, .shown = false},
                                   {.width = 60, .minimum = 48, .shown = false}});
    body()->addWidget(m_tree, 1);
    addToRow(m_count);
    m_go = addButton(tr("Go there"), ButtonRole::Primary);
    m_go->setObjectName(u"goToOperation"_s);
    QPushButton *close = addButton(tr("Close"), ButtonRole::Default);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_go, &QPushButton::clicked, this, &OperationsDialog::choose);
    connect(m_tree, &QTreeView::activated, this, &OperationsDialog::choose);
    connect(m_filter, &FilterEdit::filterChanged, this, &OperationsDialog::applyFilter);
    connect(m_filter, &FilterEdit::leaveToList, m_tree, qOverload<>(&QWidget::setFocus));
    m_filter->installEventFilter(this);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                const ApiOperation *operation = operationOf(now);
                m_go->setEnabled(operation && operation->isOffered());
            });
    m_later->setInterval(lookAgainMs);
    connect(m_later, &QTimer::timeout, this, &OperationsDialog::showActions);

    fill(areas);
    showActions();
    applyFilter({});
    setWantedSize({1140, 720});
    m_filter->setFocus();
}

void OperationsDialog::fill(const QList<Area> &areas)
{
    QHash<QString, QStandardItem *> groups;
    QList<Area> all = areas;
    all.append({QString(), tr("Not in the window"), QIcon()});
    for (const Area &area : std::as_const(all)) {
        m_areaTitles.insert(area.id, area.title);
        auto *group = cell(area.title);
        group->setIcon(area.icon);
        groups.insert(area.id, group);
    }
    const QList<ApiOperation> &operations = apiOperations();
    for (qsizetype i = 0; i < operations.size(); ++i) {
        const ApiOperation &operation = operations.at(i);
        auto *title = cell(operation.titleText());
        title->setData(int(i), operationRole);
        auto *name = cell(QString::fromLatin1(operation.name));
        auto *call = cell(QString::fromLatin1(operation.method + ' ' + operation.path));
        name->setData(true, MonospaceRole);
        call->setData(true, MonospaceRole);
        groups.value(operation.pageId)
            ->appendRow({title, cell({}), cell({}), name, call, cell(QString::fromLatin1(operation.number))});
    }
    for (const Area &area : std::as_const(all)) {
        QStandardItem *group = groups.value(area.id);
        if (!group->hasChildren()) {
            delete group; // an area of its own kind: it has no operation
            continue;
        }
        QList<QStandardItem *> row{group};
        for (int column = Where; column < columnTotal; ++column)
            row << cell({});
        m_model->appendRow(row);
    }
}

QString OperationsDialog::placeOf(const ApiOperation &operation, const QAction *action) const
{
    if (!operation.isOffered())
        return tr("The window has no use for it");
    QStringList way{m_areaTitles.value(operation.pageId), operation.placeText()};
    if (action)
        way << action->text().remove(u'&').remove(u'…');
    return way.join(u" › "_s);
}

void OperationsDialog::showActions()
{
    bool all = true;
    for (int g = 0; g < m_model->rowCount(); ++g) {
        QStandardItem *group = m_model->item(g);
        for (int row = 0; row < group->rowCount(); ++row) {
            const ApiOperation &operation = *operationOf(group->child(row)->index());
            const QAction *action = operation.action.isEmpty() ? nullptr : m_find(operation.action);
            all = all && (action || operation.action.isEmpty());
            const QString place = placeOf(operation, action);
            const QString keys = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
            if (QStandardItem *where = group->child(row, Where); where->text() != place) {
                where->setText(place);
                where->setToolTip(place);
            }
            if (QStandardItem *shortcut = group->child(row, Shortcut); shortcut->text() != keys)
                shortcut->setText(keys);
        }
    }
    if (all)
        m_later->stop();
    else if (!m_later->isActive())
        m_later->start();
}

void OperationsDialog::applyFilter(const QString &text)
{
    m_proxy->setWanted(text.trimmed());
    m_tree->expandAll();
    int shown = 0;
    QModelIndex first;
    for (int g = 0; g < m_proxy->rowCount(); ++g) {
        const QModelIndex group = m_proxy->index(g, 0);
        shown += m_proxy->rowCount(group);
        if (!first.isValid())
            first = m_proxy->index(0, 0, group);
    }
    m_count->setText(tr("%Ln operation(s)", nullptr, shown));
    // What is typed is looked for anew: Enter goes to the first of it.
    if (first.isValid() && (!text.trimmed().isEmpty() || !operationOf(m_tree->currentIndex()))) {
        m_tree->setCurrentIndex(first);
        m_tree->scrollToTop();
    }
    m_go->setEnabled(operationOf(m_tree->currentIndex()) && operationOf(m_tree->currentIndex())->isOffered());
}

bool OperationsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_filter->setFilter(m_filter->text()); // what was typed a moment ago counts
            choose();
            return true;
        }
    }
    return ConsoleDialog::eventFilter(watched, event);
}

void OperationsDialog::choose()
{
    const ApiOperation *operation = operationOf(m_tree->currentIndex());
    if (operation && operation->isOffered())
        Q_EMIT placeRequested(operation->pageId, operation->action);
}

} // namespace odc

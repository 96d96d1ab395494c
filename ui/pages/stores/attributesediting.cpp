// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributesediting.h"

#include "base/format.h"
#include "lists/filterproxy.h"
#include "stores/attributetable.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/pages/stores/keydialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using Type = AttributeValue::Type;
using Edit = AttributesModel::Edit;

namespace {

constexpr qsizetype mostToPaste = 2'000'000; // cells: beyond it was not a table
constexpr qsizetype mostReported = 200;

} // namespace

AttributesEditing::AttributesEditing(const PageContext &context, CellGrid &grid, FilterProxy &proxy,
                                     MessageBar &messages, ActionCollection &actions, QWidget *pane)
    : QObject(pane), m_context(context), m_grid(grid), m_proxy(proxy), m_messages(messages), m_pane(pane)
{
    m_copy = actions.add(u"attributes.copy"_s, tr("&Copy cells"), Icon::Copy, {QKeySequence::Copy});
    m_paste = actions.add(u"attributes.paste"_s, tr("&Paste"), {}, {QKeySequence::Paste});
    m_clear = actions.add(u"attributes.clear"_s, tr("C&lear cells"), {}, {QKeySequence::Delete});
    // Ctrl+D is Download everywhere in the console.
    m_fillDown = actions.add(u"attributes.fillDown"_s, tr("&Fill down"), Icon::ChevronDown,
                             {QKeySequence(u"Ctrl+Shift+D"_s)});
    m_undo = actions.add(u"attributes.undo"_s, tr("&Undo"), {}, {QKeySequence::Undo});
    m_redo = actions.add(u"attributes.redo"_s, tr("&Redo"), {},
                         {QKeySequence(u"Ctrl+Y"_s), QKeySequence(u"Ctrl+Shift+Z"_s)});
    m_toText = actions.add(u"attributes.toText"_s, tr("Make &text"));
    m_toNumber = actions.add(u"attributes.toNumber"_s, tr("Make &number"));
    m_toBoolean = actions.add(u"attributes.toBoolean"_s, tr("Make true or fal&se"));
    m_newKey = actions.add(u"attributes.newKey"_s, tr("New &key…"), Icon::Plus);
    m_renameKey = actions.add(u"attributes.renameKey"_s, tr("Rena&me key…"), Icon::Edit);
    m_removeKey = actions.add(u"attributes.removeKey"_s, tr("Remo&ve key"), Icon::Trash);
    m_import = actions.add(u"attributes.import"_s, tr("&Import CSV…"), Icon::Import);
    m_export = actions.add(u"attributes.export"_s, tr("E&xport CSV…"), Icon::Export);
    connect(m_copy, &QAction::triggered, this, &AttributesEditing::copy);
    connect(m_paste, &QAction::triggered, this, &AttributesEditing::paste);
    connect(m_clear, &QAction::triggered, this, &AttributesEditing::clear);
    connect(m_fillDown, &QAction::triggered, this, &AttributesEditing::fillDown);
    connect(m_undo, &QAction::triggered, this, [this] {
        if (m_model)
            m_model->undo();
    });
    connect(m_redo, &QAction::triggered, this, [this] {
        if (m_model)
            m_model->redo();
    });
    connect(m_toText, &QAction::triggered, this, [this] { retype(Type::String); });
    connect(m_toNumber, &QAction::triggered, this, [this] { retype(Type::Number); });
    connect(m_toBoolean, &QAction::triggered, this, [this] { retype(Type::Boolean); });
    connect(m_newKey, &QAction::triggered, this, [this] { askForKey(false); });
    connect(m_renameKey, &QAction::triggered, this, [this] { askForKey(true); });
    connect(m_removeKey, &QAction::triggered, this, &AttributesEditing::removeKey);
    connect(m_import, &QAction::triggered, this, &AttributesEditing::importCsv);
    connect(m_export, &QAction::triggered, this, &AttributesEditing::exportCsv);
    connect(&grid, &CellGrid::copyRequested, m_copy, &QAction::trigger);
    connect(&grid, &CellGrid::pasteRequested, m_paste, &QAction::trigger);
    connect(&grid, &CellGrid::clearRequested, m_clear, &QAction::trigger);
    connect(&grid, &CellGrid::undoRequested, m_undo, &QAction::trigger);
    connect(&grid, &CellGrid::redoRequested, m_redo, &QAction::trigger);
    connect(&grid, &CellGrid::toggleRequested, this, &AttributesEditing::toggle);
    enableActions();
}

void AttributesEditing::setModel(AttributesModel *model, const QString &storeTitle)
{
    m_model = model;
    m_storeTitle = storeTitle;
    enableActions();
}

QList<QAction *> AttributesEditing::cellActions() const
{
    return {m_copy,     m_paste,     m_fillDown, m_clear, nullptr, m_toText,
            m_toNumber, m_toBoolean, nullptr,    m_undo,  m_redo};
}

void AttributesEditing::enableActions()
{
    const bool any = m_model && m_model->rowCount() > 0;
    const bool edits = any && m_model->readOnlyReason().isEmpty();
    const bool hasSelection = m_grid.selectionModel() && m_grid.selectionModel()->hasSelection();
    m_copy->setEnabled(any && hasSelection);
    for (QAction *action : {m_paste, m_clear, m_fillDown, m_toText, m_toNumber, m_toBoolean})
        action->setEnabled(edits && hasSelection);
    for (QAction *action : {m_newKey, m_import})
        action->setEnabled(edits);
    const bool onKey = edits && !currentKey().isEmpty();
    m_renameKey->setEnabled(onKey);
    m_removeKey->setEnabled(onKey);
    m_export->setEnabled(any);
    m_undo->setEnabled(m_model && m_model->canUndo());
    m_redo->setEnabled(m_model && m_model->canRedo());
    m_undo->setText(m_undo->isEnabled() ? tr("&Undo: %1").arg(m_model->undoName()) : tr("&Undo"));
    m_redo->setText(m_redo->isEnabled() ? tr("&Redo: %1").arg(m_model->redoName()) : tr("&Redo"));
}

int AttributesEditing::sourceRow(const QModelIndex &shown) const
{
    return m_proxy.sourceRow(shown);
}

QString AttributesEditing::currentKey() const
{
    if (!m_headerKey.isEmpty())
        return m_headerKey;
    return m_model && m_grid.currentIndex().isValid() ? m_model->keyOf(m_grid.currentIndex().column())
                                                      : QString();
}

QString AttributesEditing::check(const QModelIndex &shown, const QString &typed) const
{
    const int row = sourceRow(shown);
    QString reason;
    const auto value = m_model ? m_model->read(row, shown.column(), typed, &reason) : std::nullopt;
    return value ? m_model->problem(row, shown.column(), *value) : reason;
}

void AttributesEditing::sayRefusal()
{
    if (!m_model || m_model->refusal().isEmpty())
        return;
    Message message;
    message.kind = Message::Kind::Warning;
    message.key = u"refused"_s;
    message.text = tr("The cell is as it was. %1.").arg(m_model->refusal());
    m_messages.showMessage(message);
}

AttributesModel::Value AttributesEditing::meaning(int row, int column, const QString &typed) const
{
    QString reason;
    if (const auto value = m_model->read(row, column, typed, &reason))
        return *value;
    return AttributeValue::read(typed); // another type than was there: the review shows it
}

void AttributesEditing::stage(const QList<Edit> &edits, const QString &name, const QStringList &problems)
{
    const int before = m_model->changeCount();
    const auto refused = m_model->stageEdits(edits, name);
    report(refused, m_model->changeCount() - before, problems);
}

void AttributesEditing::report(const QList<AttributesModel::Refusal> &refused, int taken,
                               QStringList problems)
{
    for (const AttributesModel::Refusal &refusal : refused) {
        const StoreFile *file = m_model->item(refusal.edit.fileId);
        problems << tr("%1, %2: %3")
                        .arg(format::oneLine(file ? m_model->title(*file) : refusal.edit.fileId, 80),
                             format::oneLine(refusal.edit.key, 64), refusal.reason);
    }
    if (problems.isEmpty()) {
        m_messages.dismiss(u"refused"_s);
        return;
    }
    Message message;
    message.kind = Message::Kind::Warning;
    message.key = u"refused"_s;
    message.text = problems.size() == 1
                       ? tr("Not everything was taken. %1.").arg(problems.constFirst())
                       : tr("%Ln thing(s) were not taken; the rest was.", nullptr, int(problems.size()));
    if (taken <= 0 && refused.size() == problems.size() && problems.size() > 1)
        message.text = tr("Nothing was taken: %Ln cell(s) cannot hold that.", nullptr, int(problems.size()));
    if (problems.size() > 1) {
        const qsizetype more = problems.size() - mostReported;
        QStringList lines = problems.mid(0, mostReported);
        if (more > 0)
            lines << tr("… and %Ln more", nullptr, int(more));
        message.details = lines.join(u'\n');
    }
    m_messages.showMessage(message);
}

void AttributesEditing::copy()
{
    const QModelIndexList cells = m_grid.selectedCells();
    if (!m_model || cells.isEmpty())
        return;
    QList<int> columns;
    const QList<int> shown = m_grid.shownColumns();
    QSet<int> used;
    for (const QModelIndex &cell : cells)
        used.insert(cell.column());
    for (const int column : shown) {
        if (used.contains(column))
            columns << column;
    }
    QList<QStringList> rows;
    int row = -1;
    for (const QModelIndex &cell : cells) {
        if (cell.row() != row) {
            row = cell.row();
            rows << QStringList(columns.size(), QString());
        }
        const bool isKey = cell.column() >= AttributesModel::FirstKey;
        rows.last()[columns.indexOf(cell.column())] =
            isKey ? cell.data(Qt::EditRole).toString()
                  : m_model->rawValue(sourceRow(cell), cell.column()).toString();
    }
    QGuiApplication::clipboard()->setText(attributetable::writeBlock(rows));
}

void AttributesEditing::paste()
{
    const QModelIndexList cells = m_grid.selectedCells();
    if (!m_model || cells.isEmpty())
        return;
    const QList<QStringList> block = attributetable::readBlock(QGuiApplication::clipboard()->text());
    qsizetype count = 0;
    for (const QStringList &row : block)
        count += row.size();
    if (count == 0 || count > mostToPaste)
        return;
    const QModelIndex first = cells.constFirst();
    const QList<int> columns = m_grid.shownColumns();
    QStringList problems;
    QList<Edit> edits;
    const auto put = [&](const QModelIndex &cell, const QString &text) {
        const QString key = m_model->keyOf(cell.column());
        if (key.isNull()) {
            const QString wrong = tr("Name, state and id of files are no attributes");
            if (!problems.contains(wrong))
                problems << wrong;
            return;
        }
        const int row = sourceRow(cell);
        edits.append({m_model->rowId(row), key, meaning(row, cell.column(), text)});
    };
    if (count == 1) {
        // One value goes into all that is selected.
        for (const QModelIndex &cell : cells)
            put(cell, block.constFirst().constFirst());
        stage(edits, tr("Pasting"), problems);
        return;
    }
    int below = 0;
    int beside = 0;
    const qsizetype begin = columns.indexOf(first.column());
    for (qsizetype y = 0; y < block.size(); ++y) {
        const int row = first.row() + int(y);
        if (row >= m_proxy.rowCount()) {
            ++below;
            continue;
        }
        for (qsizetype x = 0; x < block.at(y).size(); ++x) {
            if (begin + x >= columns.size())
                beside = std::max(beside, int(begin + block.at(y).size() - columns.size()));
            else
                put(m_proxy.index(row, columns.at(begin + x)), block.at(y).at(x));
        }
    }
    if (below > 0)
        problems << tr("%Ln row(s) of the block are beyond the last file", nullptr, below);
    if (beside > 0)
        problems << tr("%Ln column(s) of the block are beyond the last key", nullptr, beside);
    stage(edits, tr("Pasting"), problems);
}

void AttributesEditing::clear()
{
    if (!m_model)
        return;
    QList<Edit> edits;
    for (const QModelIndex &cell : m_grid.selectedCells()) {
        if (const QString key = m_model->keyOf(cell.column()); !key.isNull())
            edits.append({m_model->rowId(sourceRow(cell)), key, {}});
    }
    stage(edits, tr("Clearing"), {});
}

void AttributesEditing::fillDown()
{
    if (!m_model)
        return;
    // The first selected cell of each column goes into the others below it.
    QHash<int, AttributesModel::Value> first;
    QList<Edit> edits;
    for (const QModelIndex &cell : m_grid.selectedCells()) {
        const QString key = m_model->keyOf(cell.column());
        if (key.isNull())
            continue;
        const int row = sourceRow(cell);
        if (!first.contains(cell.column()))
            first.insert(cell.column(), m_model->value(row, cell.column()));
        else
            edits.append({m_model->rowId(row), key, first.value(cell.column())});
    }
    stage(edits, tr("Fill down"), {});
}

void AttributesEditing::toggle(const QModelIndex &shown)
{
    if (!m_model || !shown.isValid())
        return;
    const auto value = m_model->value(sourceRow(shown), shown.column());
    if (value && value->type() == Type::Boolean) {
        const bool on = value->toJson().toBool();
        if (!m_proxy.setData(shown, QVariant::fromValue(AttributeValue(!on)), Qt::EditRole))
            sayRefusal();
    } else if (shown.flags().testFlag(Qt::ItemIsEditable)) {
        m_grid.edit(shown);
    }
}

void AttributesEditing::retype(Type type)
{
    if (!m_model)
        return;
    QList<QPair<int, int>> cells;
    for (const QModelIndex &cell : m_grid.selectedCells()) {
        if (cell.column() >= AttributesModel::FirstKey)
            cells.append({sourceRow(cell), cell.column()});
    }
    const int before = m_model->changeCount();
    const auto refused = m_model->retype(cells, type);
    report(refused, m_model->changeCount() - before, {});
}

void AttributesEditing::askForKey(bool rename)
{
    if (!m_model)
        return;
    const QString key = rename ? currentKey() : QString();
    if (rename && key.isEmpty())
        return;
    const auto check = [this, key](const QString &typed) {
        if (!m_model)
            return tr("The store is not shown any more");
        if (const QString wrong = attributerules::keyProblem(typed); !wrong.isEmpty())
            return wrong;
        if (m_model->keyColumn(typed) >= 0 && !m_model->isKeyVacant(typed))
            return typed == key ? tr("It is called so already") : tr("There is such a key already");
        return QString();
    };
    auto *dialog = new KeyDialog(
        m_context.shell.theme, rename ? tr("Rename key") : tr("New key"),
        rename ? tr("All files of this store that have “%1” get its value under the new key; the old one is "
                    "removed. Nothing is "
                    "sent before you have reviewed it.")
                     .arg(format::oneLine(key, 64))
               : tr("A column for it is added. A file gets the key when its cell is given a value."),
        rename ? tr("Rename") : tr("Add key"), key, check, m_pane);
    connect(dialog, &KeyDialog::chosen, this, [this, key, rename](const QString &chosen) {
        if (!m_model)
            return;
        if (rename ? m_model->renameKey(key, chosen) : m_model->addKey(chosen))
            showKey(chosen);
        else
            sayRefusal();
    });
    dialog->open();
}

void AttributesEditing::showKey(const QString &key)
{
    const int column = m_model->keyColumn(key);
    const int row = std::max(0, m_grid.currentIndex().row());
    if (column >= 0 && row < m_proxy.rowCount()) {
        m_grid.setCurrentIndex(m_proxy.index(row, column));
        m_grid.setFocus(Qt::OtherFocusReason);
    }
}

void AttributesEditing::removeKey()
{
    // No question: it is staged, can be undone, and is reviewed before it is sent.
    if (const QString key = currentKey(); m_model && !key.isEmpty() && !m_model->removeKey(key))
        sayRefusal();
}

void AttributesEditing::showHeaderMenu(int column, const QPoint &globalPos)
{
    if (!m_model)
        return;
    m_headerKey = m_model->keyOf(column);
    enableActions();
    auto *menu = new QMenu(m_pane);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, keyActions());
    // The action that was chosen is triggered after the menu has gone.
    connect(menu, &QObject::destroyed, this, [this] {
        m_headerKey.clear();
        enableActions();
    });
    menu->popup(globalPos);
}

} // namespace odc

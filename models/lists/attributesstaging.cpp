// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to the grid: staged cells, steps that can be undone, keys; and how it meets what the
// server says.
#include "attributesmodel.h"

#include "base/format.h"
#include "stores/filenames.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSteps = 200;

} // namespace

QByteArray AttributesModel::columnName(const QString &key) const
{
    // Filters name fields by letters, digits and a few signs, in any case, and each but one.
    QByteArray name;
    for (const QChar c : key) {
        const bool plain =
            c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-');
        name += plain ? c.toLower().toLatin1() : '_';
    }
    if (name.isEmpty() || !(name.at(0) == '_' || (name.at(0) >= 'a' && name.at(0) <= 'z')))
        name.prepend('_');
    const QByteArray first = name;
    for (int i = 2; columnOf(name) >= 0; ++i)
        name = first + '_' + QByteArray::number(i);
    return name;
}

void AttributesModel::addColumnsFor(const QStringList &keys)
{
    for (const QString &key : keys) {
        if (m_keyIndex.contains(key))
            continue;
        m_keyIndex.insert(key, int(m_keys.size()));
        m_keys.append(key);
        addColumns({{columnName(key), format::oneLine(key, 80), ColumnType::Text, 140}});
    }
}

void AttributesModel::count(const StoreFile &file, int by)
{
    const StagedCells cells = m_staged.value(file.id);
    for (auto it = file.attributes.constBegin(); it != file.attributes.constEnd(); ++it) {
        if (!cells.contains(it.key()))
            m_tallies[it.key()].of[int(AttributeValue::fromJson(it.value()).type())] += by;
    }
    for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
        if (it->value)
            m_tallies[it.key()].of[int(it->value->type())] += by;
    }
}

void AttributesModel::settleTypes()
{
    QList<ColumnInfo> changed = columns();
    bool isOther = false;
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const Tally tally = m_tallies.value(m_keys.at(i));
        const int numbers = tally.of[int(AttributeValue::Type::Number)];
        const ColumnType type =
            numbers > 0 && numbers == tally.total() ? ColumnType::Number : ColumnType::Text;
        if (changed.at(FirstKey + i).type != type) {
            changed[FirstKey + i].type = type;
            isOther = true;
        }
    }
    if (isOther)
        setColumns(changed);
    Q_EMIT keysChanged();
}

void AttributesModel::learn(const QList<StoreFile> &files)
{
    // Columns come before the rows that need them: nobody sees a row without its cells.
    QStringList fresh;
    QStringList ids;
    for (const StoreFile &file : files) {
        ids << file.id;
        const QStringList keys = file.attributes.keys();
        for (const QString &key : keys) {
            if (!m_keyIndex.contains(key) && !fresh.contains(key))
                fresh << key;
        }
    }
    addColumnsFor(fresh);
    int dissolved = 0;
    bool touched = false; // of files with changes
    for (const StoreFile &file : files) {
        const StoreFile *known = item(file.id);
        if (known)
            count(*known, -1);
        if (auto cells = m_staged.find(file.id); cells != m_staged.end()) {
            touched = true;
            dissolved += int(cells->removeIf(
                [&](const StagedCells::iterator cell) { return cell->value == in(file, cell.key()); }));
            if (cells->isEmpty())
                m_staged.erase(cells);
        }
        count(file, 1);
    }
    m_changeCount -= dissolved;
    merge(files);
    // What was deleted from here meanwhile is not taken in.
    for (const StoreFile &file : files) {
        if (rowOf(file.id) < 0)
            count(file, -1);
    }
    m_names.want(ids);
    settleTypes();
    if (touched)
        Q_EMIT stagedChanged(); // also when it is a conflict now
}

void AttributesModel::dropOrphans()
{
    m_tallies.clear();
    for (const StoreFile &file : items())
        count(file, 1);
    int lost = 0;
    m_staged.removeIf([&](const QHash<QString, StagedCells>::iterator cells) {
        if (rowOf(cells.key()) >= 0)
            return false;
        lost += int(cells->size());
        return true;
    });
    settleTypes();
    if (lost == 0)
        return;
    m_changeCount -= lost;
    forgetSteps();
    Q_EMIT changesLost(lost);
}

void AttributesModel::put(const QString &fileId, const QString &key, const std::optional<Staged> &cell)
{
    const StoreFile *file = item(fileId);
    if (!file)
        return;
    if (!m_judged.value(fileId).contains(key))
        m_judged[fileId].insert(key, effective(*file, key));
    count(*file, -1);
    StagedCells &cells = m_staged[fileId];
    m_changeCount -= int(cells.remove(key));
    if (cell && cell->value != in(*file, key)) {
        cells.insert(key, *cell);
        ++m_changeCount;
    }
    if (cells.isEmpty())
        m_staged.remove(fileId);
    count(*file, 1);
}

void AttributesModel::tell(const QSet<QString> &fileIds)
{
    std::vector<int> rows;
    for (const QString &id : fileIds) {
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    settleTypes();
    changeRows(std::move(rows), [](StoreFile &) {});
    Q_EMIT stagedChanged();
}

void AttributesModel::replay(const Step &step, bool forward)
{
    QSet<QString> touched;
    if (!step.addedKey.isEmpty())
        forward ? void(m_wantedKeys.insert(step.addedKey)) : void(m_wantedKeys.remove(step.addedKey));
    for (const StepCell &cell : step.cells) {
        put(cell.fileId, cell.key, forward ? cell.after : cell.before);
        touched.insert(cell.fileId);
    }
    tell(touched);
}

void AttributesModel::take(Step step)
{
    if (step.cells.isEmpty() && step.addedKey.isEmpty())
        return;
    m_redo.clear();
    m_undo.append(step);
    if (m_undo.size() > mostSteps)
        m_undo.removeFirst();
    replay(step, true);
}

void AttributesModel::undo()
{
    if (m_undo.isEmpty())
        return;
    m_redo.append(m_undo.takeLast());
    replay(m_redo.constLast(), false);
}

void AttributesModel::redo()
{
    if (m_redo.isEmpty())
        return;
    m_undo.append(m_redo.takeLast());
    replay(m_undo.constLast(), true);
}

void AttributesModel::forgetSteps()
{
    m_undo.clear();
    m_redo.clear();
    Q_EMIT stagedChanged();
}

QList<AttributesModel::Refusal> AttributesModel::stageEdits(const QList<Edit> &edits, const QString &stepName)
{
    QList<Refusal> refused;
    Step step{stepName, {}, {}};
    // Later edits count what earlier ones of the same file add.
    QHash<QString, int> more;
    QStringList fresh;
    for (const Edit &edit : edits) {
        const StoreFile *file = item(edit.fileId);
        QString wrong = m_readOnlyReason;
        if (wrong.isEmpty() && !file)
            wrong = tr("The file is not in this store");
        if (wrong.isEmpty() && edit.value) {
            wrong = attributerules::keyProblem(edit.key);
            if (wrong.isEmpty())
                wrong = edit.value->problem();
        }
        if (!wrong.isEmpty()) {
            refused.append({edit, wrong});
            continue;
        }
        const Value now = effective(*file, edit.key);
        if (now == edit.value && !isConflict(*file, edit.key))
            continue;
        int &added = more[edit.fileId];
        const int change = int(edit.value.has_value()) - int(now.has_value());
        if (change > 0 && !in(*file, edit.key)) {
            wrong = attributerules::countProblem(pairCount(*file) + added + 1);
            if (!wrong.isEmpty()) {
                refused.append({edit, wrong});
                continue;
            }
        }
        added += change;
        if (edit.value && !m_keyIndex.contains(edit.key) && !fresh.contains(edit.key))
            fresh << edit.key;
        const Staged *before = staged(edit.fileId, edit.key);
        step.cells.append({edit.fileId, edit.key, before ? std::optional(*before) : std::nullopt,
                           Staged{edit.value, in(*file, edit.key)}});
    }
    addColumnsFor(fresh);
    take(std::move(step));
    return refused;
}

QList<AttributesModel::Refusal> AttributesModel::retype(const QList<QPair<int, int>> &cells,
                                                        AttributeValue::Type type)
{
    QList<Edit> edits;
    QList<Refusal> refused;
    for (const auto &[row, column] : cells) {
        const Value now = value(row, column);
        if (!now)
            continue;
        const Edit edit{rowId(row), keyOf(column), now->as(type)};
        if (edit.value)
            edits << edit;
        else
            refused.append(
                {edit, tr("“%1” cannot be made a value of type %2")
                           .arg(format::oneLine(now->text(), 40), AttributeValue::typeName(type))});
    }
    return stageEdits(edits, tr("Change of type")) + refused;
}

bool AttributesModel::addKey(const QString &key)
{
    if (!m_readOnlyReason.isEmpty())
        return refuse(m_readOnlyReason);
    if (const QString wrong = attributerules::keyProblem(key); !wrong.isEmpty())
        return refuse(wrong);
    if (m_keyIndex.contains(key) && !isKeyVacant(key))
        return refuse(tr("There is a key “%1” already").arg(format::oneLine(key, 80)));
    addColumnsFor({key});
    take({tr("New key %1").arg(format::oneLine(key, 40)), {}, key});
    return true;
}

bool AttributesModel::renameKey(const QString &key, const QString &newKey)
{
    if (!m_readOnlyReason.isEmpty())
        return refuse(m_readOnlyReason);
    if (const QString wrong = attributerules::keyProblem(newKey); !wrong.isEmpty())
        return refuse(wrong);
    if (m_keyIndex.contains(newKey) && !isKeyVacant(newKey))
        return refuse(tr("There is a key “%1” already").arg(format::oneLine(newKey, 80)));
    Step step{tr("Renaming of %1").arg(format::oneLine(key, 40)), {}, newKey};
    const auto change = [&](const StoreFile &file, const QString &name, const Value &value) {
        const Staged *before = staged(file.id, name);
        step.cells.append(
            {file.id, name, before ? std::optional(*before) : std::nullopt, Staged{value, in(file, name)}});
    };
    for (const StoreFile &file : items()) {
        if (const Value now = effective(file, key)) {
            // Away first: a file that is full has room for the new one then.
            change(file, key, {});
            change(file, newKey, now);
        }
    }
    addColumnsFor({newKey});
    take(std::move(step));
    return true;
}

bool AttributesModel::removeKey(const QString &key)
{
    if (!m_readOnlyReason.isEmpty())
        return refuse(m_readOnlyReason);
    QList<Edit> edits;
    for (const StoreFile &file : items()) {
        if (effective(file, key))
            edits.append({file.id, key, {}});
    }
    m_wantedKeys.remove(key);
    stageEdits(edits, tr("Removal of %1").arg(format::oneLine(key, 40)));
    Q_EMIT keysChanged();
    return true;
}

void AttributesModel::discard()
{
    Step step{tr("Discarding"), {}, {}};
    for (auto cells = m_staged.cbegin(); cells != m_staged.cend(); ++cells) {
        for (auto cell = cells->cbegin(); cell != cells->cend(); ++cell)
            step.cells.append({cells.key(), cell.key(), *cell, std::nullopt});
    }
    take(std::move(step));
}

QList<AttributeChange> AttributesModel::changes() const
{
    QList<AttributeChange> all;
    for (const StoreFile &file : items()) {
        const auto cells = m_staged.constFind(file.id);
        if (cells == m_staged.cend())
            continue;
        for (const QString &key : m_keys) {
            if (const auto cell = cells->constFind(key); cell != cells->cend())
                all.append({file.id, title(file), key, in(file, key), cell->value});
        }
    }
    return all;
}

int AttributesModel::conflictCount() const
{
    int found = 0;
    for (auto cells = m_staged.cbegin(); cells != m_staged.cend(); ++cells) {
        const StoreFile *file = item(cells.key());
        for (auto cell = cells->cbegin(); file && cell != cells->cend(); ++cell)
            found += int(cell->base != in(*file, cell.key()));
    }
    return found;
}

int AttributesModel::invalidCount() const
{
    int found = 0;
    for (auto cells = m_staged.cbegin(); cells != m_staged.cend(); ++cells) {
        const StoreFile *file = item(cells.key());
        for (auto cell = cells->cbegin(); file && cell != cells->cend(); ++cell)
            found += int(!problemOf(*file, cell.key(), cell->value).isEmpty());
    }
    return found;
}

} // namespace odc

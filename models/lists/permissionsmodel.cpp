// SPDX-License-Identifier: GPL-3.0-or-later
#include "permissionsmodel.h"

#include "base/format.h"
#include "finetuning/permissionsloader.h"
#include "lists/columnwidth.h"
#include "lists/textorder.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int projectWidth = 170;
constexpr int checkpointWidth = 100;
constexpr int widestCheckpoint = 256;
constexpr int tooltipLength = 1000;

Tone toneOf(PermissionsModel::Cell cell)
{
    switch (cell) {
    case PermissionsModel::Cell::Unread:
    case PermissionsModel::Cell::NotGranted:
        return Tone::None;
    case PermissionsModel::Cell::Granted:
        return Tone::Fine;
    case PermissionsModel::Cell::Granting:
    case PermissionsModel::Cell::Revoking:
        return Tone::Running;
    case PermissionsModel::Cell::Unknown:
        return Tone::Attention;
    case PermissionsModel::Cell::GrantFailed:
    case PermissionsModel::Cell::RevokeFailed:
        return Tone::Failed;
    }
    return Tone::None;
}

} // namespace

PermissionsModel::PermissionsModel(PermissionsLoader &loader, QObject *parent)
    : RowModelBase(parent), m_loader(loader)
{
    setColumns({{"project"_ba, tr("Project"), ColumnType::Id, projectWidth}});
    connect(&loader, &PermissionsLoader::changed, this, &PermissionsModel::take);
}

void PermissionsModel::setCheckpoints(const QList<Checkpoint> &checkpoints)
{
    if (checkpoints == m_checkpoints)
        return;
    const auto columnsOf = [](const QList<Checkpoint> &some) {
        QList<ColumnInfo> columns;
        for (const Checkpoint &checkpoint : some)
            columns.append({checkpoint.model.toUtf8(), checkpoint.title, ColumnType::Time,
                            columnwidth::of(checkpoint.title, checkpointWidth, widestCheckpoint)});
        return columns;
    };
    const bool isMore =
        checkpoints.size() > m_checkpoints.size() && checkpoints.first(m_checkpoints.size()) == m_checkpoints;
    if (isMore) {
        const QList<Checkpoint> added = checkpoints.sliced(m_checkpoints.size());
        m_checkpoints = checkpoints;
        addColumns(columnsOf(added));
    } else {
        beginResetModel();
        m_checkpoints = checkpoints;
        m_granted.clear();
        QList<ColumnInfo> columns{this->columns().first()};
        setColumns(columns + columnsOf(checkpoints));
        endResetModel();
    }
    for (const Checkpoint &checkpoint : checkpoints)
        take(checkpoint.model);
}

bool PermissionsModel::addProject(const QString &projectId)
{
    if (m_rowOf.contains(projectId))
        return false;
    const int row = int(m_projects.size());
    beginInsertRows({}, row, row);
    m_rowOf.insert(projectId, row);
    m_projects << projectId;
    endInsertRows();
    Q_EMIT countChanged();
    return true;
}

void PermissionsModel::take(const QString &checkpoint)
{
    const auto isIt = [&](const Checkpoint &known) { return known.model == checkpoint; };
    const auto found = std::find_if(m_checkpoints.cbegin(), m_checkpoints.cend(), isIt);
    if (found == m_checkpoints.cend())
        return;
    m_granted.removeIf([&](auto it) { return it.key().first == checkpoint; });
    const QList<CheckpointPermission> permissions = m_loader.permissionsOf(checkpoint);
    for (const CheckpointPermission &permission : permissions) {
        if (permission.projectId.isEmpty())
            continue;
        m_granted[{checkpoint, permission.projectId}].append(permission);
        addProject(permission.projectId);
    }
    const int column = FirstCheckpoint + int(found - m_checkpoints.cbegin());
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
    Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
}

const PermissionsModel::Checkpoint *PermissionsModel::checkpointAt(int column) const
{
    const int place = column - FirstCheckpoint;
    return place >= 0 && place < m_checkpoints.size() ? &m_checkpoints.at(place) : nullptr;
}

PermissionsModel::Cell PermissionsModel::cellAt(int row, int column) const
{
    const Checkpoint *checkpoint = checkpointAt(column);
    if (!checkpoint || row < 0 || row >= m_projects.size())
        return Cell::Unread;
    const Key key{checkpoint->model, m_projects.at(row)};
    const bool isGranted = m_granted.contains(key);
    const auto change = m_changes.constFind(key);
    // What failed is shown as long as it is not as it was meant to be.
    if (change != m_changes.constEnd()) {
        if (!change->failed)
            return change->granting ? Cell::Granting : Cell::Revoking;
        if (change->granting != isGranted)
            return change->granting ? Cell::GrantFailed : Cell::RevokeFailed;
    }
    if (isGranted)
        return Cell::Granted;
    if (m_loader.isKnown(checkpoint->model))
        return Cell::NotGranted;
    return m_loader.stateOf(checkpoint->model) == PermissionsLoader::State::Failed ? Cell::Unknown
                                                                                   : Cell::Unread;
}

QList<CheckpointPermission> PermissionsModel::permissionsAt(int row, int column) const
{
    const Checkpoint *checkpoint = checkpointAt(column);
    return checkpoint ? m_granted.value({checkpoint->model, rowId(row)}) : QList<CheckpointPermission>();
}

ExportData PermissionsModel::statesOf(const QList<int> &rows) const
{
    ExportData data = exportData(*this, rows, ExportPart::Cells);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (int column = FirstCheckpoint; column < data.rows.at(i).size(); ++column) {
            QVariant &value = data.rows[i][column];
            const bool isGranted = !permissionsAt(rows.at(i), column).isEmpty();
            if (isGranted && !value.isValid())
                value = u"granted"_s;
            else if (!isGranted && !m_loader.isKnown(m_checkpoints.at(column - FirstCheckpoint).model))
                value = u"unknown"_s;
        }
    }
    return data;
}

int PermissionsModel::grantedProjects() const
{
    QSet<QString> projects;
    for (auto it = m_granted.cbegin(); it != m_granted.cend(); ++it)
        projects.insert(it.key().second);
    return int(projects.size());
}

void PermissionsModel::begin(const QString &checkpoint, const QString &projectId, bool granting)
{
    m_changes.insert({checkpoint, projectId}, {granting, false, {}});
    touch({checkpoint, projectId});
}

void PermissionsModel::end(const QString &checkpoint, const QString &projectId)
{
    if (m_changes.remove({checkpoint, projectId}))
        touch({checkpoint, projectId});
}

void PermissionsModel::fail(const QString &checkpoint, const QString &projectId, const ApiError &error)
{
    const auto change = m_changes.find({checkpoint, projectId});
    if (change == m_changes.end())
        return;
    change->failed = true;
    change->error = error;
    touch({checkpoint, projectId});
}

void PermissionsModel::forgetFailures()
{
    QList<Key> failed;
    for (auto it = m_changes.cbegin(); it != m_changes.cend(); ++it) {
        if (it->failed)
            failed.append(it.key());
    }
    for (const Key &key : std::as_const(failed))
        end(key.first, key.second);
}

void PermissionsModel::touch(const Key &key)
{
    const int row = rowOf(key.second);
    for (int place = 0; row >= 0 && place < m_checkpoints.size(); ++place) {
        if (m_checkpoints.at(place).model == key.first) {
            const QModelIndex cell = index(row, FirstCheckpoint + place);
            Q_EMIT dataChanged(cell, cell);
        }
    }
}

int PermissionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_projects.size());
}

QString PermissionsModel::text(int row, int column) const
{
    if (column == Project)
        return m_projects.at(row);
    switch (cellAt(row, column)) {
    case Cell::Unread:
        return u"…"_s;
    case Cell::Unknown:
        return tr("not known");
    case Cell::NotGranted:
        return u"–"_s;
    case Cell::Granted: {
        const QVariant at = rawValue(row, column);
        // Short, so that several columns have room; the tooltip has it to the second.
        return at.isValid() ? QLocale().toString(QDateTime::fromSecsSinceEpoch(at.toLongLong()).date(),
                                                 tr("d MMM yy", "a date format"))
                            : tr("granted");
    }
    case Cell::Granting:
        return tr("granting…");
    case Cell::Revoking:
        return tr("revoking…");
    case Cell::GrantFailed:
        return tr("not granted");
    case Cell::RevokeFailed:
        return tr("not revoked");
    }
    return {};
}

QString PermissionsModel::spoken(int row, int column) const
{
    switch (column == Project ? Cell::Unknown : cellAt(row, column)) {
    case Cell::Unread:
        return tr("not read yet");
    case Cell::NotGranted:
        return tr("not granted");
    case Cell::Granted:
        return rawValue(row, column).isValid() ? tr("granted, %1").arg(text(row, column)) : text(row, column);
    case Cell::GrantFailed:
        return tr("granting failed");
    case Cell::RevokeFailed:
        return tr("revoking failed");
    default:
        return text(row, column);
    }
}

QString PermissionsModel::toolTip(int row, int column) const
{
    const Checkpoint *checkpoint = checkpointAt(column);
    if (!checkpoint)
        return {};
    const Key key{checkpoint->model, m_projects.at(row)};
    const auto tells = [](const ApiError &error) {
        return error.message.isEmpty() ? error.headline() : error.headline() + u": "_s + error.message;
    };
    QStringList lines;
    switch (cellAt(row, column)) {
    case Cell::Unread:
        lines << tr("The list of permissions is not read yet.");
        break;
    case Cell::Unknown:
        lines << tr("The list of permissions could not be read.")
              << tells(m_loader.errorOf(checkpoint->model));
        break;
    case Cell::NotGranted:
        lines << tr("%1 may not use it.").arg(key.second);
        break;
    case Cell::Granted: {
        const QVariant at = rawValue(row, column);
        lines << (at.isValid()
                      ? tr("%1 may use it since %2.").arg(key.second, format::exactTime(at.toLongLong()))
                      : tr("%1 may use it.").arg(key.second));
        break;
    }
    case Cell::Granting:
    case Cell::Revoking:
        lines << tr("Waiting for the service.");
        break;
    case Cell::GrantFailed:
        lines << tr("It could not be granted.") << tells(m_changes.value(key).error);
        break;
    case Cell::RevokeFailed:
        lines << tr("It could not be revoked.") << tells(m_changes.value(key).error);
        break;
    }
    lines << checkpoint->model;
    return format::severalLines(lines.join(u'\n'), tooltipLength);
}

QVariant PermissionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_projects.size() || index.column() >= columns().size())
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return format::oneLine(text(row, column));
    case Qt::AccessibleTextRole:
        return format::oneLine(spoken(row, column));
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case SortRole:
        return rawValue(row, column);
    case MonospaceRole:
    case ElideMiddleRole:
        return column == Project;
    case ToneRole: {
        const Tone tone = column == Project ? Tone::None : toneOf(cellAt(row, column));
        return tone == Tone::None ? QVariant() : QVariant(int(tone));
    }
    default:
        return {};
    }
}

QVariant PermissionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const Checkpoint *checkpoint = orientation == Qt::Horizontal ? checkpointAt(section) : nullptr;
    if (!checkpoint)
        return RowModelBase::headerData(section, orientation, role);
    const bool failed = m_loader.stateOf(checkpoint->model) == PermissionsLoader::State::Failed;
    if (role == Qt::DisplayRole && failed)
        return tr("%1 · failed", "a checkpoint whose permissions could not be read").arg(checkpoint->title);
    if (role == Qt::ToolTipRole) {
        QStringList lines{checkpoint->model};
        if (failed)
            lines << tr("Its list of permissions could not be read: %1.")
                         .arg(m_loader.errorOf(checkpoint->model).headline());
        return format::severalLines(lines.join(u'\n'), tooltipLength);
    }
    return RowModelBase::headerData(section, orientation, role);
}

QString PermissionsModel::rowId(int row) const
{
    return m_projects.value(row);
}

int PermissionsModel::rowOf(const QString &id) const
{
    return m_rowOf.value(id, -1);
}

QJsonObject PermissionsModel::rowJson(int row) const
{
    if (row < 0 || row >= m_projects.size())
        return {};
    QJsonObject checkpoints;
    for (const Checkpoint &checkpoint : m_checkpoints) {
        QJsonArray granted;
        const QList<CheckpointPermission> permissions =
            m_granted.value({checkpoint.model, m_projects.at(row)});
        for (const CheckpointPermission &permission : permissions)
            granted.append(permission.toJson());
        if (!granted.isEmpty())
            checkpoints.insert(checkpoint.model, granted);
    }
    return {{u"project_id"_s, m_projects.at(row)}, {u"permissions"_s, checkpoints}};
}

QVariant PermissionsModel::rawValue(int row, int column) const
{
    if (column == Project)
        return row >= 0 && row < m_projects.size() ? QVariant(m_projects.at(row)) : QVariant();
    QVariant first;
    const QList<CheckpointPermission> permissions = permissionsAt(row, column);
    for (const CheckpointPermission &permission : permissions) {
        if (permission.createdAt && (!first.isValid() || *permission.createdAt < first.toLongLong()))
            first = *permission.createdAt;
    }
    return first;
}

int PermissionsModel::compareRows(int column, int left, int right) const
{
    if (column == Project)
        return compareText(m_projects.at(left), m_projects.at(right));
    // Who may comes before who may not, the earliest first.
    const bool hasLeft = !permissionsAt(left, column).isEmpty();
    const bool hasRight = !permissionsAt(right, column).isEmpty();
    if (hasLeft != hasRight)
        return hasLeft ? -1 : 1;
    return order(rawValue(left, column).toLongLong(), rawValue(right, column).toLongLong());
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakemodel.h"

#include "base/format.h"
#include "lists/cellvalue.h"
#include "stores/foldersync.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace odc {

namespace {

constexpr int tooltipLength = 1000;

StoreFileProblem problemOf(const UploadCandidate &candidate)
{
    if (!candidate.regular)
        return StoreFileProblem::NotAFile;
    if (!candidate.readable)
        return StoreFileProblem::Unreadable;
    if (candidate.size == 0)
        return StoreFileProblem::Empty;
    if (candidate.size > largestStoreFile)
        return StoreFileProblem::TooLarge;
    return hasKnownEnding(candidate.name) ? StoreFileProblem::None : StoreFileProblem::UnknownEnding;
}

/// Its path below the nearest of these folders, else its name.
QString relativeTo(const QSet<QString> &roots, const UploadCandidate &candidate)
{
    for (qsizetype slash = candidate.path.lastIndexOf(u'/'); slash > 0;
         slash = candidate.path.lastIndexOf(u'/', slash - 1)) {
        if (roots.contains(candidate.path.left(slash)))
            return candidate.path.mid(slash + 1);
    }
    return candidate.name;
}

} // namespace

IntakeModel::IntakeModel(QObject *parent) : QAbstractTableModel(parent) {}

bool IntakeModel::isChosen(const Row &row)
{
    if (isRefusal(row.problem))
        return false;
    // Two of one name are no trouble for a store; what it will hardly index is left out unless it is asked
    // for.
    return row.choice == Choice::Yes ||
           (row.choice == Choice::ByDefault && row.problem != StoreFileProblem::UnknownEnding);
}

void IntakeModel::addLocal(const QList<UploadCandidate> &candidates, const QStringList &roots)
{
    QSet<QString> folders;
    for (const QString &root : roots)
        folders << QDir::cleanPath(QFileInfo(root).absoluteFilePath());
    QList<Row> rows;
    for (const UploadCandidate &candidate : candidates) {
        Row row;
        row.path = candidate.path;
        row.relative = relativeTo(folders, candidate);
        row.name = candidate.name;
        row.size = candidate.size;
        row.problem = problemOf(candidate);
        rows << row;
    }
    append(rows);
}

void IntakeModel::addFiles(const QList<FileObject> &files)
{
    QList<Row> rows;
    for (const FileObject &file : files) {
        Row row;
        row.fileId = file.id;
        row.name = file.filename.isEmpty() ? file.id : file.filename;
        row.size = file.bytes;
        if (file.bytes > largestStoreFile)
            row.problem = StoreFileProblem::TooLarge;
        else if (!hasKnownEnding(row.name))
            row.problem = StoreFileProblem::UnknownEnding;
        rows << row;
    }
    append(rows);
}

void IntakeModel::append(QList<Row> rows)
{
    rows.removeIf([this](const Row &row) {
        const QString &id = row.path.isEmpty() ? row.fileId : row.path;
        const bool isKnown = m_known.contains(id);
        m_known.insert(id);
        return isKnown;
    });
    if (rows.isEmpty())
        return;
    for (Row &row : rows) {
        m_hasLocal |= !row.path.isEmpty();
        if (row.problem == StoreFileProblem::None && m_names.contains(row.name))
            row.problem = StoreFileProblem::SameName;
        m_names.insert(row.name);
    }
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows.append(rows);
    endInsertRows();
    Q_EMIT choiceChanged();
}

void IntakeModel::setOwn(const QList<int> &rows, const OwnSettings &own)
{
    if (rows.isEmpty())
        return;
    for (const int row : rows)
        m_rows[row].own = own;
    // One word for all of them: thousands may be selected.
    const auto [first, last] = std::minmax_element(rows.cbegin(), rows.cend());
    Q_EMIT dataChanged(index(*first, Own), index(*last, Own));
    Q_EMIT choiceChanged();
}

QJsonObject IntakeModel::attributesOf(int row, const QJsonObject &forAll) const
{
    QJsonObject attributes = forAll;
    const QJsonObject &own = m_rows.at(row).own.attributes;
    for (auto it = own.begin(); it != own.end(); ++it)
        attributes.insert(it.key(), it.value());
    return attributes;
}

int IntakeModel::rowWithProblem(const QJsonObject &forAll) const
{
    QJsonObject fine; // thousands that were selected together have the same, and are judged at each key
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        if (row.own.attributes.isEmpty() || !isChosen(row) || row.own.attributes == fine)
            continue;
        if (!attributesProblem(attributesOf(i, forAll)).isEmpty())
            return i;
        fine = row.own.attributes;
    }
    return -1;
}

QList<AttachJob::Order> IntakeModel::orders(const QJsonObject &attributes,
                                            const std::optional<ChunkingStrategy> &chunking,
                                            bool isMarked) const
{
    QList<AttachJob::Order> orders;
    QSet<QString> marked;
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        if (!isChosen(row))
            continue;
        AttachJob::Order order;
        order.path = row.path;
        order.fileId = row.fileId;
        order.name = row.name;
        order.size = row.size;
        order.attributes = attributesOf(i, attributes);
        // A second one of a path would count as left over in the store.
        if (isMarked && !row.path.isEmpty() && !marked.contains(row.relative)) {
            marked << row.relative;
            markForSync(order.attributes, row.relative, row.size);
        }
        order.chunking = row.own.chunking ? row.own.chunking : chunking;
        orders << order;
    }
    return orders;
}

int IntakeModel::chosenCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), isChosen));
}

qint64 IntakeModel::chosenBytes() const
{
    qint64 sum = 0;
    for (const Row &row : m_rows) {
        if (isChosen(row))
            sum += std::clamp<qint64>(row.size, 0, std::numeric_limits<qint64>::max() - sum);
    }
    return sum;
}

int IntakeModel::refusedCount() const
{
    return int(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return isRefusal(row.problem); }));
}

int IntakeModel::doubtfulCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) {
        return row.problem == StoreFileProblem::UnknownEnding && !isChosen(row);
    }));
}

int IntakeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IntakeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Folder + 1;
}

QString IntakeModel::display(const Row &row, Column column) const
{
    switch (column) {
    case Name:
        return format::oneLine(row.name);
    case Size:
        return format::size(row.size);
    case Verdict:
        return row.problem == StoreFileProblem::None ? tr("ready") : problemText(row.problem, row.name);
    case Own: {
        QStringList parts;
        for (auto it = row.own.attributes.begin(); it != row.own.attributes.end(); ++it)
            parts << it.key() + u'=' + it.value().toVariant().toString();
        if (row.own.chunking)
            parts << (row.own.chunking->isStatic
                          ? tr("chunks of %1").arg(format::number(row.own.chunking->maxTokens))
                          : tr("automatic chunks"));
        return format::oneLine(parts.join(QStringLiteral(", ")));
    }
    case Folder:
        return row.path.isEmpty() ? row.fileId : format::oneLine(QFileInfo(row.path).absolutePath());
    }
    return {};
}

QVariant IntakeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return column == Own || column == Verdict
                   ? display(row, column)
                   : format::oneLine(row.path.isEmpty() ? row.fileId : row.path, tooltipLength);
    case Qt::CheckStateRole:
        return column == Name ? QVariant(int(isChosen(row) ? Qt::Checked : Qt::Unchecked)) : QVariant();
    case Qt::TextAlignmentRole:
        return int((column == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ToneRole:
        if (column != Verdict)
            return {};
        if (row.problem == StoreFileProblem::None)
            return int(Tone::Fine);
        return int(isRefusal(row.problem) ? Tone::Failed : Tone::Attention);
    case ElideMiddleRole:
        return column == Folder || column == Name;
    case SortRole:
        switch (column) {
        case Name:
            return row.name;
        case Size:
            return row.size;
        case Verdict:
            return isRefusal(row.problem) ? 2 : row.problem == StoreFileProblem::None ? 0 : 1;
        case Own:
            return display(row, Own);
        case Folder:
            return row.path.isEmpty() ? row.fileId : row.path;
        }
        return {};
    default:
        return {};
    }
}

bool IntakeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Name)
        return false;
    Row &row = m_rows[index.row()];
    if (isRefusal(row.problem))
        return false;
    row.choice = value.toInt() == Qt::Checked ? Choice::Yes : Choice::No;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

QVariant IntakeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case Size:
        return tr("Size");
    case Verdict:
        return tr("Check");
    case Own:
        return tr("Of its own");
    case Folder:
        return tr("Where");
    }
    return {};
}

Qt::ItemFlags IntakeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (index.column() == Name && !isRefusal(m_rows.at(index.row()).problem))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace odc

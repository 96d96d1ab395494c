// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakemodel.h"

#include "base/format.h"
#include "stores/foldersync.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace odc {

namespace {

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

IntakeModel::IntakeModel(QObject *parent) : FileChoiceModel({Size, Verdict, Folder, Folder + 1}, parent) {}

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
        if (row.own.attributes.isEmpty() || !isChosen(i) || row.own.attributes == fine)
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
        if (!isChosen(i))
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

int IntakeModel::doubtfulCount() const
{
    int count = 0;
    for (int row = 0; row < m_rows.size(); ++row)
        count += m_rows.at(row).problem == StoreFileProblem::UnknownEnding && !isChosen(row);
    return count;
}

int IntakeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

FileChoiceModel::File IntakeModel::file(int row) const
{
    const Row &of = m_rows.at(row);
    File file;
    file.name = of.name;
    file.path = of.path;
    file.id = of.fileId;
    file.size = of.size;
    // Two of one name are no trouble for a store; what it will hardly index is left out unless it is asked
    // for.
    file.goesByDefault = of.problem != StoreFileProblem::UnknownEnding;
    if (of.problem != StoreFileProblem::None) {
        file.tone = isRefusal(of.problem) ? Tone::Failed : Tone::Attention;
        file.rank = isRefusal(of.problem) ? 2 : 1;
    }
    return file;
}

QString IntakeModel::verdict(int row) const
{
    const Row &of = m_rows.at(row);
    return of.problem == StoreFileProblem::None ? tr("ready") : problemText(of.problem, of.name);
}

QString IntakeModel::ownText(int row) const
{
    const OwnSettings &own = m_rows.at(row).own;
    QStringList parts;
    for (auto it = own.attributes.begin(); it != own.attributes.end(); ++it)
        parts << it.key() + u'=' + it.value().toVariant().toString();
    if (own.chunking)
        parts << (own.chunking->isStatic ? tr("chunks of %1").arg(format::number(own.chunking->maxTokens))
                                         : tr("automatic chunks"));
    return format::oneLine(parts.join(QStringLiteral(", ")));
}

QVariant IntakeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (index.column() == Own && (isText || role == SortRole))
        return ownText(index.row());
    if (index.column() == Verdict && isText)
        return verdict(index.row());
    return FileChoiceModel::data(index, role);
}

QString IntakeModel::title(int column) const
{
    switch (Column(column)) {
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

} // namespace odc

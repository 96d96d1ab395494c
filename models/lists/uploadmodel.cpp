// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadmodel.h"

#include <QSet>

#include <algorithm>

namespace odc {

UploadModel::UploadModel(QObject *parent) : FileChoiceModel({Size, Verdict, Folder, Folder + 1}, parent) {}

void UploadModel::add(const QList<UploadCandidate> &candidates)
{
    QSet<QString> known;
    for (const UploadCandidate &candidate : std::as_const(m_candidates))
        known.insert(candidate.path);
    QList<UploadCandidate> fresh;
    for (const UploadCandidate &candidate : candidates) {
        if (known.contains(candidate.path))
            continue;
        known.insert(candidate.path);
        fresh << candidate;
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_candidates.size()), int(m_candidates.size() + fresh.size()) - 1);
    m_candidates.append(fresh);
    m_problems.resize(m_candidates.size());
    endInsertRows();
    check();
}

void UploadModel::setPurpose(const QString &purpose)
{
    m_purpose = purpose;
    check();
}

void UploadModel::setPartsFrom(qint64 bytes)
{
    m_partsFrom = std::min(bytes, singleUploadLimit);
    if (!m_candidates.isEmpty())
        Q_EMIT dataChanged(index(0, Verdict), index(int(m_candidates.size()) - 1, Verdict));
}

void UploadModel::check()
{
    m_problems = checkUpload(m_candidates, m_purpose);
    if (!m_candidates.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_candidates.size()) - 1, Folder));
    Q_EMIT choiceChanged();
}

QList<UploadCandidate> UploadModel::chosen() const
{
    QList<UploadCandidate> result;
    for (int row = 0; row < m_candidates.size(); ++row) {
        if (isChosen(row))
            result << m_candidates.at(row);
    }
    return result;
}

int UploadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_candidates.size());
}

FileChoiceModel::File UploadModel::file(int row) const
{
    const UploadCandidate &candidate = m_candidates.at(row);
    const UploadProblem problem = m_problems.at(row);
    File file;
    file.name = candidate.name;
    file.path = candidate.path;
    file.size = candidate.size;
    file.goesByDefault = problem == UploadProblem::None;
    if (problem != UploadProblem::None)
        file.tone = isRefusal(problem) ? Tone::Failed : Tone::Attention;
    file.rank = int(problem);
    return file;
}

QString UploadModel::verdict(int row) const
{
    if (m_problems.at(row) != UploadProblem::None)
        return problemText(m_problems.at(row));
    return m_candidates.at(row).size > m_partsFrom ? tr("ready, goes in parts") : tr("ready");
}

QString UploadModel::title(int column) const
{
    switch (Column(column)) {
    case Name:
        return tr("Name");
    case Size:
        return tr("Size");
    case Verdict:
        return tr("Check");
    case Folder:
        return tr("Folder");
    }
    return {};
}

} // namespace odc

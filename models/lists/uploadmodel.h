// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/filechoicemodel.h"
#include "transfers/uploadcheck.h"

#include <QList>

namespace odc {

/// What is about to be uploaded, each with a check mark and what stands against it for the chosen purpose.
class UploadModel final : public FileChoiceModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Verdict, Folder };

    explicit UploadModel(QObject *parent = nullptr);

    void add(const QList<UploadCandidate> &candidates);
    void setPurpose(const QString &purpose);
    /// Larger files go in parts, and are marked so; bytes.
    void setPartsFrom(qint64 bytes);
    /// What will be sent.
    QList<UploadCandidate> chosen() const;
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    File file(int row) const override;
    QString verdict(int row) const override;
    QString title(int column) const override;

private:
    void check();

    QList<UploadCandidate> m_candidates;
    QList<UploadProblem> m_problems; ///< of each
    QString m_purpose;
    qint64 m_partsFrom = singleUploadLimit;
};

} // namespace odc

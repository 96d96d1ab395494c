// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/uploadcheck.h"

#include <QAbstractTableModel>
#include <QList>

namespace odc {

/// What is about to be uploaded, each with a check mark and what stands against it for the chosen purpose.
class UploadModel final : public QAbstractTableModel
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
    int chosenCount() const;
    qint64 chosenBytes() const;
    /// What cannot be sent at all.
    int refusedCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void choiceChanged();

private:
    enum class Choice { ByDefault, Yes, No };
    struct Row {
        UploadCandidate candidate;
        UploadProblem problem = UploadProblem::None;
        Choice choice = Choice::ByDefault;
    };
    static bool isChosen(const Row &row);
    void check();

    QList<Row> m_rows;
    QString m_purpose;
    qint64 m_partsFrom = singleUploadLimit;
};

} // namespace odc

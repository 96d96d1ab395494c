// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodelbase.h"

#include <QHash>
#include <QPointer>

namespace odc {

class BulkJob;
struct BulkItem;

/// The items of a bulk job with how each went: the report.
class BulkModel final : public RowModelBase
{
    Q_OBJECT
public:
    enum Column { Title, State, Progress, Detail, Id };

    /// The job must outlive the model.
    explicit BulkModel(BulkJob &job, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QString rowId(int row) const override;
    int rowOf(const QString &id) const override;
    QJsonObject rowJson(int row) const override;
    QVariant rawValue(int row, int column) const override;
    int compareRows(int column, int left, int right) const override;

    /// As people read it, translated.
    static QString stateText(const BulkItem &item);
    /// As filters and exports have it, in every language.
    static QString stateWord(const BulkItem &item);
    static Tone toneOf(const BulkItem &item);

private:
    QString displayText(const BulkItem &item, Column column) const;

    BulkJob &m_job;
    QHash<QString, int> m_index;
};

/// "Uploading 3 of 10" while it runs, "8 uploaded, 2 failed" afterwards; translated.
QString bulkHeadline(const BulkJob &job);

} // namespace odc

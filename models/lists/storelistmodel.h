// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "lists/pagedmodel.h"

namespace odc {

class FileNames;
class Session;

/// Files of one store in one state, or of one batch of files: all of them, with why they are as they are.
class StoreListModel final : public PagedModel<StoreFile>
{
    Q_OBJECT
public:
    enum Column { Name, State, Reason, Created, Id };

    /// `names` outlives the model.
    StoreListModel(Session &session, FileNames &names, QObject *parent = nullptr);

    /// `filter` is a status of the wire, empty: any; `batchId` empty: of the whole store. Another list than
    /// before is read from the beginning.
    void show(const QString &storeId, const QString &batchId, const QString &filter);
    const QString &storeId() const { return m_storeId; }
    const QString &batchId() const { return m_batchId; }

protected:
    QVariant cell(const StoreFile &file, int column, int role) const override;
    QVariant raw(const StoreFile &file, int column) const override;
    int compare(int column, const StoreFile &left, const StoreFile &right) const override;
    Fetch pageFetch() override;
    qint64 nowUnix() const override;

private:
    QString displayText(const StoreFile &file, Column column) const;

    Session &m_session;
    FileNames &m_names;
    QString m_storeId;
    QString m_batchId;
    QString m_filter;
};

} // namespace odc

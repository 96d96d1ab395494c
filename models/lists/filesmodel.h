// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "lists/pagedmodel.h"

namespace odc {

class Session;

/// The files of a project.
class FilesModel final : public PagedModel<FileObject>
{
    Q_OBJECT
public:
    enum Column { Name, Id, Purpose, Size, Status, Created, Expires };

    explicit FilesModel(Session &session, QObject *parent = nullptr);

    /// How a file's status is to be taken.
    static Tone toneOf(const FileObject &file);
    /// The status as shown: the wire's word, or what its absence means.
    static QString statusText(const FileObject &file);
    /// How the end of its life is to be taken: Attention within 24 h.
    static Tone expiryTone(const FileObject &file, qint64 nowUnix);

    qint64 totalBytes() const;
    const QString *sortText(int column, int row) const override;

protected:
    QVariant cell(const FileObject &file, int column, int role) const override;
    QVariant raw(const FileObject &file, int column) const override;
    int compare(int column, const FileObject &left, const FileObject &right) const override;
    Fetch pageFetch() override;
    qint64 nowUnix() const override;

private:
    QString displayText(const FileObject &file, Column column) const;
    QString toolTip(const FileObject &file, Column column) const;

    Session &m_session;
};

} // namespace odc

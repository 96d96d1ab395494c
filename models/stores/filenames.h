// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "api/pager.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace odc {

class Session;

/// What files are called that are known by their id alone, as the files of a vector store are. One walk over the list of
/// files answers for all of them; those it does not have are asked for one by one, and only once. GUI thread.
class FileNames : public QObject
{
    Q_OBJECT
public:
    explicit FileNames(Session &session, QObject *parent = nullptr);

    /// Empty: not known (yet).
    QString nameOf(const QString &fileId) const;
    /// Null: not known (yet).
    const FileObject *file(const QString &fileId) const;
    /// The file is there no more, or never was: the server said so.
    bool isGone(const QString &fileId) const { return m_gone.contains(fileId); }
    /// Begins to find out, where it is not known.
    void want(const QStringList &fileIds);
    /// Something that was wanted is still being found out.
    bool isAsking() const { return m_pager.isRunning() || m_call.isRunning() || !m_asking.isEmpty(); }
    /// Known from elsewhere: an upload, a list.
    void learn(const QList<FileObject> &files);

Q_SIGNALS:
    /// These are known now, or known to be gone.
    void named(const QSet<QString> &fileIds);
    /// Nothing is being found out any more; what is not known now could not be told.
    void settled();

private:
    void walk();
    void askNext();

    Session &m_session;
    QHash<QString, FileObject> m_files;
    QSet<QString> m_gone;
    QSet<QString> m_wanted;  ///< not known yet
    QStringList m_asking;    ///< to be asked for one by one
    Pager<FileObject> m_pager;
    bool m_walked = false;   ///< the list was read to its end
    Call m_call;
};

} // namespace odc

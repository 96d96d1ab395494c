// SPDX-License-Identifier: GPL-3.0-or-later
#include "filenames.h"

#include "api/session.h"

namespace odc {

FileNames::FileNames(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

QString FileNames::nameOf(const QString &fileId) const
{
    const auto found = m_files.constFind(fileId);
    return found == m_files.cend() ? QString() : found->filename;
}

const FileObject *FileNames::file(const QString &fileId) const
{
    const auto found = m_files.constFind(fileId);
    return found == m_files.cend() ? nullptr : &*found;
}

void FileNames::want(const QStringList &fileIds)
{
    bool isNew = false;
    for (const QString &id : fileIds) {
        if (id.isEmpty() || m_files.contains(id) || m_gone.contains(id) || m_wanted.contains(id))
            continue;
        m_wanted.insert(id);
        isNew = true;
        if (m_walked)
            m_asking.append(id);
    }
    if (!isNew || m_pager.isRunning())
        return;
    if (!m_walked)
        walk();
    else
        askNext();
}

void FileNames::learn(const QList<FileObject> &files)
{
    QSet<QString> named;
    for (const FileObject &file : files) {
        m_files.insert(file.id, file);
        m_gone.remove(file.id);
        if (m_wanted.remove(file.id))
            named.insert(file.id);
    }
    if (!named.isEmpty())
        Q_EMIT this->named(named);
}

void FileNames::walk()
{
    Pager<FileObject>::Events events;
    events.page = [this](const QList<FileObject> &files) { learn(files); };
    const auto ended = [this] {
        m_walked = true;
        m_asking = QStringList(m_wanted.cbegin(), m_wanted.cend());
        askNext();
    };
    events.finished = ended;
    // Without the list each can still be asked for.
    events.failed = [ended](const ApiError &) { ended(); };
    m_pager.start(
        [this](const QString &after, std::function<void(Result<Page<FileObject>>)> done) {
            FileListQuery query;
            query.after = after;
            return m_session.files().list(query, this, std::move(done));
        },
        std::move(events));
}

void FileNames::askNext()
{
    if (m_call.isRunning())
        return;
    while (!m_asking.isEmpty() && !m_wanted.contains(m_asking.constFirst()))
        m_asking.removeFirst(); // learnt meanwhile
    if (m_asking.isEmpty()) {
        Q_EMIT settled();
        return;
    }
    const QString id = m_asking.takeFirst();
    m_call = m_session.files().retrieve(id, this, [this, id](Result<FileObject> file) {
        if (file) {
            learn({*file});
        } else {
            m_wanted.remove(id);
            if (file.error().kind == ApiError::Kind::NotFound) {
                m_gone.insert(id);
                Q_EMIT named({id});
            }
        }
        askNext();
    });
}

} // namespace odc

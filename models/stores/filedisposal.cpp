// SPDX-License-Identifier: GPL-3.0-or-later
#include "filedisposal.h"

#include "api/session.h"
#include "base/clock.h"

namespace odc {

namespace {

constexpr int pageSize = 100;
constexpr int mostLooks = 5; ///< at the list of stores; where more keep coming, nothing is sure

/// In the words of the service, not with the page of something in front of it.
bool saysNotThere(const ApiError &error)
{
    return error.kind == ApiError::Kind::NotFound && error.rawBody.isEmpty() && !error.message.isEmpty();
}

} // namespace

FileDisposal::FileDisposal(Session &session, const QString &storeId, const QStringList &fileIds,
                           QObject *parent)
    : QObject(parent), m_session(session), m_storeId(storeId), m_left(fileIds.cbegin(), fileIds.cend())
{
}

void FileDisposal::start()
{
    m_known.insert(m_storeId);
    listStores();
}

void FileDisposal::listStores()
{
    if (++m_looks > mostLooks) {
        endAll(ApiError::make(ApiError::Kind::Conflict));
        return;
    }
    Pager<VectorStore>::Events events;
    events.page = [this](const QList<VectorStore> &stores) {
        for (const VectorStore &store : stores) {
            if (m_known.contains(store.id))
                continue;
            m_known.insert(store.id);
            m_stores << store;
        }
    };
    events.finished = [this] {
        if (!m_storePager.isWhole())
            endAll(ApiError::make(ApiError::Kind::BadResponse));
        else if (m_stores.isEmpty() && m_looks > 1)
            deleteNext(); // all that there are were asked
        else
            m_session.clock().callLater(0, this, [this] { askNextStore(); }); // not from inside the pager
    };
    events.failed = [this](const ApiError &error) { endAll(error); };
    m_storePager.start(
        [this](const QString &after, std::function<void(Result<Page<VectorStore>>)> done) {
            StoreListQuery query;
            query.limit = pageSize;
            query.after = after;
            return m_session.stores().list(query, this, std::move(done));
        },
        std::move(events));
}

void FileDisposal::stop()
{
    m_storePager.stop();
    m_filePager.stop();
    m_call.cancel();
    if (!m_deleting.isEmpty()) // it may have arrived
        end(m_deleting, Outcome::Failed, ApiError::make(ApiError::Kind::OutcomeUnknown));
    endAll({});
}

void FileDisposal::askNextStore()
{
    if (m_hasEnded)
        return;
    if (m_left.isEmpty()) {
        deleteNext();
        return;
    }
    if (m_stores.isEmpty()) {
        listStores();
        return;
    }
    // Its counts may be wrong: they only choose the shorter way.
    if (m_left.size() <= m_stores.first().counts.total / pageSize + 1)
        askForEach(QStringList(m_left.cbegin(), m_left.cend()));
    else
        readStore();
}

void FileDisposal::askForEach(QStringList fileIds)
{
    if (fileIds.isEmpty()) {
        m_stores.removeFirst();
        askNextStore();
        return;
    }
    const QString id = fileIds.takeFirst();
    m_call = m_session.stores().retrieveFile(m_stores.first().id, id, this,
                                             [this, id, fileIds](const Result<StoreFile> &file) {
                                                 if (file)
                                                     inUse(id);
                                                 else if (!saysNotThere(file.error())) {
                                                     endAll(file.error());
                                                     return;
                                                 }
                                                 askForEach(fileIds);
                                             });
}

void FileDisposal::readStore()
{
    Pager<StoreFile>::Events events;
    events.page = [this](const QList<StoreFile> &files) {
        for (const StoreFile &file : files)
            inUse(file.id);
    };
    const auto next = [this] {
        m_stores.removeFirst();
        m_session.clock().callLater(0, this, [this] { askNextStore(); }); // not from inside the pager
    };
    events.finished = [this, next] {
        if (m_filePager.isWhole())
            next();
        else
            endAll(ApiError::make(ApiError::Kind::BadResponse));
    };
    events.failed = [this](const ApiError &error) {
        if (saysNotThere(error))
            confirmGone();
        else
            endAll(error);
    };
    m_filePager.start(
        [this, storeId = m_stores.first().id](const QString &after,
                                              std::function<void(Result<Page<StoreFile>>)> done) {
            StoreListQuery query;
            query.limit = pageSize;
            query.after = after;
            return m_session.stores().listFiles(storeId, query, this, std::move(done));
        },
        std::move(events));
}

void FileDisposal::confirmGone()
{
    m_call = m_session.stores().retrieve(m_stores.first().id, this, [this](const Result<VectorStore> &store) {
        if (store || !saysNotThere(store.error())) {
            endAll(store ? ApiError::make(ApiError::Kind::NotFound) : store.error());
            return;
        }
        m_stores.removeFirst();
        askNextStore();
    });
}

void FileDisposal::inUse(const QString &fileId)
{
    if (m_left.contains(fileId))
        end(fileId, Outcome::InUse);
}

void FileDisposal::deleteNext()
{
    if (m_hasEnded)
        return;
    if (m_left.isEmpty()) {
        m_hasEnded = true;
        Q_EMIT ended();
        return;
    }
    const QString id = *m_left.cbegin();
    m_deleting = id;
    m_call = m_session.files().remove(id, this, [this, id](const Result<bool> &removed) {
        m_deleting.clear();
        end(id, removed ? Outcome::Deleted : Outcome::Failed, removed ? ApiError() : removed.error());
        deleteNext();
    });
}

void FileDisposal::endAll(const ApiError &error)
{
    if (m_hasEnded)
        return;
    const QSet<QString> left = m_left;
    for (const QString &id : left)
        end(id, Outcome::Unchecked, error);
    m_hasEnded = true;
    Q_EMIT ended();
}

void FileDisposal::end(const QString &fileId, Outcome outcome, const ApiError &error)
{
    m_left.remove(fileId);
    Q_EMIT fileEnded(fileId, outcome, error);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecheck.h"

#include "api/session.h"

namespace odc {

StoreCheck::StoreCheck(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

void StoreCheck::start(const StoreExpectation &expected)
{
    m_expected = expected;
    m_outcome = {};
    m_outcome.filesMissing = expected.filesThere;
    m_waiting = expected.detached.keys();
    readStores();
}

void StoreCheck::fail(const ApiError &error)
{
    m_outcome.filesMissing.clear(); // not known
    m_outcome.error = error;
    Q_EMIT finished();
}

void StoreCheck::readStores()
{
    if (m_expected.storesGone.isEmpty()) {
        readFiles();
        return;
    }
    Pager<VectorStore>::Events events;
    events.page = [this](const QList<VectorStore> &stores) {
        for (const VectorStore &store : stores) {
            if (m_expected.storesGone.contains(store.id))
                m_outcome.storesLeft.insert(store.id);
        }
    };
    events.finished = [this] { readFiles(); };
    events.failed = [this](const ApiError &error) { fail(error); };
    m_stores.start(
        [this](const QString &after, std::function<void(Result<Page<VectorStore>>)> done) {
            StoreListQuery query;
            query.limit = 100;
            query.after = after;
            return m_session.stores().list(query, this, std::move(done));
        },
        std::move(events));
}

void StoreCheck::readFiles()
{
    if (m_expected.filesGone.isEmpty() && m_expected.filesThere.isEmpty()) {
        readNextStore();
        return;
    }
    Pager<FileObject>::Events events;
    events.page = [this](const QList<FileObject> &files) {
        for (const FileObject &file : files) {
            m_outcome.filesMissing.remove(file.id);
            if (m_expected.filesGone.contains(file.id))
                m_outcome.filesLeft.insert(file.id);
        }
    };
    events.finished = [this] { readNextStore(); };
    events.failed = [this](const ApiError &error) { fail(error); };
    m_files.start(
        [this](const QString &after, std::function<void(Result<Page<FileObject>>)> done) {
            FileListQuery query;
            query.after = after;
            return m_session.files().list(query, this, std::move(done));
        },
        std::move(events));
}

void StoreCheck::readNextStore()
{
    if (m_waiting.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    const QString storeId = m_waiting.takeFirst();
    const QSet<QString> gone = m_expected.detached.value(storeId);
    Pager<StoreFile>::Events events;
    events.page = [this, storeId, gone](const QList<StoreFile> &files) {
        for (const StoreFile &file : files) {
            if (gone.contains(file.id))
                m_outcome.attached[storeId].insert(file.id);
        }
    };
    // The next walk is another one of the same pager: not from within its own callback.
    events.finished = [this] {
        QMetaObject::invokeMethod(this, &StoreCheck::readNextStore, Qt::QueuedConnection);
    };
    events.failed = [this](const ApiError &error) {
        if (error.kind == ApiError::Kind::NotFound) // the store itself is gone
            QMetaObject::invokeMethod(this, &StoreCheck::readNextStore, Qt::QueuedConnection);
        else
            fail(error);
    };
    m_storeFiles.start(
        [this, storeId](const QString &after, std::function<void(Result<Page<StoreFile>>)> done) {
            StoreListQuery query;
            query.limit = 100;
            query.after = after;
            return m_session.stores().listFiles(storeId, query, this, std::move(done));
        },
        std::move(events));
}

} // namespace odc

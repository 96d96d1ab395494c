// SPDX-License-Identifier: GPL-3.0-or-later
#include "deletioncheck.h"

#include "api/session.h"
#include "base/clock.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int filesAPage = 10'000;
constexpr int storesAPage = 100;
constexpr qint64 secondLookAfterMs = 3000;

const auto filesList = u"files"_s;
const auto storesList = u"stores"_s;

} // namespace

DeletionCheck::DeletionCheck(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

DeletionCheck::~DeletionCheck() = default;

QString DeletionCheck::listOf(const CleaningItem &item)
{
    switch (item.action) {
    case CleaningItem::Action::DeleteFile:
        return filesList;
    case CleaningItem::Action::DeleteStore:
        return storesList;
    case CleaningItem::Action::DetachFile:
        return item.storeId;
    }
    return {};
}

bool DeletionCheck::wasRead(const CleaningItem &item) const
{
    return !m_running && m_wanted.contains(item.key()) && !m_unread.contains(listOf(item));
}

void DeletionCheck::start(const QList<CleaningItem> &items)
{
    stop();
    m_wanted.clear();
    m_all.clear();
    QSet<QString> lists;
    for (const CleaningItem &item : items) {
        m_wanted.insert(item.key());
        const QString list = listOf(item);
        if (lists.contains(list))
            continue;
        lists.insert(list);
        m_all << list;
    }
    m_again = false;
    m_running = true;
    look();
}

void DeletionCheck::stop()
{
    m_running = false;
    ++m_start;
    m_files.stop();
    m_stores.stop();
    m_storeFiles.stop();
}

void DeletionCheck::look()
{
    m_lists = m_all;
    m_listed.clear();
    m_unread.clear();
    m_problem = {};
    next();
}

void DeletionCheck::next()
{
    if (!m_running)
        return;
    if (m_lists.isEmpty()) {
        if (!m_listed.isEmpty() && !m_again) {
            m_again = true;
            m_session.clock().callLater(secondLookAfterMs, this, [this, start = m_start] {
                if (m_running && start == m_start)
                    look();
            });
            return;
        }
        m_running = false;
        Q_EMIT finished();
        return;
    }
    m_list = m_lists.takeFirst();
    if (m_list == filesList)
        readFiles();
    else if (m_list == storesList)
        readStores();
    else
        readStore(m_list);
}

void DeletionCheck::saw(const QString &key)
{
    if (m_wanted.contains(key))
        m_listed.insert(key);
}

void DeletionCheck::ended(bool whole)
{
    if (!whole)
        failed(ApiError::make(ApiError::Kind::BadResponse));
    else {
        Q_EMIT progressed();
        m_session.clock().callLater(0, this, [this] { next(); }); // not from inside the pager
    }
}

void DeletionCheck::failed(const ApiError &error)
{
    // A store that is gone has no entries, and an area that is not there no objects.
    if (error.kind != ApiError::Kind::NotFound) {
        m_unread.insert(m_list);
        m_problem = error;
    }
    Q_EMIT progressed();
    m_session.clock().callLater(0, this, [this] { next(); });
}

void DeletionCheck::readFiles()
{
    Pager<FileObject>::Events events;
    events.page = [this](const QList<FileObject> &files) {
        for (const FileObject &file : files)
            saw(file.id);
    };
    events.finished = [this] { ended(m_files.isWhole()); };
    events.failed = [this](const ApiError &error) { failed(error); };
    m_files.start(
        [this](const QString &after, std::function<void(Result<Page<FileObject>>)> done) {
            FileListQuery query;
            query.limit = filesAPage;
            query.after = after;
            return m_session.files().list(query, this, std::move(done));
        },
        std::move(events));
}

void DeletionCheck::readStores()
{
    Pager<VectorStore>::Events events;
    events.page = [this](const QList<VectorStore> &stores) {
        for (const VectorStore &store : stores)
            saw(store.id);
    };
    events.finished = [this] { ended(m_stores.isWhole()); };
    events.failed = [this](const ApiError &error) { failed(error); };
    m_stores.start(
        [this](const QString &after, std::function<void(Result<Page<VectorStore>>)> done) {
            StoreListQuery query;
            query.limit = storesAPage;
            query.after = after;
            return m_session.stores().list(query, this, std::move(done));
        },
        std::move(events));
}

void DeletionCheck::readStore(const QString &storeId)
{
    Pager<StoreFile>::Events events;
    events.page = [this, storeId](const QList<StoreFile> &files) {
        for (const StoreFile &file : files)
            saw(storeId + u'/' + file.id);
    };
    events.finished = [this] { ended(m_storeFiles.isWhole()); };
    events.failed = [this](const ApiError &error) { failed(error); };
    m_storeFiles.start(
        [this, storeId](const QString &after, std::function<void(Result<Page<StoreFile>>)> done) {
            StoreListQuery query;
            query.limit = storesAPage;
            query.after = after;
            return m_session.stores().listFiles(storeId, query, this, std::move(done));
        },
        std::move(events));
}

} // namespace odc

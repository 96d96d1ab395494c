// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedeletionplan.h"

#include "api/session.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostAtOnce = 3;
/// Of the list of batches: what is said of them is help, not a promise.
constexpr int mostBatchPages = 3;
constexpr int mostLooks = 5; ///< for new stores; where more keep coming, nothing is sure

} // namespace

/// The files of one store, on their way.
struct StoreDeletionPlan::Walk
{
    VectorStore store;
    bool leaves = false;
    Pager<StoreFile> pager;
    Call call; ///< whether a store that has no files any more is gone itself
};

StoreDeletionPlan::StoreDeletionPlan(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
}

StoreDeletionPlan::~StoreDeletionPlan() = default;

void StoreDeletionPlan::start(const QSet<QString> &leaving, const QSet<QString> &only)
{
    stop();
    m_leaving = leaving;
    m_only = only;
    m_stores.clear();
    m_waiting.clear();
    m_files = QStringList(only.cbegin(), only.cend());
    m_known = only;
    m_used.clear();
    m_unreadable.clear();
    m_unknown.clear();
    m_ofBatches.clear();
    m_done = 0;
    m_total = 0;
    m_batchPages = 0;
    m_looks = 0;
    m_isSure = false;
    m_running = true;
    listStores([this](const QList<VectorStore> &stores) { m_stores += stores; }, [this] { takeStores(); });
}

void StoreDeletionPlan::listStores(std::function<void(const QList<VectorStore> &)> page,
                                   std::function<void()> done)
{
    // Not from within the pager's own callback: it may be wanted again at once.
    const auto then = [this, done = std::move(done), start = m_start] {
        QMetaObject::invokeMethod(
            this,
            [this, done, start] {
                if (start == m_start)
                    done();
            },
            Qt::QueuedConnection);
    };
    Pager<VectorStore>::Events events;
    events.page = std::move(page);
    // Without the list of all stores nothing is sure, but what leaves can still be read.
    events.finished = [this, then] {
        if (!m_storePager.isWhole())
            m_unreadable << ApiError::make(ApiError::Kind::BadResponse).headline();
        then();
    };
    events.failed = [this, then](const ApiError &error) {
        m_unreadable << error.headline();
        then();
    };
    m_storePager.start(
        [this](const QString &after, std::function<void(Result<Page<VectorStore>>)> done) {
            StoreListQuery query;
            query.limit = 100;
            query.order = u"desc"_s;
            query.after = after;
            return m_session.stores().list(query, this, std::move(done));
        },
        std::move(events));
}

void StoreDeletionPlan::stop()
{
    m_running = false;
    ++m_start;
    m_storePager.stop();
    m_batchPager.stop();
    m_walks.clear();
}

void StoreDeletionPlan::takeStores()
{
    m_total = int(m_stores.size());
    m_readsLeaving = true;
    QSet<QString> listed;
    for (const VectorStore &store : std::as_const(m_stores)) {
        listed.insert(store.id);
        if (m_leaving.contains(store.id) && m_only.isEmpty())
            m_waiting << store;
    }
    if (m_only.isEmpty()) {
        for (const QString &id : std::as_const(m_leaving)) {
            if (listed.contains(id))
                continue;
            VectorStore store; // lists may be behind
            store.id = id;
            m_waiting << store;
            ++m_total;
        }
    }
    pump();
}

void StoreDeletionPlan::pump()
{
    while (!m_waiting.isEmpty() && m_walks.size() < mostAtOnce)
        read(m_waiting.takeFirst(), m_readsLeaving);
    Q_EMIT progressed();
    if (!m_walks.empty())
        return;
    if (m_readsLeaving)
        readOthers();
    else
        lookForNewStores();
}

void StoreDeletionPlan::readOthers()
{
    m_readsLeaving = false;
    if (m_files.isEmpty()) {
        end(); // nothing can be used by another
        return;
    }
    for (const VectorStore &store : std::as_const(m_stores)) {
        if (!m_leaving.contains(store.id))
            m_waiting << store;
    }
    pump();
}

void StoreDeletionPlan::lookForNewStores()
{
    if (!m_unreadable.isEmpty()) { // nothing is sure anyway
        readBatches();
        return;
    }
    if (++m_looks > mostLooks) {
        m_unreadable << ApiError::make(ApiError::Kind::Conflict).headline();
        readBatches();
        return;
    }
    QSet<QString> known = m_leaving;
    for (const VectorStore &store : std::as_const(m_stores))
        known.insert(store.id);
    listStores(
        [this, known](const QList<VectorStore> &stores) {
            for (const VectorStore &store : stores) {
                if (known.contains(store.id))
                    continue;
                m_stores << store;
                m_waiting << store;
                ++m_total;
            }
        },
        [this] {
            if (m_waiting.isEmpty())
                readBatches();
            else
                pump();
        });
}

void StoreDeletionPlan::read(const VectorStore &store, bool leaves)
{
    auto made = std::make_unique<Walk>();
    Walk *walk = made.get();
    walk->store = store;
    walk->leaves = leaves;
    m_walks.push_back(std::move(made));
    Pager<StoreFile>::Events events;
    events.page = [this, walk](const QList<StoreFile> &files) {
        for (const StoreFile &file : files) {
            if (walk->leaves && !m_known.contains(file.id)) {
                m_known.insert(file.id);
                m_files << file.id;
            } else if (!walk->leaves && m_known.contains(file.id)) {
                m_used.insert(file.id, walk->store.title());
            }
        }
    };
    // Not from within the pager's own callback: the walk, and the pager with it, goes.
    events.finished = [this, walk] {
        // A list that was cut short is one that could not be read.
        std::optional<ApiError> error;
        if (!walk->pager.isWhole())
            error = ApiError::make(ApiError::Kind::BadResponse);
        QMetaObject::invokeMethod(
            this, [this, walk, error] { walked(walk, error ? &*error : nullptr); }, Qt::QueuedConnection);
    };
    events.failed = [this, walk](const ApiError &error) {
        QMetaObject::invokeMethod(
            this, [this, walk, error] { walked(walk, &error); }, Qt::QueuedConnection);
    };
    walk->pager.start(
        [this, id = store.id](const QString &after, std::function<void(Result<Page<StoreFile>>)> done) {
            StoreListQuery query;
            query.limit = 100;
            query.order = u"asc"_s; // what comes meanwhile comes behind the page, and is seen
            query.after = after;
            return m_session.stores().listFiles(id, query, this, std::move(done));
        },
        std::move(events));
}

bool StoreDeletionPlan::isUnderWay(const Walk *walk) const
{
    return std::any_of(m_walks.cbegin(), m_walks.cend(),
                       [walk](const auto &each) { return each.get() == walk; });
}

void StoreDeletionPlan::walked(Walk *walk, const ApiError *error)
{
    if (!isUnderWay(walk))
        return; // stopped meanwhile
    if (error && error->kind == ApiError::Kind::NotFound) {
        confirmGone(walk);
        return;
    }
    if (error)
        (walk->leaves ? m_unknown : m_unreadable) << walk->store.title();
    drop(walk);
}

void StoreDeletionPlan::confirmGone(Walk *walk)
{
    // A store that went meanwhile uses nothing; one that is there and hides its files may use anything.
    walk->call =
        m_session.stores().retrieve(walk->store.id, this, [this, walk](const Result<VectorStore> &store) {
            if (!isUnderWay(walk))
                return;
            if (store || store.error().kind != ApiError::Kind::NotFound)
                (walk->leaves ? m_unknown : m_unreadable) << walk->store.title();
            QMetaObject::invokeMethod(
                this, [this, walk] { walked(walk, nullptr); }, Qt::QueuedConnection);
        });
}

void StoreDeletionPlan::drop(Walk *walk)
{
    m_walks.erase(std::find_if(m_walks.begin(), m_walks.end(),
                               [walk](const auto &each) { return each.get() == walk; }));
    ++m_done;
    pump();
}

void StoreDeletionPlan::readBatches()
{
    Pager<BatchObject>::Events events;
    events.page = [this](const QList<BatchObject> &batches) {
        for (const BatchObject &batch : batches) {
            for (const QString &id : {batch.inputFileId, batch.outputFileId, batch.errorFileId}) {
                if (m_known.contains(id) && !m_ofBatches.contains(id))
                    m_ofBatches << id;
            }
        }
        if (++m_batchPages >= mostBatchPages) {
            m_batchPager.stop();
            end();
        }
    };
    events.finished = [this] {
        if (m_running)
            end();
    };
    events.failed = [this](const ApiError &) { end(); };
    m_batchPager.start(
        [this](const QString &after, std::function<void(Result<Page<BatchObject>>)> done) {
            BatchListQuery query;
            query.limit = 100;
            query.after = after;
            return m_session.batches().list(query, this, std::move(done));
        },
        std::move(events));
}

void StoreDeletionPlan::end()
{
    m_running = false;
    m_isSure = m_unreadable.isEmpty();
    Q_EMIT finished();
}

QString StoreDeletionPlan::usedBy(const QString &fileId) const
{
    const auto used = m_used.constFind(fileId);
    if (used != m_used.cend())
        return *used;
    return m_isSure ? QString() : m_unreadable.value(0, u"?"_s);
}

QStringList StoreDeletionPlan::exclusive() const
{
    QStringList files;
    for (const QString &id : m_files) {
        if (usedBy(id).isEmpty())
            files << id;
    }
    return files;
}

QStringList StoreDeletionPlan::shared() const
{
    QStringList files;
    for (const QString &id : m_files) {
        if (!usedBy(id).isEmpty())
            files << id;
    }
    return files;
}

} // namespace odc

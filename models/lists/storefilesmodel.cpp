// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefilesmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "stores/filenames.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRestarts = 3;

} // namespace

StoreRow StoreRow::of(const StoreFile &file)
{
    StoreRow row;
    row.id = file.id;
    row.file = file;
    return row;
}

StoreRow StoreRow::of(const StoreFileBatch &batch)
{
    StoreRow row;
    row.kind = Kind::Batch;
    row.id = batch.id;
    row.batch = batch;
    return row;
}

QJsonObject StoreRow::toJson() const
{
    return kind == Kind::File ? file.toJson() : kind == Kind::Batch ? batch.raw : QJsonObject();
}

bool StoreRow::operator==(const StoreRow &other) const
{
    if (kind != other.kind || id != other.id)
        return false;
    switch (kind) {
    case Kind::File:
        return file == other.file;
    case Kind::Batch:
        return batch.raw == other.batch.raw;
    case Kind::More:
        return text == other.text && isFault == other.isFault;
    }
    return false;
}

QList<ColumnInfo> StoreFilesModel::infos()
{
    return {{"name"_ba, tr("Name"), ColumnType::Text, 220, true},
            {"files"_ba, tr("Files"), ColumnType::Number, 76, true},
            {"state"_ba, tr("State"), ColumnType::State, 132, true},
            {"size"_ba, tr("Size"), ColumnType::Bytes, 84, true},
            {"created"_ba, tr("Created"), ColumnType::Time, 104, true},
            {"id"_ba, tr("ID"), ColumnType::Id, 128, true},
            {"chunking"_ba, tr("Chunking"), ColumnType::Text, 110, false},
            {"reason"_ba, tr("Reason"), ColumnType::Text, 200, false},
            {"attributes"_ba, tr("Attributes"), ColumnType::Text, 160, false}};
}

StoreFilesModel::StoreFilesModel(Session &session, FileNames &names, const QString &storeId, QObject *parent)
    : RowModel(parent), m_session(session), m_names(names), m_storeId(storeId)
{
    setColumns(infos());
    connect(&names, &FileNames::named, this, &StoreFilesModel::takeNames);
}

qint64 StoreFilesModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

QString StoreFilesModel::moreId() const
{
    return u"more:"_s + m_storeId;
}

int StoreFilesModel::fileCount() const
{
    return int(std::count_if(items().cbegin(), items().cend(),
                             [](const StoreRow &row) { return row.kind == StoreRow::Kind::File; }));
}

int StoreFilesModel::moving() const
{
    return int(std::count_if(items().cbegin(), items().cend(), [](const StoreRow &row) {
        return row.kind == StoreRow::Kind::File && row.file.status == "in_progress"_L1;
    }));
}

bool StoreFilesModel::hasOpenBatches() const
{
    return std::any_of(items().cbegin(), items().cend(), [](const StoreRow &row) {
        return row.kind == StoreRow::Kind::Batch && !row.batch.isFinished();
    });
}

void StoreFilesModel::setExpected(qint64 total)
{
    if (m_expected == total)
        return;
    m_expected = total;
    showMore();
}

void StoreFilesModel::open()
{
    if (loadState() == LoadState::Idle)
        ask(Paging::More);
}

void StoreFilesModel::loadMore()
{
    ask(Paging::More);
}

void StoreFilesModel::loadAll()
{
    ask(Paging::All);
}

void StoreFilesModel::refresh()
{
    if (loadState() == LoadState::Idle)
        return;
    ask(m_cursor.isEmpty() ? Paging::More : Paging::Again);
}

void StoreFilesModel::stop()
{
    if (m_paging == Paging::None)
        return;
    m_call.cancel();
    ended(LoadState::Stopped);
}

void StoreFilesModel::ask(Paging what)
{
    if (m_paging == what || (m_paging == Paging::All && what == Paging::More))
        return;
    if (m_paging == Paging::More && what == Paging::All) {
        m_paging = what; // goes on where it is
        return;
    }
    if (m_paging == Paging::All) {
        m_againNext = true; // what somebody wants to see whole is read to its end first
        return;
    }
    if (m_paging == Paging::Again)
        return; // it comes by there
    m_call.cancel();
    m_paging = what;
    m_followed.clear();
    m_restarts = 0;
    if (what == Paging::Again) {
        m_againNext = false;
        beginWalk();
        m_goal = m_cursor;
        m_goalTime = m_cursorTime;
    }
    setLoadState(LoadState::Loading);
    showMore();
    askPage(what == Paging::Again ? QString() : m_cursor);
}

void StoreFilesModel::askPage(const QString &after)
{
    StoreListQuery query;
    query.limit = pageSize;
    query.order = u"desc"_s; // what comes meanwhile comes before the page, not behind it
    query.after = after;
    query.background = m_paging == Paging::Again || m_paging == Paging::Part;
    m_call =
        m_session.stores().listFiles(m_storeId, query, this, [this, after](Result<Page<StoreFile>> page) {
            takePage(after, std::move(page));
        });
}

void StoreFilesModel::takePage(const QString &after, Result<Page<StoreFile>> result)
{
    if (!result) {
        const ApiError::Kind kind = result.error().kind;
        const bool cursorGone =
            !after.isEmpty() && (kind == ApiError::Kind::NotFound || kind == ApiError::Kind::Invalid);
        if (cursorGone && m_paging == Paging::Again && m_restarts < mostRestarts) {
            ++m_restarts; // the file it names left meanwhile
            m_followed.clear();
            askPage({});
            return;
        }
        if (cursorGone && m_paging != Paging::Again) {
            m_paging = Paging::None;
            ask(Paging::Again);
            return;
        }
        ended(LoadState::Failed, result.error());
        return;
    }
    const Page<StoreFile> &page = *result;
    takeFiles(page.items);
    const bool more = (page.tellsMore ? page.hasMore : !page.items.isEmpty()) && !page.lastId.isEmpty() &&
                      page.lastId != after && !m_followed.contains(page.lastId);
    m_followed.insert(page.lastId);
    if (m_paging == Paging::Again || m_paging == Paging::Part) {
        // One that was put in anew stands before others that were read.
        const bool reached =
            std::any_of(page.items.cbegin(), page.items.cend(), [this](const StoreFile &file) {
                return file.id == m_goal && file.createdAt.value_or(0) <= m_goalTime;
            });
        const bool past = !page.items.isEmpty() && page.items.last().createdAt.value_or(0) < m_goalTime;
        if (more && !reached && !past)
            askPage(page.lastId);
        else if (m_paging == Paging::Part)
            ended(LoadState::Ready);
        else
            endAgain(page, more);
        return;
    }
    if (!page.lastId.isEmpty())
        moveCursor(page);
    m_hasMore = more;
    if (m_paging == Paging::All && more)
        askPage(m_cursor);
    else
        ended(LoadState::Ready);
}

void StoreFilesModel::moveCursor(const Page<StoreFile> &page)
{
    m_cursor = page.lastId;
    m_cursorTime = page.items.isEmpty() ? 0 : page.items.last().createdAt.value_or(0);
}

void StoreFilesModel::readAgain(const QStringList &changed)
{
    // The list goes from the newest to the oldest: from the file before the first of them to the last of
    // them.
    qint64 newest = 0;
    qint64 oldest = std::numeric_limits<qint64>::max();
    for (const QString &id : changed) {
        const qint64 at = item(id)->file.createdAt.value_or(0);
        newest = std::max(newest, at);
        oldest = std::min(oldest, at);
    }
    const StoreRow *before = nullptr;
    for (const StoreRow &row : items()) {
        if (row.kind == StoreRow::Kind::File && row.file.createdAt.value_or(0) > newest &&
            (!before || row.file.createdAt.value_or(0) < before->file.createdAt.value_or(0)))
            before = &row;
    }
    m_paging = Paging::Part;
    m_followed.clear();
    m_goal.clear();
    m_goalTime = oldest;
    askPage(before ? before->id : QString());
}

void StoreFilesModel::endAgain(const Page<StoreFile> &page, bool more)
{
    // Only files leave because the list has them no more.
    QList<StoreRow> others;
    for (const StoreRow &row : items()) {
        if (row.kind != StoreRow::Kind::File)
            others << row;
    }
    merge(others);
    endWalk();
    moveCursor(page);
    m_hasMore = more;
    ended(LoadState::Ready);
}

void StoreFilesModel::ended(LoadState state, const ApiError &error)
{
    if (std::exchange(m_paging, Paging::None) == Paging::Part && state == LoadState::Failed)
        return; // the next look will do; what was read is there
    const bool again = std::exchange(m_againNext, false) && state == LoadState::Ready;
    if (state == LoadState::Ready)
        setRefreshedAt(nowUnix());
    setLoadState(state, error);
    showMore();
    if (again)
        ask(Paging::Again);
}

void StoreFilesModel::takeFiles(const QList<StoreFile> &files)
{
    QList<StoreRow> rows;
    QStringList ids;
    rows.reserve(files.size());
    for (const StoreFile &file : files) {
        rows << StoreRow::of(file);
        ids << file.id;
    }
    m_names.want(ids);
    merge(std::move(rows));
}

void StoreFilesModel::take(const StoreFile &file)
{
    m_names.want({file.id});
    addFresh(StoreRow::of(file));
    showMore();
}

void StoreFilesModel::takeKnown(const QList<StoreFile> &files)
{
    QList<StoreFile> known = files;
    known.removeIf([this](const StoreFile &file) { return !item(file.id); });
    if (!known.isEmpty())
        takeFiles(known);
}

void StoreFilesModel::takeNames(const QSet<QString> &ids)
{
    std::vector<int> named;
    for (const QString &id : ids) {
        if (const int at = rowOf(id); at >= 0)
            named.push_back(at);
    }
    changeRows(std::move(named), [](StoreRow &) {}); // what they are called is asked of the names
}

void StoreFilesModel::showMore()
{
    StoreRow row;
    row.kind = StoreRow::Kind::More;
    row.id = moreId();
    const LoadState state = loadState();
    const bool waits = m_paging == Paging::More || m_paging == Paging::All;
    if (state == LoadState::Failed) {
        row.isFault = true;
        row.text = fileCount() == 0 || m_hasMore
                       ? tr("Could not be read: %1").arg(loadError().headline())
                       : tr("Could not be read again: %1").arg(loadError().headline());
    } else if (waits) {
        row.text = tr("Loading…");
    } else if (m_hasMore || state == LoadState::Stopped) {
        const qint64 left = m_expected - fileCount();
        row.text = left > 0 ? tr("… %1 more").arg(format::number(left)) : tr("… more");
    }
    if (!row.text.isEmpty())
        addFresh(row);
    else if (rowOf(row.id) >= 0)
        removeIds({row.id});
}

void StoreFilesModel::poll()
{
    if (m_paging != Paging::None || m_pollCall.isRunning() || moving() == 0)
        return;
    StoreListQuery query;
    query.limit = pageSize;
    query.order = u"desc"_s;
    query.filter = u"in_progress"_s;
    query.background = true;
    m_pollCall =
        m_session.stores().listFiles(m_storeId, query, this, [this](const Result<Page<StoreFile>> &page) {
            m_pollCall = {};
            if (page && m_paging == Paging::None)
                takePoll(*page);
        });
}

void StoreFilesModel::takePoll(const Page<StoreFile> &page)
{
    constexpr qsizetype mostOneByOne = 8;
    QSet<QString> still;
    for (const StoreFile &file : page.items)
        still.insert(file.id);
    // What is older than all of this page may be on the next one: nothing is known of it.
    const qint64 known = page.hasMore && !page.items.isEmpty() ? page.items.last().createdAt.value_or(0) : 0;
    QList<StoreFile> here;
    bool isNew = false;
    for (const StoreFile &file : page.items) {
        if (item(file.id))
            here << file;
        else
            isNew = isNew || file.createdAt.value_or(0) >= known;
    }
    QStringList changed;
    for (const StoreRow &row : items()) {
        if (row.kind == StoreRow::Kind::File && row.file.status == "in_progress"_L1 &&
            !still.contains(row.id) && row.file.createdAt.value_or(0) >= known)
            changed << row.id;
    }
    takeFiles(here);
    if (isNew && !page.hasMore) {
        refresh();
        return;
    }
    if (changed.size() > mostOneByOne) {
        readAgain(changed);
        return;
    }
    for (const QString &id : std::as_const(changed))
        readFile(id);
}

void StoreFilesModel::readFile(const QString &fileId)
{
    if (m_fileCalls.contains(fileId))
        return;
    m_fileCalls.insert(fileId, m_session.stores().retrieveFile(
                                   m_storeId, fileId, this, [this, fileId](const Result<StoreFile> &file) {
                                       m_fileCalls.remove(fileId);
                                       if (file)
                                           takeFiles({*file});
                                       else if (file.error().kind == ApiError::Kind::NotFound)
                                           removeIds({fileId});
                                   }));
}

void StoreFilesModel::setBatches(const QStringList &ids)
{
    QSet<QString> gone;
    for (const StoreRow &row : items()) {
        if (row.kind == StoreRow::Kind::Batch && !ids.contains(row.id))
            gone.insert(row.id);
    }
    if (!gone.isEmpty())
        removeIds(gone);
    bool isNew = false;
    for (const QString &id : ids) {
        if (item(id))
            continue;
        StoreFileBatch batch;
        batch.id = id;
        batch.storeId = m_storeId;
        addFresh(StoreRow::of(batch));
        isNew = true;
    }
    if (isNew)
        pollBatches();
}

void StoreFilesModel::pollBatches()
{
    QStringList open;
    for (const StoreRow &row : items()) {
        if (row.kind == StoreRow::Kind::Batch && !row.batch.isFinished() && !m_batchCalls.contains(row.id))
            open << row.id;
    }
    for (const QString &id : std::as_const(open)) {
        m_batchCalls.insert(id, m_session.stores().retrieveBatch(
                                    m_storeId, id, this, [this, id](const Result<StoreFileBatch> &batch) {
                                        m_batchCalls.remove(id);
                                        if (!item(id))
                                            return;
                                        if (batch) {
                                            merge({StoreRow::of(*batch)});
                                            if (batch->isFinished())
                                                Q_EMIT batchEnded(m_storeId);
                                        } else if (batch.error().kind == ApiError::Kind::NotFound) {
                                            removeIds({id});
                                            Q_EMIT batchEnded(m_storeId);
                                        }
                                    }));
    }
}

} // namespace odc

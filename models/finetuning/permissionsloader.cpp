// SPDX-License-Identifier: GPL-3.0-or-later
#include "permissionsloader.h"

#include "api/pager.h"
#include "api/session.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int listsAtOnce = 3;
constexpr int pageSize = 100;

} // namespace

struct PermissionsLoader::List
{
    QString checkpoint;
    State state = State::Unread;
    bool isKnown = false;
    bool again = false; ///< what is being read is out of date already
    ApiError error;
    QList<CheckpointPermission> permissions;
    QList<CheckpointPermission> incoming;
    Pager<CheckpointPermission> pager;
};

PermissionsLoader::PermissionsLoader(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
}

PermissionsLoader::~PermissionsLoader() = default;

QString PermissionsLoader::cutShort()
{
    return tr("The list ends before it is complete");
}

void PermissionsLoader::setCheckpoints(const QStringList &checkpoints)
{
    QHash<QString, std::shared_ptr<List>> kept;
    m_order.clear();
    for (const QString &checkpoint : checkpoints) {
        if (checkpoint.isEmpty() || kept.contains(checkpoint))
            continue;
        std::shared_ptr<List> list = m_lists.take(checkpoint);
        if (!list) {
            list = std::make_shared<List>();
            list->checkpoint = checkpoint;
        }
        kept.insert(checkpoint, list);
        m_order << checkpoint;
    }
    for (const std::shared_ptr<List> &gone : std::as_const(m_lists))
        gone->pager.stop();
    // It may be one of them that tells of its end right now.
    QTimer::singleShot(0, this, [gone = m_lists] { Q_UNUSED(gone) });
    m_lists = kept;
    if (isLoading())
        pump(); // those that were read may be gone, and others have waited for them
}

void PermissionsLoader::refresh()
{
    const QStringList all = m_order;
    for (const QString &checkpoint : all)
        refresh(checkpoint);
}

void PermissionsLoader::refresh(const QString &checkpoint)
{
    const std::shared_ptr<List> list = m_lists.value(checkpoint);
    if (!list || list->state == State::Waiting)
        return;
    if (list->state == State::Loading) {
        list->again = true;
        return;
    }
    list->state = State::Waiting;
    Q_EMIT changed(checkpoint);
    pump();
}

void PermissionsLoader::loadMissing()
{
    const QStringList all = m_order;
    for (const QString &checkpoint : all) {
        if (stateOf(checkpoint) == State::Unread)
            refresh(checkpoint);
    }
}

void PermissionsLoader::stop()
{
    const QStringList all = m_order;
    for (const QString &checkpoint : all) {
        const std::shared_ptr<List> list = m_lists.value(checkpoint);
        if (!list || (list->state != State::Waiting && list->state != State::Loading))
            continue;
        list->pager.stop();
        list->again = false;
        list->state = list->isKnown ? State::Ready : State::Unread;
        Q_EMIT changed(checkpoint);
    }
}

void PermissionsLoader::pump()
{
    if (std::exchange(m_pumping, true))
        return;
    // In a turn of its own: a pager that tells of its end must not be started over while it does.
    QTimer::singleShot(0, this, [this] {
        m_pumping = false;
        int running = 0;
        for (const std::shared_ptr<List> &list : std::as_const(m_lists))
            running += list->pager.isRunning();
        const QStringList all = m_order;
        for (const QString &checkpoint : all) {
            const std::shared_ptr<List> list = m_lists.value(checkpoint);
            if (running >= listsAtOnce)
                return;
            if (!list || list->state != State::Waiting)
                continue;
            ++running;
            read(list);
        }
        if (running == 0)
            Q_EMIT finished();
    });
}

void PermissionsLoader::read(const std::shared_ptr<List> &list)
{
    // The pager is a part of the list, and calls nothing once that is gone.
    List *const target = list.get();
    target->state = State::Loading;
    target->again = false;
    target->incoming.clear();
    Pager<CheckpointPermission>::Events events;
    events.page = [target](const QList<CheckpointPermission> &items) { target->incoming += items; };
    events.finished = [this, target] {
        target->permissions = std::exchange(target->incoming, {});
        // One that was cut short says who may use it, but not who may not.
        target->isKnown = target->pager.isWhole();
        target->error =
            target->isKnown ? ApiError() : ApiError::make(ApiError::Kind::BadResponse, cutShort());
        target->state = target->isKnown ? State::Ready : State::Failed;
        ended(*target);
    };
    events.failed = [this, target](const ApiError &error) {
        target->error = error;
        target->state = State::Failed;
        ended(*target);
    };
    target->pager.start(
        [this, checkpoint = target->checkpoint](
            const QString &after, std::function<void(Result<Page<CheckpointPermission>>)> done) {
            PermissionListQuery query;
            query.limit = pageSize;
            query.after = after;
            query.order = u"ascending"_s; // what is granted meanwhile comes at the end, and is not missed
            return m_session.fineTuning().listPermissions(checkpoint, query, this, std::move(done));
        },
        std::move(events));
    Q_EMIT changed(target->checkpoint);
}

void PermissionsLoader::ended(List &list)
{
    if (list.again)
        list.state = State::Waiting;
    pump();
    Q_EMIT changed(list.checkpoint);
}

PermissionsLoader::State PermissionsLoader::stateOf(const QString &checkpoint) const
{
    const std::shared_ptr<List> list = m_lists.value(checkpoint);
    return list ? list->state : State::Unread;
}

bool PermissionsLoader::isKnown(const QString &checkpoint) const
{
    const std::shared_ptr<List> list = m_lists.value(checkpoint);
    return list && list->isKnown;
}

ApiError PermissionsLoader::errorOf(const QString &checkpoint) const
{
    const std::shared_ptr<List> list = m_lists.value(checkpoint);
    return list && list->state == State::Failed ? list->error : ApiError();
}

QList<CheckpointPermission> PermissionsLoader::permissionsOf(const QString &checkpoint) const
{
    const std::shared_ptr<List> list = m_lists.value(checkpoint);
    return list ? list->permissions : QList<CheckpointPermission>();
}

bool PermissionsLoader::isLoading() const
{
    return std::any_of(m_lists.begin(), m_lists.end(), [](const std::shared_ptr<List> &list) {
        return list->state == State::Waiting || list->state == State::Loading;
    });
}

void PermissionsLoader::add(const QString &checkpoint, const QList<CheckpointPermission> &permissions)
{
    const std::shared_ptr<List> list = m_lists.value(checkpoint);
    if (!list)
        return;
    for (const CheckpointPermission &permission : permissions) {
        const auto isIt = [&](const CheckpointPermission &known) { return known.id == permission.id; };
        if (std::none_of(list->permissions.begin(), list->permissions.end(), isIt))
            list->permissions.append(permission);
    }
    list->again = list->state == State::Loading;
    Q_EMIT changed(checkpoint);
}

void PermissionsLoader::remove(const QString &checkpoint, const QString &permissionId)
{
    const std::shared_ptr<List> list = m_lists.value(checkpoint);
    if (!list)
        return;
    list->permissions.removeIf([&](const CheckpointPermission &known) { return known.id == permissionId; });
    list->again = list->state == State::Loading;
    Q_EMIT changed(checkpoint);
}

} // namespace odc

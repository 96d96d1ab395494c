// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/longwork.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <type_traits>
#include <utility>

namespace odc {

/// Runs `work` on the thread pool (`pool`, or the common one) and `done` with its result in the thread of `owner` (never null), which is the
/// calling one. `done` is not called once the owner is gone; the work is carried out all the same.
///
/// Not QFuture::then(context, ...): in Qt 6.4 that looks at the context from the pool's thread when the work ends,
/// asserting that it still lives, and racing with its destruction.
template <typename Work, typename Done>
void inBackground(QObject *owner, Work work, Done done, QThreadPool *pool = QThreadPool::globalInstance())
{
    using Value = std::decay_t<std::invoke_result_t<Work &>>;
    auto *watcher = new QFutureWatcher<Value>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(pool, std::move(work)));
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "net/requestqueue.h"

#include <functional>
#include <memory>

/// What every endpoint class does with its answers. Only for the .cpp files of this layer: it needs net.
namespace odc::answers {

/// Sends the call; its answer is one JSON object, read by T::fromJson, and must have an id.
template <typename T>
Call sendForObject(RequestQueue &queue, ApiRequest request, QObject *owner,
                   std::function<void(Result<T>)> done)
{
    return queue.send(std::move(request), owner, [&queue, done = std::move(done)](Result<HttpAnswer> answer) {
        if (!answer) {
            done(failure(answer.error()));
            return;
        }
        QString why;
        const auto object = json::parseObject(answer->body, &why);
        if (!object) {
            done(failure(queue.unreadable(*answer, why)));
            return;
        }
        T value = T::fromJson(*object);
        if (value.id.isEmpty()) {
            done(failure(queue.unreadable(*answer, QStringLiteral("\"id\" is missing"))));
            return;
        }
        done(std::move(value));
    });
}

/// Sends the call; its answer is a list, parsed on the thread pool when it is long.
template <typename T>
Call sendForPage(RequestQueue &queue, ApiRequest request, QObject *owner,
                 std::function<void(Result<Page<T>>)> done)
{
    auto page = std::make_shared<Result<Page<T>>>();
    request.decode = [page](const QByteArray &body) { *page = Page<T>::fromBody(body); };
    return queue.send(std::move(request), owner,
                      [&queue, page, done = std::move(done)](Result<HttpAnswer> answer) {
                          if (!answer)
                              done(failure(answer.error()));
                          else if (!*page)
                              done(failure(queue.unreadable(*answer, page->error().message)));
                          else
                              done(std::move(*page));
                      });
}

/// Deletes the object at `path`. True: deleted now; false: it was already gone.
Call sendForDeletion(RequestQueue &queue, const QString &path, QObject *owner, std::function<void(Result<bool>)> done);

} // namespace odc::answers

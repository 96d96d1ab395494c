// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "net/requestqueue.h"

#include <functional>
#include <memory>
#include <optional>

/// What every endpoint class does with its answers. Only for .cpp files: it needs net.
namespace odc::answers {

/// The path of `parent`, "/files/" or the like, and one more segment; empty when parent or id cannot be part of a path.
QString below(const QString &parent, QLatin1StringView folder, const QString &id);
/// The path of `parent` and "/files" or the like; empty when there is no parent.
QString inside(const QString &parent, QLatin1StringView folder);

/// Sends the call; its answer is one JSON object, which `read` turns into a value, or into nothing when it is not what it
/// should be: then `why`, where it was set, says what is wrong.
template <typename T>
Call sendAndRead(RequestQueue &queue, ApiRequest request, QObject *owner,
                 std::function<std::optional<T>(const QJsonObject &object, QString *why)> read,
                 std::function<void(Result<T>)> done)
{
    return queue.send(std::move(request), owner,
                      [&queue, read = std::move(read), done = std::move(done)](Result<HttpAnswer> answer) {
                          if (!answer) {
                              done(failure(answer.error()));
                              return;
                          }
                          QString why;
                          const auto object = json::parseObject(answer->body, &why);
                          std::optional<T> value = object ? read(*object, &why) : std::nullopt;
                          if (value)
                              done(std::move(*value));
                          else
                              done(failure(queue.unreadable(*answer, why)));
                      });
}

/// Sends the call; its answer is one JSON object, read by T::fromJson, and must have an id.
template <typename T>
Call sendForObject(RequestQueue &queue, ApiRequest request, QObject *owner,
                   std::function<void(Result<T>)> done)
{
    return sendAndRead<T>(
        queue, std::move(request), owner,
        [](const QJsonObject &object, QString *why) -> std::optional<T> {
            T value = T::fromJson(object);
            if (!value.id.isEmpty())
                return value;
            *why = QStringLiteral("\"id\" is missing");
            return {};
        },
        std::move(done));
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

/// Deletes the object at the request's path. True: deleted now; false: it was already gone.
Call sendForDeletion(RequestQueue &queue, ApiRequest request, QObject *owner, std::function<void(Result<bool>)> done);
Call sendForDeletion(RequestQueue &queue, const QString &path, QObject *owner, std::function<void(Result<bool>)> done);

} // namespace odc::answers

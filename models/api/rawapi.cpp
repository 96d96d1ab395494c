// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawapi.h"

#include "api/answers.h"

#include <QCryptographicHash>

namespace odc {

using namespace Qt::StringLiterals;

RawApi::RawApi(RequestQueue &queue) : m_queue(queue) {}

Call RawApi::list(const RawListQuery &query, QObject *owner,
                  std::function<void(Result<Page<RawObject>>)> done)
{
    ApiRequest request;
    request.path = query.path;
    request.lane = Lane::Background;
    request.needsAdminKey = query.needsAdminKey;
    const auto add = [&request](const QString &name, const QString &value) {
        if (!value.isEmpty())
            request.query.append({name, value});
    };
    add(u"limit"_s, query.limit > 0 ? QString::number(query.limit) : QString());
    add(u"order"_s, query.order);
    add(u"after"_s, query.after);
    return answers::sendForPage<RawObject>(m_queue, std::move(request), owner, std::move(done));
}

Call RawApi::document(const QString &path, std::function<std::optional<bool>(const QJsonObject &)> whole,
                      QObject *owner, std::function<void(Result<RawDocument>)> done)
{
    ApiRequest request;
    request.path = path;
    request.lane = Lane::Background;
    request.repeatable = false;
    request.deadlineMs = 600'000; // it may be long, but not for ever on its way
    const auto read = std::make_shared<std::optional<RawDocument>>();
    const auto why = std::make_shared<QString>();
    request.decode = [read, why, whole = std::move(whole)](const QByteArray &body) {
        const auto object = json::parseObject(body, why.get());
        if (!object)
            return;
        if (const std::optional<bool> all = whole(*object))
            *read =
                RawDocument{body, QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex(), *all};
        else
            *why = u"\"data\" is no list"_s;
    };
    return m_queue.send(
        std::move(request), owner,
        [&queue = m_queue, read, why, done = std::move(done)](const Result<HttpAnswer> &answer) {
            if (!answer)
                done(failure(answer.error()));
            else if (!*read)
                done(failure(queue.unreadable(*answer, *why)));
            else
                done(std::move(**read));
        });
}

} // namespace odc

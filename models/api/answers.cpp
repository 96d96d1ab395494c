// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"

#include "base/pathid.h"

#include <QCoreApplication>

namespace odc::answers {

using namespace Qt::StringLiterals;

namespace {

/// Empty when the answer to a deletion says that the object at this path is deleted. Some answers name it otherwise (run_id), so one
/// without an id is believed; but not one with another's: that is the answer to something else.
QString whyNotDeleted(const QByteArray &body, const QString &path)
{
    QString why;
    const auto object = json::parseObject(body, &why);
    if (!object)
        return why;
    if (!json::boolean(*object, "deleted"_L1))
        return QCoreApplication::translate("Answers", "The server does not say that it deleted the object");
    const QString named = json::text(*object, "id"_L1);
    if (!named.isEmpty() && !endsWithId(path, named))
        return QCoreApplication::translate("Answers", "The server says that it deleted another object, %1").arg(named);
    return {};
}

} // namespace

QString below(const QString &parent, QLatin1StringView folder, const QString &id)
{
    const QString segment = pathSegment(id);
    return parent.isEmpty() || segment.isEmpty() ? QString() : parent + folder + segment;
}

QString inside(const QString &parent, QLatin1StringView folder)
{
    return parent.isEmpty() ? QString() : parent + folder;
}

Call sendForDeletion(RequestQueue &queue, const QString &path, QObject *owner, std::function<void(Result<bool>)> done)
{
    ApiRequest request;
    request.path = path;
    return sendForDeletion(queue, std::move(request), owner, std::move(done));
}

Call sendForDeletion(RequestQueue &queue, ApiRequest request, QObject *owner, std::function<void(Result<bool>)> done)
{
    request.method = Method::Delete;
    request.effect = Effect::Deletes;
    const QString path = request.path;
    return queue.send(std::move(request), owner, [&queue, path, done = std::move(done)](Result<HttpAnswer> answer) {
        if (!answer) {
            const ApiError &error = answer.error();
            // "No such ...", in the API's own words; a 404 page of something else at this address is an error.
            if (error.httpStatus == 404 && error.rawBody.isEmpty() && !error.message.isEmpty())
                done(false);
            else
                done(failure(error));
            return;
        }
        if (answer->status == 404) { // after a repeat: the first attempt had done it
            done(true);
            return;
        }
        if (const QString why = whyNotDeleted(answer->body, path); why.isEmpty())
            done(true);
        else
            done(failure(queue.unreadable(*answer, why)));
    });
}

} // namespace odc::answers

// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"

#include <QCoreApplication>

namespace odc::answers {

using namespace Qt::StringLiterals;

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
    return queue.send(std::move(request), owner, [&queue, done = std::move(done)](Result<HttpAnswer> answer) {
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
        QString why;
        const auto object = json::parseObject(answer->body, &why);
        if (object && json::boolean(*object, "deleted"_L1))
            done(true);
        else
            done(failure(queue.unreadable(
                *answer, object ? QCoreApplication::translate("Answers", "The server does not say that it deleted the object") : why)));
    });
}

} // namespace odc::answers

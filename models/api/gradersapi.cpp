// SPDX-License-Identifier: GPL-3.0-or-later
#include "gradersapi.h"

#include "api/answers.h"
#include "net/body.h"

namespace odc {

using namespace Qt::StringLiterals;

GraderVerdict GraderVerdict::fromJson(const QJsonObject &object)
{
    GraderVerdict verdict;
    verdict.reward = json::number(object, "reward"_L1);
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    verdict.model = json::text(metadata, "sampled_model_name"_L1);
    const QJsonObject errors = metadata.value("errors"_L1).toObject();
    for (auto it = errors.begin(); it != errors.end(); ++it) {
        const bool detail = it.value().isString() && !it.value().toString().isEmpty();
        if (it.value().toBool() || detail)
            verdict.errors << (detail ? it.key() + u": "_s + it.value().toString() : it.key());
    }
    verdict.raw = object;
    return verdict;
}

GradersApi::GradersApi(RequestQueue &queue) : m_queue(queue) {}

Call GradersApi::run(const QJsonObject &grader, const QString &answer, const QJsonObject &item,
                     QObject *owner, std::function<void(Result<GraderVerdict>)> done)
{
    ApiRequest request;
    request.path = u"/fine_tuning/alpha/graders/run"_s;
    request.method = Method::Post;
    request.effect = Effect::Changes;
    request.body = std::make_shared<JsonBody>(
        QJsonObject{{u"grader"_s, grader}, {u"model_sample"_s, answer}, {u"item"_s, item}});
    return answers::sendAndRead<GraderVerdict>(
        m_queue, std::move(request), owner,
        [](const QJsonObject &object, QString *) { return std::optional(GraderVerdict::fromJson(object)); }, std::move(done));
}

} // namespace odc

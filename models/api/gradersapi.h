// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/call.h"
#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace odc {

class RequestQueue;

/// What one grader said of one answer.
struct GraderVerdict
{
    std::optional<double> reward;
    QStringList errors; ///< names of the faults that are set ("sample_parse_error"), with their details
    QString model;      ///< that graded; may be empty
    QJsonObject raw;

    static GraderVerdict fromJson(const QJsonObject &object);
};

/// POST /fine_tuning/alpha/graders/run (WIRE §2, x6). Nothing is kept at the server, but a model grader costs
/// tokens: it goes out once.
class GradersApi
{
public:
    explicit GradersApi(RequestQueue &queue);

    /// `answer` is what is graded: {{sample.output_text}}.
    Call run(const QJsonObject &grader, const QString &answer, const QJsonObject &item, QObject *owner,
             std::function<void(Result<GraderVerdict>)> done);

private:
    RequestQueue &m_queue;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace odc::server {

/**
 * Where the answers of models come from: the built-in local-echo or an upstream service. Called on the thread
 * that grades, and may block it; an implementation that is shared between threads guards itself.
 */
class ModelAnswers
{
public:
    struct Answer
    {
        QString text;
        QString model; ///< the model that answered, as it names itself
        QString error; ///< empty = answered
        QJsonObject usage;
    };

    virtual ~ModelAnswers() = default;

    /**
     * Asks \p model. \p messages have no templates left; a content is a text or a list of parts of the shapes
     * of the contract's EvalItem. \p sampling has the names of Chat Completions (temperature, top_p, seed,
     * max_completion_tokens, reasoning_effort, response_format). Never throws.
     */
    virtual Answer answer(const QString &model, const QJsonArray &messages, const QJsonObject &sampling) = 0;
};

} // namespace odc::server

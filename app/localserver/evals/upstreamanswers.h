// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/graders/modelanswers.h"
#include "localserver/upstream.h"

namespace odc::server {

/**
 * Answers of an OpenAI-compatible service: POST <base>/chat/completions or <base>/responses, each asked once.
 * Thread-safe: every call has a connection of its own, and ends after two minutes.
 */
class UpstreamAnswers final : public ModelAnswers
{
public:
    enum class Api { ChatCompletions, Responses };

    /** \p base as "https://host/v1". \p key may be empty: then none is sent. */
    UpstreamAnswers(const QUrl &base, const QByteArray &key, Api api);

    Answer answer(const QString &model, const QJsonArray &messages, const QJsonObject &sampling) override;
    /** Cuts all calls, and lets no new ones begin: they end with an error. */
    void abort() { m_upstream.abort(); }

private:
    Upstream m_upstream;
    const Api m_api;
};

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchrules.h"

namespace odc::batchrules {

using namespace Qt::StringLiterals;

const QStringList &endpoints()
{
    static const QStringList all{u"/v1/responses"_s,   u"/v1/chat/completions"_s,  u"/v1/embeddings"_s,
                                 u"/v1/completions"_s, u"/v1/moderations"_s,       u"/v1/images/generations"_s,
                                 u"/v1/images/edits"_s, u"/v1/videos"_s};
    return all;
}

QStringList requiredMembers(const QString &endpoint)
{
    if (endpoint == "/v1/responses"_L1)
        return {u"model"_s}; // "input" may be left to a stored prompt
    if (endpoint == "/v1/chat/completions"_L1)
        return {u"model"_s, u"messages"_s};
    if (endpoint == "/v1/embeddings"_L1)
        return {u"model"_s, u"input"_s};
    if (endpoint == "/v1/completions"_L1)
        return {u"model"_s, u"prompt"_s};
    if (endpoint == "/v1/moderations"_L1)
        return {u"input"_s};
    return {u"prompt"_s};
}

} // namespace odc::batchrules

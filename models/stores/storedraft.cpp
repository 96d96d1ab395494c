// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedraft.h"

#include "api/metadatarules.h"
#include "api/storefile.h"
#include "api/vectorstoresapi.h"
#include "base/format.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StoreDraft)
};

bool isGiven(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

/// A whole number, or none.
std::optional<qint64> whole(const QJsonValue &value)
{
    if (!value.isDouble() || std::floor(value.toDouble()) != value.toDouble())
        return {};
    return qint64(value.toDouble());
}

QList<FormProblem> textProblem(const QJsonObject &body, const QString &key, const QString &message)
{
    const QJsonValue value = body.value(key);
    return isGiven(value) && !value.isString() ? QList<FormProblem>{{key, message}} : QList<FormProblem>();
}

QList<FormProblem> fileProblems(const QJsonObject &body)
{
    const auto key = u"file_ids"_s;
    const QJsonValue value = body.value(key);
    if (!isGiven(value))
        return {};
    if (!value.isArray())
        return {{key, Tr::tr("Files are a list of ids.")}};
    const QJsonArray ids = value.toArray();
    if (ids.size() > VectorStoresApi::mostFilesAtCreate)
        return {
            {key,
             Tr::tr("At most %1 files go in when a store is made; these are %2. Add the others afterwards.")
                 .arg(VectorStoresApi::mostFilesAtCreate)
                 .arg(format::number(ids.size()))}};
    for (const QJsonValue &id : ids) {
        if (id.toString().isEmpty())
            return {{key, Tr::tr("Each file is named by its id.")}};
    }
    return {};
}

} // namespace

QList<FormProblem> chunkingProblems(const QJsonValue &strategy, const QString &path)
{
    if (!isGiven(strategy))
        return {};
    const QJsonObject object = strategy.toObject();
    const QString type = object.value("type"_L1).toString();
    if (type == "auto"_L1)
        return {};
    if (type != "static"_L1)
        return {{path + u".type"_s, Tr::tr("Chunks are cut in the way “auto” or “static”.")}};
    const QJsonObject numbers = object.value("static"_L1).toObject();
    const QString size = path + u".static.max_chunk_size_tokens"_s;
    const QString overlap = path + u".static.chunk_overlap_tokens"_s;
    QList<FormProblem> problems;
    const auto most = whole(numbers.value("max_chunk_size_tokens"_L1));
    if (!most || *most < ChunkingStrategy::leastTokens || *most > ChunkingStrategy::mostTokens)
        problems.append({size, Tr::tr("A chunk has %1 to %2 tokens.")
                                   .arg(format::number(ChunkingStrategy::leastTokens),
                                        format::number(ChunkingStrategy::mostTokens))});
    const auto shared = whole(numbers.value("chunk_overlap_tokens"_L1));
    if (!shared || *shared < 0)
        problems.append({overlap, Tr::tr("The overlap is a number of tokens, 0 or more.")});
    else if (problems.isEmpty() && *shared * 2 > *most)
        problems.append(
            {overlap,
             Tr::tr("The overlap is at most half of a chunk: %1 tokens.").arg(format::number(*most / 2))});
    return problems;
}

QList<FormProblem> expiryProblems(const QJsonValue &policy, const QString &path)
{
    if (!isGiven(policy))
        return {};
    const QJsonObject object = policy.toObject();
    const auto days = whole(object.value("days"_L1));
    if (!days || *days < storerules::leastDays || *days > storerules::mostDays)
        return {{path + u".days"_s, Tr::tr("A store expires %1 to %2 days after it was last used.")
                                        .arg(storerules::leastDays)
                                        .arg(storerules::mostDays)}};
    if (object.value("anchor"_L1).toString() != "last_active_at"_L1)
        return {{path + u".anchor"_s, Tr::tr("Days count from “last_active_at”.")}};
    return {};
}

QList<FormProblem> storeProblems(const QJsonObject &body)
{
    QList<FormProblem> problems = textProblem(body, u"name"_s, Tr::tr("The name is a text."));
    problems += textProblem(body, u"description"_s, Tr::tr("The description is a text."));
    problems += expiryProblems(body.value("expires_after"_L1), u"expires_after"_s);
    problems += metadataProblems(body.value("metadata"_L1), u"metadata"_s);
    problems += fileProblems(body);
    problems += chunkingProblems(body.value("chunking_strategy"_L1), u"chunking_strategy"_s);
    if (isGiven(body.value("chunking_strategy"_L1)) && body.value("file_ids"_L1).toArray().isEmpty())
        problems.append({u"chunking_strategy"_s,
                         Tr::tr("Chunking holds for the files that are chosen here, and none are."), true});
    return problems;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdraft.h"

#include "api/metadatarules.h"
#include "jsonl/batchrules.h"
#include "transfers/uploadcheck.h"

#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const auto expiryKey = "output_expires_after"_L1;
const auto windowKey = "completion_window"_L1;
const auto usualWindow = "24h"_L1;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BatchDraft)
};

/// Absent, or an object with both parts in their limits.
QList<FormProblem> expiryProblems(const QJsonValue &expiry)
{
    if (expiry.isUndefined() || expiry.isNull())
        return {};
    const QString path = expiryKey;
    if (!expiry.isObject() || expiry["anchor"_L1].toString() != "created_at"_L1)
        return {{path, Tr::tr("When the answers expire is counted from “created_at”.")}};
    const QJsonValue seconds = expiry["seconds"_L1];
    const double count = seconds.toDouble(-1);
    if (!seconds.isDouble() || count != double(qint64(count)) || count < double(shortestExpirySeconds) ||
        count > double(longestExpirySeconds))
        return {{path, Tr::tr("The answers expire after one hour to thirty days.")}};
    return {};
}

} // namespace

BatchDraft::BatchDraft() : RequestDraft({{windowKey, usualWindow}}) {}

BatchDraft BatchDraft::fromJson(const QJsonObject &body)
{
    BatchDraft draft;
    draft.setJson(body);
    return draft;
}

QString BatchDraft::listName() const
{
    return metadata().value("name"_L1).toString();
}

void BatchDraft::setListName(const QString &name)
{
    QJsonObject pairs = metadata();
    if (name.isEmpty())
        pairs.remove("name"_L1);
    else
        pairs.insert("name"_L1, name);
    setMetadata(pairs);
}

QString BatchDraft::endpoint() const
{
    return m_body.value("endpoint"_L1).toString();
}

void BatchDraft::setEndpoint(const QString &endpoint)
{
    if (endpoint.isEmpty())
        m_body.remove("endpoint"_L1);
    else
        m_body.insert("endpoint"_L1, endpoint);
}

QString BatchDraft::inputFileId() const
{
    return m_body.value("input_file_id"_L1).toString();
}

void BatchDraft::setInputFileId(const QString &fileId)
{
    if (fileId.isEmpty())
        m_body.remove("input_file_id"_L1);
    else
        m_body.insert("input_file_id"_L1, fileId);
}

std::optional<qint64> BatchDraft::outputSeconds() const
{
    const QJsonValue seconds = m_body.value(expiryKey)["seconds"_L1];
    return seconds.isDouble() ? std::optional<qint64>(seconds.toInteger()) : std::nullopt;
}

void BatchDraft::setOutputSeconds(std::optional<qint64> seconds)
{
    if (seconds)
        m_body.insert(expiryKey, QJsonObject{{"anchor"_L1, "created_at"_L1}, {"seconds"_L1, *seconds}});
    else
        m_body.remove(expiryKey);
}

BatchLinks BatchDraft::links() const
{
    return BatchLinks::fromMetadata(metadata());
}

void BatchDraft::setLinks(const BatchLinks &links)
{
    setMetadata(links.writtenInto(metadata()));
}

QList<FormProblem> BatchDraft::problems(const Circumstances &circumstances) const
{
    QList<FormProblem> found;
    if (circumstances.hasFileId && inputFileId().isEmpty())
        found.append({u"input_file_id"_s, Tr::tr("No file is chosen.")});
    if (endpoint().isEmpty())
        found.append({u"endpoint"_s, Tr::tr("No endpoint is chosen.")});
    else if (!batchrules::endpoints().contains(endpoint()))
        found.append(
            {u"endpoint"_s, Tr::tr("“%1” takes no batches, as far as is known.").arg(endpoint()), true});
    const QJsonValue window = m_body.value(windowKey);
    if (window.toString().isEmpty())
        found.append({windowKey, Tr::tr("The time for the answers is missing: “24h”.")});
    else if (window.toString() != usualWindow)
        found.append({windowKey, Tr::tr("“24h” is the only time for the answers that is known."), true});
    found += expiryProblems(m_body.value(expiryKey));
    const QJsonValue pairs = m_body.value("metadata"_L1);
    found += metadataProblems(pairs, u"metadata"_s);
    const qsizetype count = pairs.toObject().size();
    const int left = int(metadatarules::mostPairs) - circumstances.reservedPairs;
    if (count <= metadatarules::mostPairs && count > left)
        found.append(
            {u"metadata"_s,
             Tr::tr("Batches of a group carry pairs that hold them together: %n pair(s) are left for others.",
                    nullptr, left)});
    return found;
}

} // namespace odc

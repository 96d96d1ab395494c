// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadatarules.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(MetadataRules)
};
} // namespace

QList<FormProblem> metadataProblems(const QJsonValue &metadata, const QString &path)
{
    using namespace metadatarules;
    if (metadata.isUndefined() || metadata.isNull())
        return {};
    if (!metadata.isObject())
        return {{path, Tr::tr("Metadata are pairs of names and texts.")}};
    QList<FormProblem> found;
    const QJsonObject pairs = metadata.toObject();
    if (pairs.size() > mostPairs)
        found.append({path, Tr::tr("At most 16 pairs are taken, not %1.").arg(pairs.size())});
    for (auto it = pairs.begin(); it != pairs.end(); ++it) {
        if (it.key().isEmpty())
            found.append({path, Tr::tr("A pair has no name.")});
        else if (it.key().size() > longestName)
            found.append({path, Tr::tr("“%1…” is longer than the 64 characters that a name may have.")
                                    .arg(it.key().left(20))});
        if (!it.value().isString())
            found.append({path, Tr::tr("The value of “%1” must be a text.").arg(it.key())});
        else if (it.value().toString().size() > longestValue)
            found.append(
                {path, Tr::tr("The value of “%1” is longer than the 512 characters that it may have.")
                           .arg(it.key())});
    }
    return found;
}

} // namespace odc

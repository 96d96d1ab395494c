// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/metadata.h"

#include "localserver/apifault.h"
#include "localserver/jsonfields.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
constexpr qsizetype maxPairs = 16;
constexpr qsizetype maxKey = 64;
constexpr qsizetype maxValue = 512;

/** Characters as people count them: a pair of surrogates is one. */
qsizetype lengthOf(const QString &text)
{
    return text.toUcs4().size();
}
} // namespace

QJsonObject checkedMetadata(const QJsonValue &value, const QString &param)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const QJsonObject metadata = requireObject(value, param);
    if (metadata.size() > maxPairs)
        throw ApiFault::badRequest(
            u"Invalid '%1': too many properties. Expected an object with at most %2 properties, but got an "
            "object with %3 properties instead."_s.arg(param)
                .arg(maxPairs)
                .arg(metadata.size()),
            param, u"object_above_max_properties"_s);
    for (auto it = metadata.begin(); it != metadata.end(); ++it) {
        const QString inner = param + u'.' + it.key();
        if (lengthOf(it.key()) > maxKey)
            throw ApiFault::badRequest(
                u"Invalid '%1': a key has at most %2 characters."_s.arg(param).arg(maxKey), param,
                u"string_above_max_length"_s);
        if (!it.value().isString())
            throw ApiFault::badRequest(u"Invalid type for '%1': expected a string."_s.arg(inner), inner,
                                       u"invalid_type"_s);
        if (lengthOf(it.value().toString()) > maxValue)
            throw ApiFault::badRequest(
                u"Invalid '%1': string too long. Expected a string with maximum length %2."_s.arg(inner).arg(
                    maxValue),
                inner, u"string_above_max_length"_s);
    }
    return metadata;
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/attributes.h"

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
    return text.size() <= maxKey ? text.size() : text.toUcs4().size();
}
} // namespace

QJsonObject checkedAttributes(const QJsonValue &value, const QString &param)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const QJsonObject attributes = requireObject(value, param);
    if (attributes.size() > maxPairs)
        throw ApiFault::badRequest(
            u"Invalid '%1': too many properties. Expected an object with at most %2 properties, but got an "
            "object with %3 properties instead."_s.arg(param)
                .arg(maxPairs)
                .arg(attributes.size()),
            param, u"object_above_max_properties"_s);
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        if (lengthOf(it.key()) > maxKey)
            throw ApiFault::badRequest(
                u"Invalid '%1': a key has at most %2 characters."_s.arg(param).arg(maxKey), param,
                u"string_above_max_length"_s);
        const QJsonValue inner = it.value();
        if (!inner.isString() && !inner.isDouble() && !inner.isBool())
            throw ApiFault::badRequest(
                u"Invalid type for '%1.%2': expected a string, a number or a boolean."_s.arg(param, it.key()),
                param, u"invalid_type"_s);
        if (lengthOf(inner.toString()) > maxValue)
            throw ApiFault::badRequest(
                u"Invalid '%1.%2': string too long. Expected a string with maximum length %3."_s
                    .arg(param, it.key())
                    .arg(maxValue),
                param, u"string_above_max_length"_s);
    }
    return attributes;
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonfields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace odc::json {

using namespace Qt::StringLiterals;

namespace {

/// Doubles beyond this hold no whole numbers, and their conversion would be undefined.
constexpr double mostExact = 9007199254740992.0; // 2^53

} // namespace

QString text(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble()) {
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromLatin1(list.mid(1, list.size() - 2)); // "[1.5]" without its brackets
    }
    return {};
}

std::optional<qint64> integer(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isDouble()) {
        // Whole numbers of 64 bits come through exactly, others by way of a double.
        constexpr qint64 none = std::numeric_limits<qint64>::min();
        if (const qint64 whole = value.toInteger(none); whole != none)
            return whole;
    }
    if (value.isString()) {
        bool ok = false;
        if (const qint64 whole = value.toString().trimmed().toLongLong(&ok); ok)
            return whole;
    }
    const auto real = number(object, key);
    if (!real || std::abs(*real) > mostExact)
        return std::nullopt;
    return qint64(std::floor(*real)); // gateways send times as 1700000000.25
}

std::optional<double> number(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isDouble())
        return value.toDouble();
    if (value.isString()) {
        bool ok = false;
        if (const double real = value.toString().trimmed().toDouble(&ok); ok && std::isfinite(real))
            return real;
    }
    return std::nullopt;
}

bool boolean(const QJsonObject &object, QLatin1StringView key, bool fallback)
{
    const QJsonValue value = object.value(key);
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble() != 0;
    if (value.isString()) {
        if (value.toString() == "true"_L1)
            return true;
        if (value.toString() == "false"_L1)
            return false;
    }
    return fallback;
}

std::optional<QJsonObject> parseObject(const QByteArray &text, QString *error)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parseError);
    if (document.isObject())
        return document.object();
    if (text.trimmed().isEmpty())
        *error = QCoreApplication::translate("Json", "The answer is empty");
    else if (parseError.error != QJsonParseError::NoError)
        *error = QCoreApplication::translate("Json", "The answer is no JSON: %1 at byte %2")
                     .arg(parseError.errorString())
                     .arg(parseError.offset);
    else
        *error = QCoreApplication::translate("Json", "The answer is no JSON object");
    return std::nullopt;
}

} // namespace odc::json

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/jsonfields.h"

#include "localserver/apifault.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QString shown(const QJsonValue &value)
{
    constexpr qsizetype longest = 200;
    return shownValue(value, longest);
}

ApiFault wrongType(const QJsonValue &value, const QString &type, const QString &param)
{
    return ApiFault::badRequest(u"%1 is not of type '%2' - '%3'"_s.arg(shown(value), type, param), param);
}

ApiFault tooShort(const QJsonValue &value, const QString &param)
{
    return ApiFault::badRequest(u"%1 is too short - '%2'"_s.arg(shown(value), param), param);
}

} // namespace

QString shownValue(const QJsonValue &value, qsizetype longest)
{
    QString text;
    if (value.isString()) {
        text = u'\'' + value.toString() + u'\'';
    } else {
        text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
        text = text.mid(1, text.size() - 2);
    }
    return text.size() <= longest ? text : text.left(longest) + u"..."_s;
}

QJsonObject requireObject(const QJsonValue &value, const QString &param)
{
    if (!value.isObject())
        throw wrongType(value, u"object"_s, param);
    return value.toObject();
}

void checkRange(qint64 value, qint64 minimum, qint64 maximum, const QString &param)
{
    if (value < minimum)
        throw ApiFault::badRequest(
            u"%1 is less than the minimum of %2 - '%3'"_s.arg(value).arg(minimum).arg(param), param);
    if (value > maximum)
        throw ApiFault::badRequest(
            u"%1 is greater than the maximum of %2 - '%3'"_s.arg(value).arg(maximum).arg(param), param);
}

JsonFields::JsonFields(const QJsonObject &object, const QStringList &allowed, const QString &inside)
    : m_object(object), m_inside(inside)
{
    for (const QString &name : object.keys()) {
        if (!allowed.contains(name))
            throw ApiFault::badRequest(
                u"Additional properties are not allowed ('%1' was unexpected)"_s.arg(name));
    }
}

QString JsonFields::param(const QString &name) const
{
    return m_inside.isEmpty() ? name : m_inside + u'.' + name;
}

QJsonValue JsonFields::required(const QString &name) const
{
    if (!m_object.contains(name))
        throw ApiFault::badRequest(u"'%1' is a required property"_s.arg(name) +
                                       (m_inside.isEmpty() ? QString() : u" - '%1'"_s.arg(m_inside)),
                                   m_inside.isEmpty() ? name : m_inside);
    return m_object[name];
}

QString JsonFields::anyText(const QString &name) const
{
    const QJsonValue value = required(name);
    if (!value.isString())
        throw wrongType(value, u"string"_s, param(name));
    return value.toString();
}

QString JsonFields::text(const QString &name) const
{
    const QString text = anyText(name);
    if (text.isEmpty())
        throw tooShort(text, param(name));
    return text;
}

QString JsonFields::choice(const QString &name, const QStringList &allowed) const
{
    const QString text = anyText(name);
    if (!allowed.contains(text))
        throw ApiFault::badRequest(
            u"%1 is not one of ['%2'] - '%3'"_s.arg(shown(text), allowed.join("', '"_L1), param(name)),
            param(name));
    return text;
}

double JsonFields::number(const QString &name, double minimum, double maximum) const
{
    const QJsonValue value = required(name);
    if (!value.isDouble())
        throw wrongType(value, u"number"_s, param(name));
    const double number = value.toDouble();
    if (number < minimum)
        throw ApiFault::badRequest(
            u"%1 is less than the minimum of %2 - '%3'"_s.arg(number).arg(minimum).arg(param(name)),
            param(name));
    if (number > maximum)
        throw ApiFault::badRequest(
            u"%1 is greater than the maximum of %2 - '%3'"_s.arg(number).arg(maximum).arg(param(name)),
            param(name));
    return number;
}

qint64 JsonFields::integer(const QString &name, qint64 minimum, qint64 maximum) const
{
    const QJsonValue value = required(name);
    // Beyond 2^53 the number may not be the one that was sent; no range here goes that far.
    if (!value.isDouble() || std::trunc(value.toDouble()) != value.toDouble())
        throw wrongType(value, u"integer"_s, param(name));
    if (std::abs(value.toDouble()) > 9e15)
        throw ApiFault::badRequest(u"%1 is out of range - '%2'"_s.arg(shown(value), param(name)),
                                   param(name));
    checkRange(qint64(value.toDouble()), minimum, maximum, param(name));
    return qint64(value.toDouble());
}

QStringList JsonFields::texts(const QString &name) const
{
    const QJsonValue value = required(name);
    if (!value.isArray())
        throw wrongType(value, u"array"_s, param(name));
    const QJsonArray list = value.toArray();
    if (list.isEmpty())
        throw tooShort(value, param(name));
    QStringList texts;
    for (const QJsonValue &each : list) {
        if (!each.isString())
            throw wrongType(each, u"string"_s, u"%1.%2"_s.arg(param(name)).arg(texts.size()));
        texts.append(each.toString());
    }
    return texts;
}

} // namespace odc::server

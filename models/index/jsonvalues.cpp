// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonvalues.h"

#include <QLatin1StringView>

#include <cmath>

namespace odc::values {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostExact = 9007199254740992.0; // 2^53
constexpr qint64 lastMoment = 253'402'300'799;
constexpr qsizetype mostPairs = 1000; ///< characters

QString fromJson(std::string_view bytes, qsizetype most)
{
    // A character has no more than four bytes.
    const QString whole =
        QString::fromUtf8(bytes.data(), qsizetype(std::min(bytes.size(), size_t(most) * 4)));
    return whole.size() > most ? whole.left(most) : whole;
}

double number(dom::object object, std::string_view key)
{
    dom::element value;
    if (object.at_key(key).get(value))
        return 0;
    if (double real = 0; !value.get_double().get(real)) // takes integers, too
        return real;
    if (std::string_view written; !value.get_string().get(written) && written.size() < 40) {
        bool ok = false;
        const double real = QByteArray(written.data(), qsizetype(written.size())).trimmed().toDouble(&ok);
        return ok ? real : 0;
    }
    return 0;
}

} // namespace

QString text(dom::element value, qsizetype most)
{
    switch (value.type()) {
    case dom::element_type::STRING:
        return fromJson(value.get_string().value_unsafe(), most);
    case dom::element_type::BOOL:
        return value.get_bool().value_unsafe() ? u"true"_s : u"false"_s;
    case dom::element_type::INT64:
        return QString::number(value.get_int64().value_unsafe());
    case dom::element_type::UINT64:
        return QString::number(value.get_uint64().value_unsafe());
    case dom::element_type::DOUBLE:
        return QString::number(value.get_double().value_unsafe(), 'g', 15);
    case dom::element_type::ARRAY:
    case dom::element_type::OBJECT:
    case dom::element_type::NULL_VALUE:
        break;
    }
    return {};
}

QString text(dom::object object, std::string_view key, qsizetype most)
{
    dom::element value;
    return object.at_key(key).get(value) ? QString() : text(value, most);
}

qint64 count(dom::object object, std::string_view key)
{
    const double value = number(object, key);
    return value >= 0 && value <= mostExact ? qint64(std::floor(value)) : 0; // no NaN comes through either
}

qint64 moment(dom::object object, std::string_view key)
{
    const qint64 value = count(object, key);
    return value <= lastMoment ? value : 0;
}

dom::object child(dom::object object, std::string_view key)
{
    static thread_local dom::parser parser;
    static thread_local const dom::object none = parser.parse("{}", 2).get_object().value_unsafe();
    dom::object found;
    return object.at_key(key).get_object().get(found) ? none : found;
}

bool flag(dom::object object, std::string_view key, bool otherwise)
{
    dom::element value;
    if (object.at_key(key).get(value))
        return otherwise;
    if (bool said = false; !value.get_bool().get(said))
        return said;
    if (double real = 0; !value.get_double().get(real))
        return real != 0;
    if (std::string_view written; !value.get_string().get(written))
        return written == "true" ? true : written == "false" ? false : otherwise;
    return otherwise;
}

bool has(dom::object object, std::string_view key)
{
    return !object.at_key(key).error();
}

QString pairs(dom::object object, std::string_view key)
{
    QString found;
    for (const dom::key_value_pair field : child(object, key)) {
        const QString value = text(field.value, mostPairs);
        if (value.isEmpty())
            continue;
        if (!found.isEmpty())
            found += u' ';
        found += fromJson(field.key, mostPairs) + u'=' + value;
        if (found.size() > mostPairs)
            return found.left(mostPairs);
    }
    return found;
}

} // namespace odc::values

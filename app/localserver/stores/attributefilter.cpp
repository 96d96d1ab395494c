// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/attributefilter.h"

#include "localserver/apifault.h"
#include "localserver/jsonfields.h"

#include <QJsonArray>

#include <algorithm>
#include <compare>
#include <limits>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr int maxDepth = 32;
constexpr int maxNodes = 1000;

enum class Operation { Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual, In, NotIn, And, Or };

const QList<std::pair<QString, Operation>> &operations()
{
    static const QList<std::pair<QString, Operation>> list{
        {u"eq"_s, Operation::Equal},   {u"ne"_s, Operation::NotEqual},
        {u"gt"_s, Operation::Greater}, {u"gte"_s, Operation::GreaterEqual},
        {u"lt"_s, Operation::Less},    {u"lte"_s, Operation::LessEqual},
        {u"in"_s, Operation::In},      {u"nin"_s, Operation::NotIn},
        {u"and"_s, Operation::And},    {u"or"_s, Operation::Or},
    };
    return list;
}

/** How two values of one kind stand to each other; nothing when they are of two kinds. */
std::optional<std::partial_ordering> order(const QJsonValue &one, const QJsonValue &other)
{
    if (one.isDouble() && other.isDouble()) {
        // Whole numbers beyond what a double holds exactly are told apart.
        const qint64 lowest = std::numeric_limits<qint64>::min();
        const qint64 whole = one.toInteger(lowest);
        const qint64 otherWhole = other.toInteger(lowest);
        if (whole != lowest && otherWhole != lowest)
            return whole <=> otherWhole;
        return one.toDouble() <=> other.toDouble();
    }
    if (one.isString() && other.isString())
        return one.toString().compare(other.toString()) <=> 0;
    if (one.isBool() && other.isBool())
        return int(one.toBool()) <=> int(other.toBool());
    return std::nullopt;
}

bool same(const QJsonValue &one, const QJsonValue &other)
{
    const auto found = order(one, other);
    return found && *found == std::partial_ordering::equivalent;
}

} // namespace

struct AttributeFilter::Node
{
    Operation operation = Operation::And;
    QString key;
    QJsonValue value;
    QJsonArray list;
    std::vector<Node> filters;

    bool matches(const QJsonObject &attributes) const
    {
        const auto inner = [&attributes](const Node &node) { return node.matches(attributes); };
        if (operation == Operation::And)
            return std::all_of(filters.begin(), filters.end(), inner);
        if (operation == Operation::Or)
            return std::any_of(filters.begin(), filters.end(), inner);
        return compares(attributes.value(key));
    }

    bool compares(const QJsonValue &held) const
    {
        const auto isHeld = [&held](const QJsonValue &one) { return same(held, one); };
        const auto found = order(held, value);
        switch (operation) {
        case Operation::Equal:
            return same(held, value);
        case Operation::NotEqual:
            return !same(held, value);
        case Operation::Greater:
            return found && *found > 0;
        case Operation::GreaterEqual:
            return found && *found >= 0;
        case Operation::Less:
            return found && *found < 0;
        case Operation::LessEqual:
            return found && *found <= 0;
        case Operation::In:
            return std::any_of(list.begin(), list.end(), isHeld);
        case Operation::NotIn:
            return std::none_of(list.begin(), list.end(), isHeld);
        case Operation::And:
        case Operation::Or:
            break;
        }
        return false;
    }
};

namespace {

using Node = AttributeFilter::Node;

class FilterReader
{
public:
    explicit FilterReader(const QString &param) : m_param(param) {}

    Node read(const QJsonValue &json, const QString &inside, int depth)
    {
        if (depth > maxDepth)
            throw fault(u"Invalid '%1': filters may be nested at most %2 deep."_s.arg(m_param).arg(maxDepth));
        if (++m_nodes > maxNodes)
            throw fault(u"Invalid '%1': at most %2 comparisons and groups."_s.arg(m_param).arg(maxNodes));
        const QJsonObject object = requireObject(json, inside);
        const Operation operation = operationOf(object, inside);
        return operation == Operation::And || operation == Operation::Or
                   ? compound(operation, object, inside, depth)
                   : comparison(operation, object, inside);
    }

private:
    ApiFault fault(const QString &message) const { return ApiFault::badRequest(message, m_param); }

    static Operation operationOf(const QJsonObject &object, const QString &inside)
    {
        QStringList names;
        for (const auto &[name, operation] : operations())
            names.append(name);
        const QString name = JsonFields(object, object.keys(), inside).choice(u"type"_s, names);
        return operations()[names.indexOf(name)].second;
    }

    Node compound(Operation operation, const QJsonObject &object, const QString &inside, int depth)
    {
        const JsonFields fields(object, {u"type"_s, u"filters"_s}, inside);
        const QJsonValue filters = fields.value(u"filters"_s);
        if (!filters.isArray() || filters.toArray().isEmpty())
            throw fault(u"Invalid '%1.filters': expected a list of at least one filter."_s.arg(inside));
        Node node;
        node.operation = operation;
        const QJsonArray list = filters.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            node.filters.push_back(read(list[i], u"%1.filters[%2]"_s.arg(inside).arg(i), depth + 1));
        return node;
    }

    Node comparison(Operation operation, const QJsonObject &object, const QString &inside) const
    {
        const JsonFields fields(object, {u"type"_s, u"key"_s, u"value"_s}, inside);
        Node node;
        node.operation = operation;
        node.key = fields.text(u"key"_s);
        node.value = fields.value(u"value"_s);
        checkValue(node.value, operation, inside);
        node.list = node.value.toArray();
        return node;
    }

    void checkValue(const QJsonValue &value, Operation operation, const QString &inside) const
    {
        const bool scalar = value.isString() || value.isDouble();
        switch (operation) {
        case Operation::In:
        case Operation::NotIn: {
            const QJsonArray list = value.toArray();
            const bool good = value.isArray() && std::all_of(list.begin(), list.end(), [](const auto &one) {
                                  return one.isString() || one.isDouble();
                              });
            if (!good)
                throw fault(u"Invalid '%1.value': 'in' and 'nin' expect a list of strings and numbers."_s.arg(
                    inside));
            return;
        }
        case Operation::Equal:
        case Operation::NotEqual:
            if (!scalar && !value.isBool())
                throw fault(u"Invalid '%1.value': expected a string, a number or a boolean."_s.arg(inside));
            return;
        default:
            if (!scalar)
                throw fault(
                    u"Invalid '%1.value': only a string or a number can be greater or less."_s.arg(inside));
        }
    }

    const QString m_param;
    int m_nodes = 0;
};

} // namespace

AttributeFilter AttributeFilter::parse(const QJsonValue &filters, const QString &param)
{
    AttributeFilter filter;
    if (!filters.isNull() && !filters.isUndefined())
        filter.m_root = std::make_shared<const Node>(FilterReader(param).read(filters, param, 1));
    return filter;
}

bool AttributeFilter::matches(const QJsonObject &attributes) const
{
    return !m_root || m_root->matches(attributes);
}

} // namespace odc::server

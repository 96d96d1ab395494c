// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/templates.h"

#include "localserver/graders/grader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

const auto opening = "{{"_L1;
const auto ending = "}}"_L1;

/** A place in a template: what stands between the braces, and where the text around it is. */
struct Place
{
    qsizetype begin = 0;
    qsizetype end = 0; ///< after the closing braces
    QString inside;
};

std::optional<Place> nextPlace(const QString &text, qsizetype from)
{
    qsizetype begin = text.indexOf(opening, from);
    if (begin < 0)
        return std::nullopt;
    const qsizetype close = text.indexOf(ending, begin + opening.size());
    if (close < 0)
        return std::nullopt;
    // "{{ {{item.x}}": the place is the inner one.
    begin = text.lastIndexOf(opening, close - opening.size());
    return Place{begin, close + ending.size(),
                 text.sliced(begin + opening.size(), close - begin - opening.size()).trimmed()};
}

/** Splits "item.list[0]["two words"]" into its steps; nothing when it is not a path. */
std::optional<QStringList> stepsOf(const QString &path)
{
    QStringList steps;
    qsizetype at = 0;
    while (at < path.size()) {
        if (path[at] == u'[') {
            const qsizetype first = at + 1;
            const bool quoted = first < path.size() && (path[first] == u'"' || path[first] == u'\'');
            const qsizetype close =
                quoted ? path.indexOf(QString(path[first]) + u']', first + 1) : path.indexOf(u']', first);
            if (close < 0 || steps.isEmpty())
                return std::nullopt;
            const QString step =
                quoted ? path.sliced(first + 1, close - first - 1) : path.sliced(first, close - first);
            const bool number = !step.isEmpty() && std::all_of(step.begin(), step.end(),
                                                               [](QChar each) { return each.isDigit(); });
            if (!quoted && !number)
                return std::nullopt;
            steps.append(step);
            at = close + (quoted ? 2 : 1);
            continue;
        }
        if (!steps.isEmpty()) {
            if (path[at] != u'.')
                return std::nullopt;
            ++at;
        }
        const qsizetype begin = at;
        while (at < path.size() && path[at] != u'.' && path[at] != u'[')
            ++at;
        const QString step = path.sliced(begin, at - begin);
        const bool spaced = std::any_of(step.begin(), step.end(), [](QChar each) { return each.isSpace(); });
        if (step.isEmpty() || spaced || step.contains(u'{') || step.contains(u'}'))
            return std::nullopt;
        steps.append(step);
    }
    return steps;
}

/** The sentence about a path that no template can have, else empty. */
QString formFault(const QString &path, const std::optional<QStringList> &steps)
{
    const bool named =
        steps && steps->size() > 1 && (steps->first() == u"item"_s || steps->first() == u"sample"_s);
    return named ? QString()
                 : u"'{{%1}}' is not a variable: '{{item.name}}' and '{{sample.name}}' are."_s.arg(
                       path.left(200));
}

/** An index as a list has it, -1 for everything else. */
qsizetype indexOf(const QString &step)
{
    bool ok = false;
    const int index = step.toInt(&ok);
    return ok && index >= 0 && step == QString::number(index) ? index : -1;
}

QJsonValue walk(const QStringList &steps, const GradeInput &input)
{
    QJsonValue value = steps.first() == u"item"_s ? input.item : input.sample;
    for (const QString &step : steps.sliced(1)) {
        if (value.isArray()) {
            const qsizetype index = indexOf(step);
            const QJsonArray list = value.toArray();
            value = index >= 0 && index < list.size() ? list.at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.toObject().value(step); // undefined for what is no object
        }
        if (value.isUndefined())
            break;
    }
    return value;
}

QString asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

/** Whether a JSON schema leaves room for a path. Only what forbids it counts: a schema that says nothing
 * allows all. */
class PathCheck
{
public:
    explicit PathCheck(const QJsonObject &root) : m_root(root) {}

    bool allows(const QJsonValue &schema, const QStringList &steps)
    {
        if (schema.isBool())
            return schema.toBool() || steps.isEmpty();
        // Schemas may refer to themselves; what is not decided after this many looks is left to the items.
        if (steps.isEmpty() || !schema.isObject() || --m_looks < 0)
            return true;
        const QJsonObject object = schema.toObject();
        if (object.contains("$ref"_L1))
            return allows(referred(object["$ref"_L1].toString()), steps);
        bool combined = false;
        for (const auto &combination : {"allOf"_L1, "anyOf"_L1, "oneOf"_L1}) {
            for (const QJsonValue &each : object[combination].toArray()) {
                if (allows(each, steps))
                    return true;
                combined = true;
            }
        }
        if (combined && !object.contains("properties"_L1) && !object.contains("items"_L1))
            return false;
        return (mayBe(object, u"object"_s) && allowsMember(object, steps)) ||
               (mayBe(object, u"array"_s) && allowsElement(object, steps));
    }

private:
    static bool mayBe(const QJsonObject &schema, const QString &type)
    {
        const QJsonValue types = schema["type"_L1];
        return types.isUndefined() || types == QJsonValue(type) || types.toArray().contains(type);
    }

    bool allowsMember(const QJsonObject &schema, const QStringList &steps)
    {
        const QJsonObject members = schema["properties"_L1].toObject();
        if (members.contains(steps.first()))
            return allows(members[steps.first()], steps.sliced(1));
        const QJsonValue others = schema["additionalProperties"_L1];
        if (others.isObject())
            return allows(others, steps.sliced(1));
        if (others.isBool())
            return others.toBool();
        // JSON schema would let anything pass here. A template that asks for a member that the schema does
        // not name is a slip of the pen far more often than a wish.
        return members.isEmpty() || schema.contains("patternProperties"_L1);
    }

    bool allowsElement(const QJsonObject &schema, const QStringList &steps)
    {
        if (indexOf(steps.first()) < 0)
            return false;
        return allows(schema["items"_L1], steps.sliced(1));
    }

    QJsonValue referred(const QString &reference) const
    {
        if (!reference.startsWith("#/"_L1))
            return {};
        QJsonValue value = m_root;
        for (QString step : reference.sliced(2).split(u'/'))
            value = value.toObject().value(step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
        return value;
    }

    const QJsonObject m_root;
    int m_looks = 1000;
};

} // namespace

QString expandTemplate(const QString &text, const GradeInput &input, QString *error)
{
    QString result;
    qsizetype from = 0;
    while (const auto place = nextPlace(text, from)) {
        const auto steps = stepsOf(place->inside);
        if (const QString fault = formFault(place->inside, steps); !fault.isEmpty()) {
            *error = fault;
            return {};
        }
        const QJsonValue value = walk(*steps, input);
        if (value.isUndefined()) {
            *error = u"'{{%1}}' is not there."_s.arg(place->inside.left(200));
            return {};
        }
        result += QStringView(text).sliced(from, place->begin - from);
        result += asText(value);
        from = place->end;
    }
    result += QStringView(text).sliced(from);
    return result;
}

QStringList templateFaults(const QString &text, const QJsonObject &itemSchema)
{
    QStringList faults;
    qsizetype from = 0;
    while (const auto place = nextPlace(text, from)) {
        from = place->end;
        const auto steps = stepsOf(place->inside);
        if (const QString fault = formFault(place->inside, steps); !fault.isEmpty()) {
            faults.append(fault);
            continue;
        }
        if (steps->first() == u"item"_s && !PathCheck(itemSchema).allows(itemSchema, steps->sliced(1)))
            faults.append(u"'{{%1}}' is not in the item schema."_s.arg(place->inside.left(200)));
    }
    return faults;
}

QJsonValue valueAtPath(const QString &path, const GradeInput &input)
{
    const auto steps = stepsOf(path.trimmed());
    return formFault(path, steps).isEmpty() ? walk(*steps, input) : QJsonValue(QJsonValue::Undefined);
}

} // namespace odc::server

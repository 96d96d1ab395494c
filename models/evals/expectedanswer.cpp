// SPDX-License-Identifier: GPL-3.0-or-later
#include "expectedanswer.h"

#include "api/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto opening = "{{"_L1;
constexpr auto closing = "}}"_L1;

QString textOf(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return json::text({{u"v"_s, value}}, "v"_L1);
}

/// Below the item: "a.b" is a field of a field; a number is a place in a list.
QJsonValue below(const QJsonObject &item, const QString &path)
{
    QJsonValue value = item;
    const QStringList steps = path.split(u'.');
    for (const QString &step : steps) {
        if (value.isArray()) {
            bool isPlace = false;
            const int place = step.toInt(&isPlace);
            value = isPlace ? value.toArray().at(place) : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.toObject().value(step);
        }
    }
    return value;
}

} // namespace

std::optional<QString> fillFromItem(const QString &text, const QJsonObject &item)
{
    QString filled;
    qsizetype from = 0;
    for (;;) {
        const qsizetype at = text.indexOf(opening, from);
        if (at < 0)
            return filled + text.mid(from);
        const qsizetype end = text.indexOf(closing, at);
        if (end < 0)
            return std::nullopt;
        const QString name = text.mid(at + 2, end - at - 2).trimmed();
        if (!name.startsWith("item."_L1))
            return std::nullopt;
        const QJsonValue value = below(item, name.mid(5));
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        filled += text.mid(from, at - from) + textOf(value);
        from = end + 2;
    }
}

ExpectedAnswer::ExpectedAnswer(const EvalObject &eval)
{
    for (const EvalCriterion &criterion : eval.criteria) {
        const QString reference = json::text(criterion.raw, "reference"_L1);
        // What an answer must not be is not what is expected.
        if (reference.isEmpty() || json::text(criterion.raw, "operation"_L1) == "ne"_L1)
            continue;
        if (!reference.contains(opening)) {
            if (m_constant.isEmpty())
                m_constant = reference;
        } else if (!m_templates.contains(reference)) {
            m_templates << reference;
        }
    }
}

QString ExpectedAnswer::of(const QJsonObject &item) const
{
    for (const QString &reference : m_templates) {
        if (const auto filled = fillFromItem(reference, item); filled && !filled->isEmpty())
            return *filled;
    }
    for (const auto name : {"expected"_L1, "expected_output"_L1, "ideal"_L1, "label"_L1, "answer"_L1, "reference"_L1,
                            "target"_L1, "correct_label"_L1, "ground_truth"_L1, "completion"_L1}) {
        const QJsonValue value = item.value(name);
        if (!value.isUndefined() && !value.isNull())
            return textOf(value);
    }
    return m_constant;
}

} // namespace odc

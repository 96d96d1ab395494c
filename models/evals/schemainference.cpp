// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemainference.h"

#include "base/format.h"

#include <QCoreApplication>
#include <QMap>

#include <cmath>
#include <memory>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 32;

/// What was seen of one value over all rows.
class Seen
{
public:
    void add(const QJsonValue &value, int depth = 0)
    {
        switch (value.type()) {
        case QJsonValue::Null:
            ++m_nulls;
            break;
        case QJsonValue::Bool:
            ++m_booleans;
            break;
        case QJsonValue::Double:
            // Beyond 2^53 a double cannot tell.
            ++(std::floor(value.toDouble()) == value.toDouble() && std::abs(value.toDouble()) < 9.1e15
                   ? m_integers
                   : m_numbers);
            break;
        case QJsonValue::String:
            ++m_strings;
            break;
        case QJsonValue::Array: {
            ++m_lists;
            const QJsonArray list = value.toArray();
            if (!m_element && !list.isEmpty())
                m_element = std::make_unique<Seen>();
            for (const QJsonValue &element : list) {
                if (depth < deepest)
                    m_element->add(element, depth + 1);
            }
            break;
        }
        case QJsonValue::Object: {
            ++m_objects;
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end() && depth < deepest; ++it) {
                auto &member = m_members[it.key()];
                if (!member)
                    member = std::make_shared<Seen>();
                ++member->m_times;
                member->add(it.value(), depth + 1);
            }
            break;
        }
        case QJsonValue::Undefined:
            break;
        }
    }

    QJsonObject schema() const
    {
        QJsonObject schema;
        QJsonArray types;
        const auto name = [&types](qint64 count, const QString &type) {
            if (count > 0)
                types.append(type);
        };
        name(m_objects, u"object"_s);
        name(m_lists, u"array"_s);
        name(m_strings, u"string"_s);
        if (m_numbers > 0)
            types.append(u"number"_s); // which includes the whole ones
        else
            name(m_integers, u"integer"_s);
        name(m_booleans, u"boolean"_s);
        name(m_nulls, u"null"_s);
        if (types.size() == 1)
            schema.insert(u"type"_s, types.first());
        else if (!types.isEmpty())
            schema.insert(u"type"_s, types);
        if (m_objects > 0) {
            QJsonObject properties;
            QJsonArray required;
            for (auto it = m_members.begin(); it != m_members.end(); ++it) {
                properties.insert(it.key(), it.value()->schema());
                if (it.value()->m_times == m_objects)
                    required.append(it.key());
            }
            schema.insert(u"properties"_s, properties);
            if (!required.isEmpty())
                schema.insert(u"required"_s, required);
        }
        if (m_element)
            schema.insert(u"items"_s, m_element->schema());
        return schema;
    }

private:
    qint64 m_times = 0; ///< as a member: in so many objects
    qint64 m_nulls = 0;
    qint64 m_booleans = 0;
    qint64 m_integers = 0;
    qint64 m_numbers = 0;
    qint64 m_strings = 0;
    qint64 m_lists = 0;
    qint64 m_objects = 0;
    QMap<QString, std::shared_ptr<Seen>> m_members;
    std::unique_ptr<Seen> m_element;
};

} // namespace

QString InferredSchema::summary() const
{
    // Not named tr: lupdate would not look into its argument.
    const auto words = [](const char *text, int n = -1) {
        return QCoreApplication::translate("SchemaInference", text, nullptr, n);
    };
    if (!rows.error.isEmpty())
        return rows.error;
    QStringList parts{
        words(QT_TRANSLATE_N_NOOP("SchemaInference", "Read off %Ln row(s)"), int(rows.content.size()))};
    if (!rows.isComplete())
        parts << words(QT_TRANSLATE_NOOP("SchemaInference", "only the first %1 of %2 were looked at"))
                     .arg(format::size(rows.bytes), format::size(rows.total));
    if (rows.problemCount > 0)
        parts << words(QT_TRANSLATE_N_NOOP("SchemaInference", "%Ln line(s) left out, the first is line %1"),
                    int(rows.problemCount))
                     .arg(rows.problems.first().line);
    return parts.join(u"; "_s) + u'.';
}

QJsonObject inferItemSchema(const QJsonArray &rows)
{
    Seen all;
    for (const QJsonValue &row : rows)
        all.add(row.toObject().value("item"_L1));
    QJsonObject schema = all.schema();
    if (schema.isEmpty())
        schema = {{u"type"_s, u"object"_s}, {u"properties"_s, QJsonObject()}};
    return schema;
}

InferredSchema inferSchemaOfFile(const QString &path, const RowLimits &limits)
{
    InferredSchema inferred;
    inferred.rows = readRowsOfFile(path, {}, limits);
    inferred.schema = inferItemSchema(inferred.rows.content);
    return inferred;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace odc {

/// What a JSON Schema says about paths below the value it describes. Pure; any thread.
class SchemaWalk
{
public:
    explicit SchemaWalk(const QJsonObject &root) : m_root(root) {}

    struct Finding
    {
        enum class Kind {
            Fine,
            NoMember,     ///< the object has no such member
            NotAnIndex,   ///< it is a list: a number is wanted
            NothingInside ///< it is text, a number, ...: nothing is below it
        };
        Kind kind = Kind::Fine;
        qsizetype step = 0; ///< the one that cannot be
        QStringList others; ///< members that are there
    };
    /// Whether the value can have this path. What a schema leaves open is fine.
    Finding find(const QStringList &steps) const;

    /// Member names with their schemas, of the object at `schema`.
    QJsonObject membersOf(const QJsonObject &schema) const;
    /// The schema itself, or what its $ref points to.
    QJsonObject resolved(const QJsonObject &schema) const;

private:
    Finding findIn(const QJsonValue &schema, const QStringList &steps, qsizetype at, int depth) const;

    QJsonObject m_root;
};

/// The types a schema names; empty: it names none.
QStringList schemaTypes(const QJsonObject &schema);

/// A value to fill in by hand: texts empty, numbers 0, lists empty, objects with all their members. An empty
/// schema gives an empty object.
QJsonValue blankValue(const QJsonObject &schema);

} // namespace odc

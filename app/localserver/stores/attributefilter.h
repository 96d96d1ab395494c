// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <memory>

namespace odc::server {

/**
 * The filters of a search: comparisons of attributes, joined by "and" and "or".
 * - Values are compared as what they are: numbers with numbers, texts with texts (by their characters, so
 * that dates like 2025-01-31 come in order), booleans with booleans. Values of two kinds are not equal, and
 * none of them is greater.
 * - A file without the key differs from every value: "ne" and "nin" let it through, nothing else does.
 * - "gt", "gte", "lt", "lte" take a number or a text, "in" and "nin" a list of texts and numbers.
 */
class AttributeFilter
{
public:
    /** Lets everything through. */
    AttributeFilter() = default;
    /** Reads \p filters; null and undefined let everything through. Throws ApiFault 400. */
    static AttributeFilter parse(const QJsonValue &filters, const QString &param = QStringLiteral("filters"));

    /** Whether there is nothing to check. */
    bool isEmpty() const { return !m_root; }
    bool matches(const QJsonObject &attributes) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evaloutputitem.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// What the right answer to an item would have been, as text. Read once from an eval, then asked for each item: first
/// the reference of a criterion that takes it from the item ("{{item.label}}"), then a field of the item that tends to
/// hold it, last a reference that is the same for all. A pure value.
class ExpectedAnswer
{
public:
    ExpectedAnswer() = default;
    explicit ExpectedAnswer(const EvalObject &eval);

    /// Empty when nothing tells.
    QString of(const QJsonObject &item) const;
    QString of(const EvalOutputItem &item) const { return of(item.item); }

private:
    QStringList m_templates; ///< over the item alone
    QString m_constant;
};

/// "{{item.a.b}}" put in for each place of `text`; nothing when a place names something else, or what is not there.
std::optional<QString> fillFromItem(const QString &text, const QJsonObject &item);

} // namespace odc

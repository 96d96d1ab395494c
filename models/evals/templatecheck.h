// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace odc {

/// What the variables of a template may name.
struct TemplateScope
{
    enum class Sample {
        Known,    ///< there is one
        Unasked,  ///< the eval's schema does not speak of one: allowed, with a warning
        Forbidden ///< the text is what the model is asked: there is no answer yet
    };

    QJsonObject itemSchema; ///< JSON Schema of one item; empty: every path is possible
    Sample sample = Sample::Known;
};

/// Something wrong in a template, and where.
struct TemplateProblem
{
    qsizetype position = 0; ///< in UTF-16 units
    qsizetype length = 0;
    QString message; ///< translated sentence
    bool warning = false;
};

/// A variable as it stands in a template.
struct TemplatePlace
{
    qsizetype position = 0; ///< of its opening braces
    qsizetype length = 0;   ///< with all braces
    QString path;           ///< between them, trimmed
    bool closed = true;
};

/// The variables of `text`, in order; an unclosed one reaches to the next one, or the end of its line.
QList<TemplatePlace> templatePlaces(const QString &text);

/// What is wrong with the variables of `text`, in order. {{item.x.y}}, {{item.list[0]}}, {{item["two
/// words"]}} and
/// {{sample.…}} are understood (WIRE §10).
QList<TemplateProblem> checkTemplate(const QString &text, const TemplateScope &scope);

/// What is wrong with a path that stands alone, as in an item_reference ("item.history"); empty: nothing.
QString checkItemReference(const QString &path, const QJsonObject &itemSchema);

/// What can be typed at `cursor`.
struct TemplateCompletion
{
    qsizetype from = -1; ///< where what would be replaced begins; -1: the cursor is in no open variable
    QStringList paths;   ///< whole paths, without braces, the likeliest first
};
TemplateCompletion completeTemplate(const QString &text, qsizetype cursor, const TemplateScope &scope);

/// Every path that an item of this schema may have, "item." in front; members of members too.
QStringList itemPaths(const QJsonObject &itemSchema);

} // namespace odc

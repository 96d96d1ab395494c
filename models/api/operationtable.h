// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace odc {

/// One operation of the API, and where a person finds it in the window.
struct ApiOperation
{
    QByteArray number; ///< "1" to "50", "x1" to "x7" for those beside them
    QByteArray method;
    QByteArray path; ///< below the base URL; a segment in braces stands for an id
    QByteArray name; ///< as the service's own libraries call it: "files.create"
    QString pageId;  ///< the area that has it; empty: the window has no use for it
    QString action;  ///< object name of the action that begins it; empty: it is done by itself
    const char *title; ///< English, see titleText()
    const char *place; ///< the same of the way from the page to the action; empty: its Object menu

    /// "Upload a file", translated.
    QString titleText() const;
    /// "Object", "Details > Checkpoints", translated.
    QString placeText() const;
    /// What is sent is of this operation. `target`: below the base URL, with or without a query.
    bool matches(const QByteArray &method, const QByteArray &target) const;
    /// The ids in a path that matches, in order, as they are without encoding.
    QStringList idsIn(const QByteArray &target) const;
    bool isOffered() const { return !pageId.isEmpty(); }
};

/// All of them, by number.
const QList<ApiOperation> &apiOperations();
/// Null when there is none.
const ApiOperation *apiOperationOf(const QByteArray &method, const QByteArray &target);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVariant>

namespace odc {

class RowModelBase;

/// Rows copied out of a list, so that writing them can happen on any thread.
struct ExportData {
    QStringList header;          ///< column keys
    QList<bool> isTime;          ///< by column: written as ISO 8601, UTC
    QList<QVariantList> rows;    ///< raw values; times in unix seconds
    QList<QJsonObject> objects;  ///< the whole objects
};

/// What of the rows is wanted: cells for CSV, objects for JSON.
enum class ExportPart { Cells, Objects };

/// Copies the given rows (numbers of the model itself, in the order to be written). GUI thread; formats nothing.
ExportData exportData(const RowModelBase &model, const QList<int> &rows, ExportPart part);
/// The cells of some columns only, in this order.
ExportData exportCells(const RowModelBase &model, const QList<int> &rows, const QList<int> &columns);
/// RFC 4180 with a header line, UTF-8. Text that a spreadsheet would run as a formula gets a leading apostrophe.
QByteArray toCsv(const ExportData &data);
/// For the clipboard: exact values, a line each row, tabs between, no header. Breaks and tabs inside a text become
/// blanks, so that columns stay columns.
QString toTabbed(const ExportData &data);
/// A JSON array of the objects as the API gave them.
QByteArray toJson(const ExportData &data);
/// Writes through a temporary file. The error is LocalFile with the system's text.
Result<void> writeFile(const QString &path, const QByteArray &content);

} // namespace odc

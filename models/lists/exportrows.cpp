// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportrows.h"

#include "base/csv.h"
#include "lists/rowmodelbase.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimeZone>

#include <numeric>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// A word that stands in place of a time is none.
bool isTime(const QVariant &value)
{
    return value.isValid() && value.typeId() != QMetaType::QString;
}

QString isoTime(qint64 unixSeconds)
{
    return QDateTime::fromSecsSinceEpoch(unixSeconds, QTimeZone::utc()).toString(Qt::ISODate);
}

} // namespace

ExportData exportData(const RowModelBase &model, const QList<int> &rows, ExportPart part)
{
    if (part == ExportPart::Cells) {
        QList<int> columns(model.columns().size());
        std::iota(columns.begin(), columns.end(), 0);
        return exportCells(model, rows, columns);
    }
    ExportData data;
    data.objects.reserve(rows.size());
    for (const int row : rows)
        data.objects << model.rowJson(row);
    return data;
}

ExportData exportCells(const RowModelBase &model, const QList<int> &rows, const QList<int> &columns)
{
    ExportData data;
    for (const int column : columns) {
        data.header << QString::fromUtf8(model.columns().at(column).key);
        data.isTime << (model.columns().at(column).type == ColumnType::Time);
    }
    data.rows.reserve(rows.size());
    for (const int row : rows) {
        QVariantList values;
        values.reserve(columns.size());
        for (const int column : columns)
            values << model.rawValue(row, column);
        data.rows << values;
    }
    return data;
}

QString toTabbed(const ExportData &data)
{
    QStringList lines;
    lines.reserve(data.rows.size());
    for (const QVariantList &row : data.rows) {
        QStringList fields;
        fields.reserve(row.size());
        for (qsizetype c = 0; c < row.size(); ++c) {
            const QVariant &value = row.at(c);
            QString text =
                data.isTime.at(c) && isTime(value) ? isoTime(value.toLongLong()) : value.toString();
            for (QChar &character : text) {
                if (character == u'\t' || character == u'\n' || character == u'\r')
                    character = u' ';
            }
            fields << text;
        }
        lines << fields.join(u'\t');
    }
    return lines.join(u'\n');
}

QByteArray toCsv(const ExportData &data)
{
    QStringList titles;
    titles.reserve(data.header.size());
    for (const QString &title : data.header)
        titles << csv::field(title);
    QByteArray out = titles.join(u',').toUtf8() + "\r\n";
    for (const QVariantList &row : data.rows) {
        QStringList fields;
        fields.reserve(row.size());
        for (qsizetype c = 0; c < row.size(); ++c) {
            const QVariant &value = row.at(c);
            fields << (data.isTime.at(c) && isTime(value) ? isoTime(value.toLongLong()) : csv::field(value));
        }
        out += fields.join(u',').toUtf8() + "\r\n";
    }
    return out;
}

QByteArray toJson(const ExportData &data)
{
    QJsonArray array;
    for (const QJsonObject &object : data.objects)
        array.append(object);
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // flush(): on a full disk Qt 6.4's commit() does not notice that the last block was refused.
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush() || !file.commit())
        return failure(ApiError::make(ApiError::Kind::LocalFile, path + u": "_s + file.errorString()));
    return {};
}

} // namespace odc

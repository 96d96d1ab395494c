// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportrows.h"

#include "lists/rowmodelbase.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimeZone>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString csvField(const QVariant &value)
{
    const bool isText = value.typeId() == QMetaType::QString;
    QString text = value.toString();
    // A file name is somebody else's text: "=cmd()" must not run when the export is opened in a spreadsheet.
    if (isText && !text.isEmpty() && u"=+-@\t\r\n"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r')) {
        text.replace(u"\""_s, u"\"\""_s);
        text = u'"' + text + u'"';
    }
    return text;
}

QString isoTime(qint64 unixSeconds)
{
    return QDateTime::fromSecsSinceEpoch(unixSeconds, QTimeZone::utc()).toString(Qt::ISODate);
}

} // namespace

ExportData exportData(const RowModelBase &model, const QList<int> &rows, ExportPart part)
{
    ExportData data;
    const auto &columns = model.columns();
    for (const ColumnInfo &column : columns) {
        data.header << QString::fromLatin1(column.key);
        data.isTime << (column.type == ColumnType::Time);
    }
    if (part == ExportPart::Objects) {
        data.objects.reserve(rows.size());
        for (const int row : rows)
            data.objects << model.rowJson(row);
        return data;
    }
    data.rows.reserve(rows.size());
    for (const int row : rows) {
        QVariantList values;
        values.reserve(columns.size());
        for (int c = 0; c < columns.size(); ++c)
            values << model.rawValue(row, c);
        data.rows << values;
    }
    return data;
}

QByteArray toCsv(const ExportData &data)
{
    QByteArray out = data.header.join(u',').toUtf8() + "\r\n";
    for (const QVariantList &row : data.rows) {
        QStringList fields;
        fields.reserve(row.size());
        for (qsizetype c = 0; c < row.size(); ++c) {
            const QVariant &value = row.at(c);
            fields << (data.isTime.at(c) && value.isValid() ? isoTime(value.toLongLong()) : csvField(value));
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
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return failure(ApiError::make(ApiError::Kind::LocalFile, path + u": "_s + file.errorString()));
    return {};
}

} // namespace odc

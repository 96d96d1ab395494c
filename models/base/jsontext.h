// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// JSON written by hand, where tens of thousands of lines are: a QJsonDocument of a small object takes some 7 µs.
namespace odc::jsontext {

/// Appends the text as a string, in quotation marks and escaped (RFC 8259, section 7).
void append(QByteArray &json, const QByteArray &utf8);
void append(QByteArray &json, const QString &text);

/// Appends `"key":`, behind a comma unless the object has just begun. The key holds nothing to escape.
void appendKey(QByteArray &json, QByteArrayView key);

/// Appends a whole number.
void append(QByteArray &json, qint64 number);

} // namespace odc::jsontext

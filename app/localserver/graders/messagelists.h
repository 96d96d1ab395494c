// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace odc::server {

struct GradeInput;

/**
 * Fills the places of a list of messages (the contract's EvalItem, with roles and contents): texts, image
 * addresses and audio data. A content that is one text stays one; any other becomes a list of parts, texts in
 * it
 * {"type":"input_text"}. The first place that names nothing sets *error, and the result is empty.
 */
QJsonArray expandMessages(const QJsonArray &messages, const GradeInput &input, QString *error);

/** Throws ApiFault 400 unless \p messages is a list of at least one EvalItem whose templates hold
 * (templateFaults()). */
void checkMessages(const QJsonValue &messages, const QString &param, const QJsonObject &itemSchema);

/** Throws ApiFault 400 for the first of the templateFaults() of \p text. */
void checkTemplate(const QString &text, const QString &param, const QJsonObject &itemSchema);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/graders/modelanswers.h"

namespace odc::server {

/**
 * The built-in in place of a model: the same answer for the same question, every time. It answers with the
 * text of the last message of a user, behind its own name, so that nobody takes it for a model's work. Where
 * a
 * {"result": ...} is asked for, as graders do, the result is a label that the text has in it, else one picked
 * by the text's checksum, as is a number; its name stands beside the result. Thread-safe.
 */
class LocalEcho final : public ModelAnswers
{
public:
    Answer answer(const QString &model, const QJsonArray &messages, const QJsonObject &sampling) override;
};

/** The text of a message's content: a text, a part, or a list of parts. What is no text is named in brackets.
 */
QString contentText(const QJsonValue &content);

/** Tokens as output items and runs count them. */
QJsonObject usageOf(qint64 prompt, qint64 completion, qint64 cached = 0);

} // namespace odc::server

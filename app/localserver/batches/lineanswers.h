// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace odc::server {

/** One line of a batch that is to be answered. */
struct LineRequest
{
    QString batchId;
    QString endpoint;
    qint64 attempt = 0; ///< what the batch's metadata says: 0 = the first
    qint64 number = 0;  ///< of the line, from 1
    qint64 now = 0;     ///< unix seconds
    QJsonObject line;

    QString customId() const { return line[QStringLiteral("custom_id")].toString(); }
    QJsonObject body() const { return line[QStringLiteral("body")].toObject(); }
};

/** Tokens as batches count them. */
struct LineUsage
{
    qint64 input = 0;
    qint64 cached = 0; ///< of the input
    qint64 output = 0;
    qint64 reasoning = 0; ///< of the output
};

/** What came of a line. */
struct LineOutcome
{
    enum class Kind {
        Answered, ///< text belongs into the output file
        Failed,   ///< text belongs into the error file
        Waiting,  ///< there is no answer before the batch ends
        Missing,  ///< there is no answer, and nothing is said about it
    };
    Kind kind = Kind::Waiting;
    QByteArray text; ///< one or more lines, with their line ends
    LineUsage usage;
};

/** Where the answers to lines come from: the built-in echo or an upstream. Thread-safe. */
class LineAnswers
{
public:
    virtual ~LineAnswers() = default;
    /** May block its thread. Never throws. */
    virtual LineOutcome answer(const LineRequest &request) = 0;
    /** How many lines are worth asking at the same time. */
    virtual int parallel() const { return 1; }
    /** Ends all answers that are under way, badly, and all that are asked for from now on. */
    virtual void abort() {}
};

/** A line of an output or error file. What is under "response" comes over HTTP, whatever its status. */
QByteArray responseLine(const LineRequest &request, int status, const QString &requestId,
                        const QJsonValue &body);
/** A line of an error file about a request that got no response. */
QByteArray errorLine(const LineRequest &request, const QString &code, const QString &message);

/** The tokens that a response's member usage has, whatever the endpoint calls them. */
LineUsage usageIn(const QJsonObject &usage);

/** The member usage of a batch. */
QJsonObject usageObject(const LineUsage &usage);

/** The id that this server gives to something of that line: the same every time. */
QString idOfLine(QLatin1String prefix, const LineRequest &request);

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalrows.h"

#include "evals/schemacheck.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(EvalRows)
};

constexpr qsizetype mostProblems = 100;

QString inWords(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject:
        return Tr::tr("an object is not closed: } is missing");
    case QJsonParseError::MissingNameSeparator:
        return Tr::tr("a colon is missing after a name");
    case QJsonParseError::UnterminatedArray:
        return Tr::tr("a list is not closed: ] is missing");
    case QJsonParseError::MissingValueSeparator:
        return Tr::tr("a comma is missing");
    case QJsonParseError::IllegalValue:
        return Tr::tr("this is no JSON value");
    case QJsonParseError::TerminationByNumber:
    case QJsonParseError::IllegalNumber:
        return Tr::tr("this is no number");
    case QJsonParseError::IllegalEscapeSequence:
        return Tr::tr("this is no escape sequence");
    case QJsonParseError::IllegalUTF8String:
        return Tr::tr("this is not UTF-8");
    case QJsonParseError::UnterminatedString:
        return Tr::tr("a text is not closed: \" is missing");
    case QJsonParseError::MissingObject:
        return Tr::tr("an object is missing");
    case QJsonParseError::DeepNesting:
        return Tr::tr("this is nested too deeply");
    case QJsonParseError::GarbageAtEnd:
        return Tr::tr("something stands after the end");
    case QJsonParseError::DocumentTooLarge:
        return Tr::tr("this is too large");
    case QJsonParseError::NoError:
        break;
    }
    return {};
}

/// The row in the shape of a run, or why it is none.
QJsonObject rowOf(const QJsonObject &object, bool *plain, QString *fault)
{
    *plain = !object.value("item"_L1).isObject();
    if (!*plain) {
        if (object.contains("sample"_L1) && !object.value("sample"_L1).isObject())
            *fault = Tr::tr("sample must be an object");
        return object;
    }
    if (object.contains("item"_L1) && object.size() <= 2 &&
        (object.size() == 1 || object.contains("sample"_L1)))
        *fault = Tr::tr("item must be an object");
    return {{u"item"_s, object}};
}

void note(EvalRows &rows, qint64 line, const QString &message)
{
    ++rows.problemCount;
    if (rows.problems.size() < mostProblems)
        rows.problems.append({line, message});
}

} // namespace

EvalRows readRows(QIODevice &device, const QJsonObject &itemSchema, const RowLimits &limits)
{
    EvalRows rows;
    rows.total = device.size();
    qint64 number = 0;
    while (!device.atEnd() && rows.bytes < limits.bytes && rows.content.size() < limits.rows) {
        // A line that is longer than all that may be read is no row of anything.
        QByteArray line = device.readLine(limits.bytes + 1);
        if (line.isEmpty())
            break;
        rows.bytes += line.size();
        ++number;
        if (number == 1 && line.startsWith("\xEF\xBB\xBF"))
            line.remove(0, 3);
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        JsonFault fault;
        const QJsonValue value = parseJson(line, &fault);
        if (value.isUndefined()) {
            note(rows, number, Tr::tr("column %1: %2").arg(fault.column).arg(fault.message));
            continue;
        }
        if (!value.isObject()) {
            note(rows, number, Tr::tr("a row is an object: {\"item\": {…}}"));
            continue;
        }
        bool plain = false;
        QString why;
        const QJsonObject row = rowOf(value.toObject(), &plain, &why);
        if (why.isEmpty() && !itemSchema.isEmpty())
            why = schemaFault(row.value("item"_L1), itemSchema, u"item"_s);
        if (!why.isEmpty())
            note(rows, number, why);
        rows.plain += plain ? 1 : 0;
        rows.samples += row.contains("sample"_L1) ? 1 : 0;
        rows.content.append(row);
        rows.lines.append(number);
    }
    return rows;
}

EvalRows readRows(const QByteArray &text, const QJsonObject &itemSchema, const RowLimits &limits)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    return readRows(buffer, itemSchema, limits);
}

EvalRows readRowsOfFile(const QString &path, const QJsonObject &itemSchema, const RowLimits &limits)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        EvalRows rows;
        rows.error = file.errorString();
        return rows;
    }
    return readRows(file, itemSchema, limits);
}

QList<RowProblem> checkRows(const QJsonArray &content, const QJsonObject &itemSchema, qsizetype most)
{
    QList<RowProblem> problems;
    qint64 number = 0;
    for (const QJsonValue &value : content) {
        ++number;
        const QJsonObject row = value.toObject();
        QString why;
        if (!row.value("item"_L1).isObject())
            why = Tr::tr("item must be an object");
        else if (row.contains("sample"_L1) && !row.value("sample"_L1).isObject())
            why = Tr::tr("sample must be an object");
        else if (!itemSchema.isEmpty())
            why = schemaFault(row.value("item"_L1), itemSchema, u"item"_s);
        if (!why.isEmpty())
            problems.append({number, why});
        if (problems.size() >= most)
            break;
    }
    return problems;
}

QString JsonFault::sentence() const
{
    return message.isEmpty() ? QString()
                             : Tr::tr("Line %1, column %2: %3.").arg(line).arg(column).arg(message);
}

QJsonValue parseJson(const QByteArray &text, JsonFault *fault)
{
    // QJsonDocument takes objects and lists only.
    const qsizetype first = std::distance(text.begin(), std::find_if(text.begin(), text.end(), [](char c) {
                                              return c != ' ' && c != '\n' && c != '\t' && c != '\r';
                                          }));
    const bool bare = first < text.size() && text[first] != '{' && text[first] != '[';
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bare ? '[' + text + ']' : text, &error);
    if (error.error == QJsonParseError::NoError && (!bare || document.array().size() == 1)) {
        if (bare)
            return document.array().first();
        return document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    }
    const qsizetype offset = std::clamp<qsizetype>(error.offset - (bare ? 1 : 0), 0, text.size());
    const QByteArray before = text.left(offset);
    fault->line = int(before.count('\n')) + 1;
    fault->column = int(QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size()) + 1;
    fault->message = text.trimmed().isEmpty() ? Tr::tr("there is nothing") : inWords(error.error);
    if (fault->message.isEmpty())
        fault->message = Tr::tr("this is no JSON value");
    return QJsonValue(QJsonValue::Undefined);
}

} // namespace odc

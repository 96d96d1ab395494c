// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultsfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostColumns = 1000;  // a file that has more is not one of these
constexpr qsizetype mostNamedLines = 20; // of those that are unreadable
constexpr double exactIntegers = 9007199254740992.0;

QByteArrayView lineAt(QByteArrayView content, qsizetype from)
{
    const qsizetype end = content.indexOf('\n', from);
    QByteArrayView line = content.sliced(from, (end < 0 ? content.size() : end) - from);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArrayView withoutMark(QByteArrayView content)
{
    return content.startsWith("\xEF\xBB\xBF") ? content.sliced(3) : content;
}

/// The text that `content` is the base64 of; null when it is none. A header always has a comma, which base64
/// has not.
std::optional<QByteArray> decoded(QByteArrayView content)
{
    if (lineAt(content, 0).contains(','))
        return {};
    QByteArray packed;
    packed.reserve(content.size());
    for (const char c : content) { // it may come in lines
        if (c != '\n' && c != '\r' && c != ' ' && c != '\t')
            packed.append(c);
    }
    const auto result = QByteArray::fromBase64Encoding(packed, QByteArray::AbortOnBase64DecodingErrors);
    if (packed.isEmpty() || result.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return {};
    return result.decoded;
}

/// Cells of a line. A cell in quotes may hold commas, and quotes as two; line ends are beyond what these
/// files have. Null when a quote does not end.
bool split(QByteArrayView line, QList<QByteArray> &cells)
{
    cells.clear();
    qsizetype at = 0;
    for (;;) {
        if (at < line.size() && line[at] == '"') {
            QByteArray cell;
            for (++at;; ++at) {
                if (at >= line.size())
                    return false;
                if (line[at] != '"') {
                    cell.append(line[at]);
                } else if (at + 1 < line.size() && line[at + 1] == '"') {
                    cell.append('"');
                    ++at;
                } else {
                    ++at;
                    break;
                }
            }
            if (at < line.size() && line[at] != ',')
                return false;
            cells.append(cell);
        } else {
            const qsizetype end = line.indexOf(',', at);
            cells.append(line.sliced(at, (end < 0 ? line.size() : end) - at).trimmed().toByteArray());
            at = end < 0 ? line.size() : end;
        }
        if (at >= line.size())
            return true;
        ++at; // the comma
    }
}

/// False when the cell is neither a number nor one of the words for none.
bool readNumber(const QByteArray &cell, double &value)
{
    bool ok = false;
    value = cell.toDouble(&ok);
    if (ok) {
        if (!std::isfinite(value))
            value = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    const QByteArray word = cell.toLower();
    value = std::numeric_limits<double>::quiet_NaN();
    return word == "nan" || word == "inf" || word == "+inf" || word == "-inf" || word == "infinity" ||
           word == "-infinity";
}

bool readStep(const QByteArray &cell, qint64 &step)
{
    bool ok = false;
    const double value = cell.toDouble(&ok);
    if (!ok || !(value >= 0) || value > exactIntegers || value != std::floor(value))
        return false;
    step = qint64(value);
    return true;
}

tl::unexpected<ApiError> refuse(const QString &message)
{
    return failure(ApiError::make(ApiError::Kind::BadResponse, message));
}

} // namespace

Result<ResultsFile> readResultsFile(const QByteArray &content)
{
    const auto text = [](const char *sentence) {
        return QCoreApplication::translate("ResultsFile", sentence);
    };
    ResultsFile file;
    QByteArray unpacked;
    QByteArrayView rest = withoutMark(content);
    if (const auto plain = decoded(rest)) {
        unpacked = *plain;
        rest = withoutMark(unpacked);
        file.isBase64 = true;
    }
    if (rest.trimmed().isEmpty())
        return refuse(text(QT_TRANSLATE_NOOP("ResultsFile", "The results file is empty.")));

    QList<QByteArray> cells;
    const QByteArrayView header = lineAt(rest, 0);
    if (header.count(',') >= mostColumns)
        return refuse(
            text(QT_TRANSLATE_NOOP("ResultsFile", "This is no results file: it has too many columns.")));
    if (!split(header, cells))
        cells.clear();
    const auto isStep = [](const QByteArray &cell) { return cell.compare("step", Qt::CaseInsensitive) == 0; };
    const qsizetype stepColumn = std::find_if(cells.cbegin(), cells.cend(), isStep) - cells.cbegin();
    if (stepColumn == cells.size())
        return refuse(text(QT_TRANSLATE_NOOP(
            "ResultsFile", "This is no results file: its first line names no column “step”.")));
    QStringList names;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString name = MetricName::canonical(QString::fromUtf8(cells[i]));
        names << name;
        if (i != stepColumn && !name.isEmpty() && !file.metrics.contains(name))
            file.metrics << name;
    }

    qsizetype number = 1;
    for (qsizetype at = rest.indexOf('\n') + 1; at > 0 && at < rest.size(); ++number) {
        const QByteArrayView line = lineAt(rest, at);
        const qsizetype end = rest.indexOf('\n', at);
        at = end < 0 ? rest.size() : end + 1;
        if (line.trimmed().isEmpty())
            continue;
        MetricRow row;
        bool ok = line.count(',') < 2 * mostColumns && split(line, cells) && cells.size() == names.size() &&
                  readStep(cells[stepColumn], row.step);
        for (qsizetype i = 0; ok && i < cells.size(); ++i) {
            if (i == stepColumn || cells[i].isEmpty() || names[i].isEmpty())
                continue;
            double value = 0;
            ok = readNumber(cells[i], value);
            row.values.append({names[i], value});
        }
        if (ok) {
            file.rows << row;
            continue;
        }
        ++file.unreadable;
        if (file.unreadableLines.size() < mostNamedLines)
            file.unreadableLines << number + 1;
    }
    if (file.rows.isEmpty() && file.unreadable > 0)
        return refuse(text(QT_TRANSLATE_NOOP(
            "ResultsFile", "No line of the results file could be read: none is what the header says.")));
    return file;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace odc::format {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr int marksKept = 4;   // combining marks after one character; no script needs more
constexpr int lookedAtMost = 4; // times the length wanted: thinned marks must not make the whole text be read

/// Characters that are shown as they are, and can stand anywhere.
bool isPlain(char16_t c)
{
    return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x300 && c != 0xAD) || (c >= 0x4E00 && c < 0xA000) ||
           (c >= 0xAC00 && c < 0xD7A4);
}

/// What is shown in place of a character that is invisible, ends the line or turns the reading direction; 0: itself.
char16_t standIn(char32_t c)
{
    if (c < 0x20)
        return char16_t(0x2400 + c);
    if (c == 0x7F)
        return 0x2421;
    if (c == 0x85 || c == 0x2028 || c == 0x2029)
        return 0x2424;
    const bool hidden = (c > 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B || c == 0x200E ||
                        c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
                        (c >= 0xFFF9 && c <= 0xFFFB) || QChar::isSurrogate(c);
    return hidden ? 0xFFFD : 0;
}

/// Takes no room of its own: drawn onto the character before it, or not at all.
bool isMark(char32_t c)
{
    return QChar::isMark(c) || c == 0x200C || c == 0x200D || (c >= 0xE0000 && c <= 0xE007F);
}

QString shown(const QString &text, int most, bool lines)
{
    const auto kept = [lines](char16_t c) { return isPlain(c) || (lines && (c == u'\n' || c == u'\t')); };
    if (text.size() <= most && std::all_of(text.utf16(), text.utf16() + text.size(), kept))
        return text;
    QString result;
    result.reserve(std::min<qsizetype>(text.size(), most));
    const qsizetype end = std::min<qsizetype>(text.size(), qsizetype(most) * lookedAtMost);
    int marks = 0;
    qsizetype i = 0;
    while (i < end) {
        char32_t c = text[i].unicode();
        qsizetype next = i + 1;
        if (QChar::isHighSurrogate(c) && next < text.size() && text[next].isLowSurrogate())
            c = QChar::surrogateToUcs4(char16_t(c), text[next++].unicode());
        marks = isMark(c) ? marks + 1 : 0;
        const bool dropped = marks > marksKept || (lines && c == u'\r' && next < text.size() && text[next] == u'\n');
        if (!dropped) {
            const char16_t sign = lines && (c == u'\n' || c == u'\t') ? u'\0' : standIn(c);
            const qsizetype units = sign || next - i == 1 ? 1 : 2;
            if (result.size() + units > most)
                break;
            if (sign)
                result += QChar(sign);
            else
                result += QStringView(text).mid(i, next - i);
        }
        i = next;
    }
    if (i < text.size()) {
        if (result.size() >= most)
            result.chop(result.back().isLowSurrogate() ? 2 : 1);
        result += u'\u2026';
    }
    return result;
}

} // namespace

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString oneLine(const QString &text, int most)
{
    return shown(text, most, false);
}

QString severalLines(const QString &text, int most)
{
    return shown(text, most, true);
}

QString size(qint64 bytes)
{
    if (bytes < 1000)
        return QCoreApplication::translate("Format", "%1 B", "bytes").arg(std::max<qint64>(0, bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString exactSize(qint64 bytes)
{
    bytes = std::max<qint64>(0, bytes);
    if (bytes < 1000)
        return size(bytes);
    return QCoreApplication::translate("Format", "%1 (%2 bytes)").arg(size(bytes), number(bytes));
}

QString dateFormat()
{
    return QCoreApplication::translate("Format", "d MMM yyyy", "a date format");
}

QString relativeTime(qint64 unixSeconds, qint64 nowSeconds)
{
    const qint64 delta = unixSeconds - nowSeconds;
    const qint64 away = std::abs(delta);
    const bool future = delta > 0;
    if (away < 45)
        return future ? QCoreApplication::translate("Format", "in a moment")
                      : QCoreApplication::translate("Format", "just now");
    const QLocale locale;
    if (away < hour) {
        const int n = int(std::max<qint64>(1, (away + minute / 2) / minute));
        if (n < 60)
            return future ? QCoreApplication::translate("Format", "in %n min", nullptr, n)
                          : QCoreApplication::translate("Format", "%n min ago", nullptr, n);
    }
    const QDate today = QDateTime::fromSecsSinceEpoch(nowSeconds).date();
    const QDate then = QDateTime::fromSecsSinceEpoch(unixSeconds).date();
    if (away < 20 * hour) {
        const int n = int(std::max<qint64>(1, (away + hour / 2) / hour));
        return future ? QCoreApplication::translate("Format", "in %n h", nullptr, n)
                      : QCoreApplication::translate("Format", "%n h ago", nullptr, n);
    }
    const qint64 days = today.daysTo(then);
    if (days == -1)
        return QCoreApplication::translate("Format", "yesterday");
    if (days == 1)
        return QCoreApplication::translate("Format", "tomorrow");
    if (std::abs(days) <= 1)
        return future ? QCoreApplication::translate("Format", "in %n h", nullptr, int(away / hour))
                      : QCoreApplication::translate("Format", "%n h ago", nullptr, int(away / hour));
    if (future && days <= 60)
        return QCoreApplication::translate("Format", "in %n day(s)", nullptr, int(days));
    if (!future && days >= -6)
        return QCoreApplication::translate("Format", "%n day(s) ago", nullptr, int(-days));
    if (then.year() == today.year())
        return locale.toString(then, QCoreApplication::translate("Format", "d MMM", "day and month, a date format"));
    return locale.toString(then, dateFormat());
}

QString exactTime(qint64 unixSeconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixSeconds),
                              QCoreApplication::translate("Format", "d MMM yyyy, HH:mm:ss", "a date format"));
}

QString date(qint64 unixSeconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixSeconds).date(),
                              dateFormat());
}

QString duration(qint64 seconds)
{
    seconds = std::max<qint64>(0, seconds);
    if (seconds < minute)
        return QCoreApplication::translate("Format", "%1 s").arg(seconds);
    if (seconds < hour)
        return QCoreApplication::translate("Format", "%1 min").arg((seconds + 30) / minute);
    if (seconds < day && seconds % hour < minute)
        return QCoreApplication::translate("Format", "%1 h").arg(seconds / hour);
    if (seconds < day)
        return QCoreApplication::translate("Format", "%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    return QCoreApplication::translate("Format", "%n day(s)", nullptr, int(seconds / day));
}

QString rate(double bytesPerSecond)
{
    return QCoreApplication::translate("Format", "%1/s", "bytes per second").arg(size(qint64(std::max(0.0, bytesPerSecond))));
}

} // namespace odc::format

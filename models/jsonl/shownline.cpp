// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownline.h"

#include "jsonl/linereader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

#include <simdjson.h>

#include <cstring>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ShownLine)
};

/// The letter that begins at `at`; of size 1 and without a code where the bytes are none.
struct Letter
{
    qsizetype size = 1;
    char32_t code = 0;
    bool isGood = false;
};

bool continues(char byte)
{
    return (uchar(byte) & 0xC0) == 0x80;
}

Letter letterAt(QByteArrayView bytes, qsizetype at)
{
    const uchar first = uchar(bytes[at]);
    if (first < 0x80)
        return {1, first, true};
    const qsizetype size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (first < 0xC2 || first > 0xF4 || at + size > bytes.size())
        return {};
    char32_t code = first & (0xFF >> (size + 1));
    for (qsizetype i = 1; i < size; ++i) {
        if (!continues(bytes[at + i]))
            return {};
        code = (code << 6) | (uchar(bytes[at + i]) & 0x3F);
    }
    if (code < least[size] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    return {size, code, true};
}

/// What changes how the text around it is read, or is not seen at all.
bool isHidden(char32_t code)
{
    return (code < 0x20 && code != '\t') || code == 0x7F || (code >= 0x80 && code < 0xA0) ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

QString escape(char32_t code, bool isByte)
{
    const QString hex = QString::number(uint(code), 16);
    return isByte ? u"\\x"_s + hex.rightJustified(2, u'0').toUpper() : u"\\u"_s + hex.rightJustified(4, u'0');
}

int columnAt(QByteArrayView bytes, qsizetype offset)
{
    return int(QString::fromUtf8(bytes.first(std::clamp<qsizetype>(offset, 0, bytes.size()))).size()) + 1;
}

void say(ShownLine &line, LineFault fault, int column, const QString &why)
{
    line.fault = fault;
    line.column = column;
    line.why = why;
}

void checkBytes(ShownLine &line, QByteArrayView bytes)
{
    if (const qsizetype zero = bytes.indexOf('\0'); zero >= 0) {
        say(line, LineFault::Zeros, columnAt(bytes, zero),
            Tr::tr("The line holds zero bytes: it is no text."));
        return;
    }
    if (bytes.isValidUtf8())
        return;
    for (qsizetype at = 0; at < bytes.size();) {
        const Letter letter = letterAt(bytes, at);
        if (!letter.isGood) {
            say(line, LineFault::NotUtf8, columnAt(bytes, at),
                Tr::tr("The line holds bytes that are not UTF-8."));
            return;
        }
        at += letter.size;
    }
}

void checkJson(ShownLine &line, QByteArrayView bytes)
{
    static thread_local simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (!parser.parse(bytes.data(), size_t(bytes.size()), true).get(root))
        return;
    // simdjson does not say where; Qt does, and knows numbers beyond 64 bits.
    QJsonParseError fault;
    QJsonDocument::fromJson(bytes.toByteArray(), &fault);
    if (fault.error != QJsonParseError::NoError)
        say(line, LineFault::NotJson, columnAt(bytes, fault.offset),
            Tr::tr("Not JSON: %1.").arg(fault.errorString()));
}

} // namespace

ShownLine shownLine(const IndexedLine &line, bool json, qsizetype most)
{
    ShownLine shown{.number = line.number, .offset = line.offset, .size = line.size};
    QByteArrayView bytes = line.bytes;
    if (line.from == 0 && line.number == 1 && bytes.startsWith(byteOrderMark)) {
        bytes = bytes.sliced(3);
        if (json)
            say(shown, LineFault::ByteOrderMark, 1,
                Tr::tr("The file begins with a byte order mark, which JSON lines do not have."));
    }
    shown.isCut = most < bytes.size() || !line.isWhole();
    shown.text = visibleText(wholeLetters(bytes.first(std::min(most, bytes.size())), false, shown.isCut));
    if (line.size > LineReader::longestLine) {
        say(shown, LineFault::TooLong, 0,
            Tr::tr("The line is %1 long; no more than a part of it can be shown at a time.")
                .arg(QLocale().formattedDataSize(line.size, 1, QLocale::DataSizeSIFormat)));
    } else if (shown.isFine()) {
        checkBytes(shown, wholeLetters(bytes, false, !line.isWhole()));
        if (shown.isFine() && json && line.isWhole() && !bytes.trimmed().isEmpty())
            checkJson(shown, bytes);
    }
    return shown;
}

QString visibleText(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const Letter letter = letterAt(bytes, at);
        if (!letter.isGood || letter.code < 0x80)
            text += !letter.isGood || isHidden(letter.code) ? escape(uchar(bytes[at]), true)
                                                            : QString(QChar(ushort(letter.code)));
        else if (isHidden(letter.code))
            text += escape(letter.code, false);
        else
            text += QString::fromUcs4(&letter.code, 1);
        at += letter.size;
    }
    return text;
}

qsizetype bytesOfUnits(QByteArrayView bytes, qint64 units, qint64 *left)
{
    qsizetype at = 0;
    while (units > 0 && at < bytes.size()) {
        // Most text is ASCII: eight letters at once.
        constexpr quint64 beyondAscii = 0x8080808080808080;
        quint64 eight = 0;
        while (units >= 8 && at + 8 <= bytes.size()) {
            std::memcpy(&eight, bytes.data() + at, sizeof eight);
            if (eight & beyondAscii)
                break;
            at += 8;
            units -= 8;
        }
        if (units == 0 || at == bytes.size())
            break;
        const Letter letter = letterAt(bytes, at);
        units -= letter.isGood && letter.code > 0xFFFF ? 2 : 1;
        at += letter.size;
    }
    if (left)
        *left = std::max<qint64>(0, units);
    return at;
}

QByteArrayView wholeLetters(QByteArrayView bytes, bool cutBefore, bool cutBehind)
{
    for (int i = 0; cutBefore && i < 3 && !bytes.isEmpty() && continues(bytes.front()); ++i)
        bytes = bytes.sliced(1);
    for (qsizetype back = 1; cutBehind && back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const uchar byte = uchar(bytes[bytes.size() - back]);
        if (byte < 0x80)
            break;
        if (byte >= 0xC0) {
            const qsizetype size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return size > back ? bytes.chopped(back) : bytes;
        }
    }
    return bytes;
}

bool looksLikeJsonLines(const QString &name, QByteArrayView head)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (suffix == "jsonl"_L1 || suffix == "ndjson"_L1)
        return true;
    if (suffix == "csv"_L1 || suffix == "tsv"_L1)
        return false;
    if (head.startsWith(byteOrderMark))
        head = head.sliced(3);
    head = head.trimmed();
    return head.startsWith('{') || head.startsWith('[');
}

} // namespace odc

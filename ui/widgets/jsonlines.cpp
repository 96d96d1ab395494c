// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonlines.h"

#include <QCoreApplication>

namespace odc::jsonlines {

namespace {

constexpr int deepest = 100; // levels that are indented: a hundred thousand would be gigabytes of blanks

qsizetype stringEnd(const QString &line, qsizetype quote)
{
    qsizetype i = quote + 1;
    while (i < line.size() && line[i] != u'"') {
        i += line[i] == u'\\' ? 2 : 1;
    }
    return qMin(i + 1, line.size());
}

bool isKey(const QString &line, qsizetype after)
{
    while (after < line.size() && line[after].isSpace()) {
        ++after;
    }
    return after < line.size() && line[after] == u':';
}

template <typename Belongs> qsizetype runEnd(const QString &line, qsizetype start, Belongs belongs)
{
    qsizetype i = start + 1;
    while (i < line.size() && belongs(line[i])) {
        ++i;
    }
    return i;
}

} // namespace

QList<Span> spans(const QString &line)
{
    QList<Span> found;
    qsizetype i = 0;
    while (i < line.size()) {
        const QChar c = line[i];
        qsizetype end = i + 1;
        Piece piece = Piece::Punctuation;
        if (c == u'"') {
            end = stringEnd(line, i);
            piece = isKey(line, end) ? Piece::Key : Piece::String;
        } else if (c.isDigit() || (c == u'-' && i + 1 < line.size() && line[i + 1].isDigit())) {
            end = runEnd(line, i, [](QChar n) {
                return n.isDigit() || n == u'.' || n == u'e' || n == u'E' || n == u'+' || n == u'-';
            });
            piece = Piece::Number;
        } else if (c.isLetter()) {
            end = runEnd(line, i, [](QChar n) { return n.isLetterOrNumber(); });
            const QStringView word = QStringView(line).mid(i, end - i);
            if (word != u"true" && word != u"false" && word != u"null") {
                i = end;
                continue;
            }
            piece = Piece::Word;
        } else if (!QStringView(u"{}[],:").contains(c)) {
            ++i;
            continue;
        }
        found.append({int(i), int(end - i), piece});
        i = end;
    }
    return found;
}

QByteArray indented(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 3);
    int depth = 0;
    const auto newLine = [&out, &depth] {
        out += '\n';
        out.append(2 * qMin(depth, deepest), ' ');
    };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        switch (c) {
        case '"': {
            qsizetype end = i + 1;
            while (end < json.size() && json[end] != '"') {
                end += json[end] == '\\' ? 2 : 1;
            }
            end = qMin(end + 1, json.size());
            out.append(json.constData() + i, end - i);
            i = end - 1;
            break;
        }
        case '{':
        case '[': {
            out += c;
            qsizetype next = i + 1;
            while (next < json.size() && QByteArrayView(" \t\r\n").contains(json[next])) {
                ++next;
            }
            if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
                out += json[next]; // nothing inside: stays on the line
                i = next;
            } else {
                ++depth;
                newLine();
            }
            break;
        }
        case '}':
        case ']':
            depth = qMax(0, depth - 1);
            newLine();
            out += c;
            break;
        case ',':
            out += c;
            newLine();
            break;
        case ':':
            out += ": ";
            break;
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            break;
        default:
            out += c;
        }
    }
    return out;
}

QString forDisplay(const QByteArray &text, int longest)
{
    const QString all = QString::fromUtf8(text);
    QString out;
    out.reserve(all.size());
    qsizetype start = 0;
    while (start <= all.size()) {
        qsizetype end = all.indexOf(u'\n', start);
        if (end < 0) {
            end = all.size();
        }
        const qsizetype from = out.size();
        const qsizetype length = end - start;
        out += QStringView(all).mid(start, qMin<qsizetype>(length, longest));
        for (qsizetype i = from; i < out.size(); ++i) {
            // Line separators would make blocks of their own, and NUL ends a copy to the clipboard.
            if ((out[i] < u' ' && out[i] != u'\t') || out[i] == QChar::LineSeparator ||
                out[i] == QChar::ParagraphSeparator) {
                out[i] = out[i] == u'\r' ? u' ' : QChar(QChar::ReplacementCharacter);
            }
        }
        if (length > longest) {
            const int left = int(length - longest);
            out += u' ' + QCoreApplication::translate("odc::JsonView", "… %Ln more character(s) not shown",
                                                      nullptr, left);
        }
        if (end < all.size()) {
            out += u'\n';
        }
        start = end + 1;
    }
    return out;
}

} // namespace odc::jsonlines

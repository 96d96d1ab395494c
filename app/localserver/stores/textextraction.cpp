// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/textextraction.h"

#include "localserver/stores/htmltext.h"
#include "localserver/stores/structuredtext.h"
#include "localserver/stores/texttokens.h"

#include <QHash>
#include <QSet>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

enum class Format { Unknown, Plain, Html, Json, JsonLines, Commas, Tabs };

/** What the name ends with, in small letters and without the dot; empty when there is none. */
QString endingOf(const QString &fileName)
{
    const QString name = fileName.mid(std::max(fileName.lastIndexOf(u'/'), fileName.lastIndexOf(u'\\')) + 1);
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot < 0 ? QString() : name.mid(dot + 1).toLower();
}

Format formatOf(const QString &ending)
{
    static const QHash<QString, Format> special{
        {u"html"_s, Format::Html},        {u"htm"_s, Format::Html},   {u"xhtml"_s, Format::Html},
        {u"json"_s, Format::Json},        {u"ipynb"_s, Format::Json}, {u"jsonl"_s, Format::JsonLines},
        {u"ndjson"_s, Format::JsonLines}, {u"csv"_s, Format::Commas}, {u"tsv"_s, Format::Tabs},
    };
    static const QSet<QString> plain = [] {
        const QStringList endings =
            u"txt text md markdown rst adoc org tex log srt vtt xml css scss less js mjs cjs jsx ts tsx py "
            u"pyi c h "
            "cc cpp cxx hh hpp hxx cs go java kt kts scala groovy gradle php rb rs swift sh bash zsh fish "
            "ps1 bat "
            "cmd sql pl pm r jl lua dart ex exs erl hs ml fs vb pas clj el lisp scm m mm asm s v vhd cmake "
            "mk vue "
            "svelte qml proto graphql yaml yml toml ini cfg conf properties env diff patch po"_s.split(u' ');
        return QSet<QString>(endings.begin(), endings.end());
    }();
    return special.value(ending, plain.contains(ending) ? Format::Plain : Format::Unknown);
}

FileFault invalid(const QString &message)
{
    return {u"invalid_file"_s, message};
}

/** What the bytes say as text; nothing when they are none. */
std::optional<QString> decoded(const QByteArray &bytes)
{
    const QStringConverter::Encoding encoding =
        QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    // Here and there a NUL gets into a text; many of them are something else, such as UTF-16 without its
    // mark.
    constexpr qsizetype oneIn = 20;
    if (text.count(QChar(0)) > text.size() / oneIn)
        return std::nullopt;
    return text;
}

/** With "\n" for line ends, and without what no text has: control characters, halves of characters. */
QString cleaned(const QString &text)
{
    QString out;
    out.reserve(text.size());
    const qsizetype size = text.size();
    for (qsizetype i = 0; i < size; ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x20 && c < 0x7f) {
            out.append(QChar(c));
        } else if (c == u'\r') {
            if (i + 1 == size || text[i + 1] != u'\n')
                out.append(u'\n');
        } else if (c == u'\f' || c == u'\v' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            out.append(u'\n');
        } else if (QChar::isSurrogate(c)) {
            const bool isPair = QChar::isHighSurrogate(c) && i + 1 < size && text[i + 1].isLowSurrogate();
            out.append(isPair ? QChar(c) : QChar(QChar::ReplacementCharacter));
            if (isPair)
                out.append(text[++i]);
        } else if (c == u'\n' || c == u'\t' || (c > 0x7f && c != QChar::ByteOrderMark)) {
            out.append(QChar(c));
        }
    }
    return out;
}

/** The text within \p text, whose kind is known; nothing when it is not of that kind. */
std::optional<QString> readable(const QString &text, Format format)
{
    switch (format) {
    case Format::Html:
        return htmlText(text);
    case Format::Json:
        return jsonText(text, maxTextFileBytes);
    case Format::JsonLines:
        return jsonLinesText(text, maxTextFileBytes);
    case Format::Commas:
        return tableText(text, QChar(), maxTextFileBytes);
    case Format::Tabs:
        return tableText(text, u'\t', maxTextFileBytes);
    case Format::Plain:
    case Format::Unknown:
        break;
    }
    return text;
}

} // namespace

std::optional<FileFault> faultByName(const QString &fileName, qint64 bytes)
{
    const QString ending = endingOf(fileName);
    if (ending.isEmpty())
        return FileFault{u"unsupported_file"_s,
                         u"'%1' has no ending that says what kind of file it is."_s.arg(fileName)};
    if (formatOf(ending) == Format::Unknown)
        return FileFault{u"unsupported_file"_s,
                         u"Files that end in .%1 are not supported: no text can be read from '%2'."_s.arg(
                             ending, fileName)};
    if (bytes == 0)
        return invalid(u"The file is empty."_s);
    if (bytes > maxTextFileBytes)
        return invalid(
            u"The file is too large: at most %1 bytes of text are read, this has %2."_s.arg(maxTextFileBytes)
                .arg(bytes));
    return std::nullopt;
}

ExtractedText extractText(const QString &fileName, const QByteArray &bytes)
{
    ExtractedText result;
    result.fault = faultByName(fileName, bytes.size());
    if (result.fault)
        return result;
    const std::optional<QString> raw = decoded(bytes);
    if (!raw) {
        result.fault =
            invalid(u"The file is no text: it is neither UTF-8, nor UTF-16 with a byte order mark."_s);
        return result;
    }
    const QString ending = endingOf(fileName);
    const std::optional<QString> text = readable(cleaned(*raw), formatOf(ending));
    if (!text) {
        result.fault = invalid(
            u"The file cannot be read as .%1: it is malformed, nested too deeply or too long."_s.arg(ending));
        return result;
    }
    result.text = cleaned(*text);
    result.tokens = countTokens(result.text, maxFileTokens + 1);
    if (result.tokens == 0)
        result.fault = invalid(u"The file holds no text."_s);
    else if (result.tokens > maxFileTokens)
        result.fault = invalid(u"The file has more than %L1 tokens of text."_s.arg(maxFileTokens));
    if (result.fault)
        result.text.clear();
    return result;
}

} // namespace odc::server

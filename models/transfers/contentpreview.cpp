// SPDX-License-Identifier: GPL-3.0-or-later
#include "contentpreview.h"

#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

bool isImage(const QByteArray &head)
{
    // "BM" alone also begins many a text; a bitmap has four zero bytes after its size.
    const bool bitmap = head.startsWith("BM") && head.mid(6, 4) == QByteArray(4, '\0');
    return head.startsWith("\x89PNG\r\n\x1a\n") || head.startsWith("\xff\xd8\xff") || head.startsWith("GIF87a")
        || head.startsWith("GIF89a") || (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP") || bitmap;
}

/// Text when it is UTF-8 (a character cut at the end is allowed when the file goes on) without control characters.
std::optional<QString> asText(QByteArray head, bool complete)
{
    if (!complete) {
        // Up to three bytes of a cut character.
        for (int i = 0; i < 3 && !head.isEmpty() && (uchar(head.back()) & 0x80); ++i) {
            const bool starts = (uchar(head.back()) & 0xC0) == 0xC0;
            head.chop(1);
            if (starts)
                break;
        }
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(head);
    if (decoder.hasError())
        return std::nullopt;
    const bool binary = std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f' && c.unicode() != 0x1b;
    });
    return binary ? std::nullopt : std::optional(text);
}

std::optional<QByteArray> asBase64(const QByteArray &head)
{
    const QByteArray firstLine = head.left(head.indexOf('\n'));
    const QByteArray trimmed = head.trimmed();
    if (trimmed.size() < 16 || firstLine.contains(',') || firstLine.contains('{'))
        return std::nullopt;
    const QByteArray whole = trimmed.left(trimmed.size() / 4 * 4);
    auto decoded = QByteArray::fromBase64Encoding(whole, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return std::nullopt;
    return decoded.decoded;
}

QString dropCutLine(const QString &text)
{
    const qsizetype end = text.lastIndexOf(u'\n');
    return end > 0 ? text.left(end + 1) : text;
}

QByteArray wholeLines(const QByteArray &bytes, bool complete)
{
    const qsizetype end = complete ? -1 : bytes.lastIndexOf('\n');
    return end > 0 ? bytes.left(end + 1) : bytes;
}

bool isNamed(const QString &filename, std::initializer_list<QLatin1StringView> suffixes)
{
    const QString suffix = filename.section(u'.', -1);
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&](QLatin1StringView each) { return suffix.compare(each, Qt::CaseInsensitive) == 0; });
}

bool looksLikeJson(const QString &text)
{
    const QString start = text.left(200).trimmed();
    return start.startsWith(u'{') || start.startsWith(u'[');
}

} // namespace

qint64 previewBytes(const QString &filename)
{
    const QString suffix = filename.section(u'.', -1).toLower();
    static const QStringList images{u"png"_s, u"jpg"_s, u"jpeg"_s, u"gif"_s, u"webp"_s, u"bmp"_s};
    return images.contains(suffix) ? imagePreviewBytes : textPreviewBytes;
}

ContentPreview makePreview(const QByteArray &head, bool complete, const QString &filename)
{
    ContentPreview preview;
    preview.complete = complete;
    if (head.isEmpty())
        return preview;
    if (isImage(head)) {
        preview.kind = complete ? ContentPreview::Kind::Image : ContentPreview::Kind::Binary;
        preview.bytes = head;
        return preview;
    }
    QByteArray bytes = head;
    if (filename.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        if (const auto decoded = asBase64(head); decoded && asText(*decoded, complete)) {
            bytes = *decoded;
            preview.decoded = true;
        }
    }
    const auto text = asText(bytes, complete);
    if (!text && isNamed(filename, {"jsonl"_L1, "ndjson"_L1})) {
        // Lines that are damaged are looked at one by one.
        preview.kind = ContentPreview::Kind::JsonLines;
        preview.inLines = true;
        preview.bytes = wholeLines(bytes, complete);
        preview.lines = int(preview.bytes.count('\n')) + (preview.bytes.endsWith('\n') ? 0 : 1);
        return preview;
    }
    if (!text) {
        preview.kind = ContentPreview::Kind::Binary;
        return preview;
    }
    preview.kind = ContentPreview::Kind::Text;
    preview.text = *text;
    if (looksLikeJson(*text)) {
        const QByteArray trimmed = bytes.trimmed();
        if (complete) {
            QJsonParseError error;
            const QJsonDocument document = QJsonDocument::fromJson(trimmed, &error);
            if (error.error == QJsonParseError::NoError && !filename.endsWith(".jsonl"_L1, Qt::CaseInsensitive)) {
                preview.kind = ContentPreview::Kind::Json;
                preview.text = QString::fromUtf8(document.toJson(QJsonDocument::Indented));
            }
        }
        const qsizetype firstEnd = trimmed.indexOf('\n');
        if (preview.kind == ContentPreview::Kind::Text) {
            const QByteArray first = firstEnd < 0 ? trimmed : trimmed.left(firstEnd);
            QJsonParseError error;
            QJsonDocument::fromJson(first, &error);
            if (error.error == QJsonParseError::NoError) {
                preview.kind = ContentPreview::Kind::JsonLines;
                if (!complete)
                    preview.text = dropCutLine(preview.text);
            }
        }
    }
    if (preview.kind == ContentPreview::Kind::JsonLines || isNamed(filename, {"csv"_L1, "tsv"_L1})) {
        preview.inLines = true;
        preview.bytes = wholeLines(bytes, complete);
    }
    preview.lines = int(preview.text.count(u'\n')) + (preview.text.endsWith(u'\n') ? 0 : 1);
    return preview;
}

} // namespace odc

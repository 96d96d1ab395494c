// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace odc {

/// What the first bytes of a file are, made ready to be looked at.
struct ContentPreview {
    enum class Kind {
        Text,
        Json,   ///< one document, indented when it was whole
        JsonLines, ///< each line as it is
        Image,  ///< see `bytes`; only whole files
        Binary, ///< nothing a person can read
        Empty
    };
    Kind kind = Kind::Empty;
    QString text;       ///< of Text, Json, JsonLines
    QByteArray bytes;   ///< of Image, and of text in lines: whole lines, as they came
    bool complete = true; ///< false: the file goes on
    bool decoded = false; ///< the content was base64 of what is shown (fine-tuning results: WIRE §9)
    bool inLines = false; ///< each line stands for itself (JsonLines, tables)
    int lines = 0;
};

/// Bytes fetched for a preview; images need all of theirs.
inline constexpr qint64 textPreviewBytes = 256 * 1024;
inline constexpr qint64 imagePreviewBytes = 20 * 1024 * 1024;

/// How many bytes a preview of a file of this name wants.
qint64 previewBytes(const QString &filename);

/// Decides by content, then by name; a cut last line or character is dropped. Pure: run it on the pool.
ContentPreview makePreview(const QByteArray &head, bool complete, const QString &filename);

} // namespace odc

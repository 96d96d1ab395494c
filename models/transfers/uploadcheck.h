// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace odc {

/// A file on disk that somebody wants to upload.
struct UploadCandidate {
    QString path;      ///< absolute
    QString name;      ///< as it will be called at the server
    qint64 size = 0;
    bool readable = true;
    bool regular = true; ///< no pipe, device or socket
};

/// Why a file would be refused, or wants a second look; found before anything is sent (limits: WIRE §5).
enum class UploadProblem {
    None,
    Empty,
    TooLarge,      ///< over 8 GB
    NeedsJsonl,    ///< purposes batch and fine-tune take .jsonl only
    Unreadable,
    NotAFile,
    DuplicateName, ///< a second one of the same name in this upload; allowed, but left out unless asked for
    BatchTooLarge  ///< purpose batch takes 200 MB
};

/// Largest file one request takes, in bytes; larger ones go in parts.
inline constexpr qint64 singleUploadLimit = 512LL * 1024 * 1024;

/// What stands against each candidate for a purpose; same order, one entry each. Pure.
QList<UploadProblem> checkUpload(const QList<UploadCandidate> &candidates, const QString &purpose);
/// True when it cannot be sent at all.
bool isRefusal(UploadProblem problem);
/// One translated sentence; empty for None.
QString problemText(UploadProblem problem);

/// The limits of an expiry given in seconds; an hour to thirty days.
inline constexpr qint64 shortestExpirySeconds = 3600;
inline constexpr qint64 longestExpirySeconds = 2'592'000;

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivemanifest.h"

#include <QList>
#include <QString>

namespace odc {

/// What came of a copy, list by list: for the person, and kept in the archive.
struct ArchiveReport
{
    struct Line
    {
        QString list;         ///< of the plan, or "contents"
        qint64 atSource = 0;  ///< as the source's list has it
        qint64 inArchive = 0; ///< counted there at the end
        qint64 changed = 0;   ///< new or different in this go
        qint64 gone = 0;      ///< in the archive, and no more at the source
        qint64 failed = 0;
        qint64 refused = 0;   ///< of these: contents the service does not hand out
        qint64 underWay = 0;  ///< of those at the source: still at work, archived as they stood
        qint64 bytes = 0;    ///< contents: of all that is in the archive
        QString unavailable; ///< why the source has no such list; empty: it has
    };
    enum class Outcome { Complete, WithFailures, Stopped, Interrupted };

    Outcome outcome = Outcome::Stopped;
    QString reason; ///< Interrupted: what happened, a sentence
    QString advice;
    QList<Line> lines;
    QList<ArchiveFailure> failures;
    qint64 startedAt = 0; ///< unix seconds
    qint64 endedAt = 0;
    qint64 bytesFetched = 0; ///< of contents, in this go
    bool verified = false;   ///< read back and compared with what came

    /// Whether it ended before its end, so that going on gets more.
    bool canGoOn() const { return outcome == Outcome::Stopped || outcome == Outcome::Interrupted; }
    const Line *line(const QString &list) const;
    /// One translated sentence: how it ended.
    QString headline() const;
    /// All of it, for the clipboard. Translated.
    QString toText(const ArchiveSource &source, const QString &folder) const;
    QJsonObject toJson() const;
};

} // namespace odc

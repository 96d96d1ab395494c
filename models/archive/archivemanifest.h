// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archiveplan.h"
#include "base/apierror.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QUrl>

namespace odc {

/// Where an archive came from. Never holds a key.
struct ArchiveSource
{
    QString url;  ///< base URL, without user name, query or fragment
    QString host; ///< what a person recognises
    QString name; ///< of the profile it was made of, as a person calls it; empty in older archives
    QString organization;
    QString project;
    bool local = false; ///< this program's own server, whose port is another in every run; `place` tells it
                        ///< from others
    QString place;      ///< local: its data folder

    static ArchiveSource of(const QUrl &baseUrl, const QString &organization, const QString &project);
    /// The profile's name, or what else a person knows it by.
    QString title() const;
    /// Whether an archive of the one may be continued from the other.
    bool isSame(const ArchiveSource &other) const;
    QJsonObject toJson() const;
    static ArchiveSource fromJson(const QJsonObject &object);
};

/// What could not be fetched, and why.
struct ArchiveFailure
{
    QString list; ///< of the plan, or "contents"
    QString key;  ///< of the object or the list; empty: the whole of it
    QString name; ///< what a person calls it
    QString reason;
    QString code;
    int httpStatus = 0;
    bool refused = false; ///< the service does not hand it out: nothing that trying again would mend

    QJsonObject toJson() const;
    static ArchiveFailure fromJson(const QJsonObject &object);
};

/// What an archive says of itself: where it came from, what is whole, checksums, failures. Kept in the
/// archive as archive.json; the objects and bytes are the target's.
struct ArchiveManifest
{
    static constexpr int newestFormat = 1;

    /// A list that was walked to its end, or a document that came.
    struct Listing
    {
        QString of; ///< digest of the parent at that time (of a document: its basis); empty for a list of the
                    ///< project
        qint64 count = 0; ///< objects; of a document: bytes
        QString checksum; ///< over ids and digests of its objects, see listingChecksum(); of a document: its
                          ///< SHA-256
    };
    struct Content
    {
        qint64 bytes = 0;
        QString sha256;
    };

    ArchiveSource source;
    ArchiveChoice choice; ///< of the last go
    QString program;      ///< name and version of what wrote it last
    qint64 createdAt = 0; ///< unix seconds
    qint64 updatedAt = 0;
    qint64 completedAt = 0; ///< of the last go that ended by itself, verified; 0: none did
    QHash<QString, QHash<QString, Listing>> listings; ///< by list and key of the unit
    QHash<QString, Content> contents;                 ///< by file id
    QHash<QString, Content> marks; ///< files in its folder "marks", by name: marks and notes on output items
    QHash<QString, QHash<QString, qint64>>
        gone;                       ///< by list and key: when it was seen to be gone at the source
    QList<ArchiveFailure> failures; ///< of the last go
    QJsonObject report;             ///< of the last go, see ArchiveReport

    bool isComplete() const { return completedAt > 0 && completedAt >= updatedAt; }
    /// It was stopped, or is being made: it does not hold all that it is meant to hold.
    bool isUnfinished() const { return completedAt == 0; }
    bool isGone(const QString &list, const QString &key) const { return gone.value(list).contains(key); }

    QJsonObject toJson() const;
    /// `problem`: a translated sentence when the object is no manifest or from a newer program; else empty.
    static ArchiveManifest fromJson(const QJsonObject &object, QString *problem);
};

/// Over the ids and digests of all objects of one list, whatever their order.
QString listingChecksum(const QHash<QString, QByteArray> &digests);

/// "The service does not hand out ...", for a person: why a call failed, in one line.
QString archiveReason(const ApiError &error);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "api/rawapi.h"
#include "api/rawobject.h"
#include "archive/archiveplan.h"
#include "base/call.h"
#include "base/result.h"

#include <QObject>

#include <functional>
#include <memory>

namespace odc {

class RequestQueue;

/// Where an archive is written: a local server that was started for that, on the archive's folder. Callbacks
/// as in RequestQueue::send. GUI thread.
class ArchiveTarget : public QObject
{
    Q_OBJECT
public:
    struct Stored
    {
        qint64 stored = 0;
        qint64 changed = 0; ///< were not there, or were different
    };
    struct Content
    {
        qint64 bytes = 0;
        QString sha256; ///< as the target has it
    };

    /// `queue`: over the server's address without "/v1".
    explicit ArchiveTarget(std::unique_ptr<RequestQueue> queue, QObject *parent = nullptr);
    ~ArchiveTarget() override;

    /// What it holds, in one list.
    Call list(const ArchiveUnit &unit, const QString &after, QObject *owner,
              std::function<void(Result<Page<RawObject>>)> done);
    /// Puts objects there as they are; a few megabytes at most.
    Call put(const ArchiveUnit &unit, const QList<RawObject> &objects, QObject *owner,
             std::function<void(Result<Stored>)> done);
    /// Puts the bytes of a file there.
    Call putContent(const QString &id, const QString &path, QObject *owner,
                    std::function<void(Result<Content>)> done);
    /// What lies there for a file, read again to its end; NotFound when nothing does.
    Call content(const QString &id, QObject *owner, std::function<void(Result<Content>)> done);
    /// Puts a document of the plan there as it came.
    Call putDocument(const ArchiveUnit &unit, const QByteArray &json, QObject *owner,
                     std::function<void(Result<Content>)> done);
    /// What lies there of it, read again; NotFound when nothing does.
    Call document(const ArchiveUnit &unit, QObject *owner, std::function<void(Result<Content>)> done);
    /// An empty object when there is none yet.
    Call manifest(QObject *owner, std::function<void(Result<QJsonObject>)> done);
    Call putManifest(const QJsonObject &manifest, QObject *owner, std::function<void(Result<void>)> done);

private:
    std::unique_ptr<RequestQueue> m_queue;
    RawApi m_raw;
};

} // namespace odc

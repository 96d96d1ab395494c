// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/apifault.h"

#include <QIODevice>
#include <QJsonObject>
#include <QList>
#include <QPair>

#include <memory>

namespace odc::server {

/** An answer: a body in memory, or a slice of an open file that is streamed from disk. */
struct Reply
{
    int status = 200;
    QByteArray contentType = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    std::shared_ptr<QIODevice> file; ///< open for reading, seekable; when set, it is sent instead of body
    qint64 fileOffset = 0;
    qint64 fileLength = 0;

    bool abandoned = false; ///< the client is gone: send nothing, close

    static Reply json(const QJsonObject &object, int status = 200);
    static Reply json(const QByteArray &text, int status = 200);
    static Reply fault(const ApiFault &fault);

    /** Bytes of the body this reply announces. */
    qint64 size() const { return file ? fileLength : body.size(); }
};

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/blobstore.h"
#include "localserver/request.h"

#include <QMap>

#include <memory>
#include <optional>

namespace odc::server {

/** What an operation takes in its multipart form. */
struct FormRules
{
    QString fileField;  ///< the one field that carries bytes
    QStringList fields; ///< the other fields that may appear
    qint64 maxFileBytes = 0;
    bool fileNameNeeded = true; ///< false: a plain field will do, however it comes
};

/** A form that was read: small fields in memory, the file on disk. */
struct Form
{
    QMap<QString, QString> fields;
    std::unique_ptr<BlobWriter> file; ///< null when there was no file part
    QString filename;
};

/**
 * Reads a multipart/form-data body, the file part straight to disk. Throws ApiFault 400 for a malformed body
 * or a field the rules do not name, 413 for a file beyond the limit, ClientGone when the client hung up.
 */
Form readForm(RequestContext &context, const BlobStore &blobs, const FormRules &rules);

} // namespace odc::server

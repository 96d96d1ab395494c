// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace odc::server {

/** One file of the sample data. */
struct SampleFile
{
    QString filename;
    QString purpose;
    qint64 ageSeconds = 0;       ///< created that long before now
    qint64 expiresInSeconds = 0; ///< 0 = never
    QByteArray content;
    QString error; ///< status_details of a file with status "error"; empty = processed
};

/** About forty believable files of all purposes, the same every time. */
QList<SampleFile> sampleFiles();

} // namespace odc::server

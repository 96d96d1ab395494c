// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace odc::server {

/** A file of examples that the sample jobs bring along. */
struct SampleTrainingFile
{
    QString filename;
    qint64 ageSeconds = 0;
    QByteArray content;
};

/** One fine-tuning job of the sample data: what was asked for and how far it came is written down, what
 * follows from it is worked out. */
struct SampleJob
{
    QJsonObject body; ///< as in a request, but with the names of the files in the place of their ids
    qint64 ageSeconds = 0;
    qint64 tookSeconds = 0; ///< all of its steps would take so long
    QString status;
    double done = 1;        ///< this part of the steps
    qint64 overfitFrom = 0; ///< the validation loss rises from that step on
    QString failure;        ///< of one that failed in the middle; one that did not begin says it by its file
    /** Projects that may use the last checkpoint, and how long. */
    QList<std::pair<QString, qint64>> permissions = {};

    QString id() const;
};

/** The files that are not among the sample files. */
QList<SampleTrainingFile> sampleTrainingFiles();

/** Nine believable jobs of all methods and in every state; one is running. The same every time; oldest
 * first. */
QList<SampleJob> sampleJobs();

} // namespace odc::server

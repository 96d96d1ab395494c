// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace odc::server {

/** What becomes of a line of a sample batch. */
enum class SampleFate { Answered, Busy, Broken, NoModel, TooLarge, NotReached };

/** One batch of the sample data: what becomes of its lines is written down, what follows from it is worked
 * out. */
struct SampleBatch
{
    QString name;     ///< what its ids are made of
    QString filename; ///< of its input
    QByteArray input; ///< empty: that file is one of the sample files
    qint64 ageSeconds = 0;
    qint64 tookSeconds = 0; ///< from its first line to its end
    QString status;         ///< "validating": it goes on from there
    QJsonObject metadata;
    std::function<SampleFate(int line)> fate; ///< of the line, from 1
    /** Output and error file where they are among the sample files. */
    QString outputName;
    QString errorName;

    QString id() const;
};

/** Thirteen believable batches in every state: among them three attempts at the same requests, two parts of
 * one list, and one that is under way. The same every time; oldest first. */
QList<SampleBatch> sampleBatches();

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/filestable.h"
#include "localserver/finetuning/finetuningtable.h"

#include <QJsonObject>

namespace odc::server {

/** Checks a body that asks for a job, and that its files and its model are there. The job, complete, with the
 * status "validating_files"; what the files hold is looked at later. Throws ApiFault 400. */
QJsonObject jobFromBody(const QJsonObject &body, const FilesTable &files, const FineTuningTable &table,
                        qint64 now);

/** The same without a look at files and models that are not among those that everybody has. */
QJsonObject jobFromBody(const QJsonObject &body, qint64 now);

/** What a new job tells first. */
FineTuningNews createdNews(const QJsonObject &job);

/** The projects that a body lets use a checkpoint, each once. Throws ApiFault 400. */
QStringList projectsFromBody(const QJsonObject &body);

} // namespace odc::server

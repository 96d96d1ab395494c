// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeintake.h"

#include <QWidget>

namespace odc {

StoreIntake::StoreIntake(const PageContext &context, FileNames &names, JobStrips &jobs, MessageBar &messages,
                         QWidget *window)
    : QObject(window), m_context(context), m_names(names), m_jobs(jobs), m_messages(messages), m_window(window)
{
}

StoreIntake::~StoreIntake() = default;

void StoreIntake::addPaths(const VectorStore &, const QStringList &) {}

void StoreIntake::addFiles(const VectorStore &, const QList<FileObject> &) {}

void StoreIntake::syncFolder(const VectorStore &) {}

void StoreIntake::retry(const VectorStore &, const QStringList &) {}

QStringList StoreIntake::openBatches(const QString &) const
{
    return {};
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace odc {

/// One small JSON file of the person's, with a format number. Written whole through a temporary file, so that a crash
/// leaves the old or the new one. A file that cannot be read is kept aside, never overwritten.
class JsonStore
{
public:
    /// `format` is the highest format this program writes and reads.
    JsonStore(const QString &path, int format);

    /// The content; an empty object when there is no file. When the file is damaged or from a newer program it is
    /// renamed to "<name>.<time>.bad", `problem()` says so, and the content is empty.
    QJsonObject load();
    /// Refused while a file that load() could neither use nor put aside is still there.
    Result<void> save(QJsonObject content) const;
    /// Translated; empty when all was well.
    QString problem() const { return m_problem; }
    QString path() const { return m_path; }

private:
    QString m_path;
    int m_format;
    QString m_problem;
    bool m_keepFile = false; ///< what lies at the path is the person's, and could not be read
};

} // namespace odc

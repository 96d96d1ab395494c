// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/filesapi.h"

#include <QFile>
#include <QString>

namespace odc {

/// A download on its way to disk: written to `path.part`, and given its name only when whole. A part file that was not
/// published is removed with the object.
class PartFile final : public ContentSink
{
public:
    /// `expectedBytes` < 0: unknown.
    PartFile(const QString &path, qint64 expectedBytes);
    ~PartFile() override;

    bool begin(qint64 total) override;
    bool write(const QByteArray &piece) override;
    QString errorText() const override { return m_error; }
    QString path() const { return m_path; }

    /// Size check, flush to the disk, rename. An error text, or empty when the file stands. Blocks on the disk: call it
    /// on the pool, with nobody else using the object.
    QString publish(bool overwrite);

private:
    QString m_path;
    QFile m_file;
    qint64 m_expected = -1;
    qint64 m_announced = -1;
    qint64 m_written = 0;
    QString m_error;
    bool m_published = false;
};

} // namespace odc

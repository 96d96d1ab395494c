// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QIODevice>
#include <QList>
#include <QStringList>

#include <memory>
#include <vector>

namespace odc::server {

/** Several files, read as if they were one. Only the file that is being read is open. */
class PieceReader final : public QIODevice
{
public:
    /** Opens itself. \p keepAlive lives as long as the reader does. */
    PieceReader(const QStringList &paths, const QList<qint64> &sizes, std::shared_ptr<const void> keepAlive);

    qint64 size() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QStringList m_paths;
    std::vector<qint64> m_starts; ///< where each piece begins, and at last where all of it ends
    const std::shared_ptr<const void> m_keepAlive;
    QFile m_file;
    qsizetype m_open = -1; ///< the piece m_file is at
};

} // namespace odc::server

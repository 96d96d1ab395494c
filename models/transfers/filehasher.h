// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace odc {

/// The MD5 of a whole file, as the Uploads API wants it at the end, worked out on threads of its own while the file is sent.
/// Destroying it stops the work. GUI thread.
class FileHasher : public QObject
{
    Q_OBJECT
public:
    /// `done` gets 32 hexadecimal digits, or LocalFile; not called after the hasher is gone.
    FileHasher(const QString &path, std::function<void(const Result<QString> &)> done, QObject *parent = nullptr);
    ~FileHasher() override;

private:
    std::shared_ptr<std::atomic_bool> m_stop;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchinput.h"
#include "jsonl/filepreparation.h"

#include <functional>

namespace odc {

/// Everything before something goes to the service: writes the file of requests, where there is none yet, and
/// checks it.
class BatchPreparation : public FilePreparation
{
    Q_OBJECT
public:
    /// Writes the requests to a path and gives how many; runs on the pool.
    using Write = std::function<Result<qint64>(const QString &path, const JsonlWorkPtr &work)>;

    explicit BatchPreparation(Clock &clock, QObject *parent = nullptr) : FilePreparation(clock, parent) {}

    /// Checks a file that is there. `endpoint` empty: what its first line says.
    void check(const QString &path, const QString &endpoint = {});
    /// Writes a file called `name` first, in a scratch folder of its own. `size`: about how many bytes it
    /// will have, for the progress.
    void write(Write write, const QString &name, qint64 size, const QString &endpoint = {});
    /// Null unless it is Ready: whatever the check found.
    BatchInputPtr input() const { return m_input; }

protected:
    void forget() override { m_input.reset(); }

private:
    void check(const QString &path, const QString &endpoint, const std::shared_ptr<ScratchFolder> &scratch);

    BatchInputPtr m_input;
};

} // namespace odc

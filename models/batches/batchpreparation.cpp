// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchpreparation.h"

#include "base/background.h"

#include <QFileInfo>

namespace odc {

void BatchPreparation::check(const QString &path, const QString &endpoint)
{
    check(path, endpoint, nullptr);
}

void BatchPreparation::check(const QString &path, const QString &endpoint,
                             const std::shared_ptr<ScratchFolder> &scratch)
{
    const JsonlWorkPtr work = begin(Stage::Checking, QFileInfo(path).size());
    inBackground(
        this, [path, endpoint, work] { return BatchInput::read(path, endpoint, work); },
        [this, scratch, begun = round()](const Result<BatchInput> &read) {
            if (begun != round())
                return;
            if (!read) {
                fail(read.error());
                return;
            }
            auto input = std::make_shared<BatchInput>(*read);
            input->scratch = scratch;
            m_input = input;
            succeed();
        },
        longWorkPool());
}

void BatchPreparation::write(Write write, const QString &name, qint64 size, const QString &endpoint)
{
    struct Written
    {
        std::shared_ptr<ScratchFolder> scratch;
        QString path;
    };
    const JsonlWorkPtr work = begin(Stage::Writing, size);
    inBackground(
        this,
        [write = std::move(write), name, work]() -> Result<Written> {
            const auto scratch = ScratchFolder::make(batchScratchRoot());
            if (!scratch)
                return failure(scratch.error());
            const QString path = (*scratch)->filePath(name);
            if (const auto lines = write(path, work); !lines)
                return failure(lines.error());
            return Written{*scratch, path};
        },
        [this, endpoint, begun = round()](const Result<Written> &written) {
            if (begun != round())
                return;
            if (!written)
                fail(written.error());
            else
                check(written->path, endpoint, written->scratch);
        },
        longWorkPool());
}

} // namespace odc

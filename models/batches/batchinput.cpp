// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchinput.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace odc {

using namespace Qt::StringLiterals;

QString batchScratchRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/batch-files"_s;
}

Result<BatchInput> BatchInput::read(const QString &path, const QString &endpoint, const JsonlWorkPtr &work)
{
    BatchInput input;
    input.path = path;
    input.name = QFileInfo(path).fileName();
    const auto before = SourceIdentity::of(path);
    if (!before)
        return failure(before.error());
    auto check = checkBatchFile(path, endpoint, work);
    if (!check)
        return failure(check.error());
    const auto after = SourceIdentity::of(path);
    if (!after)
        return failure(after.error());
    if (*before != *after)
        return failure(ApiError::make(
            ApiError::Kind::LocalFile,
            QCoreApplication::translate("BatchInput", "%1 was written to while it was checked.").arg(path)));
    input.identity = *before;
    input.check = std::move(*check);
    return input;
}

} // namespace odc

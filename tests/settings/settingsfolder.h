// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../support/smallfiles.h"

#include <QDir>
#include <QTemporaryDir>

namespace odc::test {

using namespace Qt::StringLiterals;

/// A folder of its own for one test.
struct Folder
{
    QString path(const QString &name = u"store.json"_s) const { return dir.filePath(name); }
    QStringList files() const { return QDir(dir.path()).entryList(QDir::Files, QDir::Name); }
    QTemporaryDir dir;
};

} // namespace odc::test

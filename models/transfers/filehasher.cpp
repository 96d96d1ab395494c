// SPDX-License-Identifier: GPL-3.0-or-later
#include "filehasher.h"

#include "base/background.h"

#include <QCryptographicHash>
#include <QFile>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 1024 * 1024;

/// Hashing keeps a core busy for seconds. It has threads of its own, apart from other long work because they stand back:
/// the sending, which the hash is done long before, goes first.
class HashingPool : public QThreadPool
{
public:
    HashingPool() { setMaxThreadCount(2); }
};
Q_GLOBAL_STATIC(HashingPool, hashingPool)

void standBack()
{
#ifdef Q_OS_LINUX
    // Of the calling thread alone: Linux has a value for each. QThread's priorities mean nothing under its usual policy.
    ::setpriority(PRIO_PROCESS, 0, 10);
#endif
}

Result<QString> md5Of(const QString &path, const std::atomic_bool &stop)
{
    const auto failed = [&path](const QString &why) {
        return failure(ApiError::make(ApiError::Kind::LocalFile, path + u": "_s + why));
    };
    standBack();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failed(file.errorString());
    QCryptographicHash hash(QCryptographicHash::Md5);
    QByteArray block(blockSize, Qt::Uninitialized);
    while (!stop) {
        const qint64 got = file.read(block.data(), block.size());
        if (got < 0)
            return failed(file.errorString());
        if (got == 0)
            return QString::fromLatin1(hash.result().toHex());
        hash.addData(QByteArrayView(block.constData(), got));
    }
    return failure(ApiError::make(ApiError::Kind::Cancelled));
}

} // namespace

FileHasher::FileHasher(const QString &path, std::function<void(const Result<QString> &)> done, QObject *parent)
    : QObject(parent), m_stop(std::make_shared<std::atomic_bool>(false))
{
    inBackground(this, [path, stop = m_stop] { return md5Of(path, *stop); }, std::move(done),
                 hashingPool());
}

FileHasher::~FileHasher()
{
    *m_stop = true;
}

} // namespace odc

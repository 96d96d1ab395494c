// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivecontent.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace odc {

using namespace Qt::StringLiterals;

/// The part file and its checksum. On the pool while what an earlier run left is read, else on the GUI
/// thread.
class ArchiveSpool final : public ContentSink
{
public:
    ArchiveSpool(const QString &path, std::function<void()> grown)
        : m_file(path), m_hash(QCryptographicHash::Sha256), m_grown(std::move(grown))
    {
    }

    QString path() const { return m_file.fileName(); }
    qint64 written() const { return m_written; }
    QString sha256() const { return QString::fromLatin1(m_hash.result().toHex()); }
    void forget() { m_grown = {}; }

    /// Opens the part file and reads what is in it, unless it is more than there can be.
    bool open(qint64 most)
    {
        QDir().mkpath(QFileInfo(m_file.fileName()).absolutePath());
        if (!m_file.open(QIODevice::ReadWrite))
            return false;
        if (most >= 0 && m_file.size() > most)
            return restart();
        m_hash.reset();
        if (!m_hash.addData(&m_file))
            return restart();
        m_written = m_file.size();
        return true;
    }

    bool restart()
    {
        m_hash.reset();
        m_written = 0;
        m_misplaced = false;
        return m_file.seek(0) && m_file.resize(0);
    }

    bool begin(qint64 offset, qint64) override
    {
        // From where it was asked for, or the whole of it.
        m_misplaced = offset != m_written && offset != 0;
        return offset == m_written || (offset == 0 && restart());
    }
    /// What came last was another part than the one asked for.
    bool isMisplaced() const { return m_misplaced; }

    bool write(const QByteArray &piece) override
    {
        if (m_file.write(piece) != piece.size())
            return false;
        m_hash.addData(piece);
        m_written += piece.size();
        if (m_grown)
            m_grown();
        return true;
    }

    bool flush() { return m_file.flush(); }
    void remove() { m_file.remove(); }
    QString errorText() const override { return m_file.fileName() + u": "_s + m_file.errorString(); }

private:
    QFile m_file;
    QCryptographicHash m_hash;
    std::function<void()> m_grown;
    qint64 m_written = 0;
    bool m_misplaced = false;
};

ArchiveContent::ArchiveContent(Session &source, ArchiveTarget &target, const File &file,
                               const QString &folder, const QList<qint64> &waitsMs, QObject *parent)
    : QObject(parent), m_source(source), m_target(target), m_file(file), m_patience(waitsMs)
{
    // An id may hold anything; its digest is a name everywhere.
    const QByteArray name =
        QCryptographicHash::hash(file.id.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    m_spool = std::make_shared<ArchiveSpool>(folder + u'/' + QString::fromLatin1(name) + u".part"_s,
                                             [this] { Q_EMIT progressed(); });
}

ArchiveContent::~ArchiveContent()
{
    m_spool->forget(); // the call that is being dropped may hold it for a moment
}

qint64 ArchiveContent::received() const
{
    return m_spool->written();
}

void ArchiveContent::start()
{
    // Files with a size may have been begun; reading what is there takes a while when it is much.
    const auto opened = [this](bool open) {
        if (!open) {
            Q_EMIT targetFailed(ApiError::make(ApiError::Kind::LocalFile, m_spool->errorText()));
            return;
        }
        m_resumed = m_spool->written();
        if (m_file.bytes >= 0 && m_resumed == m_file.bytes && m_resumed > 0)
            hand(); // it all came, and then the program ended
        else
            fetch();
    };
    inBackground(
        this, [spool = m_spool, most = m_file.bytes] { return spool->open(most); }, opened, longWorkPool());
}

void ArchiveContent::fetch()
{
    const auto done = [this](const Result<qint64> &result) { fetched(result); };
    m_source.files().contentFrom(m_file.id, m_spool->written(), m_spool, this, done);
}

void ArchiveContent::fetched(const Result<qint64> &result)
{
    if (!result) {
        ApiError error = result.error();
        if (error.httpStatus == 416 && m_spool->written() > 0 && m_spool->restart()) {
            fetch(); // what is here is no beginning of what is there
            return;
        }
        if (m_spool->isMisplaced() && m_spool->restart()) {
            fetch(); // the whole of it, then
            return;
        }
        const auto wait = m_patience.next(error);
        if (!wait) {
            if (m_spool->written() == 0)
                m_spool->remove();
            Q_EMIT failed(error);
            return;
        }
        Q_EMIT waiting(error, *wait);
        m_source.clock().callLater(*wait, this, [this] { fetch(); });
        return;
    }
    if (m_file.bytes >= 0 && m_spool->written() != m_file.bytes) {
        // Once more from the start, in case what an earlier run left does not belong to it.
        if (!std::exchange(m_again, true) && m_resumed > 0 && m_spool->restart()) {
            fetch();
            return;
        }
        const ApiError error = ApiError::make(
            ApiError::Kind::BadResponse,
            tr("The content has %1 bytes, but the list says %2").arg(m_spool->written()).arg(m_file.bytes));
        m_spool->remove();
        Q_EMIT failed(error);
        return;
    }
    hand();
}

void ArchiveContent::hand()
{
    if (!m_spool->flush()) {
        Q_EMIT targetFailed(ApiError::make(ApiError::Kind::LocalFile, m_spool->errorText()));
        return;
    }
    m_target.putContent(
        m_file.id, m_spool->path(), this, [this](const Result<ArchiveTarget::Content> &stored) {
            if (!stored) {
                Q_EMIT targetFailed(stored.error());
                return;
            }
            const QString sha256 = m_spool->sha256();
            const qint64 bytes = m_spool->written();
            m_spool->remove();
            if (stored->sha256 != sha256 || stored->bytes != bytes) {
                Q_EMIT targetFailed(ApiError::make(
                    ApiError::Kind::BadResponse,
                    tr("“%1” is another file in the archive than the one that came").arg(m_file.name)));
                return;
            }
            Q_EMIT finished(bytes, sha256);
        });
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scratchfetch.h"

#include "api/session.h"
#include "base/background.h"
#include "batches/batchinput.h"

#include <QFile>

namespace odc {

namespace {

/// Takes what comes into a file. Pieces are small and written as they come, as downloads do.
class FileSink final : public ContentSink
{
public:
    explicit FileSink(const QString &path) : m_file(path) {}

    bool begin(qint64 offset, qint64) override
    {
        return (m_file.isOpen() || m_file.open(QIODevice::WriteOnly)) && m_file.resize(offset) &&
               m_file.seek(offset);
    }
    bool write(const QByteArray &piece) override { return m_file.write(piece) == piece.size(); }
    QString errorText() const override { return m_file.errorString(); }
    bool finish() { return m_file.flush(); }

private:
    QFile m_file;
};

} // namespace

ScratchFetch::ScratchFetch(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

void ScratchFetch::clear()
{
    ++m_round;
    m_making = false;
    m_call.cancel();
    m_call = {};
    m_folder.reset();
    m_received = 0;
    m_total = -1;
}

void ScratchFetch::fetch(const QString &fileId, const QString &name)
{
    clear();
    m_making = true;
    inBackground(
        this, [] { return ScratchFolder::make(batchScratchRoot()); },
        [this, fileId, name, round = m_round](const Result<std::shared_ptr<ScratchFolder>> &folder) {
            if (round != m_round)
                return;
            m_making = false;
            if (!folder) {
                refuse(folder.error());
                return;
            }
            m_folder = *folder;
            download(fileId, m_folder->filePath(name));
        });
    Q_EMIT progressed();
}

void ScratchFetch::download(const QString &fileId, const QString &path)
{
    const auto sink = std::make_shared<FileSink>(path);
    m_call = m_session.files().content(
        fileId, sink, this, [this, sink, path, round = m_round](const Result<qint64> &bytes) {
            if (round != m_round)
                return;
            m_call = {};
            const bool written = sink->finish();
            if (!bytes)
                refuse(bytes.error());
            else if (!written)
                refuse(ApiError::make(ApiError::Kind::LocalFile, sink->errorText()));
            else
                Q_EMIT fetched(path);
        });
    if (CallState *state = m_call.state()) {
        connect(state, &CallState::downloadProgress, this, [this](qint64 received, qint64 total) {
            m_received = received;
            m_total = total > 0 ? total : -1;
            Q_EMIT progressed();
        });
    }
}

void ScratchFetch::refuse(const ApiError &error)
{
    clear();
    Q_EMIT failed(error);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesfetch.h"

#include "api/session.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace odc {

using namespace Qt::StringLiterals;

/// Writes what comes to a file.
class LinesFetch::Sink final : public ContentSink
{
public:
    explicit Sink(const QString &path) : m_file(path) {}

    bool begin(qint64 offset, qint64) override
    {
        if (m_file.isOpen())
            return m_file.resize(offset) && m_file.seek(offset);
        return m_file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered);
    }
    bool write(const QByteArray &piece) override { return m_file.write(piece) == piece.size(); }
    QString errorText() const override { return m_file.errorString(); }
    qint64 written() const { return m_file.isOpen() ? m_file.pos() : 0; }
    QString path() const { return m_file.fileName(); }
    void close() { m_file.close(); }

private:
    QFile m_file;
};

LinesFetch::LinesFetch(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_progress.setInterval(100);
    connect(&m_progress, &QTimer::timeout, this, [this] {
        if (m_sink)
            Q_EMIT progressed(m_sink->written(), m_total);
    });
}

LinesFetch::~LinesFetch()
{
    cancel();
}

void LinesFetch::cancel()
{
    m_call.cancel();
    m_progress.stop();
    m_sink.reset();
    m_folder.reset();
}

void LinesFetch::start(const FileObject &file)
{
    cancel();
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    QDir().mkpath(cache);
    m_folder = std::make_shared<QTemporaryDir>(cache + u"/lines-XXXXXX"_s);
    if (!m_folder->isValid()) {
        Q_EMIT failed(ApiError::make(ApiError::Kind::LocalFile, m_folder->errorString()));
        return;
    }
    // Its own name only says what kind it is; a name from elsewhere is no path.
    const QString suffix = file.filename.section(u'.', -1).toLower();
    const bool isTable = suffix == "csv"_L1 || suffix == "tsv"_L1;
    m_sink = std::make_shared<Sink>(m_folder->filePath(isTable ? u"lines."_s + suffix : u"lines.jsonl"_s));
    m_total = file.bytes;
    m_progress.start();
    m_call = m_session.files().content(file.id, m_sink, this, [this](const Result<qint64> &written) {
        const std::shared_ptr<Sink> sink = std::exchange(m_sink, nullptr);
        const Folder folder = std::exchange(m_folder, nullptr);
        m_progress.stop();
        sink->close();
        if (written)
            Q_EMIT fetched(sink->path(), folder);
        else if (!written.error().isCancelled())
            Q_EMIT failed(written.error());
    });
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchfetch.h"

#include "api/session.h"
#include "base/background.h"
#include "transfers/partfile.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 2;
constexpr int tellEveryMs = 50;

/// The server has no such file for us, whenever we ask.
bool isRefusal(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::Invalid:
    case ApiError::Kind::MethodNotAllowed:
    case ApiError::Kind::Conflict:
        return true;
    default:
        return false;
    }
}

} // namespace

BatchFetch::BatchFetch(Session &session, const QString &root, QObject *parent)
    : QObject(parent), m_session(session), m_root(root)
{
}

BatchFetch::~BatchFetch()
{
    stop();
}

void BatchFetch::fetch(const QList<BatchObject> &chain)
{
    stop();
    m_files.clear();
    const auto add = [this](const QString &id, BatchFiles::Role role, int attempt) {
        if (id.isEmpty())
            return;
        File file;
        file.id = id;
        file.role = role;
        file.attempt = attempt;
        m_files.push_back(file);
    };
    if (!chain.isEmpty())
        add(chain.first().inputFileId, BatchFiles::Role::Input, 0);
    for (int attempt = 0; attempt < chain.size(); ++attempt) {
        add(chain.at(attempt).outputFileId, BatchFiles::Role::Output, attempt);
        add(chain.at(attempt).errorFileId, BatchFiles::Role::Errors, attempt);
    }
    // Others' files are not kept until the console ends: they may be large.
    const QString first = chain.isEmpty() ? QString() : chain.first().id;
    // And what was still written to when it came is not what there is now.
    const bool grows = std::any_of(chain.cbegin(), chain.cend(),
                                   [](const BatchObject &batch) {
                                       return batch.mayStillAnswer() &&
                                              !(batch.outputFileId + batch.errorFileId).isEmpty();
                                   });
    if (first != m_first || m_grew)
        m_folder.reset();
    m_first = first;
    m_grew = grows;
    m_running = true;
    m_told.invalidate();
    if (m_folder) {
        begin();
        return;
    }
    inBackground(
        this, [root = m_root] { return ScratchFolder::make(root); },
        [this, round = m_round](const Result<std::shared_ptr<ScratchFolder>> &folder) {
            if (round != m_round)
                return;
            if (!folder) {
                fail(folder.error());
                return;
            }
            m_folder = *folder;
            begin();
        });
}

void BatchFetch::begin()
{
    // Whether files are there from before is asked on the pool: a slow disk must not hold the window.
    QStringList paths;
    for (const File &file : m_files)
        paths << pathOf(file);
    inBackground(
        this,
        [paths] {
            QList<qint64> sizes;
            for (const QString &path : paths) {
                const QFileInfo info(path);
                sizes << (info.isFile() ? info.size() : -1);
            }
            return sizes;
        },
        [this, round = m_round](const QList<qint64> &sizes) {
            if (round != m_round)
                return;
            for (size_t i = 0; i < m_files.size(); ++i) {
                if (sizes.at(qsizetype(i)) < 0)
                    continue;
                m_files[i].size = sizes.at(qsizetype(i));
                m_files[i].state = File::State::Here;
            }
            for (size_t i = 0; i < m_files.size() && m_running; ++i) {
                if (m_files[i].state == File::State::Unknown)
                    ask(i);
            }
            pump();
        });
}

void BatchFetch::stop()
{
    ++m_round;
    m_running = false;
    for (File &file : m_files) {
        file.call.cancel();
        file.part.reset();
    }
}

QString BatchFetch::pathOf(const File &file) const
{
    // The id is the server's word, and no name for a file.
    const QByteArray name =
        QCryptographicHash::hash(file.id.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return m_folder->filePath(QString::fromLatin1(name) + u".jsonl"_s);
}

qint64 BatchFetch::bytesDone() const
{
    qint64 bytes = 0;
    for (const File &file : m_files) {
        if (file.state == File::State::Here)
            bytes += std::max<qint64>(0, file.size);
        else if (file.part)
            bytes += file.part->written();
    }
    return bytes;
}

qint64 BatchFetch::bytesTotal() const
{
    qint64 bytes = 0;
    for (const File &file : m_files) {
        if (file.state == File::State::Missing)
            continue;
        if (file.size < 0)
            return -1;
        bytes += file.size;
    }
    return bytes;
}

void BatchFetch::ask(size_t index)
{
    File &file = m_files[index];
    file.state = File::State::Asking;
    file.call = m_session.files().retrieve(file.id, this,
                                           [this, index, round = m_round](const Result<FileObject> &found) {
                                               if (round != m_round)
                                                   return;
                                               File &asked = m_files[index];
                                               if (found) {
                                                   asked.size = found->bytes > 0 ? found->bytes : -1;
                                               } else if (found.error().kind == ApiError::Kind::NotFound) {
                                                   refused(index, found.error());
                                                   return;
                                               } else if (!isRefusal(found.error())) {
                                                   fail(found.error());
                                                   return;
                                               }
                                               asked.state = File::State::Waiting;
                                               pump();
                                           });
}

void BatchFetch::pump()
{
    if (!m_running)
        return;
    int coming = 0;
    bool all = true;
    for (const File &file : m_files) {
        coming += file.state == File::State::Coming;
        all = all && (file.state == File::State::Here || file.state == File::State::Missing);
    }
    for (size_t i = 0; i < m_files.size() && coming < atOnce && m_running; ++i) {
        if (m_files[i].state == File::State::Waiting) {
            ++coming;
            download(i);
        }
    }
    if (!m_running)
        return;
    tell();
    if (all)
        finish();
}

void BatchFetch::download(size_t index)
{
    File &file = m_files[index];
    file.state = File::State::Coming;
    file.part = std::make_shared<PartFile>(pathOf(file), file.size);
    file.call = m_session.files().content(file.id, file.part, this,
                                          [this, index, round = m_round](const Result<qint64> &written) {
                                              if (round != m_round)
                                                  return;
                                              if (written)
                                                  publish(index);
                                              else if (isRefusal(written.error()))
                                                  refused(index, written.error());
                                              else
                                                  fail(written.error());
                                          });
    if (CallState *state = file.call.state())
        connect(state, &CallState::downloadProgress, this, &BatchFetch::tell);
}

void BatchFetch::publish(size_t index)
{
    inBackground(
        this, [part = m_files[index].part] { return part->publish(); },
        [this, index, round = m_round](const QString &error) {
            if (round != m_round)
                return;
            File &file = m_files[index];
            if (!error.isEmpty()) {
                const bool isShort =
                    file.part->isPublished() && file.size >= 0 && file.part->written() != file.size;
                fail(isShort ? ApiError::make(ApiError::Kind::BadResponse, tr("%1 of %2 bytes of %3 arrived.")
                                                                               .arg(file.part->written())
                                                                               .arg(file.size)
                                                                               .arg(file.id))
                             : ApiError::make(ApiError::Kind::LocalFile, error));
                return;
            }
            file.size = file.part->written();
            file.state = File::State::Here;
            file.part.reset();
            pump();
        });
}

void BatchFetch::refused(size_t index, const ApiError &error)
{
    m_files[index].state = File::State::Missing;
    m_files[index].error = error;
    m_files[index].part.reset();
    pump();
}

void BatchFetch::fail(const ApiError &error)
{
    stop();
    Q_EMIT failed(error);
}

void BatchFetch::tell()
{
    if (m_told.isValid() && m_told.elapsed() < tellEveryMs)
        return;
    m_told.start();
    Q_EMIT progressed();
}

void BatchFetch::finish()
{
    m_running = false;
    BatchFiles files;
    files.folder = m_folder;
    for (const File &file : m_files) {
        if (file.state == File::State::Missing)
            files.missing.append({file.id, file.role, file.attempt, file.error});
        else if (file.role == BatchFiles::Role::Input)
            files.input = pathOf(file);
        else
            files.answers.append({pathOf(file), file.attempt});
    }
    Q_EMIT finished(files);
}

} // namespace odc

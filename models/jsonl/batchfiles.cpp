// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchfiles.h"

#include "jsonl/batchrules.h"
#include "jsonl/linereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BatchFiles)
};

tl::unexpected<ApiError> fails(const QString &why)
{
    return failure(ApiError::make(ApiError::Kind::LocalFile, why));
}

tl::unexpected<ApiError> notWritten(const QSaveFile &file)
{
    return fails(Tr::tr("%1 could not be written: %2").arg(file.fileName(), file.errorString()));
}

/// On a full disk commit() of Qt 6.4 says that all is well; flush() says the truth.
bool finish(QSaveFile &file)
{
    return file.flush() && file.error() == QFileDevice::NoError && file.commit();
}

/// Inputs that a line of an embeddings batch asks for, as checkBatchFile() counts them.
qint64 inputsOf(QByteArrayView line)
{
    const QJsonValue input = QJsonDocument::fromJson(line.toByteArray()).object().value("body"_L1).toObject().value("input"_L1);
    const QJsonArray list = input.toArray();
    return input.isArray() && !list.first().isDouble() ? list.size() : 1;
}

/// The files of a split, none of which is left behind when it fails.
class Parts
{
public:
    Parts(const QString &folder, const QString &name) : m_folder(folder), m_name(name) {}
    ~Parts()
    {
        for (const QString &path : std::as_const(m_paths))
            QFile::remove(path);
    }

    Result<void> add(QByteArrayView line, qint64 inputs)
    {
        const qint64 bytes = line.size() + 1;
        if (bytes > batchrules::mostBytes || inputs > batchrules::mostEmbeddingInputs)
            return fails(Tr::tr("One request alone is more than a batch may hold."));
        const bool full = m_lines == batchrules::mostLines || m_bytes + bytes > batchrules::mostBytes ||
                          m_inputs + inputs > batchrules::mostEmbeddingInputs;
        if (!m_file || full) {
            if (const auto opened = open(); !opened)
                return opened;
        }
        if (m_file->write(line.data(), line.size()) != line.size() || m_file->write("\n", 1) != 1)
            return notWritten(*m_file);
        ++m_lines;
        m_bytes += bytes;
        m_inputs += inputs;
        return {};
    }

    /// All are there now, and stay.
    Result<QStringList> take()
    {
        if (const auto closed = close(); !closed)
            return failure(closed.error());
        return std::exchange(m_paths, {});
    }

private:
    Result<void> open()
    {
        if (const auto closed = close(); !closed)
            return closed;
        const QString path = QDir(m_folder).filePath(u"%1-%2.jsonl"_s.arg(m_name).arg(m_paths.size() + 1));
        if (QFileInfo::exists(path))
            return fails(Tr::tr("%1 is there already.").arg(path));
        m_file = std::make_unique<QSaveFile>(path);
        m_lines = m_bytes = m_inputs = 0;
        if (!m_file->open(QIODevice::WriteOnly))
            return notWritten(*m_file);
        return {};
    }

    Result<void> close()
    {
        if (!m_file)
            return {};
        if (!finish(*m_file))
            return notWritten(*m_file);
        m_paths << m_file->fileName();
        m_file.reset();
        return {};
    }

    const QString m_folder;
    const QString m_name;
    QStringList m_paths;
    std::unique_ptr<QSaveFile> m_file;
    qint64 m_lines = 0;
    qint64 m_bytes = 0;
    qint64 m_inputs = 0;
};

} // namespace

Result<QStringList> splitBatchFile(const QString &path, const BatchCheck &check, const QString &folder, const QString &name,
                                   const JsonlWorkPtr &work)
{
    const qint64 size = QFileInfo(path).size();
    if (size != check.bytes)
        return fails(Tr::tr("%1 has changed since it was checked.").arg(path));
    const bool embeds = check.endpoint == "/v1/embeddings"_L1;
    Parts parts(folder, name);
    LineReader reader(path, {0, size});
    while (const auto line = reader.next()) {
        if (line->isTooLong)
            return fails(Tr::tr("One request alone is more than a batch may hold."));
        if (line->text.trimmed().isEmpty())
            continue;
        if (const auto added = parts.add(line->text, embeds ? inputsOf(line->text) : 0); !added)
            return failure(added.error());
        if (work) {
            work->done = line->offset;
            if (work->stop)
                return failure(ApiError::make(ApiError::Kind::Cancelled));
        }
    }
    if (!reader.error().isEmpty())
        return fails(reader.error());
    return parts.take();
}

Result<qint64> writeBatchRest(const BatchResults &results, const QString &path, const JsonlWorkPtr &work,
                              const std::function<bool(const BatchRow &)> &wanted)
{
    QFile input(results.input);
    if (results.input.isEmpty() || !input.open(QIODevice::ReadOnly))
        return fails(Tr::tr("The requests are not at hand: their file is gone."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file);
    qint64 written = 0;
    for (const BatchRow &row : results.rows) {
        if (row.state == BatchRowState::Answered || !row.input.isThere() || (wanted && !wanted(row)))
            continue;
        if (work && work->stop)
            return failure(ApiError::make(ApiError::Kind::Cancelled));
        const QByteArray line = input.seek(row.input.offset) ? input.read(row.input.size) : QByteArray();
        if (line.size() != qsizetype(row.input.size))
            return fails(Tr::tr("%1 became shorter while it was read.").arg(results.input));
        if (file.write(line) != line.size() || file.write("\n", 1) != 1)
            return notWritten(file);
        ++written;
        if (work)
            work->done = written;
    }
    if (written == 0)
        return fails(Tr::tr("Every request has its answer."));
    if (!finish(file))
        return notWritten(file);
    return written;
}

} // namespace odc

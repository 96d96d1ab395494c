// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "base/call.h"
#include "base/result.h"
#include "batches/scratchfolder.h"
#include "jsonl/batchjoin.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <vector>

namespace odc {

class PartFile;
class Session;

/// The files of a chain of batches, as far as there are any.
struct BatchFiles
{
    enum class Role : quint8 { Input, Output, Errors };
    /// A file that the server names but does not hand out.
    struct Missing
    {
        QString fileId;
        Role role = Role::Output;
        int attempt = 0; ///< 0: the first batch
        ApiError error;

        bool isGone() const { return error.kind == ApiError::Kind::NotFound; }
    };

    QString input; ///< path; empty: it is not at hand
    QList<BatchAnswerFile> answers;
    QList<Missing> missing;
    std::shared_ptr<ScratchFolder> folder; ///< the files stay as long as it is held

    /// Whether there is anything to be joined.
    bool isEmpty() const { return input.isEmpty() && answers.isEmpty(); }
};

/// Brings the files of a chain of batches onto this computer, two at a time: the requests of the first batch,
/// and the answers and errors of each attempt that has some. What is there from before is not asked for
/// again: files of a batch do not change. A file that the server does not hand out is no failure of the
/// whole. GUI thread.
class BatchFetch : public QObject
{
    Q_OBJECT
public:
    /// Below `root` folders are made.
    BatchFetch(Session &session, const QString &root, QObject *parent = nullptr);
    ~BatchFetch() override;

    /// `chain` in order, first batch first. What is under way for others ends.
    void fetch(const QList<BatchObject> &chain);
    /// Nothing is told after this; what came stays for the next time.
    void stop();
    bool isRunning() const { return m_running; }
    /// Bytes so far, and in all; -1: a size is not known.
    qint64 bytesDone() const;
    qint64 bytesTotal() const;

Q_SIGNALS:
    void progressed();
    void finished(const odc::BatchFiles &files);
    /// A connection broke, or a disk is full: another time it may work.
    void failed(const odc::ApiError &error);

private:
    struct File
    {
        QString id;
        BatchFiles::Role role = BatchFiles::Role::Output;
        int attempt = 0;
        enum class State { Unknown, Asking, Waiting, Coming, Here, Missing } state = State::Unknown;
        qint64 size = -1;
        ApiError error;
        Call call;
        std::shared_ptr<PartFile> part;
    };

    void begin();
    /// Starts what may start, ends when all is there.
    void pump();
    void ask(size_t index);
    void download(size_t index);
    void publish(size_t index);
    void refused(size_t index, const ApiError &error);
    void fail(const ApiError &error);
    void finish();
    void tell();
    QString pathOf(const File &file) const;

    Session &m_session;
    const QString m_root;
    std::shared_ptr<ScratchFolder> m_folder;
    QString m_first; ///< id of the first batch of what is in the folder
    bool m_grew = false; ///< some of its files may have grown since
    std::vector<File> m_files;
    QElapsedTimer m_told;
    quint64 m_round = 0; ///< of the fetch under way; what belongs to another is not listened to
    bool m_running = false;
};

} // namespace odc

Q_DECLARE_METATYPE(odc::BatchFiles)

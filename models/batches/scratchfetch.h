// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/call.h"
#include "base/result.h"
#include "batches/scratchfolder.h"

#include <QObject>

#include <memory>

namespace odc {

class Session;

/// Brings one file of the project onto this computer, into a scratch folder of its own, so that it can be
/// looked at or checked. One at a time: a new one ends the one before. GUI thread.
class ScratchFetch : public QObject
{
    Q_OBJECT
public:
    ScratchFetch(Session &session, QObject *parent = nullptr);

    /// `name` is that of the file in the folder.
    void fetch(const QString &fileId, const QString &name);
    /// Ends what is going on, and forgets what came.
    void clear();
    bool isRunning() const { return m_making || m_call.isRunning(); }
    /// Bytes so far, and in all; -1: not known.
    qint64 received() const { return m_received; }
    qint64 total() const { return m_total; }
    /// What it came into; it stays as long as this is held. Null before.
    std::shared_ptr<ScratchFolder> folder() const { return m_folder; }

Q_SIGNALS:
    void progressed();
    void fetched(const QString &path);
    void failed(const odc::ApiError &error);

private:
    void download(const QString &fileId, const QString &path);
    void refuse(const ApiError &error);

    Session &m_session;
    std::shared_ptr<ScratchFolder> m_folder;
    Call m_call;
    quint64 m_round = 0; ///< of the fetch under way
    qint64 m_received = 0;
    qint64 m_total = -1;
    bool m_making = false; ///< the folder
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "base/apierror.h"
#include "base/call.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace odc {

class Session;

/// Fetches the whole of a file into a folder of the program's cache, to be looked at. The folder goes with
/// the last one who holds it.
class LinesFetch final : public QObject
{
    Q_OBJECT
public:
    using Folder = std::shared_ptr<QTemporaryDir>;

    explicit LinesFetch(Session &session, QObject *parent);
    ~LinesFetch() override;

    void start(const FileObject &file);
    void cancel();
    bool isRunning() const { return m_call.isRunning(); }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void fetched(const QString &path, const odc::LinesFetch::Folder &folder);
    void failed(const odc::ApiError &error);

private:
    class Sink;

    Session &m_session;
    Folder m_folder;
    std::shared_ptr<Sink> m_sink;
    Call m_call;
    QTimer m_progress;
    qint64 m_total = 0;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"

#include <QList>
#include <QObject>

namespace odc {

/// One attempt as it is remembered: never a key, never a body of a file.
struct LoggedCall
{
    qint64 serial = 0;      ///< counts up through the run
    qint64 startedUnix = 0; ///< seconds
    QByteArray method;
    QString path;   ///< with query, without host
    QByteArray url; ///< base URL of the profile + path, percent-encoded
    int status = 0; ///< 0 while running and when no answer came
    bool running = true;
    qint64 durationMs = 0;
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    QString requestId;
    int attempt = 1;
    bool admin = false;  ///< used the admin key
    bool changes = false; ///< makes, changes or deletes something, or starts or ends it
    ApiError error;      ///< kind None when it went well
    QByteArray jsonBody; ///< of a JSON request up to 64 KiB, for cURL; empty for multipart
    QList<QPair<QString, QString>> formFields;    ///< of a multipart request; files as "@name"
    QList<QPair<QByteArray, QByteArray>> headers; ///< beyond Authorization: Organization, Project, Beta
};

/// The last 1,000 attempts of one session. GUI thread.
class RequestLog : public QObject
{
    Q_OBJECT
public:
    static constexpr int capacity = 1000;
    using QObject::QObject;

    /// Adds a running entry; returns its serial.
    qint64 begin(LoggedCall call);
    void end(const LoggedCall &call);
    const QList<LoggedCall> &calls() const { return m_calls; } ///< oldest first
    const LoggedCall *find(qint64 serial) const;
    void clear();

    /// The call as one command line; the key as "$OPENAI_API_KEY" (or "$OPENAI_ADMIN_KEY").
    static QString toCurl(const LoggedCall &call);
    /// The same with Python's `requests`, the key from os.environ.
    static QString toPython(const LoggedCall &call);

Q_SIGNALS:
    void added(qint64 serial);
    void changed(qint64 serial);
    /// A call ended; told of those as well that are not kept any more.
    void ended(const odc::LoggedCall &call);
    /// The oldest `count` entries are gone.
    void trimmed(int count);
    void cleared();

private:
    QList<LoggedCall> m_calls;
    qint64 m_lastSerial = 0;
};

} // namespace odc

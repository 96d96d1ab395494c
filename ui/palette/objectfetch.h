// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "base/call.h"
#include "palette/objectids.h"

#include <QObject>

#include <functional>

namespace odc {

class Session;

/// Asks the service for the object that an id belongs to: what its shape says, or one kind after the other.
/// GUI thread.
class ObjectFetch final : public QObject
{
    Q_OBJECT
public:
    /// `session` outlives this.
    explicit ObjectFetch(Session &session, QObject *parent = nullptr);

    /// Ends in found() or failed(), unless another one is started, or stop() called, before that.
    void start(const IdShape &shape);
    void stop();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void found(odc::ObjectKind kind, const QString &id);
    /// `sentence` is translated.
    void failed(const QString &sentence);

private:
    void next();
    void answered(const ApiError *error);

    Session &m_session;
    IdShape m_shape;
    qsizetype m_at = 0; ///< of the kinds
    Call m_call;
    bool m_running = false;
};

} // namespace odc

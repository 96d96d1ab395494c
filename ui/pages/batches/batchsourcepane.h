// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "batches/batchinput.h"

#include <QWidget>

namespace odc {

/// Where the requests of a new batch come from: one of several ways, each with what it asks for.
class BatchSourcePane : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// What keeps it from being sent; paths below "source".
    virtual QList<FormProblem> problems() const = 0;
    /// Moves the keyboard to the field.
    virtual void focusField(const QString &path) = 0;
    /// What the requests say about where they go; empty: nothing, or it is not known.
    virtual QString endpoint() const { return {}; }
    /// Why the endpoint is that one; translated.
    virtual QString endpointReason() const { return {}; }
    /// Of a file that is at the service already; empty: the requests are on this computer.
    virtual QString fileId() const { return {}; }
    /// How many batches come of it, about; 0: none, or it is not known.
    virtual int batches() const
    {
        const QList<FormProblem> found = problems();
        return firstError(found) ? 0 : 1;
    }
    /// Something was chosen or filled in.
    virtual bool hasWork() const = 0;

    /// Makes input() what is to be sent now: prepared() follows, or problems() say why not.
    virtual void prepare() { Q_EMIT prepared(); }
    virtual bool isPreparing() const { return false; }
    virtual void stopPreparing() {}
    /// Null: not prepared, or at the service.
    virtual BatchInputPtr input() const { return nullptr; }

Q_SIGNALS:
    void edited();
    void prepared();
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/evalformtest.h"

#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/pages/batches/newbatchdialog.h"

#include <QJsonArray>

#include <memory>

namespace odc::test {

/// New batch over a console: on its local profile, or on a server of the test's own.
class NewBatchTest : public EvalFormTest
{
protected:
    void closeAll();
    NewBatchDialog *openForm();
    /// A server of this test's own, through a proxy that can break things.
    void openFar();
    QPushButton *create() const { return in<QPushButton>(QStringLiteral("createBatch")); }
    /// What the check says of the file; empty when it says nothing.
    QString verdict() const;
    QString file(const QString &name, const QByteArray &content) { return writeFile(path(name), content); }
    static QByteArray lines(int count, const QByteArray &model = "local-echo");
    /// What another client sees.
    QJsonArray batches() const;

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
};

} // namespace odc::test

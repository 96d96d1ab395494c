// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/evalformtest.h"

#include "api/finetuningjob.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/pages/finetuning/newjobdialog.h"

#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

namespace odc::test {

/// New fine-tuning job over a console: on its local profile, or on a server of the test's own.
class NewJobTest : public EvalFormTest
{
protected:
    void closeAll()
    {
        closeConsole();
        m_proxy.reset();
        m_server.reset();
    }
    NewJobDialog *openForm()
    {
        auto *dialog = new NewJobDialog(context(), &m_console->window());
        m_dialog = dialog;
        dialog->open();
        return activate() ? dialog : nullptr;
    }
    QPushButton *create() const { return in<QPushButton>(QStringLiteral("createJob")); }
    QString file(const QString &name, const QByteArray &content) { return writeFile(path(name), content); }
    QString verdict() const { return in<QLabel>(QStringLiteral("checkVerdict"))->text(); }
    QString state(const QString &name = QStringLiteral("trainingFileState")) const
    {
        return in<QLabel>(name)->text();
    }
    static constexpr int graderTab = 3;
    void openTab(const QString &title);
    void chooseModel(const QString &model);
    /// Drops files on a part of the form, as a desktop does.
    bool drop(QWidget *place, const QStringList &paths);
    /// A server of this test's own, through a proxy that can break things.
    void openFar();
    /// What another client sees.
    QJsonArray jobs() const;
    QString upload(const QByteArray &content, const QByteArray &name = "there.jsonl") const;
    /// Presses the button, and waits for the one job.
    FineTuningJob made(QSignalSpy &created);

    static QByteArray chats(int count, const QByteArray &first = "Question");
    static QByteArray preferences(int count);
    static QByteArray questions(int count);

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
};

} // namespace odc::test

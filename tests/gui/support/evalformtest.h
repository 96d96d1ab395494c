// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/evalform.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "localserver/localserver.h"
#include "settings/profilestore.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/evals/newevaldialog.h"
#include "ui/pages/evals/newrundialog.h"

#include <QTemporaryDir>

namespace odc::test {

/// A console on its local profile, and a form for an eval or a run that stands over it.
class EvalFormTest : public QObject, protected EvalForm
{
protected:
    void openConsole()
    {
        failOnNoise();
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
        m_profileId = QLatin1StringView(localProfileId);
        QVERIFY(m_console->openLocal());
    }
    void closeConsole()
    {
        delete m_dialog;
        m_console.reset();
        m_home.reset();
    }
    QString path(const QString &name) const { return m_home->filePath(name); }
    PageContext context() { return m_console->context(); }
    NewEvalDialog *openEval()
    {
        auto *dialog = new NewEvalDialog(context(), &m_console->window());
        m_dialog = dialog;
        dialog->open();
        return activate() ? dialog : nullptr;
    }
    NewRunDialog *openRun(const EvalObject &eval)
    {
        auto *dialog = new NewRunDialog(context(), eval, &m_console->window());
        m_dialog = dialog;
        dialog->open();
        return activate() ? dialog : nullptr;
    }
    /// An eval that another client has made.
    EvalObject makeEval() const
    {
        const RawReply reply = rawRequest(
            m_console->services().opener().embeddedServer().url(), "POST", "/v1/evals", key(),
            R"({"name":"triage","data_source_config":{"type":"custom","include_sample_schema":true,"item_schema":{"type":"object","properties":{"text":{"type":"string"},"label":{"type":"string"}},"required":["text","label"]}},"testing_criteria":[{"type":"string_check","name":"s","input":"{{sample.output_text}}","reference":"{{item.label}}","operation":"eq"}]})");
        return EvalObject::fromJson(object(reply.body));
    }
    /// What another client sends to the local server.
    Headers key() const
    {
        return {{"Authorization",
                 "Bearer " + m_console->services().opener().embeddedServer().token().reveal().toUtf8()},
                {"Content-Type", "application/json"}};
    }
    /// How often the local server was asked exactly that.
    int count(const QByteArray &method, const QByteArray &target) const
    {
        int found = 0;
        for (const server::LoggedRequest &request : m_console->localServer()->requestLog())
            found += request.method == method && request.target == target ? 1 : 0;
        return found;
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    QString m_profileId;
};

} // namespace odc::test

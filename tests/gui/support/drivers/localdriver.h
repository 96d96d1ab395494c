// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/embeddedserver.h"
#include "gui/support/drivers/operationdriver.h"
#include "localserver/localserver.h"

#include <QTemporaryDir>

namespace odc::test {

/// A session on the profile Local, whose server keeps the log.
class LocalDriver : public OperationDriver
{
protected:
    void begin() override
    {
        m_theme.apply(*qApp);
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
        QVERIFY(m_console->openLocal());
    }
    void close() override
    {
        m_console.reset();
        m_home.reset();
    }
    Console &console() const final { return *m_console; }
    QList<AnsweredRequest> answers() const final
    {
        return answeredRequests(m_console->localServer()->requestLog());
    }
    void clearAnswers() final { m_console->localServer()->clearRequestLog(); }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

} // namespace odc::test

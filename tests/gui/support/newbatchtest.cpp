// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/newbatchtest.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace odc::test {

void NewBatchTest::closeAll()
{
    closeConsole();
    m_proxy.reset();
    m_server.reset();
}

NewBatchDialog *NewBatchTest::openForm()
{
    auto *dialog = new NewBatchDialog(context(), &m_console->window());
    m_dialog = dialog;
    dialog->open();
    return activate() ? dialog : nullptr;
}

void NewBatchTest::openFar()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start(QStringList{u"--api-key"_s, u"sk-test"_s}));
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    m_profileId = m_console->addProfile(u"far"_s, m_proxy->url(), u"sk-test"_s);
    QVERIFY(m_console->open(m_profileId));
}

QString NewBatchTest::verdict() const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>(u"checkVerdict"_s)) {
        if (label->isVisible())
            return label->text();
    }
    return {};
}

QByteArray NewBatchTest::lines(int count, const QByteArray &model)
{
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        text += R"({"custom_id":"r-)" + QByteArray::number(i) +
                R"(","method":"POST","url":"/v1/responses","body":{"model":")" + model +
                R"(","input":"How are you?","max_output_tokens":100}})" + '\n';
    }
    return text;
}

QJsonArray NewBatchTest::batches() const
{
    if (m_server)
        return rawRequest(m_server->url(), "GET", "/v1/batches").json().value("data"_L1).toArray();
    return object(
               rawRequest(m_console->services().opener().embeddedServer().url(), "GET", "/v1/batches", key())
                   .body)
        .value("data"_L1)
        .toArray();
}

} // namespace odc::test

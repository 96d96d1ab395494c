// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/newjobtest.h"

#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QCompleter>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTabBar>

namespace odc::test {

using namespace Qt::StringLiterals;

QByteArray NewJobTest::chats(int count, const QByteArray &first)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += R"({"messages":[{"role":"user","content":")" + first + ' ' + QByteArray::number(i) +
                R"("},{"role":"assistant","content":"Answer )" + QByteArray("x ").repeated(i % 7) + "\"}]}\n";
    return text;
}

QByteArray NewJobTest::preferences(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text +=
            R"({"input":{"messages":[{"role":"user","content":"Question )" + QByteArray::number(i) +
            R"("}],"tools":[],"parallel_tool_calls":true},"preferred_output":[{"role":"assistant","content":"good"}],)"
            R"("non_preferred_output":[{"role":"assistant","content":"bad"}]})" +
            '\n';
    return text;
}

QByteArray NewJobTest::questions(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += R"({"messages":[{"role":"user","content":"What is )" + QByteArray::number(i) +
                R"( + 1?"}],"answer":")" + QByteArray::number(i + 1) + R"(","sku":"A)" +
                QByteArray::number(i) + "\"}\n";
    return text;
}

void NewJobTest::openTab(const QString &title)
{
    auto *tabs = in<QTabBar>(u"createTabs"_s);
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i) == title && tabs->isTabVisible(i)) {
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
            QCOMPARE(tabs->currentIndex(), i);
            return;
        }
    }
    QFAIL(qPrintable(title));
}

void NewJobTest::chooseModel(const QString &model)
{
    openTab(u"Model and method"_s);
    auto *box = in<QComboBox>(u"baseModel"_s);
    type(box->lineEdit(), model);
    if (box->completer()->popup()->isVisible())
        box->completer()->popup()->hide();
}

bool NewJobTest::drop(QWidget *place, const QStringList &paths)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    mime.setUrls(urls);
    const QPoint at = place->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(place, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent let(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(place, &let);
    return let.isAccepted();
}

void NewJobTest::openFar()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start(QStringList{u"--api-key"_s, u"sk-test"_s}));
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    m_profileId = m_console->addProfile(u"far"_s, m_proxy->url(), u"sk-test"_s);
    QVERIFY(m_console->open(m_profileId));
}

QJsonArray NewJobTest::jobs() const
{
    const QUrl url = m_server ? m_server->url() : m_console->services().opener().embeddedServer().url();
    const Headers headers = m_server ? Headers{{"Authorization", "Bearer sk-test"}} : key();
    return object(rawRequest(url, "GET", "/v1/fine_tuning/jobs", headers).body).value("data"_L1).toArray();
}

QString NewJobTest::upload(const QByteArray &content, const QByteArray &name) const
{
    return postForm(m_console->services().opener().embeddedServer().url(), "/v1/files",
                    {{"purpose", "fine-tune", {}}, {"file", content, name}}, {key().first()})
        .json()
        .value("id"_L1)
        .toString();
}

FineTuningJob NewJobTest::made(QSignalSpy &created)
{
    if (!eventually([this] { return create()->isEnabled(); }))
        qWarning("not ready: %s", qPrintable(problemText()));
    Console::click(create());
    if (!eventually([&] { return created.size() == 1; }))
        qWarning("not made: %s", qPrintable(m_dialog->findChild<MessageBar *>()->message().text));
    return created.isEmpty() ? FineTuningJob() : created.first().first().value<FineTuningJob>();
}

} // namespace odc::test

// SPDX-License-Identifier: GPL-3.0-or-later
// A run whose answer was lost is found in the list, whatever the server calls it: sent again, it would cost
// twice.
#include "gui/support/console.h"

#include "app/profileopener.h"
#include "settings/profilestore.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/context/pagecontext.h"
#include "ui/forms/jsonedit.h"
#include "ui/pages/evals/newrundialog.h"

#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestEvalLost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void cleanup()
    {
        delete m_dialog;
        m_console.reset();
    }

    void itIsFoundWhateverItIsCalled_data();
    void itIsFoundWhateverItIsCalled();

private:
    Theme m_theme;
    QTemporaryDir m_home;
    std::unique_ptr<Console> m_console;
    QPointer<NewRunDialog> m_dialog;
};

void TestEvalLost::itIsFoundWhateverItIsCalled_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("listed");
    QTest::addColumn<bool>("found");
    QTest::newRow("as sent") << QByteArray(R"("name":"nightly",)") << QByteArray("nightly") << true;
    QTest::newRow("tidied up") << QByteArray(R"("name":" nightly  run ",)") << QByteArray("nightly run")
                               << true;
    QTest::newRow("named by the server") << QByteArray() << QByteArray("Run of today") << true;
    QTest::newRow("another") << QByteArray(R"("name":"nightly",)") << QByteArray("weekly") << false;
}

void TestEvalLost::itIsFoundWhateverItIsCalled()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, listed);
    QFETCH(bool, found);
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.errorText()));
    FaultProxy proxy(server.url());
    const EvalObject eval = EvalObject::fromJson(
        rawRequest(
            server.url(), "POST", "/v1/evals", {{"Content-Type", "application/json"}},
            R"({"name":"e","data_source_config":{"type":"custom","include_sample_schema":true,"item_schema":{"type":"object"}},"testing_criteria":[{"type":"string_check","name":"s","input":"{{sample.output_text}}","reference":"x","operation":"eq"}]})")
            .json());
    QVERIFY(!eval.id.isEmpty());
    m_console = std::make_unique<Console>(m_theme, m_home.path());
    const QString profile = m_console->addProfile(u"far"_s, proxy.url(), u"sk-test"_s);
    QVERIFY(m_console->open(profile));
    const PageContext context = m_console->context();
    m_dialog = new NewRunDialog(context, eval, &m_console->window());
    m_dialog->open();
    m_dialog->findChild<JsonEdit *>(u"requestJson"_s)
        ->setPlainText(
            u"{"_s + QString::fromUtf8(sent) +
            uR"("data_source":{"type":"jsonl","source":{"type":"file_content","content":[{"item":{},"sample":{"output_text":"x"}}]}}})"_s);
    auto *start = m_dialog->findChild<QPushButton *>(u"startRun"_s);
    ODC_EVENTUALLY(start->isEnabled());
    proxy.add("POST", "/runs", Fault::loseReply());
    const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch());
    const QByteArray list =
        R"({"object":"list","has_more":false,"data":[{"id":"evalrun_new","object":"eval.run","name":")" +
        listed + R"(","created_at":)" + now + R"(},{"id":"evalrun_old","object":"eval.run","name":")" +
        listed + R"(","created_at":5}]})";
    proxy.add("GET", "/runs", Fault::answer(200, list), -1);
    start->click();
    auto *again = m_console->await<QPushButton>(u"sendAgain"_s);
    QVERIFY(again);
    ODC_EVENTUALLY(again->isEnabled());
    auto *candidates = again->window()->findChild<QComboBox *>(u"lostCandidates"_s);
    QCOMPARE(candidates->count(), found ? 1 : 0);
    QCOMPARE(candidates->currentData().toString(), found ? u"evalrun_new"_s : QString());
    QCOMPARE(proxy.count("POST", "/runs"), 1);
}

QTEST_MAIN(TestEvalLost)
#include "tst_evallost.moc"

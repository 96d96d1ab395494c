// SPDX-License-Identifier: GPL-3.0-or-later
// From a file with everything that can happen to a request to one accepted answer for each: a batch is cancelled half
// way, what it left is sent again, twice, and the saved answers are judged by a reading of the files that shares
// nothing with the console.
#include "gui/support/batchespagetest.h"
#include "gui/support/evalform.h"

#include "app/services.h"
#include "settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestBatchRest : public BatchesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void theScriptFindsWhatIsWrong_data();
    void theScriptFindsWhatIsWrong();
    void everyRequestGetsOneAnswer();

private:
    /// What the script says of these files; empty when python3 is not there.
    QString judged(const QStringList &files) const;
    QJsonArray serverBatches() const { return ask("GET", "/batches?limit=100").json().value(u"data"_s).toArray(); }
    bool sendRest(const QString &name, int batchesThen);
    /// The three files of a batch, on disk; "-" for what it does not have.
    QStringList filesOf(const QJsonObject &batch) const;
};

QString TestBatchRest::judged(const QStringList &files) const
{
    QProcess script;
    script.start(u"python3"_s, QStringList{QStringLiteral(ODC_SOURCE_DIR "/tests/gui/accepted_answers.py")} + files);
    if (!script.waitForStarted() || !script.waitForFinished())
        return {};
    return QString::fromUtf8(script.readAllStandardOutput() + script.readAllStandardError());
}

QStringList TestBatchRest::filesOf(const QJsonObject &batch) const
{
    QStringList paths;
    for (const QString &member : {u"input_file_id"_s, u"output_file_id"_s, u"error_file_id"_s}) {
        const QString id = batch.value(member).toString();
        paths << (id.isEmpty() ? u"-"_s
                               : writeFile(m_home->filePath(id + u".jsonl"_s), ask("GET", "/files/" + id.toUtf8() + "/content").body));
    }
    return paths;
}

void TestBatchRest::theScriptFindsWhatIsWrong_data()
{
    // "=" answered, "!" failed; the lines of the files, by custom_id.
    QTest::addColumn<QStringList>("files"); // merged, then input, output, error of each attempt
    QTest::addColumn<QString>("said");
    QTest::newRow("all well") << QStringList{u"a= b="_s, u"a b"_s, u"b="_s, u"a!"_s, u"a"_s, u"a="_s, {}} << u"ok: 2 requests"_s;
    QTest::newRow("one left") << QStringList{u"b="_s, u"a b"_s, u"b="_s, u"a!"_s} << u"a has no answer"_s;
    QTest::newRow("sent without need")
        << QStringList{u"a= b="_s, u"a b"_s, u"b="_s, u"a!"_s, u"a b"_s, u"a="_s, {}} << u"attempt 1 sent 2 requests"_s;
    QTest::newRow("answered twice")
        << QStringList{u"a= b="_s, u"a b"_s, u"b="_s, u"a!"_s, u"a"_s, u"a= b="_s, {}} << u"b was answered twice"_s;
    QTest::newRow("saved twice") << QStringList{u"a= a="_s, u"a"_s, u"a="_s, {}} << u"repeat a custom_id"_s;
    QTest::newRow("a failure saved as an answer") << QStringList{u"a!"_s, u"a"_s, u"a="_s, {}} << u"merged without an answer"_s;
}

void TestBatchRest::theScriptFindsWhatIsWrong()
{
    QFETCH(QStringList, files);
    QFETCH(QString, said);
    QStringList paths;
    for (qsizetype i = 0; i < files.size(); ++i) {
        QByteArray lines;
        const QStringList words = files.at(i).split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            const QJsonObject response{{u"status_code"_s, word.endsWith(u'=') ? 200 : 500}, {u"body"_s, QJsonObject()}};
            QJsonObject line{{u"custom_id"_s, word.left(1)}};
            if (i % 3 == 1)
                line.insert(u"body"_s, QJsonObject{{u"of"_s, word}});
            else
                line.insert(u"response"_s, response);
            lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
        }
        paths << writeFile(m_home->filePath(QString::number(i) + u".jsonl"_s), lines);
    }
    const QString verdict = judged(paths);
    if (verdict.isEmpty())
        QSKIP("python3 is not there");
    QVERIFY2(verdict.contains(said), qPrintable(verdict));
}

bool TestBatchRest::sendRest(const QString &name, int batchesThen)
{
    if (!m_console->select({name}) || !eventually([this] { return m_console->action(u"batches.sendRest"_s)->isEnabled(); }))
        return false;
    m_console->action(u"batches.sendRest"_s)->trigger();
    auto *dialog = m_console->await<QDialog>(u"newBatchDialog"_s);
    auto *create = m_console->await<QPushButton>(u"createBatch"_s);
    if (!dialog || !create || !eventually([create] { return create->isEnabled(); }) || !m_console->click(u"createBatch"_s))
        return false;
    if (!eventually([this] { return !m_console->find<QDialog>(u"newBatchDialog"_s); }))
        return false;
    return eventually([&] {
        const QJsonArray batches = serverBatches();
        return batches.size() == batchesThen && batches.first().toObject().value(u"status"_s) == "completed"_L1;
    });
}

void TestBatchRest::everyRequestGetsOneAnswer()
{
    QStringList words;
    for (int i = 0; i < 40; ++i)
        words << u"Say %1"_s.arg(i);
    words << u"[[once 500]]"_s << u"[[status 400 before 1]]"_s << u"[[status 429 before 2]]"_s << u"[[timeout before 2]]"_s
          << u"[[never before 1]]"_s << u"[[missing before 1]]"_s << u"[[missing before 2]]"_s << u"Ünï 🦊"_s;
    QVERIFY(openRunning(u"1"_s));
    QVERIFY(showBatches());
    m_console->services().settings().set(Setting::PollSeconds, 1);

    const QString lines = writeFile(m_home->filePath(u"everything.jsonl"_s), chatLines(words));
    QVERIFY(m_console->click(u"newBatchButton"_s));
    EvalForm form(m_console->await<QDialog>(u"newBatchDialog"_s));
    QVERIFY(form.activate());
    QVERIFY(m_console->click(u"chooseBatchFile"_s));
    QVERIFY(m_console->chooseFile(u"batchFileDialog"_s, lines));
    ODC_EVENTUALLY(form.in<QPushButton>(u"createBatch"_s)->isEnabled());
    form.tab(1);
    EvalForm::type(form.in<QLineEdit>(u"batchName"_s), u"everything"_s);
    QVERIFY(m_console->click(u"createBatch"_s));

    // Half way: some are answered, and it will not end by itself.
    ODC_EVENTUALLY(!serverBatches().isEmpty() &&
                   serverBatches().first().toObject().value(u"request_counts"_s).toObject().value(u"completed"_s).toInt() > 3);
    ODC_EVENTUALLY(!cell(u"everything"_s, "status").isEmpty());
    QVERIFY(m_console->select({u"everything"_s}));
    ODC_EVENTUALLY(m_console->action(u"batches.cancel"_s)->isEnabled());
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"batches.cancel"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(serverBatches().first().toObject().value(u"status"_s) == "cancelled"_L1);
    const QJsonObject first = serverBatches().first().toObject();
    const QJsonObject counts = first.value(u"request_counts"_s).toObject();
    QVERIFY(counts.value(u"completed"_s).toInt() > 3);
    QVERIFY(counts.value(u"completed"_s).toInt() < words.size() - 6);

    QVERIFY(sendRest(u"everything"_s, 2));
    QVERIFY(showBatches());
    QVERIFY(sendRest(u"everything"_s, 3));

    // The window shows all attempts as one, and nothing is left to be sent.
    auto *state = m_console->await<QWidget>(u"resultsState"_s);
    QVERIFY(state);
    ODC_EVENTUALLY(state->accessibleName().contains(u"everything answered"_s) &&
                   !m_console->action(u"results.sendRest"_s)->isEnabled() &&
                   m_console->action(u"results.exportOutput3"_s)->isEnabled());
    const QString saved = m_home->filePath(u"answers.jsonl"_s);
    m_console->action(u"results.exportOutput3"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"resultsExportDialog"_s, saved));
    ODC_EVENTUALLY(QFile::exists(saved));

    QStringList files{saved};
    QJsonArray batches = serverBatches(); // newest first
    QCOMPARE(batches.size(), 3);
    for (qsizetype i = batches.size() - 1; i >= 0; --i) {
        const QJsonObject batch = batches.at(i).toObject();
        files += filesOf(batch);
        const QJsonObject metadata = batch.value(u"metadata"_s).toObject();
        QCOMPARE(metadata.value(u"odc_first_batch"_s).toString(), i == 2 ? QString() : first.value(u"id"_s).toString());
        QCOMPARE(metadata.value(u"odc_attempt"_s).toString(), i == 2 ? QString() : QString::number(2 - i));
    }
    const QString verdict = judged(files);
    if (verdict.isEmpty())
        QSKIP("python3 is not there");
    QVERIFY2(verdict.startsWith(u"ok: %1 requests, 3 attempts"_s.arg(words.size())), qPrintable(verdict));
}

QTEST_MAIN(TestBatchRest)
#include "tst_batchrest.moc"

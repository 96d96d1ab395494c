// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/requestlog.h"
#include "net/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

LoggedCall sample(const QByteArray &method)
{
    LoggedCall call;
    call.method = method;
    call.url = "https://api.example.test/v1/files?after=file-1&limit=2";
    call.headers = {{"OpenAI-Organization", "org-1"}};
    return call;
}

const QString nasty =
    u"a'b\"c\\d $HOME `id` $(id) !x\nnew line\ttab ;|&<> @f {}[]* \u00fc \u4f60 \U0001f600 -n"_s;

} // namespace

class TestRequestLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLastThousandAreKept();
    void endingAForgottenCallDoesNothing();
    void curlSurvivesTheShell_data();
    void curlSurvivesTheShell();
    void pythonSendsTheSame();
    void theAdminKeyIsNamedWhereItIsUsed();
    void keysAreCleaned_data();
    void keysAreCleaned();
};

void TestRequestLog::theLastThousandAreKept()
{
    RequestLog log;
    QSignalSpy trimmed(&log, &RequestLog::trimmed);
    for (int i = 1; i <= 1005; ++i)
        QCOMPARE(log.begin(sample("GET")), i);
    QCOMPARE(log.calls().size(), 1000);
    QCOMPARE(log.calls().constFirst().serial, 6);
    QCOMPARE(trimmed.size(), 5);
    QVERIFY(!log.find(5));
    QCOMPARE(log.find(6)->serial, 6);
    QCOMPARE(log.find(1005)->serial, 1005);
    QVERIFY(!log.find(1006));
    log.clear();
    QVERIFY(!log.find(1005));
    QCOMPARE(log.begin(sample("GET")), 1006); // numbers are not used twice
}

void TestRequestLog::endingAForgottenCallDoesNothing()
{
    RequestLog log;
    LoggedCall call = sample("GET");
    call.serial = log.begin(call);
    QSignalSpy changed(&log, &RequestLog::changed);
    call.status = 200;
    log.end(call);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(log.find(call.serial)->status, 200);
    QVERIFY(!log.find(call.serial)->running);
    log.clear();
    log.end(call);
    QCOMPARE(changed.size(), 1);
}

void TestRequestLog::curlSurvivesTheShell_data()
{
    QTest::addColumn<LoggedCall>("call");
    QTest::addColumn<QStringList>("expected"); // the arguments curl must get
    const QString url = u"https://api.example.test/v1/files?after=file-1&limit=2"_s;
    const QStringList common{u"-H"_s, u"Authorization: Bearer the key"_s, u"-H"_s,
                             u"OpenAI-Organization: org-1"_s};

    QTest::newRow("get") << sample("GET") << QStringList{url} + common;
    QTest::newRow("delete") << sample("DELETE") << QStringList{u"-X"_s, u"DELETE"_s, url} + common;

    LoggedCall json = sample("POST");
    json.jsonBody = QJsonDocument(QJsonObject{{u"name"_s, nasty}}).toJson(QJsonDocument::Compact);
    QTest::newRow("json") << json
                          << QStringList{u"-X"_s, u"POST"_s, url} + common +
                                 QStringList{u"-H"_s, u"Content-Type: application/json"_s, u"--data-raw"_s,
                                             QString::fromUtf8(json.jsonBody)};

    LoggedCall form = sample("POST");
    form.formFields = {{u"expires_after[anchor]"_s, nasty}, {u"file"_s, u"@a'b\"c\\d;e,f\n.jsonl"_s}};
    QTest::newRow("form") << form
                          << QStringList{u"-X"_s, u"POST"_s, url} + common +
                                 QStringList{u"--form-string"_s, u"expires_after[anchor]="_s + nasty, u"-F"_s,
                                             u"file=@\"a'b\\\"c\\\\d;e,f\n.jsonl\""_s};
}

void TestRequestLog::curlSurvivesTheShell()
{
    QFETCH(LoggedCall, call);
    QFETCH(QStringList, expected);
    // A stand-in for curl that prints each argument it got, so that nothing is sent anywhere.
    const QString script =
        u"curl() { for a in \"$@\"; do printf '%s\\0' \"$a\"; done; }\n"_s + RequestLog::toCurl(call);
    QProcess shell;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OPENAI_API_KEY"_s, u"the key"_s);
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, script});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    QList<QByteArray> words = shell.readAllStandardOutput().split('\0');
    words.removeLast();
    QStringList actual;
    for (const QByteArray &word : words)
        actual << QString::fromUtf8(word);
    QCOMPARE(actual, expected);
}

void TestRequestLog::pythonSendsTheSame()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("SKIPPED-TEST: python3 is needed");
    QTemporaryDir dir;
    // A stand-in for the requests module that prints what it was asked for as JSON.
    QFile module(dir.filePath(u"requests.py"_s));
    QVERIFY(module.open(QIODevice::WriteOnly));
    module.write(R"(
import json
class Answer:
    text = ''
    def raise_for_status(self): pass
def request(method, url, headers=None, data=None, files=None):
    data = data.decode() if isinstance(data, bytes) else data
    files = {k: v.name for k, v in files.items()} if files else None
    print(json.dumps([method, url, headers, data, files]))
    return Answer()
)");
    module.close();
    const QString name = u"odd 'name' \"\u00fc\" \\.jsonl"_s;
    QFile upload(dir.filePath(name));
    QVERIFY(upload.open(QIODevice::WriteOnly));
    upload.close();

    const auto run = [&](const LoggedCall &call) {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"OPENAI_API_KEY"_s, u"the key"_s);
        environment.insert(u"PYTHONPATH"_s, dir.path());
        environment.insert(u"PYTHONIOENCODING"_s, u"utf-8"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(dir.path());
        process.start(python, {u"-"_s});
        process.write(RequestLog::toPython(call).toUtf8());
        process.closeWriteChannel();
        process.waitForFinished();
        const QByteArray error = process.readAllStandardError();
        if (!error.isEmpty())
            qWarning("%s", error.constData());
        return QJsonDocument::fromJson(process.readAllStandardOutput().split('\n').constFirst()).array();
    };
    const QString url = u"https://api.example.test/v1/files?after=file-1&limit=2"_s;
    QJsonObject headers{{u"Authorization"_s, u"Bearer the key"_s}, {u"OpenAI-Organization"_s, u"org-1"_s}};
    QCOMPARE(run(sample("GET")), (QJsonArray{u"GET"_s, url, headers, QJsonValue(), QJsonValue()}));

    LoggedCall form = sample("POST");
    form.formFields = {{u"purpose"_s, nasty}, {u"file"_s, u'@' + name}};
    QCOMPARE(run(form), (QJsonArray{u"POST"_s, url, headers, QJsonObject{{u"purpose"_s, nasty}},
                                    QJsonObject{{u"file"_s, name}}}));

    LoggedCall json = sample("POST");
    json.jsonBody = QJsonDocument(QJsonObject{{u"name"_s, nasty}}).toJson(QJsonDocument::Compact);
    headers.insert(u"Content-Type"_s, u"application/json"_s);
    QCOMPARE(run(json),
             (QJsonArray{u"POST"_s, url, headers, QString::fromUtf8(json.jsonBody), QJsonValue()}));
}

void TestRequestLog::theAdminKeyIsNamedWhereItIsUsed()
{
    LoggedCall call = sample("GET");
    call.admin = true;
    call.url = "https://user:password@api.example.test/v1/files";
    for (const QString &text : {RequestLog::toCurl(call), RequestLog::toPython(call)}) {
        QVERIFY(text.contains(u"OPENAI_ADMIN_KEY"_s));
        QVERIFY(!text.contains(u"OPENAI_API_KEY"_s));
        QVERIFY(!text.contains(u"password"_s));
    }
}

void TestRequestLog::keysAreCleaned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("own key") << u"key: local-token-1!"_s << u"key: ***!"_s;
    QTest::newRow("own key, encoded") << u"?q=with%20space%2Ftoken"_s << u"?q=***"_s;
    QTest::newRow("own key, encoded in lower case") << u"?q=with%20space%2ftoken"_s << u"?q=***"_s;
    QTest::newRow("own key, in JSON") << u"\"with space\\/token\""_s << u"\"***\""_s;
    QTest::newRow("like a key") << u"(sk-proj-Ab1_-9)"_s << u"(***)"_s;
    QTest::newRow("half masked") << u"provided: sk-abc***xyz. You"_s << u"provided: ***. You"_s;
    QTest::newRow("half masked, other kind")
        << u"provided: loca********en-1. You"_s << u"provided: ***. You"_s;
    QTest::newRow("bearer") << u"Authorization: Bearer abcdefgh123"_s << u"Authorization: Bearer ***"_s;
    QTest::newRow("bearer, cried") << u"BEARER  abcdefgh123"_s << u"BEARER ***"_s;
    QTest::newRow("bearer, behind other spaces") << u"bearer\tabcdefgh123 bearer\nabcdefgh123"_s << u"bearer *** bearer ***"_s;
    QTest::newRow("an ordinary word")
        << u"task-12345 desk-top risk-free"_s << u"task-12345 desk-top risk-free"_s;
    QTest::newRow("bold text") << u"this is **important** text"_s << u"this is **important** text"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestRequestLog::keysAreCleaned()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    const Redactor redactor({u"local-token-1"_s, u"with space/token"_s, u"ab"_s, QString()});
    QCOMPARE(redactor.clean(text), clean);
    QCOMPARE(redactor.clean(text.toUtf8()), clean.toUtf8());
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"

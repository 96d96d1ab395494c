// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/batchfiles.h"
#include "jsonl/batchrules.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QByteArray request(const QByteArray &id, const QByteArray &more = {})
{
    return R"({"custom_id":")" + id + R"(", "method":"POST","url":"/v1/responses","body":{"model":"m","input":"hi"})" + more + "}\n";
}

QByteArray embedding(const QByteArray &id, int inputs)
{
    QByteArray list = "\"a\"";
    for (int i = 1; i < inputs; ++i)
        list += ",\"a\"";
    return R"({"custom_id":")" + id + R"(","method":"POST","url":"/v1/embeddings","body":{"model":"e","input":[)" + list + "]}}\n";
}

QByteArray answer(const QByteArray &id, int status)
{
    return R"({"custom_id":")" + id + R"(","response":{"status_code":)" + QByteArray::number(status) + R"(,"body":{}},"error":null})" + '\n';
}

} // namespace

/// Files made of batch files: parts that fit, and what has to be sent again.
class TestBatchFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void tooManyLinesBecomeFilesThatFit();
    void tooManyInputsBecomeFilesThatFit();
    void nothingIsLeftBehindWhenItFails_data();
    void nothingIsLeftBehindWhenItFails();
    void whatHasNoAnswerIsSentAgain();
    void whenAllIsAnsweredThereIsNoFile();
    void withoutTheRequestsThereIsNoFile();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBatchFiles::tooManyLinesBecomeFilesThatFit()
{
    QByteArray content;
    for (qint64 i = 0; i < 2 * batchrules::mostLines + 7; ++i)
        content += request("r-" + QByteArray::number(i));
    const QString path = write(u"big.jsonl"_s, "\n" + content);
    const auto check = checkBatchFile(path);
    QVERIFY(check && check->canBeSplit());
    const auto parts = splitBatchFile(path, *check, m_folder->path(), u"big"_s);
    QVERIFY(parts);
    QCOMPARE(parts->size(), 3);
    QCOMPARE(QFileInfo(parts->first()).fileName(), u"big-1.jsonl"_s);
    QByteArray together;
    for (const QString &part : *parts) {
        const auto checked = checkBatchFile(part);
        QVERIFY(checked && checked->isSendable());
        together += read(part);
    }
    QVERIFY(together == content); // byte by byte
    QCOMPARE(checkBatchFile(parts->last())->lines, 7);
}

void TestBatchFiles::tooManyInputsBecomeFilesThatFit()
{
    const QByteArray content = embedding("a", 30'000) + embedding("b", 20'000) + embedding("c", 1);
    const QString path = write(u"e.jsonl"_s, content);
    const auto parts = splitBatchFile(path, *checkBatchFile(path), m_folder->path(), u"e"_s);
    QVERIFY(parts);
    QCOMPARE(parts->size(), 2);
    QVERIFY(checkBatchFile(parts->first())->isSendable());
    QCOMPARE(read(parts->last()), embedding("c", 1));
}

void TestBatchFiles::nothingIsLeftBehindWhenItFails_data()
{
    QTest::addColumn<QString>("trouble");
    for (const char *trouble : {"a file is in the way", "one request is too much", "the file has changed", "stopped"})
        QTest::newRow(trouble) << QString::fromLatin1(trouble);
}

void TestBatchFiles::nothingIsLeftBehindWhenItFails()
{
    QFETCH(QString, trouble);
    QByteArray content = embedding("a", 40'000) + embedding("b", 40'000);
    if (trouble == "one request is too much"_L1)
        content += embedding("c", 50'001);
    const QString path = write(u"e.jsonl"_s, content);
    BatchCheck check = *checkBatchFile(path);
    const auto work = std::make_shared<JsonlWork>();
    work->stop = trouble == "stopped"_L1;
    if (trouble == "a file is in the way"_L1)
        write(u"e-2.jsonl"_s, "mine");
    if (trouble == "the file has changed"_L1)
        --check.bytes;
    QVERIFY(!splitBatchFile(path, check, m_folder->path(), u"e"_s, work));
    QStringList left{u"e.jsonl"_s};
    if (trouble == "a file is in the way"_L1) {
        left.prepend(u"e-2.jsonl"_s);
        QCOMPARE(read(m_folder->filePath(u"e-2.jsonl"_s)), "mine");
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files, QDir::Name), left);
}

void TestBatchFiles::whatHasNoAnswerIsSentAgain()
{
    const QString input = write(u"in.jsonl"_s, request("a") + request("b", R"(,"x": 1e3)") + request("c") + request("d"));
    const QString output = write(u"out.jsonl"_s, answer("c", 200) + answer("z", 500));
    const QString errors = write(u"err.jsonl"_s, answer("b", 500) + R"({"custom_id":"d","response":null,"error":{"code":"batch_expired"}})");
    const auto results = joinBatch(input, {{output, 0}, {errors, 0}});
    QVERIFY(results);
    const QString rest = m_folder->filePath(u"rest.jsonl"_s);
    const auto written = writeBatchRest(*results, rest);
    QVERIFY(written);
    QCOMPARE(*written, 3);
    QCOMPARE(read(rest), request("a") + request("b", R"(,"x": 1e3)") + request("d"));
    QVERIFY(checkBatchFile(rest)->isSendable());
}

void TestBatchFiles::whenAllIsAnsweredThereIsNoFile()
{
    const QString input = write(u"in.jsonl"_s, request("a"));
    const auto results = joinBatch(input, {{write(u"out.jsonl"_s, answer("a", 200)), 0}});
    const QString rest = m_folder->filePath(u"rest.jsonl"_s);
    QVERIFY(!writeBatchRest(*results, rest));
    QVERIFY(!QFileInfo::exists(rest));
}

void TestBatchFiles::withoutTheRequestsThereIsNoFile()
{
    const QString input = write(u"in.jsonl"_s, request("a") + request("b"));
    const auto results = joinBatch(input, {});
    const QString rest = m_folder->filePath(u"rest.jsonl"_s);
    QVERIFY(QFile::resize(input, 20));
    QVERIFY(!writeBatchRest(*results, rest));
    QVERIFY(QFile::remove(input));
    QVERIFY(!writeBatchRest(*results, rest));
    QVERIFY(!QFileInfo::exists(rest));
}

QTEST_GUILESS_MAIN(TestBatchFiles)
#include "tst_batchfiles.moc"

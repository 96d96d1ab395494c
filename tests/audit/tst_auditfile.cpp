// SPDX-License-Identifier: GPL-3.0-or-later
// The file below the change log, on a disk that takes nothing and beside another program.
#include "audit/auditfile.h"
#include "fulldisk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestAuditFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"audit.jsonl"_s);
    }
#ifdef Q_OS_UNIX
    void noLineIsWrittenTwice();
#endif
    void twoProgramsThrowNothingAwayWhenItIsFull();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

#ifdef Q_OS_UNIX
void TestAuditFile::noLineIsWrittenTwice()
{
    AuditFile file(m_path, 1000);
    QVERIFY(file.open());
    {
        const FullDisk full(6);
        QCOMPARE(file.append("one\ntwo\nthree\n"), 4);
        QVERIFY(!file.errorText().isEmpty());
        QCOMPARE(file.append("two\nthree\n"), 0);
    }
    QCOMPARE(file.append("two\nthree\n"), 10);
    QCOMPARE(contentOf(m_path), QByteArray("one\ntw\ntwo\nthree\n"));
}
#endif

void TestAuditFile::twoProgramsThrowNothingAwayWhenItIsFull()
{
    const QByteArray full = QByteArray(98, 'x') + '\n';
    AuditFile first(m_path, 200);
    AuditFile second(m_path, 200);
    QVERIFY(first.open());
    QCOMPARE(first.append(full), full.size());
    QVERIFY(second.open());
    QCOMPARE(first.append("first\n"), 6);
    QCOMPARE(second.append("second\n"), 7); // it remembers the file as full
    QCOMPARE(contentOf(m_path), QByteArray("first\nsecond\n"));
    QCOMPARE(contentOf(m_path + u".1"_s), full);
}

QTEST_GUILESS_MAIN(TestAuditFile)
#include "tst_auditfile.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "../support/smallfiles.h"

#include "transfers/downloadname.h"
#include "transfers/partfile.h"
#include "transfers/uploadcheck.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

UploadCandidate candidate(const QString &name, qint64 size = 10)
{
    return {.path = u"/x/"_s + name, .name = name, .size = size};
}

} // namespace

/// The parts transfers are made of: names, part files, checks.
class TestTransferParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreMadeHarmless_data();
    void namesAreMadeHarmless();
    void longNamesAreCut_data();
    void longNamesAreCut();
    void freePathsAreFree();

    void aPartIsPublishedWhole();
    void aPartNeverGoesOverAnotherFile();
    void aPartOverwritesInOneStep();
    void aPartReplacesJustTheFileItMay();
    void aSecondAttemptBeginsAnew();
    void wrongSizesAreNotPublished_data();
    void wrongSizesAreNotPublished();
    void anAbandonedPartIsRemoved();
    void partsOfOthersAreLeftAlone();
    void twoPartsOfOneNameDoNotMeet();
    void aFolderThatIsGoneSaysWhy();

    void uploadsAreChecked_data();
    void uploadsAreChecked();
    void duplicateNamesAreTold();
    void everyProblemHasASentence();
};

void TestTransferParts::namesAreMadeHarmless_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char *what, const QString &name, const QString &safe) {
        QTest::newRow(what) << name << safe;
    };
    row("plain", u"report.pdf"_s, u"report.pdf"_s);
    row("unicode", u"Übung 日本 🙂.txt"_s, u"Übung 日本 🙂.txt"_s);
    row("up", u"../../etc/passwd"_s, u"passwd"_s);
    row("up, windows", u"..\\..\\boot.ini"_s, u"boot.ini"_s);
    row("absolute", u"/etc/shadow"_s, u"shadow"_s);
    row("drive", u"C:\\x\\a.txt"_s, u"a.txt"_s);
    row("stream", u"a.txt:evil"_s, u"a.txt_evil"_s);
    row("just up", u".."_s, u"file"_s);
    row("ends in a slash", u"a/"_s, u"file"_s);
    row("hidden", u".bashrc"_s, u"bashrc"_s);
    row("many dots", u"...x"_s, u"x"_s);
    row("empty", QString(), u"file"_s);
    row("blanks", u"   "_s, u"file"_s);
    row("dots and blanks at the end", u"a.txt. . "_s, u"a.txt"_s);
    row("reserved", u"con"_s, u"_con"_s);
    row("reserved with suffix", u"NUL.txt"_s, u"_NUL.txt"_s);
    row("reserved port", u"com1.log"_s, u"_com1.log"_s);
    row("reserved printer", u"LPT9"_s, u"_LPT9"_s);
    row("not reserved", u"console.log"_s, u"console.log"_s);
    row("not reserved either", u"com10.txt"_s, u"com10.txt"_s);
    row("forbidden", u"a*b?c\"d<e>f|g"_s, u"a_b_c_d_e_f_g"_s);
    row("control", u"a\nb\tc\u0001d\u007f"_s, u"abcd"_s);
    row("null", u"a"_s + QChar(0) + u"b"_s, u"ab"_s);
    row("bidi override", u"exe\u202Egpj.exe"_s, u"exegpj.exe"_s);
    row("bidi isolate", u"a\u2066b\u2069.txt"_s, u"ab.txt"_s);
    row("bidi marks", u"a\u200Eb\u200Fc\u061C.txt"_s, u"abc.txt"_s);
    row("line separator", u"a\u2028b.txt"_s, u"ab.txt"_s);
}

void TestTransferParts::namesAreMadeHarmless()
{
    QFETCH(QString, name);
    QTEST(safeFileName(name), "safe");
}

void TestTransferParts::longNamesAreCut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("end");
    QTest::newRow("letters") << QString(500, u'a') + u".jsonl"_s << u".jsonl"_s;
    QTest::newRow("three bytes each") << QString(200, QChar(0x65E5)) + u".txt"_s << u".txt"_s;
    QTest::newRow("pairs") << u"🙂"_s.repeated(100) + u".txt"_s << u".txt"_s;
    QTest::newRow("pairs, odd") << u"a"_s + u"🙂"_s.repeated(100) + u".txt"_s << u".txt"_s;
    QTest::newRow("no suffix") << QString(500, u'a') << QString();
    QTest::newRow("a suffix that is none") << u"a."_s + u"🙂"_s.repeated(100) << QString();
}

void TestTransferParts::longNamesAreCut()
{
    QFETCH(QString, name);
    QFETCH(QString, end);
    const QString safe = safeFileName(name);
    QVERIFY(safe.toUtf8().size() <= 200);
    QVERIFY(safe.toUtf8().size() > 150); // no more than needed
    QVERIFY(safe.endsWith(end));
    QCOMPARE(QString::fromUtf8(safe.toUtf8()), safe); // no halves of characters
    QTemporaryDir folder;
    put(folder.filePath(safe));
}

void TestTransferParts::freePathsAreFree()
{
    QTemporaryDir folder;
    const auto path = [&](const QString &name) { return folder.filePath(name); };
    QCOMPARE(freePath(folder.path(), u"a.txt"_s, {}), path(u"a.txt"_s));
    put(path(u"a.txt"_s));
    QCOMPARE(freePath(folder.path(), u"a.txt"_s, {}), path(u"a (2).txt"_s));
    QCOMPARE(freePath(folder.path(), u"a.txt"_s, {path(u"a (2).txt"_s)}), path(u"a (3).txt"_s));
    put(path(u"b.part"_s));
    QCOMPARE(freePath(folder.path(), u"b"_s, {}),
             path(u"b (2)"_s)); // a download of that name runs, or was killed
    put(path(u"c"_s));
    QCOMPARE(freePath(folder.path(), u"c"_s, {}), path(u"c (2)"_s));
    put(path(u"d.tar.gz"_s));
    QCOMPARE(freePath(folder.path(), u"d.tar.gz"_s, {}), path(u"d.tar (2).gz"_s));
    QVERIFY(QFile::link(u"/nowhere/at/all"_s, path(u"dangling"_s)));
    QCOMPARE(freePath(folder.path(), u"dangling"_s, {}), path(u"dangling (2)"_s));
    // Who keeps the number does not look at all the names before again.
    int next = 0;
    QCOMPARE(freePath(folder.path(), u"new"_s, {}, &next), path(u"new"_s));
    QCOMPARE(next, 2);
    put(path(u"new (3)"_s));
    QCOMPARE(freePath(folder.path(), u"new"_s, {}, &next), path(u"new (2)"_s));
    QCOMPARE(freePath(folder.path(), u"new"_s, {}, &next), path(u"new (4)"_s));
    QCOMPARE(next, 5);
}

void TestTransferParts::aPartIsPublishedWhole()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.txt"_s);
    PartFile part(path, 6);
    QVERIFY(filesIn(folder).isEmpty()); // nothing before the answer
    QVERIFY(part.begin(0, 6));
    QVERIFY(part.write("abc"));
    QCOMPARE(filesIn(folder), QStringList{u"a.txt.part"_s});
    QVERIFY(part.write("def"));
    QCOMPARE(part.publish(), QString());
    QCOMPARE(get(path), QByteArray("abcdef"));
    QCOMPARE(filesIn(folder), QStringList{u"a.txt"_s});
}

void TestTransferParts::aPartNeverGoesOverAnotherFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.txt"_s);
    PartFile part(path, 3);
    QVERIFY(part.begin(0, 3));
    QVERIFY(part.write("new"));
    put(path, "somebody else's"); // appeared meanwhile
    QVERIFY(QFile::link(u"/nowhere/at/all"_s, folder.filePath(u"a (2).txt"_s)));
    QCOMPARE(part.publish(), QString());
    QCOMPARE(part.path(), folder.filePath(u"a (3).txt"_s));
    QCOMPARE(get(path), QByteArray("somebody else's"));
    QCOMPARE(get(part.path()), QByteArray("new"));
    QCOMPARE(filesIn(folder).size(), 3);
}

void TestTransferParts::aPartOverwritesInOneStep()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.txt"_s);
    put(path, "old and long");
    const auto old = FileIdentity::of(path);
    QVERIFY(old && old == FileIdentity::of(path));
    PartFile part(path, 3);
    QVERIFY(part.begin(0, 3));
    QVERIFY(part.write("new"));
    QCOMPARE(get(path), QByteArray("old and long")); // until the last moment
    QCOMPARE(part.publish(old), QString());
    QCOMPARE(get(path), QByteArray("new"));
    QCOMPARE(filesIn(folder), QStringList{u"a.txt"_s});
}

void TestTransferParts::aPartReplacesJustTheFileItMay()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.txt"_s);
    put(path, "asked about");
    const auto old = FileIdentity::of(path);
    PartFile part(path, 3);
    QVERIFY(part.begin(0, 3));
    QVERIFY(part.write("new"));
    put(folder.filePath(u"b"_s), "not asked!!"); // of the same size
    QVERIFY(QFile::remove(path) && QFile::rename(folder.filePath(u"b"_s), path));
    QCOMPARE(part.publish(old), QString());
    QCOMPARE(get(path), QByteArray("not asked!!"));
    QCOMPARE(get(folder.filePath(u"a (2).txt"_s)), QByteArray("new"));
    QVERIFY(!FileIdentity::of(folder.filePath(u"nothing"_s)));
}

void TestTransferParts::aSecondAttemptBeginsAnew()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.txt"_s);
    PartFile part(path, 3);
    QVERIFY(part.begin(0, 9));
    QVERIFY(part.write("cut of"));
    QVERIFY(part.begin(0, 3));
    QVERIFY(part.write("all"));
    QCOMPARE(part.publish(), QString());
    QCOMPARE(get(path), QByteArray("all"));
}

void TestTransferParts::wrongSizesAreNotPublished_data()
{
    QTest::addColumn<qint64>("expected");
    QTest::addColumn<qint64>("announced");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("left");
    const QString part = u"a.part"_s; // all that came is kept, but not passed off as the file
    QTest::newRow("short of what was announced") << qint64(-1) << qint64(4) << QByteArray("abc") << QString();
    QTest::newRow("more than was announced") << qint64(-1) << qint64(2) << QByteArray("abc") << QString();
    QTest::newRow("short of the list's size") << qint64(4) << qint64(-1) << QByteArray("abc") << part;
    QTest::newRow("as announced, the list says more") << qint64(9) << qint64(3) << QByteArray("abc") << part;
    QTest::newRow("as announced, the list says less") << qint64(2) << qint64(3) << QByteArray("abc") << part;
    QTest::newRow("as both say") << qint64(3) << qint64(3) << QByteArray("abc") << u"a"_s;
    QTest::newRow("unknown") << qint64(-1) << qint64(-1) << QByteArray("abc") << u"a"_s;
    QTest::newRow("empty") << qint64(-1) << qint64(0) << QByteArray() << u"a"_s;
}

void TestTransferParts::wrongSizesAreNotPublished()
{
    QFETCH(qint64, expected);
    QFETCH(qint64, announced);
    QFETCH(QByteArray, content);
    QFETCH(QString, left);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    {
        PartFile part(path, expected);
        QVERIFY(part.begin(0, announced));
        QVERIFY(part.write(content));
        const QString error = part.publish();
        QCOMPARE(error.isEmpty(), left == "a"_L1);
        QVERIFY(error.isEmpty() || error.startsWith(QString::number(content.size()) + u" of "_s));
    }
    QCOMPARE(filesIn(folder), left.isEmpty() ? QStringList() : QStringList{left});
}

void TestTransferParts::anAbandonedPartIsRemoved()
{
    QTemporaryDir folder;
    {
        PartFile part(folder.filePath(u"a"_s), 6);
        QVERIFY(part.begin(0, 6));
        QVERIFY(part.write("abc"));
    }
    QVERIFY(filesIn(folder).isEmpty());
    {
        PartFile unused(folder.filePath(u"b"_s), 6);
    }
    QVERIFY(filesIn(folder).isEmpty());
}

void TestTransferParts::partsOfOthersAreLeftAlone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    put(path + u".part"_s, "of a download that was killed");
    {
        PartFile part(path, 3);
        QVERIFY(part.begin(0, 3));
        QVERIFY(part.write("abc"));
        QCOMPARE(part.publish(), QString());
    }
    QCOMPARE(get(path), QByteArray("abc"));
    QCOMPARE(get(path + u".part"_s), QByteArray("of a download that was killed"));
}

void TestTransferParts::twoPartsOfOneNameDoNotMeet()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    PartFile first(path, 3);
    PartFile second(path, 3); // of another job, before the first has an answer
    QVERIFY(first.begin(0, 3));
    QVERIFY2(second.begin(0, 3), qPrintable(second.errorText()));
    QVERIFY(first.write("one"));
    QVERIFY(second.write("two"));
    QCOMPARE(first.publish(), QString());
    QCOMPARE(second.publish(), QString());
    QCOMPARE(get(path), QByteArray("one"));
    QCOMPARE(get(second.path()), QByteArray("two"));
    QCOMPARE(filesIn(folder).size(), 2);
}

void TestTransferParts::aFolderThatIsGoneSaysWhy()
{
    PartFile part(u"/nowhere/at/all/a.txt"_s, 3);
    QVERIFY(!part.begin(0, 3));
    QVERIFY(part.errorText().contains(u"/nowhere/at/all/a.txt"_s));
}

void TestTransferParts::uploadsAreChecked_data()
{
    QTest::addColumn<UploadCandidate>("file");
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<UploadProblem>("problem");
    const auto row = [](const char *what, const UploadCandidate &file, const QString &purpose,
                        UploadProblem problem) { QTest::newRow(what) << file << purpose << problem; };
    constexpr qint64 mib = 1024 * 1024;
    row("fine", candidate(u"a.txt"_s), u"user_data"_s, UploadProblem::None);
    row("empty", candidate(u"a.txt"_s, 0), u"user_data"_s, UploadProblem::Empty);
    row("largest", candidate(u"a.txt"_s, 8192 * mib), u"user_data"_s, UploadProblem::None);
    row("too large", candidate(u"a.txt"_s, 8192 * mib + 1), u"user_data"_s, UploadProblem::TooLarge);
    row("batch wants jsonl", candidate(u"a.json"_s), u"batch"_s, UploadProblem::NeedsJsonl);
    row("fine-tune wants jsonl", candidate(u"a.txt"_s), u"fine-tune"_s, UploadProblem::NeedsJsonl);
    row("jsonl in capitals", candidate(u"A.JSONL"_s), u"batch"_s, UploadProblem::None);
    row("largest batch", candidate(u"a.jsonl"_s, 200'000'000), u"batch"_s, UploadProblem::None);
    row("batch too large", candidate(u"a.jsonl"_s, 200'000'001), u"batch"_s, UploadProblem::BatchTooLarge);
    row("as large for fine-tune", candidate(u"a.jsonl"_s, 200'000'001), u"fine-tune"_s, UploadProblem::None);
    row("unknown purpose", candidate(u"a.txt"_s), u"of_tomorrow"_s, UploadProblem::None);
    UploadCandidate unreadable = candidate(u"a.txt"_s);
    unreadable.readable = false;
    row("unreadable", unreadable, u"user_data"_s, UploadProblem::Unreadable);
    UploadCandidate pipe = candidate(u"a.txt"_s, 0);
    pipe.regular = false;
    row("pipe", pipe, u"user_data"_s, UploadProblem::NotAFile);
}

void TestTransferParts::uploadsAreChecked()
{
    QFETCH(UploadCandidate, file);
    QFETCH(QString, purpose);
    QFETCH(UploadProblem, problem);
    QCOMPARE(checkUpload({file}, purpose), QList<UploadProblem>{problem});
    QCOMPARE(isRefusal(problem), problem != UploadProblem::None);
}

void TestTransferParts::duplicateNamesAreTold()
{
    const QList<UploadProblem> problems = checkUpload(
        {candidate(u"a"_s), candidate(u"a"_s, 0), candidate(u"b"_s), candidate(u"a"_s)}, u"user_data"_s);
    QCOMPARE(problems, QList<UploadProblem>({UploadProblem::None, UploadProblem::Empty, UploadProblem::None,
                                             UploadProblem::DuplicateName}));
    QVERIFY(!isRefusal(UploadProblem::DuplicateName));
}

void TestTransferParts::everyProblemHasASentence()
{
    QSet<QString> sentences;
    for (int i = int(UploadProblem::Empty); i <= int(UploadProblem::BatchTooLarge); ++i)
        sentences.insert(problemText(UploadProblem(i)));
    QCOMPARE(sentences.size(), int(UploadProblem::BatchTooLarge));
    QVERIFY(!sentences.contains(QString()));
    QVERIFY(problemText(UploadProblem::None).isEmpty());
}

QTEST_GUILESS_MAIN(TestTransferParts)
#include "tst_transferparts.moc"

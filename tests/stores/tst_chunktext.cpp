// SPDX-License-Identifier: GPL-3.0-or-later
// Chunks of a file: what one repeats of the one before, which one a text is, and where something stands in
// them.
#include "stores/chunktext.h"

#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

class TestChunkText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlap_data();
    void overlap();
    void repetitionsTakeNoLonger();
    void aChunkByItsText();
    void foundInOrder();
    void searchesCanBeStoppedAndEnd();
    void tokensAreAnEstimate();
};

void TestChunkText::overlap_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("chunk");
    QTest::addColumn<int>("characters");
    QTest::newRow("none") << u"one two three four"_s << u"five six seven eight"_s << 0;
    QTest::newRow("some") << u"the beginning and the shared part"_s << u"the shared part and the end"_s << 15;
    QTest::newRow("by chance") << u"it ends in the word end"_s << u"end of the story told"_s << 0;
    QTest::newRow("cut blanks") << u"first and the shared part \n"_s << u"  the shared part, last"_s << 17;
    QTest::newRow("all of it") << u"before all the same text"_s << u"all the same text"_s << 17;
    QTest::newRow("longer than the one before")
        << u"the same words"_s << u"the same words and many more"_s << 14;
    QTest::newRow("the longest") << u"abcabcabcabcabcabc"_s << u"abcabcabcabcabcabcabc"_s << 18;
    QTest::newRow("only in the middle")
        << u"a long shared part, and then more"_s << u"a long shared part, again"_s << 0;
    QTest::newRow("nothing") << QString() << u"the shared part and the end"_s << 0;
    QTest::newRow("blanks alone") << u"                    "_s << u"                    "_s << 0;
}

void TestChunkText::overlap()
{
    QFETCH(QString, before);
    QFETCH(QString, chunk);
    QTEST(int(chunktext::overlap(before, chunk)), "characters");
}

void TestChunkText::repetitionsTakeNoLonger()
{
    // By trying every length this would be 10^11 comparisons.
    const QString many(400'000, u'a');
    QCOMPARE(chunktext::overlap(many, many), 400'000);
    QCOMPARE(chunktext::overlap(many + u'b', many), 0);
}

void TestChunkText::aChunkByItsText()
{
    const QStringList chunks{u"alpha and beta"_s, u" gamma and delta\n"_s, u"all of alpha"_s};
    QCOMPARE(chunktext::indexOf(chunks, u"alpha and beta"_s), 0);
    QCOMPARE(chunktext::indexOf(chunks, u"gamma and delta"_s), 1); // without its blanks
    QCOMPARE(chunktext::indexOf(chunks, u"of alpha"_s), 2);        // a part of it
    QCOMPARE(chunktext::indexOf(chunks, u"omega"_s), -1);
    QCOMPARE(chunktext::indexOf(chunks, u"  "_s), -1);
    QCOMPARE(chunktext::indexOf({}, u"alpha"_s), -1);
}

void TestChunkText::foundInOrder()
{
    using chunktext::Match;
    const QStringList chunks{u"aXa"_s, QString(), u"xx axx"_s};
    QCOMPARE(chunktext::find(chunks, u"x"_s, Qt::CaseInsensitive),
             QList<Match>({{0, 1, 1}, {2, 0, 1}, {2, 1, 1}, {2, 4, 1}, {2, 5, 1}}));
    QCOMPARE(chunktext::find(chunks, u"X"_s, Qt::CaseSensitive), QList<Match>({{0, 1, 1}}));
    QCOMPARE(chunktext::find({u"aaaa"_s}, u"aa"_s, Qt::CaseSensitive), QList<Match>({{0, 0, 2}, {0, 2, 2}}));
    QVERIFY(chunktext::find(chunks, QString(), Qt::CaseInsensitive).isEmpty());
}

void TestChunkText::searchesCanBeStoppedAndEnd()
{
    const QStringList chunks(3, QString(60'000, u'a'));
    QCOMPARE(chunktext::find(chunks, u"a"_s, Qt::CaseSensitive).size(), chunktext::mostMatches);
    QVERIFY(chunktext::find(chunks, u"a"_s, Qt::CaseSensitive, std::make_shared<std::atomic_bool>(true))
                .isEmpty());
}

void TestChunkText::tokensAreAnEstimate()
{
    QCOMPARE(chunktext::tokens(QString()), 0);
    QCOMPARE(chunktext::tokens(QString(400, u'a')), 100);
    QVERIFY(chunktext::tokens(QString(400, QChar(0x4e2d))) > 200);
    QCOMPARE(chunktext::tokens(u"\U0001F600"_s),
             chunktext::tokens(QString(QChar(0x4e2d)))); // a pair is one character
}

QTEST_APPLESS_MAIN(TestChunkText)
#include "tst_chunktext.moc"

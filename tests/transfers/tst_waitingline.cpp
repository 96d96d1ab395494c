// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfers/waitingline.h"

#include <QTest>

#include <climits>

using namespace odc;
using namespace Qt::StringLiterals;

class TestWaitingLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moves_data();
    void moves();
};

void TestWaitingLine::moves_data()
{
    QTest::addColumn<QString>("moved");
    QTest::addColumn<int>("places");
    QTest::addColumn<QString>("line"); ///< of "abcdef" afterwards
    QTest::newRow("one up") << u"c"_s << -1 << u"acbdef"_s;
    QTest::newRow("one down") << u"c"_s << 1 << u"abdcef"_s;
    QTest::newRow("neighbours up together") << u"cd"_s << -1 << u"acdbef"_s;
    QTest::newRow("neighbours down together") << u"cd"_s << 1 << u"abecdf"_s;
    QTest::newRow("apart") << u"ce"_s << -1 << u"acbedf"_s;
    QTest::newRow("at the beginning already") << u"ab"_s << -1 << u"abcdef"_s;
    QTest::newRow("at the end already") << u"ef"_s << 1 << u"abcdef"_s;
    QTest::newRow("the first stays, the other comes nearer") << u"ad"_s << -2 << u"adbcef"_s;
    QTest::newRow("past the end") << u"be"_s << 9 << u"acdfbe"_s;
    QTest::newRow("to the top, in their order") << u"dfb"_s << INT_MIN << u"bdface"_s;
    QTest::newRow("to the bottom, in their order") << u"eca"_s << INT_MAX << u"bdface"_s;
    QTest::newRow("nowhere") << u"c"_s << 0 << u"abcdef"_s;
    QTest::newRow("nobody") << QString() << -1 << u"abcdef"_s;
}

void TestWaitingLine::moves()
{
    QFETCH(QString, moved);
    QFETCH(int, places);
    QFETCH(QString, line);
    const auto letters = [](const QString &word) { return word.split(QString(), Qt::SkipEmptyParts); };
    QStringList waiting = letters(u"abcdef"_s);
    const QStringList chosen = letters(moved);
    moveInLine(waiting, QSet<QString>(chosen.cbegin(), chosen.cend()), places);
    QCOMPARE(waiting.join(QString()), line);
}

QTEST_APPLESS_MAIN(TestWaitingLine)
#include "tst_waitingline.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Rules survive being kept, and what makes no sense is as the console has it.
#include "watch/watchrules.h"

#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

class TestWatchRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptComesBack();
    void nonsenseIsAsItWas_data();
    void nonsenseIsAsItWas();
};

void TestWatchRules::whatIsKeptComesBack()
{
    WatchRules rules;
    rules.timesUsual = 2.5;
    rules.leastMinutes = 5;
    rules.validatingMinutes = 15;
    rules.indexingMinutes = 45;
    rules.uploadMinutesLeft = 20;
    rules.expiresDays = 30;
    QCOMPARE(WatchRules::fromJson(rules.toJson()), rules);
    QCOMPARE(WatchRules::fromJson(WatchRules().toJson()), WatchRules());
}

void TestWatchRules::nonsenseIsAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"{"_s;
    QTest::newRow("a list") << u"[1]"_s;
    QTest::newRow("too little") << u"{\"times_usual\":0,\"least_minutes\":0,\"expires_days\":-1}"_s;
    QTest::newRow("too much") << u"{\"times_usual\":1e9,\"least_minutes\":1e12,\"upload_minutes_left\":60}"_s;
    QTest::newRow("words") << u"{\"times_usual\":\"many\",\"indexing_minutes\":null,\"expires_days\":true}"_s;
    QTest::newRow("parts of a minute") << u"{\"least_minutes\":1.5}"_s;
    QTest::newRow("unknown") << u"{\"colour\":1}"_s;
}

void TestWatchRules::nonsenseIsAsItWas()
{
    QFETCH(const QString, text);
    QCOMPARE(WatchRules::fromJson(text), WatchRules());
}

QTEST_GUILESS_MAIN(TestWatchRules)
#include "tst_watchrules.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a list that grows, put together: whatever their order, and whatever was missed.
#include "finetuning/eventlog.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

FineTuningEvent happened(const QString &id)
{
    return FineTuningEvent::fromJson(
        {{u"id"_s, id}, {u"created_at"_s, 1}, {u"level"_s, u"info"_s}, {u"message"_s, id}});
}

/// A server's list, newest first.
struct Listed
{
    QStringList ids;

    QList<FineTuningEvent> page(const QString &after, int size, bool *more) const
    {
        const qsizetype from = after.isEmpty() ? 0 : ids.indexOf(after) + 1;
        QList<FineTuningEvent> events;
        for (qsizetype i = from; i < ids.size() && events.size() < size; ++i)
            events << happened(ids.at(i));
        *more = from + events.size() < ids.size();
        return events;
    }
};

QStringList idsOf(const EventLog &log)
{
    QStringList ids;
    for (const LoggedEvent &event : log.events())
        ids.prepend(event.id);
    return ids;
}

} // namespace

class TestEventLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyListIsWhole();
    void whatBeganEmptyMayGrowByMoreThanAPage();
    void aListThatLostItsOldestIsWhole();
    void aLateEventTakesItsPlaceBetween();
    void aPageAfterWhatIsNotThereIsNotTaken();
    void theOldestGoWhenThereAreTooMany();
    void aLogThatMissesSomethingAtEveryLookKeepsItsOrder();
    void moreIsMissingThanTheLogHasRoomFor();
    void whateverComesBetween_data();
    void whateverComesBetween();
};

void TestEventLog::anEmptyListIsWhole()
{
    EventLog log;
    QVERIFY(!log.isWhole()); // nothing was asked yet
    QVERIFY(log.take({}, {}, false).isEmpty());
    QVERIFY(log.isWhole());
    QVERIFY(log.missingAfter().isEmpty());
    log.take({}, {happened(u"a"_s)}, false);
    QVERIFY(log.isWhole());
    QCOMPARE(log.size(), 1);
}

void TestEventLog::whatBeganEmptyMayGrowByMoreThanAPage()
{
    EventLog log;
    log.take({}, {}, false); // queued: nothing has happened yet
    log.take({}, {happened(u"d"_s), happened(u"c"_s)}, true);
    QVERIFY(!log.isWhole());
    QCOMPARE(log.missingAfter(), u"c"_s);
    log.take(u"c"_s, {happened(u"b"_s), happened(u"a"_s)}, false);
    QVERIFY(log.isWhole());
    QCOMPARE(idsOf(log), (QStringList{u"d"_s, u"c"_s, u"b"_s, u"a"_s}));
}

void TestEventLog::aListThatLostItsOldestIsWhole()
{
    EventLog log;
    log.take({}, {happened(u"c"_s), happened(u"b"_s)}, true);
    QCOMPARE(log.missingAfter(), u"b"_s);
    log.take(u"b"_s, {}, false);
    QVERIFY(log.isWhole());
    QCOMPARE(idsOf(log), (QStringList{u"c"_s, u"b"_s}));
}

void TestEventLog::aLateEventTakesItsPlaceBetween()
{
    EventLog log;
    log.take({}, {happened(u"d"_s), happened(u"b"_s), happened(u"a"_s)}, false);
    const QList<LoggedEvent> added =
        log.take({}, {happened(u"e"_s), happened(u"d"_s), happened(u"c"_s), happened(u"b"_s)}, true);
    QCOMPARE(added.size(), 2);
    QCOMPARE(added.first().id, u"c"_s); // oldest first
    QCOMPARE(idsOf(log), (QStringList{u"e"_s, u"d"_s, u"c"_s, u"b"_s, u"a"_s}));
    QVERIFY(log.isWhole());
}

void TestEventLog::aPageAfterWhatIsNotThereIsNotTaken()
{
    EventLog log;
    log.take({}, {happened(u"b"_s)}, true);
    QVERIFY(log.take(u"x"_s, {happened(u"a"_s)}, false).isEmpty());
    QCOMPARE(idsOf(log), QStringList{u"b"_s});
    QCOMPARE(log.missingAfter(), u"b"_s);
}

void TestEventLog::theOldestGoWhenThereAreTooMany()
{
    EventLog log(4);
    log.take({}, {happened(u"d"_s), happened(u"c"_s), happened(u"b"_s)}, true);
    QVERIFY(!log.isCut());
    log.take(u"b"_s, {happened(u"a"_s), happened(u"_"_s)}, true);
    QVERIFY(log.isCut());
    QCOMPARE(idsOf(log), (QStringList{u"d"_s, u"c"_s, u"b"_s, u"a"_s}));
    QCOMPARE(log.takeDropped(), QStringList{u"_"_s});
    QVERIFY(log.takeDropped().isEmpty());
    QVERIFY(log.isWhole()); // as far as there is room
    log.take({}, {happened(u"e"_s), happened(u"d"_s)}, true);
    QCOMPARE(idsOf(log), (QStringList{u"e"_s, u"d"_s, u"c"_s, u"b"_s}));
    QVERIFY(log.isWhole());
    // So many at once that nothing of before is left.
    log.take({}, {happened(u"k"_s), happened(u"j"_s), happened(u"i"_s), happened(u"h"_s), happened(u"g"_s)},
             true);
    QCOMPARE(idsOf(log), (QStringList{u"k"_s, u"j"_s, u"i"_s, u"h"_s}));
    QVERIFY(log.missingAfter().isEmpty());
}

void TestEventLog::aLogThatMissesSomethingAtEveryLookKeepsItsOrder()
{
    // A job of months whose page was never wide enough: ten thousand looks, each with a gap below it.
    EventLog log(50);
    for (int look = 0; look < 10'000; ++look)
        log.take({}, {happened(u"new-%1"_s.arg(look)), happened(u"old-%1"_s.arg(look))}, true);
    QCOMPARE(log.size(), 50);
    QCOMPARE(idsOf(log).first(), u"new-9999"_s);
    QCOMPARE(idsOf(log).last(), u"old-9975"_s);
    qint64 before = std::numeric_limits<qint64>::min();
    for (const LoggedEvent &event : log.events()) {
        QVERIFY(event.place > before);
        before = event.place;
    }
}

void TestEventLog::moreIsMissingThanTheLogHasRoomFor()
{
    // The newest was seen, and the first; what lies between comes page by page, from above.
    EventLog log(300);
    log.take({}, {happened(u"first"_s)}, false);
    log.take({}, {happened(u"n-0"_s)}, true);
    QString after = u"n-0"_s;
    for (int page = 0; page < 10; ++page) {
        QList<FineTuningEvent> events;
        for (int i = 1; i <= 100; ++i)
            events << happened(u"n-%1"_s.arg(page * 100 + i));
        log.take(after, events, true);
        after = u"n-%1"_s.arg(page * 100 + 100);
        if (!log.contains(after))
            break; // there is no room for what is older still
    }
    const QStringList ids = idsOf(log);
    QCOMPARE(ids.size(), 300);
    for (int i = 0; i < ids.size(); ++i)
        QCOMPARE(ids.at(i), u"n-%1"_s.arg(i));
    QVERIFY(log.isWhole());
}

void TestEventLog::whateverComesBetween_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestEventLog::whateverComesBetween()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Listed server;
    EventLog log;
    int next = 0;
    const auto grow = [&](int count) {
        for (int i = 0; i < count; ++i)
            server.ids.prepend(QString::number(next++));
    };
    qsizetype told = 0;
    const auto read = [&](const QString &after) {
        bool more = false;
        const QList<FineTuningEvent> page = server.page(after, random.bounded(1, 9), &more);
        told += log.take(after, page, more).size();
    };
    grow(random.bounded(0, 60));
    for (int turn = 0; turn < 200; ++turn) {
        const int what = random.bounded(10);
        if (what < 2)
            grow(random.bounded(0, 25));
        else if (what < 5)
            read({});
        else if (const QString missing = log.missingAfter(); !missing.isEmpty())
            read(missing);
        // What is between two known neighbours of a stretch is never claimed to be whole when it is not.
        if (log.isWhole() && !log.isEmpty()) {
            const QStringList known = idsOf(log);
            QCOMPARE(known, server.ids.mid(server.ids.indexOf(known.first()), known.size()));
            QCOMPARE(known.last(), u"0"_s);
        }
    }
    read({});
    while (!log.missingAfter().isEmpty())
        read(log.missingAfter());
    QCOMPARE(idsOf(log), server.ids);
    QCOMPARE(told, server.ids.size());
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"

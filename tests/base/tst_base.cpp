// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/apierror.h"
#include "base/backoff.h"
#include "base/call.h"
#include "base/clock.h"
#include "base/format.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QPointer>
#include <QTest>
#include <QTimer>

using namespace odc;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

const QList<Kind> allKinds = [] {
    QList<Kind> kinds;
    for (int i = int(Kind::HostNotFound); i <= int(Kind::InsecureUrl); ++i)
        kinds << Kind(i);
    return kinds;
}();

class FakeState final : public CallState
{
public:
    void cancel() override
    {
        ++cancels;
        deleteLater();
    }
    int cancels = 0;
};

} // namespace

class TestBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pausesGrowAndScatter_data();
    void pausesGrowAndScatter();
    void serverDelaysAreObeyedUpToTwoMinutes_data();
    void serverDelaysAreObeyedUpToTwoMinutes();
    void randomNumbersAreInRange();
    void laterMeansLaterUnlessTheContextDied();
    void laterLeavesNothingBehind();
    void handlesOutliveTheirCalls();
    void everyErrorSaysWhatHappened();
    void detailsHoldAllThereIs();
    void whatMayPass_data();
    void whatMayPass();
    void sizes_data();
    void sizes();
    void relativeTimes_data();
    void relativeTimes();
    void durations_data();
    void durations();
    void foreignTextIsMadeFitForOneLine_data();
    void foreignTextIsMadeFitForOneLine();
    void severalLinesStayLines();
    void hugeTextCostsNoMoreThanWhatIsShown();
    void exactValues();
};

void TestBase::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestBase::pausesGrowAndScatter_data()
{
    QTest::addColumn<int>("retry");
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("first") << 0 << 0.0 << qint64(500);
    QTest::newRow("second") << 1 << 0.0 << qint64(1000);
    QTest::newRow("fifth") << 4 << 0.0 << qint64(8000);
    QTest::newRow("no more than 8 s") << 40 << 0.0 << qint64(8000);
    QTest::newRow("a quarter less at most") << 0 << 1.0 << qint64(375);
    QTest::newRow("half way") << 2 << 0.5 << qint64(1750);
    QTest::newRow("nonsense") << -3 << 0.0 << qint64(500);
}

void TestBase::pausesGrowAndScatter()
{
    QFETCH(int, retry);
    QFETCH(double, random);
    QTEST(backoffDelayMs(retry, [random] { return random; }), "ms");
}

void TestBase::serverDelaysAreObeyedUpToTwoMinutes_data()
{
    QTest::addColumn<qint64>("asked");
    QTest::addColumn<qint64>("accepted");
    QTest::newRow("none") << qint64(-1) << qint64(-1);
    QTest::newRow("now") << qint64(0) << qint64(0);
    QTest::newRow("two minutes") << qint64(120'000) << qint64(120'000);
    QTest::newRow("longer") << qint64(120'001) << qint64(-1);
}

void TestBase::serverDelaysAreObeyedUpToTwoMinutes()
{
    QFETCH(qint64, asked);
    QTEST(acceptedServerDelayMs(asked), "accepted");
}

void TestBase::randomNumbersAreInRange()
{
    const RandomSource random = systemRandom();
    for (int i = 0; i < 1000; ++i) {
        const double value = random();
        QVERIFY(value >= 0.0 && value < 1.0);
    }
}

void TestBase::laterMeansLaterUnlessTheContextDied()
{
    SystemClock clock;
    int calls = 0;
    auto context = std::make_unique<QObject>();
    clock.callLater(0, this, [&calls] { ++calls; });
    clock.callLater(0, context.get(), [&calls] { calls += 100; });
    QCOMPARE(calls, 0);
    context.reset();
    QTRY_COMPARE(calls, 1);
    const qint64 before = clock.monotonicMs();
    bool done = false;
    clock.callLater(30, this, [&done] { done = true; });
    QTRY_VERIFY(done);
    QVERIFY(clock.monotonicMs() - before >= 29);
    QVERIFY(std::abs(clock.unixSeconds() - QDateTime::currentSecsSinceEpoch()) <= 1);
    QCOMPARE(calls, 1);
}

void TestBase::laterLeavesNothingBehind()
{
    SystemClock clock;
    // Deadlines of calls that ended long before them go with the calls.
    auto context = std::make_unique<QObject>();
    for (int i = 0; i < 100; ++i)
        clock.callLater(60'000, context.get(), [] { QFAIL("that is a minute away"); });
    QCOMPARE(context->findChildren<QTimer *>().size(), 100);
    QPointer<QTimer> one = context->findChild<QTimer *>();
    context.reset();
    QVERIFY(!one);
    // Nor do those that were due, whatever the action does to the context.
    auto *dying = new QObject;
    bool alive = true;
    QObject::connect(dying, &QObject::destroyed, this, [&alive] { alive = false; });
    QString text = u"still here"_s;
    clock.callLater(0, dying, [dying, &text] {
        delete dying;
        text += u", after it"_s;
    });
    QTRY_VERIFY(!alive);
    QCOMPARE(text, u"still here, after it"_s);
    QObject living;
    int calls = 0;
    clock.callLater(0, &living, [&calls] { ++calls; });
    QTRY_COMPARE(calls, 1);
    QTRY_VERIFY(living.findChildren<QTimer *>().isEmpty());
}

void TestBase::handlesOutliveTheirCalls()
{
    Call none;
    QVERIFY(!none.isRunning());
    none.cancel();
    auto *state = new FakeState;
    Call call(state);
    const Call copy = call;
    QVERIFY(copy.isRunning());
    call.cancel();
    QCOMPARE(state->cancels, 1);
    QTRY_VERIFY(!copy.isRunning());
    QVERIFY(!copy.state());
    call.cancel();
}

void TestBase::everyErrorSaysWhatHappened()
{
    QSet<QString> headlines;
    for (const Kind kind : allKinds) {
        const ApiError error = ApiError::make(kind, u"words"_s);
        QVERIFY2(!error.headline().isEmpty(), qPrintable(QString::number(int(kind))));
        headlines.insert(error.headline());
        QCOMPARE(error.message, u"words"_s);
        QCOMPARE(error.isCancelled(), kind == Kind::Cancelled);
    }
    QCOMPARE(headlines.size(), allKinds.size());
    QVERIFY(ApiError().headline().isEmpty());
}

void TestBase::detailsHoldAllThereIs()
{
    ApiError error = ApiError::make(Kind::Server, u"it burns"_s);
    error.httpStatus = 502;
    error.code = u"bad_gateway"_s;
    error.type = u"server_error"_s;
    error.param = u"purpose"_s;
    error.requestId = u"req_1"_s;
    error.operation = u"GET /files"_s;
    error.attempts = 3;
    error.rawBody = "<html>";
    for (const QString &part : {u"it burns"_s, u"502"_s, u"bad_gateway"_s, u"server_error"_s, u"purpose"_s,
                                u"req_1"_s, u"GET /files"_s, u"3"_s, u"<html>"_s})
        QVERIFY2(error.details().contains(part), qPrintable(part));
    QVERIFY(error.details().startsWith(error.headline()));
}

void TestBase::whatMayPass_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("transient");
    const QSet<Kind> transient{Kind::Network,  Kind::Refused,     Kind::Timeout,
                               Kind::Conflict, Kind::RateLimited, Kind::Server};
    for (const Kind kind : allKinds)
        QTest::newRow(qPrintable(ApiError::make(kind).headline())) << kind << transient.contains(kind);
}

void TestBase::whatMayPass()
{
    QFETCH(ApiError::Kind, kind);
    QTEST(ApiError::make(kind).isTransient(), "transient");
}

void TestBase::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0 B"_s;
    QTest::newRow("bytes") << qint64(999) << u"999 B"_s;
    QTest::newRow("decimal units") << qint64(48'200'000) << u"48.2 MB"_s;
    QTest::newRow("kilo") << qint64(1000) << u"1.0 kB"_s;
    QTest::newRow("never negative") << qint64(-5) << u"0 B"_s;
}

void TestBase::sizes()
{
    QFETCH(qint64, bytes);
    QTEST(format::size(bytes), "text");
}

void TestBase::relativeTimes_data()
{
    QTest::addColumn<qint64>("away"); // seconds from a noon
    QTest::addColumn<QString>("text");
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    QTest::newRow("now") << qint64(0) << u"just now"_s;
    QTest::newRow("seconds ago") << qint64(-44) << u"just now"_s;
    QTest::newRow("soon") << qint64(20) << u"in a moment"_s;
    QTest::newRow("two minutes ago") << qint64(-120) << u"2 min ago"_s;
    QTest::newRow("in half an hour") << qint64(1800) << u"in 30 min"_s;
    QTest::newRow("59 and a half minutes ago") << qint64(-3570) << u"1 h ago"_s;
    QTest::newRow("in six hours") << 6 * hour << u"in 6 h"_s;
    QTest::newRow("yesterday") << -day << u"yesterday"_s;
    QTest::newRow("tomorrow") << day << u"tomorrow"_s;
    QTest::newRow("three days ago") << -3 * day << u"3 day(s) ago"_s; // the plural is the translation's work
    QTest::newRow("in thirty days") << 30 * day << u"in 30 day(s)"_s;
    QTest::newRow("this year") << -30 * day << u"23 Oct"_s;
    QTest::newRow("last year") << -400 * day << u"18 Oct 2025"_s;
}

void TestBase::relativeTimes()
{
    QFETCH(qint64, away);
    const qint64 noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0)).toSecsSinceEpoch();
    QTEST(format::relativeTime(noon + away, noon), "text");
}

void TestBase::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(29) << u"29 s"_s;
    QTest::newRow("minutes") << qint64(11 * 60) << u"11 min"_s;
    QTest::newRow("hours") << qint64(3 * 3600 + 5 * 60) << u"3 h 5 min"_s;
    QTest::newRow("whole hours") << qint64(8 * 3600 + 59) << u"8 h"_s;
    QTest::newRow("negative") << qint64(-4) << u"0 s"_s;
}

void TestBase::durations()
{
    QFETCH(qint64, seconds);
    QTEST(format::duration(seconds), "text");
}

void TestBase::exactValues()
{
    QCOMPARE(format::exactSize(999), u"999 B"_s);
    QCOMPARE(format::exactSize(48'233'411), u"48.2 MB (48,233,411 bytes)"_s);
    QCOMPARE(format::rate(84'100'000), u"84.1 MB/s"_s);
    const qint64 time = QDateTime(QDate(2026, 11, 22), QTime(14, 31, 7)).toSecsSinceEpoch();
    QCOMPARE(format::exactTime(time), u"22 Nov 2026, 14:31:07"_s);
}

void TestBase::foreignTextIsMadeFitForOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *what, const QString &text, const QString &shown) {
        QTest::newRow(what) << text << shown;
    };
    row("plain", u"Prüfung 報告.jsonl"_s, u"Prüfung 報告.jsonl"_s);
    row("empty", {}, {});
    row("line ends", u"a\nb\r\u2028c\u2029d\u0085e"_s, u"a\u240Ab\u240D\u2424c\u2424d\u2424e"_s);
    row("controls", u"a\tb\u001B\u007F\u0090"_s, u"a\u2409b\u241B\u2421\uFFFD"_s);
    row("null", QString(u"a"_s + QChar(0) + u"b"_s), u"a\u2400b"_s);
    row("turned around", u"a\u202Egpj.exe\u2066\u200F"_s, u"a\uFFFDgpj.exe\uFFFD\uFFFD"_s);
    row("invisible", u"a\u200B\uFEFFb"_s, u"a\uFFFD\uFFFDb"_s);
    row("half a pair", QString(u"a"_s + QChar(0xD83D) + u"b"_s), u"a\uFFFDb"_s);
    row("accents", u"e\u0301\u0323x"_s, u"e\u0301\u0323x"_s);
    row("piled-up marks", u"a"_s + QString(50, QChar(0x301)) + u"b"_s, u"a"_s + QString(4, QChar(0x301)) + u"b"_s);
    row("family", u"\U0001F468\u200D\U0001F469"_s, u"\U0001F468\u200D\U0001F469"_s);
    row("arabic", u"\u062A\u0642\u0631\u064A\u0631.pdf"_s, u"\u062A\u0642\u0631\u064A\u0631.pdf"_s);
    row("just fits", QString(300, u'x'), QString(300, u'x'));
    row("too long", QString(301, u'x'), QString(299, u'x') + u'\u2026');
}

void TestBase::foreignTextIsMadeFitForOneLine()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(format::oneLine(text), shown);
    QCOMPARE(format::oneLine(shown), shown);
}

void TestBase::severalLinesStayLines()
{
    QCOMPARE(format::severalLines(u"a\r\n\tb\nc\u202Ed"_s), u"a\n\tb\nc\uFFFDd"_s);
    QCOMPARE(format::severalLines(QString(5000, u'x')).size(), 1000);
    QString pairs;
    for (int i = 0; i < 10; ++i)
        pairs += u"\U0001F468"_s;
    QCOMPARE(format::oneLine(pairs, 5), u"\U0001F468\U0001F468\u2026"_s); // no half of a pair
}

void TestBase::hugeTextCostsNoMoreThanWhatIsShown()
{
    const QString names[] = {QString(10'000'000, u'x'), QString(10'000'000, QChar(0x301)), QString(10'000'000, u'\n')};
    QElapsedTimer timer;
    timer.start();
    for (const QString &name : names) {
        for (int i = 0; i < 100; ++i) {
            QCOMPARE_LE(format::oneLine(name).size(), 300);
            QCOMPARE_LE(format::severalLines(name).size(), 1000);
        }
    }
    QCOMPARE_LT(timer.elapsed(), 1000); // reading all of it 600 times takes many seconds
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"

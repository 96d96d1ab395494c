// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/answerparser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace odc;
using State = AnswerParser::State;

/// One HTTP/1.1 answer, however it is cut on its way.
class TestAnswerParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void garbageIsNoAnswer();

private:
    struct Read
    {
        State state;
        int status;
        QByteArray body;
        QByteArray type;
    };
    static Read read(const QByteArray &wire, const std::function<qsizetype()> &pieceSize);
};

TestAnswerParser::Read TestAnswerParser::read(const QByteArray &wire, const std::function<qsizetype()> &pieceSize)
{
    AnswerParser parser;
    QByteArray body;
    for (qsizetype at = 0; at < wire.size();) {
        const QByteArray piece = wire.mid(at, std::max<qsizetype>(1, pieceSize()));
        body += parser.take(piece);
        at += piece.size();
    }
    if (parser.state() == State::Head || parser.state() == State::Body)
        parser.takeEnd();
    return {parser.state(), parser.status(), body, parser.headers().value("content-type")};
}

void TestAnswerParser::answers_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n";
    const auto row = [](const char *name, const QByteArray &wire, State state, int status, const QByteArray &body) {
        QTest::newRow(name) << wire << state << status << body;
    };
    row("with a length", ok + "Content-Length: 5\r\n\r\nhello", State::Done, 200, "hello");
    row("more than its length", ok + "Content-Length: 5\r\n\r\nhelloHTTP/1.1 500", State::Done, 200, "hello");
    row("less than its length", ok + "Content-Length: 5\r\n\r\nhell", State::Broken, 200, "hell");
    row("of no length", ok + "Content-Length: 0\r\n\r\n", State::Done, 200, "");
    row("mixed line ends", "HTTP/1.1 200 OK\nContent-Type: a/b\nContent-Length: 5\n\r\nhello", State::Done, 200, "hello");
    row("mixed the other way", "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 5\r\n\nhello", State::Done, 200, "hello");
    row("an empty line within", "HTTP/1.1 200 OK\nContent-Type: a/b\nContent-Length: 8\n\na\r\n\r\nb\n\n", State::Done, 200, "a\r\n\r\nb\n\n");
    row("behind two others", "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\nA: b\r\n\r\n" + ok + "Content-Length: 5\r\n\r\nhello",
        State::Done, 200, "hello");
    row("to the end", ok + "\r\nhello", State::Done, 200, "hello");
    row("in chunks", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nA: b\r\n\r\n", State::Done, 200, "hello");
    row("in capital chunks", ok + "transfer-encoding: CHUNKED\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n", State::Done, 200, "0123456789");
    row("in chunks, cut", ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel", State::Broken, 200, "hel");
    row("in chunks, without the last", ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", State::Broken, 200, "hello");
    row("a chunk that is longer", ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n", State::Broken, 200, "he");
    row("a chunk of no size", ok + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", State::Broken, 200, "");
    row("a chunk of less than nothing", ok + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n", State::Broken, 200, "");
    row("in another coding", ok + "Transfer-Encoding: gzip, chunked\r\n\r\nxyz", State::Broken, 200, "");
    row("after a Continue", "HTTP/1.1 100 Continue\r\nX: y\r\n\r\n" + ok + "Content-Length: 2\r\n\r\nhi", State::Done, 200, "hi");
    row("no content", "HTTP/1.1 204 No Content\r\n\r\nhello", State::Done, 204, "");
    row("without a reason", "HTTP/1.1 413\r\nContent-Type: a/b\r\nContent-Length: 1\r\n\r\nx", State::Done, 413, "x");
    row("with bare line ends", "HTTP/1.1 200 OK\nContent-Type: a/b\nContent-Length: 2\n\nhi", State::Done, 200, "hi");
    row("two lengths", ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", State::Broken, 200, "");
    row("a length that is none", ok + "Content-Length: five\r\n\r\nhello", State::Broken, 200, "");
    row("a length below nothing", ok + "Content-Length: -1\r\n\r\nhello", State::Broken, 200, "");
    row("nothing", "", State::Broken, 0, "");
    row("half a head", "HTTP/1.1 200 OK\r\nContent-Le", State::Broken, 0, "");
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n", State::Broken, 0, "");
    row("a status that is none", "HTTP/1.1 2x0 OK\r\n\r\n", State::Broken, 0, "");
    row("an endless head", "HTTP/1.1 200 OK\r\nX: " + QByteArray(300'000, 'x'), State::Broken, 0, "");
}

void TestAnswerParser::answers()
{
    QFETCH(QByteArray, wire);
    QFETCH(State, state);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QRandomGenerator random(1);
    const QList<std::function<qsizetype()>> cuts{[&wire] { return wire.size(); }, [] { return 1; }, [] { return 7; },
                                                 [&random] { return random.bounded(1, 12); }};
    for (const auto &cut : cuts) {
        if (wire.size() > 1000 && &cut != &cuts.first())
            continue;
        const Read got = read(wire, cut);
        QCOMPARE(got.state, state);
        QCOMPARE(got.status, status);
        if (state == State::Done)
            QCOMPARE(got.body, body);
        else
            QVERIFY(body.startsWith(got.body) || got.body == body);
        if (state == State::Done && status == 200)
            QCOMPARE(got.type, "a/b");
    }
}

void TestAnswerParser::garbageIsNoAnswer()
{
    QRandomGenerator random(7);
    const QByteArray alphabet("HTTP/1. 20\r\n:abcContent-Length: 9Transfer-Encoding: chunked;\0\xff", 64);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray wire = i % 2 ? QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n") : QByteArray();
        for (int n = random.bounded(0, 60); n > 0; --n)
            wire += alphabet.at(random.bounded(int(alphabet.size())));
        const Read whole = read(wire, [&wire] { return wire.size(); });
        const Read pieces = read(wire, [] { return 1; });
        QCOMPARE(pieces.state, whole.state);
        QCOMPARE(pieces.status, whole.status);
        if (whole.state == State::Done)
            QCOMPARE(pieces.body, whole.body);
    }
}

QTEST_APPLESS_MAIN(TestAnswerParser)
#include "tst_answerparser.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/earlychecksum.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc::server;
using namespace Qt::StringLiterals;

class TestLocalServerEarlyChecksum : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void namesGiveTheOrder();
    void timesGiveItWhereNamesAreEqual();
    void aPartThatComesBeforeBeginsAnew();
    void anotherOrderGetsNothing();
    void fewerPartsThanHashedGetNothing();
    void morePartsGoOnFromThere();
    void aRemovedPartIsLeftToTheCompletion();
    void forgetting();
    void receivingHoldsItBack();
    void whatIsHashedInPartIsGoneOnWith();
    void anotherPartThanTheBegunOneGetsNothing();
    void aPartThatComesBeforeTheBegunOneBeginsAnew();

private:
    BlobStore::Piece store(const QString &id, char letter, qint64 bytes = 3 * 1024 * 1024 / 2)
    {
        m_blobs->put(id, QByteArray(bytes, letter));
        return {id, bytes};
    }
    /** The sum of the pieces when what is ahead is gone on with; \p ahead says how much that was. */
    QByteArray sum(const QList<BlobStore::Piece> &pieces, qint64 *ahead)
    {
        EarlyChecksum::Prefix prefix = m_sums->take(u"upload_1"_s, pieces);
        *ahead = prefix.bytes;
        QByteArray all;
        for (const BlobStore::Piece &piece : pieces)
            all += m_blobs->open(piece.blob)->readAll();
        prefix.hash->addData(QByteArrayView(all).sliced(prefix.bytes));
        m_right = QCryptographicHash::hash(all, QCryptographicHash::Md5);
        return prefix.hash->result();
    }
    bool reaches(qint64 bytes)
    {
        return QTest::qWaitFor([&] { return m_sums->bytesAhead(u"upload_1"_s) == bytes; });
    }

    /** A part of which a beginning is hashed, no more than that for as long as `hold` lives. */
    struct Begun
    {
        BlobStore::Piece piece;
        std::shared_ptr<const void> hold;
        qint64 ahead = 0;
    };
    Begun begin()
    {
        const auto begun = [this](Begun &part) {
            m_sums->add(u"upload_1"_s, {u"5"_s, 0}, part.piece);
            const auto whole = [&] { return m_sums->bytesAhead(u"upload_1"_s) == part.piece.bytes; };
            while (part.ahead == 0) {
                if (QTest::qWaitFor(whole, 60)) // it begins after 50 ms
                    return false;
                part.hold = m_sums->receiving();
                // Now it stops at the end of a block, if it has begun.
                (void)QTest::qWaitFor([&] { return (part.ahead = m_sums->bytesAhead(u"upload_1"_s)) > 0; }, 100);
                if (part.ahead == 0)
                    part.hold.reset();
            }
            return part.ahead < part.piece.bytes;
        };
        for (qint64 bytes = 64 * 1024 * 1024; bytes <= 512 * 1024 * 1024; bytes *= 2) {
            Begun part{store(u"begun"_s, 'm', bytes), {}};
            if (begun(part))
                return part;
            m_sums->forget(u"upload_1"_s);
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<EarlyChecksum> m_sums;
    QByteArray m_right;
};

void TestLocalServerEarlyChecksum::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_blobs = std::make_unique<BlobStore>(m_dir->path());
    QString error;
    QVERIFY2(m_blobs->prepare(&error), qPrintable(error));
    m_sums = std::make_unique<EarlyChecksum>(*m_blobs);
}

void TestLocalServerEarlyChecksum::cleanup()
{
    m_sums.reset();
}

void TestLocalServerEarlyChecksum::namesGiveTheOrder()
{
    const auto a = store(u"a"_s, 'a');
    const auto b = store(u"b"_s, 'b');
    m_sums->add(u"upload_1"_s, {u"part-2"_s, 1}, b);
    m_sums->add(u"upload_1"_s, {u"part-1"_s, 2}, a);
    QVERIFY(reaches(a.bytes + b.bytes));
    qint64 ahead = 0;
    QCOMPARE(sum({a, b}, &ahead), m_right);
    QCOMPARE(ahead, a.bytes + b.bytes);
    QCOMPARE(sum({a, b}, &ahead), m_right); // it is handed out once
    QCOMPARE(ahead, 0);
}

void TestLocalServerEarlyChecksum::timesGiveItWhereNamesAreEqual()
{
    const auto a = store(u"a"_s, 'a');
    const auto b = store(u"b"_s, 'b');
    m_sums->add(u"upload_1"_s, {u"blob"_s, 20}, b);
    m_sums->add(u"upload_1"_s, {u"blob"_s, 10}, a);
    const auto c = store(u"c"_s, 'c');
    m_sums->add(u"upload_1"_s, {u"blob"_s, 20}, c); // in the same instant as b: after it
    QVERIFY(reaches(a.bytes + b.bytes + c.bytes));
    qint64 ahead = 0;
    QCOMPARE(sum({a, b, c}, &ahead), m_right);
    QCOMPARE(ahead, a.bytes + b.bytes + c.bytes);
}

void TestLocalServerEarlyChecksum::aPartThatComesBeforeBeginsAnew()
{
    const auto b = store(u"b"_s, 'b');
    m_sums->add(u"upload_1"_s, {u"2"_s, 0}, b);
    QVERIFY(reaches(b.bytes));
    const auto a = store(u"a"_s, 'a', 10);
    m_sums->add(u"upload_1"_s, {u"1"_s, 0}, a);
    QVERIFY(reaches(a.bytes + b.bytes));
    qint64 ahead = 0;
    QCOMPARE(sum({a, b}, &ahead), m_right);
    QCOMPARE(ahead, a.bytes + b.bytes);
}

void TestLocalServerEarlyChecksum::anotherOrderGetsNothing()
{
    const auto a = store(u"a"_s, 'a');
    const auto b = store(u"b"_s, 'b');
    m_sums->add(u"upload_1"_s, {u"1"_s, 0}, a);
    m_sums->add(u"upload_1"_s, {u"2"_s, 0}, b);
    QVERIFY(reaches(a.bytes + b.bytes));
    qint64 ahead = -1;
    QCOMPARE(sum({b, a}, &ahead), m_right);
    QCOMPARE(ahead, 0);
}

void TestLocalServerEarlyChecksum::fewerPartsThanHashedGetNothing()
{
    const auto a = store(u"a"_s, 'a');
    const auto b = store(u"b"_s, 'b');
    m_sums->add(u"upload_1"_s, {u"1"_s, 0}, a);
    m_sums->add(u"upload_1"_s, {u"2"_s, 0}, b);
    QVERIFY(reaches(a.bytes + b.bytes));
    qint64 ahead = -1;
    QCOMPARE(sum({a}, &ahead), m_right);
    QCOMPARE(ahead, 0);
}

void TestLocalServerEarlyChecksum::morePartsGoOnFromThere()
{
    const auto a = store(u"a"_s, 'a');
    m_sums->add(u"upload_1"_s, {u"1"_s, 0}, a);
    QVERIFY(reaches(a.bytes));
    const auto b = store(u"b"_s, 'b');
    qint64 ahead = 0;
    QCOMPARE(sum({a, b}, &ahead), m_right);
    QCOMPARE(ahead, a.bytes);
}

void TestLocalServerEarlyChecksum::aRemovedPartIsLeftToTheCompletion()
{
    const auto a = store(u"a"_s, 'a');
    m_sums->add(u"upload_1"_s, {u"1"_s, 0}, a);
    QVERIFY(reaches(a.bytes));
    m_sums->add(u"upload_1"_s, {u"2"_s, 0}, {u"gone"_s, 5});
    QVERIFY(reaches(0));
    qint64 ahead = -1;
    QCOMPARE(sum({a}, &ahead), m_right);
    QCOMPARE(ahead, 0);
}

void TestLocalServerEarlyChecksum::forgetting()
{
    const auto a = store(u"a"_s, 'a');
    m_sums->add(u"upload_1"_s, {u"1"_s, 0}, a);
    QVERIFY(reaches(a.bytes));
    m_sums->forget(u"upload_1"_s);
    QCOMPARE(m_sums->bytesAhead(u"upload_1"_s), 0);
    m_sums->forget(u"upload_1"_s);
}

void TestLocalServerEarlyChecksum::receivingHoldsItBack()
{
    auto receiving = m_sums->receiving();
    const auto a = store(u"a"_s, 'a');
    m_sums->add(u"upload_1"_s, {u"1"_s, 0}, a);
    QVERIFY(!QTest::qWaitFor([&] { return m_sums->bytesAhead(u"upload_1"_s) > 0; }, 200));
    receiving.reset();
    QVERIFY(reaches(a.bytes));
}

void TestLocalServerEarlyChecksum::whatIsHashedInPartIsGoneOnWith()
{
    Begun part = begin();
    QVERIFY(part.ahead > 0); // and something came in meanwhile: that goes first
    qint64 ahead = 0;
    QCOMPARE(sum({part.piece}, &ahead), m_right);
    QCOMPARE(ahead, part.ahead);
}

void TestLocalServerEarlyChecksum::anotherPartThanTheBegunOneGetsNothing()
{
    Begun part = begin();
    QVERIFY(part.ahead > 0);
    const auto other = store(u"other"_s, 'o');
    qint64 ahead = -1;
    QCOMPARE(sum({other, part.piece}, &ahead), m_right);
    QCOMPARE(ahead, 0);
}

void TestLocalServerEarlyChecksum::aPartThatComesBeforeTheBegunOneBeginsAnew()
{
    Begun part = begin();
    QVERIFY(part.ahead > 0);
    const auto first = store(u"first"_s, 'f', 10);
    m_sums->add(u"upload_1"_s, {u"1"_s, 0}, first);
    part.hold.reset();
    QVERIFY(reaches(first.bytes + part.piece.bytes));
    qint64 ahead = 0;
    QCOMPARE(sum({first, part.piece}, &ahead), m_right);
    QCOMPARE(ahead, first.bytes + part.piece.bytes);
}

QTEST_GUILESS_MAIN(TestLocalServerEarlyChecksum)
#include "tst_localserver_earlychecksum.moc"

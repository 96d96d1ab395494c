// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/queryterms.h"

#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

/// Which words of a found text are marked because they were searched for.
class TestQueryTerms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marks_data();
    void marks();
    void readingBeginsNearTheFirstWord();
};

void TestQueryTerms::marks_data()
{
    QTest::addColumn<QStringList>("queries");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("marked");
    const auto row = [](const char *name, const QString &query, const QString &text,
                        const QStringList &marked) {
        QTest::newRow(name) << query.split(u'|') << text << marked;
    };
    row("whatever the case", u"damaged Item"_s, u"An ITEM that is Damaged."_s, {u"ITEM"_s, u"Damaged"_s});
    row("endings", u"return items"_s, u"Returns, returned, returning: the item."_s,
        {u"Returns"_s, u"returned"_s, u"returning"_s, u"item"_s});
    row("not what only begins alike", u"port"_s, u"portable report ports"_s, {u"ports"_s});
    row("short words as they are", u"tax law"_s, u"taxi, tax, laws, law"_s, {u"tax"_s, u"law"_s});
    row("no small words", u"how long do I have to return the item"_s, u"the long return to how"_s,
        {u"long"_s, u"return"_s});
    row("numbers", u"error E7 or 42"_s, u"E7 after 42 of 420 errors"_s, {u"E7"_s, u"42"_s, u"errors"_s});
    row("letters of the world", u"Häufige Straße 返品"_s, u"häufige STRASSE, straße, 返品"_s,
        {u"häufige"_s, u"STRASSE"_s, u"straße"_s, u"返品"_s});
    row("several queries", u"password|invoice"_s, u"an invoice, a password"_s, {u"invoice"_s, u"password"_s});
    row("nothing asked", QString(), u"an invoice"_s, {});
}

void TestQueryTerms::marks()
{
    QFETCH(QStringList, queries);
    QFETCH(QString, text);
    QStringList found;
    const QList<TextRange> ranges = QueryTerms(queries).in(text);
    for (const TextRange &range : ranges)
        found << text.mid(range.start, range.length);
    QTEST(found, "marked");
}

void TestQueryTerms::readingBeginsNearTheFirstWord()
{
    const QueryTerms terms({u"island"_s});
    QCOMPARE(terms.startIn(u"An island, and more."_s, 20), 0); // it is seen anyway
    QCOMPARE(terms.startIn(QString(500, u'x'), 20), 0);        // nothing to be seen
    const QString text = u"word "_s.repeated(50) + u"island "_s + u"word "_s.repeated(50);
    const qsizetype start = terms.startIn(text, 60);
    QVERIFY(start > 0 && start < text.indexOf(u"island"_s));
    QVERIFY(text.indexOf(u"island"_s) - start <= 60 / 3);
    QVERIFY(text.at(start - 1).isSpace() && !text.at(start).isSpace()); // not in the middle of a word
}

QTEST_APPLESS_MAIN(TestQueryTerms)
#include "tst_queryterms.moc"

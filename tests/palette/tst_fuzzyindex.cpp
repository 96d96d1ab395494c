// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette finds, in which order, and that it does not matter how its entries came there.
#include "palette/foldedtext.h"
#include "palette/fuzzysearch.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

FuzzyEntry entry(const QString &id, const QString &title, const QString &more = {}, qint64 recency = 0,
                 quint8 kind = 1)
{
    FuzzyEntry made;
    made.key.kind = kind;
    made.key.id = id;
    made.title = title;
    made.more = more;
    made.recency = recency;
    return made;
}

/// The entries all rankings below are about.
QList<FuzzyEntry> examples()
{
    return {entry(u"file-aB3xK9"_s, u"train.jsonl"_s, u"fine-tune"_s, 10),
            entry(u"file-train1"_s, u"notes.txt"_s, u"user_data"_s, 20),
            entry(u"batch_Qq7"_s, u"nightly-extract"_s, u"/v1/responses team=search tag=q4"_s, 30, 2),
            entry(u"batch_Zz8"_s, u"Night train"_s, u"/v1/responses team=billing"_s, 40, 2),
            entry(u"vs_11"_s, u"support-kb"_s, {}, 50, 3),
            entry(u"vs_12"_s, u"Sales backlog"_s, {}, 60, 3),
            entry(u"ftjob-77"_s, u"supportBot v14"_s, u"gpt-4o-mini"_s, 70, 7),
            entry(u"eval_5"_s, u"Übersicht Größe"_s, {}, 80, 5),
            entry(u"eval_6"_s, u"Пример отчёта"_s, {}, 90, 5),
            entry(u"file-dup1"_s, u"same name"_s, {}, 5),
            entry(u"file-dup2"_s, u"same name"_s, {}, 6),
            entry(u"file-dup3"_s, u"same name"_s, {}, 4)};
}

QStringList idsOf(const FuzzyResults &results)
{
    QStringList ids;
    for (const FuzzyFound &found : results.found)
        ids << found.entry.key.id;
    return ids;
}

QStringList search(const FuzzyIndex &index, const QString &text)
{
    return idsOf(FuzzySearch::find(FuzzyQuery::of(text), index));
}

QString marked(const QString &text, const QList<FuzzyRange> &ranges)
{
    QString shown = text;
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        shown.insert(range->from + range->length, u']');
        shown.insert(range->from, u'[');
    }
    return shown;
}

} // namespace

class TestFuzzyIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_index = FuzzyIndex().with(examples()); }

    void folds_data();
    void folds();
    void ranks_data();
    void ranks();
    void marksWhatItFound_data();
    void marksWhatItFound();
    void aKindRaisesItsOwn();
    void otherKindsAreLeftOut();
    void changesLeaveWhatAFreshIndexHas();
    void aCopyStaysAsItWas();
    void whatIsGoneIsFreed();
    void goesOnFromWhatWasFound();
    void onlyTheLastSearchIsTold();
    void aStoppedSearchIsNotTold();
    void hugeTextsAreCut();

private:
    FuzzyIndex m_index;
};

void TestFuzzyIndex::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case") << u"Train.JSONL"_s << u"train.jsonl"_s;
    QTest::newRow("umlauts") << u"Übergröße"_s << u"ubergrosse"_s;
    QTest::newRow("letters of their own") << u"Øre Łódź Æther"_s << u"ore lodz aether"_s;
    QTest::newRow("combining") << u"e\u0301te\u0301"_s << u"ete"_s;
    QTest::newRow("ligature") << u"ﬁle"_s << u"file"_s;
    QTest::newRow("cyrillic") << u"ОТЧЁТ"_s << u"отчет"_s;
    QTest::newRow("outside the first plane") << u"😀A"_s << u"😀a"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) + u"A"_s << u"?a"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestFuzzyIndex::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    std::vector<int> places;
    QCOMPARE(QString::fromUtf8(foldedText(text, &places)), folded);
    QCOMPARE(qsizetype(places.size()), foldedText(text).size());
    QVERIFY(std::is_sorted(places.begin(), places.end()));
    QVERIFY(places.empty() || places.back() < text.size());
}

void TestFuzzyIndex::ranks_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const QString &query, const QStringList &expected) {
        QTest::newRow(qPrintable(query)) << query << expected;
    };
    // A whole id comes before whatever begins like it.
    row(u"file-train1"_s, {u"file-train1"_s});
    row(u"FTJOB-77"_s, {u"ftjob-77"_s});
    row(u"vs_1"_s, {u"vs_12"_s, u"vs_11"_s}); // as good: the later one first
    row(u"xk9"_s, {u"file-aB3xK9"_s});        // the end of an id
    row(u"train1"_s, {u"file-train1"_s});     // without "file-"
    // The beginning of a name, then that of an id, then of a later word; a part within a word comes last.
    row(u"train"_s, {u"file-aB3xK9"_s, u"file-train1"_s, u"batch_Zz8"_s});
    row(u"night"_s, {u"batch_Zz8"_s, u"batch_Qq7"_s}); // as good, but less is left over
    row(u"tract"_s, {u"batch_Qq7"_s});
    // Beginnings of words, also where only case or a figure tells them.
    row(u"ne"_s, {u"batch_Qq7"_s, u"file-train1"_s, u"file-dup2"_s, u"file-dup1"_s, u"file-dup3"_s});
    row(u"skb"_s, {u"vs_11"_s});
    row(u"sb"_s, {u"vs_12"_s, u"ftjob-77"_s, u"vs_11"_s});
    row(u"v14"_s, {u"ftjob-77"_s});
    row(u"sprt"_s, {u"ftjob-77"_s, u"vs_11"_s});
    // Scattered letters that begin in the middle of a word are none.
    row(u"upkb"_s, {});
    // All words, in any order, wherever they stand.
    row(u"extract nightly"_s, {u"batch_Qq7"_s});
    row(u"night billing"_s, {u"batch_Zz8"_s});
    row(u"responses train"_s, {u"batch_Zz8"_s});
    row(u"train nothing"_s, {});
    // Metadata
    row(u"search"_s, {u"batch_Qq7"_s});
    row(u"team=billing"_s, {u"batch_Zz8"_s});
    row(u"q4"_s, {u"batch_Qq7"_s});
    // Without case and diacritics
    row(u"ubersicht"_s, {u"eval_5"_s});
    row(u"ÜBER"_s, {u"eval_5"_s});
    row(u"grosse"_s, {u"eval_5"_s});
    row(u"größe"_s, {u"eval_5"_s});
    row(u"отчет"_s, {u"eval_6"_s});
    // The same name: the latest first.
    row(u"same name"_s, {u"file-dup2"_s, u"file-dup1"_s, u"file-dup3"_s});
    // A typo: a wrong letter, one too many, two that changed places.
    row(u"nightky"_s, {u"batch_Qq7"_s});
    row(u"suppport"_s, {u"vs_11"_s, u"ftjob-77"_s});
    row(u"sulpport-kb"_s, {u"vs_11"_s});
    row(u"slaes"_s, {u"vs_12"_s});
    row(u"zzzzzz"_s, {});
    // Nothing but signs, and more than anybody types.
    row(u"!?"_s, {});
    row(QString(5000, u'a'), {});
    row(u"s "_s.repeated(500),
        {u"file-dup2"_s, u"file-dup1"_s, u"file-dup3"_s, u"ftjob-77"_s, u"vs_12"_s, u"vs_11"_s});
}

void TestFuzzyIndex::ranks()
{
    QFETCH(QString, query);
    QFETCH(QStringList, expected);
    QStringList found = search(m_index, query);
    if (query.startsWith(u"s s"_s)) {
        // Which of those that begin with it comes first is not the point; none is missing.
        for (const QString &id : expected)
            QVERIFY2(found.contains(id), qPrintable(id));
        return;
    }
    QCOMPARE(found, expected);
}

void TestFuzzyIndex::marksWhatItFound_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("id");
    QTest::newRow("beginning") << u"sup"_s << u"[sup]port-kb"_s << u"vs_11"_s;
    QTest::newRow("words") << u"kb supp"_s << u"[supp]ort-[kb]"_s << u"vs_11"_s;
    QTest::newRow("scattered") << u"skb"_s << u"[s]upport-[kb]"_s << u"vs_11"_s;
    QTest::newRow("id") << u"s_11"_s << u"support-kb"_s << u"v[s_11]"_s;
    QTest::newRow("one letter that folds to two") << u"großse"_s << u"Übersicht Größe"_s << u"eval_5"_s;
}

void TestFuzzyIndex::marksWhatItFound()
{
    QFETCH(QString, query);
    QFETCH(QString, title);
    QFETCH(QString, id);
    if (query == u"großse"_s) {
        // "ß" is "ss": half of it marks the letter as a whole.
        const QList<FuzzyRange> half =
            fuzzy::marked(u"Größe"_s, FuzzyQuery::of(u"gros"_s), fuzzy::Field::Title, false);
        QCOMPARE(marked(u"Größe"_s, half), u"[Größ]e"_s);
        return;
    }
    const FuzzyResults results = FuzzySearch::find(FuzzyQuery::of(query), m_index);
    QVERIFY(!results.found.isEmpty());
    const FuzzyFound &first = results.found.first();
    QCOMPARE(marked(first.entry.title, first.title), title);
    QCOMPARE(marked(first.entry.key.id, first.id), id);
}

void TestFuzzyIndex::aKindRaisesItsOwn()
{
    FuzzyQuery query = FuzzyQuery::of(u"thing train"_s);
    QCOMPARE(idsOf(FuzzySearch::find(query, m_index)), QStringList());
    query.words[0].kinds = quint64(1) << 2; // "thing" is what this kind is called
    QCOMPARE(idsOf(FuzzySearch::find(query, m_index)), QStringList{u"batch_Zz8"_s});
    // Also where the other word is mistyped, and a file has the word in its name.
    const FuzzyIndex index = FuzzyIndex().with(
        {entry(u"file-1"_s, u"thing-nightly.jsonl"_s), entry(u"batch_1"_s, u"run nightly"_s, {}, 0, 2)});
    query = FuzzyQuery::of(u"thing nigtly"_s);
    query.words[0].kinds = quint64(1) << 2;
    QCOMPARE(idsOf(FuzzySearch::find(query, index)), (QStringList{u"batch_1"_s, u"file-1"_s}));
}

void TestFuzzyIndex::otherKindsAreLeftOut()
{
    FuzzyQuery query = FuzzyQuery::of(u"train"_s);
    query.allowed = quint64(1) << 2;
    const FuzzyResults results = FuzzySearch::find(query, m_index);
    QCOMPARE(idsOf(results), QStringList{u"batch_Zz8"_s});
    QCOMPARE(results.total, 1);
}

void TestFuzzyIndex::changesLeaveWhatAFreshIndexHas()
{
    QRandomGenerator random(7);
    const QStringList words{u"nightly"_s,   u"train"_s, u"support"_s, u"extract"_s,
                            u"catalogue"_s, u"Größe"_s, u"v2"_s,      u"eval"_s};
    const auto some = [&](int number) {
        const auto word = [&] { return words.at(random.bounded(int(words.size()))); };
        return entry(u"file-%1"_s.arg(number), word() + u'-' + word(), u"team="_s + word(),
                     random.bounded(1000));
    };
    FuzzyIndex changed;
    QHash<QString, FuzzyEntry> now;
    for (int round = 0; round < 60; ++round) {
        QList<FuzzyEntry> put;
        QList<FuzzyKey> removed;
        for (int i = 0; i < 300; ++i) {
            const FuzzyEntry one = some(random.bounded(9000));
            if (random.bounded(3) == 0) {
                removed << one.key;
                now.remove(one.key.id);
            }
        }
        for (int i = 0; i < 400; ++i) {
            put << some(random.bounded(9000));
            now.insert(put.last().key.id, put.last());
        }
        changed = changed.with(put, removed);
        QCOMPARE(changed.size(), int(now.size()));
    }
    const FuzzyIndex fresh = FuzzyIndex().with(now.values());
    QCOMPARE(fresh.size(), changed.size());
    for (const QString &query : {u"nightly"_s, u"nig ex"_s, u"grosse"_s, u"file-42"_s, u"team=v2 train"_s,
                                 u"e"_s, u"suport"_s, u"catlogue v2"_s}) {
        const FuzzyResults left = FuzzySearch::find(FuzzyQuery::of(query), changed);
        const FuzzyResults right = FuzzySearch::find(FuzzyQuery::of(query), fresh);
        QCOMPARE(left.total, right.total);
        QVERIFY2(left.total > 0, qPrintable(query));
        QCOMPARE(idsOf(left), idsOf(right));
    }
    // It stays in few lists, whatever came and went.
    QVERIFY(changed.parts().size() < 16);
}

void TestFuzzyIndex::aCopyStaysAsItWas()
{
    const FuzzyIndex before = m_index;
    const FuzzyIndex after =
        before.with({entry(u"vs_11"_s, u"renamed"_s, {}, 50, 3)}, {examples().at(2).key});
    QCOMPARE(search(before, u"support-kb"_s), QStringList{u"vs_11"_s});
    QCOMPARE(search(before, u"nightly"_s), QStringList{u"batch_Qq7"_s});
    QCOMPARE(search(after, u"support-kb"_s), QStringList());
    QCOMPARE(search(after, u"renamed"_s), QStringList{u"vs_11"_s});
    QCOMPARE(search(after, u"nightly-extract"_s), QStringList());
    QCOMPARE(after.size(), before.size() - 1);
    // The same id in another profile, and in another store, is another entry.
    FuzzyEntry elsewhere = entry(u"vs_11"_s, u"support-kb"_s, {}, 1, 3);
    elsewhere.key.source = 1;
    FuzzyEntry within = entry(u"vs_11"_s, u"support-kb"_s, {}, 2, 3);
    within.key.parent = u"vs_0"_s;
    QCOMPARE(before.with({elsewhere, within}).size(), before.size() + 2);
}

void TestFuzzyIndex::whatIsGoneIsFreed()
{
    QList<FuzzyEntry> many;
    QList<FuzzyKey> keys;
    for (int i = 0; i < 20'000; ++i) {
        many << entry(u"file-%1"_s.arg(i), u"name of file %1"_s.arg(i));
        keys << many.last().key;
    }
    const FuzzyIndex full = FuzzyIndex().with(many);
    const FuzzyIndex few = full.with({}, keys.mid(10));
    QCOMPARE(few.size(), 10);
    QVERIFY(few.memory() < full.memory() / 100);
    QCOMPARE(search(few, u"file-7"_s), QStringList{u"file-7"_s});
    QCOMPARE(full.with({}, keys).size(), 0);
    QVERIFY(full.with({}, keys).parts().empty());
}

void TestFuzzyIndex::goesOnFromWhatWasFound()
{
    // Key by key, on and back, with changes between: each time what a search of its own finds.
    FuzzySearch typed;
    QSignalSpy told(&typed, &FuzzySearch::finished);
    FuzzyIndex index = m_index;
    const QStringList keys{u"n"_s,        u"ni"_s,           u"nig"_s,    u"nigh"_s,    u"night"_s,
                           u"nightl"_s,   u"nightly"_s,      u"night"_s,  u"night "_s,  u"night t"_s,
                           u"night tr"_s, u"night"_s,        u"nightx"_s, u"night"_s,   u"train"_s,
                           u"trai"_s,     u"train1"_s,       u"q4"_s,     u"sup"_s,     u"supp kb"_s,
                           u"supp"_s,     u"supportbot"_s,   u"suppor"_s, u"suportb"_s, u"file-"_s,
                           u"file-d"_s,   u"file-dup same"_s};
    for (const QString &text : keys) {
        if (text == u"train"_s)
            index = index.with({entry(u"file-new"_s, u"trained.jsonl"_s, {}, 99)}, {examples().at(0).key});
        typed.start(FuzzyQuery::of(text), index);
        QVERIFY(told.wait());
        const FuzzyResults results = told.takeLast().at(0).value<FuzzyResults>();
        const FuzzyResults expected = FuzzySearch::find(FuzzyQuery::of(text), index);
        QVERIFY2(idsOf(results) == idsOf(expected), qPrintable(text));
        QCOMPARE(results.total, expected.total);
        QCOMPARE(results.typos, expected.typos);
    }
}

void TestFuzzyIndex::onlyTheLastSearchIsTold()
{
    QList<FuzzyEntry> many;
    for (int i = 0; i < 30'000; ++i)
        many << entry(u"file-%1"_s.arg(i), u"night train to the support of %1"_s.arg(i));
    const FuzzyIndex index = FuzzyIndex().with(many);
    FuzzySearch search;
    QSignalSpy told(&search, &FuzzySearch::finished);
    for (const QString &text : {u"n"_s, u"ni"_s, u"nig"_s, u"nigh"_s, u"to 29999"_s})
        search.start(FuzzyQuery::of(text), index);
    QVERIFY(told.wait());
    QVERIFY(!search.isRunning());
    QCOMPARE(told.size(), 1);
    QCOMPARE(idsOf(told.first().at(0).value<FuzzyResults>()), QStringList{u"file-29999"_s});
}

void TestFuzzyIndex::aStoppedSearchIsNotTold()
{
    FuzzySearch search;
    QSignalSpy told(&search, &FuzzySearch::finished);
    search.start(FuzzyQuery::of(u"night"_s), m_index);
    search.stop();
    QVERIFY(!search.isRunning());
    // The next one is the first that is heard of.
    search.start(FuzzyQuery::of(u"vs_11"_s), m_index);
    QVERIFY(told.wait());
    QCOMPARE(told.size(), 1);
    QCOMPARE(idsOf(told.first().at(0).value<FuzzyResults>()), QStringList{u"vs_11"_s});
    // One that goes in the middle of a search tells nobody.
    auto gone = std::make_unique<FuzzySearch>();
    QSignalSpy late(gone.get(), &FuzzySearch::finished);
    gone->start(FuzzyQuery::of(u"night"_s), m_index);
    gone.reset();
    QCoreApplication::processEvents();
    QCOMPARE(late.size(), 0);
}

void TestFuzzyIndex::hugeTextsAreCut()
{
    const QString huge = u"begin "_s + QString(100'000, u'ß') + u" end"_s;
    const FuzzyIndex index = FuzzyIndex().with(
        {entry(u"file-1"_s, huge, huge), entry(QString(5000, u'x'), QString(299, u'a') + u"😀"_s)});
    QCOMPARE(index.size(), 2);
    QCOMPARE(search(index, u"begin"_s), QStringList{u"file-1"_s});
    QCOMPARE(search(index, u"end"_s), QStringList());
    QVERIFY(index.memory() < 50'000);
    // No half of a character is left at the end.
    QVERIFY(!FuzzySearch::find(FuzzyQuery::of(u"aaa"_s), index)
                 .found.first()
                 .entry.title.contains(QChar::ReplacementCharacter));
}

QTEST_GUILESS_MAIN(TestFuzzyIndex)
#include "tst_fuzzyindex.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/foldersync.h"

#include "api/session.h"
#include "base/clock.h"
#include "fakestore.h"
#include "net/requestqueue.h"
#include "stores/storefilerules.h"
#include "transfers/transferqueue.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = SyncStep::Kind;
using Fate = FakeStore::Fate;

namespace {

const QString vs = u"vs_1"_s;

FolderFile onDisk(const QString &relative, const QString &content)
{
    FolderFile file;
    file.relative = relative;
    file.path = u"/folder/"_s + relative;
    file.size = content.toUtf8().size();
    file.digest =
        QString::fromLatin1(QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).toHex());
    file.identity.size = file.size;
    return file;
}

/// As a sync leaves it.
StoredFile synced(const QString &id, const QString &relative, const QString &content,
                  const QString &status = u"completed"_s)
{
    const FolderFile file = onDisk(relative, content);
    StoredFile stored;
    stored.file.id = id;
    stored.file.status = status;
    stored.file.attributes = {
        {u"odc_path"_s, relative}, {u"odc_sha256"_s, file.digest}, {u"odc_size"_s, file.size}};
    stored.name = relative.section(u'/', -1);
    stored.bytes = file.size;
    return stored;
}

StoredFile stranger(const QString &id, const QString &name, qint64 bytes)
{
    StoredFile stored;
    stored.file.id = id;
    stored.file.status = u"completed"_s;
    stored.name = name;
    stored.bytes = bytes;
    return stored;
}

/// "add a.md" and so on, with the id of what is in the store.
QStringList wordsOf(const QList<SyncStep> &steps)
{
    QStringList words;
    for (const SyncStep &step : steps) {
        static const QHash<Kind, QString> names{
            {Kind::Add, u"add"_s},           {Kind::Replace, u"replace"_s}, {Kind::Remove, u"remove"_s},
            {Kind::Same, u"same"_s},         {Kind::Unknown, u"unknown"_s}, {Kind::Refused, u"refused"_s},
            {Kind::Namesake, u"namesake"_s}, {Kind::Foreign, u"foreign"_s}};
        words << (names.value(step.kind) + u' ' + step.relative + u' ' + step.fileId).trimmed();
    }
    return words;
}

} // namespace

/// A folder and a store: what is to be done, and that doing it leaves nothing to do.
class TestFolderSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plans_data();
    void plans();
    void attributesOfOthersAreKept();
    void onlyWhatWasChosenIsDone();
    void whatIsAddedBesideOneOfItsNameSaysSo();
    void marksAreLeftOutWhereThereIsNoRoom();

    void aFolderIsRead();
    void aFolderThatCannotBeReadTellsOfNothingThatIsGone();
    void aFileThatChangesWhileItIsRead();
    void readingCanBeStopped();
    void aSecondSyncFindsNothingToDo();

    void attributesAreChecked_data();
    void attributesAreChecked();
    void endings_data();
    void endings();

private:
    static void write(const QString &path, const QByteArray &content);
};

void TestFolderSync::write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

void TestFolderSync::plans_data()
{
    QTest::addColumn<QList<FolderFile>>("folder");
    QTest::addColumn<QList<StoredFile>>("stored");
    QTest::addColumn<QStringList>("expected");
    using Folder = QList<FolderFile>;
    using Stored = QList<StoredFile>;

    QTest::newRow("nothing") << Folder{} << Stored{} << QStringList{};
    QTest::newRow("new ones are added") << Folder{onDisk(u"b.md"_s, u"x"_s), onDisk(u"a/b.md"_s, u"y"_s)}
                                        << Stored{} << QStringList{u"add a/b.md"_s, u"add b.md"_s};
    QTest::newRow("unchanged ones stay")
        << Folder{onDisk(u"a.md"_s, u"x"_s)} << Stored{synced(u"f1"_s, u"a.md"_s, u"x"_s)}
        << QStringList{u"same a.md f1"_s};
    QTest::newRow("same size, other content")
        << Folder{onDisk(u"a.md"_s, u"x"_s)} << Stored{synced(u"f1"_s, u"a.md"_s, u"y"_s)}
        << QStringList{u"replace a.md f1"_s};
    QTest::newRow("gone from the folder")
        << Folder{} << Stored{synced(u"f1"_s, u"a.md"_s, u"y"_s)} << QStringList{u"remove a.md f1"_s};
    QTest::newRow("moved") << Folder{onDisk(u"new/a.md"_s, u"x"_s)}
                           << Stored{synced(u"f1"_s, u"old/a.md"_s, u"x"_s)}
                           << QStringList{u"add new/a.md"_s, u"remove old/a.md f1"_s};
    QTest::newRow("one name in two folders")
        << Folder{onDisk(u"a/r.md"_s, u"1"_s), onDisk(u"b/r.md"_s, u"2"_s)}
        << Stored{synced(u"f1"_s, u"a/r.md"_s, u"1"_s), synced(u"f2"_s, u"b/r.md"_s, u"changed"_s)}
        << QStringList{u"same a/r.md f1"_s, u"replace b/r.md f2"_s};
    QTest::newRow("put in by other means, same name and size")
        << Folder{onDisk(u"d/a.md"_s, u"xyz"_s)} << Stored{stranger(u"f1"_s, u"a.md"_s, 3)}
        << QStringList{u"unknown d/a.md f1"_s};
    QTest::newRow("put in by other means, another size")
        << Folder{onDisk(u"a.md"_s, u"xyz"_s)} << Stored{stranger(u"f1"_s, u"a.md"_s, 4)}
        << QStringList{u"namesake a.md f1"_s};
    QTest::newRow("one that fits is not taken for another one's")
        << Folder{onDisk(u"a/r.md"_s, u"long"_s), onDisk(u"b/r.md"_s, u"2"_s)}
        << Stored{stranger(u"f1"_s, u"r.md"_s, 1), stranger(u"f2"_s, u"r.md"_s, 9)}
        << QStringList{u"namesake a/r.md f2"_s, u"unknown b/r.md f1"_s};
    QTest::newRow("of two that could be meant none is proposed")
        << Folder{onDisk(u"a/r.md"_s, u"long"_s), onDisk(u"b/r.md"_s, u"2"_s)}
        << Stored{stranger(u"f1"_s, u"r.md"_s, 9)}
        << QStringList{u"add a/r.md"_s, u"add b/r.md"_s, u"foreign r.md f1"_s};
    QTest::newRow("beside what a sync put in, one by other means")
        << Folder{onDisk(u"a.md"_s, u"xyz"_s)}
        << Stored{synced(u"f1"_s, u"a.md"_s, u"xyz"_s), stranger(u"f2"_s, u"a.md"_s, 4)}
        << QStringList{u"same a.md f1"_s, u"foreign a.md f2"_s};
    QTest::newRow("what is refused has its own in the store")
        << Folder{onDisk(u"a.exe"_s, u"xyz"_s)} << Stored{stranger(u"f1"_s, u"a.exe"_s, 4)}
        << QStringList{u"refused a.exe"_s};
    QTest::newRow("each stranger is one file only")
        << Folder{onDisk(u"a/r.md"_s, u"1"_s), onDisk(u"b/r.md"_s, u"2"_s)}
        << Stored{stranger(u"f1"_s, u"r.md"_s, 1)} << QStringList{u"unknown a/r.md f1"_s, u"add b/r.md"_s};
    QTest::newRow("strangers never go")
        << Folder{} << Stored{stranger(u"f1"_s, u"a.md"_s, 3)} << QStringList{u"foreign a.md f1"_s};
    QTest::newRow("of unknown name") << Folder{onDisk(u"a.md"_s, u"x"_s)} << Stored{stranger(u"f1"_s, {}, -1)}
                                     << QStringList{u"add a.md"_s, u"foreign f1 f1"_s};
    QTest::newRow("two of one path: the one that is the same counts")
        << Folder{onDisk(u"a.md"_s, u"new"_s)}
        << Stored{synced(u"f1"_s, u"a.md"_s, u"old"_s), synced(u"f2"_s, u"a.md"_s, u"new"_s)}
        << QStringList{u"same a.md f2"_s, u"remove a.md f1"_s};
    QTest::newRow("failed there with this content")
        << Folder{onDisk(u"a.md"_s, u"x"_s)} << Stored{synced(u"f1"_s, u"a.md"_s, u"x"_s, u"failed"_s)}
        << QStringList{u"same a.md f1"_s};
    QTest::newRow("cancelled there with this content")
        << Folder{onDisk(u"a.md"_s, u"x"_s)} << Stored{synced(u"f1"_s, u"a.md"_s, u"x"_s, u"cancelled"_s)}
        << QStringList{u"replace a.md f1"_s};

    FolderFile large = onDisk(u"large.md"_s, u"x"_s);
    large.size = largestStoreFile + 1;
    FolderFile closed = onDisk(u"closed.md"_s, u"x"_s);
    closed.readable = false;
    FolderFile changing = onDisk(u"changing.md"_s, u"x"_s);
    changing.changed = true;
    changing.digest.clear();
    FolderFile pipe = onDisk(u"pipe.md"_s, u"x"_s);
    pipe.regular = false;
    QTest::newRow("refused") << Folder{onDisk(u"a.exe"_s, u"x"_s),
                                       onDisk(u"b.md"_s, {}),
                                       large,
                                       closed,
                                       changing,
                                       pipe,
                                       onDisk(u"noending"_s, u"x"_s),
                                       onDisk(u"l/"_s + QString(600, u'p') + u".md"_s, u"x"_s)}
                             << Stored{}
                             << QStringList{u"refused a.exe"_s,
                                            u"refused b.md"_s,
                                            u"refused changing.md"_s,
                                            u"refused closed.md"_s,
                                            u"refused l/"_s + QString(600, u'p') + u".md"_s,
                                            u"refused large.md"_s,
                                            u"refused noending"_s,
                                            u"refused pipe.md"_s};
    QTest::newRow("what cannot be read now is not gone")
        << Folder{changing} << Stored{synced(u"f1"_s, u"changing.md"_s, u"x"_s)}
        << QStringList{u"refused changing.md"_s};
    FolderFile folder;
    folder.relative = u"locked"_s;
    folder.readable = false;
    QTest::newRow("nor is what is below a closed folder")
        << Folder{folder}
        << Stored{synced(u"f1"_s, u"locked/a.md"_s, u"x"_s), synced(u"f2"_s, u"lockedout.md"_s, u"x"_s)}
        << QStringList{u"refused locked"_s, u"remove lockedout.md f2"_s};

    // Names are data.
    const QStringList hostile{u"a\nb.md"_s,      u"../up.md"_s,    u"%2e%2e.md"_s,
                              u"\u202egnp.md"_s, u"quote\"'.md"_s, u"back\\slash.md"_s,
                              u"odc_path.md"_s,  u" .md"_s,        u"😀.md"_s};
    for (const QString &name : hostile) {
        QTest::addRow("hostile name %s", name.toUtf8().toPercentEncoding().constData())
            << Folder{onDisk(name, u"x"_s)} << Stored{synced(u"f1"_s, name, u"x"_s)}
            << QStringList{u"same "_s + name + u" f1"_s};
    }
    QTest::newRow("one name, spelled two ways")
        << Folder{onDisk(u"u\u0308.md"_s, u"x"_s)} << Stored{synced(u"f1"_s, u"\u00fc.md"_s, u"x"_s)}
        << QStringList{u"same u\u0308.md f1"_s};
    StoredFile odd = synced(u"f1"_s, u"a.md"_s, u"x"_s);
    odd.file.attributes = {{u"odc_path"_s, 7}, {u"odc_sha256"_s, true}, {u"odc_size"_s, u"big"_s}};
    QTest::newRow("attributes that are none of ours") << Folder{onDisk(u"b.md"_s, u"x"_s)} << Stored{odd}
                                                      << QStringList{u"foreign a.md f1"_s, u"add b.md"_s};
    odd = synced(u"f1"_s, u"a.md"_s, u"x"_s);
    odd.file.attributes.remove(u"odc_sha256"_s);
    QTest::newRow("without a digest")
        << Folder{onDisk(u"a.md"_s, u"x"_s)} << Stored{odd} << QStringList{u"unknown a.md f1"_s};
    QTest::newRow("without a digest, another size")
        << Folder{onDisk(u"a.md"_s, u"longer"_s)} << Stored{odd} << QStringList{u"replace a.md f1"_s};
}

void TestFolderSync::plans()
{
    QFETCH(QList<FolderFile>, folder);
    QFETCH(QList<StoredFile>, stored);
    QFETCH(QStringList, expected);
    const QList<SyncStep> steps = planSync(folder, stored);
    QCOMPARE(wordsOf(steps), expected);
    for (const SyncStep &step : steps) {
        QCOMPARE(step.reason.isEmpty() && step.kind == Kind::Refused, false);
        QCOMPARE(attributesProblem(step.attributes), QString());
        if (step.kind == Kind::Add || step.kind == Kind::Replace || step.kind == Kind::Namesake)
            QCOMPARE(step.attributes["odc_sha256"_L1].toString().size(), 64);
    }
    // A folder of which only a part is listed has nothing that is gone.
    for (const SyncStep &step : planSync(folder, stored, false))
        QVERIFY(step.kind != Kind::Remove || step.reason.contains(u"same path"_s));
}

void TestFolderSync::attributesOfOthersAreKept()
{
    StoredFile stored = synced(u"f1"_s, u"a.md"_s, u"old"_s);
    for (int i = 0; i < 13; ++i)
        stored.file.attributes.insert(u"k%1"_s.arg(i), i);
    const FolderFile file = onDisk(u"a.md"_s, u"new"_s);
    QList<SyncStep> steps = planSync({file}, {stored});
    QCOMPARE(wordsOf(steps), QStringList{u"replace a.md f1"_s});
    QCOMPARE(steps.first().attributes.size(), 16);
    QCOMPARE(steps.first().attributes["k12"_L1].toInt(), 12);
    QCOMPARE(steps.first().attributes["odc_sha256"_L1].toString(), file.digest);
    // With 16 of its own, and none of ours but the path, there is no room.
    stored.file.attributes.remove(u"odc_sha256"_s);
    stored.file.attributes.remove(u"odc_size"_s);
    stored.file.attributes.insert(u"k13"_s, 13);
    stored.file.attributes.insert(u"k14"_s, 14);
    QCOMPARE(stored.file.attributes.size(), 16);
    steps = planSync({file}, {stored});
    QCOMPARE(steps.first().kind, Kind::Refused);
}

void TestFolderSync::onlyWhatWasChosenIsDone()
{
    const QList<SyncStep> steps =
        planSync({onDisk(u"new.md"_s, u"1"_s), onDisk(u"changed.md"_s, u"2"_s), onDisk(u"bad.exe"_s, u"3"_s)},
                 {synced(u"f1"_s, u"changed.md"_s, u"old"_s), synced(u"f2"_s, u"gone.md"_s, u"x"_s)});
    const auto names = [&steps](const SyncChoice &choice) {
        QStringList names;
        for (const AttachJob::Order &order : syncOrders(steps, choice))
            names << order.name;
        return names;
    };
    QCOMPARE(names({}), (QStringList{u"changed.md"_s, u"new.md"_s})); // nothing goes unless it was asked for
    QCOMPARE(names({false, true, true, {}}), (QStringList{u"changed.md"_s, u"gone.md"_s}));
    QCOMPARE(names({true, false, false, {}}), QStringList{u"new.md"_s});
    const QList<AttachJob::Order> orders = syncOrders(steps, {true, true, true, {}});
    QCOMPARE(orders.at(0).replaces, u"f1"_s);
    QVERIFY(orders.at(1).removes);
    QCOMPARE(orders.at(1).fileId, u"f2"_s);
}

void TestFolderSync::whatIsAddedBesideOneOfItsNameSaysSo()
{
    const QList<SyncStep> moved =
        planSync({onDisk(u"new/a.md"_s, u"x"_s)}, {synced(u"f1"_s, u"old/a.md"_s, u"x"_s)});
    QCOMPARE(moved.first().kind, Kind::Add);
    QVERIFY2(moved.first().reason.contains(u"same name"_s), qPrintable(moved.first().reason));
    QVERIFY(
        planSync({onDisk(u"b.md"_s, u"x"_s)}, {synced(u"f1"_s, u"a.md"_s, u"x"_s)}).last().reason.isEmpty());
    // One that came by other means is replaced only when it was asked for.
    const QList<SyncStep> steps = planSync({onDisk(u"a.md"_s, u"xyz"_s)}, {stranger(u"f1"_s, u"a.md"_s, 4)});
    QVERIFY(!steps.first().reason.isEmpty());
    QVERIFY(syncOrders(steps, {true, true, true, {}}).isEmpty());
    SyncChoice choice;
    choice.namesakes = true;
    const QList<AttachJob::Order> orders = syncOrders(steps, choice);
    QCOMPARE(orders.size(), 1);
    QCOMPARE(orders.first().replaces, u"f1"_s);
}

void TestFolderSync::marksAreLeftOutWhereThereIsNoRoom()
{
    QJsonObject attributes{{u"team"_s, u"docs"_s}};
    markForSync(attributes, u"sub/u\u0308.md"_s, 7);
    QCOMPARE(attributes,
             (QJsonObject{{u"team"_s, u"docs"_s}, {u"odc_path"_s, u"sub/\u00fc.md"_s}, {u"odc_size"_s, 7}}));
    QJsonObject many;
    for (int i = 0; i < mostAttributes - 1; ++i)
        many.insert(u"k%1"_s.arg(i), i);
    const QJsonObject before = many;
    markForSync(many, u"a.md"_s, 7);
    QCOMPARE(many, before);
    QJsonObject none;
    markForSync(none, QString(longestAttributeText + 1, u'p'), 7);
    QVERIFY(none.isEmpty());
}

void TestFolderSync::aFolderIsRead()
{
    QTemporaryDir folder;
    write(folder.filePath(u"a.md"_s), "alpha");
    write(folder.filePath(u"sub/deep/b.txt"_s), QByteArray(3'000'000, 'b'));
    write(folder.filePath(u"c.exe"_s), "binary");
    write(folder.filePath(u".hidden.md"_s), "hidden");
    QFile::link(folder.filePath(u"a.md"_s), folder.filePath(u"link.md"_s));
    FolderReader reader;
    QSignalSpy ended(&reader, &FolderReader::ended);
    reader.read(folder.path());
    QVERIFY(ended.wait());
    QStringList names;
    for (const FolderFile &file : reader.files())
        names << file.relative;
    QCOMPARE(names, (QStringList{u"a.md"_s, u"c.exe"_s, u"sub/deep/b.txt"_s}));
    QCOMPARE(reader.files().at(0).digest,
             u"8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8"_s); // sha256sum
    QVERIFY(reader.files().at(1).digest.isEmpty());
    QCOMPARE(reader.files().at(2).size, 3'000'000);
    QCOMPARE(reader.bytesRead(), reader.bytesTotal());
    QVERIFY(reader.isWhole());
    QCOMPARE(reader.hidden(), 1);
    QCOMPARE(reader.links(), 1);
}

void TestFolderSync::aFolderThatCannotBeReadTellsOfNothingThatIsGone()
{
    QTemporaryDir folder;
    FolderReader reader;
    QSignalSpy ended(&reader, &FolderReader::ended);
    reader.read(folder.filePath(u"went away meanwhile"_s));
    QVERIFY(ended.wait());
    QVERIFY(!reader.isWhole());
    StoredFile stored;
    stored.file.id = u"file-1"_s;
    stored.file.status = u"completed"_s;
    stored.file.attributes = {{u"odc_path"_s, u"a.md"_s}};
    for (const SyncStep &step : planSync(reader.files(), {stored}, reader.isWhole()))
        QVERIFY(step.kind != Kind::Remove);
}

void TestFolderSync::aFileThatChangesWhileItIsRead()
{
    QTemporaryDir folder;
    FolderFile file;
    file.path = folder.filePath(u"a.md"_s);
    file.relative = u"a.md"_s;
    write(file.path, QByteArray(3'000'000, 'a'));
    int blocks = 0;
    const FolderFile read = readFolderFile(file, [&](qint64) {
        if (++blocks == 2)
            write(file.path, QByteArray(3'500'000, 'b'));
        return true;
    });
    QVERIFY(read.changed);
    QVERIFY(read.digest.isEmpty());
    QCOMPARE(planSync({read}, {}).first().kind, Kind::Refused);
    // A moment later it holds still.
    const FolderFile again = readFolderFile(file, [](qint64) { return true; });
    QVERIFY(!again.changed);
    QCOMPARE(again.size, 3'500'000);
    QCOMPARE(again.digest.size(), 64);
}

void TestFolderSync::readingCanBeStopped()
{
    QTemporaryDir folder;
    write(folder.filePath(u"a.md"_s), QByteArray(5'000'000, 'a'));
    FolderFile file;
    file.path = folder.filePath(u"a.md"_s);
    int blocks = 0;
    const FolderFile read = readFolderFile(file, [&blocks](qint64) { return ++blocks < 2; });
    QCOMPARE(blocks, 2);
    QVERIFY(read.digest.isEmpty());
    FolderReader reader;
    QSignalSpy ended(&reader, &FolderReader::ended);
    reader.read(folder.path());
    reader.stop();
    QTRY_VERIFY(!reader.isRunning());
    QCoreApplication::processEvents();
    QCOMPARE(ended.size(), 0);
}

void TestFolderSync::aSecondSyncFindsNothingToDo()
{
    QTemporaryDir folder;
    QTemporaryDir journal;
    FakeStore service;
    SystemClock clock;
    RequestQueue::Options requests;
    requests.baseUrl = QUrl(u"https://api.example.test/v1"_s);
    requests.credentials.apiKey = u"sk-test"_s;
    auto wire = std::make_unique<FakeTransport>(&clock);
    wire->setHandler([&service](const FakeRequest &request) { return service.answer(request); });
    Session session(std::make_unique<RequestQueue>(requests, std::move(wire), clock, [] { return 0.0; }),
                    clock);
    TransferQueue::Options transfers;
    transfers.journalFolder = journal.path();
    TransferQueue queue(session, transfers);
    QSignalSpy opened(&queue, &TransferQueue::opened);
    queue.open();
    QVERIFY(opened.wait());

    write(folder.filePath(u"same.md"_s), "same");
    write(folder.filePath(u"changed.md"_s), "before");
    write(folder.filePath(u"sub/gone.md"_s), "gone");

    const auto plan = [&] {
        FolderReader reader;
        QSignalSpy ended(&reader, &FolderReader::ended);
        reader.read(folder.path());
        if (!ended.wait())
            qFatal("the folder was not read");
        QList<StoredFile> stored;
        for (const QString &id : service.filesIn(vs)) {
            StoredFile entry;
            entry.file.id = id;
            entry.file.status = service.statusOf(vs, id);
            // As it comes back from the service: in JSON.
            entry.file.attributes =
                QJsonDocument::fromJson(QJsonDocument(service.attributesOf(vs, id)).toJson()).object();
            stored << entry;
        }
        return planSync(reader.files(), stored);
    };
    const auto apply = [&](const QList<SyncStep> &steps) {
        AttachJob::Options options;
        options.times.firstPollMs = 1;
        options.times.longestPollMs = 5;
        options.deletesOld = true;
        AttachJob job(session, queue, vs, syncOrders(steps, {true, true, true, {}}), options);
        QSignalSpy finished(&job, &BulkJob::finished);
        job.start();
        return (!finished.isEmpty() || finished.wait(30'000)) &&
               job.count(BulkItem::State::Done) == job.total();
    };
    QVERIFY(apply(plan()));
    for (const SyncStep &step : plan())
        QCOMPARE(step.kind, Kind::Same);

    write(folder.filePath(u"changed.md"_s), "after, longer");
    QFile::remove(folder.filePath(u"sub/gone.md"_s));
    write(folder.filePath(u"sub/fresh.md"_s), "fresh");
    const QString old = service.fileNamed(u"changed.md"_s);
    service.events.clear();
    QVERIFY(apply(plan()));
    const QString fresh = service.fileNamed(u"changed.md"_s);
    QVERIFY(fresh != old);
    QVERIFY(!service.hasFile(old));
    QVERIFY(service.fileNamed(u"gone.md"_s).isEmpty());
    // Nothing goes before what takes its place is in.
    QVERIFY(service.events.indexOf(u"completed "_s + fresh) >= 0);
    QVERIFY(service.events.indexOf(u"detached "_s + old) > service.events.indexOf(u"completed "_s + fresh));
    const QList<SyncStep> last = plan();
    QCOMPARE(last.size(), 3);
    for (const SyncStep &step : last)
        QCOMPARE(step.kind, Kind::Same);
}

void TestFolderSync::attributesAreChecked_data()
{
    QTest::addColumn<QJsonObject>("attributes");
    QTest::addColumn<bool>("fine");
    QJsonObject many;
    for (int i = 0; i < 16; ++i)
        many.insert(u"k%1"_s.arg(i), i);
    QTest::newRow("none") << QJsonObject{} << true;
    QTest::newRow("sixteen") << many << true;
    many.insert(u"one more"_s, true);
    QTest::newRow("seventeen") << many << false;
    QTest::newRow("long key") << QJsonObject{{QString(64, u'k'), 1}} << true;
    QTest::newRow("too long key") << QJsonObject{{QString(65, u'k'), 1}} << false;
    QTest::newRow("long text") << QJsonObject{{u"k"_s, QString(512, u't')}} << true;
    QTest::newRow("too long text") << QJsonObject{{u"k"_s, QString(513, u't')}} << false;
    QTest::newRow("no key") << QJsonObject{{QString(), 1}} << false;
    QTest::newRow("list") << QJsonObject{{u"k"_s, QJsonArray{1}}} << false;
    QTest::newRow("null") << QJsonObject{{u"k"_s, QJsonValue()}} << false;
    QTest::newRow("boolean") << QJsonObject{{u"k"_s, false}} << true;
}

void TestFolderSync::attributesAreChecked()
{
    QFETCH(QJsonObject, attributes);
    QFETCH(bool, fine);
    QCOMPARE(attributesProblem(attributes).isEmpty(), fine);
}

void TestFolderSync::endings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("known");
    QTest::newRow("markdown") << u"a.md"_s << true;
    QTest::newRow("capitals") << u"A.PDF"_s << true;
    QTest::newRow("two dots") << u"a.exe.txt"_s << true;
    QTest::newRow("hidden second") << u"a.txt.exe"_s << false;
    QTest::newRow("none") << u"Makefile"_s << false;
    QTest::newRow("dot at the end") << u"a."_s << false;
    QTest::newRow("picture") << u"a.png"_s << false;
}

void TestFolderSync::endings()
{
    QFETCH(QString, name);
    QFETCH(bool, known);
    QCOMPARE(hasKnownEnding(name), known);
}

QTEST_GUILESS_MAIN(TestFolderSync)
#include "tst_foldersync.moc"

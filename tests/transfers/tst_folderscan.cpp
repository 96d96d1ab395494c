// SPDX-License-Identifier: GPL-3.0-or-later
#include "../support/smallfiles.h"

#include "transfers/folderscan.h"
#include "transfers/uploadcheck.h"

#include <QDir>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// Folders that are walked for the files in them.
class TestFolderScan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldersAreWalked();
    void linkLoopsEnd();
    void droppedThingsThatAreNoFiles();
    void foldersThatMayNotBeReadAreTold();
    void aWalkCanBeCancelled();
};

void TestFolderScan::foldersAreWalked()
{
    QTemporaryDir folder;
    QDir dir(folder.path());
    QVERIFY(dir.mkpath(u"top/b/deep"_s) && dir.mkpath(u"top/.git/objects"_s) && dir.mkpath(u"other"_s));
    put(folder.filePath(u"top/z.txt"_s), "12345");
    put(folder.filePath(u"top/b/deep/a.txt"_s));
    put(folder.filePath(u"top/b/.hidden"_s));
    put(folder.filePath(u"top/.git/objects/1"_s));
    put(folder.filePath(u"other/o.txt"_s));
    put(folder.filePath(u".dropped"_s));
    QVERIFY(QFile::link(folder.filePath(u"other"_s), folder.filePath(u"top/link"_s)));
    QVERIFY(QFile::link(folder.filePath(u"other/o.txt"_s), folder.filePath(u"top/y.txt"_s)));
    QVERIFY(QFile::link(folder.filePath(u"other/o.txt"_s), folder.filePath(u"droppedlink"_s)));
    const FolderScan scan = scanPaths({folder.filePath(u"top"_s), folder.filePath(u".dropped"_s),
                                       folder.filePath(u"other"_s), folder.filePath(u"droppedlink"_s)})
                                .result();
    QStringList found;
    for (const UploadCandidate &file : scan.files)
        found << QDir(folder.path()).relativeFilePath(file.path);
    QCOMPARE(found, QStringList({u"top/b/deep/a.txt"_s, u"top/z.txt"_s, u".dropped"_s, u"other/o.txt"_s,
                                 u"droppedlink"_s}));
    QCOMPARE(scan.files.at(1).size, 5);
    QCOMPARE(scan.files.at(1).name, u"z.txt"_s);
    QCOMPARE(scan.hidden, 2); // .hidden and .git
    QCOMPARE(scan.links, 2); // to a folder, and to a file that would have come from outside
    QVERIFY(!scan.truncated);
}

void TestFolderScan::linkLoopsEnd()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"a/b"_s));
    put(folder.filePath(u"a/b/x"_s));
    QVERIFY(QFile::link(folder.filePath(u"a"_s), folder.filePath(u"a/b/up"_s)));
    QVERIFY(QFile::link(folder.filePath(u"a/self"_s), folder.filePath(u"a/self"_s)));
    const FolderScan scan = scanPaths({folder.path()}).result();
    QCOMPARE(scan.links, 2);
    QStringList usable;
    for (const UploadCandidate &file : scan.files) {
        if (file.regular)
            usable << file.name;
    }
    QCOMPARE(usable, QStringList{u"x"_s});
}

void TestFolderScan::droppedThingsThatAreNoFiles()
{
#ifdef Q_OS_UNIX
    QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const FolderScan scan = scanPaths({pipe, folder.filePath(u"gone"_s)}).result();
    QCOMPARE(scan.files.size(), 2);
    for (const UploadCandidate &file : scan.files)
        QCOMPARE(checkUpload({file}, u"user_data"_s).first(), UploadProblem::NotAFile);
#endif
}

void TestFolderScan::foldersThatMayNotBeReadAreTold()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root may read every folder");
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"a/closed"_s));
    const QString closed = folder.filePath(u"a/closed"_s);
    QVERIFY(QFile::setPermissions(closed, {}));
    const FolderScan scan = scanPaths({folder.filePath(u"a"_s), closed}).result();
    QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(scan.files.size(), 2);
    QCOMPARE(checkUpload(scan.files, u"user_data"_s),
             QList<UploadProblem>({UploadProblem::Unreadable, UploadProblem::Unreadable}));
#endif
}

void TestFolderScan::aWalkCanBeCancelled()
{
    QTemporaryDir folder;
    for (int i = 0; i < 200; ++i)
        put(folder.filePath(QString::number(i)));
    QFutureWatcher<FolderScan> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    // So many folders that the walk is still under way when it is told to stop.
    watcher.setFuture(scanPaths(QStringList(500, folder.path())));
    watcher.cancel();
    QVERIFY(finished.wait(20'000));
    QVERIFY(watcher.isCanceled());
    QCOMPARE(watcher.future().resultCount(), 0);
}

QTEST_GUILESS_MAIN(TestFolderScan)
#include "tst_folderscan.moc"

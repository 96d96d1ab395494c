// SPDX-License-Identifier: GPL-3.0-or-later
#include "folderscan.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QPromise>
#include <QtConcurrent>

#include <algorithm>

namespace odc {

namespace {

UploadCandidate candidateOf(const QFileInfo &info)
{
    UploadCandidate candidate;
    candidate.path = info.absoluteFilePath();
    candidate.name = info.fileName();
    candidate.regular = info.isFile();
    candidate.readable = info.isReadable();
    candidate.size = info.size();
    return candidate;
}

UploadCandidate unreadable(const QFileInfo &folder)
{
    UploadCandidate candidate = candidateOf(folder);
    candidate.regular = true;
    candidate.readable = false;
    return candidate;
}

void walk(const QString &folder, FolderScan &scan, QPromise<FolderScan> &promise)
{
    const qsizetype before = scan.files.size();
    // Folders by hand, not by QDirIterator's Subdirectories: hidden ones and links to folders are to be counted.
    QStringList pending{folder};
    while (!pending.isEmpty()) {
        const QString at = pending.takeLast();
        bool isEmpty = true;
        QDirIterator it(at, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        while (it.hasNext()) {
            if (promise.isCanceled())
                return;
            it.next();
            isEmpty = false;
            const QFileInfo info = it.fileInfo();
            if (info.isHidden()) {
                ++scan.hidden;
            } else if (info.isSymLink()) {
                ++scan.links; // it may lead to what nobody meant to give away
            } else if (info.isDir()) {
                if (info.isReadable())
                    pending << info.absoluteFilePath();
                else
                    scan.files << unreadable(info); // else its files would be missing without a word
            } else if (scan.files.size() >= maxScannedFiles) {
                scan.truncated = true;
                return;
            } else {
                scan.files << candidateOf(info);
                promise.setProgressValue(int(scan.files.size()));
            }
        }
        // A disk that went away meanwhile looks like an empty folder.
        if (const QFileInfo folderNow(at); isEmpty && !folderNow.isReadable())
            scan.files << unreadable(folderNow);
    }
    std::sort(scan.files.begin() + before, scan.files.end(),
              [](const UploadCandidate &a, const UploadCandidate &b) { return a.path < b.path; });
}

void scan(QPromise<FolderScan> &promise, const QStringList &paths)
{
    promise.setProgressRange(0, maxScannedFiles);
    FolderScan found;
    for (const QString &path : paths) {
        if (promise.isCanceled())
            return;
        const QFileInfo info(path);
        if (info.isDir() && !info.isReadable())
            found.files << unreadable(info);
        else if (info.isDir())
            walk(info.absoluteFilePath(), found, promise);
        else if (found.files.size() < maxScannedFiles)
            found.files << candidateOf(info);
        else
            found.truncated = true;
    }
    promise.addResult(found);
}

} // namespace

QFuture<FolderScan> scanPaths(const QStringList &paths)
{
    return QtConcurrent::run(scan, paths);
}

} // namespace odc

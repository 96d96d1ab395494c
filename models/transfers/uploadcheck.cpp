// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadcheck.h"

#include "api/fileobject.h"
#include "transfers/partplan.h"

#include <QCoreApplication>
#include <QSet>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 batchLimit = 200LL * 1000 * 1000;

UploadProblem problemOf(const UploadCandidate &candidate, const QString &purpose)
{
    if (!candidate.regular)
        return UploadProblem::NotAFile;
    if (!candidate.readable)
        return UploadProblem::Unreadable;
    if (candidate.size == 0)
        return UploadProblem::Empty;
    if (candidate.size > largestUpload)
        return UploadProblem::TooLarge;
    if (filepurpose::needsJsonl(purpose) && !candidate.name.endsWith(".jsonl"_L1, Qt::CaseInsensitive))
        return UploadProblem::NeedsJsonl;
    if (purpose == "batch"_L1 && candidate.size > batchLimit)
        return UploadProblem::BatchTooLarge;
    return UploadProblem::None;
}

} // namespace

QList<UploadProblem> checkUpload(const QList<UploadCandidate> &candidates, const QString &purpose)
{
    QList<UploadProblem> problems;
    problems.reserve(candidates.size());
    QSet<QString> names;
    for (const UploadCandidate &candidate : candidates) {
        UploadProblem problem = problemOf(candidate, purpose);
        if (problem == UploadProblem::None) {
            if (names.contains(candidate.name))
                problem = UploadProblem::DuplicateName;
            names.insert(candidate.name);
        }
        problems << problem;
    }
    return problems;
}

bool isRefusal(UploadProblem problem)
{
    return problem != UploadProblem::None && problem != UploadProblem::DuplicateName;
}

QString problemText(UploadProblem problem)
{
    switch (problem) {
    case UploadProblem::None:
        return {};
    case UploadProblem::Empty:
        return QCoreApplication::translate("UploadCheck", "The file is empty");
    case UploadProblem::TooLarge:
        return QCoreApplication::translate("UploadCheck", "Larger than 8 GB, the limit for one file");
    case UploadProblem::NeedsJsonl:
        return QCoreApplication::translate("UploadCheck", "This purpose takes .jsonl files only");
    case UploadProblem::Unreadable:
        return QCoreApplication::translate("UploadCheck", "You may not read this file");
    case UploadProblem::NotAFile:
        return QCoreApplication::translate("UploadCheck", "Not a regular file");
    case UploadProblem::DuplicateName:
        return QCoreApplication::translate("UploadCheck", "Another file here has the same name");
    case UploadProblem::BatchTooLarge:
        return QCoreApplication::translate("UploadCheck", "Larger than 200 MB, the limit for batch input");
    }
    return {};
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerpath.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

using What = AnswerPath::What;

QString decoded(const QString &segment)
{
    return segment.contains(u'%') ? QUrl::fromPercentEncoding(segment.toUtf8()) : segment;
}

std::optional<ObjectKind> kindOfArea(const QString &area)
{
    if (area == "files"_L1)
        return ObjectKind::File;
    if (area == "batches"_L1)
        return ObjectKind::Batch;
    if (area == "vector_stores"_L1)
        return ObjectKind::Store;
    if (area == "evals"_L1)
        return ObjectKind::Eval;
    if (area == "models"_L1)
        return ObjectKind::Model;
    return {};
}

bool isAction(const QString &word)
{
    return word == "cancel"_L1 || word == "pause"_L1 || word == "resume"_L1 || word == "complete"_L1;
}

/// What is below an object of `kind`, `rest` being the segments behind its id.
AnswerPath below(ObjectKind kind, const QString &id, const QStringList &rest)
{
    if (rest.isEmpty())
        return {What::Object, kind, id, {}};
    const QString &first = rest.first();
    if (rest.size() == 1 && isAction(first))
        return {What::Action, kind, id, {}};
    std::optional<ObjectKind> inner;
    if (kind == ObjectKind::Store && first == "files"_L1)
        inner = ObjectKind::StoreFile;
    else if (kind == ObjectKind::Eval && first == "runs"_L1)
        inner = ObjectKind::EvalRun;
    else if (kind == ObjectKind::Job && first == "checkpoints"_L1)
        inner = ObjectKind::Checkpoint;
    if (inner && rest.size() == 1)
        return {What::List, *inner, {}, id};
    if (inner && rest.size() == 2)
        return {What::Object, *inner, decoded(rest[1]), id};
    if (kind == ObjectKind::Store && first == "file_batches"_L1 && rest.size() == 3 && rest[2] == "files"_L1)
        return {What::PartList, ObjectKind::StoreFile, {}, id};
    return {};
}

} // namespace

AnswerPath AnswerPath::of(const QString &path)
{
    QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    if (segments.isEmpty())
        return {};
    if (segments.first() == "uploads"_L1)
        return segments.size() == 3 && isAction(segments[2])
                   ? AnswerPath{What::Action, ObjectKind::File, {}, {}}
                   : AnswerPath();
    std::optional<ObjectKind> kind = kindOfArea(segments.first());
    if (segments.first() == "fine_tuning"_L1 && segments.size() > 1 && segments[1] == "jobs"_L1) {
        kind = ObjectKind::Job;
        segments.removeFirst();
    }
    if (!kind)
        return {};
    if (segments.size() == 1)
        return {What::List, *kind, {}, {}};
    return below(*kind, decoded(segments[1]), segments.mid(2));
}

} // namespace odc

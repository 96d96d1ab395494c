// SPDX-License-Identifier: GPL-3.0-or-later
#include "traininginput.h"

#include "evals/evalrows.h"
#include "evals/schemainference.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 schemaBytes = 2 * 1024 * 1024;
constexpr qint64 schemaRows = 200;
} // namespace

Result<TrainingInput> TrainingInput::read(const QString &path, const TrainingOptions &options,
                                          const JsonlWorkPtr &work)
{
    TrainingInput input;
    input.path = path;
    input.name = QFileInfo(path).fileName();
    input.options = options;
    const auto before = SourceIdentity::of(path);
    if (!before)
        return failure(before.error());
    auto check = checkTrainingFile(path, options, work);
    if (!check)
        return failure(check.error());
    if (options.method == TrainingMethod::Reinforcement)
        input.itemSchema = trainingItemSchema(path);
    const auto after = SourceIdentity::of(path);
    if (!after)
        return failure(after.error());
    if (*before != *after)
        return failure(ApiError::make(
            ApiError::Kind::LocalFile,
            QCoreApplication::translate("TrainingInput", "%1 was written to while it was checked.")
                .arg(path)));
    input.identity = *before;
    input.check = std::move(*check);
    return input;
}

QJsonObject trainingItemSchema(const QString &path)
{
    const EvalRows rows = readRowsOfFile(path, {}, {.bytes = schemaBytes, .rows = schemaRows});
    QJsonArray items;
    for (const QJsonValue &row : rows.content) {
        QJsonObject item = row.toObject().value("item"_L1).toObject();
        for (const auto &key : {"messages"_L1, "tools"_L1, "parallel_tool_calls"_L1})
            item.remove(key);
        items.append(QJsonObject{{u"item"_s, item}});
    }
    return items.isEmpty() ? QJsonObject() : inferItemSchema(items);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningmodels.h"

#include "localserver/ids.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

enum class Family { Chat, Plain, Completions, Reasoning };

struct TrainableModel
{
    QLatin1String name;
    QLatin1String shortName; ///< empty = it has none
    Family family;
};

constexpr TrainableModel models[] = {
    {"gpt-4.1-2025-04-14"_L1, "gpt-4.1"_L1, Family::Chat},
    {"gpt-4.1-mini-2025-04-14"_L1, "gpt-4.1-mini"_L1, Family::Chat},
    {"gpt-4.1-nano-2025-04-14"_L1, "gpt-4.1-nano"_L1, Family::Chat},
    {"gpt-4o-2024-08-06"_L1, "gpt-4o"_L1, Family::Chat},
    {"gpt-4o-mini-2024-07-18"_L1, "gpt-4o-mini"_L1, Family::Chat},
    {"o4-mini-2025-04-16"_L1, "o4-mini"_L1, Family::Reasoning},
    {"gpt-3.5-turbo-0125"_L1, "gpt-3.5-turbo"_L1, Family::Plain},
    {"babbage-002"_L1, {}, Family::Completions},
    {"davinci-002"_L1, {}, Family::Completions},
};

const TrainableModel *find(const QString &name)
{
    const auto found = std::find_if(std::begin(models), std::end(models), [&](const TrainableModel &model) {
        return model.name == name || (!model.shortName.isEmpty() && model.shortName == name);
    });
    return found == std::end(models) ? nullptr : found;
}

} // namespace

QString trainableBase(const QString &model)
{
    const TrainableModel *found = find(model.startsWith("ft:"_L1) ? model.section(u':', 1, 1) : model);
    return found ? QString(found->name) : QString();
}

QStringList methodsOf(const QString &base)
{
    const TrainableModel *model = find(base);
    if (!model)
        return {};
    if (model->family == Family::Reasoning)
        return {u"reinforcement"_s};
    if (model->family == Family::Chat)
        return {u"supervised"_s, u"dpo"_s};
    return {u"supervised"_s};
}

bool takesCompletions(const QString &base)
{
    const TrainableModel *model = find(base);
    return model && model->family == Family::Completions;
}

QStringList trainableModels()
{
    QStringList names;
    for (const TrainableModel &model : models)
        names.append(model.name);
    return names;
}

QString fineTunedName(const QString &base, const QString &suffix, const QString &jobId)
{
    // The name stands in paths and between colons.
    static const QRegularExpression unsafe(u"[^a-z0-9._-]+"_s);
    QString plain = suffix.toLower();
    plain.replace(unsafe, u"-"_s);
    constexpr qsizetype length = 8;
    return u"ft:%1:local:%2:%3"_s.arg(base, plain, stableId(""_L1, jobId).left(length));
}

QString checkpointName(const QString &model, qint64 step)
{
    return u"%1:ckpt-step-%2"_s.arg(model).arg(step);
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/filepurposes.h"

#include "localserver/apifault.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

struct PurposeRule
{
    QLatin1String name;
    bool uploadable;
    bool downloadable;
    QLatin1String jsonlFor; ///< the API that takes only .jsonl files for this purpose, or empty
};

constexpr PurposeRule rules[] = {
    {"fine-tune"_L1, true, true, "Fine-Tuning"_L1},
    {"assistants"_L1, true, false, {}},
    {"batch"_L1, true, true, "Batch"_L1},
    {"user_data"_L1, true, false, {}},
    {"vision"_L1, true, false, {}},
    {"evals"_L1, true, true, {}},
    {"assistants_output"_L1, false, true, {}},
    {"batch_output"_L1, false, true, {}},
    {"fine-tune-results"_L1, false, true, {}},
};

const PurposeRule *ruleOf(const QString &purpose)
{
    const auto found = std::find_if(std::begin(rules), std::end(rules),
                                    [&](const PurposeRule &rule) { return rule.name == purpose; });
    return found == std::end(rules) ? nullptr : found;
}

} // namespace

void checkUpload(const QString &purpose, const QString &filename, const QString &fileParam)
{
    const PurposeRule *rule = ruleOf(purpose);
    if (!rule || !rule->uploadable) {
        QStringList allowed;
        for (const PurposeRule &each : rules) {
            if (each.uploadable)
                allowed.append(u'\'' + each.name + u'\'');
        }
        throw ApiFault::badRequest(
            u"'%1' is not one of [%2] - 'purpose'"_s.arg(purpose, allowed.join(", "_L1)), u"purpose"_s);
    }
    if (!rule->jsonlFor.isEmpty() && !filename.endsWith(".jsonl"_L1, Qt::CaseInsensitive))
        throw ApiFault::badRequest(
            u"Invalid file format for %1 API. Must be .jsonl"_s.arg(QString(rule->jsonlFor)), fileParam);
}

void checkDownload(const QString &purpose)
{
    const PurposeRule *rule = ruleOf(purpose);
    if (rule && !rule->downloadable)
        throw ApiFault::badRequest(u"Not allowed to download files of purpose: %1"_s.arg(purpose));
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchrules.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Whole
{
    QLatin1StringView name;
    int WatchRules::*value;
    int least;
    int most;
};

constexpr Whole wholes[] = {
    {"least_minutes"_L1, &WatchRules::leastMinutes, 1, 7 * 24 * 60},
    {"validating_minutes"_L1, &WatchRules::validatingMinutes, 1, 7 * 24 * 60},
    {"indexing_minutes"_L1, &WatchRules::indexingMinutes, 1, 7 * 24 * 60},
    {"upload_minutes_left"_L1, &WatchRules::uploadMinutesLeft, 1, 59},
    {"expires_days"_L1, &WatchRules::expiresDays, 1, 90},
};
constexpr auto timesUsualName = "times_usual"_L1;

} // namespace

WatchRules WatchRules::fromJson(const QString &text)
{
    WatchRules rules;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const double times = object.value(timesUsualName).toDouble(rules.timesUsual);
    if (times >= leastTimesUsual && times <= mostTimesUsual)
        rules.timesUsual = times;
    for (const Whole &whole : wholes) {
        const double value = object.value(whole.name).toDouble(-1);
        if (value >= whole.least && value <= whole.most && std::floor(value) == value)
            rules.*whole.value = int(value);
    }
    return rules;
}

QString WatchRules::toJson() const
{
    QJsonObject object{{timesUsualName, timesUsual}};
    for (const Whole &whole : wholes)
        object.insert(whole.name, this->*whole.value);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace odc

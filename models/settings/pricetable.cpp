// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricetable.h"

#include "settings/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

/// Q_INIT_RESOURCE works outside of namespaces only.
static void takePricesResource()
{
    Q_INIT_RESOURCE(prices);
}

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PriceTable)
};

constexpr double perTokens = 1'000'000;

/// Of a model's name: "gpt-4o-2024-08-06" is of "gpt-4o".
QString withoutDate(const QString &model)
{
    static const QRegularExpression date(u"-(\\d{4}-\\d{2}-\\d{2}|\\d{4})$"_s);
    QString family = model;
    return family.remove(date);
}

/// "ft:gpt-4o-mini-2024-07-18:org::id" is of "ft:gpt-4o-mini-2024-07-18": tuned models have prices of their
/// own.
QString withoutOwner(const QString &model)
{
    return model.startsWith("ft:"_L1) ? model.section(u':', 0, 1) : model;
}

/// A number of JSON that can be a price.
std::optional<double> priceIn(const QJsonObject &object, QLatin1StringView member)
{
    const QJsonValue value = object.value(member);
    if (!value.isDouble() || value.toDouble() < 0)
        return {};
    return value.toDouble();
}

double inputCost(const ModelPrice &price, const TokenCount &count)
{
    const qint64 cached = std::clamp<qint64>(count.cached, 0, count.input);
    return (double(count.input - cached) * price.input +
            double(cached) * price.cached.value_or(price.input)) /
           perTokens;
}

} // namespace

PriceTable PriceTable::shipped()
{
    static const PriceTable table = [] {
        takePricesResource();
        QFile file(u":/prices/prices.json"_s);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        return isOpen ? fromJson(file.readAll()).value_or(PriceTable()) : PriceTable();
    }();
    return table;
}

std::optional<PriceTable> PriceTable::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object.value("prices"_L1).isArray())
        return {};
    PriceTable table;
    table.batchPercent =
        std::clamp(object.value("batch_percent"_L1).toDouble(table.batchPercent), 0.0, 100.0);
    const QJsonObject storage = object.value("storage"_L1).toObject();
    table.storage.perGbDay = priceIn(storage, "gb_day"_L1).value_or(table.storage.perGbDay);
    table.storage.freeGb = priceIn(storage, "free_gb"_L1).value_or(table.storage.freeGb);
    table.asOf = object.value("as_of"_L1).toString();
    const QJsonArray prices = object.value("prices"_L1).toArray();
    for (const QJsonValue &each : prices) {
        const QJsonObject entry = each.toObject();
        const auto input = priceIn(entry, "input"_L1);
        const auto output = priceIn(entry, "output"_L1);
        const QString model = entry.value("model"_L1).toString();
        if (model.isEmpty() || !input || !output)
            return {};
        table.prices.append(
            {model, *input, *output, priceIn(entry, "cached"_L1), priceIn(entry, "training"_L1)});
    }
    return table;
}

QByteArray PriceTable::toJson() const
{
    QJsonArray list;
    for (const ModelPrice &price : prices) {
        QJsonObject entry{{u"model"_s, price.model}, {u"input"_s, price.input}, {u"output"_s, price.output}};
        if (price.cached)
            entry.insert("cached"_L1, *price.cached);
        if (price.training)
            entry.insert("training"_L1, *price.training);
        list.append(entry);
    }
    QJsonObject object{
        {u"prices"_s, list},
        {u"batch_percent"_s, batchPercent},
        {u"storage"_s, QJsonObject{{u"gb_day"_s, storage.perGbDay}, {u"free_gb"_s, storage.freeGb}}}};
    if (!asOf.isEmpty())
        object.insert("as_of"_L1, asOf);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const ModelPrice *PriceTable::priceOf(const QString &model) const
{
    const auto called = [this](const QString &name) -> const ModelPrice * {
        for (const ModelPrice &price : prices) {
            if (price.model.compare(name, Qt::CaseInsensitive) == 0)
                return &price;
        }
        return nullptr;
    };
    if (model.isEmpty())
        return nullptr;
    const QString own = withoutOwner(model);
    for (const QString &name : {model, own, withoutDate(own)}) {
        if (const ModelPrice *price = called(name))
            return price;
    }
    const ModelPrice *best = nullptr;
    for (const ModelPrice &price : prices) {
        if (price.model.endsWith(u'*') &&
            model.startsWith(QStringView(price.model).chopped(1), Qt::CaseInsensitive) &&
            (!best || price.model.size() > best->model.size()))
            best = &price;
    }
    return best;
}

std::optional<double> PriceTable::trainingPriceOf(const QString &model) const
{
    const ModelPrice *price = priceOf(model);
    if (price && price->training)
        return price->training;
    if (!model.startsWith("ft:"_L1))
        return {};
    price = priceOf(model.section(u':', 1, 1));
    return price ? price->training : std::nullopt;
}

QString PriceTable::problemOf(qsizetype row) const
{
    const ModelPrice &price = prices.at(row);
    if (price.model.trimmed().isEmpty())
        return Tr::tr("The model's name is missing.");
    for (qsizetype i = 0; i < prices.size(); ++i) {
        if (i != row && prices[i].model.compare(price.model, Qt::CaseInsensitive) == 0)
            return Tr::tr("“%1” is listed twice.").arg(price.model);
    }
    const auto isPrice = [](double value) { return std::isfinite(value) && value >= 0; };
    if (!isPrice(price.input) || !isPrice(price.output) || !isPrice(price.cached.value_or(0)) ||
        !isPrice(price.training.value_or(0)))
        return Tr::tr("A price is a number of dollars, 0 or more.");
    return {};
}

CostEstimate estimateCost(const QList<TokenCount> &tokens, const PriceTable &table)
{
    CostEstimate estimate;
    const double share = table.batchPercent / 100;
    for (const TokenCount &count : tokens) {
        const ModelPrice *price = table.priceOf(count.model);
        if (!price) {
            if (!estimate.unknownModels.contains(count.model))
                estimate.unknownModels.append(count.model);
            continue;
        }
        estimate.input += inputCost(*price, count) * share;
        estimate.output += double(count.output) * price->output / perTokens * share;
    }
    return estimate;
}

std::optional<double> costOf(const TokenCount &usage, const PriceTable &table)
{
    const CostEstimate estimate = estimateCost({usage}, table);
    if (estimate.isPartial())
        return {};
    return estimate.total();
}

QString moneyText(double dollars)
{
    constexpr double least = 0.0001;
    // The locale of a session without a language puts its sign behind the number.
    const QLocale own;
    const QLocale locale = own.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : own;
    const auto money = [&](double value, int digits) {
        return locale.toCurrencyString(value, u"$"_s, digits);
    };
    if (dollars > 0 && dollars < least)
        return Tr::tr("< %1").arg(money(least, 4));
    // Cents are enough from one dollar on, and for nothing.
    return money(dollars, dollars >= 1 || dollars <= 0 ? 2 : dollars >= 0.1 ? 3 : 4);
}

PriceTable pricesOf(const Settings &settings)
{
    const QString own = settings.text(Setting::Prices);
    return own.isEmpty() ? PriceTable::shipped()
                         : PriceTable::fromJson(own.toUtf8()).value_or(PriceTable::shipped());
}

void setPrices(Settings &settings, const PriceTable &table)
{
    settings.set(Setting::Prices,
                 table == PriceTable::shipped() ? QString() : QString::fromUtf8(table.toJson()));
}

} // namespace odc

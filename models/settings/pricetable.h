// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// What a model costs, in US dollars for a million tokens, outside of batches.
struct ModelPrice
{
    QString
        model; ///< its name; a dated snapshot of it costs the same; "name*": every model whose name begins so
    double input = 0;
    double output = 0;
    std::optional<double> cached{}; ///< input that was cached; none: as other input
    std::optional<double> training{}; ///< tokens that it is trained with; none: it cannot be, or nobody knows

    bool operator==(const ModelPrice &) const = default;
};

/// What keeping files searchable costs, in US dollars.
struct StoragePrice
{
    double perGbDay = 0.10; ///< for 10^9 bytes and a day
    double freeGb = 1;      ///< of all stores together, every day

    bool operator==(const StoragePrice &) const = default;
};

/// Tokens of one model: expected, or used.
struct TokenCount
{
    QString model;
    qint64 input = 0;
    qint64 output = 0;
    qint64 cached = 0; ///< of the input
};

/// What tokens cost, in US dollars.
struct CostEstimate
{
    double input = 0;
    double output = 0;
    QStringList unknownModels; ///< without a price: not in the sums

    double total() const { return input + output; }
    /// Some of it is not known.
    bool isPartial() const { return !unknownModels.isEmpty(); }
};

/// Prices by model, as the person edited them. A value.
struct PriceTable
{
    QList<ModelPrice> prices{};
    double batchPercent = 50; ///< what a batch costs of the price, in percent
    StoragePrice storage{};   ///< of vector stores
    QString asOf{};           ///< "2025-08": when the shipped prices were looked up; empty once edited

    /// Those that come with the program: public prices of a date, which may have changed since.
    static PriceTable shipped();
    /// Null when the text is not a table of prices.
    static std::optional<PriceTable> fromJson(const QByteArray &json);
    QByteArray toJson() const;

    /// The price that holds for a model: that of its name, else of the family whose dated snapshot or
    /// fine-tuned model it is, else of the longest "name*". Null when there is none.
    const ModelPrice *priceOf(const QString &model) const;
    /// Dollars for a million tokens of training. A tuned model costs what its base does, unless it has a price of
    /// its own.
    std::optional<double> trainingPriceOf(const QString &model) const;
    /// What is wrong with entry `row`; translated, empty: nothing.
    QString problemOf(qsizetype row) const;

    bool operator==(const PriceTable &) const = default;
};

/// What these tokens cost in a batch. Pure.
CostEstimate estimateCost(const QList<TokenCount> &tokens, const PriceTable &table);
/// What a finished batch cost by its `usage`; none when the model has no price. Pure.
std::optional<double> costOf(const TokenCount &usage, const PriceTable &table);
/// "$12.40", "$0.0042" by the given locale; what is less than a hundredth of a cent but not nothing is "<
/// $0.0001".
QString moneyText(double dollars);

class Settings;
/// The prices in use: those of the settings, else the shipped ones.
PriceTable pricesOf(const Settings &settings);
void setPrices(Settings &settings, const PriceTable &table);

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/samplestores.h"

#include "localserver/ids.h"
#include "localserver/stores/samplestoretexts.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

QJsonObject about(const QString &lang, int year, const QString &kind)
{
    return {{u"lang"_s, lang}, {u"year"_s, year}, {u"kind"_s, kind}};
}

QJsonObject ofProduct(QJsonObject attributes, const QString &product)
{
    attributes[u"product"_s] = product;
    return attributes;
}

SampleStore supportStore()
{
    SampleStore store;
    store.key = u"support-kb"_s;
    store.name = u"support-kb"_s;
    store.description = u"What the support team may tell customers"_s;
    store.metadata = {{u"team"_s, u"support"_s}, {u"owner"_s, u"mira"_s}};
    store.ageSeconds = 40 * day;
    store.idleSeconds = 2 * hour;
    store.files = {
        {u"handbook-2025.md"_s, {}, about(u"en"_s, 2025, u"handbook"_s)},
        {u"returns-policy.md"_s, {}, about(u"en"_s, 2026, u"policy"_s)},
        {u"manual-x200.md"_s, coffeeManualMarkdown(),
         ofProduct(about(u"en"_s, 2026, u"manual"_s), u"x200"_s)},
        {u"faq-en.md"_s, faqEnglishMarkdown(), about(u"en"_s, 2026, u"faq"_s)},
        {u"faq-de.md"_s, faqGermanMarkdown(), ofProduct(about(u"de"_s, 2026, u"faq"_s), u"x200"_s)},
        {u"faq-fr.html"_s, {}, about(u"fr"_s, 2026, u"faq"_s)},
        {u"shipping-rates.csv"_s, shippingRatesCsv(), about(u"en"_s, 2026, u"table"_s)},
        {u"glossary.txt"_s, {}, about(u"en"_s, 2025, u"glossary"_s)},
        {u"warranty-card-scan.tiff"_s, warrantyScanTiff(),
         ofProduct(about(u"de"_s, 2024, u"scan"_s), u"x200"_s)},
    };
    return store;
}

SampleStore contractsStore()
{
    SampleStore store;
    store.key = u"contracts"_s;
    store.name = u"contracts"_s;
    store.description = u"Contracts in force"_s;
    store.metadata = {{u"team"_s, u"legal"_s}, {u"confidential"_s, u"yes"_s}};
    store.ageSeconds = 30 * day;
    store.idleSeconds = 5 * day;
    store.chunking = ChunkingStrategy{200, 50};
    const auto with = [](const QString &party, int year, bool renews) {
        return QJsonObject{{u"party"_s, party}, {u"year"_s, year}, {u"renews"_s, renews}};
    };
    store.files = {
        {u"supply-nordlicht.md"_s, supplierAgreementMarkdown(), with(u"Nordlicht Keramik"_s, 2024, true)},
        {u"lease-lange-reihe.md"_s, shopLeaseMarkdown(), with(u"Grundstück Lange Reihe"_s, 2022, false)},
        {u"nda-template.txt"_s, nonDisclosureText(), with(u"template"_s, 2026, false)},
        {u"dpa-support-cloud.md"_s, dataProcessingMarkdown(), with(u"Support Cloud"_s, 2025, true)},
    };
    return store;
}

SampleStore handbookStore()
{
    SampleStore store;
    store.key = u"hr-handbook"_s;
    store.name = u"hr-handbook"_s;
    store.metadata = {{u"team"_s, u"hr"_s}};
    store.ageSeconds = 21 * day;
    store.idleSeconds = 3 * day;
    store.files = {
        {u"vacation.md"_s, vacationPolicyMarkdown(), about(u"en"_s, 2026, u"policy"_s)},
        {u"remote-work.md"_s, remoteWorkMarkdown(), about(u"en"_s, 2026, u"policy"_s)},
        {u"urlaub.md"_s, vacationGermanMarkdown(), about(u"de"_s, 2026, u"policy"_s)},
    };
    return store;
}

SampleStore unnamedStore()
{
    SampleStore store;
    store.key = u"unnamed"_s;
    store.ageSeconds = 9 * day;
    store.idleSeconds = 9 * day;
    store.files = {{u"glossary.txt"_s, {}, {}}, {u"store-directory.json"_s, {}, {}}};
    return store;
}

SampleStore experimentStore()
{
    SampleStore store;
    store.key = u"experiment"_s;
    store.name = u"experiment: small chunks"_s;
    store.description = u"The support texts in pieces of 100 tokens"_s;
    store.metadata = {{u"owner"_s, u"jonas"_s}, {u"compare_with"_s, u"support-kb"_s}};
    store.ageSeconds = 6 * day;
    store.idleSeconds = 5 * day;
    store.days = 7; // two of them are left
    store.chunking = ChunkingStrategy{100, 20};
    store.files = {
        {u"manual-x200.md"_s, {}, ofProduct(about(u"en"_s, 2026, u"manual"_s), u"x200"_s)},
        {u"faq-en.md"_s, {}, about(u"en"_s, 2026, u"faq"_s)},
        {u"faq-de.md"_s, {}, about(u"de"_s, 2026, u"faq"_s)},
        {u"returns-policy.md"_s, {}, about(u"en"_s, 2026, u"policy"_s)},
    };
    return store;
}

SampleStore incomingStore()
{
    constexpr int week = 47;
    SampleStore store;
    store.key = u"incoming"_s;
    store.name = u"incoming mail"_s;
    store.metadata = {{u"team"_s, u"support"_s}};
    store.ageSeconds = 4 * hour;
    store.idleSeconds = 3 * hour;
    store.days = 30;
    store.files = {
        {u"call-transcripts-w46.jsonl"_s, {}, {{u"week"_s, 46}, {u"channel"_s, u"phone"_s}}},
        {u"letters-w46.txt"_s, scannedMailsText(week - 1), {{u"week"_s, 46}, {u"channel"_s, u"letter"_s}}},
        {u"letters-w47.txt"_s, scannedMailsText(week), {{u"week"_s, 47}, {u"channel"_s, u"letter"_s}}},
    };
    return store;
}

} // namespace

QString SampleStore::id() const
{
    return stableId("vs_"_L1, u"sample:"_s + key);
}

QList<SampleStore> sampleStores()
{
    return {supportStore(), contractsStore(),  handbookStore(),
            unnamedStore(), experimentStore(), incomingStore()};
}

} // namespace odc::server

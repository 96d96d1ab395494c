// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/queryset.h"
#include "support/rawhttp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

namespace odc::test {

/// A store of a few files about a shop, and queries with what they should find in it.
struct SmallStore
{
    QString id{};
    QHash<QString, QString> files{}; ///< id by name
    QString problem{};               ///< why there is none

    /// Makes it at a server, past the console's own client.
    static SmallStore make(const QUrl &server, const QString &name = QStringLiteral("shop"))
    {
        SmallStore store;
        const auto post = [&server](const QByteArray &target, const QJsonObject &body) {
            return rawRequest(server, "POST", target, {{"Content-Type", "application/json"}},
                              QJsonDocument(body).toJson(QJsonDocument::Compact));
        };
        const RawReply made = post("/v1/vector_stores", {{QStringLiteral("name"), name}});
        const QString storeId = made.json().value(QStringLiteral("id")).toString();
        if (storeId.isEmpty()) {
            store.problem =
                QStringLiteral("no store: %1 %2").arg(made.status).arg(QString::fromUtf8(made.body));
            return store;
        }
        const QByteArray filesPath = "/v1/vector_stores/" + storeId.toUtf8() + "/files";
        for (const auto &[fileName, lang, year, text] : contents()) {
            const RawReply uploaded =
                postForm(server, "/v1/files",
                         {{"purpose", "assistants", {}}, {"file", QByteArray(text), QByteArray(fileName)}});
            const QString fileId = uploaded.json().value(QStringLiteral("id")).toString();
            store.files.insert(QString::fromLatin1(fileName), fileId);
            const RawReply put =
                post(filesPath, {{QStringLiteral("file_id"), fileId},
                                 {QStringLiteral("attributes"),
                                  QJsonObject{{QStringLiteral("lang"), QString::fromLatin1(lang)},
                                              {QStringLiteral("year"), year}}}});
            if (put.status != 200) {
                store.problem = QStringLiteral("not put in: %1").arg(QString::fromUtf8(put.body));
                return store;
            }
        }
        const bool indexed = QTest::qWaitFor(
            [&] {
                const QJsonArray all = rawRequest(server, "GET", filesPath + "?limit=100")
                                           .json()
                                           .value(QStringLiteral("data"))
                                           .toArray();
                return !all.isEmpty() && std::all_of(all.begin(), all.end(), [](const QJsonValue &file) {
                    return file[QStringLiteral("status")] == QStringLiteral("completed");
                });
            },
            30'000);
        if (indexed)
            store.id = storeId;
        else
            store.problem = QStringLiteral("not indexed");
        return store;
    }

    static QuerySet queries()
    {
        const auto query = [](const char *text, const QStringList &expected) {
            SetQuery made{QString::fromLatin1(text)};
            for (const QString &file : expected)
                made.expected.append({{}, file});
            return made;
        };
        using namespace Qt::StringLiterals;
        return {
            u"shop"_s,
            {query("how long do I have to return a damaged item", {u"returns-policy.md"_s, u"terms.md"_s}),
             query("delivery time to an island", {u"shipping.md"_s}),
             query("does the warranty cover a broken screen", {u"warranty.md"_s}),
             query("change my password", {u"account.txt"_s}), query("pay by invoice", {u"payment.md"_s}),
             query("damaged in transit, who pays for the parcel", {u"shipping.md"_s, u"returns-policy.md"_s}),
             query("gift cards that are lost", {u"payment.md"_s, u"account.txt"_s}),
             query("opening hours of the shop in the moon", {}),
             query("wie lange kann ich zurueckgeben", {u"rueckgabe.md"_s})}};
    }

private:
    struct File
    {
        const char *name;
        const char *lang;
        int year;
        const char *text;
    };
    static QList<File> contents()
    {
        return {{"returns-policy.md", "en", 2025,
                 "# Returns\n\nDamaged goods can be sent back within 60 days of delivery. You have 30 days "
                 "to return any other "
                 "item. Keep the parcel and take a photo of the damaged item."},
                {"terms.md", "en", 2024,
                 "# Terms\n\nThe customer may return goods as the law has it. How long that is depends on "
                 "the country."},
                {"shipping.md", "en", 2025,
                 "# Shipping\n\nDelivery takes two days on the mainland. The delivery time to an island is "
                 "five days. A "
                 "parcel that is lost or damaged in transit is paid for by the carrier."},
                {"warranty.md", "en", 2023,
                 "# Warranty\n\nThe warranty covers faults of the material for two years. It does not cover "
                 "a screen that "
                 "was broken by a fall."},
                {"account.txt", "en", 2022,
                 "To change your password open the account page. Lost access is restored by mail. Your "
                 "account also lists the "
                 "cards that you saved."},
                {"payment.md", "en", 2025,
                 "# Payment\n\nPay by card, by transfer or by invoice. Gift cards cannot be replaced once "
                 "they are lost."},
                {"rueckgabe.md", "de", 2025,
                 "# Rueckgabe\n\nBeschaedigte Ware kann man 60 Tage lang zurueckgeben, alles andere 30 Tage "
                 "lang."},
                {"press.md", "en", 2021,
                 "# Press\n\nOur response to damage of the brand. Items for the press are sent by mail."}};
    }
};

} // namespace odc::test

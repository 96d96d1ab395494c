// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/sampletexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

struct Ticket
{
    QStringView text;
    QStringView label;
    QStringView answer;
};

constexpr Ticket tickets[] = {
    {u"My order %1 has been on its way for nine days. Where is it?", u"delivery",
     u"I am sorry for the wait. Order %1 left our warehouse and should arrive within two working days."},
    {u"The screen of the tablet I bought (order %1) is cracked on arrival.", u"hardware",
     u"That should not happen. I have opened a replacement for order %1; you need not send anything back "
     u"first."},
    {u"I was charged twice for order %1. Please refund one of the payments.", u"billing",
     u"You are right, order %1 was charged twice. The second payment goes back to your card within five "
     u"days."},
    {u"How do I reset the password of my account? The mail never comes.", u"account",
     u"Please look into the spam folder first. I have also sent the reset mail once more just now."},
    {u"The coffee machine from order %1 leaks water after two weeks.", u"hardware",
     u"Please switch it off. For order %1 the guarantee applies, and a repair is free of charge."},
    {u"Can I change the delivery address of order %1? I am moving on Friday.", u"delivery",
     u"Yes. Order %1 has not been handed over yet; send me the new address and I will change it."},
    {u"Your invoice for order %1 lacks our VAT number.", u"billing",
     u"Thank you for the hint. A corrected invoice for order %1 is in your account now."},
    {u"I love the new app, but it forgets my language setting every time.", u"account",
     u"Thank you! The language is kept from version 4.2 on, which is out this week."},
};

const Ticket &ticket(int i)
{
    return tickets[uint(i) * 2654435761u % std::size(tickets)];
}

QString filled(QStringView text, int i)
{
    return text.toString().replace(u"%1"_s, u"A-%1"_s.arg(48210 + i * 7));
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray customId(const QByteArray &prefix, int i)
{
    return prefix + '-' + QByteArray::number(i).rightJustified(6, '0');
}

QJsonObject message(const QString &role, const QString &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

QString instruction()
{
    return u"You sort support tickets. Answer with one word: delivery, hardware, billing or account."_s;
}

} // namespace

QByteArray chatBatchInput(int lines, const QByteArray &prefix)
{
    QByteArray text;
    for (int i = 1; i <= lines; ++i) {
        const QJsonArray messages{message(u"system"_s, instruction()),
                                  message(u"user"_s, filled(ticket(i).text, i))};
        text += line({{u"custom_id"_s, QString::fromLatin1(customId(prefix, i))},
                      {u"method"_s, u"POST"_s},
                      {u"url"_s, u"/v1/chat/completions"_s},
                      {u"body"_s, QJsonObject{{u"model"_s, u"gpt-4.1-mini"_s},
                                              {u"messages"_s, messages},
                                              {u"max_tokens"_s, 8}}}});
    }
    return text;
}

QByteArray chatBatchOutput(int lines, const QByteArray &prefix, int failedStep)
{
    QByteArray text;
    for (int n = 0; n < lines; ++n) {
        const int i = (n * 7) % lines + 1; // 7 divides none of the sample sizes, so that each line comes once
        if (failedStep > 0 && i % failedStep == 0)
            continue;
        const QJsonObject choice{{u"index"_s, 0},
                                 {u"message"_s, message(u"assistant"_s, ticket(i).label.toString())},
                                 {u"finish_reason"_s, u"stop"_s}};
        const QJsonObject usage{
            {u"prompt_tokens"_s, 44 + i % 9}, {u"completion_tokens"_s, 1}, {u"total_tokens"_s, 45 + i % 9}};
        const QJsonObject body{{u"id"_s, u"chatcmpl-%1"_s.arg(i, 6, 36, QChar(u'0'))},
                               {u"object"_s, u"chat.completion"_s},
                               {u"created"_s, 1763000000 + n},
                               {u"model"_s, u"gpt-4.1-mini"_s},
                               {u"choices"_s, QJsonArray{choice}},
                               {u"usage"_s, usage}};
        text += line({{u"id"_s, u"batch_req_%1"_s.arg(n, 6, 36, QChar(u'0'))},
                      {u"custom_id"_s, QString::fromLatin1(customId(prefix, i))},
                      {u"response"_s, QJsonObject{{u"status_code"_s, 200},
                                                  {u"request_id"_s, u"req_%1"_s.arg(i, 8, 16, QChar(u'0'))},
                                                  {u"body"_s, body}}},
                      {u"error"_s, QJsonValue::Null}});
    }
    return text;
}

QByteArray chatBatchErrors(int lines, const QByteArray &prefix, int step)
{
    QByteArray text;
    for (int i = step; i <= lines; i += step) {
        const QJsonObject error{{u"message"_s, u"Rate limit reached for gpt-4.1-mini."_s},
                                {u"type"_s, u"requests"_s},
                                {u"param"_s, QJsonValue::Null},
                                {u"code"_s, u"rate_limit_exceeded"_s}};
        text += line({{u"id"_s, u"batch_req_e%1"_s.arg(i)},
                      {u"custom_id"_s, QString::fromLatin1(customId(prefix, i))},
                      {u"response"_s, QJsonObject{{u"status_code"_s, 429},
                                                  {u"request_id"_s, u"req_%1"_s.arg(i, 8, 16, QChar(u'0'))},
                                                  {u"body"_s, QJsonObject{{u"error"_s, error}}}}},
                      {u"error"_s, QJsonValue::Null}});
    }
    return text;
}

QByteArray embeddingsBatchInput(int lines)
{
    QByteArray text;
    for (int i = 1; i <= lines; ++i)
        text += line({{u"custom_id"_s, QString::fromLatin1(customId("e", i))},
                      {u"method"_s, u"POST"_s},
                      {u"url"_s, u"/v1/embeddings"_s},
                      {u"body"_s, QJsonObject{{u"model"_s, u"text-embedding-3-small"_s},
                                              {u"input"_s, filled(ticket(i).text, i)}}}});
    return text;
}

QByteArray trainingExamples(int lines, int seed)
{
    QByteArray text;
    for (int i = seed; i < seed + lines; ++i) {
        const QJsonArray messages{message(u"system"_s, u"You are the friendly support of Acme. Be brief."_s),
                                  message(u"user"_s, filled(ticket(i).text, i)),
                                  message(u"assistant"_s, filled(ticket(i).answer, i))};
        text += line({{u"messages"_s, messages}});
    }
    return text;
}

QByteArray preferencePairs(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i) {
        const QJsonArray question{message(u"user"_s, filled(ticket(i).text, i))};
        const QJsonArray good{message(u"assistant"_s, filled(ticket(i).answer, i))};
        const QJsonArray bad{message(u"assistant"_s, u"Please call us."_s)};
        text += line({{u"input"_s, QJsonObject{{u"messages"_s, question}}},
                      {u"preferred_output"_s, good},
                      {u"non_preferred_output"_s, bad}});
    }
    return text;
}

QByteArray stepMetrics(int steps, bool complete)
{
    QByteArray text = "step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy\n";
    for (int step = 1; step <= steps; ++step) {
        const double fall = std::exp(-double(step) / (double(steps) / 3));
        const double noise = std::sin(step * 1.7) * 0.04;
        const auto number = [](double value) { return QByteArray::number(value, 'f', 5); };
        text += QByteArray::number(step) + ',' + number(0.42 + 1.6 * fall + noise) + ',' +
                number(0.93 - 0.35 * fall - noise / 2) + ',';
        if (step % 10 == 0)
            text += number(0.51 + 1.5 * fall + noise / 2) + ',' + number(0.91 - 0.33 * fall);
        else
            text += ',';
        text += '\n';
    }
    // A job that broke off leaves a table whose last line is cut.
    return complete ? text : text.left(text.size() - 17);
}

QByteArray evalItems(int lines, bool withSample)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i) {
        const QString label = ticket(i).label.toString();
        QJsonObject object{
            {u"item"_s, QJsonObject{{u"text"_s, filled(ticket(i).text, i)}, {u"label"_s, label}}}};
        if (withSample)
            object.insert(u"sample"_s, QJsonObject{{u"output_text"_s, i % 8 == 3 ? u"other"_s : label}});
        text += line(object);
    }
    return text;
}

QByteArray catalogueCsv(int rows)
{
    static constexpr const char *goods[] = {"Kaffeemaschine", "Wasserkocher", "Toaster", "Standmixer",
                                            "Pürierstab"};
    QByteArray text = "Artikelnummer;Bezeichnung;Preis in EUR;Bestand;Lagerort\n";
    for (int i = 0; i < rows; ++i) {
        text += "KX-" + QByteArray::number(1000 + i) + ';' + goods[i % std::size(goods)] + " Modell " +
                QByteArray::number(200 + i * 3) + ';' + QByteArray::number(19 + (i * 37) % 180) + ",90;" +
                QByteArray::number((i * 53) % 240) + ";Regal " + char('A' + i % 6) +
                QByteArray::number(i % 20) + '\n';
    }
    return text;
}

QByteArray salesCsv(int rows)
{
    static constexpr const char *regions[] = {"North", "South", "East", "West"};
    QByteArray text = "week,region,orders,returns,revenue\n";
    for (int i = 0; i < rows; ++i) {
        const int orders = 180 + (i * 97) % 320;
        text += "2026-W" + QByteArray::number(1 + i / 4).rightJustified(2, '0') + ',' + regions[i % 4] + ',' +
                QByteArray::number(orders) + ',' + QByteArray::number(orders / 19) + ',' +
                QByteArray::number(orders * 41.37, 'f', 2) + '\n';
    }
    return text;
}

QByteArray callTranscripts(int calls)
{
    QByteArray text;
    for (int i = 0; i < calls; ++i) {
        const QJsonArray turns{message(u"caller"_s, filled(ticket(i).text, i)),
                               message(u"agent"_s, filled(ticket(i).answer, i)),
                               message(u"caller"_s, u"All right, thank you."_s)};
        text += line({{u"item"_s, QJsonObject{{u"call_id"_s, u"C-%1"_s.arg(7000 + i)},
                                              {u"seconds"_s, 60 + (i * 41) % 400},
                                              {u"turns"_s, turns},
                                              {u"topic"_s, ticket(i).label.toString()}}}});
    }
    return text;
}

QByteArray handbookMarkdown()
{
    return R"(# Support handbook 2026

How we answer customers, and what we may promise them.

## 1. Tone

Say what happened, what we do about it, and when. No excuses, no jargon. One apology is enough.

## 2. Delivery

| Service  | Days | Cut-off |
|----------|------|---------|
| Standard | 3-5  | 16:00   |
| Express  | 1    | 12:00   |
| Bulky    | 7-10 | 10:00   |

A parcel counts as lost after **12 working days**. Then we send a second one at once, without waiting for the carrier.

## 3. Money

- Refunds go back the way they came, within five working days.
- Double charges are refunded without asking.
- Vouchers are never a replacement for money unless the customer prefers them.

## 4. When to hand over

Hand over to a person when someone mentions a lawyer, an injury, or asks twice for a human being.
)";
}

QByteArray returnsPolicyMarkdown()
{
    return R"(# Returns policy

You may return anything within **30 days**, unused and in its box, and get all of your money back.

1. Ask for a label in your account, or write to us with the order number.
2. Pack the goods so that they survive the way.
3. Hand the parcel in at any shop of the carrier named on the label.

Opened hygiene goods and goods made to measure cannot be returned. Defects are another matter: for these the
guarantee of two years applies, and we pay the way back.
)";
}

QByteArray releaseNotesMarkdown()
{
    return R"(# Release notes, app 4.2

* The language you choose is kept.
* Orders can be searched by product, not only by number.
* Dark mode follows the system.
* Fixed: the cart lost its contents after an update.
)";
}

QByteArray faqHtml()
{
    return R"(<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Questions fréquentes</title></head>
<body>
<h1>Questions fréquentes</h1>
<h2>Où est ma commande&nbsp;?</h2>
<p>Le suivi se trouve dans votre compte, sous <em>Mes commandes</em>. Comptez trois à cinq jours ouvrés.</p>
<h2>Comment renvoyer un article&nbsp;?</h2>
<p>Demandez une étiquette dans les 30 jours. Le retour est gratuit.</p>
<h2>Puis-je changer l’adresse de livraison&nbsp;?</h2>
<p>Oui, tant que le colis n’a pas quitté notre entrepôt.</p>
</body>
</html>
)";
}

QByteArray storeDirectoryJson()
{
    const QJsonArray stores{
        QJsonObject{{u"city"_s, u"Hamburg"_s}, {u"street"_s, u"Lange Reihe 14"_s}, {u"open"_s, u"10-19"_s}},
        QJsonObject{{u"city"_s, u"Lyon"_s}, {u"street"_s, u"12 rue Mercière"_s}, {u"open"_s, u"10-19"_s}},
        QJsonObject{{u"city"_s, u"Leeds"_s}, {u"street"_s, u"3 Albion Place"_s}, {u"open"_s, u"9-18"_s}},
    };
    return QJsonDocument(QJsonObject{{u"version"_s, 3}, {u"stores"_s, stores}}).toJson();
}

QByteArray glossaryText()
{
    return "SLA    time within which a ticket must be answered\n"
           "RMA    number under which goods come back to us\n"
           "CSAT   how content customers say they are, 1 to 5\n"
           "FCR    share of tickets solved with the first answer\n"
           "churn  share of customers who leave within a quarter\n";
}

} // namespace odc::server

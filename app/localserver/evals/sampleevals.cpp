// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/sampleevals.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

/** A number from 0 to 999 that looks random and is the same every time. */
int chance(const QString &what, qsizetype row)
{
    const QByteArray digest =
        QCryptographicHash::hash(u"%1:%2"_s.arg(what).arg(row).toUtf8(), QCryptographicHash::Md5);
    return int(qFromBigEndian<quint32>(digest.constData()) % 1000);
}

QJsonObject stringCheck(const QString &name, const QString &input, const QString &reference,
                        const QString &operation)
{
    return {{u"type"_s, u"string_check"_s},
            {u"name"_s, name},
            {u"input"_s, input},
            {u"reference"_s, reference},
            {u"operation"_s, operation}};
}

QJsonObject textSimilarity(const QString &name, const QString &reference, const QString &metric,
                           double threshold)
{
    return {{u"type"_s, u"text_similarity"_s},         {u"name"_s, name},
            {u"input"_s, u"{{sample.output_text}}"_s}, {u"reference"_s, reference},
            {u"evaluation_metric"_s, metric},          {u"pass_threshold"_s, threshold}};
}

QJsonArray judgeInput(const QString &task)
{
    return {QJsonObject{{u"role"_s, u"developer"_s}, {u"content"_s, task}},
            QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"{{sample.output_text}}"_s}}};
}

QJsonObject schemaOf(const QStringList &members)
{
    QJsonObject properties;
    for (const QString &member : members)
        properties[member] = QJsonObject{{u"type"_s, u"string"_s}};
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"required"_s, QJsonArray::fromStringList(members)},
            {u"additionalProperties"_s, false}};
}

SampleRun completedRun(const QString &name, const QString &model, qint64 age, double temperature, qsizetype rows)
{
    SampleRun run;
    run.name = name;
    run.model = model;
    run.ageSeconds = age;
    run.status = u"completed"_s;
    run.done = rows;
    run.sampling = {{u"temperature"_s, temperature}};
    return run;
}

QString listedAt(const char *const *texts, size_t count, qsizetype at)
{
    return QString::fromUtf8(texts[size_t(at) % count]);
}

// --- Triage: which queue does a message belong to?

/** A message, its queue, and how three models do on it: p right, f wrong, e no answer. */
struct Ticket
{
    const char *text;
    const char *label;
    const char *outcomes;
};

constexpr Ticket tickets[] = {
    {"Where is my parcel? It says delivered", "delivery.lost", "pff"},
    {"Cancel my plan but keep my data", "account.cancel", "pfp"},
    {"Quiero una factura con NIF", "billing.invoice", "pfp"},
    {"App crashes on login, Pixel 9", "app.crash", "pff"},
    {"Discount code SAVE20 not working", "billing.discount", "fpp"},
    {"Refund to another card", "billing.refund", "fpp"},
    {"Change delivery address", "delivery.address", "ppp"},
    {"Password reset mail never came", "account.password", "ppf"},
    {"Need an invoice for October", "billing.invoice", "ppp"},
    {"Why was I charged twice", "billing.charge", "ffp"},
    {"Can I pause my subscription", "account.pause", "ppp"},
    {"Speak to a person", "human", "pep"},
    {"Mein Paket ist seit einer Woche unterwegs", "delivery.late", "ppp"},
    {"Der Toaster wird nicht mehr heiß", "product.fault", "ppp"},
    {"Où en est ma commande ?", "delivery.late", "pfp"},
    {"Le code promo ne s'applique pas au panier", "billing.discount", "ppp"},
    {"La aplicación se cierra al pagar", "app.crash", "ppp"},
    {"No me llega el correo para cambiar la contraseña", "account.password", "ppp"},
    {"Vorrei parlare con un operatore", "human", "ppp"},
    {"Il pacco è arrivato aperto", "product.fault", "fpp"},
    {"Quero mudar o endereço de entrega", "delivery.address", "ppp"},
    {"Ik ben twee keer belast voor dezelfde bestelling", "billing.charge", "ppp"},
    {"Does the X200 fit under a 40 cm cupboard?", "product.question", "ppp"},
    {"Bitte kündigen Sie mein Konto zum Monatsende", "account.cancel", "ppp"},
    {"The courier left it with a neighbour who never got it", "delivery.lost", "ppp"},
    {"Two-factor code is always wrong", "app.login", "pfp"},
    {"I was promised next-day delivery", "delivery.late", "ppp"},
    {"Remboursement toujours pas reçu", "billing.refund", "ppp"},
    {"请问我的包裹到哪里了?", "delivery.late", "ppp"},
    {"注文をキャンセルしたい", "account.cancel", "fpp"},
    {"Rechnung bitte auf die Firma ausstellen", "billing.invoice", "ppp"},
    {"The kettle leaks from the lid", "product.fault", "ppp"},
    {"¿Tiene garantía fuera de la UE?", "product.question", "ppp"},
    {"Kan jeg sætte abonnementet på pause?", "account.pause", "ppf"},
    {"Login loop after the last update", "app.login", "ppp"},
    {"Wrong size delivered, please send the right one", "product.fault", "ppp"},
    {"Hvor er pakken min?", "delivery.late", "ppp"},
    {"My card was charged but there is no order", "billing.charge", "ppp"},
    {"Zwrot na inną kartę", "billing.refund", "pfp"},
    {"Stop writing to me and let me talk to someone", "human", "ppp"},
};

/** The queue that a model mistakes another one for. */
QString confusedWith(const QString &label)
{
    static const QHash<QString, QString> confusions{
        {u"delivery.lost"_s, u"delivery.late"_s},
        {u"delivery.late"_s, u"delivery.lost"_s},
        {u"delivery.address"_s, u"delivery.late"_s},
        {u"billing.invoice"_s, u"billing.charge"_s},
        {u"billing.charge"_s, u"billing.refund"_s},
        {u"billing.refund"_s, u"billing.charge"_s},
        {u"billing.discount"_s, u"product.question"_s},
        {u"account.password"_s, u"app.login"_s},
        {u"account.cancel"_s, u"account.pause"_s},
        {u"account.pause"_s, u"account.cancel"_s},
        {u"app.crash"_s, u"app.login"_s},
        {u"app.login"_s, u"app.crash"_s},
        {u"product.fault"_s, u"product.question"_s},
        {u"product.question"_s, u"human"_s},
        {u"human"_s, u"account.cancel"_s},
    };
    return confusions.value(label, u"human"_s);
}

constexpr qsizetype ticketCount = qsizetype(std::size(tickets));
constexpr qsizetype triageRows = 3 * ticketCount;

QString triageText(qsizetype row)
{
    const QString text = QString::fromUtf8(tickets[row % ticketCount].text);
    if (row < ticketCount)
        return text;
    return row < 2 * ticketCount ? u"%1 (order %2)"_s.arg(text).arg(480211 + row * 37)
                                 : u"%1\n\nSent from my phone"_s.arg(text);
}

QString triageLabel(qsizetype row)
{
    return QString::fromUtf8(tickets[row % ticketCount].label);
}

/** What the model in that column of the outcomes answers. The variants of a message go wrong now and then. */
SampleAnswer triageAnswer(const QString &model, int column, qsizetype row)
{
    char outcome = row < ticketCount ? tickets[row].outcomes[column] : 'p';
    if (row >= ticketCount && chance(model, row) < 45)
        outcome = chance(model + u"!"_s, row) < 120 ? 'e' : 'f';
    if (outcome == 'e')
        return {{}, u"The model was overloaded and gave no answer after three attempts."_s};
    const QString label = triageLabel(row);
    return {outcome == 'f' ? confusedWith(label) : label, {}};
}

SampleRun triageRun(const QString &name, const QString &model, int column, qint64 age)
{
    SampleRun run = completedRun(name, model, age, 0, triageRows);
    run.sampling[u"seed"_s] = 42;
    run.sampling[u"max_completion_tokens"_s] = 16;
    run.answer = [name, column](qsizetype row) { return triageAnswer(name, column, row); };
    return run;
}

SampleEval triage()
{
    SampleEval eval;
    eval.name = u"triage golden"_s;
    eval.ageSeconds = 16 * day;
    eval.metadata = {{u"owner"_s, u"support"_s}, {u"data"_s, u"golden set, October"_s}};
    eval.itemSchema = schemaOf({u"text"_s, u"label"_s});
    eval.criteria = {
        stringCheck(u"exact"_s, u"{{sample.output_text}}"_s, u"{{item.label}}"_s, u"eq"_s),
        textSimilarity(u"near"_s, u"{{item.label}}"_s, u"fuzzy_match"_s, 0.8),
    };
    eval.instructions = u"Sort the message into one queue. Answer with the name of the queue only."_s;
    eval.question = u"{{item.text}}"_s;
    for (qsizetype row = 0; row < triageRows; ++row)
        eval.rows.append(QJsonObject{{u"text"_s, triageText(row)}, {u"label"_s, triageLabel(row)}});
    eval.runs = {triageRun(u"v13 mini"_s, u"ft:gpt-4.1-mini:acme:triage-v13:B2kq"_s, 0, 9 * day),
                 triageRun(u"v14 mini"_s, u"ft:gpt-4.1-mini:acme:triage-v14:C7xz"_s, 1, 2 * day),
                 triageRun(u"gpt-4.1"_s, u"gpt-4.1-2025-04-14"_s, 2, 2 * day - hour)};
    SampleRun stopped =
        triageRun(u"v14 mini, temp 1"_s, u"ft:gpt-4.1-mini:acme:triage-v14:C7xz"_s, 1, 20 * hour);
    stopped.status = u"canceled"_s;
    stopped.done = 58;
    stopped.sampling[u"temperature"_s] = 1;
    eval.runs.append(stopped);
    SampleRun failed = triageRun(u"o4-mini"_s, u"o4-mini-2025-04-16"_s, 2, 19 * hour);
    failed.status = u"failed"_s;
    failed.done = 0;
    failed.error = u"The model 'o4-mini-2025-04-16' does not support the parameter 'temperature'."_s;
    eval.runs.append(failed);
    return eval;
}

// --- Tone of voice: is the answer to a complaint kind?

constexpr const char *complaints[] = {
    "My order is three days late and nobody answers.",
    "Die Maschine ist nach zwei Wochen kaputt gegangen!",
    "You sent me the wrong colour. Again.",
    "J'attends mon remboursement depuis un mois.",
    "The app logged me out in the middle of paying.",
    "Nadie me contesta en el chat.",
    "I have explained this to four people now.",
    "The box was open when it arrived.",
    "Your voucher does not work on anything I want.",
    "Warum kostet der Rückversand plötzlich Geld?",
};

constexpr const char *kindReplies[] = {
    "I am sorry about that. I have looked into it and will stay with you until it is solved.",
    "That should not have happened, and I understand that it is annoying. Here is what I will do now.",
    "Thank you for telling us. A replacement leaves our warehouse today, at no cost for you.",
};

constexpr const char *curtReplies[] = {
    "As stated in the terms, this is not our responsibility.",
    "You should have read the description before ordering.",
};

SampleRun toneRun(const QString &name, const QString &model, qint64 age, int curt, qsizetype rows)
{
    SampleRun run = completedRun(name, model, age, 0.7, rows);
    const auto isCurt = [name, curt](qsizetype row) { return chance(name, row) < curt; };
    run.answer = [isCurt](qsizetype row) {
        return SampleAnswer{isCurt(row) ? listedAt(curtReplies, std::size(curtReplies), row)
                                        : listedAt(kindReplies, std::size(kindReplies), row),
                            {}};
    };
    run.judge = [isCurt](qsizetype row) { return isCurt(row) ? u"curt"_s : u"kind"_s; };
    return run;
}

SampleEval tone()
{
    constexpr qsizetype rows = 40;
    SampleEval eval;
    eval.name = u"tone of voice"_s;
    eval.ageSeconds = 30 * day;
    eval.metadata = {{u"owner"_s, u"brand"_s}};
    eval.itemSchema = schemaOf({u"message"_s});
    eval.criteria = {
        QJsonObject{{u"type"_s, u"label_model"_s},
                    {u"name"_s, u"kind"_s},
                    {u"model"_s, u"gpt-4.1-mini"_s},
                    {u"input"_s, judgeInput(u"Is this answer to a customer kind or curt?"_s)},
                    {u"labels"_s, QJsonArray{u"kind"_s, u"curt"_s}},
                    {u"passing_labels"_s, QJsonArray{u"kind"_s}}},
    };
    eval.instructions = u"Answer the customer in two sentences."_s;
    eval.question = u"{{item.message}}"_s;
    for (qsizetype row = 0; row < rows; ++row)
        eval.rows.append(QJsonObject{
            {u"message"_s, u"%1 [%2]"_s.arg(listedAt(complaints, std::size(complaints), row)).arg(row + 1)}});
    eval.runs = {toneRun(u"handbook 2025"_s, u"gpt-4o-mini-2024-07-18"_s, 29 * day, 260, rows),
                 toneRun(u"handbook 2026"_s, u"gpt-4.1-mini-2025-04-14"_s, 12 * day, 120, rows),
                 toneRun(u"handbook 2026, short"_s, u"gpt-4.1-nano-2025-04-14"_s, 11 * day, 210, rows)};
    return eval;
}

// --- SKU extraction: structured output

QString sku(qsizetype row)
{
    return u"KX-%1"_s.arg(1000 + row * 7);
}

SampleRun skuRun(const QString &name, const QString &model, qint64 age, int wrong, qsizetype rows)
{
    SampleRun run = completedRun(name, model, age, 0, rows);
    run.answer = [name, wrong](qsizetype row) -> SampleAnswer {
        const bool slip = chance(name, row) < wrong;
        if (slip && chance(name, row) % 3 == 0)
            return {u"The article number is %1."_s.arg(sku(row)),
                    {}}; // no JSON: the criterion has nothing to read
        const QString read = slip ? sku(row).replace(u'0', u'O') : sku(row);
        const QJsonObject output{{u"sku"_s, read}, {u"quantity"_s, 1 + int(row % 4)}};
        return {QString::fromUtf8(QJsonDocument(output).toJson(QJsonDocument::Compact)), {}};
    };
    return run;
}

SampleEval skuExtraction()
{
    constexpr qsizetype rows = 60;
    SampleEval eval;
    eval.name = u"sku extraction"_s;
    eval.ageSeconds = 45 * day;
    eval.metadata = {{u"owner"_s, u"catalogue"_s}};
    eval.itemSchema = schemaOf({u"line"_s, u"sku"_s});
    eval.criteria = {stringCheck(u"sku"_s, u"{{sample.output_json.sku}}"_s, u"{{item.sku}}"_s, u"eq"_s)};
    eval.instructions = u"Read the order line. Answer with JSON: {\"sku\": ..., \"quantity\": ...}"_s;
    eval.question = u"{{item.line}}"_s;
    for (qsizetype row = 0; row < rows; ++row)
        eval.rows.append(QJsonObject{
            {u"line"_s,
             u"%1 x %2 Kaffeemaschine, Lager %3"_s.arg(1 + row % 4).arg(sku(row)).arg(row % 6 + 1)},
            {u"sku"_s, sku(row)}});
    eval.runs = {skuRun(u"nano"_s, u"gpt-4.1-nano-2025-04-14"_s, 40 * day, 180, rows),
                 skuRun(u"mini"_s, u"gpt-4.1-mini-2025-04-14"_s, 40 * day - hour, 60, rows),
                 skuRun(u"mini, strict schema"_s, u"gpt-4.1-mini-2025-04-14"_s, 6 * day, 20, rows),
                 skuRun(u"nano, strict schema"_s, u"gpt-4.1-nano-2025-04-14"_s, 6 * day - hour, 90, rows)};
    return eval;
}

// --- Refund policy: free text against a reference, and a score

constexpr const char *refundQuestions[] = {
    "Can I return shoes that I wore outside?",     "How long do I have to send something back?",
    "Who pays for the return of a faulty kettle?", "I lost the receipt. Can I still return it?",
    "Kann ich einen Gutschein zurückgeben?",       "When will I see the money?",
};

constexpr const char *refundAnswers[] = {
    "Shoes that were worn outside cannot be returned.",
    "You can send articles back within 30 days of delivery.",
    "We pay for the return of faulty articles.",
    "Yes, the order number is enough.",
    "Gutscheine können nicht zurückgegeben werden.",
    "Refunds arrive within 5 working days after we received the parcel.",
};

SampleRun refundRun(const QString &name, const QString &model, qint64 age, int wrong, qsizetype rows)
{
    SampleRun run = completedRun(name, model, age, 0.2, rows);
    const auto isWrong = [name, wrong](qsizetype row) { return chance(name, row) < wrong; };
    run.answer = [isWrong](qsizetype row) -> SampleAnswer {
        const QString right = listedAt(refundAnswers, std::size(refundAnswers), row);
        if (isWrong(row))
            return {listedAt(refundAnswers, std::size(refundAnswers), row + 2), {}};
        return {row % 2 == 0 ? right : u"Certainly! "_s + right, {}};
    };
    run.judge = [isWrong](qsizetype row) { return QString::number(isWrong(row) ? 2 : 4 + row % 2); };
    return run;
}

SampleEval refundPolicy()
{
    constexpr qsizetype rows = 30;
    SampleEval eval;
    eval.name = u"refund policy"_s;
    eval.ageSeconds = 21 * day;
    eval.metadata = {{u"owner"_s, u"support"_s}, {u"policy"_s, u"2026-09"_s}};
    eval.itemSchema = schemaOf({u"question"_s, u"answer"_s});
    eval.criteria = {
        textSimilarity(u"close"_s, u"{{item.answer}}"_s, u"rouge_l"_s, 0.6),
        QJsonObject{
            {u"type"_s, u"score_model"_s},
            {u"name"_s, u"correct"_s},
            {u"model"_s, u"gpt-4.1"_s},
            {u"input"_s, judgeInput(u"Rate from 1 to 5 how far this agrees with the refund policy."_s)},
            {u"range"_s, QJsonArray{1, 5}},
            {u"pass_threshold"_s, 4}},
    };
    eval.instructions = u"Answer by the refund policy, in one sentence."_s;
    eval.question = u"{{item.question}}"_s;
    for (qsizetype row = 0; row < rows; ++row)
        eval.rows.append(
            QJsonObject{{u"question"_s, listedAt(refundQuestions, std::size(refundQuestions), row)},
                        {u"answer"_s, listedAt(refundAnswers, std::size(refundAnswers), row)}});
    eval.runs = {refundRun(u"with handbook"_s, u"gpt-4.1-2025-04-14"_s, 20 * day, 70, rows),
                 refundRun(u"without handbook"_s, u"gpt-4.1-2025-04-14"_s, 20 * day - hour, 420, rows)};
    return eval;
}

} // namespace

QList<SampleEval> sampleEvals()
{
    return {skuExtraction(), tone(), refundPolicy(), triage()};
}

} // namespace odc::server

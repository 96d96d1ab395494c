// SPDX-License-Identifier: GPL-3.0-or-later
// The results of a batch: the joined grid, a failure read beside it, a search, several attempts, states
// without rows.
#include "shots/shots.h"

#include "gui/support/resultsbench.h"
#include "ui/widgets/progressstrip.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int ticketCount = 12'000;

struct Ticket
{
    QString request;
    QString answer;
};

Ticket ticket(int i)
{
    static const QList<Ticket> tickets{
        {u"printer stopped working after the update of Tuesday, three desks are affected"_s,
         u"Printer lost driver after 24H2 update"_s},
        {u"refund for order 88123, the parcel never arrived though the site says delivered"_s,
         u"Customer asks refund, item never arrived"_s},
        {u"VPN drops every hour on the dot since Monday morning, only in the Kraków office"_s,
         u"VPN session resets hourly since Monday"_s},
        {u"cannot export the quarterly report, the button is grey for everybody in finance"_s,
         u"Export button greyed out for viewers"_s},
    };
    return tickets.at((i * 7 + i / 5) % tickets.size());
}

/// What becomes of a ticket, as in the drawing: 214 are too long, 96 too fast, 21 meet a broken server, 81
/// are too late.
enum class Fate { Answered, TooLong, TooFast, Broken, Late };
Fate fateOf(int i)
{
    const int mixed = (i * 7919) % ticketCount;
    return mixed < 214   ? Fate::TooLong
           : mixed < 310 ? Fate::TooFast
           : mixed < 331 ? Fate::Broken
           : mixed < 412 ? Fate::Late
                         : Fate::Answered;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject answered(const QString &id, int status, const QJsonObject &body)
{
    return {{u"id"_s, u"batch_req_"_s + id},
            {u"custom_id"_s, id},
            {u"response"_s, QJsonObject{{u"status_code"_s, status},
                                        {u"request_id"_s, u"req_81c0f2"_s + id.right(3)},
                                        {u"body"_s, body}}},
            {u"error"_s, QJsonValue()}};
}

QJsonObject refused(const QString &id, int status, const QString &message, const QString &code,
                    const QJsonValue &param = {})
{
    return answered(id, status,
                    {{u"error"_s, QJsonObject{{u"message"_s, message},
                                              {u"type"_s, u"invalid_request_error"_s},
                                              {u"param"_s, param},
                                              {u"code"_s, code}}}});
}

struct Files
{
    QByteArray input;
    QByteArray output;
    QByteArray errors;
};

/// The tickets' files; `only` what the first attempt left, of which some are answered now.
Files ticketFiles(bool only)
{
    Files files;
    for (int i = 0; i < ticketCount; ++i) {
        const QString id = u"ticket-%1"_s.arg(4100 + i);
        const Fate fate = fateOf(i);
        if (only && fate == Fate::Answered)
            continue;
        const Ticket of = ticket(i);
        files.input += compact(
            {{u"custom_id"_s, id},
             {u"method"_s, u"POST"_s},
             {u"url"_s, u"/v1/chat/completions"_s},
             {u"body"_s,
              QJsonObject{
                  {u"model"_s, u"gpt-4.1-mini"_s},
                  {u"messages"_s,
                   QJsonArray{
                       QJsonObject{{u"role"_s, u"system"_s},
                                   {u"content"_s,
                                    u"You write one line for a support queue. No names, no numbers."_s}},
                       QJsonObject{
                           {u"role"_s, u"user"_s},
                           {u"content"_s, u"Summarise this ticket in one line: "_s + of.request}}}}}}});
        if (fate == Fate::Answered || (only && fate != Fate::TooLong)) {
            const int tokens = 60 + (i * 13) % 35;
            files.output += compact(answered(
                id, 200,
                {{u"model"_s, u"gpt-4.1-mini"_s},
                 {u"choices"_s, QJsonArray{QJsonObject{{u"index"_s, 0},
                                                       {u"message"_s, QJsonObject{{u"role"_s, u"assistant"_s},
                                                                                  {u"content"_s, of.answer}}},
                                                       {u"finish_reason"_s, u"stop"_s}}}},
                 {u"usage"_s,
                  QJsonObject{{u"prompt_tokens"_s, tokens - 12}, {u"completion_tokens"_s, 12}}}}));
        } else if (fate == Fate::TooLong) {
            files.errors += compact(
                refused(id, 400, u"max_tokens is too large: 900000"_s, u"max_tokens"_s, u"max_tokens"_s));
        } else if (fate == Fate::TooFast) {
            files.errors +=
                compact(refused(id, 429, u"Rate limit reached for gpt-4.1-mini"_s, u"rate_limit"_s));
        } else if (fate == Fate::Broken) {
            files.errors += compact(refused(id, 500, u"The server had an error"_s, u"server_error"_s));
        } else {
            files.errors += compact(
                {{u"id"_s, u"batch_req_"_s + id},
                 {u"custom_id"_s, id},
                 {u"response"_s, QJsonValue()},
                 {u"error"_s,
                  QJsonObject{
                      {u"code"_s, u"batch_expired"_s},
                      {u"message"_s,
                       u"This request could not be executed before the completion window expired."_s}}}});
        }
    }
    return files;
}

QJsonObject usage(qint64 in, qint64 out)
{
    return {{u"usage"_s,
             QJsonObject{{u"input_tokens"_s, in}, {u"output_tokens"_s, out}, {u"total_tokens"_s, in + out}}}};
}

} // namespace

bool Shots::openResults(int attempts, const QJsonObject &more)
{
    if (!m_console->openLocal())
        return false;
    m_results = std::make_unique<ResultsBench>(*m_console);
    const Files first = ticketFiles(false);
    QJsonObject said{{u"status"_s, u"expired"_s}};
    const QJsonObject used = usage(15'400'000, 420'000);
    for (auto it = used.begin(); it != used.end(); ++it)
        said.insert(it.key(), it.value());
    for (auto it = more.begin(); it != more.end(); ++it)
        said.insert(it.key(), it.value());
    const bool running = said.value("status"_L1).toString() == "in_progress"_L1;
    QList<BatchObject> chain{m_results->batch(u"batch_692101f0c4"_s, first.input,
                                              running ? QByteArray() : first.output,
                                              running ? QByteArray() : first.errors, said)};
    if (attempts > 1) {
        const Files second = ticketFiles(true);
        QJsonObject links = usage(40'000, 2'400);
        links.insert(u"metadata"_s,
                     QJsonObject{{u"odc_first_batch"_s, u"batch_692101f0c4"_s}, {u"odc_attempt"_s, u"1"_s}});
        chain << m_results->batch(u"batch_692101f77a"_s, second.input, second.output, second.errors, links);
    }
    m_results->open({1190, 786});
    if (!m_results->show(chain))
        return false;
    // Texts come from the files.
    return running || eventually([this] {
               return m_results->table()->model()->index(8, 0).data().toString() != u"…"_s;
           });
}

bool Shots::readTicket(int row)
{
    m_results->pane().list()->selectId(QString::number(row));
    auto *title = m_results->child<QLabel>(u"requestTitle"_s);
    return eventually(
        [=] { return title->isVisible() && title->text().endsWith(QString::number(4100 + row)); });
}

bool Shots::batchResults()
{
    int row = 0;
    while (fateOf(row) != Fate::TooLong)
        ++row;
    return openResults(1) && readTicket(row) && picture(m_results->window());
}

bool Shots::batchResultsBoth()
{
    if (!openResults(1) || !readTicket(2))
        return false;
    m_results->child<QTabBar>(u"requestTabs"_s)->setCurrentIndex(2);
    return picture(m_results->window());
}

bool Shots::batchResultsFiltered()
{
    if (!openResults(1))
        return false;
    for (QAbstractButton *bar :
         m_results->child<QWidget>(u"resultsErrors"_s)->findChildren<QAbstractButton *>()) {
        if (bar->text() == u"429 rate_limit"_s)
            Console::click(bar);
    }
    return eventually([this] { return m_results->pane().list()->shownCount() == 96; }) &&
           picture(m_results->window());
}

bool Shots::batchResultsAttempts()
{
    return openResults(2) && picture(m_results->window());
}

bool Shots::batchResultsRunning()
{
    return openResults(
               1, {{u"status"_s, u"in_progress"_s},
                   {u"request_counts"_s,
                    QJsonObject{{u"total"_s, ticketCount}, {u"completed"_s, 4'812}, {u"failed"_s, 31}}}}) &&
           readTicket(0) && picture(m_results->window());
}

bool Shots::batchResultsRefused()
{
    const QJsonObject error{{u"code"_s, u"duplicate_custom_id"_s},
                            {u"message"_s, u"The custom_id 'ticket-4101' is used more than once."_s},
                            {u"line"_s, 31}};
    return openResults(1, {{u"status"_s, u"failed"_s},
                           {u"errors"_s, QJsonObject{{u"data"_s, QJsonArray{error}}}},
                           {u"request_counts"_s, QJsonObject()}}) &&
           picture(m_results->window());
}

bool Shots::batchResultsPage()
{
    if (!openBatches() || !selectBatch(u"summaries"_s))
        return false;
    m_console->action(u"batches.results"_s)->trigger();
    auto *rows = m_console->await<TableView>(u"resultsTable"_s);
    return rows && eventually([rows] {
               return rows->model()->rowCount() > 0 && rows->model()->index(0, 0).data().toString() != u"…"_s;
           }) &&
           picture(&m_console->window());
}

bool Shots::batchResultsSmall()
{
    if (!openResults(2))
        return false;
    m_results->window()->resize(820, 540);
    return readTicket(3) && picture(m_results->window());
}

} // namespace odc

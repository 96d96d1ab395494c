// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/batchespagetest.h"

#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace odc::test {

using namespace Qt::StringLiterals;

void BatchesPageTest::openConsole()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void BatchesPageTest::closeConsole()
{
    m_console.reset();
    m_proxy.reset();
    m_server.reset();
    m_home.reset();
}

bool BatchesPageTest::openServer(const QStringList &arguments, const std::function<void(Profile &)> &change)
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start(arguments))
        return false;
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    return m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), QLatin1StringView(key), change));
}

bool BatchesPageTest::openStill(const QList<QJsonObject> &batches, const std::function<void(Profile &)> &change)
{
    return openServer({u"--archive"_s}, change) && (batches.isEmpty() || put(batches)) && showBatches();
}

bool BatchesPageTest::openRunning(const QString &timeScale, const std::function<void(Profile &)> &change)
{
    return openServer({u"--time-scale"_s, timeScale}, change) && showBatches();
}

bool BatchesPageTest::showBatches()
{
    m_console->window().showPage(u"batches"_s);
    return eventually([this] {
        const LoadState state = m_console->page()->list()->loadState();
        return state != LoadState::Idle && state != LoadState::Loading;
    });
}

RawReply BatchesPageTest::ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body) const
{
    const Headers headers{{"Authorization", QByteArray("Bearer ") + key}, {"Content-Type", "application/json"}};
    return rawRequest(m_server->url(), method, "/v1" + target, headers,
                      body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

bool BatchesPageTest::put(const QList<QJsonObject> &batches) const
{
    QJsonArray data;
    for (const QJsonObject &batch : batches)
        data.append(batch);
    return rawRequest(m_server->url(), "PUT", "/_local/objects/batches", {{"Content-Type", "application/json"}},
                      QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson())
               .status == 200;
}

bool BatchesPageTest::putFile(const QString &id, const QString &name, const QByteArray &content) const
{
    const QJsonObject file{{u"id"_s, id},           {u"object"_s, u"file"_s},   {u"filename"_s, name},
                           {u"purpose"_s, u"batch"_s}, {u"bytes"_s, content.size()}, {u"created_at"_s, 1'760'000'000},
                           {u"status"_s, u"processed"_s}};
    return rawRequest(m_server->url(), "PUT", "/_local/objects/files", {{"Content-Type", "application/json"}},
                      QJsonDocument(QJsonObject{{u"data"_s, QJsonArray{file}}}).toJson())
                   .status == 200 &&
           rawRequest(m_server->url(), "PUT", "/_local/files/" + id.toUtf8() + "/content",
                      {{"Content-Type", "application/octet-stream"}}, content)
                   .status == 200;
}

QString BatchesPageTest::upload(const QByteArray &lines) const
{
    return postForm(m_server->url(), "/v1/files", {{"purpose", "batch", {}}, {"file", lines, "requests.jsonl"}},
                    {{"Authorization", QByteArray("Bearer ") + key}})
        .json()[u"id"_s]
        .toString();
}

QJsonObject BatchesPageTest::make(const QString &fileId, const QJsonObject &metadata) const
{
    return ask("POST", "/batches",
               {{u"input_file_id"_s, fileId},
                {u"endpoint"_s, u"/v1/chat/completions"_s},
                {u"completion_window"_s, u"24h"_s},
                {u"metadata"_s, metadata}})
        .json();
}

int BatchesPageTest::asked(const QByteArray &method, const QByteArray &path) const
{
    int count = 0;
    const auto all = m_proxy->seen();
    for (const FaultProxy::Seen &seen : all)
        count += seen.method == method && seen.target.split('?').first() == "/v1" + path ? 1 : 0;
    return count;
}

QString BatchesPageTest::cell(const QString &name, const QByteArray &column) const
{
    const qsizetype row = m_console->column("name").indexOf(name);
    return row < 0 ? QString() : m_console->column(column).at(row);
}

QString BatchesPageTest::summary() const
{
    QString text = m_console->page()->findChild<PageHeader *>()->summary();
    return text.replace(u"batch(es)"_s, u"batches"_s).replace(u"1 batch ·"_s, u"1 batches ·"_s);
}

StateOverlay *BatchesPageTest::overlay() const
{
    return m_console->table()->findChild<StateOverlay *>();
}

QJsonObject countsJson(int total, int completed, int failed)
{
    return {{u"total"_s, total}, {u"completed"_s, completed}, {u"failed"_s, failed}};
}

QJsonObject batchJson(const QString &id, const QString &status, const QJsonObject &with)
{
    QJsonObject object{{u"id"_s, id},
                       {u"object"_s, u"batch"_s},
                       {u"endpoint"_s, u"/v1/chat/completions"_s},
                       {u"status"_s, status},
                       {u"input_file_id"_s, u"file-in"_s},
                       {u"completion_window"_s, u"24h"_s},
                       {u"created_at"_s, QDateTime::currentSecsSinceEpoch() - 3600},
                       {u"request_counts"_s, countsJson(0, 0, 0)}};
    for (auto it = with.begin(); it != with.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QByteArray chatLines(const QStringList &words)
{
    QByteArray lines;
    int number = 0;
    for (const QString &text : words) {
        const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, text}};
        const QJsonObject line{{u"custom_id"_s, u"r-%1"_s.arg(++number)},
                               {u"method"_s, u"POST"_s},
                               {u"url"_s, u"/v1/chat/completions"_s},
                               {u"body"_s, QJsonObject{{u"model"_s, u"local-echo"_s}, {u"messages"_s, QJsonArray{message}}}}};
        lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

} // namespace odc::test

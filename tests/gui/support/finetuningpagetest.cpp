// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/finetuningpagetest.h"

#include "finetuning/metriclog.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curvesview.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject named(const QString &name, const QJsonObject &more = {})
{
    QJsonObject metadata = more;
    metadata.insert(u"name"_s, name);
    return metadata;
}

} // namespace

void FineTuningPageTest::openConsole()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void FineTuningPageTest::closeConsole()
{
    m_console.reset();
    m_proxy.reset();
    m_server.reset();
    m_home.reset();
}

bool FineTuningPageTest::openServer(const QStringList &arguments,
                                    const std::function<void(Profile &)> &change)
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start(arguments))
        return false;
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    m_profileId =
        m_console->addProfile(u"Own"_s, m_proxy->url(), QLatin1StringView(key), change, m_adminKey);
    return m_console->open(m_profileId);
}

bool FineTuningPageTest::openStill(const QList<QJsonObject> &jobs,
                                   const std::function<void(Profile &)> &change)
{
    return openServer({u"--archive"_s}, change) && (jobs.isEmpty() || put("fine_tuning_jobs", jobs)) &&
           showJobs();
}

bool FineTuningPageTest::openRunning(const std::function<void(Profile &)> &change)
{
    return openServer({}, change) && showJobs();
}

bool FineTuningPageTest::reopen()
{
    m_console.reset();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    // Its keys were in memory alone.
    m_profileId =
        m_console->addProfile(u"Own again"_s, m_proxy->url(), QLatin1StringView(key), {}, m_adminKey);
    return m_console->open(m_profileId) && showJobs();
}

bool FineTuningPageTest::showJobs()
{
    m_console->window().showPage(u"finetuning"_s);
    return eventually([this] {
        const LoadState state = m_console->page()->list()->loadState();
        return state != LoadState::Idle && state != LoadState::Loading;
    });
}

RawReply FineTuningPageTest::ask(const QByteArray &method, const QByteArray &target,
                                 const QJsonObject &body) const
{
    const Headers headers{{"Authorization", QByteArray("Bearer ") + key},
                          {"Content-Type", "application/json"}};
    return rawRequest(m_server->url(), method, "/v1" + target, headers,
                      body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

bool FineTuningPageTest::put(const QByteArray &list, const QList<QJsonObject> &objects,
                             const QString &jobId) const
{
    QJsonArray data;
    for (const QJsonObject &object : objects)
        data.append(object);
    QJsonObject body{{u"data"_s, data}};
    if (!jobId.isEmpty())
        body.insert(u"parent"_s, QJsonObject{{u"job_id"_s, jobId}});
    return rawRequest(m_server->url(), "PUT", "/_local/objects/" + list,
                      {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson())
               .status == 200;
}

bool FineTuningPageTest::putFile(const QString &id, const QString &name, const QString &purpose,
                                 const QByteArray &content) const
{
    const QJsonObject file{{u"id"_s, id},
                           {u"object"_s, u"file"_s},
                           {u"filename"_s, name},
                           {u"purpose"_s, purpose},
                           {u"bytes"_s, content.size()},
                           {u"created_at"_s, 1'760'000'000},
                           {u"status"_s, u"processed"_s}};
    return put("files", {file}) &&
           rawRequest(m_server->url(), "PUT", "/_local/files/" + id.toUtf8() + "/content",
                      {{"Content-Type", "application/octet-stream"}}, content)
                   .status == 200;
}

QString FineTuningPageTest::upload(const QString &name) const
{
    return postForm(m_server->url(), "/v1/files",
                    {{"purpose", "fine-tune", {}}, {"file", chatExamples(12), name.toUtf8()}},
                    {{"Authorization", QByteArray("Bearer ") + key}})
        .json()[u"id"_s]
        .toString();
}

QString FineTuningPageTest::make(const QString &suffix, int steps, int seconds,
                                 const QJsonObject &metadata) const
{
    QJsonObject all = metadata;
    all.insert(u"odc_steps"_s, QString::number(steps));
    all.insert(u"odc_seconds"_s, QString::number(seconds));
    return ask("POST", "/fine_tuning/jobs",
               {{u"model"_s, u"gpt-4o-mini-2024-07-18"_s},
                {u"training_file"_s, upload()},
                {u"suffix"_s, suffix},
                {u"seed"_s, 7},
                {u"metadata"_s, all}})
        .json()[u"id"_s]
        .toString();
}

QList<QJsonObject> FineTuningPageTest::eventsOf(const QString &id) const
{
    QList<QJsonObject> events;
    QByteArray after;
    for (;;) {
        const QJsonObject page = ask("GET", "/fine_tuning/jobs/" + id.toUtf8() + "/events?limit=100" +
                                                (after.isEmpty() ? "" : "&after=" + after))
                                     .json();
        const QJsonArray data = page[u"data"_s].toArray();
        for (const QJsonValue &event : data)
            events.prepend(event.toObject());
        if (data.isEmpty() || !page[u"has_more"_s].toBool())
            return events;
        after = data.last().toObject()[u"id"_s].toString().toUtf8();
    }
}

bool FineTuningPageTest::shows(const QString &name, const QString &status)
{
    m_console->press(u"F5"_s);
    return eventually([&] { return cell(name, "status") == status; });
}

int FineTuningPageTest::asked(const QByteArray &method, const QByteArray &path) const
{
    int count = 0;
    const auto all = m_proxy->seen();
    for (const FaultProxy::Seen &seen : all)
        count += seen.method == method && seen.target.split('?').first() == "/v1" + path ? 1 : 0;
    return count;
}

int FineTuningPageTest::askedAtEnd(const QByteArray &method, const QByteArray &end) const
{
    int count = 0;
    const auto all = m_proxy->seen();
    for (const FaultProxy::Seen &seen : all)
        count += seen.method == method && seen.target.split('?').first().endsWith(end) ? 1 : 0;
    return count;
}

QString FineTuningPageTest::cell(const QString &name, const QByteArray &column) const
{
    const qsizetype row = m_console->column("name").indexOf(name);
    return row < 0 ? QString() : m_console->column(column).at(row);
}

QString FineTuningPageTest::summary() const
{
    QString text = m_console->page()->findChild<PageHeader *>()->summary();
    return text.replace(u"job(s)"_s, u"jobs"_s);
}

StateOverlay *FineTuningPageTest::overlay() const
{
    return m_console->table()->findChild<StateOverlay *>();
}

CurvesView *FineTuningPageTest::curves() const
{
    return m_console->page()->findChild<CurvesView *>();
}

QList<std::pair<qint64, double>> FineTuningPageTest::points(const QString &jobId, const QString &metric) const
{
    QList<std::pair<qint64, double>> found;
    for (const CurveRun &run : curves()->curves().runs()) {
        const MetricSeries *series = run.id == jobId ? run.log->series(metric) : nullptr;
        if (!series)
            continue;
        for (const MetricPoint &point : series->points())
            found.append({point.step, point.value});
    }
    return found;
}

QString FineTuningPageTest::textOf(const QDialog *dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        texts << label->text();
    for (const QListView *list : dialog->findChildren<QListView *>()) {
        for (int row = 0; list->model() && row < list->model()->rowCount(); ++row)
            texts << list->model()->index(row, 0).data().toString();
    }
    return texts.join(u'\n');
}

QJsonObject jobJson(const QString &id, const QString &status, const QJsonObject &with)
{
    QJsonObject object{
        {u"id"_s, id},
        {u"object"_s, u"fine_tuning.job"_s},
        {u"model"_s, u"gpt-4o-mini-2024-07-18"_s},
        {u"status"_s, status},
        {u"training_file"_s, u"file-train"_s},
        {u"validation_file"_s, QJsonValue::Null},
        {u"result_files"_s, QJsonArray{}},
        {u"organization_id"_s, u"org-test"_s},
        {u"created_at"_s, QDateTime::currentSecsSinceEpoch() - 3600},
        {u"method"_s,
         QJsonObject{{u"type"_s, u"supervised"_s},
                     {u"supervised"_s,
                      QJsonObject{{u"hyperparameters"_s,
                                   QJsonObject{{u"n_epochs"_s, 3}, {u"batch_size"_s, u"auto"_s}}}}}}}};
    for (auto it = with.begin(); it != with.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject eventJson(const QString &id, const QString &message, qint64 at, const QString &level,
                      const QJsonObject &data)
{
    return {{u"id"_s, id},
            {u"object"_s, u"fine_tuning.job.event"_s},
            {u"created_at"_s, at},
            {u"level"_s, level},
            {u"message"_s, message},
            {u"type"_s, data.isEmpty() ? u"message"_s : u"metrics"_s},
            {u"data"_s, data.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(data)}};
}

QList<QJsonObject> jobsOfEveryState()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    return {
        jobJson(u"ftjob-run"_s, u"running"_s,
                {{u"metadata"_s, named(u"running"_s, {{u"team"_s, u"red"_s}})},
                 {u"created_at"_s, now - 600},
                 {u"estimated_finish"_s, now + 1200}}),
        jobJson(
            u"ftjob-val"_s, u"validating_files"_s,
            {{u"metadata"_s, named(u"checked"_s)}, {u"created_at"_s, now - 700}, {u"model"_s, u"gpt-4.1"_s}}),
        jobJson(u"ftjob-pau"_s, u"paused"_s,
                {{u"metadata"_s, named(u"paused"_s)},
                 {u"created_at"_s, now - 4000},
                 {u"method"_s, QJsonObject{{u"type"_s, u"dpo"_s}}}}),
        jobJson(u"ftjob-bad"_s, u"failed"_s,
                {{u"metadata"_s, named(u"failed"_s, {{u"team"_s, u"blue"_s}})},
                 {u"created_at"_s, now - 5000},
                 {u"finished_at"_s, now - 4990},
                 {u"error"_s, QJsonObject{{u"code"_s, u"invalid_training_file"_s},
                                          {u"message"_s, u"Line 3 is not valid JSON."_s},
                                          {u"param"_s, u"training_file"_s}}}}),
        jobJson(u"ftjob-can"_s, u"cancelled"_s,
                {{u"metadata"_s, named(u"cancelled"_s)},
                 {u"created_at"_s, now - 6000},
                 {u"finished_at"_s, now - 5500}}),
        jobJson(u"ftjob-old"_s, u"succeeded"_s,
                {{u"metadata"_s, named(u"fine"_s)},
                 {u"created_at"_s, now - 300'000},
                 {u"finished_at"_s, now - 292'140},
                 {u"fine_tuned_model"_s, u"ft:gpt-4o-mini-2024-07-18:acme:support-v13:AbC"_s},
                 {u"trained_tokens"_s, 2'400'000},
                 {u"seed"_s, 42},
                 {u"result_files"_s, QJsonArray{u"file-results"_s}},
                 {u"validation_file"_s, u"file-valid"_s}})};
}

QByteArray chatExamples(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        const auto said = [](const QString &role, const QString &text) {
            return QJsonObject{{u"role"_s, role}, {u"content"_s, text}};
        };
        const QJsonArray messages{said(u"user"_s, u"Question %1?"_s.arg(i)),
                                  said(u"assistant"_s, u"Answer %1."_s.arg(i))};
        lines += QJsonDocument(QJsonObject{{u"messages"_s, messages}}).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

} // namespace odc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"

#include <QJsonArray>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const QString jobs = u"/fine_tuning/jobs"_s;

QByteArray trainingLines()
{
    QByteArray lines;
    for (int i = 0; i < 12; ++i)
        lines += R"({"messages":[{"role":"user","content":"Question )" + QByteArray::number(i) +
                 R"("},{"role":"assistant","content":"Answer"}]})" + '\n';
    return lines;
}

} // namespace

/// The nine operations on fine-tuning jobs and checkpoints, pause, resume, and those on models under each
/// fault. What is made, started, ended, granted or taken away is counted at the server.
class TestFineTuningFaults : public FaultTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void lastingFaults_data() { addLastingFaults(); }
    void lastingFaults() { lastingFault(); }
    void passingFaults_data() { addPassingFaults(); }
    void passingFaults() { passingFault(); }
    void nothingListens_data() { addOperations(); }
    void nothingListens() { nothingThere(); }

private:
    QList<FaultyOperation> operations() const override;
    bool begin(Session &session, const QString &operation, std::optional<Ending> &ending) override;
    void verifyTraces(const QString &operation, int arrived) override;
    bool beginOnCheckpoints(Session &session, const QString &operation, std::optional<Ending> &ending);
    bool beginOnModels(Session &session, const QString &operation, std::optional<Ending> &ending);

    static bool isRowOf(const char *operation)
    {
        return QByteArray(QTest::currentDataTag()).startsWith(operation);
    }
    QJsonObject body(const QString &seconds) const;
    QString statusOfJob(const QString &id) const
    {
        return ask("GET", jobs + u'/' + id)["status"_L1].toString();
    }
    /// Makes a job, and waits until it stands so; empty when it never does.
    QString make(const QString &seconds, const QString &status) const;
    QString permissionsPath() const
    {
        return u"/fine_tuning/checkpoints/"_s + m_checkpoint + u"/permissions"_s;
    }
    /// Projects that may use the checkpoint, one entry for each permission.
    QStringList projects() const;

    QString m_file;
    QString m_done;       ///< a job that has succeeded
    QString m_checkpoint; ///< of it
    QString m_row;        ///< tells what belongs to this row
    QString m_job;        ///< made for the row: it runs, or is paused where it is to be resumed
    QString m_model;      ///< to be deleted, else that of m_done
    QString m_permission; ///< made for the row, of the project "proj_old_<row>"
};

QList<FaultyOperation> TestFineTuningFaults::operations() const
{
    return {{"create job", "POST", "/jobs", Does::Makes},
            {"list jobs", "GET", "/jobs"},
            {"retrieve job", "GET", ""},
            {"cancel job", "POST", "/cancel", Does::Ends},
            {"pause job", "POST", "/pause", Does::Ends},
            {"resume job", "POST", "/resume", Does::Ends},
            {"list events", "GET", "/events"},
            {"list checkpoints", "GET", "/checkpoints"},
            {"create permissions", "POST", "/permissions", Does::Makes},
            {"list permissions", "GET", "/permissions"},
            {"delete permission", "DELETE", "", Does::Deletes},
            {"list models", "GET", "/models"},
            {"retrieve model", "GET", ""},
            {"delete model", "DELETE", "", Does::Deletes}};
}

QJsonObject TestFineTuningFaults::body(const QString &seconds) const
{
    return {{u"model"_s, u"gpt-4o-mini"_s},
            {u"training_file"_s, m_file},
            {u"metadata"_s, QJsonObject{{u"odc_seconds"_s, seconds}, {u"row"_s, m_row}}}};
}

QString TestFineTuningFaults::make(const QString &seconds, const QString &status) const
{
    const QString id = ask("POST", jobs, body(seconds))["id"_L1].toString();
    [&] { QTRY_COMPARE_WITH_TIMEOUT(statusOfJob(id), status, 30'000); }();
    return statusOfJob(id) == status ? id : QString();
}

void TestFineTuningFaults::initTestCase()
{
    // A job of a second is done at once, one of a week runs for as long as any row needs it.
    startServer({u"--time-scale"_s, u"0.001"_s});
    m_file = upload("fine-tune", "lines.jsonl", trainingLines());
    m_done = make(u"1"_s, u"succeeded"_s);
    QVERIFY(!m_done.isEmpty());
    m_checkpoint =
        ask("GET", jobs + u'/' + m_done + u"/checkpoints"_s)["data"_L1][0]["fine_tuned_model_checkpoint"_L1]
            .toString();
    QVERIFY(!m_checkpoint.isEmpty());
}

void TestFineTuningFaults::init()
{
    static int row = 0;
    m_row = QString::number(++row);
    m_job = make(u"604800"_s, u"running"_s);
    QVERIFY(!m_job.isEmpty());
    if (isRowOf("resume job")) {
        ask("POST", jobs + u'/' + m_job + u"/pause"_s);
        QTRY_COMPARE(statusOfJob(m_job), u"paused"_s);
    }
    const QString done = isRowOf("delete model") ? make(u"1"_s, u"succeeded"_s) : m_done;
    m_model = ask("GET", jobs + u'/' + done)["fine_tuned_model"_L1].toString();
    QVERIFY(!m_model.isEmpty());
    const RawReply granted = request(
        "POST", permissionsPath(), {{u"project_ids"_s, QJsonArray{u"proj_old_"_s + m_row}}}, faultsAdminKey);
    m_permission = granted.json()["data"_L1][0]["id"_L1].toString();
    QVERIFY2(!m_permission.isEmpty(), granted.body.constData());
    forgetRequests();
}

bool TestFineTuningFaults::begin(Session &session, const QString &operation, std::optional<Ending> &ending)
{
    FineTuningApi &api = session.fineTuning();
    const auto isNow = [this, &ending](const QString &status) {
        return into<FineTuningJob>(ending, [this, status](const FineTuningJob &job) {
            return job.id == m_job && job.status == status;
        });
    };
    if (operation == "create job"_L1) {
        api.create(body(u"604800"_s), this, into<FineTuningJob>(ending, [this](const FineTuningJob &job) {
                       return job.metadata["row"_L1].toString() == m_row && job.id != m_job;
                   }));
    } else if (operation == "list jobs"_L1) {
        FineTuningListQuery query;
        query.metadata = {{u"row"_s, m_row}};
        api.list(query, this, into<Page<FineTuningJob>>(ending, [this](const Page<FineTuningJob> &page) {
                     return page.items.size() == 1 && page.items.first().id == m_job;
                 }));
    } else if (operation == "retrieve job"_L1) {
        api.retrieve(m_job, this, isNow(u"running"_s));
    } else if (operation == "cancel job"_L1) {
        api.cancel(m_job, this, isNow(u"cancelled"_s));
    } else if (operation == "pause job"_L1) {
        api.pause(m_job, this, isNow(u"paused"_s));
    } else if (operation == "resume job"_L1) {
        api.resume(m_job, this, into<FineTuningJob>(ending, [this](const FineTuningJob &job) {
                       return job.id == m_job && job.status != "paused"_L1;
                   }));
    } else if (operation == "list events"_L1) {
        api.listEvents(m_done, {}, this,
                       into<Page<FineTuningEvent>>(ending, [](const Page<FineTuningEvent> &page) {
                           return page.items.size() > 5 && !page.items.first().message.isEmpty();
                       }));
    } else {
        return beginOnCheckpoints(session, operation, ending) || beginOnModels(session, operation, ending);
    }
    return true;
}

bool TestFineTuningFaults::beginOnCheckpoints(Session &session, const QString &operation,
                                              std::optional<Ending> &ending)
{
    FineTuningApi &api = session.fineTuning();
    const auto isOf = [](const QString &project) {
        return [project](const CheckpointPermission &permission) { return permission.projectId == project; };
    };
    if (operation == "list checkpoints"_L1) {
        const auto isIt = [this](const FineTuningCheckpoint &checkpoint) {
            return checkpoint.model == m_checkpoint;
        };
        api.listCheckpoints(
            m_done, {}, this,
            into<Page<FineTuningCheckpoint>>(ending, [isIt](const Page<FineTuningCheckpoint> &page) {
                return std::any_of(page.items.begin(), page.items.end(), isIt);
            }));
    } else if (operation == "create permissions"_L1) {
        const QString project = u"proj_new_"_s + m_row;
        api.createPermissions(
            m_checkpoint, {project}, this,
            into<Page<CheckpointPermission>>(ending, [=](const Page<CheckpointPermission> &page) {
                return page.items.size() == 1 && isOf(project)(page.items.first());
            }));
    } else if (operation == "list permissions"_L1) {
        PermissionListQuery query;
        query.projectId = u"proj_old_"_s + m_row;
        api.listPermissions(
            m_checkpoint, query, this,
            into<Page<CheckpointPermission>>(ending, [this](const Page<CheckpointPermission> &page) {
                return page.items.size() == 1 && page.items.first().id == m_permission;
            }));
    } else if (operation == "delete permission"_L1) {
        api.removePermission(m_checkpoint, m_permission, this,
                             into<bool>(ending, [](bool now) { return now; }));
    } else {
        return false;
    }
    return true;
}

bool TestFineTuningFaults::beginOnModels(Session &session, const QString &operation,
                                         std::optional<Ending> &ending)
{
    const auto isModel = [this](const ModelObject &model) { return model.id == m_model; };
    if (operation == "list models"_L1) {
        session.models().list(this, into<Page<ModelObject>>(ending, [isModel](const Page<ModelObject> &page) {
                                  return std::any_of(page.items.begin(), page.items.end(), isModel);
                              }));
    } else if (operation == "retrieve model"_L1) {
        session.models().retrieve(m_model, this, into<ModelObject>(ending, isModel));
    } else if (operation == "delete model"_L1) {
        session.models().remove(m_model, this, into<bool>(ending, [](bool now) { return now; }));
    } else {
        return false;
    }
    return true;
}

QStringList TestFineTuningFaults::projects() const
{
    QStringList found;
    for (const QString &project : {u"proj_old_"_s + m_row, u"proj_new_"_s + m_row}) {
        const QJsonArray data =
            request("GET", permissionsPath() + u"?project_id="_s + project, {}, faultsAdminKey)
                .json()["data"_L1]
                .toArray();
        for (const QJsonValue &permission : data)
            found << permission["project_id"_L1].toString();
    }
    return found;
}

void TestFineTuningFaults::verifyTraces(const QString &operation, int arrived)
{
    const auto doneBy = [&](const char *name) {
        return operation == QLatin1StringView(name) && arrived == 1;
    };
    const QJsonArray ofRow = ask("GET", jobs + u"?metadata%5Brow%5D="_s + m_row)["data"_L1].toArray();
    const int made = isRowOf("delete model") ? 1 : 0; // for the model that is to go
    QCOMPARE(ofRow.size(), 1 + made + doneBy("create job"));
    const bool isPaused = isRowOf("resume job") ? !doneBy("resume job") : doneBy("pause job");
    // A resumed job is queued for a moment.
    QTRY_COMPARE(statusOfJob(m_job), doneBy("cancel job") ? u"cancelled"_s
                                 : isPaused           ? u"paused"_s
                                                      : u"running"_s);
    QStringList wanted;
    if (!doneBy("delete permission"))
        wanted << u"proj_old_"_s + m_row;
    if (doneBy("create permissions"))
        wanted << u"proj_new_"_s + m_row;
    QCOMPARE(projects(), wanted);
    QCOMPARE(statusOf(u"/models/"_s + m_model), doneBy("delete model") ? 404 : 200);
}

QTEST_GUILESS_MAIN(TestFineTuningFaults)
#include "tst_finetuning_faults.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/seedevals.h"

#include "localserver/evals/evalbodies.h"
#include "localserver/evals/localecho.h"
#include "localserver/evals/runtally.h"
#include "localserver/evals/sampleevals.h"
#include "localserver/ids.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** Says what is written down for the row it was told. */
class WrittenAnswers final : public ModelAnswers
{
public:
    explicit WrittenAnswers(const SampleRun &run) : m_run(run) {}

    void setRow(qsizetype row) { m_row = row; }

    Answer answer(const QString &model, const QJsonArray &messages, const QJsonObject &sampling) override
    {
        Answer answer;
        answer.model = model;
        if (sampling.contains(u"response_format"_s)) { // it is a grader that asks
            answer.text = m_run.judge(m_row);
        } else {
            const SampleAnswer written = m_run.answer(m_row);
            answer.text = written.text;
            answer.error = written.error;
        }
        qsizetype asked = 0;
        for (const QJsonValue &message : messages)
            asked += contentText(message[u"content"_s]).size();
        answer.usage = usageOf(asked / 4 + 8, answer.text.size() / 4 + 1);
        return answer;
    }

private:
    const SampleRun &m_run;
    qsizetype m_row = 0;
};

/** The ids of evalFromBody() are random; these are the same every time. */
QJsonArray withStableIds(const QJsonArray &criteria, const QString &evalName)
{
    static const QUuid space(u"{5a0d6f7e-7a55-4f6e-9f0a-0dc000000001}"_s);
    QJsonArray made;
    for (const QJsonValue &each : criteria) {
        QJsonObject criterion = each.toObject();
        const QString name = criterion[u"name"_s].toString();
        criterion[u"id"_s] =
            name + u'-' + QUuid::createUuidV5(space, evalName + u'/' + name).toString(QUuid::WithoutBraces);
        made.append(criterion);
    }
    return made;
}

QJsonObject evalOf(const SampleEval &sample, qint64 now)
{
    QJsonObject eval =
        evalFromBody({{u"name"_s, sample.name},
                      {u"metadata"_s, sample.metadata},
                      {u"data_source_config"_s, QJsonObject{{u"type"_s, u"custom"_s},
                                                            {u"item_schema"_s, sample.itemSchema},
                                                            {u"include_sample_schema"_s, true}}},
                      {u"testing_criteria"_s, sample.criteria}});
    eval[u"id"_s] = stableId("eval_"_L1, u"sample:"_s + sample.name);
    eval[u"created_at"_s] = now - sample.ageSeconds;
    eval[u"testing_criteria"_s] = withStableIds(sample.criteria, sample.name);
    return eval;
}

QJsonObject runOf(const SampleEval &sample, const SampleRun &run, const QJsonObject &eval, qint64 now)
{
    QJsonArray content;
    for (const QJsonValue &item : sample.rows)
        content.append(QJsonObject{{u"item"_s, item}});
    const QJsonArray messages{QJsonObject{{u"role"_s, u"developer"_s}, {u"content"_s, sample.instructions}},
                              QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, sample.question}}};
    const QJsonObject source{
        {u"type"_s, u"completions"_s},
        {u"model"_s, run.model},
        {u"input_messages"_s, QJsonObject{{u"type"_s, u"template"_s}, {u"template"_s, messages}}},
        {u"sampling_params"_s, run.sampling},
        {u"source"_s, QJsonObject{{u"type"_s, u"file_content"_s}, {u"content"_s, content}}}};
    QJsonObject made = runFromBody({{u"name"_s, run.name}, {u"data_source"_s, source}}, eval);
    made[u"id"_s] = stableId("evalrun_"_L1, u"sample:%1:%2"_s.arg(sample.name, run.name));
    made[u"created_at"_s] = now - run.ageSeconds;
    made[u"status"_s] = run.status;
    made[u"report_url"_s] = reportUrl(eval[u"id"_s].toString(), made[u"id"_s].toString());
    if (!run.error.isEmpty())
        made[u"error"_s] = QJsonObject{{u"code"_s, u"unsupported_parameter"_s}, {u"message"_s, run.error}};
    return made;
}

void seedRun(const EvalsTable &evals, const SampleEval &sample, const SampleRun &written,
             const QJsonObject &eval, qint64 now)
{
    QJsonObject run = runOf(sample, written, eval, now);
    const RunKey key{eval[u"id"_s].toString(), run[u"id"_s].toString()};
    WrittenAnswers answers(written);
    const ItemPlan plan{run[u"data_source"_s].toObject(), eval[u"testing_criteria"_s].toArray(),
                        itemSchemaOf(eval), &answers, &answers};
    RunTally tally(run, plan.criteria);
    if (written.done > 0)
        tally.setTotal(sample.rows.size());
    QList<ObjectTable::Row> items;
    for (qsizetype row = 0; row < written.done; ++row) {
        answers.setRow(row);
        const DataRow data{sample.rows.at(row).toObject(), {}};
        const ItemOutcome outcome = workOn(data, plan);
        tally.add(outcome);
        const ItemPlace place{stableId("outputitem_"_L1, key.runId + u':' + QString::number(row)), row,
                              run[u"created_at"_s].toInteger() + 20 + row / 8};
        items.append(rowOf(key.itemsParent(), outputItem(key, place, data, outcome)));
    }
    if (written.done > 0)
        tally.show(run);
    if (evals.runs().insert({rowOf(key.evalId, run)}, true) == 1)
        evals.items().insert(items, true);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject largeEval(int number, qint64 now)
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    QJsonObject eval = evalFromBody(
        {{u"name"_s, u"eval %1"_s.arg(number, 4, 10, QChar(u'0'))},
         {u"metadata"_s, QJsonObject{{u"team"_s, u"team %1"_s.arg(number % 7)}}},
         {u"data_source_config"_s,
          QJsonObject{{u"type"_s, u"custom"_s},
                      {u"item_schema"_s,
                       QJsonObject{{u"type"_s, u"object"_s},
                                   {u"properties"_s, QJsonObject{{u"text"_s, text}, {u"label"_s, text}}},
                                   {u"required"_s, QJsonArray{u"text"_s, u"label"_s}}}}}},
         {u"testing_criteria"_s, QJsonArray{QJsonObject{{u"type"_s, u"string_check"_s},
                                                        {u"name"_s, u"exact"_s},
                                                        {u"input"_s, u"{{sample.output_text}}"_s},
                                                        {u"reference"_s, u"{{item.label}}"_s},
                                                        {u"operation"_s, u"eq"_s}}}}});
    eval[u"id"_s] = stableId("eval_"_L1, u"large:%1"_s.arg(number));
    eval[u"created_at"_s] = now - number;
    eval[u"testing_criteria"_s] =
        withStableIds(eval[u"testing_criteria"_s].toArray(), eval[u"name"_s].toString());
    return eval;
}

/** A run of which every seventh item fails and every hundredth is in error, each run another seventh. */
void seedLargeRun(const EvalsTable &evals, const QJsonObject &eval, int number, int itemCount)
{
    static const QList<QString> labels{u"delivery"_s, u"billing"_s, u"account"_s, u"hardware"_s};
    const QString model = number % 2 == 0 ? u"gpt-4.1-mini"_s : u"gpt-4.1"_s;
    const RunKey key{eval[u"id"_s].toString(),
                     stableId("evalrun_"_L1, u"large:%1:%2"_s.arg(eval[u"id"_s].toString()).arg(number))};
    const qint64 created = eval[u"created_at"_s].toInteger() + number;
    const QJsonArray criteria = eval[u"testing_criteria"_s].toArray();
    QJsonObject run = runFromBody(
        {{u"name"_s, u"run %1 %2"_s.arg(number, 3, 10, QChar(u'0')).arg(model)},
         {u"data_source"_s,
          QJsonObject{{u"type"_s, u"jsonl"_s},
                      {u"source"_s, QJsonObject{{u"type"_s, u"file_id"_s},
                                                {u"id"_s, stableId("file-"_L1, u"large:4"_s)}}}}}},
        eval);
    run[u"id"_s] = key.runId;
    run[u"created_at"_s] = created;
    run[u"model"_s] = model;
    run[u"status"_s] = u"completed"_s;
    run[u"report_url"_s] = reportUrl(key.evalId, key.runId);
    RunTally tally(run, criteria);
    tally.setTotal(itemCount);

    // One object is built for each label and outcome; of the rest only what differs is replaced.
    const ItemPlace mould{u"@id@"_s, 987654321, 987654322};
    QMap<QString, QByteArray> moulds;
    const QString parent = key.itemsParent();
    QList<ObjectTable::Row> items;
    items.reserve(itemCount);
    for (int i = 0; i < itemCount; ++i) {
        ItemOutcome outcome;
        outcome.status = (i + number) % 100 == 99 ? u"error"_s
                         : (i + number) % 7 == 6  ? u"fail"_s
                                                  : u"pass"_s;
        const QString &label = labels.at(i % labels.size());
        const bool passed = outcome.status == "pass"_L1;
        const bool error = outcome.status == "error"_L1;
        const QJsonObject usage = usageOf(31, 2);
        if (!error) {
            outcome.results = {QJsonObject{{u"name"_s, criteria.first()[u"id"_s]},
                                           {u"type"_s, u"string_check"_s},
                                           {u"score"_s, passed ? 1 : 0},
                                           {u"passed"_s, passed},
                                           {u"sample"_s, QJsonValue::Null}}};
            outcome.usage[model].add(usage);
        }
        QByteArray &text = moulds[outcome.status + label];
        if (text.isEmpty()) {
            outcome.sample =
                writtenSample(u"Which queue is it? @text@"_s, passed ? label : u"other"_s, model, usage);
            if (error)
                outcome.sample[u"error"_s] = QJsonObject{{u"code"_s, u"model_error"_s},
                                                         {u"message"_s, u"The model gave no answer."_s}};
            const DataRow row{{{u"text"_s, u"@text@"_s}, {u"label"_s, label}}, {}};
            text = compact(outputItem(key, mould, row, outcome));
        }
        tally.add(outcome);
        const QString id = key.runId + u'-' + QString::number(i);
        ObjectTable::Row row;
        row.parent = parent;
        row.id = u"outputitem_"_s + id.sliced(8);
        row.createdAt = row.updatedAt = created + i / 20;
        row.status = outcome.status;
        row.object = text;
        row.object.replace("@id@", row.id.toUtf8());
        row.object.replace("@text@", "Message " + QByteArray::number(i) + " of a customer");
        row.object.replace("987654321", QByteArray::number(i));
        row.object.replace("987654322", QByteArray::number(row.createdAt));
        items.append(row);
    }
    tally.show(run);
    if (evals.runs().insert({rowOf(key.evalId, run)}, true) == 1)
        evals.items().insert(items, true);
}

} // namespace

void seedSampleEvals(const Storage &storage, const EvalsTable &evals, const ServerClock &clock)
{
    const qint64 now = clock.now();
    Transaction transaction(storage);
    for (const SampleEval &sample : sampleEvals()) {
        const QJsonObject eval = evalOf(sample, now);
        if (evals.evals().insert({rowOf({}, eval)}, true) == 0)
            continue;
        for (const SampleRun &run : sample.runs)
            seedRun(evals, sample, run, eval, now);
    }
    transaction.commit();
}

void seedManyEvals(const Storage &storage, const EvalsTable &evals, const ServerClock &clock,
                   const EvalCounts &counts)
{
    const qint64 now = clock.now();
    Transaction transaction(storage);
    for (int i = 0; i < counts.evals; ++i) {
        const QJsonObject eval = largeEval(i, now);
        if (evals.evals().insert({rowOf({}, eval)}, true) == 0)
            continue;
        for (int run = 0; run < counts.runs; ++run)
            seedLargeRun(evals, eval, run, counts.items);
    }
    transaction.commit();
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/filterproxy.h"
#include "lists/outputitemsmodel.h"
#include "listtest.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QUrlQuery>

namespace odc::test {

using namespace Qt::StringLiterals;

inline QJsonObject message(const QString &role, const QString &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

inline QString itemId(int n)
{
    return u"outputitem_%1"_s.arg(n, 5, 10, QChar(u'0'));
}

struct Graded
{
    bool exact = true;
    double near = 1;
    QString status{};
    QString error{};
};

/// An item as the API gives it.
inline QJsonObject itemOf(int n, const Graded &graded = {}, const QString &question = {}, const QString &answer = {})
{
    const QString status = !graded.status.isEmpty() ? graded.status : graded.exact && graded.near >= 0.6 ? u"pass"_s : u"fail"_s;
    const QJsonArray results{
        QJsonObject{{u"name"_s, u"String check-1"_s}, {u"type"_s, u"string_check"_s}, {u"score"_s, graded.exact ? 1 : 0}, {u"passed"_s, graded.exact}},
        QJsonObject{{u"name"_s, u"Text similarity-2"_s}, {u"type"_s, u"text_similarity"_s}, {u"score"_s, graded.near}, {u"passed"_s, graded.near >= 0.6}}};
    QJsonObject sample{{u"input"_s, QJsonArray{message(u"system"_s, u"Classify."_s),
                                               message(u"user"_s, question.isEmpty() ? u"Question %1"_s.arg(n) : question)}},
                       {u"output"_s, QJsonArray{message(u"assistant"_s, answer.isEmpty() ? u"answer.%1"_s.arg(n) : answer)}},
                       {u"finish_reason"_s, u"stop"_s},
                       {u"model"_s, n % 2 ? u"gpt-b"_s : u"gpt-a"_s},
                       {u"usage"_s, QJsonObject{{u"total_tokens"_s, 100 + n}}}};
    if (!graded.error.isEmpty())
        sample.insert(u"error"_s, QJsonObject{{u"code"_s, u"boom"_s}, {u"message"_s, graded.error}});
    return {{u"id"_s, itemId(n)},
            {u"object"_s, u"eval.run.output_item"_s},
            {u"run_id"_s, u"run_1"_s},
            {u"eval_id"_s, u"eval_1"_s},
            {u"status"_s, status},
            {u"created_at"_s, 1'760'000'000 + n},
            {u"datasource_item_id"_s, n},
            {u"datasource_item"_s, QJsonObject{{u"text"_s, u"t"_s}, {u"label"_s, u"label.%1"_s.arg(n % 3)}}},
            {u"results"_s, results},
            {u"sample"_s, sample}};
}

inline FakeReply pageOf(const QList<QJsonObject> &items, bool more = false)
{
    QJsonArray data;
    for (const QJsonObject &item : items)
        data.append(item);
    return FakeReply::json(
        QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}}).toJson());
}

inline EvalObject evalOf(const QStringList &names = {u"exact"_s, u"near"_s}, const QString &id = u"eval_1"_s)
{
    QJsonArray criteria;
    const QStringList ids{u"String check-1"_s, u"Text similarity-2"_s};
    for (int i = 0; i < names.size(); ++i)
        criteria.append(QJsonObject{{u"id"_s, i < 2 ? ids.at(i) : u"c-%1"_s.arg(i)},
                                    {u"type"_s, u"string_check"_s},
                                    {u"name"_s, names.at(i)},
                                    {u"reference"_s, u"{{item.label}}"_s}});
    return EvalObject::fromJson({{u"id"_s, id}, {u"testing_criteria"_s, criteria}});
}

inline EvalRun runOf(const QString &id = u"run_1"_s, const QString &status = u"completed"_s)
{
    return EvalRun::fromJson({{u"id"_s, id}, {u"eval_id"_s, u"eval_1"_s}, {u"status"_s, status}});
}

/// While it lives nothing else runs on the pool.
struct BusyPool
{
    BusyPool()
    {
        pool.waitForDone();
        pool.setMaxThreadCount(1);
        pool.start([this] { gate.acquire(); });
    }
    ~BusyPool()
    {
        gate.release();
        pool.waitForDone();
        pool.setMaxThreadCount(threads);
    }

    QThreadPool &pool = *QThreadPool::globalInstance();
    const int threads = pool.maxThreadCount();
    QSemaphore gate;
};

/// The items of a run on a fake wire.
struct ItemsBench : ApiBench
{
    ItemsBench()
        : model(*session, folder.path()), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        proxy.setRows(&model);
    }
    /// A run with these items, all loaded.
    bool load(const QList<QJsonObject> &items, const EvalObject &eval = evalOf())
    {
        wire->once(Method::Get, path, pageOf(items));
        model.setRun(eval, runOf());
        model.refresh();
        return QTest::qWaitFor([&] { return model.loadState() == LoadState::Ready; });
    }
    /// So many requests were answered, and the answers handed on; what follows on the pool may still be to come.
    bool answersAreIn(int requests)
    {
        const bool in = QTest::qWaitFor([&] { return wire->requests().size() == requests && wire->running() == 0; });
        FakeClock::settle();
        return in && session->status().inFlight == 0;
    }
    QList<int> filtered(const QString &text)
    {
        proxy.setFilterText(text, 0);
        QList<int> numbers;
        for (int row = 0; row < proxy.rowCount(); ++row)
            numbers << int(model.item(proxy.sourceRow(proxy.index(row, 0)))->item.itemNumber);
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }
    QList<int> sorted(QByteArrayView key, Qt::SortOrder order = Qt::AscendingOrder)
    {
        proxy.sort(model.columnOf(key), order);
        QList<int> numbers;
        for (int row = 0; row < proxy.rowCount(); ++row)
            numbers << int(model.item(proxy.sourceRow(proxy.index(row, 0)))->item.itemNumber);
        return numbers;
    }
    QString text(int row, QByteArrayView key) const { return model.index(row, model.columnOf(key)).data().toString(); }
    Tone tone(int row, QByteArrayView key) const { return Tone(model.index(row, model.columnOf(key)).data(ToneRole).toInt()); }

    const QString path = u"/v1/evals/eval_1/runs/run_1/output_items"_s;
    QTemporaryDir folder;
    OutputItemsModel model;
    QAbstractItemModelTester tester;
    FilterProxy proxy;
};

} // namespace odc::test

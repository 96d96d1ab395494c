// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparebench.h"

#include "base/background.h"
#include "evals/runcomparison.h"
#include "heartbeat.h"
#include "lists/comparemodel.h"
#include "lists/filterproxy.h"
#include "reference.h"
#include "shownlist.h"
#include "ui/widgets/tableview.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>

#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int itemCount = 10'000;

QList<EvalOutputItem> someItems(const QString &run, int seed)
{
    QList<EvalOutputItem> items;
    items.reserve(itemCount);
    for (int i = 0; i < itemCount; ++i) {
        const quint32 mixed = (quint32(i) + quint32(seed) * 7919U) * 2654435761U;
        const bool passed = mixed % 100 < 90;
        const QString answer = passed ? u"delivery.lost"_s : u"delivery.late"_s;
        const auto message = [](const QString &role, const QString &content) {
            return QJsonObject{{u"role"_s, role}, {u"content"_s, content}};
        };
        items << EvalOutputItem::fromJson(
            {{u"id"_s, u"outputitem_%1_%2"_s.arg(run).arg(i)},
             {u"datasource_item_id"_s, i},
             {u"datasource_item"_s,
              QJsonObject{
                  {u"text"_s, u"Question %1: where is my parcel? It says delivered."_s.arg(mixed % 5003)},
                  {u"label"_s, u"delivery.lost"_s}}},
             {u"status"_s, passed ? u"pass"_s : u"fail"_s},
             {u"results"_s,
              QJsonArray{
                  QJsonObject{{u"name"_s, u"exact-1"_s}, {u"score"_s, passed ? 1 : 0}, {u"passed"_s, passed}},
                  QJsonObject{
                      {u"name"_s, u"near-1"_s}, {u"score"_s, double(mixed % 97) / 97}, {u"passed"_s, true}}}},
             {u"sample"_s, QJsonObject{{u"input"_s, QJsonArray{message(u"user"_s, u"Question %1"_s.arg(i))}},
                                       {u"output"_s, QJsonArray{message(u"assistant"_s, answer)}},
                                       {u"usage"_s, QJsonObject{{u"total_tokens"_s, 120}}}}}});
    }
    return items;
}

struct Sample
{
    double total;
    double pool;
    double block;
    double blockCpu;
};

Sample compareOnce(const QList<EvalOutputItem> &first, const QList<EvalOutputItem> &second)
{
    CompareModel model;
    FilterProxy proxy;
    proxy.setRows(&model);
    TableView view(ShownList::theme());
    view.setModel(&proxy);
    view.setSortingEnabled(true);
    view.resize(860, 700);
    view.show();
    ShownList::settle();

    Heartbeat heart;
    QEventLoop loop;
    QElapsedTimer timer;
    double pool = 0;
    heart.start();
    timer.start();
    inBackground(
        &model,
        [&] {
            return compareRuns({{u"a"_s, u"v13"_s, first}, {u"b"_s, u"v14"_s, second}});
        },
        [&](const std::shared_ptr<const RunComparison> &comparison) {
            pool = double(timer.nsecsElapsed()) / 1e6;
            model.setComparison(comparison, {u"exact"_s, u"near"_s});
            view.sortByColumn(model.changeColumn(), Qt::AscendingOrder);
            view.viewport()->repaint();
            loop.quit();
        });
    loop.exec();
    const double total = double(timer.nsecsElapsed()) / 1e6;
    ShownList::settle();
    heart.stop();
    return {total, pool, heart.worstMs(), heart.worstCpuMs()};
}

} // namespace

void comparing(int runs)
{
    const QList<EvalOutputItem> first = someItems(u"a"_s, 1);
    const QList<EvalOutputItem> second = someItems(u"b"_s, 2);
    QList<double> total;
    QList<double> pool;
    QList<double> block;
    QList<double> cpu;
    for (int i = 0; i < runs; ++i) {
        const Sample sample = compareOnce(first, second);
        total << sample.total;
        pool << sample.pool;
        block << sample.block;
        cpu << sample.blockCpu;
    }
    std::printf("compare two runs of 10,000 items, loaded to painted: %.1f ms (bar 1000 ms), of it on the "
                "pool %.1f ms, "
                "longest block %.1f ms (%.1f ms busy)\n",
                median(total), median(pool), median(block), median(cpu));
}

} // namespace odc::bench

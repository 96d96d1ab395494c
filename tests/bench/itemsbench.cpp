// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemsbench.h"

#include "api/session.h"
#include "base/clock.h"
#include "lists/filterproxy.h"
#include "lists/outputitemsmodel.h"
#include "shownlist.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int itemCount = 20'000;

EvalOutputItem someItem(int i)
{
    const quint32 mixed = quint32(i) * 2654435761U;
    const bool passed = mixed % 100 < 90;
    const auto message = [](const QString &role, const QString &content) {
        return QJsonObject{{u"role"_s, role}, {u"content"_s, content}};
    };
    return EvalOutputItem::fromJson(
        {{u"id"_s, u"outputitem_%1%2"_s.arg(mixed, 8, 16, QChar(u'0')).arg(i)},
         {u"run_id"_s, u"run_1"_s},
         {u"eval_id"_s, u"eval_1"_s},
         {u"datasource_item_id"_s, i},
         {u"datasource_item"_s, QJsonObject{{u"label"_s, u"label.%1"_s.arg(i % 7)}}},
         {u"status"_s, passed ? u"pass"_s : u"fail"_s},
         {u"results"_s,
          QJsonArray{QJsonObject{
              {u"name"_s, u"near-1"_s}, {u"score"_s, double(mixed % 97) / 97}, {u"passed"_s, passed}}}},
         {u"sample"_s,
          QJsonObject{
              {u"input"_s, QJsonArray{message(u"user"_s, u"Question %1 of many"_s.arg(mixed % 5003))}},
              {u"output"_s, QJsonArray{message(u"assistant"_s, u"answer %1"_s.arg(i % 31))}},
              {u"model"_s, u"gpt-a"_s},
              {u"usage"_s, QJsonObject{{u"total_tokens"_s, 100 + int(mixed % 400)}}}}}});
}

} // namespace

void items(int runs)
{
    SystemClock clock;
    const auto session = wirelessSession(clock);
    const QTemporaryDir marks;
    OutputItemsModel model(*session, marks.path());
    model.setRun(EvalObject::fromJson({{u"id"_s, u"eval_1"_s},
                                       {u"testing_criteria"_s,
                                        QJsonArray{QJsonObject{{u"id"_s, u"near-1"_s},
                                                               {u"type"_s, u"text_similarity"_s},
                                                               {u"name"_s, u"near"_s},
                                                               {u"reference"_s, u"{{item.label}}"_s}}}}}),
                 EvalRun::fromJson(
                     {{u"id"_s, u"run_1"_s}, {u"eval_id"_s, u"eval_1"_s}, {u"status"_s, u"completed"_s}}));
    QStringList ids;
    for (int i = 0; i < itemCount; ++i) {
        model.putItem(someItem(i));
        ids << model.rowId(i);
    }
    FilterProxy proxy;
    proxy.setRows(&model);
    ShownList list(proxy, model);
    Samples verdict;
    Samples grade;
    Samples input;
    Samples tokens;
    Samples word;
    Samples cleared;
    Samples mark;
    for (int run = 0; run < runs; ++run) {
        verdict.add(measure([&] { list.view.sortByColumn(OutputItemsModel::Verdict, Qt::AscendingOrder); }));
        grade.add(
            measure([&] { list.view.sortByColumn(OutputItemsModel::FirstCriterion, Qt::AscendingOrder); }));
        input.add(measure([&] { list.view.sortByColumn(OutputItemsModel::Input, Qt::DescendingOrder); }));
        tokens.add(measure([&] { list.view.sortByColumn(model.columnOf("tokens"), Qt::DescendingOrder); }));
        list.view.selectRow(5000);
        word.add(measure([&] { proxy.setFilterText(u"7"_s, clock.unixSeconds()); }));
        cleared.add(measure([&] { proxy.setFilterText(QString(), clock.unixSeconds()); }));
        mark.add(measure([&] { model.setMarked(ids, run % 2 == 0); }));
    }
    verdict.printBlock("sort 20,000 items by verdict");
    grade.printBlock("sort 20,000 items by a criterion");
    input.printBlock("sort 20,000 items by input");
    tokens.printBlock("sort 20,000 items by tokens");
    word.printBlock("filter 20,000 items by a word in any field");
    cleared.printBlock("clear that filter");
    mark.printBlock("mark 20,000 items");
}

} // namespace odc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultsbench.h"

#include "heartbeat.h"
#include "jsonl/batchjoin.h"
#include "lists/batchresultsmodel.h"
#include "lists/filterproxy.h"
#include "reference.h"
#include "shownlist.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>

#include <malloc.h>

#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineCount = 50'000;
constexpr qint64 lineSize = 4000;

bool write(const QString &path, const std::function<QByteArray(int)> &head, const QByteArray &tail)
{
    static const QByteArray prose =
        "The parcel says delivered, yet nobody here has it; \\\"where\\\" is it? Größe 42. ";
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (int i = 0; i < lineCount; ++i) {
        QByteArray line = head(i);
        while (line.size() + tail.size() + prose.size() < lineSize)
            line += prose;
        file.write(line + tail + '\n');
    }
    return file.flush();
}

/// Memory of this process's own now: without programs and libraries, and without what the allocator keeps for
/// later.
qint64 ownKiB()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList pages = file.readAll().split(' ');
    return (pages.value(1).toLongLong() - pages.value(2).toLongLong()) * 4;
}

/// Runs the event loop until `done`, while the heart beats.
template <typename Done> Took waiting(const std::function<void()> &action, Done done)
{
    ShownList::settle();
    Heartbeat heartbeat;
    QElapsedTimer timer;
    heartbeat.start();
    timer.start();
    action();
    while (!done() && timer.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    const double total = double(timer.nsecsElapsed()) / 1e6;
    ShownList::settle();
    heartbeat.stop();
    return {total, heartbeat.worstMs(), heartbeat.worstCpuMs()};
}

} // namespace

void batchResults(int runs)
{
    const QTemporaryDir folder;
    const QString input = folder.filePath(u"input.jsonl"_s);
    const QString output = folder.filePath(u"output.jsonl"_s);
    const auto id = [](int i) { return QByteArray::number((i * 7919) % lineCount); };
    const bool written =
        write(
            input,
            [](int i) {
                return R"({"custom_id":"request-)" + QByteArray::number(i) +
                       R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-a","messages":[{"role":"user","content":"Ticket )" +
                       QByteArray::number(i) + ": ";
            },
            R"("}]}})") &&
        write(
            output,
            [&](int i) {
                return R"({"id":"batch_req_1","custom_id":"request-)" + id(i) +
                       R"(","response":{"status_code":)" + (i % 50 == 0 ? "500" : "200") +
                       R"(,"request_id":"r","body":{"choices":[{"message":{"role":"assistant","content":")" +
                       (i % 100 == 7 ? "needle " : "") + id(i) + ' ';
            },
            R"("}}],"usage":{"prompt_tokens":900,"completion_tokens":80}}},"error":null})");
    if (!written) {
        std::fprintf(stderr, "no room for the files of the benchmark\n");
        return;
    }
    const auto index = qint64(lineCount) * qint64(sizeof(BatchRow));
    Samples shown;
    Samples scroll;
    Samples word;
    Samples more;
    Samples cleared;
    Samples byText;
    Samples byTokens;
    double joined = 0;
    double scrolled = 0;
    for (int run = 0; run < runs; ++run) {
        BatchResultsModel model;
        FilterProxy proxy;
        proxy.setRows(&model);
        ShownList list(proxy, model);
        const qint64 before = ownKiB();
        auto results =
            std::make_shared<const BatchResults>(joinBatch(input, {{output, 0}}).value_or(BatchResults()));
        if (results->rows.size() != size_t(lineCount))
            std::fprintf(stderr, "the join is wrong\n");
        joined = std::max(joined, double(ownKiB() - before));
        const auto isRead = [&] {
            const int row = list.view.rowAt(list.view.viewport()->height() - 40);
            return row >= 0 && proxy.index(row, 0).data().toString() != u"…"_s;
        };
        shown.add(waiting([&] { model.setResults(results); }, isRead));
        QScrollBar *bar = list.view.verticalScrollBar();
        const int page = std::max(1, bar->pageStep());
        scroll.add(waiting(
            [&] {
                for (int at = 0; at < bar->maximum(); at += page) {
                    bar->setValue(at);
                    QCoreApplication::processEvents();
                    for (int turn = 0; at / page % 20 == 0 && turn < 1000 && !isRead(); ++turn)
                        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                                        1);
                }
            },
            isRead));
        scrolled = std::max(scrolled, double(ownKiB() - before));
        const auto isFound = [&] { return !model.isSearching(); };
        word.add(waiting([&] { proxy.setFilterText(u"needle"_s, 0); }, isFound));
        if (proxy.rowCount() != lineCount / 100)
            std::fprintf(stderr, "the filter found %d rows\n", proxy.rowCount());
        more.add(waiting([&] { proxy.setFilterText(u"needle 77"_s, 0); }, isFound));
        cleared.add(measure([&] { proxy.setFilterText({}, 0); }));
        byText.add(waiting([&] { list.view.sortByColumn(BatchResultsModel::Answer, Qt::AscendingOrder); },
                           [&] { return !model.isRanking(); }));
        byTokens.add(
            measure([&] { list.view.sortByColumn(BatchResultsModel::Tokens, Qt::DescendingOrder); }));
    }
    shown.printBlock("50,000 joined requests to painted texts");
    scroll.printBlock("scroll all of them page by page");
    word.printBlock("find a word in 400 MB of requests and answers");
    more.printBlock("find another word beside it");
    cleared.printBlock("clear that filter");
    byText.printBlock("sort by the answers' texts");
    byTokens.printBlock("sort by tokens");
    std::printf("memory: index %.1f MiB, after the join %.1f MiB, after scrolling %.1f MiB (bar 2 x the "
                "index: %.1f), files 400 MB\n",
                double(index) / 1048576, joined / 1024, scrolled / 1024, 2.0 * double(index) / 1048576);
    std::fflush(stdout);
}

} // namespace odc::bench

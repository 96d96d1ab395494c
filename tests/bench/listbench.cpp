// SPDX-License-Identifier: GPL-3.0-or-later
#include "listbench.h"

#include "api/session.h"
#include "base/clock.h"
#include "heartbeat.h"
#include "lists/filesmodel.h"
#include "lists/filterproxy.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "reference.h"
#include "shownlist.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Session> openSession(const QUrl &baseUrl, Clock &clock)
{
    RequestQueue::Options options;
    options.baseUrl = baseUrl;
    options.credentials.apiKey = u"sk-test"_s;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    return std::make_unique<Session>(
        std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock,
                                       [] { return 0.5; }),
        clock);
}

QList<FileObject> someFiles(int count)
{
    static const QStringList purposes{u"batch"_s, u"fine-tune"_s, u"user_data"_s, u"vision"_s};
    QList<FileObject> files;
    files.reserve(count);
    for (int i = 0; i < count; ++i) {
        const quint32 mixed = quint32(i) * 2654435761U;
        files << FileObject::fromJson(
            {{u"id"_s, u"file-%1%2"_s.arg(mixed, 8, 16, QChar(u'0')).arg(i, 12, 10, QChar(u'0'))},
             {u"object"_s, u"file"_s},
             {u"filename"_s, u"report %1 of %2.jsonl"_s.arg(mixed % 10007).arg(i)},
             {u"purpose"_s, purposes.at(int(mixed % 4))},
             {u"status"_s, u"processed"_s},
             {u"bytes"_s, qint64(mixed % 50'000'000)},
             {u"created_at"_s, 1'760'000'000 + i}});
    }
    return files;
}

Took walkOnce(const QUrl &baseUrl, bool shown)
{
    SystemClock clock;
    const auto session = openSession(baseUrl, clock);
    FilesModel model(*session);
    FilterProxy proxy;
    proxy.setRows(&model);
    std::unique_ptr<ShownList> table;
    if (shown)
        table = std::make_unique<ShownList>(proxy, model);
    proxy.sort(FilesModel::Created, Qt::DescendingOrder);
    QEventLoop loop;
    QObject::connect(
        &model, &RowModelBase::loadStateChanged, &loop,
        [&] {
            if (!model.isWalking())
                loop.quit();
        },
        Qt::QueuedConnection);
    Heartbeat heartbeat;
    QElapsedTimer timer;
    timer.start();
    heartbeat.start();
    model.refresh();
    loop.exec();
    if (shown) {
        table->view.viewport()->repaint();
        ShownList::settle();
    }
    const double total = double(timer.nsecsElapsed()) / 1e6;
    heartbeat.stop();
    if (model.loadState() != LoadState::Ready || proxy.rowCount() < 10'000)
        std::fprintf(stderr, "the list has %d rows: %s\n", proxy.rowCount(),
                     qPrintable(model.loadError().details()));
    return {total, heartbeat.worstMs(), heartbeat.worstCpuMs()};
}

} // namespace

void listing(const QUrl &baseUrl, const QString &nodeDir, int runs)
{
    QList<double> curl;
    QList<double> node;
    Samples bare;
    Samples shown;
    for (int i = 0; i < runs; ++i) {
        if (const auto seconds = curlSeconds({baseUrl.toString() + u"/files?limit=10000"_s}))
            curl << *seconds * 1000;
        if (!nodeDir.isEmpty()) {
            if (const auto ms = nodeListMs(nodeDir, baseUrl))
                node << *ms;
        }
        bare.add(walkOnce(baseUrl, false));
        shown.add(walkOnce(baseUrl, true));
    }
    report("list 10,000 files, sorted model", median(bare.total), "curl", median(curl), "ms");
    report("list 10,000 files, sorted and painted table", median(shown.total), "curl", median(curl), "ms");
    if (!node.isEmpty())
        report("list 10,000 files, sorted and painted table", median(shown.total), "node client",
               median(node), "ms");
    bare.printBlock("list 10,000 files, model");
    shown.printBlock("list 10,000 files, table");
}

void merging(int runs)
{
    constexpr int count = 100'000;
    constexpr int pageSize = 10'000;
    SystemClock clock;
    const auto session = wirelessSession(clock);
    FilesModel model(*session);
    FilterProxy proxy;
    proxy.setRows(&model);
    ShownList table(proxy, model);
    table.view.sortByColumn(FilesModel::Created, Qt::DescendingOrder);
    QList<FileObject> files = someFiles(count);
    model.merge(files);
    table.view.selectRow(500);
    // This thread's own time: the parts of a poll are shorter than what another program takes off a shared
    // machine.
    const auto timed = [](QList<double> &each, auto action) {
        const double before = Heartbeat::cpuMs();
        action();
        QCoreApplication::sendPostedEvents();
        each << Heartbeat::cpuMs() - before;
    };
    const auto poll = [&](QList<double> &each) {
        model.beginWalk();
        for (qsizetype at = 0; at < files.size(); at += pageSize) {
            const QList<FileObject> page = files.mid(at, pageSize);
            timed(each, [&] { model.merge(page); });
        }
        timed(each, [&] { model.endWalk(); });
    };
    for (const int gone : {0, count / 100}) {
        QList<double> whole;
        QList<double> page;
        QList<double> removal;
        for (int run = 0; run < runs; ++run) {
            for (qsizetype i = run; i < files.size(); i += 100) {
                QJsonObject raw = files.at(i).raw;
                raw.insert(u"status"_s, u"changed %1 %2"_s.arg(run).arg(gone));
                raw.insert(u"created_at"_s, 1'760'000'000 + (i * 7919 + run) % count);
                files[i] = FileObject::fromJson(raw);
            }
            for (int i = 0; i < gone; ++i)
                files.removeAt((qsizetype(i) * 97 + run) % files.size());
            QList<double> each;
            poll(each);
            removal << each.takeLast();
            page << *std::max_element(each.cbegin(), each.cend());
            whole << std::accumulate(each.cbegin(), each.cend(), removal.last());
            ShownList::settle();
        }
        std::printf(
            "poll of 100,000 rows, 1 %% changed, %d gone: %.1f ms on the main thread in all, longest page of "
            "10,000 %.1f ms, end of the walk %.1f ms, bar 16 ms\n",
            gone, median(whole), median(page), median(removal));
        std::fflush(stdout);
    }
}

void sortingAndFiltering(int runs)
{
    SystemClock clock;
    const auto session = wirelessSession(clock);
    FilesModel model(*session);
    FilterProxy proxy;
    proxy.setRows(&model);
    ShownList table(proxy, model);
    const QList<FileObject> files = someFiles(10'000);
    model.merge(files);
    table.view.sortByColumn(FilesModel::Created, Qt::DescendingOrder);
    Samples name;
    Samples size;
    Samples word;
    Samples field;
    Samples cleared;
    for (int run = 0; run < runs; ++run) {
        name.add(measure([&] { table.view.sortByColumn(FilesModel::Name, Qt::AscendingOrder); }));
        size.add(measure([&] { table.view.sortByColumn(FilesModel::Size, Qt::DescendingOrder); }));
        table.view.selectRow(5000);
        word.add(measure([&] { proxy.setFilterText(u"7"_s, clock.unixSeconds()); }));
        cleared.add(measure([&] { proxy.setFilterText(QString(), clock.unixSeconds()); }));
        field.add(measure([&] { proxy.setFilterText(u"purpose:batch size>1MB"_s, clock.unixSeconds()); }));
        proxy.setFilterText(QString(), clock.unixSeconds());
    }
    name.printBlock("sort 10,000 rows by name");
    size.printBlock("sort 10,000 rows by size");
    word.printBlock("filter 10,000 rows by a word in any field");
    field.printBlock("filter 10,000 rows by two fields");
    cleared.printBlock("clear that filter");
}

} // namespace odc::bench

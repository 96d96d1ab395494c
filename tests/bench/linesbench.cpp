// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesbench.h"

#include "heartbeat.h"
#include "jsonl/lineindex.h"
#include "reference.h"
#include "shownlist.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/linesview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

bool write(const QString &path, const QByteArray &line, qint64 count)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const qint64 atOnce = std::max<qint64>(1, 1'000'000 / line.size());
    const QByteArray block = line.repeated(qsizetype(atOnce));
    for (qint64 left = count; left > 0; left -= atOnce)
        file.write(block.left(qsizetype(std::min(left, atOnce)) * line.size()));
    return file.error() == QFileDevice::NoError;
}

void indexAndFind(const char *what, const QString &path, qint64 count, int runs)
{
    QList<double> building;
    QList<double> reading;
    QList<double> finding;
    qint64 memory = 0;
    qint64 peak = 0;
    for (int run = 0; run < runs; ++run) {
        resetPeak();
        const qint64 before = peakKiB();
        QElapsedTimer timer;
        timer.start();
        LineIndex index(path);
        if (!index.build() || index.count() != count)
            std::fprintf(stderr, "the index is wrong\n");
        building << double(timer.nsecsElapsed()) / 1e6;
        peak = std::max(peak, peakKiB() - before);
        memory = index.memory();
        timer.restart();
        for (qint64 i = 0; i < 1000; ++i)
            index.line((i * 7919 * 997) % count + 1, 1024);
        reading << double(timer.nsecsElapsed()) / 1e6;
        timer.restart();
        if (const auto found = index.find({.text = u"nowhere to be found"_s}); !found || *found)
            std::fprintf(stderr, "the search found something\n");
        finding << double(timer.nsecsElapsed()) / 1e6;
    }
    std::printf("index of %s: %.0f ms, %.2f MiB kept, %.1f MiB at the highest; any line %.3f ms; to search "
                "all of it %.0f ms\n",
                what, median(building), double(memory) / 1024 / 1024, double(peak) / 1024,
                median(reading) / 1000, median(finding));
    std::fflush(stdout);
}

/// From top to bottom in steps that never show a line twice, and in small ones, as one does with a wheel.
void scroll(const char *what, const QString &path)
{
    JsonlView view(ShownList::theme());
    view.resize(1200, 900);
    view.show();
    Heartbeat heart;
    heart.start();
    QEventLoop loop;
    QObject::connect(&view, &JsonlView::ready, &loop, &QEventLoop::quit);
    view.open(path);
    loop.exec();
    heart.stop();
    const double opening = heart.worstCpuMs();
    QScrollBar *bar = view.list()->verticalScrollBar();
    heart.start();
    constexpr int steps = 300;
    for (int step = 0; step < 2 * steps; ++step) {
        bar->setValue(step < steps ? int(qint64(bar->maximum()) * step / steps)
                                   : bar->maximum() / 2 + 3 * step);
        for (int turn = 0; turn < 5; ++turn)
            QApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    heart.stop();
    std::printf("%s in the window: longest block %.1f ms while opening, %.1f ms while scrolling (bar 16)\n",
                what, opening, heart.worstCpuMs());
    std::fflush(stdout);
}

} // namespace

void fileLines(int runs)
{
    const QTemporaryDir folder;
    const QString large = folder.filePath(u"large.jsonl"_s);
    const QString many = folder.filePath(u"many.jsonl"_s);
    const QByteArray request =
        R"({"custom_id":"request-000001","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-a","messages":[{"role":"user","content":")" +
        QByteArray("The parcel says delivered, yet nobody here has it. ").repeated(76) + "\"}]}}\n";
    const qint64 requests = 1'000'000'000 / request.size();
    constexpr qint64 shortLines = 10'000'000;
    if (!write(large, request, requests) || !write(many, "{\"a\":1}\n", shortLines)) {
        std::fprintf(stderr, "no room for the files of the benchmark\n");
        return;
    }
    indexAndFind("1 GB in lines of 4 kB", large, requests, runs);
    indexAndFind("10,000,000 short lines", many, shortLines, runs);
    scroll("1 GB in lines of 4 kB", large);
    scroll("10,000,000 short lines", many);
}

} // namespace odc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast the console is beside others doing the same, side by side in one run (DESIGN: speed and size).
//
//   cmake -S . -B build-bench -G Ninja -DCMAKE_BUILD_TYPE=Release
//   cmake --build build-bench --target odc_bench
//   QT_QPA_PLATFORM=offscreen build-bench/tests/bench/odc_bench [--only
//   start,list,merge,sort,items,compare,jsonl,training,lines,results,curves,palette,transfer,parts,deletes,watch] [--runs 5]
//       [--seconds 120]     how long watch watches; it is none of those that run unless they are named
//       [--time-scale 10]   of the server whose work it watches
//       [--node FOLDER]     a folder with node_modules/openai, e.g. build-bench/tests/conformance/node
//
// Each line is "name: ours, reference, ratio"; figures are medians of the runs. It starts a local server of
// its own and needs curl, and 9 GB of room in the temporary folder for the transfers.
#include "comparebench.h"
#include "curvesbench.h"
#include "deletebench.h"
#include "itemsbench.h"
#include "jsonlbench.h"
#include "linesbench.h"
#include "listbench.h"
#include "palettebench.h"
#include "resultsbench.h"
#include "startbench.h"
#include "support/serverprocess.h"
#include "trainingbench.h"
#include "transferbench.h"
#include "watchbench.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QCommandLineOption only(
        u"only"_s, u"Which ones: start, list, merge, sort, items, compare, jsonl, training, lines, results, curves, palette, transfer, parts, deletes, watch; commas between."_s,
        u"LIST"_s, u"start,list,merge,sort,items,compare,jsonl,training,lines,results,curves,palette,transfer,parts,deletes"_s);
    const QCommandLineOption runs(u"runs"_s, u"How often each."_s, u"N"_s, u"5"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"How long to watch."_s, u"N"_s, u"120"_s);
    const QCommandLineOption scale(u"time-scale"_s, u"How long the work that is watched takes, of its usual length."_s,
                                   u"FACTOR"_s, u"10"_s);
    const QCommandLineOption node(u"node"_s, u"Folder with node_modules/openai."_s, u"DIR"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Benchmarks of the console, beside curl and the official node client."_s);
    parser.addHelpOption();
    // What a benchmark starts of itself, to be killed.
    QCommandLineOption clean(u"clean"_s, u"Deletes all files of this server."_s, u"URL"_s);
    QCommandLineOption journal(u"journal"_s, u"Where it notes what it does."_s, u"FILE"_s);
    clean.setFlags(QCommandLineOption::HiddenFromHelp);
    journal.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({only, runs, seconds, scale, node, clean, journal});
    parser.process(app);
    if (parser.isSet(clean))
        return odc::bench::cleanAll(QUrl(parser.value(clean)), parser.value(journal));
    const QStringList wanted = parser.value(only).split(u',');
    const int count = std::max(1, parser.value(runs).toInt());

    if (wanted.contains(u"start"_s))
        odc::bench::starting(std::max(count, 9));
    if (wanted.contains(u"merge"_s))
        odc::bench::merging(count);
    if (wanted.contains(u"sort"_s))
        odc::bench::sortingAndFiltering(count);
    if (wanted.contains(u"items"_s))
        odc::bench::items(count);
    if (wanted.contains(u"compare"_s))
        odc::bench::comparing(count);
    if (wanted.contains(u"jsonl"_s))
        odc::bench::jsonLines(count);
    if (wanted.contains(u"training"_s))
        odc::bench::trainingFiles(count);
    if (wanted.contains(u"results"_s))
        odc::bench::batchResults(count);
    if (wanted.contains(u"curves"_s))
        odc::bench::curves(count);
    if (wanted.contains(u"palette"_s))
        odc::bench::palette();
    if (wanted.contains(u"lines"_s))
        odc::bench::fileLines(count);
    if (wanted.contains(u"list"_s)) {
        odc::test::ServerProcess server;
        if (!server.start({u"--seed"_s, u"large"_s})) {
            std::fprintf(stderr, "the local server did not start: %s\n", qPrintable(server.errorText()));
            return 1;
        }
        odc::bench::listing(server.url(), parser.value(node), count);
    }
    if (wanted.contains(u"deletes"_s))
        odc::bench::deletions(count);
    if (wanted.contains(u"transfer"_s) || wanted.contains(u"parts"_s)) {
        odc::test::ServerProcess server;
        if (!server.start()) {
            std::fprintf(stderr, "the local server did not start: %s\n", qPrintable(server.errorText()));
            return 1;
        }
        if (wanted.contains(u"transfer"_s))
            odc::bench::transfers(server.url(), count);
        if (wanted.contains(u"parts"_s))
            odc::bench::uploadInParts(server.url(), count);
    }
    if (wanted.contains(u"watch"_s)) {
        odc::test::ServerProcess server;
        if (!server.start({u"--time-scale"_s, parser.value(scale)})) {
            std::fprintf(stderr, "the local server did not start: %s\n", qPrintable(server.errorText()));
            return 1;
        }
        odc::bench::watching(server, std::max(1, parser.value(seconds).toInt()));
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference.h"

#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void report(const char *name, double ours, const char *referenceName, double reference, const char *unit)
{
    std::printf("%s: %.1f %s, %s %.1f %s, ratio %.2f\n", name, ours, unit, referenceName, reference, unit,
                reference > 0 ? ours / reference : 0.0);
    std::fflush(stdout);
}

void reportTurns(const char *name, const QList<double> &ours, const char *referenceName, const QList<double> &reference,
                 const char *unit)
{
    QList<double> ratios;
    for (qsizetype i = 0; i < std::min(ours.size(), reference.size()); ++i) {
        if (reference.at(i) > 0)
            ratios << ours.at(i) / reference.at(i);
    }
    std::sort(ratios.begin(), ratios.end());
    report(name, median(ours), referenceName, median(reference), unit);
    if (!ratios.isEmpty()) {
        std::printf("  turn by turn: ratio %.2f, of %lld from %.2f to %.2f\n", median(ratios), qint64(ratios.size()),
                    ratios.constFirst(), ratios.constLast());
    }
    std::fflush(stdout);
}

void report(const char *name, double ours, const char *unit, const char *bar)
{
    std::printf("%s: %.1f %s (%s)\n", name, ours, unit, bar);
    std::fflush(stdout);
}

std::optional<double> curlSeconds(const QStringList &arguments)
{
    QProcess curl;
    curl.start(u"curl"_s,
               QStringList{u"-sS"_s, u"-f"_s, u"-w"_s, u"%{time_total}"_s, u"-H"_s,
                           u"Authorization: Bearer sk-test"_s} +
                   (arguments.contains(u"-o"_s) ? QStringList() : QStringList{u"-o"_s, u"/dev/null"_s}) +
                   arguments);
    if (!curl.waitForFinished(600'000) || curl.exitCode() != 0) {
        std::fprintf(stderr, "curl: %s\n", curl.readAllStandardError().constData());
        return std::nullopt;
    }
    return curl.readAllStandardOutput().toDouble();
}

std::optional<double> nodeListMs(const QString &nodeDir, const QUrl &baseUrl)
{
    static const QByteArray script = R"(
        import OpenAI from 'openai';
        const client = new OpenAI({apiKey: 'sk-test', baseURL: process.argv[2]});
        const start = performance.now();
        let count = 0;
        for await (const file of client.files.list({limit: 10000})) count += file.id ? 1 : 0;
        console.log(performance.now() - start);
        if (count < 10000) process.exit(1);
    )";
    const QString path = nodeDir + u"/odc-bench.mjs"_s;
    QFile file(path);
    if (nodeDir.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        return std::nullopt;
    file.close();
    QProcess node;
    node.setWorkingDirectory(nodeDir);
    node.start(u"node"_s, {path, baseUrl.toString()});
    const bool ended = node.waitForFinished(120'000);
    file.remove();
    if (!ended || node.exitCode() != 0) {
        std::fprintf(stderr, "node: %s\n", node.readAllStandardError().left(300).constData());
        return std::nullopt;
    }
    return node.readAllStandardOutput().trimmed().toDouble();
}

std::optional<double> pythonJsonMs(const QString &path)
{
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, uR"(
import json, sys, time
start = time.perf_counter()
for line in open(sys.argv[1], 'rb'):
    json.loads(line)
print((time.perf_counter() - start) * 1000))"_s,
                                path});
    if (!python.waitForFinished(120'000) || python.exitCode() != 0) {
        std::fprintf(stderr, "python3: %s\n", python.readAllStandardError().constData());
        return std::nullopt;
    }
    return python.readAllStandardOutput().trimmed().toDouble();
}

qint64 peakKiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

void resetPeak()
{
    QFile clear(u"/proc/self/clear_refs"_s);
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

} // namespace odc::bench

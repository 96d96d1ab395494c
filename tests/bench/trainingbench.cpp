// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingbench.h"

#include "jsonl/trainingcheck.h"
#include "jsonl/trainingoverlap.h"
#include "reference.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileSize = 100'000'000;

/// A talk of a few turns, every fifth with a call of a tool; about two kilobytes, as such examples are.
QByteArray example(int number)
{
    const QByteArray count = QByteArray::number(number);
    const QByteArray prose =
        QByteArray("The parcel says delivered, yet nobody here has it; \\\"where\\\" is it? Größe 42. ")
            .repeated(4);
    QByteArray line =
        R"({"messages":[{"role":"system","content":"You answer briefly and politely."},{"role":"user","content":"Order )" +
        count + ": " + prose + R"("},{"role":"assistant","content":")" + prose +
        R"(","weight":0},{"role":"user","content":")" + prose;
    if (number % 5 == 0)
        line += R"("},{"role":"assistant","tool_calls":[{"id":"call_)" + count +
                R"(","type":"function","function":{"name":"stock","arguments":"{\"sku\":\")" + count +
                R"(\"}"}}]},{"role":"tool","tool_call_id":"call_)" + count + R"(","content":"17)";
    line += R"("},{"role":"assistant","content":"Answer )" + count + ": " + prose + R"("}])";
    if (number % 5 == 0)
        line +=
            R"(,"tools":[{"type":"function","function":{"name":"stock","description":"How many there are","parameters":{"type":"object","properties":{"sku":{"type":"string"}},"required":["sku"]}}}])";
    return line + "}\n";
}

/// How many lines there are then; 0 when there is no room.
int write(const QString &path, int from, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    int lines = 0;
    for (; file.pos() < size && file.error() == QFileDevice::NoError; ++lines)
        file.write(example(from + lines));
    return file.flush() ? lines : 0;
}

} // namespace

void trainingFiles(int runs)
{
    const QTemporaryDir folder;
    const QString training = folder.filePath(u"training.jsonl"_s);
    const QString validation = folder.filePath(u"validation.jsonl"_s);
    const int lines = write(training, 1, fileSize);
    if (lines == 0 || write(validation, lines, fileSize / 10) == 0) {
        std::fprintf(stderr, "no room for the files of the benchmark\n");
        return;
    }
    QList<double> python;
    QList<double> check;
    QList<double> busy;
    QList<double> overlap;
    qint64 memory = 0;
    for (int run = 0; run < runs; ++run) {
        if (const auto ms = pythonJsonMs(training))
            python << *ms;
        resetPeak();
        const qint64 before = peakKiB();
        const WallAndBusy checked = timed([&] {
            const auto found = checkTrainingFile(training, {.model = u"gpt-4o-mini"_s});
            if (!found || found->findingCount != 0 || found->lines != lines)
                std::fprintf(stderr, "the check found something\n");
        });
        check << checked.wall;
        busy << checked.busy;
        memory = std::max(memory, peakKiB() - before);
        const WallAndBusy compared = timed([&] {
            const auto found = overlapOf(training, validation);
            if (!found || found->count != 1)
                std::fprintf(stderr, "the overlap is wrong\n");
        });
        overlap << compared.wall;
    }
    std::printf(
        "check of a training file, 100 MB, %d examples: %.0f ms (%.0f ms busy), python json.loads %.0f ms, "
        "%.1f x as fast (bar 5)\n",
        lines, median(check), median(busy), median(python), median(python) / median(check));
    std::printf("overlap with a validation file of 10 MB: %.0f ms\n", median(overlap));
    std::printf("memory of the check at the highest: %.1f MiB\n", double(memory) / 1024);
    std::fflush(stdout);
}

} // namespace odc::bench

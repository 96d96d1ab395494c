// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlbench.h"

#include "jsonl/batchcheck.h"
#include "jsonl/batchjoin.h"
#include "reference.h"

#include <QTemporaryDir>

#include <cstdio>
#include <functional>

namespace odc::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineCount = 50'000;
constexpr qint64 fileSize = 200'000'000;

QByteArray padded(const QByteArray &head, const QByteArray &tail, qint64 size)
{
    static const QByteArray prose = "The parcel says delivered, yet nobody here has it; \\\"where\\\" is it? Größe 42. ";
    QByteArray line = head;
    while (line.size() + tail.size() + prose.size() < size)
        line += prose;
    return line + tail + '\n';
}

bool write(const QString &path, const std::function<QByteArray(int)> &line)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (int i = 0; i < lineCount; ++i)
        file.write(line(i));
    return file.error() == QFileDevice::NoError;
}

} // namespace

void jsonLines(int runs)
{
    const QTemporaryDir folder;
    const QString input = folder.filePath(u"input.jsonl"_s);
    const QString output = folder.filePath(u"output.jsonl"_s);
    const QString errors = folder.filePath(u"errors.jsonl"_s);
    constexpr qint64 size = fileSize / lineCount;
    const bool written =
        write(input, [](int i) {
            return padded(R"({"custom_id":"request-)" + QByteArray::number(i) +
                              R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-a","max_tokens":100,"messages":[{"role":"user","content":")",
                          R"("}]}})", size);
        }) && write(output, [](int i) {
            return padded(R"({"id":"batch_req_1","custom_id":"request-)" + QByteArray::number((i * 7919) % lineCount) +
                              R"(","response":{"status_code":200,"request_id":"r","body":{"choices":[{"message":{"role":"assistant","content":")",
                          R"("}}],"usage":{"prompt_tokens":900,"completion_tokens":80}}},"error":null})", size);
        }) && write(errors, [](int i) {
            return padded(R"({"id":"batch_req_1","custom_id":"request-)" + QByteArray::number(i) +
                              R"(","response":{"status_code":400,"request_id":"r","body":{"error":{"type":"invalid_request_error","message":")",
                          R"("}}},"error":null})", size);
        });
    if (!written) {
        std::fprintf(stderr, "no room for the files of the benchmark\n");
        return;
    }
    QList<double> python;
    QList<double> check;
    QList<double> checkBusy;
    QList<double> join;
    QList<double> joinBusy;
    qint64 checkMemory = 0;
    qint64 joinMemory = 0;
    for (int run = 0; run < runs; ++run) {
        if (const auto ms = pythonJsonMs(input))
            python << *ms;
        resetPeak();
        qint64 before = peakKiB();
        const WallAndBusy checked = timed([&] {
            const auto found = checkBatchFile(input);
            if (!found || !found->isSendable())
                std::fprintf(stderr, "the check found something\n");
        });
        check << checked.wall;
        checkBusy << checked.busy;
        checkMemory = std::max(checkMemory, peakKiB() - before);
        resetPeak();
        before = peakKiB();
        const WallAndBusy joined = timed([&] {
            const auto results = joinBatch(input, {{output, 0}, {errors, 0}});
            if (!results || results->rows.size() != lineCount || results->count(BatchRowState::Answered) != lineCount)
                std::fprintf(stderr, "the join is wrong\n");
        });
        join << joined.wall;
        joinBusy << joined.busy;
        joinMemory = std::max(joinMemory, peakKiB() - before);
    }
    std::printf("check 200 MB, 50,000 lines: %.0f ms (%.0f ms busy), python json.loads %.0f ms, %.1f x as fast (bar 5)\n",
                median(check), median(checkBusy), median(python), median(python) / median(check));
    std::printf("join of three such files: %.0f ms (%.0f ms busy), %.2f of the check's time (bar 2)\n", median(join),
                median(joinBusy), median(join) / median(check));
    std::printf("memory at the highest: check %.1f MiB, join %.1f MiB (of 200 and 600 MB of files)\n", double(checkMemory) / 1024,
                double(joinMemory) / 1024);
    std::fflush(stdout);
}

} // namespace odc::bench

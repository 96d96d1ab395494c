// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/batchjoin.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace odc::test {

/// `body` as a request of a batch.
inline QByteArray requestLine(const QByteArray &id, const QByteArray &body,
                              const QByteArray &url = "/v1/chat/completions")
{
    return R"({"custom_id":")" + id + R"(","method":"POST","url":")" + url + R"(","body":)" + body + "}\n";
}

inline QByteArray chatLine(const QByteArray &id, const QByteArray &user)
{
    return requestLine(
        id, R"({"model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":")" +
                user + R"("}]})");
}

/// `body` as an answer with HTTP `status`.
inline QByteArray answerLine(const QByteArray &id, const QByteArray &body, int status = 200)
{
    return R"({"id":"batch_req_)" + id + R"(","custom_id":")" + id + R"(","response":{"status_code":)" +
           QByteArray::number(status) + R"(,"request_id":"req_)" + id + R"(","body":)" + body +
           R"(},"error":null})" + '\n';
}

inline QByteArray chatAnswer(const QByteArray &id, const QByteArray &text, int in = 10, int out = 5)
{
    return answerLine(id, R"({"choices":[{"index":0,"message":{"role":"assistant","content":")" + text +
                              R"("},"finish_reason":"stop"}],"usage":{"prompt_tokens":)" +
                              QByteArray::number(in) + R"(,"completion_tokens":)" + QByteArray::number(out) +
                              "}}");
}

inline QByteArray refusedLine(const QByteArray &id, int status, const QByteArray &code,
                              const QByteArray &message)
{
    return answerLine(id,
                      R"({"error":{"message":")" + message +
                          R"(","type":"invalid_request_error","param":"max_tokens","code":)" +
                          (code.isEmpty() ? QByteArray("null") : '"' + code + '"') + "}}",
                      status);
}

inline QByteArray brokenLine(const QByteArray &id, const QByteArray &code, const QByteArray &message = "over")
{
    return R"({"id":"b","custom_id":")" + id + R"(","response":null,"error":{"code":")" + code +
           R"(","message":")" + message + "\"}}\n";
}

/// Files of a batch in a folder of their own, and what they come to.
class BatchFolder
{
public:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(QStringLiteral("f%1.jsonl").arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    /// Each of `answers` is a file of the attempt of its number.
    std::shared_ptr<const BatchResults> join(const QByteArray &input, const QByteArrayList &answers)
    {
        QList<BatchAnswerFile> files;
        for (const QByteArray &content : answers)
            files.append({write(content), int(files.size())});
        return std::make_shared<const BatchResults>(
            joinBatch(input.isEmpty() ? QString() : write(input), files).value_or(BatchResults()));
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace odc::test

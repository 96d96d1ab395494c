// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchjoin.h"

#include "jsonl/idhash.h"
#include "jsonl/linereader.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <simdjson.h>

#include <algorithm>
#include <functional>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

namespace {

constexpr size_t mostKinds = 1000; ///< of errors that are told apart: no histogram shows more

/// These say a state, and are one kind each however many others there are.
bool saysState(int httpStatus, std::string_view code)
{
    return httpStatus == 0 && (code == "batch_expired" || code == "batch_cancelled");
}

/// A line as it is joined.
struct Entry
{
    IdHash id;
    BatchLine line;
    BatchRowState state = BatchRowState::Missing;
    quint16 httpStatus = 0;
    quint32 inputTokens = 0;
    quint32 outputTokens = 0;
    int error = -1; ///< into the part's own kinds
};

/// What one stretch of a file gives.
struct Part
{
    QString path;
    ByteRange range;
    int file = -1; ///< of the answers; -1: the input
    std::vector<Entry> entries;
    std::vector<BatchResults::Gap> gaps; ///< by entry
    QList<BatchErrorKind> errors;
    qint64 unreadable = 0;
    QString error;
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

class PartReader
{
public:
    explicit PartReader(Part &part) : m_part(part) {}

    void run(JsonlWork *work)
    {
        LineReader reader(m_part.path, m_part.range);
        qint64 told = m_part.range.from;
        while (const auto line = reader.next()) {
            if (line->text.trimmed().isEmpty() && !line->isTooLong) {
                addGap();
                continue;
            }
            Entry entry;
            entry.line = {line->offset, quint32(line->text.size())};
            const bool read = !line->isTooLong && (m_part.file < 0 ? readInput(line->text, entry) : readAnswer(line->text, entry));
            // A line of the input that cannot be read is a request all the same: nobody answered it.
            if (read || m_part.file < 0)
                m_part.entries.push_back(entry);
            else
                ++m_part.unreadable;
            if (work && line->offset - told > 1'000'000) {
                work->done += line->offset - told;
                told = line->offset;
                if (work->stop)
                    return;
            }
        }
        m_part.error = reader.error();
    }

private:
    /// What an error says; in the parser's memory until the next line.
    struct Words
    {
        std::string_view code; ///< else its type
        std::string_view message;
    };

    void addGap()
    {
        const auto next = quint32(m_part.entries.size());
        if (m_part.gaps.empty())
            m_part.gaps.push_back({next, 0});
        else if (m_part.gaps.back().row != next)
            m_part.gaps.push_back({next, m_part.gaps.back().emptyLines});
        ++m_part.gaps.back().emptyLines;
    }

    simdjson::error_code open(QByteArrayView line, ondemand::object &object)
    {
        const simdjson::padded_string_view view(line.data(), size_t(line.size()), size_t(line.size() + LineReader::padding));
        if (const auto error = m_parser.iterate(view).get(m_document))
            return error;
        return m_document.get_object().get(object);
    }

    bool readInput(QByteArrayView line, Entry &entry)
    {
        ondemand::object object;
        std::string_view id;
        if (open(line, object) || object.find_field_unordered("custom_id").get(id) || id.empty())
            return false;
        entry.id = IdHash::of(id);
        return true;
    }

    bool readAnswer(QByteArrayView line, Entry &entry)
    {
        ondemand::object object;
        if (open(line, object))
            return false;
        entry.state = BatchRowState::Failed;
        bool answered = false;
        Words words;
        for (auto field : object) {
            std::string_view key;
            if (field.unescaped_key().get(key))
                return false;
            if (key == "custom_id") {
                std::string_view id;
                if (!field.value().get(id) && !id.empty())
                    entry.id = IdHash::of(id);
            } else if (key == "response") {
                ondemand::object response;
                if (!field.value().get_object().get(response) && !readResponse(response, entry, words))
                    return false;
                answered = entry.httpStatus >= 200 && entry.httpStatus < 300;
            } else if (key == "error") {
                ondemand::object error;
                if (!field.value().get_object().get(error) && !readError(error, words))
                    return false;
            }
        }
        if (entry.id.isNull())
            return false;
        if (answered) {
            entry.state = BatchRowState::Answered;
            return true;
        }
        if (words.code == "batch_expired")
            entry.state = BatchRowState::Expired;
        else if (words.code == "batch_cancelled")
            entry.state = BatchRowState::Cancelled;
        entry.error = kindOf(entry.httpStatus, words);
        return true;
    }

    bool readResponse(ondemand::object response, Entry &entry, Words &words)
    {
        for (auto field : response) {
            std::string_view key;
            if (field.unescaped_key().get(key))
                return false;
            if (key == "status_code") {
                int64_t status = 0;
                if (!field.value().get(status))
                    entry.httpStatus = quint16(std::clamp<int64_t>(status, 0, 65'535));
            } else if (key == "body") {
                ondemand::object body;
                if (!field.value().get_object().get(body) && !readBody(body, entry, words))
                    return false;
            }
        }
        return true;
    }

    bool readBody(ondemand::object body, Entry &entry, Words &words)
    {
        for (auto field : body) {
            std::string_view key;
            if (field.unescaped_key().get(key))
                return false;
            if (key == "usage") {
                ondemand::object usage;
                if (!field.value().get_object().get(usage) && !readUsage(usage, entry))
                    return false;
            } else if (key == "error") {
                ondemand::object error;
                if (!field.value().get_object().get(error) && !readError(error, words))
                    return false;
            }
        }
        return true;
    }

    bool readUsage(ondemand::object usage, Entry &entry)
    {
        for (auto field : usage) {
            std::string_view key;
            if (field.unescaped_key().get(key))
                return false;
            int64_t tokens = 0;
            const bool isInput = key == "prompt_tokens" || key == "input_tokens";
            const bool isOutput = key == "completion_tokens" || key == "output_tokens";
            if ((isInput || isOutput) && !field.value().get(tokens))
                (isInput ? entry.inputTokens : entry.outputTokens) =
                    quint32(std::clamp<int64_t>(tokens, 0, std::numeric_limits<quint32>::max()));
        }
        return true;
    }

    bool readError(ondemand::object error, Words &words)
    {
        std::string_view type;
        for (auto field : error) {
            std::string_view key;
            if (field.unescaped_key().get(key))
                return false;
            std::string_view value;
            if (key == "code" && !field.value().get(value))
                words.code = value;
            else if (key == "type" && !field.value().get(value))
                type = value;
            else if (key == "message" && !field.value().get(value))
                words.message = value;
        }
        if (words.code.empty())
            words.code = type;
        return true;
    }

    int kindOf(int httpStatus, const Words &words)
    {
        for (size_t i = 0; i < m_kinds.size(); ++i) {
            if (m_part.errors.at(qsizetype(i)).httpStatus == httpStatus && m_kinds[i] == words.code)
                return int(i);
        }
        if (m_kinds.size() >= mostKinds && !saysState(httpStatus, words.code))
            return others(); // each further line would be held against all of them
        m_kinds.emplace_back(words.code);
        m_part.errors.append({httpStatus, text(words.code), text(words.message)});
        return int(m_kinds.size()) - 1;
    }

    int others()
    {
        if (m_others < 0) {
            m_others = int(m_kinds.size());
            m_kinds.emplace_back();
            BatchErrorKind all;
            all.httpStatus = -1; // no answer has it
            all.isOthers = true;
            m_part.errors.append(all);
        }
        return m_others;
    }

    Part &m_part;
    std::vector<std::string> m_kinds; ///< codes of the part's errors
    int m_others = -1;                ///< the entry of those not told apart
    ondemand::parser m_parser;
    ondemand::document m_document;
};

class Joiner
{
public:
    explicit Joiner(BatchResults &results) : m_results(results) { m_results.errors.append(BatchErrorKind()); }

    void addInput(const Part &part)
    {
        const auto first = quint32(m_results.rows.size());
        const quint32 before = m_results.gaps.empty() ? 0 : m_results.gaps.back().emptyLines;
        for (const BatchResults::Gap &gap : part.gaps)
            m_results.gaps.push_back({first + gap.row, before + gap.emptyLines});
        for (const Entry &entry : part.entries) {
            BatchRow row;
            row.input = entry.line;
            // Of several lines with one id the first is it; the check says so before it is sent.
            if (!entry.id.isNull() && !m_rowOf.contains(entry.id))
                m_rowOf.insert(entry.id, int(m_results.rows.size()));
            m_results.rows.push_back(row);
        }
    }

    void addAnswers(const Part &part)
    {
        std::vector<quint16> errors;
        for (const BatchErrorKind &kind : part.errors)
            errors.push_back(errorOf(kind));
        m_results.unreadable += part.unreadable;
        if (part.unreadable > 0)
            m_results.unreadableAttempt =
                std::max(m_results.unreadableAttempt, m_results.files.at(part.file).attempt);
        for (const Entry &entry : part.entries) {
            auto known = m_rowOf.constFind(entry.id);
            if (known == m_rowOf.constEnd()) {
                known = m_rowOf.insert(entry.id, int(m_results.rows.size()));
                m_results.rows.emplace_back();
                m_results.strays += m_results.input.isEmpty() ? 0 : 1;
            }
            take(m_results.rows[size_t(*known)], entry, part.file, entry.error < 0 ? quint16(0) : errors[size_t(entry.error)]);
        }
    }

    void finish()
    {
        for (const BatchRow &row : m_results.rows) {
            ++m_results.counts[size_t(row.state)];
            m_results.duplicates += row.isDuplicate;
            m_results.inputTokens += row.inputTokens;
            m_results.outputTokens += row.outputTokens;
            if (row.error > 0)
                ++m_results.errors[row.error].count;
        }
    }

private:
    void take(BatchRow &row, const Entry &entry, int file, quint16 error)
    {
        if (row.answer.isThere()) {
            // An answer of a later attempt is what that was for; two of one attempt are one too many.
            row.isDuplicate = row.isDuplicate || m_results.files.at(row.file).attempt == m_results.files.at(file).attempt ||
                              (row.state == BatchRowState::Answered && entry.state == BatchRowState::Answered);
            if (row.state == BatchRowState::Answered)
                return;
        }
        row.answer = entry.line;
        row.file = quint16(file);
        row.state = entry.state;
        row.httpStatus = entry.httpStatus;
        row.inputTokens = entry.inputTokens;
        row.outputTokens = entry.outputTokens;
        row.error = error;
    }

    quint16 errorOf(const BatchErrorKind &kind)
    {
        if (kind.isOthers)
            return others();
        for (qsizetype i = 1; i < m_results.errors.size(); ++i) {
            const BatchErrorKind &known = m_results.errors.at(i);
            if (known.httpStatus == kind.httpStatus && known.code == kind.code && !known.isOthers)
                return quint16(i);
        }
        if (m_told >= mostKinds && !saysState(kind.httpStatus, kind.code.toStdString()))
            return others(); // a code for each line: no histogram would help
        ++m_told;
        m_results.errors.append(kind);
        return quint16(m_results.errors.size() - 1);
    }

    quint16 others()
    {
        if (m_others == 0) {
            m_others = quint16(m_results.errors.size());
            BatchErrorKind all;
            all.isOthers = true;
            m_results.errors.append(all);
        }
        return m_others;
    }

    BatchResults &m_results;
    size_t m_told = 0;    ///< kinds that are told apart
    quint16 m_others = 0; ///< the entry of the rest; 0: there is none
    QHash<IdHash, int> m_rowOf;
};

QByteArray lineOf(const QString &path, const BatchLine &line)
{
    QFile file(path);
    if (!line.isThere() || !file.open(QIODevice::ReadOnly) || !file.seek(line.offset))
        return {};
    return file.read(line.size);
}

} // namespace

qint64 BatchResults::inputLineNumber(size_t row) const
{
    if (row >= rows.size() || !rows[row].input.isThere())
        return 0;
    const auto next =
        std::upper_bound(gaps.begin(), gaps.end(), row, [](size_t wanted, const Gap &gap) { return wanted < gap.row; });
    return qint64(row) + 1 + (next == gaps.begin() ? 0 : qint64(std::prev(next)->emptyLines));
}

bool BatchResults::mayBeAnswered(const BatchRow &row) const
{
    if (row.state == BatchRowState::Answered || unreadable == 0)
        return false;
    // A request has one line in each attempt that it was sent with.
    return !row.answer.isThere() || files.at(row.file).attempt < unreadableAttempt;
}

QString BatchResults::errorCode(const BatchRow &row) const
{
    const BatchErrorKind kind = errors.value(row.error);
    return kind.isOthers ? QString(otherKindsWord) : kind.code;
}

QByteArray BatchResults::inputOf(const BatchRow &row) const
{
    return lineOf(input, row.input);
}

QByteArray BatchResults::answerOf(const BatchRow &row) const
{
    return row.answer.isThere() ? lineOf(files.at(row.file).path, row.answer) : QByteArray();
}

Result<BatchResults> joinBatch(const QString &inputPath, const QList<BatchAnswerFile> &answers, const JsonlWorkPtr &work)
{
    BatchResults results;
    results.input = inputPath;
    results.files = answers;
    QThreadPool pool;
    std::vector<Part> parts;
    const auto add = [&](const QString &path, int file) -> Result<void> {
        const qint64 size = QFileInfo(path).size();
        const auto ranges = splitAtLines(path, {0, size}, int(std::clamp<qint64>(size / 1'000'000, 1, pool.maxThreadCount() * 8)));
        if (!ranges)
            return failure(ranges.error());
        for (const ByteRange &range : *ranges) {
            parts.emplace_back();
            parts.back().path = path;
            parts.back().range = range;
            parts.back().file = file;
        }
        return {};
    };
    if (!inputPath.isEmpty()) {
        if (const auto added = add(inputPath, -1); !added)
            return failure(added.error());
    }
    for (int file = 0; file < answers.size(); ++file) {
        if (const auto added = add(answers.at(file).path, file); !added)
            return failure(added.error());
    }
    QtConcurrent::blockingMap(&pool, parts, [&](Part &part) {
        if (!work || !work->stop)
            PartReader(part).run(work.get());
    });
    size_t requests = 0;
    for (const Part &part : parts)
        requests += part.file < 0 ? part.entries.size() : 0;
    results.rows.reserve(requests); // growing would leave up to as much unused as they take
    Joiner joiner(results);
    for (const Part &part : parts) {
        if (!part.error.isEmpty())
            return failure(ApiError::make(ApiError::Kind::LocalFile, part.error));
        if (part.file < 0)
            joiner.addInput(part);
        else
            joiner.addAnswers(part);
    }
    results.stopped = work && work->stop;
    joiner.finish();
    return results;
}

} // namespace odc

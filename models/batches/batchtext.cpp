// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchtext.h"

#include "base/format.h"
#include "batches/batchspeaker_p.h"

#include <QFile>

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <vector>

namespace odc {

using namespace Qt::StringLiterals;
using namespace odc::batchspeech;
namespace {

/// Looks for a folded text in many.
class Needle
{
public:
    explicit Needle(const QByteArray &folded)
        : m_folded(folded),
          m_isAscii(std::all_of(folded.cbegin(), folded.cend(), [](char c) { return uchar(c) < 0x80; }))
    {
        if (!m_isAscii)
            m_text = QString::fromUtf8(folded);
    }

    bool isIn(std::string_view hay)
    {
        if (!m_isAscii)
            return text(hay).toCaseFolded().contains(m_text);
        m_lower.resize(hay.size());
        std::transform(hay.begin(), hay.end(), m_lower.begin(),
                       [](char c) { return char(c + ((uchar(c - 'A') < 26) << 5)); });
        return m_lower.find(m_folded.constData(), 0, size_t(m_folded.size())) != std::string::npos;
    }

private:
    const QByteArray m_folded;
    const bool m_isAscii;
    QString m_text;
    std::string m_lower;
};

} // namespace

class BatchTextReader::Private
{
public:
    explicit Private(std::shared_ptr<const BatchResults> results) : m_results(std::move(results)) {}

    /// One line taken apart; true when that went well. Its texts are valid until the next one is read.
    struct Line
    {
        std::vector<char> bytes;
        quint32 size = 0;
        dom::parser parser;
        dom::element json;
        bool isJson = false;
        bool tooLong = false;

        std::string_view raw() const { return {bytes.data(), size}; }
    };

    void readInput(const BatchRow &row) { read(m_input, m_results->input, row.input, m_inputLine); }
    void readAnswer(const BatchRow &row)
    {
        if (m_answers.empty())
            m_answers.resize(size_t(m_results->files.size()));
        if (!row.answer.isThere()) {
            clear(m_answerLine);
            return;
        }
        read(m_answers[row.file], m_results->files.at(row.file).path, row.answer, m_answerLine);
    }

    QByteArray bytes(std::unique_ptr<QFile> &file, const QString &path, const BatchLine &line)
    {
        if (!line.isThere() || !open(file, path) || !file->seek(line.offset))
            return {};
        return file->read(line.size);
    }
    QByteArray inputBytes(const BatchRow &row) { return bytes(m_input, m_results->input, row.input); }
    QByteArray answerBytes(const BatchRow &row)
    {
        if (m_answers.empty())
            m_answers.resize(size_t(m_results->files.size()));
        return row.answer.isThere()
                   ? bytes(m_answers[row.file], m_results->files.at(row.file).path, row.answer)
                   : QByteArray();
    }

    std::string_view customId() const
    {
        for (const Line *line : {&m_inputLine, &m_answerLine}) {
            std::string_view id;
            if (line->isJson && !line->json["custom_id"].get(id))
                return id;
        }
        return {};
    }

    std::string_view requestId() const
    {
        std::string_view id;
        return m_answerLine.isJson && !m_answerLine.json.at_pointer("/response/request_id").get(id)
                   ? id
                   : std::string_view();
    }

    template <typename Say> void sayRequest(Say say) const
    {
        dom::element body;
        if (m_inputLine.isJson && !m_inputLine.json["body"].get(body))
            Speaker<Say>(say).request(body);
        else if (m_inputLine.size > 0)
            say(std::string_view("line"), m_inputLine.raw());
    }
    template <typename Say> void sayAnswer(Say say) const
    {
        dom::element body;
        if (m_answerLine.isJson && !m_answerLine.json.at_pointer("/response/body").get(body) &&
            !body.is_null())
            Speaker<Say>(say).answer(body);
        else if (!m_answerLine.isJson && m_answerLine.size > 0)
            say(std::string_view("line"), m_answerLine.raw());
    }
    ErrorWords error() const
    {
        return m_answerLine.isJson ? ErrorWords::of(m_answerLine.json) : ErrorWords();
    }

    Line m_inputLine;
    Line m_answerLine;

private:
    static bool open(std::unique_ptr<QFile> &file, const QString &path)
    {
        if (!file) {
            file = std::make_unique<QFile>(path);
            // Lines lie anywhere: a buffer that reads on would read each twice.
            (void)file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        }
        return file->isOpen();
    }

    static void clear(Line &line)
    {
        line.size = 0;
        line.isJson = line.tooLong = false;
    }

    static void read(std::unique_ptr<QFile> &file, const QString &path, const BatchLine &where, Line &line)
    {
        clear(line);
        if (!where.isThere() || !open(file, path))
            return;
        line.tooLong = where.size > longestLine;
        if (line.tooLong || !file->seek(where.offset))
            return;
        if (line.bytes.size() < size_t(where.size) + simdjson::SIMDJSON_PADDING)
            line.bytes.resize(size_t(where.size) + simdjson::SIMDJSON_PADDING);
        if (file->read(line.bytes.data(), where.size) != qint64(where.size))
            return; // it became shorter meanwhile
        line.size = where.size;
        line.isJson = !line.parser.parse(line.bytes.data(), size_t(line.size), false).get(line.json) &&
                      line.json.is_object();
    }

    const std::shared_ptr<const BatchResults> m_results;
    std::unique_ptr<QFile> m_input;
    std::vector<std::unique_ptr<QFile>> m_answers;
};

BatchTextReader::BatchTextReader(std::shared_ptr<const BatchResults> results)
    : d(std::make_unique<Private>(std::move(results)))
{
}

BatchTextReader::~BatchTextReader() = default;

BatchCells BatchTextReader::cells(const BatchRow &row, int most)
{
    d->readInput(row);
    d->readAnswer(row);
    BatchCells cells;
    cells.customId = beginning(d->customId(), most);
    cells.requestId = beginning(d->requestId(), most);
    std::string_view lastRole;
    bool found = false;
    // What the user said last; where nobody is called user, the first thing said.
    d->sayRequest([&](std::string_view role, std::string_view words) {
        if (role == "user" || !found || (lastRole == "system" && role != "system")) {
            cells.request = beginning(words, most);
            lastRole = role;
            found = true;
        }
    });
    const auto tooLong = [](quint32 size) { return Tr::tr("a line of %1").arg(format::size(size)); };
    if (d->m_inputLine.tooLong)
        cells.request = tooLong(row.input.size);
    if (row.state != BatchRowState::Answered) {
        const ErrorWords error = d->error();
        for (const std::string_view words : {error.message, error.code, error.type}) {
            if (cells.answer.isEmpty())
                cells.answer = beginning(words, most);
        }
    }
    if (cells.answer.isEmpty()) {
        bool reasoning = false;
        d->sayAnswer([&](std::string_view role, std::string_view words) {
            if (!cells.answer.isEmpty() && !reasoning)
                return;
            cells.answer = beginning(words, most);
            reasoning = role == "reasoning"; // shown only where nothing else was said
        });
    }
    if (d->m_answerLine.tooLong)
        cells.answer = tooLong(row.answer.size);
    double from = 0;
    double to = 0;
    if (d->m_answerLine.isJson && !d->m_answerLine.json.at_pointer("/response/body/created_at").get(from) &&
        !d->m_answerLine.json.at_pointer("/response/body/completed_at").get(to) && to >= from)
        cells.seconds = to - from;
    return cells;
}

BatchReading BatchTextReader::reading(const BatchRow &row)
{
    d->readInput(row);
    d->readAnswer(row);
    BatchReading reading;
    reading.tooLong = d->m_inputLine.tooLong || d->m_answerLine.tooLong;
    reading.customId = text(d->customId());
    reading.requestId = text(d->requestId());
    const auto into = [](QList<BatchMessage> &list) {
        return [&list](std::string_view role, std::string_view words) {
            list.append({text(role), text(words)});
        };
    };
    d->sayRequest(into(reading.request));
    const ErrorWords error = d->error();
    reading.errorMessage = text(error.message);
    reading.errorCode = text(error.code);
    reading.errorType = text(error.type);
    reading.errorParam = text(error.param);
    d->sayAnswer(into(reading.answer));
    std::string_view words;
    if (d->m_answerLine.isJson) {
        const dom::element &line = d->m_answerLine.json;
        if (!line.at_pointer("/response/body/choices/0/finish_reason").get(words))
            reading.finishReason = text(words);
        if (!line.at_pointer("/response/body/model").get(words))
            reading.model = text(words);
    }
    if (reading.model.isEmpty() && d->m_inputLine.isJson &&
        !d->m_inputLine.json.at_pointer("/body/model").get(words))
        reading.model = text(words);
    return reading;
}

bool BatchTextReader::mentions(const BatchRow &row, BatchPlace place, const QByteArray &folded)
{
    Needle needle(folded);
    bool found = false;
    const auto look = [&](std::string_view, std::string_view words) { found = found || needle.isIn(words); };
    const bool anywhere = place == BatchPlace::Anywhere;
    if (anywhere || place == BatchPlace::Request || place == BatchPlace::CustomId)
        d->readInput(row);
    else
        d->m_inputLine.isJson = false;
    // The id stands in the answer, too, for a row that nobody asked for.
    const bool needsAnswer = place == BatchPlace::Answer || place == BatchPlace::RequestId ||
                             (place == BatchPlace::CustomId && !row.input.isThere());
    if ((anywhere || place == BatchPlace::Request) && row.input.isThere())
        d->sayRequest(look);
    if (found)
        return true;
    if (anywhere || needsAnswer)
        d->readAnswer(row);
    else
        d->m_answerLine.isJson = false;
    if (anywhere || place == BatchPlace::Answer) {
        d->sayAnswer(look);
        const ErrorWords error = d->error();
        for (const std::string_view words : {error.message, error.code, error.type, error.param})
            look({}, words);
    }
    if (anywhere || place == BatchPlace::CustomId)
        look({}, d->customId());
    if (anywhere || place == BatchPlace::RequestId)
        look({}, d->requestId());
    return found;
}

QByteArray BatchTextReader::inputLine(const BatchRow &row)
{
    return d->inputBytes(row);
}

QByteArray BatchTextReader::answerLine(const BatchRow &row)
{
    return d->answerBytes(row);
}

} // namespace odc

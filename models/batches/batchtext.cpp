// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchtext.h"

#include "base/format.h"

#include <QCoreApplication>
#include <QFile>

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <vector>

namespace odc {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BatchText)
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// At most so many units of a text that may have megabytes.
QString beginning(std::string_view utf8, int most)
{
    return text(utf8.substr(0, std::min(utf8.size(), size_t(most) * 4))).left(most);
}

std::string_view member(const dom::object &object, std::string_view key)
{
    std::string_view value;
    return object[key].get(value) ? std::string_view() : value;
}

/// Calls `say(role, text)` for each thing a request or an answer says to a person.
template <typename Say> class Speaker
{
public:
    explicit Speaker(Say &say) : m_say(say) {}

    void request(const dom::element &body)
    {
        dom::object object;
        if (body.get(object))
            return;
        m_said = false;
        if (const std::string_view instructions = member(object, "instructions"); !instructions.empty())
            speak("system", instructions);
        dom::element value;
        if (!object["messages"].get(value))
            messages(value, "user");
        if (!object["input"].get(value))
            input(value, "input");
        if (!object["prompt"].get(value))
            input(value, "prompt");
        if (!m_said)
            speak("request", simdjson::minify(body));
    }

    void answer(const dom::element &body)
    {
        m_said = false;
        dom::object object;
        std::string_view plain;
        if (!body.get(plain)) {
            speak("assistant", plain); // a gateway's page, or words
            return;
        }
        if (body.get(object))
            return;
        dom::array list;
        if (!object["choices"].get(list))
            choices(list);
        if (!object["output"].get(list))
            outputs(list);
        if (!object["data"].get(list))
            data(list);
        if (!object["results"].get(list))
            verdicts(list);
        dom::element error;
        const bool failed = !object["error"].get(error) && !error.is_null();
        if (!m_said && !failed)
            speak("assistant", simdjson::minify(body));
    }

private:
    void speak(std::string_view role, std::string_view what)
    {
        m_said = true;
        m_say(role, what);
    }

    void speak(std::string_view role, const QString &what)
    {
        const QByteArray utf8 = what.toUtf8();
        speak(role, std::string_view(utf8.constData(), size_t(utf8.size())));
    }

    /// `content` of a message: a text, or parts.
    void content(std::string_view role, const dom::element &value)
    {
        std::string_view whole;
        if (!value.get(whole)) {
            speak(role, whole);
            return;
        }
        dom::array parts;
        if (value.get(parts))
            return;
        for (const dom::element part : parts) {
            dom::object object;
            if (!part.get(whole))
                speak(role, whole);
            else if (!part.get(object))
                this->part(role, object, part);
        }
    }

    void part(std::string_view role, const dom::object &object, const dom::element &element)
    {
        for (const char *key : {"text", "refusal", "transcript"}) {
            std::string_view words;
            if (!object[key].get(words)) {
                speak(role, words);
                return;
            }
        }
        const std::string_view type = member(object, "type");
        if (type.find("image") != std::string_view::npos)
            speak(role, Tr::tr("[image]"));
        else if (type.find("audio") != std::string_view::npos)
            speak(role, Tr::tr("[sound]"));
        else if (type.find("file") != std::string_view::npos)
            speak(role, Tr::tr("[file]"));
        else
            speak(role, simdjson::minify(element));
    }

    void toolCalls(const dom::object &message)
    {
        dom::array calls;
        if (message["tool_calls"].get(calls))
            return;
        for (const dom::element call : calls) {
            dom::object function;
            if (!call["function"].get(function))
                called(member(function, "name"), member(function, "arguments"));
        }
    }

    void called(std::string_view name, std::string_view arguments)
    {
        std::string words(name);
        words += '(';
        words += arguments;
        words += ')';
        speak("tool call", words);
    }

    void message(const dom::element &element, std::string_view role)
    {
        dom::object object;
        if (element.get(object))
            return;
        if (const std::string_view own = member(object, "role"); !own.empty())
            role = own;
        dom::element value;
        if (!object["content"].get(value))
            content(role, value);
        if (const std::string_view refusal = member(object, "refusal"); !refusal.empty())
            speak(role, refusal);
        if (!object["output"].get(value)) // of a function that was called
            content("tool", value);
        if (member(object, "type") == "function_call")
            called(member(object, "name"), member(object, "arguments"));
        toolCalls(object);
    }

    void messages(const dom::element &value, std::string_view role)
    {
        dom::array list;
        if (value.get(list))
            return;
        for (const dom::element element : list)
            message(element, role);
    }

    /// `input` or `prompt`: a text, texts, tokens, or messages.
    void input(const dom::element &value, std::string_view role)
    {
        std::string_view whole;
        if (!value.get(whole)) {
            speak(role, whole);
            return;
        }
        dom::array list;
        if (value.get(list)) {
            if (value.is_object())
                speak(role, simdjson::minify(value));
            return;
        }
        qint64 tokens = 0;
        for (const dom::element element : list) {
            dom::array ids;
            if (!element.get(whole))
                speak(role, whole);
            else if (!element.get(ids))
                speak(role, Tr::tr("%Ln token(s)", nullptr, int(ids.size())));
            else if (element.is_number())
                ++tokens;
            else if (element["content"].error() == simdjson::SUCCESS || element["role"].error() == simdjson::SUCCESS ||
                     element["output"].error() == simdjson::SUCCESS || element["arguments"].error() == simdjson::SUCCESS)
                message(element, "user");
            else if (dom::object object; !element.get(object))
                part(role, object, element);
        }
        if (tokens > 0)
            speak(role, Tr::tr("%Ln token(s)", nullptr, int(tokens)));
    }

    void choices(const dom::array &list)
    {
        for (const dom::element choice : list) {
            std::string_view words;
            if (!choice["text"].get(words))
                speak("assistant", words);
            dom::element one;
            if (!choice["message"].get(one))
                message(one, "assistant");
        }
    }

    void outputs(const dom::array &list)
    {
        for (const dom::element item : list) {
            dom::object object;
            if (item.get(object))
                continue;
            const std::string_view type = member(object, "type");
            dom::array summary;
            if (type == "reasoning") {
                if (!object["summary"].get(summary))
                    for (const dom::element part : summary)
                        if (std::string_view words; !part["text"].get(words))
                            speak("reasoning", words);
            } else if (!type.empty() && type != "message" && type != "function_call") {
                speak("tool call", type);
            } else if (std::string_view words; type.empty() && !object["text"].get(words)) {
                speak("assistant", words);
            } else {
                message(item, "assistant");
            }
        }
    }

    /// Embeddings, or pictures.
    void data(const dom::array &list)
    {
        qint64 embeddings = 0;
        qint64 numbers = 0;
        qint64 pictures = 0;
        for (const dom::element item : list) {
            dom::element value;
            dom::array vector;
            std::string_view words;
            if (!item["embedding"].get(value)) {
                ++embeddings;
                if (!value.get(vector))
                    numbers = qint64(vector.size());
                else if (!value.get(words))
                    numbers = qint64(words.size()) * 3 / 4 / 4; // base64 of 32 bit floats
            } else if (!item["url"].get(words)) {
                speak("assistant", words);
            } else if (!item["b64_json"].get(words)) {
                ++pictures;
            }
            if (!item["revised_prompt"].get(words))
                speak("revised prompt", words);
        }
        if (embeddings == 1)
            speak("assistant", Tr::tr("%Ln number(s)", nullptr, int(numbers)));
        else if (embeddings > 1)
            speak("assistant", Tr::tr("%1 embeddings of %2 numbers").arg(format::number(embeddings), format::number(numbers)));
        if (pictures > 0)
            speak("assistant", Tr::tr("%Ln picture(s)", nullptr, int(pictures)));
    }

    /// Moderations.
    void verdicts(const dom::array &list)
    {
        for (const dom::element item : list) {
            bool flagged = false;
            if (item["flagged"].get(flagged))
                continue;
            if (!flagged) {
                speak("assistant", Tr::tr("not flagged"));
                continue;
            }
            QStringList kinds;
            dom::object categories;
            if (!item["categories"].get(categories)) {
                for (const auto category : categories)
                    if (bool is = false; !category.value.get(is) && is)
                        kinds << text(category.key);
            }
            speak("assistant", kinds.isEmpty() ? Tr::tr("flagged") : Tr::tr("flagged: %1").arg(kinds.join(u", "_s)));
        }
    }

    Say &m_say;
    bool m_said = false;
};

/// The error of an answer, in either shape (WIRE §8).
struct ErrorWords
{
    std::string_view message;
    std::string_view code;
    std::string_view type;
    std::string_view param;

    static ErrorWords of(const dom::element &line)
    {
        ErrorWords words;
        for (const char *place : {"/response/body/error", "/error"}) {
            dom::element error;
            if (line.at_pointer(place).get(error))
                continue;
            if (dom::object object; !error.get(object)) {
                words.message = member(object, "message");
                words.code = member(object, "code");
                words.type = member(object, "type");
                words.param = member(object, "param");
                return words;
            }
            if (!error.get(words.message))
                return words;
        }
        return words;
    }
};

/// Looks for a folded text in many.
class Needle
{
public:
    explicit Needle(const QByteArray &folded)
        : m_folded(folded), m_isAscii(std::all_of(folded.cbegin(), folded.cend(), [](char c) { return uchar(c) < 0x80; }))
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
        return row.answer.isThere() ? bytes(m_answers[row.file], m_results->files.at(row.file).path, row.answer)
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
        return m_answerLine.isJson && !m_answerLine.json.at_pointer("/response/request_id").get(id) ? id
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
        if (m_answerLine.isJson && !m_answerLine.json.at_pointer("/response/body").get(body) && !body.is_null())
            Speaker<Say>(say).answer(body);
        else if (!m_answerLine.isJson && m_answerLine.size > 0)
            say(std::string_view("line"), m_answerLine.raw());
    }
    ErrorWords error() const { return m_answerLine.isJson ? ErrorWords::of(m_answerLine.json) : ErrorWords(); }

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
        line.isJson = !line.parser.parse(line.bytes.data(), size_t(line.size), false).get(line.json) && line.json.is_object();
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
        return [&list](std::string_view role, std::string_view words) { list.append({text(role), text(words)}); };
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
    if (reading.model.isEmpty() && d->m_inputLine.isJson && !d->m_inputLine.json.at_pointer("/body/model").get(words))
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

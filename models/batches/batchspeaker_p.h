// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/format.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <string_view>

// What the JSON of a batch's lines says to a person; for batchtext.cpp alone.
namespace odc::batchspeech {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BatchText)
};

inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// At most so many units of a text that may have megabytes.
inline QString beginning(std::string_view utf8, int most)
{
    return text(utf8.substr(0, std::min(utf8.size(), size_t(most) * 4))).left(most);
}

inline std::string_view member(const dom::object &object, std::string_view key)
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
            else if (element["content"].error() == simdjson::SUCCESS ||
                     element["role"].error() == simdjson::SUCCESS ||
                     element["output"].error() == simdjson::SUCCESS ||
                     element["arguments"].error() == simdjson::SUCCESS)
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
            speak("assistant", Tr::tr("%1 embeddings of %2 numbers")
                                   .arg(format::number(embeddings), format::number(numbers)));
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
            speak("assistant",
                  kinds.isEmpty() ? Tr::tr("flagged") : Tr::tr("flagged: %1").arg(kinds.join(u", "_s)));
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

} // namespace odc::batchspeech

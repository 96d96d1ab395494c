// SPDX-License-Identifier: GPL-3.0-or-later
#include "examplehash.h"

#include "jsonl/trainingrules.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <bit>

namespace odc {

namespace dom = simdjson::dom;

namespace {

quint64 seed()
{
    static const quint64 value = QRandomGenerator::system()->generate64() | 1;
    return value;
}

/// Every bit of the one that comes out depends on all of those that go in.
quint64 mixed(quint64 value)
{
    value ^= value >> 32;
    value *= 0xd6e8feb86659fd93U;
    value ^= value >> 32;
    value *= 0xd6e8feb86659fd93U;
    return value ^ (value >> 32);
}

quint64 joined(quint64 left, quint64 right)
{
    return mixed(std::rotl(left, 17) + right + 0x9e3779b97f4a7c15U);
}

quint64 textHash(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const size_t from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos)
        return seed();
    text = text.substr(from, text.find_last_not_of(blanks) - from + 1);
    return quint64(qHashBits(text.data(), text.size(), size_t(seed())));
}

/// Ids of calls are new in each conversation, whatever it says.
bool isId(std::string_view key)
{
    return key == "id" || key == "tool_call_id";
}

quint64 valueHash(dom::element value, bool withIds)
{
    switch (value.type()) {
    case dom::element_type::STRING:
        return textHash(value.get_string().value_unsafe());
    case dom::element_type::ARRAY: {
        quint64 hash = 2;
        for (const dom::element each : dom::array(value))
            hash = joined(hash, valueHash(each, withIds));
        return hash;
    }
    case dom::element_type::OBJECT: {
        quint64 hash = 3; // a sum: the order of the members means nothing
        for (const auto &[key, each] : dom::object(value)) {
            if (!each.is_null() && (withIds || !isId(key)))
                hash += joined(textHash(key), valueHash(each, withIds));
        }
        return mixed(hash);
    }
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
        return joined(4, std::bit_cast<quint64>(value.get_double().value_unsafe()));
    case dom::element_type::BOOL:
        return value.get_bool().value_unsafe() ? 5 : 6;
    default:
        return 7;
    }
}

/// What is trained of a member that tells the example's kind; empty for what is none of it.
std::string_view meaningOf(std::string_view key)
{
    if (key == "preferred_completion")
        return "preferred_output";
    if (key == "non_preferred_completion")
        return "non_preferred_output";
    constexpr std::array<std::string_view, 8> names{
        "messages",  "tools", "functions", "prompt", "input", "preferred_output", "non_preferred_output",
        "completion"};
    return std::find(names.begin(), names.end(), key) != names.end() ? key : std::string_view();
}

} // namespace

quint64 contentHash(dom::element value)
{
    return valueHash(value, true);
}

quint64 exampleHash(dom::object example)
{
    // Without an answer in it the rest is what answers are graded by: the same question with another right
    // answer is another example.
    const bool withItems =
        training::kindOf(example) == training::LineKind::Messages && !training::endsWithAnswer(example);
    quint64 hash = 1;
    for (const auto &[key, value] : example) {
        const std::string_view meaning = meaningOf(key);
        if (value.is_null() || (meaning.empty() && (!withItems || key == "id" || key == "custom_id")))
            continue;
        hash += joined(textHash(meaning.empty() ? key : meaning), valueHash(value, meaning.empty()));
    }
    return std::max<quint64>(mixed(hash), 1);
}

} // namespace odc

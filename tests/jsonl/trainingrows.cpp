// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingrows.h"

namespace odc::test {

const QByteArray goodChat =
    R"({"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Question #"},{"role":"assistant","content":"Answer #"}]})";
const QByteArray goodCall =
    R"({"messages":[{"role":"user","content":"Stock of #?"},{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"stock","arguments":"{\"sku\":\"#\"}"}}]}],"parallel_tool_calls":false,"tools":[{"type":"function","function":{"name":"stock","description":"How many","parameters":{"type":"object","properties":{"sku":{"type":"string"}}}}}]})";
const QByteArray goodAnswered =
    R"({"messages":[{"role":"user","content":"Stock of # and B?"},{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"stock","arguments":"{}"}},{"id":"c2","type":"function","function":{"name":"stock","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c2","content":"2"},{"role":"tool","tool_call_id":"c1","content":"1"},{"role":"assistant","content":"1 and 2"},{"role":"user","content":"Thanks"},{"role":"assistant","content":"Any time"}],"tools":[{"type":"function","function":{"name":"stock"}}]})";
const QByteArray goodCompletion = R"({"prompt":"Question # ->","completion":" Answer #"})";
const QByteArray goodPreference =
    R"({"input":{"messages":[{"role":"user","content":"Question #"}]},"preferred_output":[{"role":"assistant","content":"good"}],"non_preferred_output":[{"role":"assistant","content":"bad"}]})";
const QByteArray goodReinforcement =
    R"({"messages":[{"role":"developer","content":"Sum."},{"role":"user","content":"# and 1?"}],"answer":"#","sku":{"name":"n"},"tags":[{"x":1}]})";

QByteArray chat(const QByteArray &messages, const QByteArray &more)
{
    return R"({"messages":[)" + messages + "]" + more + "}";
}

} // namespace odc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/samplefiles.h"

using namespace Qt::StringLiterals;

namespace odc::server {

QList<SampleFile> sampleFiles()
{
    return {
        {u"support-tickets-2026-q3.jsonl"_s,
         u"batch"_s,
         120,
         29 * 86400,
         R"({"custom_id":"t-000001","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"Where is my order?"}]}})"
         "\n",
         {}}};
}

} // namespace odc::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/answerobserver.h"
#include "index/answerpath.h"
#include "index/objectreader.h"

#include <simdjson.h>

namespace odc {

/// Reads answers. Only for .cpp files. One thread.
class AnswerReader
{
public:
    /// Whether an answer to that can say anything of objects; a look at the path only.
    static bool isWorthReading(const SeenAnswer &answer);
    /// Of an answer that is not understood: nothing.
    ReadAnswer read(const SeenAnswer &answer);

private:
    bool parse(const QByteArray &body, simdjson::dom::object &object);
    void readOne(simdjson::dom::object json, const AnswerPath &path, ReadAnswer &result);
    void readList(simdjson::dom::object json, const AnswerPath &path, const SeenAnswer &answer,
                  ReadAnswer &result);

    simdjson::dom::parser m_parser;
    ObjectReader m_objects;
};

} // namespace odc

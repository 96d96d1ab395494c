// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/answerobserver.h"
#include "index/answerpath.h"
#include "index/objectreader.h"

#include <simdjson.h>

#include <vector>

namespace odc {

/// What an answer said of objects.
struct ReadAnswer
{
    qint64 atUnix = 0;
    std::vector<ReadObject> objects;
    bool isCreation = false; ///< of something made just now, not of something found
    bool isLook = false;     ///< nothing was done, only asked

    struct Gone
    {
        ObjectKind kind = ObjectKind::File;
        QString key;
    };
    std::optional<Gone> gone;
    bool wasDeleted = false; ///< not just not found

    /// A page of a list that was asked for as a whole.
    struct Page
    {
        ObjectKind kind = ObjectKind::File;
        QString parentId;
        QString order;    ///< as it was asked for
        QString after;    ///< empty: the first page
        QString lastId{}; ///< empty: it holds nothing
        bool isLast = false;
        bool isWhole = false; ///< being the last, nothing is left out
    };
    std::optional<Page> page;
};

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

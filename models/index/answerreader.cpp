// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerreader.h"

#include "base/pathid.h"
#include "index/jsonvalues.h"

#include <QJsonDocument>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace {

using What = AnswerPath::What;

/// Whether the list was asked for with all that it holds, be it in pages.
bool asksForAll(const SeenAnswer &answer)
{
    return std::all_of(answer.query.begin(), answer.query.end(), [](const QPair<QString, QString> &item) {
        return item.first == "limit"_L1 || item.first == "order"_L1 || item.first == "order_by"_L1 ||
               item.first == "after"_L1;
    });
}

QString valueOf(const SeenAnswer &answer, QLatin1StringView key)
{
    for (const QPair<QString, QString> &item : answer.query) {
        if (item.first == key)
            return item.second;
    }
    return {};
}

} // namespace

bool AnswerReader::isWorthReading(const SeenAnswer &answer)
{
    switch (AnswerPath::of(answer.path).what) {
    case What::Other:
        return false;
    case What::Object:
        return answer.status != 404 || answer.method != "POST";
    case What::Action:
        return answer.status != 404 && answer.method == "POST";
    case What::List:
    case What::PartList:
        return answer.status != 404 && answer.method != "DELETE";
    }
    return false;
}

ReadAnswer AnswerReader::read(const SeenAnswer &answer)
{
    ReadAnswer result;
    result.atUnix = answer.atUnix;
    const AnswerPath path = AnswerPath::of(answer.path);
    const bool deletes = answer.method == "DELETE";
    if (path.what == What::Object && (answer.status == 404 || (deletes && answer.body.isEmpty()))) {
        result.gone = {path.kind, path.key()};
        result.wasDeleted = deletes;
        return result;
    }
    dom::object json;
    if (!parse(answer.body, json))
        return result;
    if (deletes) {
        // An answer about another object is the answer to something else (see answers.cpp).
        const QString named = values::text(json, "id");
        const bool another = !named.isEmpty() && !endsWithId(answer.path, named);
        if (path.what == What::Object && !another && values::flag(json, "deleted", true)) {
            result.gone = {path.kind, path.key()};
            result.wasDeleted = true;
        }
        return result;
    }
    const bool isList = path.what == What::List || path.what == What::PartList;
    result.isLook = answer.method == "GET";
    result.isCreation = isList && answer.method == "POST";
    if (isList && answer.method == "GET")
        readList(json, path, answer, result);
    else
        readOne(json, path, result);
    return result;
}

bool AnswerReader::parse(const QByteArray &body, dom::object &object)
{
    dom::element root;
    auto error = m_parser.parse(body.constData(), size_t(body.size()), true).get(root);
    if (error && error != simdjson::CAPACITY) {
        // Qt knows numbers beyond 64 bits.
        const QByteArray again = QJsonDocument::fromJson(body).toJson(QJsonDocument::Compact);
        error = m_parser.parse(again.constData(), size_t(again.size()), true).get(root);
    }
    return !error && !root.get_object().get(object);
}

void AnswerReader::readOne(dom::object json, const AnswerPath &path, ReadAnswer &result)
{
    if (values::text(json, "object") == "upload"_L1) {
        dom::object file;
        if (json.at_key("file").get_object().get(file))
            return;
        if (auto object = m_objects.read(ObjectKind::File, file, {}, {})) {
            result.isCreation = true;
            result.objects.push_back(std::move(*object));
        }
        return;
    }
    std::optional<ObjectKind> kind = ObjectReader::kindOf(json);
    if (!kind && values::text(json, "object").isEmpty() && path.what == What::Object)
        kind = path.kind;
    if (!kind)
        return;
    // What was asked for by its id is that object, whatever it calls itself.
    const bool isAsked = *kind == path.kind;
    if (auto object =
            m_objects.read(*kind, json, isAsked ? path.id : QString(), isAsked ? path.parentId : QString()))
        result.objects.push_back(std::move(*object));
}

void AnswerReader::readList(dom::object json, const AnswerPath &path, const SeenAnswer &answer,
                            ReadAnswer &result)
{
    dom::array data;
    if (json.at_key("data").get_array().get(data))
        return;
    result.objects.reserve(data.size());
    for (const dom::element entry : data) {
        dom::object item;
        if (entry.get_object().get(item))
            continue;
        const std::optional<ObjectKind> said = ObjectReader::kindOf(item);
        if (said ? *said != path.kind : !values::text(item, "object").isEmpty())
            continue;
        if (auto object = m_objects.read(path.kind, item, {}, path.parentId))
            result.objects.push_back(std::move(*object));
    }
    if (path.what != What::List || !asksForAll(answer))
        return;
    ReadAnswer::Page page{.kind = path.kind,
                          .parentId = path.parentId,
                          .order = valueOf(answer, "order"_L1) + u' ' + valueOf(answer, "order_by"_L1),
                          .after = valueOf(answer, "after"_L1)};
    if (!result.objects.empty())
        page.lastId = result.objects.back().object.id;
    // The list of models has no pages. Elsewhere, without a word on it, only an empty page is the last for
    // sure.
    const bool tells = values::has(json, "has_more");
    const bool more = tells ? values::flag(json, "has_more", true)
                            : path.kind != ObjectKind::Model && !page.lastId.isEmpty();
    page.isLast = !more || page.lastId.isEmpty() || page.lastId == page.after;
    page.isWhole = !more;
    result.page = page;
}

} // namespace odc

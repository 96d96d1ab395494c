// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchfilter.h"

#include "base/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto typeKey = "type"_L1;
constexpr auto keyKey = "key"_L1;
constexpr auto valueKey = "value"_L1;
constexpr auto filtersKey = "filters"_L1;
constexpr int longestWords = 80; ///< of one value

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SearchFilter)
};

SearchFilter otherOf(const QJsonValue &value)
{
    SearchFilter filter;
    filter.kind = SearchFilter::Kind::Other;
    filter.other = value;
    return filter;
}

SearchFilter read(const QJsonValue &value, int depth)
{
    const QJsonObject object = value.toObject();
    const QString type = object.value(typeKey).toString();
    // A member more, or one less, could not be written again as it was.
    if (SearchFilter::comparisons().contains(type)) {
        if (object.size() != 3 || !object.value(keyKey).isString() || !object.contains(valueKey))
            return otherOf(value);
        return SearchFilter::comparison(object.value(keyKey).toString(), type, object.value(valueKey));
    }
    if ((type != "and"_L1 && type != "or"_L1) || object.size() != 2 || !object.value(filtersKey).isArray() ||
        depth >= SearchFilter::deepest)
        return otherOf(value);
    SearchFilter filter;
    filter.kind = type == "and"_L1 ? SearchFilter::Kind::And : SearchFilter::Kind::Or;
    const QJsonArray parts = object.value(filtersKey).toArray();
    for (const QJsonValue &part : parts)
        filter.parts.append(read(part, depth + 1));
    return filter;
}

/// Why a value cannot be compared like this; empty when it can.
QString valueFault(const QString &op, const QJsonValue &value)
{
    const auto tooLong = [](const QJsonValue &text) {
        return text.isString() && text.toString().size() > SearchFilter::longestText;
    };
    const QString longText = Tr::tr("A text of an attribute has at most 512 characters.");
    if (SearchFilter::takesList(op)) {
        if (!value.isArray())
            return Tr::tr("“%1” takes a list of texts and numbers.").arg(op);
        const QJsonArray list = value.toArray();
        if (list.isEmpty())
            return Tr::tr("“%1” needs at least one value.").arg(op);
        for (const QJsonValue &entry : list) {
            if (!entry.isString() && !entry.isDouble())
                return Tr::tr("“%1” takes a list of texts and numbers.").arg(op);
            if (tooLong(entry))
                return longText;
        }
        return {};
    }
    if (tooLong(value))
        return longText;
    if (op == "eq"_L1 || op == "ne"_L1) {
        return value.isString() || value.isDouble() || value.isBool()
                   ? QString()
                   : Tr::tr("“%1” takes a text, a number, true or false.").arg(op);
    }
    return value.isString() || value.isDouble() ? QString()
                                                : Tr::tr("“%1” takes a number or a text.").arg(op);
}

void check(const SearchFilter &filter, const QString &path, QList<FormProblem> &problems)
{
    const auto at = [&path](QLatin1StringView member) {
        return path.isEmpty() ? member : path + u'.' + member;
    };
    switch (filter.kind) {
    case SearchFilter::Kind::Nothing:
        if (!path.isEmpty())
            problems.append({path, Tr::tr("A condition is empty.")});
        return;
    case SearchFilter::Kind::Other:
        problems.append(
            {path, Tr::tr("This part cannot be shown as conditions; it is sent as it stands."), true});
        return;
    case SearchFilter::Kind::Comparison: {
        if (filter.key.isEmpty())
            problems.append({at(keyKey), Tr::tr("A condition needs the key of an attribute.")});
        else if (filter.key.size() > SearchFilter::longestKey)
            problems.append({at(keyKey), Tr::tr("A key has at most 64 characters.")});
        const QString fault = valueFault(filter.op, filter.value);
        if (!fault.isEmpty())
            problems.append({at(valueKey), fault});
        return;
    }
    case SearchFilter::Kind::And:
    case SearchFilter::Kind::Or:
        if (filter.parts.isEmpty())
            problems.append({at(filtersKey), Tr::tr("A group needs at least one condition.")});
        for (int i = 0; i < filter.parts.size(); ++i)
            check(filter.parts.at(i), at(filtersKey) + u"[%1]"_s.arg(i), problems);
        return;
    }
}

QString wordsOf(const SearchFilter &filter, bool inside)
{
    switch (filter.kind) {
    case SearchFilter::Kind::Nothing:
        return {};
    case SearchFilter::Kind::Other:
        return Tr::tr("(cannot be shown as conditions)");
    case SearchFilter::Kind::Comparison:
        return u"%1 %2 %3"_s.arg(filter.key.isEmpty() ? u"…"_s : format::oneLine(filter.key, longestWords),
                                 filter.op, SearchFilter::valueWords(filter.value));
    case SearchFilter::Kind::And:
    case SearchFilter::Kind::Or:
        break;
    }
    if (filter.parts.isEmpty())
        return Tr::tr("(no condition)");
    QStringList parts;
    for (const SearchFilter &part : filter.parts)
        parts << wordsOf(part, filter.parts.size() > 1);
    const QString all = parts.join(filter.kind == SearchFilter::Kind::And ? Tr::tr(" and ") : Tr::tr(" or "));
    return inside && parts.size() > 1 ? u'(' + all + u')' : all;
}

} // namespace

SearchFilter SearchFilter::comparison(const QString &key, const QString &op, const QJsonValue &value)
{
    SearchFilter filter;
    filter.kind = Kind::Comparison;
    filter.op = op;
    filter.key = key;
    filter.value = value;
    return filter;
}

SearchFilter SearchFilter::joined(Kind kind, const QList<SearchFilter> &parts)
{
    SearchFilter filter;
    filter.kind = kind;
    filter.parts = parts;
    return filter;
}

SearchFilter SearchFilter::fromJson(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull() || (value.isObject() && value.toObject().isEmpty()))
        return {};
    return read(value, 1);
}

QJsonValue SearchFilter::toJson() const
{
    switch (kind) {
    case Kind::Nothing:
        break;
    case Kind::Other:
        return other;
    case Kind::Comparison:
        return QJsonObject{{typeKey, op}, {keyKey, key}, {valueKey, value}};
    case Kind::And:
    case Kind::Or: {
        QJsonArray filters;
        for (const SearchFilter &part : parts) {
            if (!part.isEmpty())
                filters.append(part.toJson());
        }
        return QJsonObject{{typeKey, kind == Kind::And ? u"and"_s : u"or"_s}, {filtersKey, filters}};
    }
    }
    return QJsonValue(QJsonValue::Undefined);
}

bool SearchFilter::isUnderstood() const
{
    return kind != Kind::Other && std::all_of(parts.cbegin(), parts.cend(),
                                              [](const SearchFilter &part) { return part.isUnderstood(); });
}

QList<FormProblem> SearchFilter::problems() const
{
    QList<FormProblem> found;
    check(*this, {}, found);
    return found;
}

QString SearchFilter::words() const
{
    return wordsOf(*this, false);
}

QList<SearchFilter> SearchFilter::conditions() const
{
    if (isEmpty())
        return {};
    return kind == Kind::And ? parts : QList<SearchFilter>{*this};
}

SearchFilter SearchFilter::fromConditions(const QList<SearchFilter> &conditions)
{
    QList<SearchFilter> all;
    for (const SearchFilter &condition : conditions) {
        if (!condition.isEmpty())
            all.append(condition);
    }
    if (all.isEmpty())
        return {};
    return all.size() == 1 ? all.constFirst() : joined(Kind::And, all);
}

SearchFilter SearchFilter::both(const SearchFilter &one, const SearchFilter &two)
{
    return fromConditions(one.conditions() + two.conditions());
}

const QStringList &SearchFilter::comparisons()
{
    static const QStringList all{u"eq"_s, u"ne"_s, u"gt"_s, u"gte"_s, u"lt"_s, u"lte"_s, u"in"_s, u"nin"_s};
    return all;
}

bool SearchFilter::takesList(const QString &op)
{
    return op == "in"_L1 || op == "nin"_L1;
}

QString SearchFilter::valueWords(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList entries;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &entry : list)
            entries << valueWords(entry);
        return entries.join(u", "_s);
    }
    if (value.isString())
        return u'"' + format::oneLine(value.toString(), longestWords) + u'"';
    if (value.isUndefined())
        return u"…"_s;
    // As JSON has it; a list around it, for a document is one or an object.
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return format::oneLine(QString::fromUtf8(text.mid(1, text.size() - 2)), longestWords);
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "templatecheck.h"

#include "evals/schemawalk.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TemplateCheck)
};

const QStringList &sampleMembers()
{
    static const QStringList members{u"output_text"_s, u"output_json"_s, u"output_tools"_s, u"choices"_s};
    return members;
}

/// "item.list[0]["two words"]" in its steps; nothing when that is no path.
std::optional<QStringList> stepsOf(const QString &path)
{
    static const QRegularExpression step(
        uR"(\G(?:(?<dot>^|\.)(?<name>[^\s.\[\]{}|"']+)|\[(?<index>\d+)\]|\[(?<quote>["'])(?<text>.*?)\k<quote>\]))"_s);
    QStringList steps;
    qsizetype at = 0;
    while (at < path.size()) {
        const QRegularExpressionMatch match = step.match(path, at);
        if (!match.hasMatch() || (steps.isEmpty() && match.captured(u"name"_s).isEmpty()))
            return std::nullopt;
        const QString name = match.captured(u"name"_s);
        const QString index = match.captured(u"index"_s);
        steps << (!name.isEmpty() ? name : !index.isEmpty() ? index : match.captured(u"text"_s));
        at = match.capturedEnd();
    }
    return steps.isEmpty() ? std::nullopt : std::optional(steps);
}

/// How many letters have to change, up to a bound that is all anybody asks for.
int distance(const QString &a, const QString &b)
{
    QList<int> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int corner = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1,
                               corner + (a[i - 1].toCaseFolded() == b[j - 1].toCaseFolded() ? 0 : 1)});
            corner = above;
        }
    }
    return row.last();
}

QString nearest(const QString &name, const QStringList &names)
{
    QString best;
    int bestDistance = 3;
    for (const QString &candidate : names) {
        const int d = distance(name, candidate);
        if (d < bestDistance && d < candidate.size()) {
            best = candidate;
            bestDistance = d;
        }
    }
    return best;
}

QString itemFault(const QStringList &steps, const QJsonObject &schema)
{
    const SchemaWalk::Finding found = SchemaWalk(schema).find(steps.mid(1));
    const QString step = steps.value(found.step + 1);
    const QString before = steps.mid(0, found.step + 1).join(u'.');
    switch (found.kind) {
    case SchemaWalk::Finding::Kind::Fine:
        return {};
    case SchemaWalk::Finding::Kind::NoMember: {
        const QString meant = nearest(step, found.others);
        return meant.isEmpty()
                   ? Tr::tr("The schema has no “%1” in “%2”.").arg(step, before)
                   : Tr::tr("The schema has no “%1” in “%2”; “%3” is there.").arg(step, before, meant);
    }
    case SchemaWalk::Finding::Kind::NotAnIndex:
        return Tr::tr("“%1” is a list: name one by its number, as in {{%1[0]}}.").arg(before);
    case SchemaWalk::Finding::Kind::NothingInside:
        return Tr::tr("“%1” is a single value: there is no “%2” inside it.").arg(before, step);
    }
    return {};
}

struct Verdict
{
    QString message;
    bool warning = false;
};

Verdict sampleFault(const QStringList &steps, TemplateScope::Sample sample)
{
    if (sample == TemplateScope::Sample::Forbidden)
        return {Tr::tr(
            "This is what the model is asked: there is no sample yet. Only {{item.…}} can be used here.")};
    const QString member = steps.value(1);
    if (!sampleMembers().contains(member)) {
        const QString meant = nearest(member, sampleMembers());
        return {meant.isEmpty() ? Tr::tr("A sample has %1; “%2” is there only when the data bring it.")
                                      .arg(sampleMembers().join(u", "_s), member)
                                : Tr::tr("A sample has no “%1”; “%2” is there.").arg(member, meant),
                meant.isEmpty()};
    }
    if (member == "output_text"_L1 && steps.size() > 2)
        return {Tr::tr("“sample.output_text” is text: there is no “%1” inside it; take sample.output_json.")
                    .arg(steps[2])};
    if (sample == TemplateScope::Sample::Unasked)
        return {Tr::tr("This eval's schema has no sample: switch on “Include the sample”."), true};
    return {};
}

Verdict fault(const QString &path, const TemplateScope &scope)
{
    if (path.isEmpty())
        return {Tr::tr("The braces are empty: name a value, as in {{item.name}}.")};
    const auto steps = stepsOf(path);
    if (!steps)
        return {Tr::tr("“%1” is no path: only {{item.name}} and {{sample.output_text}} can stand in braces.")
                    .arg(path)};
    if (steps->size() == 1 && (steps->first() == "item"_L1 || steps->first() == "sample"_L1))
        return {Tr::tr("“%1” alone cannot be put in: name what of it, as in {{%1.name}}.").arg(path)};
    if (steps->first() == "item"_L1)
        return {itemFault(*steps, scope.itemSchema)};
    if (steps->first() == "sample"_L1)
        return sampleFault(*steps, scope.sample);
    return {Tr::tr("“%1” is neither item nor sample: write {{item.%2}}.").arg(steps->first(), path)};
}

void collect(const SchemaWalk &walk, const QJsonObject &schema, const QString &prefix, int depth,
             QStringList &paths)
{
    constexpr int deepest = 5;
    constexpr qsizetype most = 500;
    if (depth > deepest || paths.size() > most)
        return;
    static const QRegularExpression plain(uR"(^[^\s.\[\]{}|"']+$)"_s);
    const QJsonObject members = walk.membersOf(schema);
    for (auto it = members.begin(); it != members.end(); ++it) {
        const QString path = plain.match(it.key()).hasMatch() ? prefix + u'.' + it.key()
                                                              : prefix + u"[\""_s + it.key() + u"\"]"_s;
        paths << path;
        const QJsonObject below = walk.resolved(it.value().toObject());
        collect(walk, below, path, depth + 1, paths);
        if (below.contains("items"_L1)) {
            paths << path + u"[0]"_s;
            collect(walk, below.value("items"_L1).toObject(), path + u"[0]"_s, depth + 2, paths);
        }
    }
}

} // namespace

QList<TemplatePlace> templatePlaces(const QString &text)
{
    QList<TemplatePlace> places;
    qsizetype from = 0;
    while ((from = text.indexOf("{{"_L1, from)) >= 0) {
        const qsizetype inside = from + 2;
        const qsizetype close = text.indexOf("}}"_L1, inside);
        const qsizetype next = text.indexOf("{{"_L1, inside);
        if (close < 0 || (next >= 0 && next < close)) {
            const qsizetype lineEnd = text.indexOf(u'\n', inside);
            qsizetype end = text.size();
            if (next >= 0)
                end = std::min(end, next);
            if (lineEnd >= 0)
                end = std::min(end, lineEnd);
            places.append({from, end - from, text.mid(inside, end - inside).trimmed(), false});
            from = std::max(inside, end);
            continue;
        }
        places.append({from, close + 2 - from, text.mid(inside, close - inside).trimmed(), true});
        from = close + 2;
    }
    return places;
}

QList<TemplateProblem> checkTemplate(const QString &text, const TemplateScope &scope)
{
    QList<TemplateProblem> problems;
    const QList<TemplatePlace> places = templatePlaces(text);
    for (const TemplatePlace &place : places) {
        if (!place.closed) {
            problems.append(
                {place.position, place.length, Tr::tr("These braces are not closed: }} is missing.")});
            continue;
        }
        const Verdict verdict = fault(place.path, scope);
        if (!verdict.message.isEmpty())
            problems.append({place.position, place.length, verdict.message, verdict.warning});
    }
    static const QRegularExpression single(uR"((?<!\{)\{\s*(?:item|sample)\.[^{}\s]+\s*\}(?!\}))"_s);
    for (auto it = single.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        problems.append(
            {match.capturedStart(), match.capturedLength(),
             Tr::tr("Single braces are plain text: a variable stands in two, as in {{item.name}}."), true});
    }
    std::stable_sort(
        problems.begin(), problems.end(),
        [](const TemplateProblem &a, const TemplateProblem &b) { return a.position < b.position; });
    return problems;
}

QString checkItemReference(const QString &path, const QJsonObject &itemSchema)
{
    const QString trimmed = path.trimmed();
    if (trimmed.contains("{{"_L1))
        return Tr::tr("A reference stands without braces, as in item.messages.");
    const auto steps = stepsOf(trimmed);
    if (!steps || steps->size() < 2 || steps->first() != "item"_L1)
        return Tr::tr("A reference names a value of the item, as in item.messages.");
    return itemFault(*steps, itemSchema);
}

QStringList itemPaths(const QJsonObject &itemSchema)
{
    QStringList paths;
    collect(SchemaWalk(itemSchema), itemSchema, u"item"_s, 0, paths);
    return paths;
}

TemplateCompletion completeTemplate(const QString &text, qsizetype cursor, const TemplateScope &scope)
{
    TemplateCompletion completion;
    const QString before = text.left(cursor);
    const qsizetype open = before.lastIndexOf("{{"_L1);
    if (open < 0 || before.indexOf("}}"_L1, open) >= 0 || before.indexOf(u'\n', open) >= 0)
        return completion;
    completion.from = open + 2;
    const QString typed = before.mid(open + 2).trimmed();
    QStringList all = itemPaths(scope.itemSchema);
    if (scope.sample != TemplateScope::Sample::Forbidden) {
        for (const QString &member : sampleMembers())
            all << u"sample."_s + member;
    }
    if (all.isEmpty())
        all << u"item."_s;
    QStringList inside; // what was typed is the beginning of a name, not of the path: "{{lab" for item.label
    for (const QString &path : std::as_const(all)) {
        if (path.startsWith(typed, Qt::CaseInsensitive))
            completion.paths << path;
        else if (!typed.isEmpty() && path.contains(typed, Qt::CaseInsensitive))
            inside << path;
    }
    completion.paths << inside;
    return completion;
}

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "querysets.h"

#include <QJsonArray>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;
constexpr auto setsKey = "sets"_L1;
constexpr auto stateKey = "state"_L1;

} // namespace

QString QuerySets::folderOf(const QString &settingsFolder, const QString &profileId)
{
    return settingsFolder + u"/querysets/"_s + fileName(profileId);
}

QuerySets::QuerySets(const QString &folder, const QString &storeId, QObject *parent)
    : MergedFileOf(folder, storeId, format, parent)
{
}

QStringList QuerySets::names() const
{
    QStringList names = content().sets.keys();
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    return names;
}

std::optional<QuerySet> QuerySets::set(const QString &name) const
{
    const auto found = content().sets.constFind(name);
    return found == content().sets.cend() ? std::nullopt : std::optional(*found);
}

void QuerySets::put(const QuerySet &set)
{
    if (this->set(set.name) == set)
        return;
    change({{{set.name, set}}, {}});
    Q_EMIT changed();
}

void QuerySets::remove(const QString &name)
{
    if (!content().sets.contains(name))
        return;
    change({{{name, std::nullopt}}, {}});
    Q_EMIT changed();
}

bool QuerySets::rename(const QString &from, const QString &to)
{
    const QString name = to.trimmed();
    if (name == from)
        return true;
    std::optional<QuerySet> renamed = set(from);
    if (name.isEmpty() || content().sets.contains(name) || !renamed)
        return false;
    renamed->name = name;
    change({{{from, std::nullopt}, {name, renamed}}, {}});
    Q_EMIT changed();
    return true;
}

QString QuerySets::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int n = 2; content().sets.contains(name); ++n)
        name = wanted + u' ' + QString::number(n);
    return name;
}

void QuerySets::setState(const QJsonObject &state)
{
    if (state != content().state)
        change({{}, state});
}

KeptQuerySets::Content KeptQuerySets::fromJson(const QJsonObject &object)
{
    Content content;
    content.state = object.value(stateKey).toObject();
    const QJsonArray sets = object.value(setsKey).toArray();
    for (const QJsonValue &value : sets) {
        if (const auto set = QuerySet::fromJson(value.toObject()); set && !set->name.isEmpty())
            content.sets.insert(set->name, *set);
    }
    return content;
}

QJsonObject KeptQuerySets::toJson(const Content &content)
{
    QStringList names = content.sets.keys();
    names.sort(); // the same content is the same file
    QJsonArray sets;
    for (const QString &name : std::as_const(names))
        sets.append(content.sets.value(name).toJson());
    QJsonObject object{{setsKey, sets}};
    if (!content.state.isEmpty())
        object.insert(stateKey, content.state);
    return object;
}

void KeptQuerySets::Changes::add(const Changes &later)
{
    sets.insert(later.sets);
    if (later.state)
        state = later.state;
}

void KeptQuerySets::apply(const Changes &changes, Content &content)
{
    for (auto change = changes.sets.cbegin(); change != changes.sets.cend(); ++change) {
        if (*change)
            content.sets.insert(change.key(), **change);
        else
            content.sets.remove(change.key());
    }
    if (changes.state)
        content.state = *changes.state;
}

} // namespace odc

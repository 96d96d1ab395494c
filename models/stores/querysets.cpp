// SPDX-License-Identifier: GPL-3.0-or-later
#include "querysets.h"

#include "base/background.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QLockFile>
#include <QTimer>
#include <QUrl>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;
constexpr auto setsKey = "sets"_L1;
constexpr auto stateKey = "state"_L1;
constexpr int waitForOthersMs = 2'000;

/// Ids are the words of a server: none of them is a path, nor "..".
QString fileName(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id, {}, "."_ba));
}

} // namespace

QString QuerySets::folderOf(const QString &settingsFolder, const QString &profileId)
{
    return settingsFolder + u"/querysets/"_s + fileName(profileId);
}

QuerySets::QuerySets(const QString &folder, const QString &storeId, QObject *parent)
    : QObject(parent), m_store(folder + u'/' + fileName(storeId) + u".json"_s, format)
{
    m_pool.setMaxThreadCount(1);
    m_content = fromJson(m_store.load());
}

QuerySets::~QuerySets()
{
    m_pool.waitForDone(); // what it writes is older than what follows
    if (m_writing) {      // nobody will say how that ended: once more does no harm
        Changes open = m_inFlight;
        open.add(m_changes);
        m_changes = open;
    }
    if (!m_changes.isEmpty())
        (void)save(m_store, m_changes, m_content);
}

QStringList QuerySets::names() const
{
    QStringList names = m_content.sets.keys();
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    return names;
}

std::optional<QuerySet> QuerySets::set(const QString &name) const
{
    const auto found = m_content.sets.constFind(name);
    return found == m_content.sets.cend() ? std::nullopt : std::optional(*found);
}

void QuerySets::put(const QuerySet &set)
{
    if (this->set(set.name) == set)
        return;
    m_content.sets.insert(set.name, set);
    m_changes.sets.insert(set.name, set);
    saveLater();
    Q_EMIT changed();
}

void QuerySets::remove(const QString &name)
{
    if (!m_content.sets.remove(name))
        return;
    m_changes.sets.insert(name, std::nullopt);
    saveLater();
    Q_EMIT changed();
}

bool QuerySets::rename(const QString &from, const QString &to)
{
    const QString name = to.trimmed();
    if (name == from)
        return true;
    if (name.isEmpty() || m_content.sets.contains(name) || !m_content.sets.contains(from))
        return false;
    QuerySet set = m_content.sets.take(from);
    set.name = name;
    m_content.sets.insert(name, set);
    m_changes.sets.insert(from, std::nullopt);
    m_changes.sets.insert(name, set);
    saveLater();
    Q_EMIT changed();
    return true;
}

QString QuerySets::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int n = 2; m_content.sets.contains(name); ++n)
        name = wanted + u' ' + QString::number(n);
    return name;
}

void QuerySets::setState(const QJsonObject &state)
{
    if (state == m_content.state)
        return;
    m_content.state = state;
    m_changes.state = state;
    saveLater();
}

QuerySets::Content QuerySets::fromJson(const QJsonObject &object)
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

QJsonObject QuerySets::toJson(const Content &content)
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

void QuerySets::Changes::add(const Changes &later)
{
    sets.insert(later.sets);
    if (later.state)
        state = later.state;
}

void QuerySets::apply(const Changes &changes, Content &content)
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

Result<void> QuerySets::save(JsonStore store, const Changes &changes, const Content &all)
{
    QDir().mkpath(QFileInfo(store.path()).path());
    QLockFile lock(store.path() + u".lock"_s);
    // Where none can be had, nothing can be written either, or nobody else is there.
    (void)lock.tryLock(waitForOthersMs);
    const bool exists = QFileInfo::exists(store.path());
    Content there = fromJson(store.load());
    if (!exists || !store.problem().isEmpty())
        there = all; // nothing of anybody's is left to keep
    apply(changes, there);
    return store.save(toJson(there));
}

void QuerySets::saveLater()
{
    if (m_due || m_writing)
        return; // on its way already
    m_due = true;
    // With the next turn: several changes at once are one write.
    QTimer::singleShot(0, this, [this] {
        m_due = false;
        write();
    });
}

void QuerySets::write()
{
    m_writing = true;
    const Changes changes = std::exchange(m_changes, {});
    m_inFlight = changes;
    const auto work = [store = m_store, changes, all = m_content] { return save(store, changes, all); };
    const auto done = [this, changes](const Result<void> &written) {
        m_writing = false;
        const bool more = !m_changes.isEmpty();
        if (!written) { // with the next change, or at the end
            Changes open = changes;
            open.add(m_changes);
            m_changes = open;
            Q_EMIT saveFailed(written.error());
        }
        if (more)
            write();
        else if (written)
            Q_EMIT saved();
    };
    inBackground(this, work, done, &m_pool);
}

} // namespace odc

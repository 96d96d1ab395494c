// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributesjob.h"

#include "api/session.h"
#include "base/format.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int changesAtOnce = 4;

std::optional<AttributeValue> valueIn(const QJsonObject &attributes, const QString &key)
{
    const auto found = attributes.constFind(key);
    return found == attributes.constEnd() ? std::nullopt : std::optional(AttributeValue::fromJson(*found));
}

bool areSame(const QJsonObject &left, const QJsonObject &right)
{
    if (left.size() != right.size())
        return false;
    for (auto it = left.begin(); it != left.end(); ++it) {
        if (valueIn(right, it.key()) != AttributeValue::fromJson(it.value()))
            return false;
    }
    return true;
}

} // namespace

AttributesJob::AttributesJob(Session &session, const QString &storeId, const QList<AttributeChange> &changes,
                             QObject *parent)
    : BulkJob(Kind::Change, changesAtOnce, session.clock(), parent), m_session(session), m_storeId(storeId),
      m_changeCount(int(changes.size()))
{
    QHash<QString, int> indexOf;
    for (const AttributeChange &change : changes) {
        const auto known = indexOf.constFind(change.fileId);
        if (known != indexOf.constEnd()) {
            m_changes[*known].append(change);
            continue;
        }
        BulkItem item;
        item.id = change.fileId;
        item.title = change.title;
        indexOf.insert(change.fileId, addItem(item));
        m_changes.append({change});
    }
}

QList<AttributeConflict> AttributesJob::conflicts() const
{
    QList<AttributeConflict> all;
    for (int i = 0; i < total(); ++i)
        all += m_conflicts.value(i);
    return all;
}

void AttributesJob::overwriteConflicts()
{
    if (state() == State::Running)
        return;
    for (auto it = m_conflicts.cbegin(); it != m_conflicts.cend(); ++it) {
        for (const AttributeConflict &conflict : it.value()) {
            for (AttributeChange &change : m_changes[it.key()]) {
                if (change.key == conflict.key)
                    change.before = conflict.theirs;
            }
        }
    }
    retryFailed();
}

void AttributesJob::run(int index)
{
    m_conflicts.remove(index);
    m_calls.insert(index, m_session.stores().retrieveFile(m_storeId, items().at(index).id, this,
                                                          [this, index](const Result<StoreFile> &file) {
                                                              m_calls.remove(index);
                                                              if (file)
                                                                  apply(index, *file);
                                                              else
                                                                  fail(index, file.error());
                                                          }));
}

/// All attributes are replaced at once: those of another file must not come into this one, nor go out of it.
bool AttributesJob::isAnswerOn(int index, const StoreFile &file)
{
    const QJsonValue attributes = file.raw.value("attributes"_L1);
    const bool isReadable = attributes.isObject() || attributes.isNull() || attributes.isUndefined();
    if (file.id == items().at(index).id && isReadable)
        return true;
    fail(index, ApiError::make(ApiError::Kind::BadResponse));
    return false;
}

void AttributesJob::apply(int index, const StoreFile &file)
{
    if (!isAnswerOn(index, file))
        return;
    Q_EMIT fileSeen(file);
    if (items().at(index).state != BulkItem::State::Running)
        return; // whoever heard of it stopped the job
    QJsonObject wanted = file.attributes;
    bool isChanged = false;
    for (const AttributeChange &change : m_changes.at(index)) {
        const auto now = valueIn(file.attributes, change.key);
        if (now == change.after)
            continue; // a lost answer, or somebody had the same idea
        if (now != change.before) {
            m_conflicts[index].append({change.fileId, change.key, now});
            continue;
        }
        isChanged = true;
        if (change.after)
            wanted.insert(change.key, change.after->toJson());
        else
            wanted.remove(change.key);
    }
    if (!isChanged) {
        settle(index, tr("was already so"));
        return;
    }
    // What was there already is sent back as it came, whatever it is: it is not ours.
    const QString problem =
        wanted.size() > file.attributes.size() ? attributerules::countProblem(wanted.size()) : QString();
    if (!problem.isEmpty()) {
        fail(index, ApiError::make(ApiError::Kind::Invalid, problem));
        return;
    }
    m_calls.insert(
        index, m_session.stores().updateAttributes(m_storeId, file.id, wanted, this,
                                                   [this, index, wanted](const Result<StoreFile> &changed) {
                                                       m_calls.remove(index);
                                                       if (changed)
                                                           sent(index, wanted, *changed);
                                                       else
                                                           fail(index, changed.error());
                                                   }));
}

void AttributesJob::sent(int index, const QJsonObject &wanted, const StoreFile &file)
{
    if (!isAnswerOn(index, file))
        return;
    Q_EMIT fileSeen(file);
    if (items().at(index).state != BulkItem::State::Running)
        return;
    if (!areSame(file.attributes, wanted)) {
        fail(index, ApiError::make(ApiError::Kind::BadResponse,
                                   tr("The server answered with other attributes than were sent")));
        return;
    }
    settle(index, {});
}

void AttributesJob::settle(int index, const QString &note)
{
    const QList<AttributeConflict> conflicts = m_conflicts.value(index);
    if (conflicts.isEmpty()) {
        succeed(index, {}, note);
        return;
    }
    QStringList cells;
    for (const AttributeConflict &conflict : conflicts) {
        cells << (conflict.theirs ? tr("%1 is now %2")
                                        .arg(format::oneLine(conflict.key, 64),
                                             format::oneLine(conflict.theirs->typedText(), 80))
                                  : tr("%1 is gone").arg(format::oneLine(conflict.key, 64)));
    }
    fail(index,
         ApiError::make(
             ApiError::Kind::Conflict,
             tr("changed by somebody else meanwhile, and not overwritten: %1").arg(cells.join(u", "_s))));
}

BulkJob::Abandoned AttributesJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // sent or not: going on looks at what the file has
}

} // namespace odc

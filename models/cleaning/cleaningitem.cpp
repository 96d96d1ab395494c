// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleaningitem.h"

#include "base/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Cleaning)
};

constexpr int lastKind = int(ObjectKind::Model);
constexpr int lastRole = int(FileRole::EvalSource);

} // namespace

QList<CleaningCategory> cleaningCategories()
{
    using enum CleaningCategory;
    return {ExpiredFiles,   ExpiredStores,    FailedInStores, Duplicates,
            FinishedInputs, UnansweredInputs, OldOutputs,     Orphans};
}

QString cleaningTitle(CleaningCategory category)
{
    switch (category) {
    case CleaningCategory::ExpiredFiles:
        return Words::tr("Expired files");
    case CleaningCategory::ExpiredStores:
        return Words::tr("Expired vector stores");
    case CleaningCategory::FailedInStores:
        return Words::tr("Dead entries of vector stores");
    case CleaningCategory::Duplicates:
        return Words::tr("Exact duplicates");
    case CleaningCategory::FinishedInputs:
        return Words::tr("Inputs of finished batches");
    case CleaningCategory::UnansweredInputs:
        return Words::tr("Inputs with unanswered requests");
    case CleaningCategory::OldOutputs:
        return Words::tr("Old outputs of batches");
    case CleaningCategory::Orphans:
        return Words::tr("Files used by nothing");
    }
    return {};
}

QString cleaningWord(CleaningCategory category)
{
    switch (category) {
    case CleaningCategory::ExpiredFiles:
        return Words::tr("Expired file");
    case CleaningCategory::ExpiredStores:
        return Words::tr("Expired store");
    case CleaningCategory::FailedInStores:
        return Words::tr("Dead entry");
    case CleaningCategory::Duplicates:
        return Words::tr("Duplicate");
    case CleaningCategory::FinishedInputs:
        return Words::tr("Finished input");
    case CleaningCategory::UnansweredInputs:
        return Words::tr("Unanswered input");
    case CleaningCategory::OldOutputs:
        return Words::tr("Old output");
    case CleaningCategory::Orphans:
        return Words::tr("Unused file");
    }
    return {};
}

QString cleaningName(CleaningCategory category)
{
    switch (category) {
    case CleaningCategory::ExpiredFiles:
        return u"expired_files"_s;
    case CleaningCategory::ExpiredStores:
        return u"expired_stores"_s;
    case CleaningCategory::FailedInStores:
        return u"dead_entries"_s;
    case CleaningCategory::Duplicates:
        return u"duplicates"_s;
    case CleaningCategory::FinishedInputs:
        return u"finished_inputs"_s;
    case CleaningCategory::UnansweredInputs:
        return u"unanswered_inputs"_s;
    case CleaningCategory::OldOutputs:
        return u"old_outputs"_s;
    case CleaningCategory::Orphans:
        return u"orphans"_s;
    }
    return {};
}

QByteArray CleaningItem::toJson() const
{
    QByteArray json = "{";
    const auto text = [&json](const char *key, const QString &value) {
        jsontext::appendKey(json, key);
        jsontext::append(json, value);
    };
    const auto number = [&json](const char *key, qint64 value) {
        jsontext::appendKey(json, key);
        jsontext::append(json, value);
    };
    text("category", cleaningName(category));
    number("action", int(action));
    text("id", id);
    text("title", title);
    text("reason", reason);
    number("bytes", bytes);
    number("created", createdAt);
    if (!storeId.isEmpty())
        text("store", storeId);
    if (!twinId.isEmpty())
        text("twin", twinId);
    const auto list = [&json](const char *key, const auto &values, const auto &add) {
        if (values.isEmpty())
            return;
        jsontext::appendKey(json, key);
        char before = '[';
        for (const auto &value : values) {
            json += std::exchange(before, ',');
            add(value);
        }
        json += ']';
    };
    list("uses", uses, [&json](const FileUse &use) {
        json += '[' + QByteArray::number(int(use.kind)) + ',';
        jsontext::append(json, use.key);
        json += ',' + QByteArray::number(int(use.role)) + ']';
    });
    list("detach", detachFrom, [&json](const QString &store) { jsontext::append(json, store); });
    return json + '}';
}

std::optional<CleaningItem> CleaningItem::fromJson(const QJsonObject &object)
{
    CleaningItem item;
    const QString name = object[u"category"_s].toString();
    bool known = false;
    for (const CleaningCategory category : cleaningCategories()) {
        if (cleaningName(category) != name)
            continue;
        item.category = category;
        known = true;
    }
    const int action = object[u"action"_s].toInt(-1);
    item.id = object[u"id"_s].toString();
    item.storeId = object[u"store"_s].toString();
    // What is not understood to the last is not deleted.
    if (!known || action < 0 || action > int(Action::DetachFile) || item.id.isEmpty() ||
        (Action(action) == Action::DetachFile) == item.storeId.isEmpty())
        return std::nullopt;
    item.action = Action(action);
    item.title = object[u"title"_s].toString();
    item.reason = object[u"reason"_s].toString();
    item.bytes = object[u"bytes"_s].toInteger();
    item.createdAt = object[u"created"_s].toInteger();
    item.twinId = object[u"twin"_s].toString();
    const QJsonArray named = object[u"uses"_s].toArray();
    for (const QJsonValue &use : named) {
        const int kind = use[0].toInt();
        const int role = use[2].toInt();
        if (kind < 1 || kind > lastKind || role < 1 || role > lastRole)
            return std::nullopt;
        item.uses << FileUse{ObjectKind(kind), use[1].toString(), FileRole(role)};
    }
    const QJsonArray stores = object[u"detach"_s].toArray();
    for (const QJsonValue &store : stores)
        item.detachFrom << store.toString();
    return item;
}

} // namespace odc

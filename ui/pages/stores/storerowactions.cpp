// SPDX-License-Identifier: GPL-3.0-or-later
#include "storerowactions.h"

#include "api/vectorstoresapi.h"
#include "lists/exportrows.h"
#include "lists/storetreemodel.h"
#include "stores/filenames.h"
#include "ui/pages/stores/storetreepane.h"

#include <QJsonDocument>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &object)
{
    return object.isEmpty() ? QString()
                            : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QVariant orNothing(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

StoreRowActions::StoreRowActions(const PageContext &context, StoreTreePane &pane, StoreTreeModel &model,
                                 ActionCollection &actions, QObject *parent)
    : TreeRowActions(context, pane, model, u"stores"_s, actions, parent), m_model(model)
{
}

bool StoreRowActions::isObject(const QModelIndex &row) const
{
    return row.isValid() && !m_model.isMore(row);
}

QString StoreRowActions::objectPath(const QModelIndex &row) const
{
    const VectorStore *store = m_model.storeAt(row);
    if (!store)
        return {};
    if (const StoreFile *file = m_model.fileAt(row))
        return VectorStoresApi::filePath(store->id, file->id);
    if (const StoreFileBatch *batch = m_model.batchAt(row))
        return VectorStoresApi::batchPath(store->id, batch->id);
    return VectorStoresApi::path(store->id);
}

ExportData StoreRowActions::cells(const QModelIndexList &rows) const
{
    ExportData data;
    data.header = {u"store"_s,       u"store_id"_s, u"file"_s,   u"file_id"_s, u"status"_s,
                   u"error"_s,       u"files"_s,    u"failed"_s, u"usage"_s,   u"attributes"_s,
                   u"last_active"_s, u"expires"_s,  u"created"_s};
    data.isTime = QList<bool>(data.header.size(), false);
    for (const auto &time : {u"last_active"_s, u"expires"_s, u"created"_s})
        data.isTime[data.header.indexOf(time)] = true;
    for (const QModelIndex &row : rows) {
        const VectorStore *store = m_model.storeAt(row);
        const StoreFile *file = m_model.fileAt(row);
        if (!store || m_model.batchAt(row))
            continue;
        if (file) {
            const QString error = QStringList{file->errorCode, file->errorMessage}.join(u' ').trimmed();
            data.rows << QVariantList{store->name,
                                      store->id,
                                      m_model.names().nameOf(file->id),
                                      file->id,
                                      file->status,
                                      error,
                                      QVariant(),
                                      QVariant(),
                                      file->usageBytes,
                                      compact(file->attributes),
                                      QVariant(),
                                      QVariant(),
                                      orNothing(file->createdAt)};
        } else {
            data.rows << QVariantList{store->name,
                                      store->id,
                                      QVariant(),
                                      QVariant(),
                                      store->status,
                                      QVariant(),
                                      store->counts.total,
                                      store->counts.failed,
                                      store->usageBytes,
                                      compact(store->metadata),
                                      orNothing(store->lastActiveAt),
                                      orNothing(store->expiresAt),
                                      orNothing(store->createdAt)};
        }
    }
    return data;
}

} // namespace odc

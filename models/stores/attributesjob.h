// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "stores/attributevalue.h"
#include "transfers/bulkjob.h"

#include <QHash>

#include <optional>

namespace odc {

class Session;

/// One cell that is to be changed: an attribute set, or taken away.
struct AttributeChange
{
    QString fileId;
    QString title; ///< what the file is called
    QString key;
    std::optional<AttributeValue> before; ///< as the person saw it at the server; none: it was not there
    std::optional<AttributeValue> after;  ///< none: it is to go
};

/// A cell that somebody else changed meanwhile, and that was therefore left alone.
struct AttributeConflict
{
    QString fileId;
    QString key;
    std::optional<AttributeValue> theirs;
};

/// Sends changes of attributes, file by file. The service replaces all attributes of a file at once, so each
/// file is asked for right before, and its changes are put into what it has then: what others added stays. A
/// cell that is no more as the person saw it is not overwritten, and its file fails with a conflict, unless
/// overwriteConflicts() says so; the other changes of that file are sent. GUI thread.
class AttributesJob final : public BulkJob
{
    Q_OBJECT
public:
    AttributesJob(Session &session, const QString &storeId, const QList<AttributeChange> &changes,
                  QObject *parent = nullptr);

    const QString &storeId() const { return m_storeId; }
    int changeCount() const { return m_changeCount; }
    /// Of files that failed for it, in the order of the changes.
    QList<AttributeConflict> conflicts() const;
    /// The person has seen what others wrote there, and wants the own changes all the same: those files are
    /// sent again.
    void overwriteConflicts();

Q_SIGNALS:
    /// What the server says of a file now, also when nothing was sent.
    void fileSeen(const odc::StoreFile &file);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    bool isAnswerOn(int index, const StoreFile &file);
    void apply(int index, const StoreFile &file);
    void sent(int index, const QJsonObject &wanted, const StoreFile &file);
    /// Ends the item: done, or failed for its conflicts.
    void settle(int index, const QString &note);

    Session &m_session;
    QString m_storeId;
    int m_changeCount;
    QList<QList<AttributeChange>> m_changes;          ///< by item
    QHash<int, QList<AttributeConflict>> m_conflicts; ///< by item
    QHash<int, Call> m_calls;
};

} // namespace odc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "api/pager.h"
#include "api/storefile.h"
#include "api/vectorstore.h"
#include "base/apierror.h"
#include "cleaning/cleaningitem.h"

#include <QObject>
#include <QSet>

namespace odc {

class Session;

/// Lists what was deleted once more, and finds what is still there. What is still listed is looked for a
/// second time a moment later: lists may lag behind. GUI thread.
class DeletionCheck final : public QObject
{
    Q_OBJECT
public:
    explicit DeletionCheck(Session &session, QObject *parent = nullptr);
    ~DeletionCheck() override;

    /// These are supposed to be gone.
    void start(const QList<CleaningItem> &items);
    void stop();
    bool isRunning() const { return m_running; }
    /// Keys of what is still listed.
    const QSet<QString> &listed() const { return m_listed; }
    /// Why a list could not be read to its end: of what was in it nothing is known. Kind None: all were.
    const ApiError &problem() const { return m_problem; }
    /// Whether the list that would show this item was read to its end.
    bool wasRead(const CleaningItem &item) const;

Q_SIGNALS:
    void progressed();
    void finished();

private:
    static QString listOf(const CleaningItem &item);
    void look();
    void next();
    void readFiles();
    void readStores();
    void readStore(const QString &storeId);
    void saw(const QString &key);
    void ended(bool whole);
    void failed(const ApiError &error);

    Session &m_session;
    QSet<QString> m_wanted; ///< keys
    QStringList m_lists;    ///< to be read: "files", "stores", or the id of a store
    QString m_list;         ///< being read
    QStringList m_all;
    QSet<QString> m_unread;
    QSet<QString> m_listed;
    Pager<FileObject> m_files;
    Pager<VectorStore> m_stores;
    Pager<StoreFile> m_storeFiles;
    ApiError m_problem;
    bool m_running = false;
    bool m_again = false; ///< this is the second look
    int m_start = 0;
};

} // namespace odc

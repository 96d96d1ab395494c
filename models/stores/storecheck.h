// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "api/pager.h"
#include "api/storefile.h"
#include "api/vectorstore.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace odc {

class Session;

/// What the lists should say after something was deleted.
struct StoreExpectation
{
    QSet<QString> storesGone;
    QSet<QString> filesGone;
    QSet<QString> filesThere;               ///< shared ones, which stay
    QHash<QString, QSet<QString>> detached; ///< by store: files that are in it no more

    bool isEmpty() const
    {
        return storesGone.isEmpty() && filesGone.isEmpty() && filesThere.isEmpty() && detached.isEmpty();
    }
};

/// Reads the lists, and compares them with what they should say. GUI thread.
class StoreCheck final : public QObject
{
    Q_OBJECT
public:
    explicit StoreCheck(Session &session, QObject *parent = nullptr);

    /// As StoreExpectation: what is otherwise.
    struct Outcome
    {
        QSet<QString> storesLeft;
        QSet<QString> filesLeft;
        QSet<QString> filesMissing;
        QHash<QString, QSet<QString>> attached;
        std::optional<ApiError> error; ///< a list could not be read: the rest is not known

        bool isAsExpected() const
        {
            return !error && storesLeft.isEmpty() && filesLeft.isEmpty() && filesMissing.isEmpty() &&
                   attached.isEmpty();
        }
    };

    void start(const StoreExpectation &expected);
    const StoreExpectation &expected() const { return m_expected; }
    const Outcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void finished();

private:
    void readStores();
    void readFiles();
    void readNextStore();
    void fail(const ApiError &error);

    Session &m_session;
    StoreExpectation m_expected;
    Outcome m_outcome;
    QStringList m_waiting;
    Pager<VectorStore> m_stores;
    Pager<FileObject> m_files;
    Pager<StoreFile> m_storeFiles;
};

} // namespace odc

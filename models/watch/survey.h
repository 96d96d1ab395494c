// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "index/indexedobject.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace odc {

class ObjectIndex;
class BudgetShare;
class Session;

/// Reads lists of a project from end to end, so that the index knows all of it: every page, the files of
/// every store, the runs of every eval. A few calls at a time. GUI thread.
class Survey final : public QObject
{
    Q_OBJECT
public:
    enum Part {
        Files = 0x01,
        Batches = 0x02,
        Stores = 0x04,
        StoreFiles = 0x08, ///< needs the stores: these are read, too
        Evals = 0x10,
        Runs = 0x20, ///< needs the evals: these are read, too
        Jobs = 0x40,
        Everything = 0x7f
    };
    Q_DECLARE_FLAGS(Parts, Part)

    /// What could not be read.
    struct Fault
    {
        ObjectKind kind = ObjectKind::File;
        QString parentId; ///< the store or the eval; empty: the list itself
        ApiError error;
        bool noArea = false; ///< this account or server has no such area
    };

    Survey(Session &session, ObjectIndex &index, QObject *parent = nullptr);
    ~Survey() override;

    /// From the next start() on: it asks at most `most` times a minute, out of this budget; null: as often as
    /// it likes.
    void setBudget(BudgetShare *share);
    /// From the next start() on: lists that the index has whole already are not read again. The list of files is when
    /// that was before `filesSince` (unix): others add and delete them, nobody follows them one by one, and a call
    /// brings ten thousand.
    void setOnlyUnknown(bool only, qint64 filesSince = 0);
    /// Everything that was found before is forgotten. `background`: stands back behind what a person waits
    /// for.
    void start(Parts parts, bool background = false);
    void stop();
    bool isRunning() const;
    /// Lists read, and all there are to read as far as that is known.
    int done() const;
    int total() const;
    const QList<Fault> &faults() const;
    /// Stores and evals that turned out to be gone when what is inside of them was to be read.
    const QSet<QString> &gone() const;
    /// Everything that was asked for was read to its end; areas that are not there count as read.
    bool isComplete() const;

Q_SIGNALS:
    void progressed();
    /// The index has all of it. Not after stop().
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Survey::Parts)

} // namespace odc
